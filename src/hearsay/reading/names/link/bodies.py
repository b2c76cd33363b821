"""Which names on a page are one organisation's, state's, place's or thing's."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from hearsay.ontology import table
from hearsay.reading.names.link.mention_chains import Chains
from hearsay.reading.names.link.persons import fold
from hearsay.reading.names.mention import Mention
from hearsay.rules import rule
from hearsay.syntax import Parse

_LONGEST = 8  # words of a name by which shorter forms of it are found
_LEAST_INITIALS = 2  # letters that initials have more than
_INSIDE = frozenset({"flat", "punct", "cc", "case", "mark"})

Words: TypeAlias = tuple[str, ...]

_SMALL = frozenset({"the", "of", "and", "for", "on", "in", "to", "a", "an", "s", "’s", "'s", "&"})
_COMPANY = frozenset(
    {"inc", "corp", "co", "ltd", "llc", "plc", "ag", "sa", "nv", "company", "corporation"}
)
_SPELLING = {
    "defence": "defense",
    "organisation": "organization",
    "labour": "labor",
    "centre": "center",
}


def link_bodies(chains: Chains, tree: Parse) -> None:
    """Joins names of one thing: by the table's name, equal words, acronyms, shortened names."""
    things = {
        number: mention
        for number, mention in enumerate(chains.mentions)
        if mention.form == "name" and mention.kind != "person"
    }
    _link_equal(chains, tree, things)
    bodies = {n: _words(tree, m) for n, m in things.items() if m.kind == "organization"}
    _link_acronyms(chains, bodies, tree)
    _link_shortened(chains, bodies)


def _words(tree: Parse, mention: Mention) -> Words:
    words = [fold(tree.tokens[n].text) for n in range(mention.core_first, mention.core_last)]
    plain = [_SPELLING.get(word, word) for word in words if word not in _SMALL]
    kept = [word for word in plain if any(c.isalnum() for c in word)]
    while len(kept) > 1 and kept[-1] in _COMPANY:
        kept.pop()
    return tuple(kept or words)


def _link_equal(chains: Chains, tree: Parse, things: dict[int, Mention]) -> None:
    """The same table name, or the same words ("Ministry of Defence", "Defence Ministry")."""
    held: dict[tuple[str, object], list[int]] = defaultdict(list)
    for number, mention in things.items():
        labels = [] if mention.label is None else [mention.label]
        for key in (*labels, frozenset(_words(tree, mention))):
            others = held[mention.kind, key]
            twin = next((other for other in others if not chains.clash(number, other)), None)
            if twin is None:
                others.append(number)
            else:
                chains.join(number, twin)


def _link_acronyms(chains: Chains, bodies: dict[int, Words], tree: Parse) -> None:
    initials: dict[str, int] = {}
    for number in bodies:
        for form in acronyms(tree, chains.mentions[number]):
            initials.setdefault(form, number)
    for number, words in bodies.items():
        mention = chains.mentions[number]
        text = tree.tokens[mention.core_first].text.replace(".", "")
        single = len(words) == 1 and mention.core_last - mention.core_first == 1
        if single and text.isupper() and text in initials:
            other = initials[text]
            if not chains.clash(number, other):
                chains.join(number, other)


def initialled(tree: Parse, named: Iterable[Mention]) -> Iterator[Mention]:
    """Mentions by initials that the model left unread: "WHO" on a page with the World Health
    Organization."""
    named = tuple(named)
    taken = {number for mention in named for number in range(mention.first, mention.last)}
    bodies = [mention for mention in named if mention.kind == "organization"]
    known = {form for mention in bodies for form in acronyms(tree, mention)}
    for number, token in enumerate(tree.tokens):
        plain = token.text.replace(".", "")
        initials = number not in taken and plain.isupper() and len(plain) > _LEAST_INITIALS
        if initials and plain in known and tree.relation(number) not in _INSIDE:
            yield Mention(
                number, number + 1, number, number + 1, number, "organization", "name", score=0.5
            )


def acronyms(tree: Parse, mention: Mention) -> tuple[str, ...]:
    """What the initials of a name of several words may be: with and without its small words."""
    tokens = [tree.tokens[n].text for n in range(mention.core_first, mention.core_last)]
    words = [token for token in tokens if token[0].isalpha()]
    capital = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0].upper() for word in words if word.lower() not in ("the", "'s", "’s"))
    return tuple(form for form in dict.fromkeys((capital, every)) if len(form) > 1 < len(words))


@rule("NAM-006")
def _apart(chains: Chains, one: int, other: int) -> bool:
    """True when tables or countries say that two organisations are two."""
    labels = {chains.mentions[one].label, chains.mentions[other].label} - {None}
    return len(labels) > 1 or chains.clash(one, other)


def _link_shortened(chains: Chains, bodies: dict[int, Words]) -> None:
    """Joins "the Security Council" to "the U.N. Security Council" before it."""
    parts: dict[Words, dict[int, int]] = defaultdict(dict)  # part of a name: its chains
    for number, words in sorted(bodies.items()):
        chain = chains.chain(number)
        if len(words) > 1 or words[0] not in table("sectors")["heads"]:
            fitting = (
                mention
                for other, mention in parts[words].items()
                if other != chain and not _apart(chains, number, mention)
            )
            found = list(islice(fitting, 2))
            if len(found) == 1:
                chains.join(number, found[0])
        for cut in range(1, min(len(words), _LONGEST)):
            parts[words[:cut]].setdefault(chain, number)
            parts[words[-cut:]].setdefault(chain, number)

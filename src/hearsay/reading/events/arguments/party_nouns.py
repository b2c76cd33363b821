"""What a noun stands for: kinds of the names on the page, classes of common nouns."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from hearsay.model import Name, Span
from hearsay.ontology import table
from hearsay.reading.events.arguments.coordination import coordinated
from hearsay.reading.events.candidates.event_lexicon import Condition, lexicon, words
from hearsay.rules import rule
from hearsay.syntax import Parse

_MANY = 12  # mentions of a chain that are asked what a pronoun stands for
# After these a by-phrase tells who did the deed: "a raid on a ship by rebels".
MADE_BY_NONE = frozenset({"vehicle", "facility", "place", "person"})
_ACTOR_KINDS = frozenset({"person", "state", "organization", "group", "office"})


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, listed in table("noun_classes")["classes"].items():
        for word in listed.split(","):
            found.setdefault(word.strip(), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


class Nouns:
    """The nouns of one page: which token heads which `Name`, and what each stands for."""

    def __init__(
        self, tree: Parse, names: tuple[Name, ...], timed: frozenset[int] = frozenset()
    ) -> None:
        self.tree = tree
        self.names = names
        self.timed = timed
        self.name_at = _name_heads(tree, names)
        self.heads_of: dict[int, list[int]] = {}
        for head in sorted(self.name_at):
            self.heads_of.setdefault(names[self.name_at[head]].chain, []).append(head)
        self._kinds: dict[int, frozenset[str]] = {}
        self._ordered = sorted(self.name_at)
        self._states = {
            name.country: number
            for number, name in reversed(list(enumerate(names)))
            if name.kind == "state" and name.country
        }
        self._known = frozenset(name.chain for name in names if name.form == "name")

    def kinds(self, number: int) -> frozenset[str]:
        """Classes, kinds, event types and the lemma of the noun at a token."""
        if number not in self._kinds:
            self._kinds[number] = frozenset()  # a circle of partitives ends here
            self._kinds[number] = self._find(number)
        return self._kinds[number]

    def before(self, number: int, most: int) -> Iterator[int]:
        """The heads of the names before a token, the nearest first, no more than `most`."""
        last = bisect_left(self._ordered, number)
        return reversed(self._ordered[max(0, last - most) : last])

    def within(self, span: Span) -> list[int]:
        """The heads of the names that stand in a span, in order."""
        starts = self.tree.starts
        first = bisect_left(self._ordered, bisect_left(starts, span.start))
        return self._ordered[first : bisect_left(self._ordered, bisect_left(starts, span.end))]

    def told(self, name: int) -> list[Name]:
        """The names of whom a name means, the name itself first."""
        heads = self.heads_of.get(self.names[name].chain, ())[:_MANY]
        return [self.names[name], *(self.names[self.name_at[head]] for head in heads)]

    def side(self, number: int) -> object:
        """Whom a name stands for, a capital for its state."""
        return self.names[number].canonical or self.names[number].chain

    def state(self, country: str) -> int | None:
        """The first name on the page of the state with this code."""
        return self._states.get(country)

    # no rule: a look-up
    def is_known(self, chain: int) -> bool:
        """True when a chain has a name."""
        return chain in self._known

    def is_site(self, number: int) -> bool:
        """True for a place or building, by its class or the last word of its name: "the Palace"."""
        words = self.kinds(number) | _classes().get(self.tree.lemma(number).lower(), frozenset())
        return not words.isdisjoint({"place", "facility"})

    def is_agent(self, number: int) -> bool:
        return "agent" in self.kinds(number)

    def fits(self, number: int, kinds: frozenset[str]) -> bool:
        """True when the noun is of one of the kinds."""
        return "any" in kinds or not kinds.isdisjoint(self.kinds(number))

    def actors(self, number: int) -> tuple[int, ...]:
        """Who acts where this noun stands: the noun itself or those it belongs to.

        "Israeli warplanes" are Israel's, "the government's decision" the government's.
        """
        if self.is_agent(number) or (number in self.name_at and "place" in self.kinds(number)):
            return (number,)
        return self.owners(number)

    def owners(self, number: int) -> tuple[int, ...]:
        """The possessor, or those told by "by", "of" or a name before the noun."""
        tree = self.tree
        found = [kid for kid in tree.kids(number, "nmod:poss") if self.is_agent(kid)]
        if MADE_BY_NONE.isdisjoint(self.kinds(number)):
            told = (k for k in tree.kids(number, "nmod") if tree.case(k) == "by")
            found += [kid for kid in told if self.is_agent(kid)]
        found += [
            kid for kid in tree.kids(number, "amod", "compound", "nmod") if self._names_actor(kid)
        ]
        if not found:
            found = [
                k for k in tree.kids(number, "nmod") if tree.case(k) == "of" and self.is_agent(k)
            ]
        return tuple(kid for first in found for kid in coordinated(tree, first))

    def _names_actor(self, number: int) -> bool:
        """True for a name of an actor with no preposition of its own."""
        return number in self.name_at and self.is_agent(number) and not self.tree.case(number)

    def _find(self, number: int) -> frozenset[str]:
        token = self.tree.tokens[number]
        lemma = self.tree.lemma(number)
        found = {lemma}
        if number in self.timed:
            return frozenset({lemma, "time"})
        name = self.name_at.get(number)
        if name is not None:
            found |= self._chain_kinds(name)
            if self._named_thing(name):
                found.add("agent")
        if name is None or self._described(name):
            found |= self._noun_kinds(number, lemma)
        if name is None and token.upos == "PROPN" and token.deprel not in ("compound", "flat"):
            found |= {"agent", "proper"}
        if token.upos == "PRON" and lemma in words("noun_classes", "personal"):
            found |= {"agent", "person", "people"} | (
                {"official", "head"} if name is None else set()
            )
        elif token.upos == "PRON" and _is_told_of(self.tree, number):
            found |= {"agent", "person", "people"}
        elif token.upos == "PRON" and lemma in words("noun_classes", "speaking"):
            found |= {"agent", "person"}
        if not found.isdisjoint(_agent_classes()):
            found.add("agent")
        return frozenset(found)

    def _chain_kinds(self, name: int) -> set[str]:
        """The kinds of a name; of a pronoun those of what it stands for too."""
        own = self.names[name]
        found = _name_kinds(own)
        if own.form == "pronoun":
            for head in self.heads_of.get(own.chain, ())[:_MANY]:
                at = self.names[self.name_at[head]]
                if at.form != "pronoun":
                    found |= _name_kinds(at) | self._noun_kinds(head, self.tree.lemma(head))
        return found

    def _types(self, number: int, word: str) -> set[str]:
        """The PLOVER types a noun may tell of here, by senses whose frame is at least begun."""
        return {
            sense.type
            for sense in lexicon().senses.get(("noun", word), ())
            if sense.type != "none" and all(self._begun(number, c) for c in sense.conditions)
        }

    def _begun(self, number: int, condition: Condition) -> bool:
        """True when something stands at the slot, whatever its kind."""
        tree, slot = self.tree, condition.slot
        if slot == "plural":
            return tree.tokens[number].xpos in ("NNS", "NNPS")
        if slot == "poss":
            return tree.kid(number, "nmod:poss") is not None
        if slot == "mod":
            near = list(tree.kids(number, "amod", "compound"))
            return any(tree.lemma(kid) in condition.kinds or kid in self.name_at for kid in near)
        if slot in ("inf", "that", "case"):
            return tree.kid(number, "acl", "ccomp", "case") is not None
        return any(tree.case(kid) == slot for kid in tree.kids(number, "nmod", "obl", "acl"))

    def _named_thing(self, name: int) -> bool:
        """True for an "it" that stands for a name of unknown kind: most of those can act."""
        own = self.names[name]
        if own.form != "pronoun" or own.kind != "other":
            return False
        heads = self.heads_of.get(own.chain, ())[:_MANY]
        return any(self.names[self.name_at[head]].form == "name" for head in heads)

    def _described(self, name: int) -> bool:
        """True for a name whose noun still tells what it is: "the rebels", "Argentine jets"."""
        return self.names[name].form == "nominal" or self.names[name].kind in ("other", "weapon")

    def _noun_kinds(self, number: int, lemma: str) -> set[str]:
        token, tree = self.tree.tokens[number], self.tree
        if token.upos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "VERB", "SYM"):
            return set()
        whole = self._compound(number)
        found = {whole, *_classes().get(whole, ()), *_classes().get(lemma, ())}
        found |= self._types(number, whole) | self._types(number, lemma)
        if lemma in words("noun_classes", "partitives") or token.upos in ("NUM", "DET"):
            parts = [kid for kid in tree.kids(number, "nmod") if tree.case(kid) in ("of", "among")]
            for part in parts:
                found |= self.kinds(part)
            if (
                not parts
                and token.upos in ("NUM", "NOUN", "DET", "PRON")
                and not self._amount(number)
            ):
                found |= {"agent", "people"}
        return found

    def _amount(self, number: int) -> bool:
        """True where a number is of money or part of a longer one, and no people."""
        near = (number - 1, number - 2, *self.tree.children[number])
        if any(at >= 0 and self.tree.tokens[at].upos == "SYM" for at in near):
            return True
        return self.tree.tokens[number].deprel in ("nummod", "compound", "obl", "nmod")

    def _compound(self, number: int) -> str:
        """The noun with the one before it: "tear gas", "riot police"."""
        before = number - 1
        if before >= 0 and self.tree.tokens[before].deprel in ("compound", "amod"):
            return f"{self.tree.lemma(before)} {self.tree.lemma(number)}"
        return self.tree.lemma(number)


@rule("EVT-217")
def _is_told_of(tree: Parse, number: int) -> bool:
    """True for people told of by a clause: "those hurt in the fire", "anyone who saw it"."""
    clauses = tree.kids(number, "acl", "acl:relcl", "amod")
    clause = next((kid for kid in clauses if kid > number), None)
    if clause is None or tree.word(number) not in words("noun_classes", "told_of"):
        return False
    who = any(tree.word(kid) == "who" for kid in tree.children[clause])
    return who or tree.tokens[clause].xpos in ("VBN", "JJ")


@rule("EVT-155")
def ranks(nouns: Nouns, owner: int) -> bool:
    """True for the land in "Chile's deadliest shooting": it is the scene and no doer."""
    deed = nouns.tree.head(owner)
    if deed is None or nouns.kinds(owner).isdisjoint({"state", "place"}):
        return False
    return any(nouns.tree.tokens[kid].xpos == "JJS" for kid in nouns.tree.kids(deed, "amod"))


def _name_kinds(name: Name) -> set[str]:
    found: set[str] = {name.kind}
    if name.kind in _ACTOR_KINDS:
        found.add("agent")
    if name.kind == "office" or name.offices:
        found |= {"official", "head", "office"}
    for sector in name.sectors:
        found.update(table("noun_classes")["sectors"].get(sector, ()))
    return found


@cache
def _agent_classes() -> frozenset[str]:
    return words("noun_classes", "agents")


def _name_heads(tree: Parse, names: tuple[Name, ...]) -> dict[int, int]:
    """Token number → number of the name it heads; longer names first, then cores."""
    heads: dict[int, int] = {}
    for whole in (True, False):
        for index in sorted(range(len(names)), key=lambda at: (-len(names[at].span.text), at)):
            span = names[index].span if whole else names[index].core
            first = bisect_left(tree.starts, span.start)
            last = bisect_left(tree.starts, span.end)
            for at in range(first, last):
                head = tree.head(at)
                if (head is None or not first <= head < last) and at not in heads:
                    heads[at] = index
                    break
    return heads

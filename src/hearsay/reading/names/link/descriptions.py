"""What definite descriptions refer back to: "the secretary", "the official", "the group"."""

import itertools
from collections import defaultdict
from dataclasses import dataclass

from hearsay.ontology import table
from hearsay.reading.names.classify.metonyms import governs
from hearsay.reading.names.classify.posts import Post, same_post
from hearsay.reading.names.link.mention_chains import Chains
from hearsay.reading.names.link.persons import fold
from hearsay.reading.names.link.positions import role_of
from hearsay.reading.names.mention import Mention
from hearsay.rules import rule
from hearsay.syntax import Parse

_NEAR = 3  # sentences back in which "the group", "the man" look for whom they mean
_FAR = 8  # sentences back in which "the official" finds "a senior official"
_TELLING, _WHOLE = 3, 200  # so many words say who it is all over the page
# Mentions looked at within these sentences, and holders of an office: a page of news has fewer.
_MOST_NEAR, _MOST_FAR, _MOST_BEARERS = 100, 600, 300
_TRADES = ("BUS", "MED")
_ANYBODY = frozenset({"man", "woman", "person", "individual"})


@dataclass(frozen=True, slots=True)
class _Held:
    """What a description may mean: holders of offices by the head word, mentions of its own kind
    and of states so far, and the last mention of each chain."""

    bearers: dict[str, list[int]]
    recent: list[int]
    states: list[int]
    latest: dict[int, int]


class Descriptions:
    """Joins each definite description to the one chain it can mean; to none when two compete.

    Mentions are given one after the other, so that a description finds what came before it.
    """

    def __init__(self, chains: Chains, tree: Parse) -> None:
        self._chains, self._tree = chains, tree
        self._bearers = _bearers(chains)
        self._national: dict[tuple[str, str | None], int] = {}
        self._recent: dict[str, list[int]] = defaultdict(list)  # mentions so far, by kind
        self._latest: dict[int, int] = {}  # the last mention of each chain so far

    def link(self, number: int) -> None:
        """Joins this mention, when it is a description that nothing has joined yet."""
        mention = self._chains.mentions[number]
        if mention.form == "nominal" and self._chains.alone(number):
            recent = self._recent
            held = _Held(self._bearers, recent[mention.kind], recent["state"], self._latest)
            found = _antecedent(self._chains, self._tree, number, held)
            if found is not None:
                self._chains.join(number, found)
            elif (
                mention.kind == "organization"
                and mention.noun in table("sectors")["national"]["nouns"]
            ):
                _link_national(self._chains, self._national, number)
        self._latest[self._chains.chain(number)] = number
        if mention.form != "pronoun":
            self._recent[mention.kind].append(number)


def _bearers(chains: Chains) -> dict[str, list[int]]:
    """Mentions of persons by the head words of the offices told of them."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(chains.mentions):
        for head, _ in mention.told.posts:
            if mention.kind == "person" and (mention.form == "name" or chains.named(number)):
                bearers[head].append(number)
    return bearers


def _antecedent(chains: Chains, tree: Parse, number: int, held: _Held) -> int | None:
    recent = held.recent
    mention = chains.mentions[number]
    if mention.definite is False or (mention.definite is None and not _titular(tree, mention)):
        return None
    if mention.noun in ("counterpart", "colleague"):
        return _counterpart(chains, number, held.bearers)
    if mention.kind == "person" and mention.told.posts:
        found = _bearer(chains, tree, number, held)
        if found is not None:
            return found
    if mention.kind in ("person", "group"):
        found = _repeated(chains, tree, number, recent)
        if found is None and mention.plural:
            return _people_of(chains, tree, number, held)
        return _sole(chains, tree, number, recent) if found is None else found
    if mention.kind == "organization":
        return _body(chains, tree, number, recent)
    if mention.kind == "state" and not mention.plural and not _names_another(chains, mention):
        return _only(chains, [n for n in _back(chains, tree, number, recent, 1) if chains.named(n)])
    return None


@rule("NAM-010")
def _names_another(chains: Chains, mention: Mention) -> bool:
    """True for a description that holds a name: "the Gulf neighbour of Iraq" is not Iraq."""
    return any(chains.at(n) is not None for n in range(mention.core_last, mention.last))


@rule("NAM-011")
def _titular(tree: Parse, mention: Mention) -> bool:
    """True for a bare title used as a name: "Secretary", "US defense secretary" in a headline."""
    if mention.plural:
        return False
    return mention.told.country is not None or tree.tokens[mention.core_first].text[0].isupper()


def _bearer(chains: Chains, tree: Parse, number: int, held: _Held) -> int | None:
    """The one person on the page who holds the office; of several, the one just spoken of."""
    mention = chains.mentions[number]
    post, specified = mention.told.posts[0], _specified(chains, tree, number)
    found: dict[int, int] = {}
    for other in held.bearers.get(post[0], [])[:_MOST_BEARERS]:
        chain = chains.chain(other)
        fits = any(same_post(post, own) for own in chains.mentions[other].told.posts)
        fits = fits and specified <= _content(chains, tree, other)
        if fits and not chains.clash(number, other) and _owned_alike(chains, tree, number, other):
            found[chain] = other
    if len(found) == 1:
        return next(iter(found.values()))
    latest = (held.latest.get(chain, other) for chain, other in found.items())
    return _only(chains, [n for n in latest if 0 <= _distance(chains, tree, n, number) < _NEAR])


def _specified(chains: Chains, tree: Parse, number: int) -> frozenset[str]:
    """Names after the noun that say whose office it is; none where a country is told."""
    mention = chains.mentions[number]
    if mention.told.country is not None:
        return frozenset()
    after = (tree.tokens[n] for n in range(mention.core_last, mention.last))
    domains = table("offices")["domains"]
    names = (
        token for token in after if token.upos == "PROPN" and token.text.lower() not in domains
    )
    return frozenset(fold(token.lemma) for token in names)


def _counterpart(chains: Chains, number: int, bearers: dict[str, list[int]]) -> int | None:
    """The one person who holds the owner's office in the country told."""
    mention = chains.mentions[number]
    owner = None if mention.owner is None else chains.at(mention.owner)
    if owner is None or mention.told.country is None or mention.plural:
        return None
    posts = {_field(post) for post in chains.posts(owner)} - {None}
    found = {
        chains.chain(other): other
        for other in itertools.islice(itertools.chain(*bearers.values()), _MOST_BEARERS)
        if chains.country(other) == mention.told.country
        and any(_field(post) in posts for post in chains.posts(other))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _field(post: Post) -> frozenset[str] | None:
    """What makes two offices of two states the same: their field, or the office that has none."""
    head, words = post
    heads = table("unique_offices")["same_heads"]
    if head in heads:
        return words or None
    return words | {head}


@rule("NAM-012")
def _owned_alike(chains: Chains, tree: Parse, number: int, other: int) -> bool:
    """False when the description belongs to somebody ("his minister") whom the other does not."""
    owner = chains.mentions[number].owner
    if owner is None or chains.mentions[number].told.country is not None:
        return True
    other_owner = chains.mentions[other].owner
    return other_owner is not None and tree.word(owner) == tree.word(other_owner)


def _repeated(chains: Chains, tree: Parse, number: int, recent: list[int]) -> int | None:
    """An earlier mention by the same noun whose words cover all of this one's."""
    mention = chains.mentions[number]
    owner = _owner_chain(chains, mention)
    anybody = mention.noun in _ANYBODY and mention.kind == "person"
    words = _content(chains, tree, number)
    reach = _NEAR if anybody else _FAR if len(words) < _TELLING else _WHOLE
    for other in _back(chains, tree, number, recent, reach):
        held = chains.mentions[other]
        if held.plural != mention.plural or chains.clash(number, other):
            continue
        if owner is not None and owner != _owner_chain(chains, held):
            continue
        if mention.number not in (None, held.number) or held.first <= mention.first < held.last:
            continue
        if (
            held.form == "nominal"
            and held.noun == mention.noun
            and words <= _content(chains, tree, other)
        ):
            return other
        titled = held.form == "name" and mention.kind == "person" and not chains.posts(number)
        if titled and words <= _content(chains, tree, other) - _core(tree, held):
            return other
        if anybody and held.form == "nominal" and words == {fold(mention.noun or "")}:
            return other
    return None


def _people_of(chains: Chains, tree: Parse, number: int, held: _Held) -> int | None:
    """The state just spoken of, for "the French" and "the Russians" where they act for it; not
    where some of its people were spoken of."""
    mention = chains.mentions[number]
    country, bare = mention.told.country, mention.last == mention.core_last
    if country is None or not bare or mention.number is not None or mention.told.sectors:
        return None
    alike = any(chains.country(n) == country for n in reversed(held.recent))
    if alike or not governs(tree, mention.head):
        return None
    near = _back(chains, tree, number, held.states, _NEAR)
    return _only(chains, [n for n in near if chains.country(n) == country and chains.named(n)])


def _sole(chains: Chains, tree: Parse, number: int, recent: list[int]) -> int | None:
    """The one person just spoken of, for "the Egyptian president" after "Nasser spoke": subject to
    subject, no other person named in between, and nothing told that speaks against."""
    mention = chains.mentions[number]
    if mention.kind != "person" or not (mention.told.posts or mention.told.country):
        return None
    if mention.owner is not None or tree.tokens[mention.head].deprel not in ("nsubj", "nsubj:pass"):
        return None
    near = [n for n in _back(chains, tree, number, recent, 1) if chains.mentions[n].form == "name"]
    found = _only(chains, near)
    if found is None or chains.clash(number, found):
        return None
    if _distance(chains, tree, found, number) == 0:  # "Hale bowed when the judge read the charge"
        return None
    if mention.told.posts and chains.posts(found):
        return None
    return found if role_of(tree, chains.mentions[found].head) == "subject" else None


def _owner_chain(chains: Chains, mention: Mention) -> int | None:
    """The chain of "his" or "Iran's" before the noun."""
    if mention.owner is None:
        return None
    number = chains.at(mention.owner)
    return None if number is None else chains.chain(number)


def _content(chains: Chains, tree: Parse, number: int) -> frozenset[str]:
    """The lower-case words of a description that say who."""
    if number not in chains.content:
        mention = chains.mentions[number]
        tokens = tree.tokens[mention.first : mention.last]
        chains.content[number] = frozenset(
            fold(token.lemma) for token in tokens if token.upos in ("NOUN", "PROPN", "ADJ", "VERB")
        )
    return chains.content[number]


def _core(tree: Parse, mention: Mention) -> frozenset[str]:
    core = range(mention.core_first, mention.core_last)
    return frozenset(fold(tree.tokens[number].lemma) for number in core)


def _body(chains: Chains, tree: Parse, number: int, recent: list[int]) -> int | None:
    """The organisation whose name holds the noun, or whose sort the noun stands for."""
    mention = chains.mentions[number]
    if mention.noun is None or mention.plural:
        return None
    near = (n for n in _back(chains, tree, number, recent, _NEAR) if not chains.clash(number, n))
    return _only(chains, [n for n in near if _may_mean(chains, tree, number, n)])


@rule("NAM-013")
def _may_mean(chains: Chains, tree: Parse, number: int, other: int) -> bool:
    """True when "the court", "the rebel group" may be this organisation."""
    mention, held = chains.mentions[number], chains.mentions[other]
    noun = mention.noun or ""
    words = _content(chains, tree, other)
    more = _content(chains, tree, number) - set(noun.split())
    if held.plural or (held.form == "nominal" and held.noun != noun):
        return False
    if held.form == "nominal":
        return more <= words
    words |= {fold(word) for word in (held.label or "").split()}
    if set(noun.split()) <= words and more <= words:
        return True
    sorts = table("sectors")["stands_for"].get(noun, "").split() or _trades(mention)
    own = more - set(table("sectors")["modifiers"])
    alike = mention.told.country is not None and mention.told.country == held.told.country
    fits = set(sorts) & set(held.told.sectors) or ("BUS" in sorts and not held.told.sectors)
    return bool(fits) and len(own) <= int(alike)


def _trades(mention: Mention) -> list[str]:
    """What "the carmaker", "the broadcaster" stand for: firms and media, not ministries."""
    return [sector for sector in mention.told.sectors if sector in _TRADES]


def _link_national(
    chains: Chains, national: dict[tuple[str, str | None], int], number: int
) -> None:
    """ "the Israeli government" and "Israel's government" are one; so are all bare ones."""
    mention = chains.mentions[number]
    key = (mention.noun or "", mention.told.country)
    if mention.told.country is None and mention.definite is not True:
        return
    twin = national.setdefault(key, number)
    if (twin != number and mention.owner is None) or mention.told.country is not None:
        chains.join(number, twin)


def _back(chains: Chains, tree: Parse, number: int, recent: list[int], sentences: int) -> list[int]:
    """Earlier mentions within so many sentences, the nearest first."""
    most = _MOST_NEAR if sentences <= _NEAR else _MOST_FAR
    found: list[int] = []
    for other in reversed(recent[-most:]):
        if _distance(chains, tree, other, number) > sentences:
            break
        found.append(other)
    return found


def _distance(chains: Chains, tree: Parse, other: int, number: int) -> int:
    """Sentences from one mention on to the other."""
    sentence = tree.sentence
    return sentence[chains.mentions[number].first] - sentence[chains.mentions[other].first]


def _only(chains: Chains, found: list[int]) -> int | None:
    """The first of these when all are one chain."""
    return found[0] if found and len({chains.chain(n) for n in found}) == 1 else None

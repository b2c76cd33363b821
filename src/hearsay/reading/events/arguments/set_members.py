"""Who the members of a set are: "both countries", "the two leaders", "the warring parties"."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from hearsay.ontology import table
from hearsay.reading.events.arguments.coordination import coordinated
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.rules import rule
from hearsay.syntax import Parse

_WINDOW = 2  # sentences back
_MOST = 40  # names looked at
_PAIR = 2
_TWICE = 2  # times a pair is named together before a page is taken to be about it


class Sets:
    """The sets of one page; whom the page names together most is counted once."""

    def __init__(self, nouns: Nouns) -> None:
        self._nouns = nouns
        self._pair: tuple[int, ...] | None = None

    def members(self, head: int) -> tuple[int, ...]:
        """The names of all members of the set told by a noun; empty where they are not certain.

        Those named last before it, sentence by sentence, when they are as many as the set has; of
        more, the two that are named together. "Sides" and countries may be those that the whole
        page names together.
        """
        wanted = _wanted(self._nouns.tree, head)
        if wanted is None:
            return ()
        kinds, count = wanted
        near = _near(self._nouns, head, kinds, count)
        if near is None and count == _PAIR and "state" in kinds:
            if self._pair is None:
                self._pair = _pair_of_page(self._nouns)
            return self._pair
        return near or ()


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """The kinds of the members by the noun of the set."""
    found: dict[str, tuple[str, ...]] = {}
    sets: dict[str, Any] = table("groups")["sets"]
    for row in sets["classes"]:
        found.update(dict.fromkeys(row["nouns"], tuple(row["kinds"])))
    return found


def _wanted(tree: Parse, head: int) -> tuple[tuple[str, ...], int] | None:
    """The kinds of members a noun asks for, and how many; None for a noun that tells no set."""
    kinds = _classes().get(tree.lemma(head))
    if kinds is None or not _is_set(tree, head):
        return None
    return kinds, next(_counts(tree, head))


@rule("EVT-150")
def _is_set(tree: Parse, head: int) -> bool:
    """True for a noun that means two or three known ones: "both", "the two", "the warring"."""
    if next(_counts(tree, head), None) is None:
        return False
    sets = table("groups")["sets"]
    before = {tree.lemma(kid) for kid in tree.children[head] if kid < head}
    closed = bool(before & {"both", *sets["opposed"]}) or tree.lemma(head) in sets["pairs"]
    named = tree.kid(head, "nmod", "acl", "acl:relcl", "compound", "appos") is not None
    return not named and (closed or not before.isdisjoint(sets["definite"]))


def _counts(tree: Parse, head: int) -> Iterator[int]:
    """How many the words before a noun, or the noun itself, say there are."""
    sets = table("groups")["sets"]
    for kid in tree.children[head]:
        if kid < head and tree.lemma(kid) in sets["counts"]:
            yield int(sets["counts"][tree.lemma(kid)])
    if tree.lemma(head) in sets["pairs"]:
        yield _PAIR
    if any(tree.lemma(kid) in sets["opposed"] for kid in tree.kids(head, "amod")):
        yield _PAIR


def _near(nouns: Nouns, head: int, kinds: tuple[str, ...], count: int) -> tuple[int, ...] | None:
    """The members named before the set; None where there are none or too few, empty where there
    are too many to tell."""
    found: dict[int, int] = {}
    tree, sentence = nouns.tree, nouns.tree.sentence[head]
    apart = _tellers(tree, head)
    for at in nouns.before(head, _MOST):
        if tree.sentence[at] != sentence and len(found) >= count:
            break
        sentence = tree.sentence[at]
        if tree.sentence[head] - sentence > _WINDOW:
            break
        name = nouns.names[nouns.name_at[at]]
        told = not name.plural and name.kind in kinds and nouns.is_known(name.chain)
        if told and not any(first <= at < last for first, last in apart):
            found.setdefault(name.chain, at)
    if len(found) == count:
        return tuple(nouns.name_at[at] for at in sorted(found.values()))
    return None if len(found) < count else _joint(nouns, found) if count == _PAIR else ()


def _tellers(tree: Parse, head: int) -> list[tuple[int, int]]:
    """The subjects of the verbs that tell the clause of the set: they stand outside."""
    found = []
    for at in tree.climb(head):
        above = tree.head(at)
        if above is not None and tree.relation(at) in ("ccomp", "parataxis"):
            found += [(tree.low[kid], tree.high[kid]) for kid in tree.kids(above, "nsubj")]
    return found


def _joint(nouns: Nouns, found: dict[int, int]) -> tuple[int, ...]:
    """The only two of some that are named together; empty where there are none or more."""
    pairs = {
        frozenset((chain, nouns.names[nouns.name_at[with_it]].chain))
        for chain, at in found.items()
        for with_it in _with(nouns, at)
        if nouns.names[nouns.name_at[with_it]].chain in found
    }
    pairs = {pair for pair in pairs if len(pair) == _PAIR}
    if len(pairs) != 1:
        return ()
    return tuple(nouns.name_at[at] for at in sorted(found[chain] for chain in next(iter(pairs))))


def _with(nouns: Nouns, at: int) -> Iterator[int]:
    """Those named together with the name at a token: "A and B", "A met B", "A spoke with B"."""
    tree = nouns.tree
    yield from (each for each in coordinated(tree, at) if each != at and each in nouns.name_at)
    verb = tree.head(at)
    if verb is None or tree.relation(at) != "nsubj":
        return
    for kid in tree.kids(verb, "obj", "obl"):
        joined = tree.relation(kid) == "obj" or tree.case(kid) == "with"
        if joined and kid in nouns.name_at:
            yield kid


def _pair_of_page(nouns: Nouns) -> tuple[int, ...]:
    """The two states that the page names together far more than any others; empty if none."""
    told: Counter[frozenset[int]] = Counter()
    for at, number in nouns.name_at.items():
        name = nouns.names[number]
        if name.kind == "state":
            partners = (nouns.names[nouns.name_at[other]] for other in _with(nouns, at))
            told.update(
                frozenset((name.chain, partner.chain))
                for partner in partners
                if partner.kind == "state" and partner.chain != name.chain
            )
    most = told.most_common(2)
    if not most or most[0][1] < _TWICE or (len(most) > 1 and most[1][1] == most[0][1]):
        return ()
    return tuple(sorted(nouns.name_at[nouns.heads_of[chain][0]] for chain in most[0][0]))

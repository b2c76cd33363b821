"""What a pronoun may stand for: the mentions before it that agree with it, and the signs for each.

Gender, number, binding and the speaker of a quotation are conditions; the rest are signs.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from hearsay.reading.names.chains import Chains
from hearsay.reading.names.forms import Form, form_of
from hearsay.reading.names.mention import Mention
from hearsay.reading.names.tree import Tree

_WINDOW = 3  # sentences back
_MOST = 60  # mentions looked at
_PERSONS = frozenset({"person"})
_THINGS = frozenset({"organization", "state", "place", "weapon", "event", "other", "thing"})
_SEVERAL = frozenset({"group", "organization", "thing", "state", "person", "other", "weapon"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_OBJECT = frozenset({"obj", "iobj"})

Signs: TypeAlias = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a mention stands: its role, how many noun phrases it lies inside (at most two),
    whether it is the subject of a verb of saying, opens its sentence, is quoted."""

    role: str
    depth: int
    speaks: bool
    opens: bool
    quoted: bool


class Antecedents:
    """The mentions met so far on the way through a page."""

    def __init__(self, chains: Chains, tree: Tree) -> None:
        self._chains, self._tree = chains, tree
        self._seen: list[int] = []
        self._places: dict[int, _Place] = {}

    def add(self, number: int) -> None:
        """One more mention is met."""
        self._seen.append(number)
        self._chains.meet(number)

    def candidates(self, number: int, form: Form) -> Iterator[tuple[int, Signs]]:
        """Earlier mentions that the pronoun may stand for, nearest first, with their signs."""
        chains, tree = self._chains, self._tree
        pronoun = chains.mentions[number]
        here, speaker = tree.sentence[pronoun.first], self._speaker(pronoun)
        for other in reversed(self._seen[-_MOST:]):
            mention = chains.mentions[other]
            if here - tree.sentence[mention.first] > _WINDOW:
                return
            if not _kind_fits(mention, form) or chains.chain(other) == speaker:
                continue
            if _agrees(tree, mention, form, chains.gender(other)) and _free(
                tree, pronoun, mention, form
            ):
                yield other, self._signs(number, other)

    def _speaker(self, pronoun: Mention) -> int | None:
        """The chain whose words the pronoun stands in: it would say "I" of itself."""
        head = _speaker(self._tree, pronoun.head) if self._tree.quoted(pronoun.first) else None
        number = None if head is None else self._chains.at(head)
        return None if number is None else self._chains.chain(number)

    def _place(self, number: int) -> _Place:
        if number not in self._places:
            self._places[number] = _place(self._tree, self._chains.mentions[number])
        return self._places[number]

    def _signs(self, number: int, other: int) -> Signs:
        pronoun, mention = self._chains.mentions[number], self._chains.mentions[other]
        own, place = self._place(number), self._place(other)
        sentence = self._tree.sentence
        return {
            "sentences": float(sentence[pronoun.first] - sentence[mention.first]),
            "subject": float(place.role == "subject"),
            "object": float(place.role == "object"),
            "owner": float(place.role == "owner"),
            "inside": float(place.depth),
            "parallel": float(place.role == own.role != "other"),
            "known_gender": float(self._chains.gender(other) is not None),
            "told_gender": float(mention.told.gender is not None),
            "name": float(mention.form == "name"),
            "pronoun": float(mention.form == "pronoun"),
            "frequency": math.log(max(self._chains.met(other), 1)),
            "told_apart": float(own.quoted != place.quoted),
            "speaker": float(own.speaks and place.speaks),
            "first": float(place.opens),
            "thing": float(mention.kind == "thing"),
            "place": float(mention.kind == "place"),
            "state": float(mention.kind == "state"),
            "governs": float(_governs(self._tree, mention.head, pronoun.head)),
        }


def _place(tree: Tree, mention: Mention) -> _Place:
    return _Place(
        _role(tree, mention.head),
        _depth(tree, mention.head),
        _speaks(tree, mention.head),
        mention.first - tree.opening[mention.first] < 2,
        tree.quoted(mention.first),
    )


def _kind_fits(mention: Mention, form: Form) -> bool:
    if form.plural:
        return mention.kind in _SEVERAL and (
            mention.plural or mention.kind in ("organization", "group")
        )
    if form.gender == "n":
        return mention.kind in _THINGS and not mention.plural
    return mention.kind in _PERSONS and not mention.plural


def _agrees(tree: Tree, mention: Mention, form: Form, gender: str | None) -> bool:
    """True when nothing in form and gender speaks against it."""
    if mention.form == "pronoun" and not _same_form(tree, mention, form):
        return False
    return form.gender not in ("m", "f") or gender in (None, form.gender)


def _free(tree: Tree, pronoun: Mention, mention: Mention, form: Form) -> bool:
    """True when the pronoun is outside the mention and not bound by the same predicate, and "they"
    is not put for a single name across quotation marks or clauses."""
    if mention.first <= pronoun.first < mention.last:
        return False
    if form.plural and not mention.plural:
        apart = tree.quoted(pronoun.first) != tree.quoted(mention.first)
        named = mention.form == "name"
        if apart or (named and not _governs(tree, mention.head, pronoun.head)):
            return False
    return form.reflexive or not _bound(tree, pronoun, mention)


def _same_form(tree: Tree, mention: Mention, form: Form) -> bool:
    held = form_of(tree.tokens[mention.first].text)
    return (
        held is not None
        and not held.first
        and held.sort == form.sort
        and held.gender == form.gender
    )


def _bound(tree: Tree, pronoun: Mention, mention: Mention) -> bool:
    """True when both are arguments of one predicate, which only a reflexive may be."""
    token = tree.tokens[pronoun.head]
    if token.deprel == "nmod:poss":
        return token.head == mention.head
    governor = tree.tokens[mention.head]
    return (
        token.head == governor.head
        and governor.deprel != "nmod:poss"
        and token.head != pronoun.head
    )


def _speaker(tree: Tree, number: int) -> int | None:
    """The subject of the verb outside the quotation marks that carries the words."""
    for step in tree.climb(number):
        if not tree.quoted(step):
            return tree.kid(step, "nsubj")
        for kid in tree.kids[step]:
            if tree.tokens[kid].deprel == "parataxis" and not tree.quoted(kid):
                return tree.kid(kid, "nsubj")
    return None


def _role(tree: Tree, head: int) -> str:
    for step in tree.climb(head):
        relation = tree.tokens[step].deprel
        if relation in _SUBJECT:
            return "subject"
        if relation in _OBJECT:
            return "object"
        if relation == "nmod:poss":
            return "owner"
        if relation not in ("conj", "appos", "flat"):
            return "other"
    return "other"


def _depth(tree: Tree, head: int) -> int:
    """How many noun phrases the mention lies inside, at most two."""
    depth = 0
    for step in tree.climb(head):
        relation = tree.relation(step)
        if relation in ("nmod", "compound", "amod"):
            depth += 1
        elif relation not in ("conj", "appos", "flat"):
            break
    return min(depth, 2)


def _speaks(tree: Tree, head: int) -> bool:
    """True for the subject of a verb that carries what is said."""
    token = tree.tokens[head]
    if token.deprel not in _SUBJECT:
        return False
    verb = tree.tokens[token.head]
    return verb.deprel == "parataxis" or tree.kid(token.head, "ccomp", "parataxis") is not None


def _governs(tree: Tree, subject: int, number: int) -> bool:
    """True when the pronoun stands in the clause of which the mention is the subject."""
    if tree.tokens[subject].deprel not in _SUBJECT:
        return False
    verb = tree.tokens[subject].head
    return any(step == verb for step in tree.climb(number))

"""Pronouns: which words are referential pronouns, and whom each stands for.

A log-linear choice among the chains of the last sentences, with readable signs and weights in
`ontology/pronoun_weights.toml`. Gender, number and binding are conditions, not signs.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from hearsay.ontology import table
from hearsay.reading.names.chains import Chains
from hearsay.reading.names.codes import Told
from hearsay.reading.names.mention import Mention
from hearsay.reading.names.tree import Tree

_WINDOW = 3  # sentences back
_MOST = 60  # candidates looked at
_PERSONS = frozenset({"person"})
_THINGS = frozenset({"organization", "state", "place", "weapon", "event", "other", "thing"})
_SEVERAL = frozenset({"group", "organization", "thing", "state", "person", "other", "weapon"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_OBJECT = frozenset({"obj", "iobj"})

Signs: TypeAlias = dict[str, float]


@dataclass(frozen=True, slots=True)
class Form:
    """What a pronoun's form tells: gender, number, person, and whether it is reflexive."""

    gender: str
    plural: bool
    first: bool
    reflexive: bool

    @property
    def sort(self) -> str:
        """The part of the table of weights that it is weighed by."""
        if self.plural:
            return "several"
        return "thing" if self.gender == "n" else "person"


def form_of(word: str) -> Form | None:
    """What the tables say of a pronoun; None for other words."""
    told = table("pronoun_forms")["forms"].get(word.lower())
    if told is None:
        return None
    gender, number, person, *more = told.split()
    return Form(gender, number == "plural", person == "first", bool(more))


def pronoun_mentions(tree: Tree) -> Iterator[Mention]:
    """A mention for every personal pronoun that may refer: not "it rains"."""
    for number, token in enumerate(tree.tokens):
        if token.upos != "PRON" or token.deprel.startswith("expl"):
            continue
        form = form_of(token.text)
        if form is None or (token.text == "US" or token.text == "IT"):
            continue
        kind = "group" if form.plural else "organization" if form.gender == "n" else "person"
        told = Told(gender=form.gender if form.gender in ("m", "f") else None)
        yield Mention(
            number,
            number + 1,
            number,
            number + 1,
            number,
            kind,
            "pronoun",
            told,
            plural=form.plural,
        )


class Pronouns:
    """Joins each pronoun to its chain; mentions are given one after the other.

    `sure` holds the probability of each link by the pronoun's number.
    """

    def __init__(self, chains: Chains, tree: Tree) -> None:
        self.sure: dict[int, float] = {}
        self._chains, self._tree = chains, tree
        self._seen: list[int] = []
        self._selves: dict[tuple[int, bool], int] = {}

    def link(self, number: int) -> None:
        """Joins this mention when it is a pronoun and one chain stands out."""
        mention = self._chains.mentions[number]
        form = form_of(self._tree.tokens[mention.first].text) if mention.form == "pronoun" else None
        if form is not None and form.first:
            key = (self._tree.quote[mention.first], form.plural)
            self._chains.join(number, self._selves.setdefault(key, number))
            return
        if form is not None:
            best = _best(self._chains, self._tree, number, self._seen)
            if best is not None:
                found, self.sure[number] = best
                self._chains.join(number, found)
        self._seen.append(number)
        self._chains.meet(number)


def _best(chains: Chains, tree: Tree, number: int, seen: list[int]) -> tuple[int, float] | None:
    """The candidate chosen and its probability; None when nothing is sure enough."""
    word = tree.tokens[chains.mentions[number].first].text
    form = form_of(word)
    if form is None:
        return None
    weights = table("pronoun_weights")[form.sort]
    scores: dict[int, tuple[float, int]] = {}
    for other, signs in candidates(chains, tree, number, seen):
        score = sum(weights.get(sign, 0.0) * value for sign, value in signs.items())
        chain = chains.chain(other)
        if chain not in scores or score > scores[chain][0]:
            scores[chain] = (score, other)
    if not scores:
        return None
    top, chosen = max(scores.values(), key=lambda pair: (pair[0], pair[1]))
    share = 1 / sum(math.exp(score - top) for score, _ in scores.values())
    return (chosen, share) if share >= weights["least"] else None


def candidates(
    chains: Chains, tree: Tree, number: int, seen: list[int]
) -> Iterator[tuple[int, Signs]]:
    """Earlier mentions that a pronoun may stand for, nearest first, with their signs."""
    pronoun = chains.mentions[number]
    form = form_of(tree.tokens[pronoun.first].text)
    if form is None:
        return
    here = tree.sentence[pronoun.first]
    for other in reversed(seen[-_MOST:]):
        mention = chains.mentions[other]
        if here - tree.sentence[mention.first] > _WINDOW:
            return
        if _possible(chains, tree, (number, other), form):
            yield other, _signs(chains, tree, number, other)


def _possible(chains: Chains, tree: Tree, pair: tuple[int, int], form: Form) -> bool:
    number, other = pair
    pronoun, mention = chains.mentions[number], chains.mentions[other]
    if mention.form == "pronoun" and not _same_form(tree, mention, form):
        return False
    apart = tree.quoted(pronoun.first) != tree.quoted(mention.first)
    if not _kind_fits(mention, form) or (form.plural and apart and not mention.plural):
        return False
    named = form.plural and mention.form == "name" and not mention.plural
    if named and not _governs(tree, mention.head, pronoun.head):
        return False
    gender = chains.gender(other)
    if form.gender in ("m", "f") and gender not in (None, form.gender):
        return False
    if mention.first <= pronoun.first < mention.last or _said_by(chains, tree, pronoun, other):
        return False
    return form.reflexive or not _bound(tree, pronoun, mention)


def _said_by(chains: Chains, tree: Tree, pronoun: Mention, other: int) -> bool:
    """True when the pronoun stands in the words of this very chain, who would say "I"."""
    if not tree.quoted(pronoun.first):
        return False
    speaker = _speaker(tree, pronoun.head)
    number = None if speaker is None else chains.at(speaker)
    return number is not None and chains.chain(number) == chains.chain(other)


def _speaker(tree: Tree, number: int) -> int | None:
    """The subject of the verb outside the quotation marks that carries the words."""
    for step in tree.climb(number):
        if not tree.quoted(step):
            return tree.kid(step, "nsubj")
        for kid in tree.kids[step]:
            if tree.tokens[kid].deprel == "parataxis" and not tree.quoted(kid):
                return tree.kid(kid, "nsubj")
    return None


def _same_form(tree: Tree, mention: Mention, form: Form) -> bool:
    held = form_of(tree.tokens[mention.first].text)
    return (
        held is not None
        and not held.first
        and held.sort == form.sort
        and held.gender == form.gender
    )


def _kind_fits(mention: Mention, form: Form) -> bool:
    if form.plural:
        return mention.kind in _SEVERAL and (
            mention.plural or mention.kind in ("organization", "group")
        )
    if form.gender == "n":
        return mention.kind in _THINGS and not mention.plural
    return mention.kind in _PERSONS and not mention.plural


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


def _signs(chains: Chains, tree: Tree, number: int, other: int) -> Signs:
    pronoun, mention = chains.mentions[number], chains.mentions[other]
    role, own = _role(tree, mention.head), _role(tree, pronoun.head)
    distance = tree.sentence[pronoun.first] - tree.sentence[mention.first]
    return {
        "sentences": float(distance),
        "subject": float(role == "subject"),
        "object": float(role == "object"),
        "owner": float(role == "owner"),
        "inside": float(_depth(tree, mention.head)),
        "parallel": float(role == own and role != "other"),
        "known_gender": float(chains.gender(other) is not None),
        "told_gender": float(mention.told.gender is not None),
        "name": float(mention.form == "name"),
        "pronoun": float(mention.form == "pronoun"),
        "frequency": math.log(max(chains.met(other), 1)),
        "told_apart": float(tree.quoted(pronoun.first) != tree.quoted(mention.first)),
        "speaker": float(_speaks(tree, pronoun.head) and _speaks(tree, mention.head)),
        "first": float(_opens(tree, mention)),
        "thing": float(mention.kind == "thing"),
        "place": float(mention.kind == "place"),
        "state": float(mention.kind == "state"),
        "governs": float(_governs(tree, mention.head, pronoun.head)),
    }


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


def _opens(tree: Tree, mention: Mention) -> bool:
    """True for the first phrase of its sentence."""
    return mention.first - tree.opening[mention.first] < 2

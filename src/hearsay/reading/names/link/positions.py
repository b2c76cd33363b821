"""Where a mention stands in its sentence, as far as it tells who a pronoun means."""

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.reading.names.link.binding import OBJECT, SUBJECT, subject_of
from hearsay.reading.names.mention import Mention
from hearsay.rules import rule
from hearsay.syntax import Parse

_MAIN = frozenset({"root", "conj", "parataxis"})
_FRONTED = frozenset({"advcl", "obl", "obl:unmarked", "nmod"})


@dataclass(frozen=True, slots=True)
class Position:
    """Where a mention stands: its role, how many noun phrases it lies inside (at most two),
    whether it is the subject of a verb of saying, opens its sentence, is quoted, is the subject
    of a main clause."""

    role: str
    depth: int
    speaks: bool
    opens: bool
    quoted: bool
    main: bool


def position_of(tree: Parse, mention: Mention) -> Position:
    role = role_of(tree, mention.head)
    return Position(
        role,
        _depth(tree, mention.head),
        _speaks(tree, mention.head),
        mention.first - tree.opening(mention.first) < 2,
        tree.quoted(mention.first),
        role == "subject" and _leads(tree, mention.head),
    )


@dataclass(frozen=True, slots=True)
class PronounSetting:
    """What stands above a pronoun: every word up to the root, the verb of saying in whose content
    it stands, the subject of its innermost clause, and the noun phrase that its clause describes
    ("Petrov's vow that he", "Varga, who fell in his cell") as the tokens from first to last."""

    above: frozenset[int]
    reported: int | None
    subject: int | None
    described: tuple[int, int] = (0, 0)

    @classmethod
    def of(cls, tree: Parse, number: int) -> "PronounSetting":
        steps = tuple(tree.climb(number))
        return cls(
            frozenset(steps),
            _reported_by(tree, steps),
            _own_subject(tree, steps),
            _described(tree, steps),
        )


def _described(tree: Parse, steps: Sequence[int]) -> tuple[int, int]:
    """The noun phrase before the clause that the pronoun stands in; nothing where it is none's."""
    clause = next((s for s in steps if tree.relation(s) == "acl" and tree.tokens[s].head < s), None)
    return (0, 0) if clause is None else (tree.low[tree.tokens[clause].head], tree.low[clause])


@rule("NAM-160")
def is_described(setting: PronounSetting, first: int, last: int) -> bool:
    """True for a mention in the noun phrase that the pronoun's clause describes."""
    return first < setting.described[1] and setting.described[0] < last


@rule("NAM-033")
def governs(tree: Parse, subject: int, setting: PronounSetting) -> bool:
    """True when the pronoun stands in the clause of which the mention is the subject."""
    token = tree.tokens[subject]
    return token.deprel in SUBJECT and token.head in setting.above


def _reported_by(tree: Parse, steps: Sequence[int]) -> int | None:
    for step in steps:
        if tree.tokens[step].deprel == "ccomp":
            return tree.tokens[step].head
    return None


def _own_subject(tree: Parse, steps: Sequence[int]) -> int | None:
    for step in steps:
        token = tree.tokens[step]
        if token.upos in ("VERB", "AUX") or tree.kid(step, "cop") is not None:
            return subject_of(tree, step)
    return None


def subject_ahead(tree: Parse, number: int) -> int | None:
    """The subject still to come of the clause that the pronoun's own is put before: "After he
    left, Blair said", "In her first week, Meir …"."""
    for step in tree.climb(number):
        if tree.relation(step) in _FRONTED and step != number:
            held = tree.kid(tree.tokens[step].head, *SUBJECT)
            if held is not None:
                return held if held > number else None
    return None


def role_of(tree: Parse, head: int) -> str:
    """subject, object, owner or other; coordinated and apposed words stand where the first does."""
    for step in tree.climb(head):
        relation = tree.tokens[step].deprel
        if relation in SUBJECT:
            return "subject"
        if relation in OBJECT:
            return "object"
        if relation == "nmod:poss":
            return "owner"
        if relation not in ("conj", "appos", "flat"):
            return "other"
    return "other"


@rule("NAM-034")
def _leads(tree: Parse, head: int) -> bool:
    """True for the subject of a main clause."""
    for step in tree.climb(head):
        token = tree.tokens[step]
        if token.deprel in SUBJECT:
            return tree.tokens[token.head].deprel in _MAIN
        if token.deprel not in ("conj", "appos", "flat"):
            return False
    return False


def _depth(tree: Parse, head: int) -> int:
    """How many noun phrases the mention lies inside, at most two."""
    depth = 0
    for step in tree.climb(head):
        relation = tree.relation(step)
        if relation in ("nmod", "compound", "amod"):
            depth += 1
        elif relation not in ("conj", "appos", "flat"):
            break
    return min(depth, 2)


@rule("NAM-035")
def _speaks(tree: Parse, head: int) -> bool:
    """True for the subject of a verb that carries what is said."""
    token = tree.tokens[head]
    if token.deprel not in SUBJECT:
        return False
    verb = tree.tokens[token.head]
    return verb.deprel == "parataxis" or tree.kid(token.head, "ccomp", "parataxis") is not None

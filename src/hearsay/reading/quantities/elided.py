"""What a bare number counts: people that were killed, or what a number before it counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay import ontology
from hearsay.model import Token
from hearsay.reading.quantities.amounts import Amount, lowered
from hearsay.reading.quantities.counted_phrase import after_of, counted_range
from hearsay.rules import rule

_AUXILIARIES = frozenset(
    ["was", "were", "is", "are", "be", "been", "being", "have", "has", "had", "who", "also", "then"]
)
_REPORTED = frozenset(
    ["people", "others", "more", "feared", "believed", "presumed", "reported", "confirmed"]
)
_ARGUMENTS = frozenset(["nsubj", "nsubj:pass", "obj", "conj"])
_FOLLOWING = ("PUNCT", "VERB", "AUX", "ADP", "CCONJ", "SCONJ", "ADV", "PRON")
_FAR = 25  # words between a toll and its number
_THEM = frozenset(["them", "whom", "which"])


@dataclass(frozen=True, slots=True)
class Elided:
    """What a bare number counts: tokens of the page, or None for people that go without saying.

    `end` is where the figure ends; `back` is set when it refers to the figure before it.
    """

    phrase: range | None
    end: int
    back: bool = False


def resolve_elided(
    amount: Amount, tokens: Sequence[Token], last: int, before: range | None
) -> Elided | None:
    """What a number without a noun counts, or None where that is not sure.

    `before` is the phrase counted by the number before it in the same sentence.
    """
    at = amount.last
    if at < last and tokens[at].text.lower() == "more" and amount.unit is None:
        at += 1  # wounding 50 more
    following = tokens[at].text.lower() if at < last else ""
    dead = _of_the_dead(tokens, at, last)
    if dead is not None:
        return Elided(range(dead, dead + 1), dead + 1)
    if following == "of" and lowered(tokens, at + 1, min(last, at + 2)) == ["others"]:
        return Elided(before, at + 2)
    if following in _table()["counted_alone"] and not _auxiliary_before(amount, tokens):
        return Elided(range(at, at + 1), at + 1)
    if following == "of" and at + 1 < last and tokens[at + 1].text.lower() in _THEM:
        return Elided(before, at + 2, back=True) if before is not None else None
    if amount.unit is not None or amount.hyphen:
        return None
    if following == "others" and before is not None:
        return Elided(before, at + 1)
    if _of_people(amount, tokens, last):
        return Elided(None, at)
    if at > amount.last and amount.number and tokens[amount.first - 1].upos == "VERB":
        return Elided(before, at)
    if before is not None and _is_part(amount, tokens, last):
        return Elided(before, amount.last, back=True)
    if _is_subject(amount, tokens, last):
        return Elided(before, amount.last)
    if before is not None and _parallel(amount, tokens, last, before):
        return Elided(before, at)
    if before is not None and _compared(amount, tokens):
        return Elided(before, at)
    return _total(amount, tokens, last)


def subject_measured(amount: Amount, tokens: Sequence[Token]) -> range | None:
    """Inflation in "inflation rose 3.2 percent", turnout in "turnout was 62 percent"."""
    unit = amount.last - 1
    verb = unit if tokens[unit].deprel == "root" else tokens[unit].head
    if verb != unit and tokens[verb].text.lower() not in _table()["changes"]:
        return None
    for at in range(amount.first - 1, max(-1, amount.first - 12), -1):
        token = tokens[at]
        if token.head == verb and token.deprel.startswith("nsubj") and token.upos == "NOUN":
            return range(_start(tokens, at), at + 1)
    return None


def _start(tokens: Sequence[Token], noun: int) -> int:
    """Where the modifiers right before a noun begin."""
    start = noun
    while start and tokens[start - 1].upos in ("NOUN", "ADJ") and tokens[start - 1].head == noun:
        start -= 1
    return start


@rule("QTY-006")
def _compared(amount: Amount, tokens: Sequence[Token]) -> bool:
    """True for "up from 270,000", "there were 20,000" after another figure of the same."""
    words = lowered(tokens, max(0, amount.first - 2), amount.first)
    return " ".join(words) in _table()["compared"]


def _total(amount: Amount, tokens: Sequence[Token], last: int) -> Elided | None:
    """The people of "the death toll rose to 1,200"; the crowd of "a crowd of 20,000"."""
    following = tokens[amount.last] if amount.last < last else None
    if following is not None and following.upos not in _FOLLOWING:
        return None
    totals = _table()["totals"]
    at = amount.first - 1
    if tokens[amount.number].text.istitle() and at >= 0:
        return None  # the Group of Seven
    if at > 0 and tokens[at].text.lower() == "of" and tokens[at - 1].text.lower() in totals:
        return Elided(range(_start(tokens, at - 1), at), amount.last)
    if at < 0 or tokens[at].text.lower() not in {
        "to",
        "at",
        "was",
        "is",
        "now",
        *_table()["changes"],
    }:
        return None
    for noun in range(at - 1, max(-1, at - _FAR), -1):
        if tokens[noun].upos == "NOUN" and tokens[noun].text.lower() in totals:
            return Elided(_totalled(tokens, noun, amount.first), amount.last)
    return None


def _totalled(tokens: Sequence[Token], noun: int, last: int) -> range | None:
    """The refugees of "the number of refugees"; nothing for a death toll: people go unsaid."""
    start = after_of(tokens, noun + 1, last)
    if start is not None and start < last:
        if tokens[start].text.lower() in _table()["counted_alone"]:
            return range(start, start + 1)
        found = counted_range(tokens, start, last, start)
        if found is not None:
            return range(*found)
    return None if tokens[noun].text.lower() in _table()["counts"] else range(noun, noun + 1)


def _of_the_dead(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """The token of those counted in "five of the dead"; None for anything else."""
    start = after_of(tokens, at, last)
    if (
        start is None
        or start >= last
        or tokens[start].text.lower() not in _table()["counted_alone"]
    ):
        return None
    following = tokens[start + 1] if start + 1 < last else None
    return None if following is not None and following.upos in ("NOUN", "PROPN") else start


@rule("QTY-110")
def _is_part(amount: Amount, tokens: Sequence[Token], last: int) -> bool:
    """True for a bare number of those counted before: "including 40 with burns", "6 that sank"."""
    if amount.last >= last or amount.first == 0:
        return False
    following = tokens[amount.last].text.lower()
    if tokens[amount.first - 1].text.lower() == "including":
        return following in ("with", "in", "from", "at", "that", "who", "which", "on")
    return following in ("that", "who") and tokens[amount.first - 1].text.lower() in ("and", ",")


@rule("QTY-108")
def _is_subject(amount: Amount, tokens: Sequence[Token], last: int) -> bool:
    """True for a bare number that itself is, has or does something: "11 were in intensive care"."""
    token = tokens[amount.number]
    text = token.text
    if amount.unit is not None or amount.high == 1 or (text.isdigit() and len(text) == 4):
        return False
    number = tokens[amount.after - 1]
    subject = "nsubj" in token.deprel or "nsubj" in number.deprel
    following = tokens[amount.last].text.lower() if amount.last < last else ""
    return subject and following in ("were", "are", "have", "had", "remain", "remained")


@rule("QTY-007")
def _auxiliary_before(amount: Amount, tokens: Sequence[Token]) -> bool:
    return False if amount.first == 0 else tokens[amount.first - 1].text.lower() == "of"


@rule("QTY-008")
def _of_people(amount: Amount, tokens: Sequence[Token], last: int) -> bool:
    """True for "killing 23", "12 were hurt", "leaving 30 homeless"."""
    verbs = _table()["of_people"]
    if amount.first and tokens[amount.first - 1].text.lower() in verbs:
        return amount.last >= last or tokens[amount.last].upos not in ("NOUN", "PROPN", "ADJ")
    at = amount.last
    while at < last and tokens[at].text.lower() in _AUXILIARIES | _REPORTED:
        at += 1
    return at < last and tokens[at].text.lower() in verbs


@rule("QTY-009")
def _parallel(amount: Amount, tokens: Sequence[Token], last: int, before: range) -> bool:
    """True where two clauses run alike: 649 men were lost and 255 were lost; it lost 30."""
    token = tokens[amount.number]
    if token.deprel not in _ARGUMENTS:
        return False
    following = tokens[amount.last] if amount.last < last else None
    if following is not None and following.upos in ("NOUN", "PROPN", "ADJ", "ADP", "NUM", "SYM"):
        return False
    governor, other = tokens[token.head], tokens[tokens[before[-1]].head]
    joined = {"and", "but", "while", ";"} & set(lowered(tokens, before.stop, amount.first))
    return bool(joined) and governor.text.lower() == other.text.lower() and governor.upos == "VERB"


@cache
def _table() -> dict[str, list[str]]:
    return ontology.table("figure_company")

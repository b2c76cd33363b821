"""Days told in a row lie in one direction: "on Monday and Tuesday", "Monday, Friday or Sunday"."""

from dataclasses import replace

from hearsay.model import Anchor, Timex
from hearsay.reading.times.grammar.phrase import Phrase
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from hearsay.rules import rule

_LINKS = (["and"], ["or"], [","], [",", "and"], ["and", "on"], ["or", "on"], ["and", "again", "on"])
_DIRECTED = ("past", "future")


def align_rows(
    found: list[Timex], start: int, phrases: list[Phrase], context: SentenceAtoms
) -> None:
    """A day that follows another in a row takes its direction, and counts on from it if to come.

    The tree hangs "Tuesday" on "Monday" and not on the verb, so that its own tense is not seen.
    """
    for i in range(len(phrases) - 1):
        first, second = phrases[i], phrases[i + 1]
        between = [atom.word for atom in context.atoms[first.last : second.first]]
        alike = second.kind == first.kind and second.kind in ("weekday", "monthday", "month")
        owns = context.word(second.last) == "'"  # "on Monday, Tuesday's storm" is no row
        if alike and between in _LINKS and not owns and not _placed(second):
            found[start + i + 1] = _after(found[start + i], found[start + i + 1], start + i)


@rule("TIM-026")
def _placed(one: Phrase) -> bool:
    """True where the words themselves place it: "Monday and next Friday", "May 1 and June 2010"."""
    return one.direction is not None or one.anchor is not None or one.shift is not None


def _after(first: Timex, second: Timex, number: int) -> Timex:
    if first.direction not in _DIRECTED or first.anchor is Anchor.ABSOLUTE:
        return second
    if first.direction == "future" and first.said.weekday is not None:
        return replace(second, direction="future", anchor=Anchor.TIMEX, anchor_timex=number)
    return replace(second, direction=first.direction)

"""Periods told by their end: "the quarter ended Aug. 31", "the 12 months to September"."""

import re
from dataclasses import replace

from hearsay.model import Anchor, PartialDate, Timex
from hearsay.reading.times.grammar.phrase import Phrase
from hearsay.reading.times.sentence_atoms import SentenceAtoms

_ENDING = (
    ["ended"],
    ["ending"],
    [",", "ended"],
    ["ended", "on"],
    ["that", "ended"],
    ["that", "ended", "on"],
    ["to"],
    ["to", "the", "end", "of"],
    ["through"],
)
_VALUE = re.compile(r"P(\d+)(M|Y|Q)|XXXX-(Q|H)\w")
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12}
_YEAR = 12
_EARLY, _LATE = 7, 24
"""Books are closed in the last days of a month, or in the first of the next."""


def close_period(
    found: list[Timex], phrases: list[Phrase], number: int, context: SentenceAtoms
) -> None:
    """The period before the phrase `number`, just anchored, has the months up to what it names.

    The third quarter of a company is not always the calendar's; its end tells which months it has.
    """
    if number == 0:
        return
    one, end = phrases[number - 1], phrases[number]
    between = [atom.word for atom in context.atoms[one.last : end.first]]
    many, last = _months_in(found[-2]), _last_month(end)
    if between not in _ENDING or many is None or last is None:
        return
    found[-2] = replace(
        found[-2],
        anchor=Anchor.TIMEX,
        anchor_timex=len(found) - 1,
        months=((last - many) % _YEAR + 1, last),
        direction="past",
        strict=last != end.said.month,
        grain=None,
        shift=None,
        certain=True,
    )


def _months_in(period: Timex) -> int | None:
    """How many months the period has, when it is one that nothing else places."""
    if period.said != PartialDate() or period.mod is not None or period.until is not None:
        return None
    if period.grain == "year" and period.shift == 0:
        return _YEAR
    told = _VALUE.fullmatch(period.value or "")
    if told is None or period.offset is not None:
        return None
    many = int(told.group(1) or 1) * _MONTHS[told.group(2) or told.group(3)]
    return many if 1 < many <= _YEAR else None


def _last_month(end: Phrase) -> int | None:
    """The month that what ends the period closes; None for a day in the middle of a month."""
    month, day = end.said.month, end.said.day
    if end.kind not in ("month", "monthday") or month is None or end.until is not None:
        return None
    if day is None or day >= _LATE:
        return month
    return (month - 2) % _YEAR + 1 if day <= _EARLY else None

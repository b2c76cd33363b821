"""The days of a page's time expressions, for each day the page may have come out."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from hearsay.model import Anchor, Reading, Span, Timex
from hearsay.model.timex import days
from hearsay.ontology import table
from hearsay.resolve.dating.daysets import FIRST, LAST, Stretch

_DEEPEST = 8
"""Expressions that hang on expressions are followed so far."""

_NOWHERE = Span(0, 1, " ")
_DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "half": 184, "year": 366}


_ANY_DAY = 1
_MOST_KEPT = 20_000


@lru_cache(maxsize=4096)
def _table(shape: Timex) -> dict[int, Stretch | None]:
    """The days of an expression by its anchor day, shared by all expressions of its shape."""
    return {}


def _shape(timex: Timex) -> Timex:
    """An expression without what its days do not depend on."""
    return replace(
        timex, span=_NOWHERE, value=None, anchor_span=None, anchor_timex=None, rule="", certain=True
    )


class TimexDays:
    """The expressions of one page. Days are numbers, as in `daysets`."""

    def __init__(self, reading: Reading) -> None:
        self.timexes = reading.timexes
        self._tables = [_table(_shape(timex)) for timex in reading.timexes]
        self._roots = [self._root(number) for number in range(len(reading.timexes))]
        self._named: dict[int, bool] = {}

    def days(self, number: int, published: int) -> Stretch | None:
        """First and last day of an expression on a page that came out on the day `published`.

        None when no day follows: a duration, a day no calendar has, another event's day.
        """
        if self._roots[number] is Anchor.ABSOLUTE:
            published = _ANY_DAY
        elif not FIRST <= published <= LAST:
            return None
        return self._days(number, published, _DEEPEST)

    def _days(self, number: int, published: int, deepest: int) -> Stretch | None:
        timex = self.timexes[number]
        if timex.anchor is not Anchor.TIMEX:
            return self._counted(number, published)
        told = timex.anchor_timex
        if told is None or not 0 <= told < len(self.timexes) or not deepest:
            return None
        anchor = self._days(told, published, deepest - 1)
        return counted_from(timex, anchor) if anchor is not None else None

    def _counted(self, number: int, published: int) -> Stretch | None:
        table = self._tables[number]
        if published not in table:
            if len(table) > _MOST_KEPT:
                table.clear()
            timex = self.timexes[number]
            free = timex.anchor in (Anchor.EVENT, Anchor.NONE)
            table[published] = None if free else counted(timex, published)
        return table[published]

    def names(self, published: int) -> bool:
        """True when an expression that is not ahead names just that day, the page's own."""
        if published not in self._named:
            self._named[published] = any(
                timex.direction != "future"
                and self._roots[number] in (Anchor.PUBLICATION, Anchor.ABSOLUTE)
                and self.days(number, published) == (published, published)
                for number, timex in enumerate(self.timexes)
            )
        return self._named[published]

    def root(self, number: int) -> Anchor:
        """What an expression hangs on in the end: ABSOLUTE, PUBLICATION, EVENT or NONE."""
        return self._roots[number]

    def _root(self, number: int) -> Anchor:
        for _ in range(_DEEPEST):
            timex = self.timexes[number]
            told = timex.anchor_timex
            if timex.anchor is not Anchor.TIMEX:
                return timex.anchor
            if told is None or not 0 <= told < len(self.timexes):
                return Anchor.NONE
            number = told
        return Anchor.NONE

    def weight(self, number: int) -> int:
        """How much an expression is worth, 1 to 100, by what it says."""
        weights = table("date_evidence")["timex"]
        timex, root = self.timexes[number], self.root(number)
        weight = int(weights["event" if root is Anchor.EVENT else _sort(timex)])
        return weight if timex.certain else max(weight - int(weights["doubt"]), 1)

    def reach(self, number: int) -> int:
        """The most days between publication and the days of an expression that hangs on it."""
        timex = self.timexes[number]
        if timex.anchor is Anchor.TIMEX and timex.anchor_timex is not None:
            return _reach(timex) + _reach(self.timexes[timex.anchor_timex])
        return _reach(timex)


def counted(timex: Timex, anchor: int) -> Stretch | None:
    """The days of an expression whose anchor day is `anchor`; None when none follows."""
    found = days(timex, date.fromordinal(anchor))
    if found is None:
        return None
    low = found.earliest.toordinal() if found.earliest else FIRST
    return low, found.latest.toordinal() if found.latest else LAST


def counted_from(timex: Timex, anchor: Stretch) -> Stretch | None:
    """The days of an expression whose anchor lies in a stretch."""
    first, last = counted(timex, anchor[0]), counted(timex, anchor[1])
    if first is None or last is None:
        return first or last
    return min(first[0], last[0]), max(first[1], last[1])


def told_weekday(timex: Timex) -> int | None:
    """The weekday of an expression that is a weekday alone, counted from publication."""
    plain = timex.anchor is Anchor.PUBLICATION and timex.offset is None and timex.grain is None
    said = timex.said
    alone = said.weekday is not None and said.day is None and said.month is None
    return said.weekday if plain and alone and not timex.strict and timex.until is None else None


def _sort(timex: Timex) -> str:
    """The row of the table of weights that an expression belongs to."""
    said = timex.said
    if timex.until is not None:
        return "range"
    if said.month is not None and said.day is not None:
        return "month_day" if said.year is None else "date"
    if timex.fixed is not None or said.year is not None:
        return "frame"
    if timex.offset is not None and timex.grain is None:
        return "counted"
    return "weekday" if said.weekday is not None and timex.grain in (None, "week") else "frame"


def _reach(timex: Timex) -> int:
    if timex.offset is not None:
        return max(abs(timex.offset[0]), abs(timex.offset[1])) + 1
    if timex.grain is not None:
        return _DAYS_IN.get(timex.grain, 3700) * (abs(timex.shift or 0) + 1)
    if timex.said.month is None and timex.months is None and timex.said.weekday is not None:
        return 14 if timex.strict else 8
    return 366

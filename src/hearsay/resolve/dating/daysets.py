"""Sets of calendar days: sorted stretches of day numbers, none touching another.

A day's number is its proleptic Gregorian ordinal, as `date.toordinal` has it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hearsay.model import Interval

FIRST, LAST = date.min.toordinal(), date.max.toordinal()

_MANY = 8

Stretch = tuple[int, int]
"""First and last day number, both included."""


@dataclass(frozen=True, slots=True)
class DaySet:
    """A set of days.

    >>> christmas = DaySet.between(date(1914, 12, 24).toordinal(), date(1914, 12, 26).toordinal())
    >>> christmas.meet(DaySet.between(date(1914, 12, 26).toordinal(), LAST)).size
    1
    """

    stretches: tuple[Stretch, ...]

    @classmethod
    def between(cls, low: int, high: int) -> "DaySet":
        """The days from `low` to `high`, cut to the calendar; none when they are the wrong way."""
        low, high = max(low, FIRST), min(high, LAST)
        return cls(((low, high),)) if low <= high else NONE

    @classmethod
    def of(cls, interval: Interval) -> "DaySet":
        low = interval.earliest.toordinal() if interval.earliest else FIRST
        high = interval.latest.toordinal() if interval.latest else LAST
        return cls.between(low, high)

    @classmethod
    def union(cls, stretches: Iterable[Stretch]) -> "DaySet":
        """The days of any of the stretches, in whatever order they come."""
        joined: list[Stretch] = []
        for low, high in sorted(stretches):
            if joined and low <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
            elif low <= high:
                joined.append((low, high))
        return cls(tuple(joined))

    def meet(self, other: "DaySet") -> "DaySet":
        """The days of both."""
        if self == ALL or self is other:
            return other
        if other == ALL:
            return self
        mine, theirs = self._around(other), other._around(self)
        found: list[Stretch] = []
        i = j = 0
        while i < len(mine) and j < len(theirs):
            low, high = max(mine[i][0], theirs[j][0]), min(mine[i][1], theirs[j][1])
            if low <= high:
                found.append((low, high))
            if mine[i][1] < theirs[j][1]:
                i += 1
            else:
                j += 1
        return DaySet(tuple(found))

    def _around(self, other: "DaySet") -> tuple[Stretch, ...]:
        """The stretches that may share a day with the other's; a day of the week has thousands."""
        if len(self.stretches) < _MANY:
            return self.stretches
        first = bisect_left(self.stretches, other.low, key=lambda stretch: stretch[1])
        last = bisect_right(self.stretches, other.high, key=lambda stretch: stretch[0])
        return self.stretches[first:last]

    def touches(self, low: int, high: int) -> bool:
        """True when a day from `low` to `high` is in the set."""
        at = bisect_left(self.stretches, low, key=lambda stretch: stretch[1])
        return low <= high and at < len(self.stretches) and self.stretches[at][0] <= high

    def moved(self, low: int, high: int) -> "DaySet":
        """The days from `low` to `high` days after one of these; open ends stay open."""
        return DaySet.union(
            (
                FIRST if a == FIRST else max(a + low, FIRST),
                LAST if b == LAST else min(b + high, LAST),
            )
            for a, b in self.stretches
        )

    def days(self) -> Iterator[int]:
        for low, high in self.stretches:
            yield from range(low, high + 1)

    @property
    def size(self) -> int:
        return sum(high - low + 1 for low, high in self.stretches)

    @property
    def low(self) -> int:
        return self.stretches[0][0] if self.stretches else LAST

    @property
    def high(self) -> int:
        return self.stretches[-1][1] if self.stretches else FIRST

    @property
    def closed(self) -> bool:
        """True when both ends are known, and there is a day."""
        return bool(self.stretches) and self.low > FIRST and self.high < LAST

    def hull(self) -> Interval:
        """From the first day to the last; an end at the end of the calendar is open."""
        return Interval(
            date.fromordinal(self.low) if FIRST < self.low <= self.high else None,
            date.fromordinal(self.high) if self.low <= self.high < LAST else None,
        )


NONE = DaySet(())
ALL = DaySet(((FIRST, LAST),))

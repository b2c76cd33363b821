"""Sets of days keep what sets keep."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Interval
from hearsay.resolve.dating.daysets import ALL, FIRST, LAST, NONE, DaySet

_stretches = st.lists(
    st.tuples(st.integers(1000, 1100), st.integers(0, 9)).map(lambda p: (p[0], p[0] + p[1])),
    max_size=14,
)


def _days(days: DaySet) -> set[int]:
    return set(days.days())


@given(_stretches, _stretches)
def test_meet_is_what_both_hold(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    a, b = DaySet.union(one), DaySet.union(other)
    assert _days(a.meet(b)) == _days(a) & _days(b)
    assert a.meet(b) == b.meet(a)
    assert a.meet(ALL) == a
    assert a.meet(NONE) == NONE


@given(_stretches)
def test_union_is_sorted_and_apart(stretches: list[tuple[int, int]]) -> None:
    days = DaySet.union(stretches)
    assert _days(days) == {d for low, high in stretches for d in range(low, high + 1)}
    ends = [end for stretch in days.stretches for end in stretch]
    assert all(b > a + 1 for a, b in zip(ends[1::2], ends[2::2], strict=False))
    assert days.size == len(_days(days))


@given(_stretches, st.integers(990, 1120), st.integers(0, 5))
def test_touches(stretches: list[tuple[int, int]], low: int, length: int) -> None:
    days = DaySet.union(stretches)
    assert days.touches(low, low + length) == bool(_days(days) & set(range(low, low + length + 1)))


def test_moved_keeps_open_ends() -> None:
    assert DaySet.between(FIRST, 1000).moved(-2, 3) == DaySet.between(FIRST, 1003)
    assert DaySet.between(1000, LAST).moved(-2, 3) == DaySet.between(998, LAST)


def test_hull_opens_what_the_calendar_ends() -> None:
    assert DaySet.between(FIRST, 1000).hull() == Interval(None, date.fromordinal(1000))
    assert ALL.hull() == Interval()
    assert not ALL.closed
    assert DaySet.of(Interval(date(1956, 10, 29), None)).low == date(1956, 10, 29).toordinal()

"""The days and values that expressions have once their anchor is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Anchor, Interval, PartialDate, Span, Timex
from hearsay.model.timex import days, value

FRIDAY = date(1998, 3, 20)


def timex(**fields: object) -> Timex:
    plain = {"span": Span(0, 1, "x"), "type": "DATE", "value": "XXXX-XX-XX"}
    return Timex(**{**plain, "anchor": Anchor.PUBLICATION, **fields})  # type: ignore[arg-type]


def said(**fields: int) -> PartialDate:
    return PartialDate(**fields)


LAST_JUNE = {"grain": "year", "shift": -1, "said": said(month=6)}
TWO_DAYS = {"said": said(month=3, day=18), "until": said(day=19)}
WEEKEND = {"grain": "weekend", "shift": 0, "direction": "future"}
TWO_MONTHS = {"said": said(month=2, day=27), "until": said(month=3, day=2)}

CASES: list[tuple[str, dict[str, object], str, str]] = [
    # what is said, first and last day expected from Friday, March 20, 1998
    ("a past weekday", {"said": said(weekday=0)}, "03-16", "03-16"),
    ("the anchor's weekday", {"said": said(weekday=4)}, "03-20", "03-20"),
    ("last Friday", {"said": said(weekday=4), "strict": True}, "03-13", "03-13"),
    ("a coming weekday", {"said": said(weekday=0), "direction": "future"}, "03-23", "03-23"),
    ("the nearer weekday", {"said": said(weekday=5), "direction": "near"}, "03-21", "03-21"),
    ("Monday night", {"said": said(weekday=0), "night": True}, "03-16", "03-17"),
    ("Friday week", {"said": said(weekday=4), "offset": (7, 13)}, "03-27", "03-27"),
    ("two Fridays ago", {"said": said(weekday=4), "offset": (-14, -8)}, "03-06", "03-06"),
    ("last night", {"offset": (-1, -1), "night": True}, "03-19", "03-20"),
    ("a month-day", {"said": said(month=12, day=24)}, "1997-12-24", "1997-12-24"),
    ("this month by name", {"said": said(month=3)}, "03-01", "03-31"),
    ("last March", {"said": said(month=3), "strict": True}, "1997-03-01", "1997-03-31"),
    ("the 13th", {"said": said(day=13)}, "03-13", "03-13"),
    ("Friday the 13th", {"said": said(day=13, weekday=4)}, "03-13", "03-13"),
    ("last week", {"grain": "week", "shift": -1}, "03-09", "03-15"),
    ("Monday of it", {"grain": "week", "shift": -1, "said": said(weekday=0)}, "03-09", "03-09"),
    ("the weekend told", {"grain": "weekend", "shift": 0}, "03-14", "03-15"),
    ("the weekend to come", WEEKEND, "03-21", "03-22"),
    ("early last month", {"grain": "month", "shift": -1, "mod": "start"}, "02-01", "02-10"),
    ("June of last year", LAST_JUNE, "1997-06-01", "1997-06-30"),
    ("last summer", {"months": (6, 8)}, "1997-06-01", "1997-08-31"),
    ("this winter", {"months": (12, 2)}, "1997-12-01", "02-28"),
    ("March 18–19", TWO_DAYS, "03-18", "03-19"),
    ("February 27–March 2", TWO_MONTHS, "02-27", "03-02"),
]


@pytest.mark.parametrize(("name", "fields", "first", "last"), CASES, ids=[c[0] for c in CASES])
def test_days_from_the_anchor(name: str, fields: dict[str, object], first: str, last: str) -> None:
    found = days(timex(**fields), FRIDAY)
    assert found is not None
    assert str(found.earliest).removeprefix("1998-") == first
    assert str(found.latest).removeprefix("1998-") == last


def test_the_near_day_leans_to_the_past() -> None:
    """News tells more of what was, but leaves out no year of a day eleven months off."""
    payable = timex(said=said(month=4, day=14), direction="near")
    assert days(payable, FRIDAY) == Interval.day(date(1998, 4, 14))
    agreed = timex(said=said(month=8, day=14), direction="near")
    assert days(agreed, FRIDAY) == Interval.day(date(1997, 8, 14))


def test_next_friday_on_a_friday_is_a_week_off() -> None:
    found = days(timex(said=said(weekday=4), direction="future", strict=True), FRIDAY)
    assert found == Interval.day(date(1998, 3, 27))


def test_a_day_that_no_calendar_has_gives_none() -> None:
    assert days(timex(said=said(month=2, day=30)), FRIDAY) is None
    assert days(timex(said=said(month=4, day=13, weekday=1, year=2024)), FRIDAY) is None


def test_february_29_needs_a_leap_year() -> None:
    assert days(timex(said=said(month=2, day=29)), date(1996, 3, 1)) == Interval.day(
        date(1996, 2, 29)
    )
    assert days(timex(said=said(month=2, day=29)), date(1999, 3, 1)) is None


def test_named_days_follow_their_rule_and_direction() -> None:
    assert days(timex(feast="12-25"), FRIDAY) == Interval.day(date(1997, 12, 25))
    easter = timex(feast="easter+0", direction="near")
    assert days(easter, FRIDAY) == Interval.day(date(1998, 4, 12))
    told = timex(feast="4 3 11", said=said(year=1963), anchor=Anchor.ABSOLUTE)
    assert days(told, None) == Interval.day(date(1963, 11, 28))
    assert days(timex(feast="no such rule"), FRIDAY) is None


def test_an_absolute_expression_needs_no_anchor() -> None:
    found = days(timex(anchor=Anchor.ABSOLUTE, said=said(year=1956, month=11, day=5)), None)
    assert found == Interval.day(date(1956, 11, 5))


def test_no_day_follows_without_an_anchor_or_from_a_duration() -> None:
    assert days(timex(offset=(0, 0)), None) is None
    assert days(timex(anchor=Anchor.NONE, offset=(0, 0)), FRIDAY) is None


@pytest.mark.parametrize(
    ("template", "fields", "expected"),
    [
        ("XXXX-WXX-1TNI", {"said": said(weekday=0)}, "1998-03-16TNI"),
        ("XXXX-WXX", {"grain": "week", "shift": -1}, "1998-W11"),
        ("XXXX-WXX-WE", WEEKEND, "1998-W12-WE"),
        ("XXXX-SU", {"months": (6, 8)}, "1997-SU"),
        ("XXXX-XX", {"grain": "month", "shift": -1}, "1998-02"),
        ("XXX", {"grain": "decade", "shift": -1}, "198"),
        ("PAST_REF", {"offset": (-10, 0)}, "PAST_REF"),
        ("P3M", {"offset": (-93, 0)}, "P3M"),
        ("XXXX-02-30", {"said": said(month=2, day=30)}, "XXXX-02-30"),
    ],
)
def test_values_are_filled_from_the_anchor(
    template: str, fields: dict[str, object], expected: str
) -> None:
    assert value(timex(value=template, **fields), FRIDAY) == expected


@given(
    st.dates(),
    st.builds(
        PartialDate,
        year=st.none() | st.integers(0, 12000),
        month=st.none() | st.integers(0, 14),
        day=st.none() | st.integers(0, 40),
        weekday=st.none() | st.integers(0, 6),
    ),
    st.sampled_from(["past", "future", "near"]),
    st.booleans(),
)
def test_days_never_break_and_are_always_admitted(
    anchor: date, told: PartialDate, direction: str, strict: bool
) -> None:
    found = days(timex(said=told, direction=direction, strict=strict), anchor)
    if found is not None and told.day is not None:
        assert found.length == 1
        assert found.earliest is not None
        assert told.admits(found.earliest)


@given(
    st.dates(),
    st.sampled_from(
        ["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
    ),
    st.integers(-20000, 20000),
)
def test_units_are_found_or_none_anywhere_in_the_calendar(
    anchor: date, grain: str, shift: int
) -> None:
    found = days(timex(grain=grain, shift=shift, night=True, mod="end"), anchor)
    assert found is None or found.earliest is not None

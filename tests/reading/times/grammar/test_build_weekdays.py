"""Weekdays and days counted by them, as days from a day of telling."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Anchor, Span, Timex
from hearsay.model.timex import days
from hearsay.reading.times.grammar import build_weekdays
from hearsay.reading.times.grammar.phrase import Phrase
from tests.reading.times.building import built, match

FRIDAY = date(1998, 3, 20)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_of(found: Phrase | None, told: date) -> date | None:
    """The day of the phrase, told on a day, where it leaves no doubt."""
    assert found is not None
    timex = Timex(
        Span(0, 1, "x"),
        found.type,
        None,
        Anchor.PUBLICATION,
        said=found.said,
        offset=found.offset,
        direction=found.direction or "past",
        strict=found.strict,
        feast=found.feast,
    )
    interval = days(timex, told)
    return interval.earliest if interval and interval.length == 1 else None


TOLD_ON_FRIDAY = [
    ("weekday", "Monday", date(1998, 3, 16)),
    ("weekday", "Friday", FRIDAY),
    ("weekday", "last Friday", date(1998, 3, 13)),
    ("weekday", "next Friday", date(1998, 3, 27)),
    ("weekdays_ago", "two Fridays ago", date(1998, 3, 6)),
    ("weekdays_ago", "a week ago last Friday", date(1998, 3, 6)),
    ("weekdays_ago", "a week ago Friday", date(1998, 3, 13)),
    ("weekdays_on", "Monday week", date(1998, 3, 30)),
    ("weekdays_on", "two weeks from Monday", date(1998, 4, 6)),
    ("weekdays_on", "Monday fortnight", date(1998, 4, 6)),
    ("beside_weekday", "the day before last Tuesday", date(1998, 3, 16)),
    ("beside_weekday", "the day after Monday", date(1998, 3, 17)),
    ("weekday_of_month", "the first Monday of February", date(1998, 2, 2)),
]


@pytest.mark.parametrize(("build", "text", "expected"), TOLD_ON_FRIDAY)
def test_told_on_a_friday(build: str, text: str, expected: date) -> None:
    assert day_of(built(text, build), FRIDAY) == expected


def test_a_length_that_begins_on_a_day_is_no_day() -> None:
    match_ = match("for two weeks from Monday", "weekdays_on")
    assert build_weekdays.weekdays_on(match_) is None


def test_a_fifth_weekday_is_left_to_the_last() -> None:
    fifth = match("the fifth Friday of May", "weekday_of_month")
    assert build_weekdays.weekday_of_month(fifth) is None
    last = build_weekdays.weekday_of_month(
        match("the last Sunday in March 2021", "weekday_of_month")
    )
    assert last is not None and last.value == "2021-03-28"


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_last_next_and_week_lie_where_they_say(told: date, weekday: int) -> None:
    name = WEEKDAYS[weekday]
    last, following = (
        day_of(built(f"last {name}", "weekday"), told),
        day_of(built(f"next {name}", "weekday"), told),
    )
    on = day_of(built(f"{name} week", "weekdays_on"), told)
    assert last is not None and following is not None and on is not None
    assert {last.weekday(), following.weekday(), on.weekday()} == {weekday}
    assert timedelta(-7) <= last - told < timedelta(0) < following - told <= timedelta(7)
    assert timedelta(7) <= on - told <= timedelta(13)


def test_that_day_hangs_on_one_told() -> None:
    found = build_weekdays.weekday(match("that Tuesday", "weekday"))
    assert (found.anchor, found.direction) == (Anchor.TIMEX, "near")

"""Dates, months and years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Anchor, Interval, PartialDate
from hearsay.reading.times.grammar import build_dates
from hearsay.reading.times.grammar.phrase import Phrase, timex_value
from tests.reading.times.building import built, match

Said = tuple[int | None, int | None, int | None]


def said(found: Phrase | None) -> Said:
    assert found is not None
    return found.said.year, found.said.month, found.said.day


DATES: list[tuple[str, str, Said]] = [
    ("month_day", "April 13", (None, 4, 13)),
    ("month_day", "Apr. 13", (None, 4, 13)),
    ("month_day", "13 April 2024", (2024, 4, 13)),
    ("month_day", "April 13, 2024", (2024, 4, 13)),
    ("month_day", "the 4th of July", (None, 7, 4)),
    ("month_day", "the sixth of June", (None, 6, 6)),
    ("month_day", "twenty-third of May", (None, 5, 23)),
    ("month_day", "April 31", (None, 4, 31)),
    ("month_day", "May 1, 3000", (None, 5, 1)),
    ("month", "Sept.", (None, 9, None)),
    ("month_year", "April 1974", (1974, 4, None)),
    ("month_year", "April of 1974", (1974, 4, None)),
    ("month_year", "April '74", (1974, 4, None)),
    ("month_range", "April-June 1994", (1994, 4, None)),
    ("nth_day", "on the 13th", (None, None, 13)),
    ("day_beside", "the 12th inst.", (None, None, 12)),
    ("year", "1996", (1996, None, None)),
    ("year", "'96", (1996, None, None)),
    ("year", "'05", (2005, None, None)),
    ("stamp", "2024-10-01", (2024, 10, 1)),
    ("stamp", "2024/10/01", (2024, 10, 1)),
    ("stamp", "13.12.2012", (2012, 12, 13)),
    ("stamp", "12/13/2012", (2012, 12, 13)),
    ("stamp", "13/12/2012", (2012, 12, 13)),
    ("stamp", "3/3/99", (1999, 3, 3)),
    ("stamp", "9/11/2013", (None, None, None)),
    ("stamp", "31/04/2012", (2012, 4, 31)),
]


@pytest.mark.parametrize(("build", "text", "expected"), DATES)
def test_what_is_said(build: str, text: str, expected: Said) -> None:
    found = built(text, build)
    assert said(found) == expected
    assert found is not None
    assert (found.anchor is Anchor.ABSOLUTE) == (expected[0] is not None or build == "stamp")


UNSURE = [("month_year", "April '74"), ("year", "'96"), ("stamp", "3/3/99"), ("nth_day", "the 9th")]


@pytest.mark.parametrize(("build", "text"), UNSURE)
def test_what_the_words_leave_open_is_not_certain(build: str, text: str) -> None:
    found = built(text, build)
    assert found is not None and not found.certain


def test_a_stamp_either_way_round_holds_both_days() -> None:
    found = build_dates.stamp(match("1/10/2024", "stamp"))
    assert found is not None and not found.certain
    assert found.fixed == Interval(date(2024, 1, 10), date(2024, 10, 1))
    assert timex_value(found) == "2024"


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_stamp_says_its_day_or_holds_it(day: date) -> None:
    plain = build_dates.stamp(match(day.isoformat(), "stamp"))
    assert plain is not None and plain.said == PartialDate(day.year, day.month, day.day)
    turned = build_dates.stamp(match(f"{day.day}/{day.month}/{day.year}", "stamp"))
    assert turned is not None
    assert turned.said.admits(day) if turned.fixed is None else turned.fixed.contains(day)


def test_the_hour_of_a_stamp() -> None:
    found = build_dates.stamp(match("2024-10-01T10:20Z", "stamp"))
    assert found is not None and (found.type, found.clock) == ("TIME", "10:20")


RANGES = [
    ("April 13–14", (4, 13), (4, 14), None),
    ("from 3 to 8 October", (10, 3), (10, 8), None),
    ("April 29–May 2", (4, 29), (5, 2), None),
    ("3-8 October 2011", (10, 3), (10, 8), 2011),
]


@pytest.mark.parametrize(("text", "first", "last", "year"), RANGES)
def test_ranges(text: str, first: tuple[int, int], last: tuple[int, int], year: int | None) -> None:
    found = build_dates.day_range(match(text, "day_range"))
    assert found is not None and found.until is not None
    assert said(found) == (year, *first)
    assert (found.until.year, found.until.month, found.until.day) == (year, *last)


WEEKS = [
    ("the first week of October", (None, 10, 1), 7),
    ("the second week of June 1990", (1990, 6, 8), 14),
    ("the last week of February 2020", (2020, 2, 23), 29),
    ("the last week of February 2021", (2021, 2, 22), 28),
]


@pytest.mark.parametrize(("text", "first", "last"), WEEKS)
def test_weeks_of_a_month(text: str, first: Said, last: int) -> None:
    found = build_dates.week_of_month(match(text, "week_of_month"))
    assert said(found) == first
    assert found is not None and found.until is not None and found.until.day == last


def test_no_month_has_a_fifth_whole_week() -> None:
    assert build_dates.week_of_month(match("the fifth week of May", "week_of_month")) is None


NEAR = [
    ("month_near", "last March", {"direction": "past", "strict": True}),
    ("month_near", "next June", {"direction": "future", "strict": True}),
    ("month_near", "this April", {"grain": "year", "shift": 0, "direction": None}),
    ("month_near", "the following May", {"direction": "future", "anchor": Anchor.TIMEX}),
    ("month_near", "that August", {"direction": "near", "anchor": Anchor.TIMEX}),
    ("month_day", "next May 3", {"direction": "future", "strict": True}),
    ("day_beside", "the 28th ult.", {"grain": "month", "shift": -1}),
    ("day_beside", "the 12th inst.", {"grain": "month", "shift": 0}),
]


@pytest.mark.parametrize(("build", "text", "fields"), NEAR)
def test_words_that_place_a_month(build: str, text: str, fields: dict[str, object]) -> None:
    found = built(text, build)
    assert {name: getattr(found, name) for name in fields} == fields


YEARS = [
    ("1914-1918", date(1914, 1, 1), date(1918, 12, 31)),
    ("1990-91", date(1990, 1, 1), date(1991, 12, 31)),
    ("1899-1901", date(1899, 1, 1), date(1901, 12, 31)),
]


@pytest.mark.parametrize(("text", "first", "last"), YEARS)
def test_ranges_of_years(text: str, first: date, last: date) -> None:
    found = build_dates.year_range(match(text, "year_range"))
    assert found is not None and found.fixed == Interval(first, last)


@pytest.mark.parametrize("text", ["1918-1914", "1914-1914", "1000-1999"])
def test_years_that_run_back_or_too_far_are_no_range(text: str) -> None:
    assert build_dates.year_range(match(text, "year_range")) is None


def test_a_number_that_counts_is_no_year() -> None:
    assert build_dates.year(match("'60 minutes", "year")) is None


def test_years_far_off_are_not_certain() -> None:
    for text, certain in (("1066", False), ("1899", False), ("1900", True), ("2150", False)):
        found = build_dates.year(match(text, "year"))
        assert found is not None and found.certain is certain


def test_years_before_christ_have_no_days() -> None:
    found = build_dates.ancient(match("44 BC", "ancient"))
    assert (timex_value(found), found.anchor, found.fixed) == ("BC0044", Anchor.NONE, None)

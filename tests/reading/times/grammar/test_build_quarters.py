"""Quarters, halves, seasons, decades and centuries."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Anchor, Interval
from hearsay.reading.times.grammar import build_quarters
from hearsay.reading.times.grammar.phrase import timex_value
from tests.reading.times.building import built, match

PARTS = [
    ("quarter", "the third quarter", "XXXX-Q3", (7, 9)),
    ("quarter", "the third quarter of 1989", "1989-Q3", (7, 9)),
    ("quarter", "Q2 2011", "2011-Q2", (4, 6)),
    ("half", "H2 2012", "2012-H2", (7, 12)),
    ("half", "the second half of 1999", "1999-H2", (7, 12)),
    ("season", "the spring of 1973", "1973-SP", (3, 5)),
    ("season", "the winter of 2001", "2001-WI", (12, 2)),
    ("season_near", "last summer", "XXXX-SU", (6, 8)),
    ("turn_of_year", "the turn of the year", "XXXX", (12, 1)),
]


@pytest.mark.parametrize(("build", "text", "value", "months"), PARTS)
def test_parts_of_a_year(build: str, text: str, value: str, months: tuple[int, int]) -> None:
    found = built(text, build)
    assert found is not None and (timex_value(found), found.months) == (value, months)
    assert (found.anchor is Anchor.ABSOLUTE) == value[0].isdigit()


def test_there_is_no_fifth_quarter() -> None:
    assert build_quarters.quarter(match("the fifth quarter", "quarter")) is None


def test_a_fiscal_quarter_may_be_of_other_months() -> None:
    found = build_quarters.quarter(match("the fiscal second quarter", "quarter"))
    assert found is not None and not found.certain


def test_the_fall_of_a_town_is_no_season() -> None:
    assert build_quarters.season(match("the fall of the town", "season")) is None
    bare = build_quarters.season(match("the fall", "season"))
    assert bare is not None and bare.weak


def test_this_winter_is_in_no_one_year() -> None:
    winter = build_quarters.season_near(match("this winter", "season_near"))
    summer = build_quarters.season_near(match("this summer", "season_near"))
    assert winter.grain is None and (summer.grain, summer.shift) == ("year", 0)


STRETCHES = [
    ("decade", "the 1980s", "198", date(1980, 1, 1), date(1989, 12, 31)),
    ("decade", "the '80s", "198", date(1980, 1, 1), date(1989, 12, 31)),
    ("decade", "the eighties", "198", date(1980, 1, 1), date(1989, 12, 31)),
    ("decade", "the 2000s", "200", date(2000, 1, 1), date(2009, 12, 31)),
    ("decade", "the 1700s", "17", date(1700, 1, 1), date(1799, 12, 31)),
    ("century", "the 11th century", "10", date(1000, 1, 1), date(1099, 12, 31)),
    ("century", "the nineteenth century", "18", date(1800, 1, 1), date(1899, 12, 31)),
    ("turn_of_century", "the turn of the 20th century", "19", date(1899, 1, 1), date(1901, 12, 31)),
]


@pytest.mark.parametrize(("build", "text", "value", "first", "last"), STRETCHES)
def test_decades_and_centuries(build: str, text: str, value: str, first: date, last: date) -> None:
    found = built(text, build)
    assert found is not None
    assert (found.value, found.fixed) == (value, Interval(first, last))


@given(st.integers(3, 9).map(lambda tens: 10 * tens))
def test_a_decade_of_the_last_century_is_told_in_three_ways(tens: int) -> None:
    long, short = built(f"the 19{tens}s", "decade"), built(f"the '{tens}s", "decade")
    assert long is not None and short is not None
    assert long.fixed == short.fixed and long.certain and short.certain


@pytest.mark.parametrize(
    ("build", "text"),
    [
        ("decade", "10s of thousands"),
        ("century", "the first century"),
        ("century", "the 23rd century"),
        ("turn_of_century", "the turn of the 23rd century"),
    ],
)
def test_what_is_no_decade_and_no_century_of_news(build: str, text: str) -> None:
    assert built(text, build) is None


COMPARED = ["the year-earlier quarter", "the same period last year", "the year-ago period"]


@pytest.mark.parametrize("text", COMPARED)
def test_the_quarter_a_year_before_the_one_spoken_of(text: str) -> None:
    found = build_quarters.year_ago(match(text, "year_ago"))
    assert (found.grain, found.shift, found.anchor) == ("quarter", -4, Anchor.TIMEX)


def test_the_quarter_spoken_of_in_a_year_told() -> None:
    found = build_quarters.quarter_of_year(match("the 1988 quarter", "quarter_of_year"))
    assert (found.value, found.fixed) == (
        "1988-QX",
        Interval(date(1988, 1, 1), date(1988, 12, 31)),
    )


def test_ends_and_middles_of_years() -> None:
    end = build_quarters.year_end(match("year-end", "year_end"))
    middle = build_quarters.mid_year(match("mid-year", "mid_year"))
    assert (end.said.month, end.said.day, middle.said.month) == (12, 31, 6)


WHICH = [
    ("quarter", "the third quarter", 3),
    ("quarter", "the 2nd quarter of 1990", 2),
    ("half", "the first half of 1990", 1),
    ("half", "the latter half of 1990", 2),
]


@pytest.mark.parametrize(("build", "text", "which"), WHICH)
def test_which_one_is_meant(build: str, text: str, which: int) -> None:
    assert build_quarters.nth(match(text, build)) == which

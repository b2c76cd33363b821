"""Periods compared with one told before."""

from dataclasses import replace

import pytest

from hearsay.model import Anchor, PartialDate, Span, Timex
from hearsay.reading.times.filter.comparisons import compares, on_period
from tests.reading.times.building import built

QUARTER = Timex(
    Span(0, 18, "the second quarter"),
    "DATE",
    "XXXX-Q2",
    Anchor.PUBLICATION,
    months=(4, 6),
    rule="quarter",
)
DAY = Timex(Span(20, 26, "Monday"), "DATE", "XXXX-WXX-1", Anchor.PUBLICATION)

COMPARE = [
    ("year_ago", "the year-earlier quarter", True),
    ("bare_unit", "the quarter", True),
    ("bare_unit", "the week", False),
    ("counted", "a year earlier", True),
    ("counted", "two years earlier", False),
    ("counted", "a week earlier", False),
    ("quarter", "the third quarter", False),
    ("quarter_of_year", "the 1988 quarter", True),
]


@pytest.mark.parametrize(("build", "text", "is_so"), COMPARE)
def test_what_compares(build: str, text: str, is_so: bool) -> None:
    found = built(text, build)
    assert found is not None and compares(found) is is_so


def test_the_quarter_is_the_one_last_told() -> None:
    bare = built("the quarter", "bare_unit")
    assert bare is not None
    same, told = on_period(bare, [QUARTER, DAY])
    assert (told, same.months, same.strict, same.value) == (0, (4, 6), False, "XXXX-Q2")


def test_a_year_earlier_is_the_same_quarter_of_the_year_before() -> None:
    back = built("a year earlier", "counted")
    assert back is not None
    earlier, told = on_period(back, [QUARTER])
    assert (told, earlier.months, earlier.strict) == (0, (4, 6), True)
    assert (earlier.direction, earlier.anchor) == ("past", Anchor.TIMEX)


def test_the_quarter_of_a_year_told_has_the_months_last_told() -> None:
    named = built("the 1988 quarter", "quarter_of_year")
    assert named is not None
    same, told = on_period(named, [QUARTER])
    assert (told, same.value, same.months, same.fixed) == (None, "1988-Q2", (4, 6), None)
    assert same.said == PartialDate(year=1988)


UNTOLD = [
    [],
    [DAY],
    [replace(QUARTER, direction="future")],
    [replace(QUARTER, relation="after")],
    [QUARTER, *[DAY] * 50],
]


@pytest.mark.parametrize("before", UNTOLD, ids=["none", "day", "to come", "after", "far"])
def test_where_no_quarter_was_told_nothing_changes(before: list[Timex]) -> None:
    bare = built("the quarter", "bare_unit")
    assert bare is not None and on_period(bare, before) == (bare, None)


def test_a_year_earlier_reaches_less_far_back_than_the_quarter() -> None:
    back, bare = built("a year earlier", "counted"), built("the quarter", "bare_unit")
    assert back is not None and bare is not None
    before = [QUARTER, *[DAY] * 10]
    assert on_period(back, before) == (back, None)
    assert on_period(bare, before)[1] == 0

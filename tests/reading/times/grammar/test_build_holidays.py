"""Named days."""

import pytest

from hearsay.model import Anchor
from hearsay.reading.times.grammar import build_holidays
from hearsay.reading.times.grammar.phrase import timex_value
from tests.reading.times.building import match

TOLD = [
    ("Christmas Eve 1914", "1914-12-24"),
    ("Easter Monday 1916", "1916-04-24"),
    ("Easter Monday, 1916", "1916-04-24"),
    ("Thanksgiving of 1963", "1963-11-28"),
    ("Christmas Eve", "XXXX-XX-XX"),
]


@pytest.mark.parametrize(("text", "value"), TOLD)
def test_the_day_follows_from_the_year(text: str, value: str) -> None:
    found = build_holidays.feast(match(text, "feast"))
    assert timex_value(found) == value
    year = value[:4].isdigit()
    assert found.anchor is (Anchor.ABSOLUTE if year else Anchor.PUBLICATION)


@pytest.mark.parametrize("text", ["Eid", "Diwali", "Ramadan"])
def test_feasts_of_the_moon_have_no_day(text: str) -> None:
    found = build_holidays.feast(match(text, "feast"))
    assert (found.feast, found.anchor, found.certain) == (None, Anchor.NONE, False)


def test_a_feast_by_itself_needs_company_and_one_with_a_word_does_not() -> None:
    lone = build_holidays.feast(match("Easter", "feast"))
    last = build_holidays.feast(match("last Easter", "feast"))
    assert lone.weak and lone.direction is None
    assert not last.weak and (last.direction, last.strict) == ("past", True)


def test_this_does_not_hold_a_feast_in_a_year() -> None:
    found = build_holidays.feast(match("this Thanksgiving", "feast"))
    assert (found.grain, found.shift, found.direction) == (None, None, None)


def test_a_date_that_is_a_name_may_be_only_a_name() -> None:
    found = build_holidays.named(match("9/11", "named"))
    assert timex_value(found) == "2001-09-11" and not found.certain


def test_a_rule_without_a_year_waits_for_one() -> None:
    found = build_holidays.by_rule(match("Easter", "feast"), "easter", direction="past")
    assert (found.value, found.feast, found.direction) == (None, "easter", "past")

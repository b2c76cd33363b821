"""Moving feasts on the days that almanacs give them."""

from datetime import date, timedelta

import pytest

from hearsay.model import Interval
from hearsay.model.holidays import feast_days


@pytest.mark.parametrize(
    ("rule", "first", "length"),
    [
        ("easter+0", date(1916, 4, 23), 1),
        ("easter-2", date(1998, 4, 10), 1),
        ("orthodox+0", date(1917, 4, 15), 1),
        ("orthodox+0", date(2023, 4, 16), 1),
        ("orthodox+0", date(2024, 5, 5), 1),
        ("passover+0:8", date(1943, 4, 20), 8),
        ("passover+0:8", date(2002, 3, 28), 8),
        ("passover+0:8", date(2024, 4, 23), 8),
        ("passover+163:2", date(2001, 9, 18), 2),
        ("passover+172", date(1973, 10, 6), 1),
        ("passover+184:2", date(2023, 10, 7), 2),
        ("passover-30:2", date(1994, 2, 25), 2),
        ("hanukkah+0:8", date(2013, 11, 28), 8),
        ("hanukkah+0:8", date(2024, 12, 26), 8),
        ("4 3 11", date(1963, 11, 28), 1),
        ("-1 0 5", date(2020, 5, 25), 1),
    ],
)
def test_feasts_fall_on_their_days(rule: str, first: date, length: int) -> None:
    assert feast_days(rule, first.year) == Interval(first, first + timedelta(days=length - 1))


@pytest.mark.parametrize("rule", ["", "easter", "lammas+0", "5 0 2+", "2-30", "passover+99999999"])
def test_what_is_no_rule_or_no_day_gives_none(rule: str) -> None:
    assert feast_days(rule, 2023) is None


def test_years_outside_the_calendar_give_none() -> None:
    assert feast_days("easter+300", 9999) is None
    assert feast_days("passover+0", 0) is None

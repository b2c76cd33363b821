"""Days that users and rows tell."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Document, Metadata
from hearsay.pages import day_of, extract
from hearsay.pages.metadata.machine_days import stamp, told_evidence

DAY = date(2024, 4, 16)


@pytest.mark.parametrize(
    "told", ["2024-04-16", "20240416", " 2024-04-16 ", "2024-04-16T23:59:00+02:00", "20240416T1015"]
)
def test_a_day_as_machines_write_it(told: str) -> None:
    assert day_of(told) == DAY
    found = told_evidence("given", told)
    assert found.days is not None and (found.days.earliest, found.text) == (DAY, told)


@pytest.mark.parametrize(
    "told", ["", "yesterday", "2024", "202404", "2024-02-30", "16.4.2024", "0001-01-01", "2024-04"]
)
def test_what_is_no_day(told: str) -> None:
    assert day_of(told) is None


STAMPS: list[tuple[object, str | None]] = [
    ("2024-04-16 10:00:00", "2024-04-16"),
    (20240416, "2024-04-16"),
    (1713261600, "2024-04-16"),
    ("1713261600", "2024-04-16"),
    (1713261600000, "2024-04-16"),
    (1713261600.25, "2024-04-16"),
    ("Tue, 16 Apr 2024 10:00:00 GMT", "2024-04-16"),
    ("Tue Apr 16 10:00:00 +0000 2024", "2024-04-16"),
    ("April 16, 2024", "2024-04-16"),
    ("03/04/2024", None),
    ("last week", None),
    ("Tue, 99 Apr 2024 10:00:00 GMT", None),
    (12, None),
    (1e300, None),
    (float("nan"), None),
    (True, None),
    (["2024-04-16"], None),
    (None, None),
]


@pytest.mark.parametrize(("value", "day"), STAMPS)
def test_what_a_row_may_say_of_a_day(value: object, day: str | None) -> None:
    told = stamp(value)
    found = told_evidence("feed", told).days if told is not None else None
    assert (found.earliest.isoformat() if found is not None else None) == day


def test_a_clock_in_universal_time_leaves_two_days() -> None:
    told = stamp("Tue, 16 Apr 2024 23:00:00 +0000")
    assert told is not None
    days = told_evidence("feed", told).days
    assert days is not None and days.length == 2


def test_a_given_day_without_dashes_dates_the_page() -> None:
    text = b"The ferry left the harbour at dawn, the ministry said on Monday."
    (found,) = extract(text, "page.txt", Metadata(published="20240416"))
    assert isinstance(found, Document)
    assert [e.days.earliest for e in found.dates if e.days and e.kind == "given"] == [DAY]


@given(st.text(max_size=40) | st.integers() | st.floats() | st.from_regex(r"\w{3}, \d+ \w+ .*"))
def test_any_value_gives_a_result(value: object) -> None:
    told = stamp(value)
    assert told is None or told_evidence("feed", told).days is not None

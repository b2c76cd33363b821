"""Dates of headers, stamps and addresses."""

import pytest

from hearsay.pages.metadata.date_lines import is_date_line
from hearsay.pages.metadata.stated_dates import find_stated, url_evidence

DAYS = [
    ("06:14 GMT 01.11.2024", "2024-11-01", "2024-11-01"),
    ("2024-11-01T06:14+0000", "2024-10-31", "2024-11-01"),
    ("2024-11-01T12:14:00Z", "2024-11-01", "2024-11-01"),
    ("2024-11-01T23:14:05.123Z", "2024-11-01", "2024-11-02"),
    ("2011-04-07 23:50:00+02:00", "2011-04-07", "2011-04-07"),
    ("Published: Friday, Nov. 1, 2024 3:15pm EDT", "2024-11-01", "2024-11-01"),
    ("Updated 3rd of March 2003", "2003-03-03", "2003-03-03"),
    ("13/12/2001", "2001-12-13", "2001-12-13"),
    ("12/13/2001", "2001-12-13", "2001-12-13"),
    ("Fri, 01 Nov 2024 06:14:00 GMT", "2024-11-01", "2024-11-01"),
    ("1962-10-22", "1962-10-22", "1962-10-22"),
    ("22-Oct-1962", "1962-10-22", "1962-10-22"),
    ("1962-10-22Ships turned back", "1962-10-22", "1962-10-22"),
    ("Oct. 22, 1962Ships turned back", "1962-10-22", "1962-10-22"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), DAYS)
def test_days(text: str, earliest: str, latest: str) -> None:
    (stated,) = find_stated(text)
    assert stated.days is not None
    assert (str(stated.days.earliest), str(stated.days.latest)) == (earliest, latest)


PARTS = [
    ("28 October, 14:12 GMT", (None, 10, 28, None)),
    ("June 1967", (1967, 6, None, None)),
    ("10/12/2001", (2001, None, None, None)),  # either way round
    ("February 30, 2020", (2020, 2, 30, None)),  # kept as said
    ("Sunday 13 October", (None, 10, 13, 6)),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_what_names_no_full_day(text: str, parts: tuple[int | None, ...]) -> None:
    (stated,) = find_stated(text)
    said = stated.partial
    assert stated.days is None
    assert (said.year, said.month, said.day, said.weekday) == parts


def test_a_wrong_weekday_is_kept_beside_the_day() -> None:
    (stated,) = find_stated("Monday 13 October 1962")
    assert stated.days is not None and stated.partial.weekday == 0


URLS = [
    ("https://a.example/20241101/minister-calls-1120.html", "2024-11-01"),
    ("https://a.example/2024/11/01/x", "2024-11-01"),
    ("https://a.example/2024/nov/01/x", "2024-11-01"),
    ("https://a.example/news-2024-11-01.html", "2024-11-01"),
    ("https://a.example/2024/2/28/18244659/x", "2024-02-28"),
    ("https://a.example/2024/11/story", None),
    ("https://a.example/99991301/", None),
    ("https://a.example/img/1120570808_0:160:3072:1888.jpg", None),
    ("https://a.example/20241399/x", None),
]


@pytest.mark.parametrize(("url", "day"), URLS)
def test_url(url: str, day: str | None) -> None:
    told = url_evidence(url)
    days = told.days if told else None
    assert (str(days.earliest) if days else None) == day


DATE_LINES = [
    ("06:14 GMT 01.11.2024", True),
    ("LONDON | Tue Apr 20, 2010 3:15pm EDT", True),
    ("Last updated at 10:15 on 4 March 2009", True),
    ("Oct. 14, 1962", True),
    ("June 16, 2015 Trump joins the race.", False),
    ("Lagos fell on 5 June 1967.", False),
    ("5 June", True),
    ("The June list", False),
]


@pytest.mark.parametrize(("text", "expected"), DATE_LINES)
def test_date_line(text: str, expected: bool) -> None:
    assert is_date_line(text) is expected

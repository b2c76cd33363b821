"""Which dates of a page are its own: headers, mastheads, comments, chronicles, reprints."""

import pytest

from hearsay import pages
from hearsay.model import Dated, Document, Reading
from hearsay.pages.metadata.date_lines import dates_byline
from hearsay.resolve import resolve

REPORT = (
    "Dockers in Split went back to work after the owners gave way on the night shift. "
    "They had been out for nine days, and ships had been sent to other ports.\n\n"
    "The union said it would hold its fire until the autumn. The owners said little."
)


def kinds(text: str) -> list[tuple[str, str]]:
    document = pages.extract(text.encode(), "page.txt")[0]
    assert isinstance(document, Document)
    return [(item.kind, str(item.days and item.days.earliest)) for item in document.dates]


PAGES = [
    # below the report a reader's line dates the page only to the past
    (
        f"{REPORT}\n\nPosted by ann on May 1, 2005 10:03 AM\n\nGood for them, and about time too, "
        "since nobody should have to load grain at three in the morning.",
        [("below", "2005-05-01")],
    ),
    (f"{REPORT}\n\nPublished: 1 May 2005", [("header", "2005-05-01")]),
    (
        f"{REPORT}\n\nPublished: 1 May 2005\n\nStrike in Bar\n\nPublished: 3 June 2006",
        [("contradicted", "2005-05-01"), ("contradicted", "2006-06-03")],
    ),
    (
        f"Published: 1 May 2005\n\n{REPORT}\n\nPublished: 3 June 2006",
        [("header", "2005-05-01"), ("related", "2006-06-03")],
    ),
    # the date above the headline is that of the visit where the article has its own
    (
        f"Friday, 3 March 2017\n\nDockers in Split go back to work\n\n1 May 2005\n\n{REPORT}",
        [("masthead", "2017-03-03"), ("header", "2005-05-01")],
    ),
    # reprints and chronicles
    (f"From the archive\n\n1 May 1935\n\n{REPORT}", [("related", "1935-05-01")]),
    (f"On This Day: 1 May 1935\n\n{REPORT}", [("related", "1935-05-01")]),
    (f"Founded 1 May 2005\n\n{REPORT}", [("related", "2005-05-01")]),
    (
        "The dispute in dates\n\n1 May 2005\n\nThe owners of the port cut the night allowance by "
        "half, and say so on a sheet pinned to the gate.\n\n2 May 2005\n\nNobody comes to work, "
        "and the cranes stand still from the first hour to the last.\n\n9 May 2005\n\nThe owners "
        "give way after a meeting with the mayor, who had been called from his bed.",
        [("related", "2005-05-01"), ("related", "2005-05-02"), ("related", "2005-05-09")],
    ),
    # the first day of a chronicle stands above its text
    (
        "Nine days of strike\n\n1 May 2005\n\nThe owners of the port cut the night allowance by "
        "half, and say so on a sheet pinned to the gate.\n\n2 May 2005\n\nNobody comes to work, "
        "and the cranes stand still from the first hour to the last.",
        [("related", "2005-05-01"), ("related", "2005-05-02")],
    ),
    # a day alone below the standfirst is the page's, unless there are several
    (
        "Dockers go back\n\nThe owners gave way on the night shift, the union says.\n\n1 May 2005"
        f"\n\n{REPORT}",
        [("header", "2005-05-01")],
    ),
    (
        "Dockers go back\n\nThe owners gave way on the night shift, the union says.\n\n1 May 2005"
        f"\n\n{REPORT}\n\n3 May 2005\n\nThe ships came back as well, one after the other.",
        [("related", "2005-05-01"), ("related", "2005-05-03")],
    ),
    (f"Siege of the Harbour Fort, July 1, 1863\n\n{REPORT}", [("related", "1863-07-01")]),
    (f"Sentenced on 1 May 2005\n\n{REPORT}", [("related", "2005-05-01")]),
    (
        f"June 5, 1926 - March 9, 2003\n\n{REPORT}",
        [("related", "1926-06-05"), ("related", "2003-03-09")],
    ),
    (f"{REPORT}\n\nFirst published in Harbour Post, 3 March 1999", [("related", "1999-03-03")]),
    # a byline that the report runs into, and a photograph's date
    (
        "By Ana Sol, Harbour Post Dockers drink coffee in the port of Split on May 1, 2005.\n\n"
        + REPORT,
        [],
    ),
    (
        "AP May 1, 2005: A docker drinks coffee in the port of Split while others look on.\n\n"
        + REPORT,
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


BYLINES = [
    ("By Ana Sol, Special to the Harbour Post, 1 May 2005", True),
    ("By Pedro de la Cruz and Ana Sol in Split, May 1, 2005", True),
    ("By Ana Sol The port closed on May 1, 2005", False),
]


@pytest.mark.parametrize(("text", "expected"), BYLINES)
def test_bylines(text: str, expected: bool) -> None:
    assert dates_byline(text) is expected


def published(text: str) -> Dated:
    """The day by the page's evidence alone."""
    document = pages.extract(text.encode(), "page.txt")[0]
    assert isinstance(document, Document)
    return resolve([Reading(document)]).pages[0].published


def test_headers_that_contradict_each_other_are_kept_and_none_is_certain() -> None:
    found = published(f"Published: 1 May 2005\n\nPosted: 9 August 2005\n\n{REPORT}")
    assert found.basis == "inferred"
    assert len(found.refused) == 1 and "9 August 2005" in found.refused[0]


FAR = [("18 June 1815", "1815-06-18"), ("Published 21 March 2145", "2145-03-21")]


@pytest.mark.parametrize(("stamp", "day"), FAR)
def test_days_of_other_centuries_are_days(stamp: str, day: str) -> None:
    found = published(f"{stamp}\n\n{REPORT}")
    assert (str(found.earliest), str(found.latest)) == (day, day)


def test_a_wrong_weekday_stays_beside_its_day() -> None:
    document = pages.extract(f"Monday 13 October 1962\n\n{REPORT}".encode(), "page.txt")[0]
    assert isinstance(document, Document)
    (item,) = document.dates
    assert item.text == "Monday 13 October 1962"
    assert item.partial is not None and item.partial.weekday == 0


IMPOSSIBLE = [
    "30/02/2011",
    "31/31/11",
    "0/0/00",
    "99.99.9999",
    "Feb. 30, 11",
    "2145-13-40",
    "0.0.00",
]


@pytest.mark.parametrize("stamp", IMPOSSIBLE)
def test_a_date_no_calendar_has_dates_nothing(stamp: str) -> None:
    page = f"{stamp}\n\n{REPORT}"
    assert all(days == "None" for _, days in kinds(page))
    assert published(page).earliest is None or published(page).earliest != published(page).latest


def test_a_time_of_the_change_that_prints_the_first_day_too() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in REPORT.split("\n\n"))
    html = (
        "<html><body><article><h1>Dockers go back to work</h1>"
        '<time itemprop="dateModified" datetime="2005-05-03T09:00:00+02:00">'
        f"13/04/2005 08:15 | Updated 03/05/2005 09:00</time>{body}</article></body></html>"
    )
    assert kinds(html)[:2] == [("markup", "2005-04-13"), ("updated", "2005-05-03")]

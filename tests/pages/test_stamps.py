"""Stamps glued to a report are cut out and date the page."""

import pytest

from hearsay.model import Document, Metadata
from hearsay.pages import extract
from hearsay.pages.layout.paragraph import Paragraph
from hearsay.pages.layout.timestamps import split_timestamps

CASES = [
    (
        "QUITO | Thu Mar 5, 1998 4:10 pm EST QUITO (Reuters) - Ecuador shut two ports.",
        ["QUITO | Thu Mar 5, 1998 4:10 pm EST", "QUITO (Reuters) - Ecuador shut two ports."],
    ),
    (
        "Photo by Ana Sol. SUVA, Fiji | Mon Dec 4, 2006 9:05 pm GMT SUVA (AP) -- Soldiers came.",
        [
            "Photo by Ana Sol.",
            "SUVA, Fiji | Mon Dec 4, 2006 9:05 pm GMT",
            "SUVA (AP) -- Soldiers came.",
        ],
    ),
    (
        "Updated 12 May 1999 18:30 GMT Ferries sailed again on Wednesday.",
        ["Updated 12 May 1999 18:30 GMT", "Ferries sailed again on Wednesday."],
    ),
    (
        "12 May 1999, 18:30 GMT Ferries sailed again on Wednesday.",
        ["12 May 1999, 18:30 GMT", "Ferries sailed again on Wednesday."],
    ),
    (
        "Ana Sol | 18:00 UK time, Saturday, 6 May 1995 Ferries were extremely late.",
        ["Ana Sol | 18:00 UK time, Saturday, 6 May 1995", "Ferries were extremely late."],
    ),
    (
        "2019-05-18Ferries sailed again on Wednesday.",
        ["2019-05-18", "Ferries sailed again on Wednesday."],
    ),
    (
        "Published: 2019-05-18 | Updated: 2019-05-20 Ferries sailed again on Wednesday.",
        ["Published: 2019-05-18 | Updated: 2019-05-20", "Ferries sailed again on Wednesday."],
    ),
    (
        "Posted on May 18, 2019 Ferries sailed again on Wednesday.",
        ["Posted on May 18, 2019", "Ferries sailed again on Wednesday."],
    ),
    (
        "Saturday, May 18, 2019 Ferries sailed again.",
        ["Saturday, May 18, 2019", "Ferries sailed again."],
    ),
    ("Ferries sail again 2019-05-18", ["Ferries sail again", "2019-05-18"]),
    ("Ferries sail again | 18 May 2019", ["Ferries sail again", "18 May 2019"]),
    ("May 18, 2019 Ferry disaster is remembered in the islands.", None),
    ("Saturday, May 18, 2019, Ferry Company shares fell.", None),
    ("Published on May 18, 2019, the report names nobody.", None),
    ("Ferries of May 18, 2019", None),
    ("The blast of March 5, 1998 4:10 pm EST shook the town.", None),
    ("On March 5, 1998 at 4:10 pm the council met.", None),
    ("March 5, 1998 at 4:10 pm is when the council met.", None),
]


@pytest.mark.parametrize(("text", "parts"), CASES)
def test_parts(text: str, parts: list[str] | None) -> None:
    assert [p.text for p in split_timestamps([Paragraph(text)])] == (parts or [text])


def test_days_that_open_several_paragraphs_are_those_of_a_chronicle() -> None:
    texts = ["2019-05-18 The ferry sinks.", "2019-06-02 The owner is held in a hotel."]
    assert [p.text for p in split_timestamps(map(Paragraph, texts))] == texts


def test_a_glued_stamp_dates_the_page() -> None:
    body = (
        "LIMA | Fri Jan 16, 1987 7:20 am EST LIMA (Reuters) - Rail workers walked out.\n\n"
        "The union said the strike would last three days. The ministry called it illegal."
    )
    document = extract(body.encode(), "page.txt", Metadata())[0]
    assert isinstance(document, Document)
    assert document.text.startswith("LIMA (Reuters) - Rail workers")
    days = [(item.kind, str(item.days and item.days.earliest)) for item in document.dates]
    assert days == [("header", "1987-01-16")]


def test_a_caption_above_the_report_is_no_report() -> None:
    body = (
        "Marta Rui, a warden, counts seals on a beach blackened by oil in Cadiz, March 4, 1978.\n\n"
        "MADRID | Mon Mar 6, 1978 9:12 am GMT MADRID (AP) - Spain shut its northern beaches.\n\n"
        "The port of Cadiz closed as well, and fishing boats stayed in harbour for a third day."
    )
    document = extract(body.encode(), "page.txt", Metadata())[0]
    assert isinstance(document, Document)
    assert document.text.startswith("MADRID (AP) - Spain")
    days = [(item.kind, str(item.days and item.days.earliest)) for item in document.dates]
    assert ("header", "1978-03-06") in days
    assert ("caption", "1978-03-04") in days

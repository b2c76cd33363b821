"""Captions that date a page, and those that only bound its day from below."""

from datetime import date

import pytest

from hearsay import pages
from hearsay.language import Analyser
from hearsay.model import Dated, Document
from hearsay.reading import read
from hearsay.resolve import resolve

BODY = (
    "Men lifted the bell from the nave. “It fell like a stone,” said Marta Rui, who keeps the keys."
)
FRESH = "Divers look for survivors off Rovinj, Croatia, Thursday, Oct. 10, 2019. (AP Photo/Ana Sol)"
OLD = "FILE - In this photo of Thursday, Oct. 10, 2019, a ferry lies off Rovinj. (AP Photo/Ana Sol)"

PICTURES = [
    # the first weekday of the report is that of its last picture
    (f"{FRESH}\n\nA ferry sank off Rovinj on Thursday with forty aboard.\n\n{BODY}", "pictured"),
    # it is another one, or one of two
    (f"{FRESH}\n\nA ferry that sank off Rovinj was raised on Monday.\n\n{BODY}", "caption"),
    (f"{FRESH}\n\nThursday’s ferry was raised off Rovinj on Monday.\n\n{BODY}", "caption"),
    (f"{FRESH}\n\nA ferry sank off Rovinj with forty aboard.\n\n{BODY}", "caption"),
    # an old picture is of another Thursday
    (f"{OLD}\n\nA ferry sank off Rovinj on Thursday with forty aboard.\n\n{BODY}", "caption"),
]


def document(text: str) -> Document:
    found = pages.extract(text.encode(), "page.txt")[0]
    assert isinstance(found, Document)
    return found


def published(text: str, analyser: Analyser) -> Dated:
    found = document(text)
    return resolve([read(found, analyser.analyse(found.text))]).pages[0].published


@pytest.mark.parametrize(("text", "kind"), PICTURES)
def test_kinds(text: str, kind: str) -> None:
    assert [item.kind for item in document(text).dates] == [kind]


def test_a_picture_of_the_day_told_dates_the_page_without_certainty(analyser: Analyser) -> None:
    answer = published(PICTURES[0][0], analyser)
    assert (answer.earliest, answer.latest) == (date(2019, 10, 10), date(2019, 10, 11))
    assert answer.basis == "inferred"


def test_a_picture_of_another_day_bounds_the_page(analyser: Analyser) -> None:
    answer = published(PICTURES[1][0], analyser)
    assert answer.earliest is not None and answer.earliest >= date(2019, 10, 10)
    assert answer.latest is None

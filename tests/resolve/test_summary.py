"""The sentence that tells an event."""

from typing import TYPE_CHECKING

import pytest

from hearsay.model import Document, Given
from hearsay.pages import extract
from hearsay.reading import read
from hearsay.resolve import resolve

if TYPE_CHECKING:
    from hearsay.language import Analyser


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "“We attacked the radar at dawn,” General Paul Okoro told reporters in Asmara.",
            "[Paul Okoro:] We attacked the radar at dawn.",
        ),
        (
            "“We met the envoy and demanded the release of the crew,” Anna Lindqvist said.",
            "[Anna Lindqvist] demanded the release of the crew.",
        ),
        ("“US forces attacked the radar,” Anna Lindqvist said.", "US forces attacked the radar."),
    ],
)
def test_words_in_the_first_person_are_told_with_whose_they_are(
    analyser: "Analyser", text: str, summary: str
) -> None:
    (page,) = extract(text.encode(), "page.txt", Given(published="1999-03-02"))
    assert isinstance(page, Document)
    record = resolve([read(page, analyser.analyse(page.text))])
    assert summary in [event.summary for event in record.events]

"""The sentence that tells an event."""

from typing import TYPE_CHECKING

import pytest

from hearsay.model import Document, Metadata
from hearsay.pages import extract
from hearsay.reading import read
from hearsay.resolve import resolve

if TYPE_CHECKING:
    from hearsay.language import Analyser


def summaries(analyser: "Analyser", text: str) -> list[str]:
    (page,) = extract(text.encode(), "page.txt", Metadata(published="1999-03-02"))
    assert isinstance(page, Document)
    record = resolve([read(page, analyser.analyse(page.text))])
    return [event.summary for event in record.events]


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
    assert summary in summaries(analyser, text)


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "The senators who had falsely accused the general resigned on Monday in Lima.",
            "[The senators] had falsely accused the general.",
        ),
        (
            "The rebels left the talks after demanding that the army withdraw from the town.",
            "[The rebels demanded] that the army withdraw from the town.",
        ),
        (
            "President Dora Lim, Foreign Minister Ivan Petrov, Defence Minister Hugo Baral and "
            "other officials condemned Chile's strike and reaffirmed their support for Peru.",
            "[Dora Lim, Ivan Petrov and Hugo Baral] reaffirmed their support for Peru.",
        ),
        (
            "Despite its losses, Chile attacked the port of Iquique on Monday.",
            "Despite its losses, Chile attacked the port of Iquique on Monday.",
        ),
        (
            "The king told the nation that Peru was building missile sites and ordered a blockade "
            "of the port.",
            "[The king] ordered a blockade of the port.",
        ),
        (
            "In his first speech since the coup, the former president gave support to the rebels.",
            "In his first speech since the coup, the former president gave support to the rebels.",
        ),
        (
            "After the attack on the barracks, in which two soldiers died, the town was quiet.",
            "The attack on the barracks, in which two soldiers died.",
        ),
    ],
)
def test_a_clause_is_told_whole_and_by_whom(analyser: "Analyser", text: str, summary: str) -> None:
    assert summary in summaries(analyser, text)

"""Quotations with nothing between them have one speaker."""

from typing import TYPE_CHECKING

from hearsay.reading import read
from tests.factories import document

if TYPE_CHECKING:
    from hearsay.language import Analyser


def _speakers(analyser: "Analyser", text: str) -> list[str]:
    reading = read(document(text), analyser.analyse(text))
    return [said.chain[-1].text for said in reading.attributions if said.kind == "direct"]


def test_a_pronoun_before_two_quotations_is_whoever_the_second_names(analyser: "Analyser") -> None:
    text = (
        "President Kofi Mensah joined other leaders on Sunday in a statement of support.\n\n"
        "He added: “We came together, and it sent a clear message.” “Nobody will get away with "
        "it,” said Lt. Col. Peter Osei, a spokesman for the army."
    )
    assert _speakers(analyser, text) == ["Lt. Col. Peter Osei"] * 2


def test_words_between_two_quotations_keep_their_speakers(analyser: "Analyser") -> None:
    text = "Gen. Ann Roe came on Monday. “We hold on,” she said. “We always will,” said Gen. Osei."
    assert _speakers(analyser, text) == ["she", "Gen. Osei"]

"""Phrases as parts of clauses, and the phrase of an event's noun: `phrase_parts`, `noun_parts`."""

from typing import TYPE_CHECKING

import pytest

from hearsay.model import ClauseParts
from hearsay.reading import read
from hearsay.reading.events import noun_parts
from hearsay.reading.events.clause_words import LONGEST
from hearsay.reading.events.phrase_parts import is_several
from hearsay.syntax import parse
from tests.factories import document

if TYPE_CHECKING:
    from hearsay.language import Analyser


@pytest.mark.parametrize(
    ("text", "word", "several"),
    [
        ("The guards left the port.", "guards", True),
        ("The guard left the port.", "guard", False),
        ("Mara and Ivo left the port.", "Mara", True),
    ],
)
def test_a_phrase_of_several(analyser: "Analyser", text: str, word: str, several: bool) -> None:
    tree = parse(analyser.analyse(text))
    head = next(n for n, token in enumerate(tree.tokens) if token.text == word)
    assert is_several(tree, head) is several


def noun_of(analyser: "Analyser", text: str, word: str) -> ClauseParts:
    events = read(document(text), analyser.analyse(text)).events
    clause = next(event.clause for event in events if event.trigger.text == word)
    assert clause is not None
    return clause


def test_a_description_is_short() -> None:
    assert noun_parts._LONGEST_DESCRIPTION < LONGEST


def test_a_noun_is_taken_apart(analyser: "Analyser") -> None:
    clause = noun_of(analyser, "The mayor spoke of the recent attack on the port of Lom.", "attack")
    told = {part.slot: " ".join(span.text for span in part.spans) for part in clause.parts}
    assert told == {"noun": "recent attack", "on": "on the port of Lom"}


def test_what_an_event_did_is_not_said_of_its_place(analyser: "Analyser") -> None:
    clause = noun_of(analyser, "Nobody saw the raid on two farms that killed six.", "raid")
    told = {part.slot: " ".join(span.text for span in part.spans) for part in clause.parts}
    assert told["on"] == "on two farms"

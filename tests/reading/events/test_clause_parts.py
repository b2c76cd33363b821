"""The clause of an event, taken apart while its tree is at hand: `clause_parts`, `clause_words`."""

from typing import TYPE_CHECKING

import pytest

from hearsay.model import ClauseParts, Document, EventMention, Metadata
from hearsay.pages import extract
from hearsay.reading import read
from hearsay.reading.events import clause_words
from tests.reading.events.pages import Built

if TYPE_CHECKING:
    from hearsay.language import Analyser


def events(analyser: "Analyser", text: str) -> tuple[EventMention, ...]:
    (page,) = extract(text.encode(), "page.txt", Metadata(published="1999-03-02"))
    assert isinstance(page, Document)
    return read(page, analyser.analyse(page.text)).events


def parts_of(analyser: "Analyser", text: str, word: str) -> ClauseParts:
    event = next(event for event in events(analyser, text) if word in event.trigger.text)
    assert event.clause is not None
    return event.clause


@pytest.mark.parametrize(
    ("text", "word", "verb", "passive", "negated"),
    [
        ("Troops of Peru attacked the port of Ilo.", "attacked", "attack", False, False),
        ("The port of Ilo was attacked by troops of Peru.", "attacked", "attack", True, False),
        ("Peru did not attack the port of Ilo.", "attack", "attack", False, True),
    ],
)
def test_the_verb_is_kept_with_its_voice_and_negation(
    analyser: "Analyser", text: str, word: str, verb: str, passive: bool, negated: bool
) -> None:
    clause = parts_of(analyser, text, word)
    assert (clause.verb, clause.passive, clause.negated) == (verb, passive, negated)


def test_times_are_left_out(analyser: "Analyser") -> None:
    text = "Troops of Peru attacked the port of Ilo on Monday."
    clause = parts_of(analyser, text, "attacked")
    words = " ".join(span.text for part in clause.parts for span in part.spans)
    assert "Monday" not in words
    assert "port of Ilo" in words


def test_a_clause_gives_no_more_than_stands_on_the_page(analyser: "Analyser") -> None:
    text = "Chile, which borders Peru, recalled its envoy from Lima after the raid."
    for event in events(analyser, text):
        spans = [] if event.clause is None else [s for p in event.clause.parts for s in p.spans]
        assert all(text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The mayor, a lawyer, attacked the bishop.", "The mayor"),
        ("The mayor (who has resigned) attacked the bishop.", "The mayor"),
        ("The mayor of Lomas attacked the bishop.", "The mayor of Lomas"),
    ],
)
def test_asides_are_left_out(analyser: "Analyser", text: str, subject: str) -> None:
    clause = parts_of(analyser, text, "attacked")
    assert clause.subject is not None
    assert " ".join(span.text for span in clause.subject.spans) == subject


def test_a_part_without_end_is_not_taken(analyser: "Analyser") -> None:
    towns = ", ".join(f"Town{number}" for number in range(clause_words.LONGEST))
    clause = parts_of(analyser, f"Peru attacked {towns} and Ilo.", "attacked")
    words = sum(span.text.count(" ") + 1 for part in clause.parts for span in part.spans)
    assert words <= clause_words.LONGEST


HUNG_ON_THE_FIRST = """Chad Chad PROPN NNP 2 nsubj
shelled shell VERB VBD 0 root
Lom Lom PROPN NNP 2 obj
over over ADP IN 5 case
raids raid NOUN NNS 2 obl
that that PRON WDT 7 nsubj
hurt hurt VERB VBD 5 acl:relcl
dozens dozen NOUN NNS 7 obj
and and CCONJ CC 10 cc
emptied empty VERB VBD 7 conj
nine nine NUM CD 7 obl
farms farm NOUN NNS 11 nmod"""


def test_a_second_verb_stays_where_its_object_hangs_on_the_first() -> None:
    text = "Chad shelled Lom over raids that hurt dozens and emptied nine farms"
    event = next(
        event
        for event in Built(text, HUNG_ON_THE_FIRST, {"Chad": "state", "Lom": "place"}).events()
        if event.trigger.text == "shelled"
    )
    assert event.clause is not None
    told = [span.text for part in event.clause.parts for span in part.spans]
    assert "over raids that hurt dozens and emptied nine farms" in told

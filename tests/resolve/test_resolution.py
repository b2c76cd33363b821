"""The whole of resolution: order, batching and repetition are nothing; all ids hold together."""

import random
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Document, Reading, Resolution
from tests.readings import reading
from tests.resolve.stub import resolve

PAGES = [
    reading(
        "[Alexander Haig|person 1 USA GOV office=Secretary_of_State] {met|CONSULT/visit p=1,2 on=0}"
        " [Margaret Thatcher|person 2 GBR GOV office=Prime_Minister] in [London|place 3 GBR] <on "
        "Thursday|weekday=3>. “~We will not be moved from these islands by force of arms|direct "
        "2 cue=said~,” she said. The fleet carries #nearly 3,000 marines|-3000 marines#.",
        published="1982-04-09",
        source="a",
        title="Haig in London",
    ),
    reading(
        "[The US secretary of state|person 1 USA form=nominal office=secretary_of_state] {met|"
        "CONSULT/visit p=1,2 on=0} [Mrs Thatcher|person 2 GBR canonical=Thatcher "
        "office=prime_minister] <on Thursday|weekday=3> before he left [London|place 3 GBR].",
        published="1982-04-09",
        source="b",
    ),
    reading(
        "[Thatcher|person 1 GBR office=Prime_Minister] told the House: “~We will be moved from "
        "these islands by force of arms|direct 1 cue=told~.” [Argentina|state 2 ARG] {seized|"
        "COERCE/seize s=2 t=3 on=0 lemma=seize} [the islands|place 3] <on April 2|month=4 date=2>.",
        published="1982-04-10",
        source="c",
    ),
    reading(
        "[Argentina|state 1 ARG] {took|COERCE/seize s=1 t=2 lemma=take on=0} [the islands|place 2] "
        "<on April 2|month=4 date=2>; #11 marines|11 marines e=0# were hurt.",
        published="1982-04-04",
        source="d",
        agency="Reuters",
    ),
    reading("", source="e"),
    reading(
        "[Haig|person 1 USA office=secretary_of_state] {called|CONSULT/phone p=1,2 lemma=call} "
        "[Costa Mendez|person 2 ARG office=foreign_minister].",
        source="f",
    ),
]


def test_any_order_gives_the_same_record() -> None:
    first = resolve(*PAGES)
    for order in list(permutations(PAGES))[::37]:
        assert resolve(*order) == first


def test_repetition_changes_nothing() -> None:
    assert resolve(*PAGES, *PAGES[::-1]) == resolve(*PAGES)


def test_one_page_under_two_names_is_one_document() -> None:
    page = PAGES[0]
    other = Reading(document=_renamed(page), names=page.names, events=page.events)
    assert len(resolve(page, other).pages) == 1
    assert resolve(page, other) == resolve(other, page)


def _renamed(page: Reading) -> Document:
    return replace(page.document, source="another name")


@pytest.mark.parametrize("pages", [[], [PAGES[4]], [PAGES[0]]])
def test_little_gives_a_record(pages: list[Reading]) -> None:
    assert len(resolve(*pages).pages) == len(pages)


def test_the_record_holds_together() -> None:
    record = resolve(*PAGES)
    check(record)
    assert {len(event.documents) for event in record.events} == {1, 2}
    assert any(relation.kind == "alters" for relation in record.relations)
    assert "Haig in London" in {story.title for story in record.stories}


def check(record: Resolution) -> None:
    """Every reference is found, every tuple is sorted, every span is its words."""
    for nouns in (record.entities, record.stories, record.origins, record.events):
        ids = [noun.id for noun in nouns]
        assert ids == sorted(set(ids))
    entities = {entity.id for entity in record.entities}
    texts = {page.document.id: page.document.text for page in record.pages}
    events = {event.id for event in record.events}
    statements = {statement.id for statement in record.statements}
    stories = {story.id for story in record.stories}
    assert {page.story for page in record.pages} <= stories
    assert {page.origin for page in record.pages} == {origin.id for origin in record.origins}
    assert sorted(e for story in record.stories for e in story.events) == sorted(events)
    for event in record.events:
        assert {actor.entity for actor in event.actors} <= entities | {None}
        assert {told.statement for told in event.mentions} <= statements | {None}
        for told in event.mentions:
            span = told.cite.span
            assert texts[told.cite.document][span.start : span.end] == span.text
    for figure in record.figures:
        assert figure.event in events | {None}
        assert figure.statement in statements | {None}
    known = statements | events | {figure.id for figure in record.figures}
    assert {id_ for relation in record.relations for id_ in relation.between} <= known


NAMES = [("person", "Ann Lee", "USA"), ("person", "Lee", "USA"), ("person", "Anne Leigh", "GBR")]
STATES = [("state", "Chad", "TCD"), ("state", "Sudan", "SDN")]
EVENTS = [("ASSAULT", "shelled"), ("CONSULT/phone", "called"), ("CONSULT/visit", "met")]


@st.composite
def pages(draw: st.DrawFn) -> Reading:
    """A short page of sentences of two parties, an event, perhaps a day and a quotation."""
    sentences = []
    for number in range(draw(st.integers(0, 4))):
        one, other = (draw(st.sampled_from(NAMES + STATES)) for _ in range(2))
        type_, verb = draw(st.sampled_from(EVENTS))
        day = draw(st.integers(1, 4))
        a, b = 2 * number, 2 * number + 1
        sentence = (
            f"[{one[1]}|{one[0]} {a} {one[2]}] {{{verb}|{type_} s={a} t={b} on={number}}} "
            f"[{other[1]}|{other[0]} {b} {other[2]}] <on May {day}|month=5 date={day}>."
        )
        sentences.append(sentence)
    published = draw(st.sampled_from([None, "1999-05-02", "1999-05-04", "1999-05-09"]))
    source = str(draw(st.integers(0, 3)))
    return reading(" ".join(sentences), published=published, source=source)


@settings(max_examples=60, deadline=None)
@given(st.lists(pages(), max_size=6), st.randoms(use_true_random=False))
def test_generated_pages_in_any_order(found: list[Reading], order: random.Random) -> None:
    record = resolve(*found)
    check(record)
    shuffled = found + found[:2]
    order.shuffle(shuffled)
    assert resolve(*shuffled) == record

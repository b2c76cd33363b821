"""The sentence that tells an event, from invented pages."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hearsay.model import Document, Entity, Metadata, Reading
from hearsay.ontology import table
from hearsay.pages import extract
from hearsay.reading import read
from hearsay.resolve import resolve
from hearsay.resolve.entities.find_entities import Entities, find_entities, link_names
from hearsay.resolve.events.naming_words import PageNames
from hearsay.resolve.events.noun_sentences import against
from hearsay.resolve.events.own_words import quoted_sentence
from hearsay.resolve.events.realise import drafted
from hearsay.resolve.events.summary import summarise
from hearsay.resolve.events.verb_groups import VerbForm, manner, verb_group
from tests.readings import reading

if TYPE_CHECKING:
    from hearsay.language import Analyser

CHILE, PERU = "[Chile|state 1 CHL]", "[Peru|state 2 PER]"
_TABLE = Path(__file__).with_name("sentences.tsv")
with _TABLE.open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
_BY_KIND = Path(__file__).with_name("sentences_by_kind.tsv")
with _BY_KIND.open(encoding="utf-8", newline="") as lines:
    KINDS = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def summaries(analyser: "Analyser", text: str) -> list[str]:
    (page,) = extract(text.encode(), "page.txt", Metadata(published="1999-03-02"))
    assert isinstance(page, Document)
    record = resolve([read(page, analyser.analyse(page.text))])
    return [event.summary.replace("’", "'") for event in record.events]


@pytest.mark.parametrize("row", ROWS, ids=[row["sentence"][:40] for row in ROWS])
def test_an_event_is_told_in_one_sentence(analyser: "Analyser", row: dict[str, str]) -> None:
    assert row["sentence"].replace("’", "'") in summaries(analyser, row["text"])


def test_there_are_enough_sentences() -> None:
    assert len(ROWS) >= 150


def plain(text: str) -> str:
    """Words with straight marks, as the tables have them."""
    for curled, straight in (("’", "'"), ("“", '"'), ("”", '"')):
        text = text.replace(curled, straight)
    return text


@pytest.mark.parametrize("row", KINDS, ids=[row["sentence"][:40] for row in KINDS])
def test_a_sentence_for_each_type_and_status(analyser: "Analyser", row: dict[str, str]) -> None:
    assert row["sentence"] in [plain(text) for text in summaries(analyser, row["text"])]


def test_the_table_has_every_type_and_status() -> None:
    assert len(KINDS) >= 120
    assert {row["type"] for row in KINDS} == set(table("plover")) - {"forms"}
    kinds = ("happened", "ongoing", "planned", "threatened", "denied", "called off", "failed")
    assert {row["kind"] for row in KINDS} == {*kinds, "alleged"}


def known(pages: list[Reading]) -> tuple[Entities, dict[str, Entity]]:
    entities = find_entities(link_names(pages), {})
    return entities, {entity.id: entity for entity in entities.all}


def told(text: str) -> str:
    page = reading(text)
    return summarise([(page, 0)], *known([page]))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (f"{CHILE} {{bombed|ASSAULT s=1 t=2 lemma=bomb}} {PERU}.", "Chile bombed Peru."),
        (
            f"{CHILE} spoke. It was {{an attack|ASSAULT s=1 nominal=1}}.",
            "Chile carried out an attack.",
        ),
        ("{Talks|CONSULT nominal=1} were held.", "There were talks."),
        ("{bombed|ASSAULT}", "There was an attack."),
    ],
)
def test_a_clause_that_was_not_taken_apart(text: str, sentence: str) -> None:
    assert told(text) == sentence


AIMED = [
    ("SANCTION", "an embargo", frozenset[str](), " against Peru"),
    ("SANCTION", "an embargo in Peru", frozenset[str](), ""),
    ("SANCTION", "an embargo", frozenset({"Peru"}), ""),
    ("COERCE/arrest", "an arrest", frozenset[str](), " of Peru"),
    ("COERCE", "a curfew", frozenset[str](), ""),
    ("AGREE", "a pact", frozenset[str](), ""),
]


@pytest.mark.parametrize(("type_", "phrase", "standing", "words"), AIMED)
def test_a_noun_tells_against_whom(
    type_: str, phrase: str, standing: frozenset[str], words: str
) -> None:
    page = reading(f"{CHILE} spoke of {{it|{type_} s=1 t=2 nominal=1}} to {PERU}.")
    names = PageNames(page, *known([page]))
    assert against(names, page.events[0], (), phrase, standing) == words


def test_the_sentence_is_the_same_for_any_order_of_pages() -> None:
    plain = reading(f"{CHILE} {{bombed|ASSAULT s=1 t=2 lemma=bomb}} {PERU}.", source="a")
    vague = reading(f"{CHILE} spoke. It was {{an attack|ASSAULT s=1 nominal=1}}.", source="b")
    entities, names = known(sorted([plain, vague], key=lambda page: page.document.id))
    orders = ([(plain, 0), (vague, 0)], [(vague, 0), (plain, 0)])
    assert {summarise(order, entities, names) for order in orders} == {"Chile bombed Peru."}


GROUPS = [
    ("happened", "", VerbForm("attack"), "attacked"),
    ("happened", "", VerbForm("attack", negated=True), "did not attack"),
    ("happened", "present", VerbForm("ban", passive=True), "was banned"),
    ("happened", "", VerbForm("ban", plural=True, passive=True), "were banned"),
    ("happened", "", VerbForm("ban", passive=True, adverbs=("formally",)), "was formally banned"),
    ("happened", "", VerbForm("meet", adverbs=("formally",)), "formally met"),
    ("ongoing", "progressive", VerbForm("shell"), "is shelling"),
    ("ongoing", "perfect", VerbForm("shell", plural=True), "have shelled"),
    ("ongoing", "progressive", VerbForm("shell", passive=True), "is being shelled"),
    ("planned", "will", VerbForm("meet"), "will meet"),
    ("planned", "", VerbForm("meet", plural=True), "are to meet"),
    ("threatened", "", VerbForm("close"), "may close"),
    ("denied", "", VerbForm("take", negated=True), "did not take"),
    ("denied", "would", VerbForm("take", negated=True), "will not take"),
    ("denied", "", VerbForm("hit", passive=True, negated=True), "was not hit"),
    ("hypothetical", "", VerbForm("strike"), "might strike"),
    ("unconfirmed", "", VerbForm("strike"), "reportedly struck"),
    ("unconfirmed", "", VerbForm("strike", passive=True), "was reportedly struck"),
    ("unconfirmed", "", VerbForm("be"), "was reportedly"),
]


@pytest.mark.parametrize(("status", "tense", "form", "words"), GROUPS)
def test_the_tense_fits_the_status(status: str, tense: str, form: VerbForm, words: str) -> None:
    how = manner(status, tense, carries=False, state=False, negated=form.negated)
    assert verb_group(form, how) == words


SPOKEN = [
    (
        '"We reject it and we reject you," Mira Sol said.',
        "Mira Sol said: “We reject it and we reject you”",
    ),
    ("Mira Sol said that she rejects the offer.", None),
]


@pytest.mark.parametrize(("text", "sentence"), SPOKEN)
def test_the_words_of_a_speaker(analyser: "Analyser", text: str, sentence: str | None) -> None:
    (page,) = extract(text.encode(), "page.txt", Metadata(published="1999-03-02"))
    assert isinstance(page, Document)
    told = read(page, analyser.analyse(page.text))
    names = PageNames(told, *known([told]))
    assert quoted_sentence(names, told.events[0]) == sentence


def test_a_draft_is_no_sentence_yet(analyser: "Analyser") -> None:
    text = b"Chile invaded Peru on Monday, the ministry said. The port was calm."
    (page,) = extract(text, "page.txt", Metadata(published="1999-03-02"))
    assert isinstance(page, Document)
    told = read(page, analyser.analyse(page.text))
    draft = drafted(PageNames(told, *known([told])), told.events[0], "happened")
    assert draft is not None
    assert draft.text == "Chile invaded Peru"
    assert draft.cost >= 0

"""The brief tells the record in order, each line with its source, at 80 columns."""

import re
from dataclasses import replace
from typing import Any

import pytest

from hearsay.model import Resolution
from hearsay.publish.brief import make_brief
from hearsay.publish.render import FORMATS, render
from tests.resolutions import further, resolution

SECTIONS = (
    "what happened",
    "the figures",
    "what was said",
    "what is planned or threatened",
    "where accounts differ",
    "sources",
)


@pytest.mark.parametrize("form", FORMATS)
def test_sections_come_in_their_order(form: str) -> None:
    written = render(make_brief(resolution()), form).lower()
    places = [written.index(section) for section in SECTIONS]
    assert places == sorted(places)


def test_the_text_fits_80_columns() -> None:
    written = render(make_brief(resolution()))
    assert max(map(len, written.splitlines())) <= 80
    assert "\n\n\n" not in written


def test_a_line_names_its_day_its_origins_and_its_words() -> None:
    written = render(make_brief(resolution()))
    assert "May 11, 1931: Guards fired on strikers in Arden. 2 origins [1]" in (
        " ".join(written.split())
    )
    assert "“Guards shot at strikers in Arden”" in written


def test_a_statement_names_speaker_teller_medium_and_addressee() -> None:
    story = make_brief(resolution()).stories[0]
    assert story.said[0].lead == "Ann Lee"
    assert story.said[0].mark == "to reporters, press conference, through The Post, May 11, 1931"


def test_figures_say_who_gives_them_and_what_they_differ_from() -> None:
    six, nine = make_brief(resolution()).stories[0].figures
    assert (six.lead, nine.lead) == ("Ann Lee", "no source named")
    assert (six.text, nine.text) == ("Six men", "at least nine men (9 or more)")
    assert six.mark == "conflicts: at least nine men [2]"


def test_what_format_2_adds_is_in_plain_words() -> None:
    story = make_brief(further()).stories[0]
    six, nine = story.figures
    assert (six.lead, six.text) == ("Ann Lee", "dead: Six men")
    assert (nine.lead, nine.text) == ("no source named", "killed: at least nine men (9 or more)")
    assert "not said, the page tells" in (story.said[0].mark or "")
    assert [source.where.endswith("text breaks off") for source in story.sources] == [False, True]


@pytest.mark.parametrize(
    ("predicate", "words", "told"),
    [
        ("die", "12 deaths", "12 deaths"),
        ("kill", "twelve killed", "twelve killed"),
        ("displace", "300 families", "displaced: 300 families"),
        ("see", "three days", "three days"),
        (None, "three days", "three days"),
    ],
)
def test_what_befell_those_counted_is_said_once(predicate: str, words: str, told: str) -> None:
    record = resolution()
    figure = record.figures[0]
    cite = replace(figure.cite, span=replace(figure.cite.span, text=words))
    figure = replace(figure, cite=cite, predicate=predicate, low=12.0, high=12.0)
    (line,) = make_brief(replace(record, figures=(figure,), relations=())).stories[0].figures
    assert line.text == told


def test_the_day_of_the_telling_is_said_to_be_that() -> None:
    record = resolution()
    told = replace(record.events[0], date=replace(record.events[0].date, basis="reported"))
    brief = make_brief(replace(record, events=(told, record.events[1])))
    assert brief.stories[0].happened[0].lead == "reported May 11, 1931"


@pytest.mark.parametrize(("kind", "lines"), [("DISASTER", 1), ("ASSAULT", 0)])
def test_what_befalls_a_place_needs_nobody_who_did_it(kind: Any, lines: int) -> None:
    record = resolution()
    event = replace(record.events[0], type=kind, actors=())
    brief = make_brief(replace(record, events=(event, record.events[1])))
    assert len(brief.stories[0].happened) == lines


def test_pages_without_a_story_are_told_last() -> None:
    record = resolution()
    pages = tuple(replace(page, story=None) for page in record.pages)
    brief = make_brief(replace(record, pages=pages, stories=()))
    assert [story.title for story in brief.stories] == ["Pages that belong to no story"]


def test_markup_in_a_page_stays_words() -> None:
    record = resolution()
    hostile = replace(record.events[0], summary="<script>alert(1)</script> *Guards* [x](y)")
    record = replace(record, events=(hostile, record.events[1]))
    assert "<script>" not in render(make_brief(record), "html")
    assert re.search(r"\\\*Guards\\\* \\\[x\\\]", render(make_brief(record), "markdown"))


def test_an_empty_record_has_an_empty_brief() -> None:
    assert render(make_brief(Resolution())).strip() == "0 pages, 0 origins"


@pytest.mark.parametrize(
    ("act", "mark"),
    [
        ("said", "ongoing; according to Ann Lee"),
        ("denied", "ongoing; denied by Ann Lee"),
        ("asked", "ongoing; asked by Ann Lee"),
    ],
)
def test_what_a_page_does_not_say_itself_names_its_voices(act: str, mark: str) -> None:
    record = resolution()
    statement = replace(record.statements[0], act=act)
    event = record.events[0]
    mentions = tuple(
        replace(told, statement=statement.id, status="ongoing") for told in event.mentions
    )
    events = (replace(event, status="ongoing", mentions=mentions),)
    brief = make_brief(replace(record, statements=(statement,), events=events))
    assert brief.stories[0].happened[0].mark == mark


def test_a_thing_told_with_no_source_says_so() -> None:
    record = resolution()
    statement = replace(record.statements[0], chain=(), hedged=True)
    event = record.events[0]
    mentions = tuple(replace(told, statement=statement.id) for told in event.mentions)
    events = (replace(event, status="unconfirmed", mentions=mentions),)
    brief = make_brief(replace(record, statements=(statement,), events=events))
    assert brief.stories[0].happened[0].mark == "unconfirmed; no source named"

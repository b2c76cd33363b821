"""The record put together: stories, pages with their days, figures with their events."""

from datetime import date

import pytest

from hearsay.model import (
    Dated,
    DateEvidence,
    Dateline,
    Interval,
    PartialDate,
    Reading,
    Span,
)
from hearsay.resolve.assemble import State, assemble
from hearsay.resolve.entities.find_entities import Entities
from hearsay.resolve.figures.find_figures import FigureContext, find_figures
from hearsay.resolve.iterate import distinct
from hearsay.resolve.origins.find_origins import find_origins
from tests.readings import reading
from tests.resolve.stub import StubDays, resolve

CHILE, PERU = "[Chile|state 1 CHL]", "[Peru|state 2 PER]"
RAID = f"{CHILE} {{bombed|ASSAULT s=1 t=2 on=0 lemma=bomb}} {PERU} on <Monday|weekday=0>."


def test_no_pages_make_an_empty_record() -> None:
    record = assemble([], [], State(Entities(), StubDays([], ()), {}, ()))
    assert record.pages == record.stories == record.events == record.figures == ()
    assert record.statements == record.relations == record.origins == record.entities == ()


def test_one_page_is_one_story_one_origin_one_page() -> None:
    page = reading(RAID, published="1962-10-05", title="Chile bombs Peru")
    record = resolve(page)
    (kept,), (story,), (origin,) = record.pages, record.stories, record.origins
    assert kept.document == page.document and kept.origin == origin.id and kept.story == story.id
    assert story.title == "Chile bombs Peru" and story.documents == (page.document.id,)
    assert (story.first, story.last) == (date(1962, 10, 5), date(1962, 10, 5))
    assert [event.id for event in record.events] == list(story.events)


TITLES = [
    ("Chile bombed Peru. It rained.", "Chile bombed Peru"),
    ("word " * 30 + "end.", "word " * 15 + "word …"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_page_without_a_headline_is_called_by_its_beginning(text: str, title: str) -> None:
    (story,) = resolve(reading(text, published="1962-10-05")).stories
    assert story.title == title


def test_a_story_without_a_headline_is_called_by_its_event() -> None:
    page = reading(f"Lead the way. {RAID}", published="1962-10-05")
    (story,) = resolve(page).stories
    assert story.title == "Chile bombed Peru"


@pytest.mark.parametrize(
    "title", ["PLAY THIS STORY 3:20 MAIL PRINT", "Peru in ruins on Friday. Ada Roe / Photo Desk"]
)
def test_buttons_and_captions_are_no_headline(title: str) -> None:
    (story,) = resolve(reading(RAID, published="1962-10-05", title=title)).stories
    assert story.title == "Chile bombed Peru"


def test_what_is_updated_says_so() -> None:
    told = (
        DateEvidence("given", "1962-10-05", Interval.day(date(1962, 10, 5))),
        DateEvidence("updated", "Oct 7, 1962", Interval.day(date(1962, 10, 7))),
    )
    (page,) = resolve(reading(RAID, dates=told)).pages
    assert page.updated is not None and page.updated.earliest == date(1962, 10, 7)
    assert "Oct 7, 1962" in page.updated.why
    (plain,) = resolve(reading(RAID, published="1962-10-05")).pages
    assert plain.updated is None and plain.dateline is None


DATELINES = [  # said, published, the day of the dateline
    (PartialDate(1962, 10, 4), None, date(1962, 10, 4)),
    (PartialDate(month=10, day=4), "1962-10-05", date(1962, 10, 4)),
    (PartialDate(weekday=0), "1962-10-05", date(1962, 10, 1)),
    (PartialDate(month=10, day=4), None, None),
    (PartialDate(month=2, day=4), "1962-10-05", None),
    (PartialDate(1962, 2, 30), None, None),
]


@pytest.mark.parametrize(("said", "published", "day"), DATELINES)
def test_the_day_of_a_dateline(said: PartialDate, published: str | None, day: date | None) -> None:
    line = Dateline(Span(0, 5, "Chile"), "LIMA", said, None)
    (page,) = resolve(reading(RAID, published=published, dateline=line)).pages
    found: Dated | None = page.dateline
    assert found is not None and found.earliest == found.latest == day
    assert found.why


def test_of_two_readings_of_a_page_one_is_kept_whatever_the_order() -> None:
    first, second = reading(RAID, source="a"), reading(RAID, source="a", outlet="The Post")
    assert first.document.id == second.document.id
    assert distinct([first, second]) == distinct([second, first])
    assert len(distinct([first, second, first])) == 1


# Figures.

SIX = f"{CHILE} {{bombed|ASSAULT s=1 t=2}} {PERU}, killing #six soldiers|6 soldiers e=0#."


def test_a_figure_has_its_event_and_its_place() -> None:
    page = reading(SIX)
    known = FigureContext(events={(page.document.id, 0): "e1"})
    (figure,), relations = find_figures([page], known)
    assert (figure.low, figure.high, figure.counted, figure.event) == (6.0, 6.0, "soldiers", "e1")
    assert figure.cite.span.text == "six soldiers" and relations == ()
    (unplaced,), _ = find_figures([page], FigureContext())
    assert unplaced.event is None


def test_figures_are_sorted_and_each_has_its_own_id() -> None:
    pages = [reading(SIX, source=name) for name in "abc"]
    figures, _ = find_figures(pages, FigureContext())
    ids = [figure.id for figure in figures]
    assert ids == sorted(set(ids)) and len(ids) == 3
    assert find_figures(list(reversed(pages)), FigureContext())[0] == figures
    assert find_figures([], FigureContext()) == ((), ())


def test_two_pages_that_differ_on_one_event_are_related() -> None:
    nine = SIX.replace("six", "nine").replace("|6 ", "|9 ")
    pages: list[Reading] = [
        reading(SIX, source="a", published="1962-10-05"),
        reading(nine, source="b", published="1962-10-05"),
    ]
    known = FigureContext(events={(page.document.id, 0): "e1" for page in pages})
    figures, relations = find_figures(pages, known)
    assert {figure.low for figure in figures} == {6.0, 9.0}
    for relation in relations:
        assert set(relation.between) <= {figure.id for figure in figures} and relation.why


def test_every_page_is_of_an_origin_and_every_event_of_a_story() -> None:
    pages = [reading(RAID, source=str(n), published=f"1962-10-0{n + 1}") for n in range(5)]
    record = resolve(*pages)
    assert {page.origin for page in record.pages} <= {origin.id for origin in record.origins}
    told = [event for story in record.stories for event in story.events]
    assert sorted(told) == sorted(event.id for event in record.events)
    assert len(find_origins(distinct(pages))) == len(record.origins)

"""Tolls whose sentences name no event are of the harmful event that the pages tell most."""

from dataclasses import replace

import pytest

from hearsay.resolve.figures.main_harm import harmful_events
from tests.readings import reading

QUAKE = "The {earthquake|DISASTER nominal=1} shook the valley. "
RAID = "A {raid|ASSAULT nominal=1} hit the camp. "
WAR = "The {war|ASSAULT nominal=1} went on. "
TALKS = "The envoys {met|CONSULT}. "
PLANNED = "They plan a {raid|ASSAULT nominal=1 status=planned}. "


def event_of(text: str, predicate: str | None, *others: str) -> str | None:
    pages = [reading(each, source=str(n)) for n, each in enumerate((text, *others))]
    events = {
        (page.document.id, number): f"{mention.type}-{mention.lemma}"
        for page in pages
        for number, mention in enumerate(page.events)
    }
    (quantity,) = pages[0].quantities
    return harmful_events(pages, events).of(pages[0], replace(quantity, predicate=predicate))


@pytest.mark.parametrize(
    ("text", "predicate", "kind"),
    [
        (QUAKE + "#12|12 people# were dead.", "die", "DISASTER"),
        (TALKS + QUAKE + "#12|12 people# were dead.", "die", "DISASTER"),
        (QUAKE + QUAKE + RAID + "#12|12 people# were dead.", "die", "DISASTER"),
        (QUAKE + "#12 tents|12 tents# were sent.", "send", None),
        (QUAKE + "#12 tents|12 tents# came.", None, None),
        (TALKS + "#12|12 people# were dead.", "die", None),
        (PLANNED + "#12|12 people# were dead.", "die", None),
        (RAID + "#12|12 people# were dead.", "die", "ASSAULT"),
        (RAID + "The death toll has topped #12|12 people#.", "die", None),
        (WAR + "The death toll has topped #12|12 people#.", "die", "ASSAULT"),
        (QUAKE + "The death toll has topped #12|12 people#.", "die", "DISASTER"),
        (QUAKE + "In 1931 a fire left #12|12 people# dead.", "die", None),
    ],
)
def test_a_toll_is_of_the_main_harm(text: str, predicate: str | None, kind: str | None) -> None:
    event = event_of(text, predicate)
    assert (event and event.split("-")[0]) == kind


def test_a_toll_of_what_may_come_is_of_no_event() -> None:
    words = "A {raid|ASSAULT nominal=1 specific=0 status=hypothetical} may kill #12|12 people e=1#."
    assert event_of(QUAKE + words, "kill") is None
    assert event_of(QUAKE + words.replace("hypothetical", "happened"), "kill") is not None


def test_what_more_pages_tell_comes_first() -> None:
    page = RAID + QUAKE + "#12|12 people# were dead."
    assert event_of(page, "die") == event_of(page, "die", RAID)
    assert str(event_of(page, "die", QUAKE)).startswith("DISASTER")

"""The mentions of one page put together, and who does what they tell."""

import pytest

from hearsay.model import Entity, Interval, Reading
from hearsay.resolve.entities.find_entities import Entities, find_entities, link_names
from hearsay.resolve.events.within_page import page_acts
from tests.limits import within
from tests.readings import reading

CHILE, PERU = "[Chile|state 1 CHL]", "[Peru|state 2 PER]"


def known(page: Reading) -> tuple[Entities, dict[str, Entity]]:
    entities = find_entities(link_names([page]), {})
    return entities, {entity.id: entity for entity in entities.all}


def together(page: Reading) -> list[list[str]]:
    """The triggers of each act of a page."""
    entities, _ = known(page)
    acts = page_acts(page, entities, [Interval()] * len(page.events))
    return [[page.events[n].trigger.text for n in one.numbers] for one in acts]


PAGES = [
    ("Nothing happened.", []),
    (f"{CHILE} {{bombed|ASSAULT s=1 t=2 lemma=bomb}} {PERU}.", [["bombed"]]),
    (
        f"{CHILE} {{bombed|ASSAULT s=1 t=2 lemma=bomb}} {PERU}. "
        "The {attack|ASSAULT nominal=1 lemma=attack} killed six.",
        [["bombed", "attack"]],
    ),
    (
        f"{CHILE} {{bombed|ASSAULT s=1 t=2 lemma=bomb}} {PERU}. Hours later, another "
        "{attack|ASSAULT t=2 nominal=1 lemma=attack} followed.",
        [["bombed"], ["attack"]],
    ),
    (
        f"{CHILE} {{bombed|ASSAULT s=1 t=2 lemma=bomb}} {PERU}. "
        f"{PERU} {{bombed|ASSAULT s=2 t=1 lemma=bomb}} {CHILE}.",
        [["bombed"], ["bombed"]],
    ),
    (
        f"{CHILE} {{bombed|ASSAULT s=1 t=2 lemma=bomb}} {PERU}. {{Raids|ASSAULT specific=0}} rob.",
        [["bombed"]],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_what_a_page_tells_of_one_event_is_one(text: str, expected: list[list[str]]) -> None:
    assert together(reading(text)) == expected


def test_mentions_stay_in_the_order_of_the_text() -> None:
    page = reading(f"{CHILE} {{bombed|ASSAULT s=1 t=2}} {PERU}. " * 30)
    entities, _ = known(page)
    acts = page_acts(page, entities, [Interval()] * len(page.events))
    numbers = [number for one in acts for number in one.numbers]
    assert sorted(numbers) == list(range(30))
    assert [one.start for one in acts] == sorted(one.start for one in acts)


def test_a_page_of_eight_hundred_raids_is_read_at_once() -> None:
    page = reading(f"{CHILE} {{bombed|ASSAULT s=1 t=2}} {PERU}. " * 800)
    entities, _ = known(page)
    with within(4):
        acts = page_acts(page, entities, [Interval()] * len(page.events))
    assert [len(one.numbers) for one in acts] == [800]

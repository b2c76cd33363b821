"""Pages become stories by what they are about and when they came out."""

from datetime import date

import pytest

from hearsay.model import Interval, Story
from hearsay.resolve.stories.group_stories import days_between
from tests.readings import reading
from tests.resolve.stub import resolve

STRIKE = [
    "Dockers in Felixstowe began an eight-day strike over pay, halting cranes at the container "
    "port. The union said its members would not accept a rise below inflation.",
    "Container ships waited off Felixstowe as the dockers' strike over pay closed the port. The "
    "union accused managers of refusing to talk; cranes stood still.",
]
FLOOD = (
    "Rivers burst their banks in Sindh after weeks of monsoon rain, and villages were cut off. The "
    "army dropped food from helicopters to families on roofs."
)


def stories(*pages: tuple[str, str | None]) -> list[Story]:
    return list(
        resolve(*(reading(t, published=d, source=str(n)) for n, (t, d) in enumerate(pages))).stories
    )


def test_two_outlets_on_one_thing_are_one_story() -> None:
    found = stories((STRIKE[0], "2022-08-21"), (STRIKE[1], "2022-08-22"), (FLOOD, "2022-08-22"))
    assert sorted(len(story.documents) for story in found) == [1, 2]
    (strike,) = [story for story in found if len(story.documents) == 2]
    assert (strike.first, strike.last) == (date(2022, 8, 21), date(2022, 8, 22))


def test_the_same_thing_a_month_later_is_another_story() -> None:
    assert len(stories((STRIKE[0], "2022-08-21"), (STRIKE[1], "2022-09-27"))) == 2


def test_undated_pages_find_their_story_by_words() -> None:
    assert len(stories((STRIKE[0], None), (STRIKE[1], None), (FLOOD, None))) == 2


def test_a_story_without_headline_is_named_by_its_words() -> None:
    (story,) = stories((FLOOD, None))
    assert story.title
    assert story.first is None


def test_an_id_stays_when_a_later_page_joins() -> None:
    before = stories((STRIKE[0], "2022-08-21"))
    after = stories((STRIKE[0], "2022-08-21"), (STRIKE[1], "2022-08-22"))
    assert {story.id for story in before} == {story.id for story in after}


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [((1, 2), (2, 5), 0), ((1, 2), (5, 6), 3), ((5, 6), (1, 2), 3), ((1, None), (5, 6), None)],
)
def test_days_between(
    one: tuple[int, int | None], other: tuple[int, int | None], days: int | None
) -> None:
    assert days_between(_interval(*one), _interval(*other)) == days


def _interval(first: int | None, last: int | None) -> Interval:
    return Interval(*(None if day is None else date(2022, 8, day) for day in (first, last)))

"""What forbids two acts to be one event."""

import pytest
from hypothesis import given, settings

from hearsay.model import Interval
from hearsay.resolve.events.date_hints import DateHint
from hearsay.resolve.events.page_events import PageEvent
from hearsay.resolve.events.vetoes import VETOES, kin_types, veto
from tests.resolve.events.acts import (
    ARMY,
    CHILE,
    GROMYKO,
    HOME,
    LIMA,
    MONDAY,
    PERU,
    RUSK,
    TUESDAY,
    act,
    acts,
)

FORBIDDEN = [
    (act(), act(types=("CONSULT",), lemmas=("meet",)), "different kinds of event"),
    (act(days=MONDAY), act(days=TUESDAY), "different days"),
    (
        act(clue=DateHint(frozenset({0}))),
        act(clue=DateHint(frozenset({1}))),
        "different weekdays",
    ),
    (
        act(clue=DateHint(season=(1, 2))),
        act(clue=DateHint(season=(4, 4))),
        "different times of year",
    ),
    (act(ordinals=(1,)), act(ordinals=(2,)), "different ordinals"),
    (
        act(sources=(CHILE,), targets=(PERU,)),
        act(sources=(PERU,), targets=(CHILE,)),
        "roles the other way round",
    ),
    (act(sources=(CHILE,)), act(sources=(PERU,)), "different doers"),
    (act(targets=(CHILE,)), act(targets=(PERU,)), "different targets"),
    (
        act(types=("CONSULT",), participants=(RUSK, GROMYKO)),
        act(types=("CONSULT",), participants=(RUSK, HOME)),
        "different participants",
    ),
    (act(place=LIMA), act(place=ARMY), "different countries"),
    (act(statuses=("happened",)), act(statuses=("threatened",)), "done and not done"),
    (act(modes=("phone",)), act(modes=("visit",)), "a call and a visit"),
]


@pytest.mark.parametrize(("one", "other", "why"), FORBIDDEN, ids=[row[2] for row in FORBIDDEN])
def test_vetoes_and_their_reasons(one: PageEvent, other: PageEvent, why: str) -> None:
    assert veto(one, other) == veto(other, one) == why


ALLOWED = [
    (act(), act()),
    (act(days=MONDAY), act()),
    (act(days=MONDAY), act(days=Interval(MONDAY.earliest, TUESDAY.latest))),
    (act(sources=(CHILE,)), act(sources=(ARMY,))),  # a country acts by its army
    (act(sources=(CHILE,)), act()),
    (act(ordinals=(1,)), act()),
    (act(statuses=("planned",)), act(statuses=("happened",))),
    (act(modes=("phone",)), act(modes=("aerial",))),
    (
        act(types=("CONSULT",), participants=(RUSK, GROMYKO)),
        act(types=("CONSULT",), participants=(RUSK,)),
    ),
    # The seasons of the turn of a year meet.
    (act(clue=DateHint(season=(365, 370))), act(clue=DateHint(season=(2, 2)))),
]


@pytest.mark.parametrize(("one", "other"), ALLOWED)
def test_what_may_be_one(one: PageEvent, other: PageEvent) -> None:
    assert veto(one, other) is None is veto(other, one)


@settings(max_examples=200, deadline=None)
@given(acts(), acts())
def test_a_veto_holds_both_ways(one: PageEvent, other: PageEvent) -> None:
    for _, forbids in VETOES:
        assert forbids(one, other) == forbids(other, one)


@settings(max_examples=100, deadline=None)
@given(acts())
def test_nothing_is_told_apart_from_itself_by_its_words(one: PageEvent) -> None:
    """But where the parties that act are those acted on, or the words contradict themselves."""
    allowed = {None, "roles the other way round", "done and not done", "different words of speech"}
    assert veto(one, one) in allowed


def test_kinship_of_types_goes_both_ways() -> None:
    kin = kin_types()
    assert kin and all(a in kin[b] for a, others in kin.items() for b in others)

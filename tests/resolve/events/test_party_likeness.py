"""Whether parties can be the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.resolve.events.page_events import Who
from hearsay.resolve.events.party_likeness import (
    agents,
    apart,
    compare,
    likeness,
    persons,
    reversed_roles,
)
from tests.resolve.events.acts import ARMY, CHILE, GROMYKO, HOME, LIMA, PERU, RUSK, act

LIKE = [
    (CHILE, CHILE, 1.0),
    (CHILE, ARMY, 0.6),
    (CHILE, PERU, None),
    (RUSK, GROMYKO, None),
    (Who("a", "USA", person=True), RUSK, None),  # two persons of one country
    (RUSK, Who("usa", "USA", state=True), 0.6),
    (Who("", "CHL"), CHILE, 0.6),
    (Who("militia"), CHILE, None),
    (Who("militia"), Who("", "CHL"), 0.0),
    (Who(), CHILE, 0.0),
]


@pytest.mark.parametrize(("one", "other", "expected"), LIKE)
def test_likeness(one: Who, other: Who, expected: float | None) -> None:
    assert likeness(one, other) == likeness(other, one) == expected


_WHO = st.builds(
    Who,
    st.sampled_from(["", "a", "b"]),
    st.sampled_from(["", "CHL", "PER"]),
    st.booleans(),
    st.booleans(),
)
_PARTIES = st.frozensets(_WHO, max_size=3)


@given(_PARTIES, _PARTIES)
def test_sets_are_compared_the_same_both_ways_by_their_best_pair(
    one: frozenset[Who], other: frozenset[Who]
) -> None:
    found = compare(one, other)
    assert found == compare(other, one)
    assert found in (None, 0.0, 0.6, 1.0)
    if one and other:
        pairs = [likeness(a, b) for a in one for b in other]
        assert (found is None) == all(pair is None for pair in pairs)
        assert found is None or found in pairs


@given(_PARTIES, _PARTIES, _PARTIES)
def test_one_party_more_never_makes_sets_less_alike(
    one: frozenset[Who], other: frozenset[Who], more: frozenset[Who]
) -> None:
    if one and other:
        before, after = compare(one, other), compare(one | more, other)
        assert after is not None or before is None
        assert (after or 0.0) >= (before or 0.0)


def test_who_is_not_told_is_like_anybody() -> None:
    assert compare(frozenset(), frozenset({CHILE})) == 0.0 == compare(frozenset(), frozenset())


def test_those_who_do_it_are_sources_and_participants() -> None:
    told = act(sources=(CHILE,), participants=(RUSK,), targets=(PERU,))
    assert agents(told) == {CHILE, RUSK}
    assert persons(told.parties) == {"rusk"}


CROSSED = [
    (act(sources=(CHILE,), targets=(PERU,)), act(sources=(PERU,), targets=(CHILE,)), True),
    (act(sources=(CHILE,), targets=(PERU,)), act(sources=(CHILE,), targets=(PERU,)), False),
    (act(sources=(CHILE,)), act(targets=(CHILE,)), True),
    (act(sources=(CHILE,)), act(targets=(PERU,)), False),
    (act(sources=(CHILE,), targets=(ARMY,)), act(sources=(ARMY,), targets=(CHILE,)), False),
    (act(), act(), False),
]


@pytest.mark.parametrize("row", CROSSED)
def test_roles_the_other_way_round(row: tuple[object, object, bool]) -> None:
    one, other, crossed = row
    assert reversed_roles(one, other) is crossed  # type: ignore[arg-type]
    assert reversed_roles(other, one) is crossed  # type: ignore[arg-type]


MEETINGS = [
    ((RUSK, GROMYKO), (RUSK, GROMYKO), False),
    ((RUSK, GROMYKO), (RUSK,), False),
    ((RUSK, GROMYKO), (RUSK, HOME), True),
    ((RUSK,), (HOME,), True),
    ((RUSK,), (), False),
    ((RUSK, LIMA), (RUSK, CHILE), False),  # states may be left out
]


@pytest.mark.parametrize(("one", "other", "are"), MEETINGS)
def test_other_people_hold_another_meeting(
    one: tuple[Who, ...], other: tuple[Who, ...], are: bool
) -> None:
    assert apart(act(participants=one), act(participants=other)) is are

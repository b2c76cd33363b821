"""What speaks for and against two acts being one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Interval
from hearsay.ontology import table
from hearsay.resolve.events.date_hints import DateHint
from hearsay.resolve.events.event_features import FEATURES, PairSetting, same_date, score, values
from hearsay.resolve.events.page_events import PageEvent
from tests.resolve.events.acts import ARMY, CHILE, LIMA, MONDAY, PERU, RUSK, TUESDAY, act, acts

PLAIN = PairSetting()
WEEK = Interval(MONDAY.earliest, MONDAY.shift(6).latest)

VALUES = [
    ("predicate", act(lemmas=("attack",)), act(lemmas=("attack", "ATTACK")), 1.0),
    ("predicate", act(lemmas=("raid", "ATTACK")), act(lemmas=("strike", "ATTACK")), 0.6),
    ("predicate", act(lemmas=("raid",)), act(lemmas=("sink",)), -0.5),
    ("kind", act(types=("ASSAULT",)), act(types=("FIGHT",)), 1.0),
    ("kind", act(), act(), 0.0),
    ("doers", act(sources=(CHILE,)), act(sources=(CHILE,)), 1.0),
    ("doers", act(sources=(CHILE,)), act(sources=(ARMY,)), 0.6),
    ("doers", act(doer_words=("men",)), act(doer_words=("troop",)), -0.4),
    ("doers", act(doer_words=("men",)), act(doer_words=("men", "arm")), 0.4),
    ("doers", act(sources=(CHILE,)), act(), 0.0),
    ("targets", act(targets=(PERU,)), act(targets=(PERU,)), 1.0),
    ("targets", act(place=LIMA), act(place=LIMA), 0.7),
    ("unpeopled", act(types=("CONSULT",), participants=(RUSK,)), act(types=("CONSULT",)), 1.0),
    ("unpeopled", act(participants=(RUSK,)), act(), 0.0),
    ("day", act(days=MONDAY), act(days=MONDAY), 1.0),
    ("day", act(days=MONDAY), act(days=WEEK), 0.5),
    ("day", act(days=MONDAY), act(), 0.0),
    ("said", act(clue=DateHint(frozenset({0}))), act(clue=DateHint(frozenset({0}))), 1.0),
    ("said", act(clue=DateHint(frozenset({0}))), act(clue=DateHint(frozenset({0, 1}))), 0.5),
    ("redated", act(clue=DateHint(frozenset({0}))), act(clue=DateHint(season=(9, 9))), 1.0),
    ("place", act(place=LIMA), act(place=LIMA), 1.0),
    ("place", act(place=PERU), act(place=PERU), 0.4),
    ("place", act(place=PERU), act(place=LIMA), -0.6),
    ("place", act(place=PERU), act(), 0.0),
    ("mode", act(modes=("aerial",)), act(modes=("aerial",)), 1.0),
    ("mode", act(modes=("aerial",)), act(modes=("naval",)), -0.5),
    ("named", act(named=("a", "b")), act(named=("a",)), 0.5),
    ("named", act(), act(), 0.0),
    ("figures", act(figures=(("ship", 2),)), act(figures=(("ship", 2),)), 1.0),
    ("plan", act(statuses=("planned",)), act(), 1.0),
    ("indefinite", act(start=1), act(start=2, indefinite=True), 1.0),
    ("indefinite", act(start=2), act(start=1, indefinite=True), 0.0),
    ("definite", act(start=1), act(start=2, definite=True), 1.0),
    ("nearness", act(start=0), act(start=300), 1.0),
    ("nearness", act(start=0), act(start=900), 0.5),
    ("nearness", act(start=0), act(start=9_000), 0.0),
    ("clause", act(start=0), act(start=100), 1.0),
    ("clause", act(start=0, nominal=True), act(start=100), 0.0),
    ("words", act(), act(), 0.0),
    ("verbal", act(), act(), 0.0),
]


@pytest.mark.parametrize(("name", "one", "other", "expected"), VALUES)
def test_values(name: str, one: PageEvent, other: PageEvent, expected: float) -> None:
    assert FEATURES[name](one, other, PLAIN) == pytest.approx(expected)


STORIES = [
    (PairSetting(same_story=True), 1.0),
    (PairSetting(same_story=False), 0.0),
    (PairSetting(same_story=False, gap=2), -0.3),
    (PairSetting(same_story=False, gap=30), -1.0),
]


@pytest.mark.parametrize(("setting", "expected"), STORIES)
def test_pages_of_one_story(setting: PairSetting, expected: float) -> None:
    assert FEATURES["story"](act(), act("b"), setting) == expected


def test_a_copy_repeats_the_clause() -> None:
    clause = ("radar", "dawn", "port", "fire", "crew")
    one, other = act(words=clause), act("b", words=clause)
    assert FEATURES["copy"](one, other, PairSetting(same_origin=True)) == 1.0
    assert FEATURES["copy"](one, other, PLAIN) == 0.0
    assert FEATURES["copy"](one, act("b", words=clause[:3]), PairSetting(same_origin=True)) == 0.0


def test_the_same_day_of_the_year() -> None:
    first, second = act(clue=DateHint(season=(60, 60))), act(clue=DateHint(season=(60, 61)))
    assert same_date(first, second) and same_date(second, first)
    assert not same_date(first, act(clue=DateHint(season=(60, 90))))
    assert not same_date(first, act(days=TUESDAY))


_SETTINGS = st.builds(
    PairSetting,
    st.none() | st.booleans(),
    st.booleans(),
    st.none() | st.integers(0, 400),
)


@settings(max_examples=200, deadline=None)
@given(acts(), acts(), _SETTINGS)
def test_every_feature_lies_between_minus_one_and_one(
    one: PageEvent, other: PageEvent, setting: PairSetting
) -> None:
    for name, feature in FEATURES.items():
        assert -1.0 <= feature(one, other, setting) <= 1.0, name


@settings(max_examples=200, deadline=None)
@given(acts(), acts(), _SETTINGS)
def test_a_feature_is_the_same_both_ways(
    one: PageEvent, other: PageEvent, setting: PairSetting
) -> None:
    """But where neither comes before the other, or sets of one size are weighed by their words."""
    told = {name: feature(one, other, setting) for name, feature in FEATURES.items()}
    turned = {name: feature(other, one, setting) for name, feature in FEATURES.items()}
    loose = {"words"} if len(one.words) == len(other.words) else set()
    loose |= {"doers"} if len(one.parties) == len(other.parties) else set()
    loose |= {"definite", "indefinite"} if one.start == other.start else set()
    assert {n: v for n, v in told.items() if n not in loose} == pytest.approx(
        {n: v for n, v in turned.items() if n not in loose}
    )


@settings(max_examples=100, deadline=None)
@given(acts(), acts(), _SETTINGS)
def test_the_score_is_the_weighted_sum_of_what_is_shown(
    one: PageEvent, other: PageEvent, setting: PairSetting
) -> None:
    for weights in table("event_pairs").values():
        shown = values(one, other, setting, weights)
        assert 0.0 not in shown.values()
        total = weights["bias"] + sum(weights[name] * value for name, value in shown.items())
        assert score(one, other, setting, weights) == pytest.approx(total)


def test_every_weight_is_of_a_feature() -> None:
    for weights in table("event_pairs").values():
        assert set(weights) - {"bias"} <= set(FEATURES)

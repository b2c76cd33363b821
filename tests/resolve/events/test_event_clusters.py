"""Acts of many pages clustered, and the links that may carry a day."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Interval
from hearsay.ontology import table
from hearsay.resolve.events.date_links import carrying
from hearsay.resolve.events.event_clusters import SURE, Background, judged, link
from hearsay.resolve.events.event_features import PairSetting
from hearsay.resolve.events.page_events import PageEvent
from tests.limits import within
from tests.resolve.events.acts import ARMY, CHILE, LIMA, MONDAY, PERU, TUESDAY, act, acts


def raid(document: str, days: Interval = MONDAY, **fields: object) -> PageEvent:
    told = {"sources": (CHILE,), "targets": (PERU,), "place": LIMA, "words": ("radar", "dawn")}
    return act(document, days=days, **{**told, **fields})


def sure(*documents: str, days: Interval = MONDAY) -> Background:
    return Background(
        stories=dict.fromkeys(documents, "s"),
        published=dict.fromkeys(documents, days),
    )


def test_one_attack_on_three_pages_is_one_event() -> None:
    told = [raid("a"), raid("b", sources=(ARMY,)), raid("c")]
    assert link(told, sure("a", "b", "c")) == [(0, 1, 2)]


def test_two_days_are_two_events() -> None:
    told = [raid("a"), raid("b", TUESDAY)]
    assert link(told, sure("a", "b")) == [(0,), (1,)]


def test_nothing_and_one() -> None:
    assert link([], Background()) == []
    assert link([raid("a")], Background()) == [(0,)]


def test_a_higher_threshold_never_joins_more() -> None:
    told = [raid("a"), raid("b", Interval()), raid("c", place=None)]
    found = [len(link(told, sure("a", "b", "c"), least)) for least in (0.0, SURE, 3.1)]
    assert found == sorted(found) and found[-1] == 3


@settings(max_examples=60, deadline=None)
@given(st.lists(acts(), max_size=7), st.floats(-1, 2))
def test_every_act_is_in_one_event_and_no_event_holds_what_is_vetoed(
    told: list[PageEvent], threshold: float
) -> None:
    told.sort(key=lambda one: (one.document, one.start))
    found = link(told, sure("a", "b", "c"), threshold)
    assert sorted(n for group in found for n in group) == list(range(len(told)))
    weights = table("event_pairs")["across"]
    for group in found:
        for a in group:
            for b in group:
                if told[a].document != told[b].document:
                    assert judged(told[a], told[b], PairSetting(), weights) is not None


def test_a_score_is_bounded() -> None:
    weights = {name: 100.0 * value for name, value in table("event_pairs")["across"].items()}
    assert judged(raid("a"), raid("b"), PairSetting(), weights) in (3.0, -3.0)


def test_how_two_pages_stand_to_each_other() -> None:
    later = Interval.day(date(1962, 10, 5))
    background = Background(
        origins={"a": "o", "b": "o"},
        stories={"a": "s", "b": "s", "c": "t"},
        published={"a": MONDAY, "c": later},
    )
    assert background.setting("a", "b") == PairSetting(True, True, None)
    assert background.setting("a", "c") == PairSetting(False, False, 4)
    assert background.setting("a", "c") is background.setting("a", "c")


def test_a_crowd_of_like_acts_is_linked_at_once() -> None:
    told = [
        raid(f"{n:05}", Interval.day(date(1962, 1, 1) + timedelta(days=n % 300)))
        for n in range(1_500)
    ]
    with within(60):
        found = link(told, sure(*(one.document for one in told)))
    assert sum(map(len, found)) == 1_500
    days = [{told[n].days for n in group} for group in found]
    assert all(len(group) == 1 for group in days)


UNDATED = Interval()


def test_a_link_to_an_undated_page_carries_a_day_only_where_it_is_borne_out() -> None:
    told = [raid("a"), raid("b", UNDATED)]
    background = Background(published={"a": MONDAY})
    assert carrying([(0, 1)], told, background) == [(0,)]
    copies = Background(origins={"a": "o", "b": "o"}, published={"a": MONDAY})
    assert carrying([(0, 1)], told, copies) == [(0, 1)]


def test_two_like_acts_bear_one_another_out() -> None:
    told = [raid("a"), raid("a", start=900), raid("b", UNDATED), raid("b", UNDATED, start=900)]
    background = Background(published={"a": MONDAY})
    assert carrying([(0, 2), (1, 3)], told, background) == [(0, 2), (1, 3)]


def test_figures_bear_a_link_out_and_never_is_nothing_left() -> None:
    counted = ((frozenset({"ship"}), 2.0),)
    told = [raid("a", figures=counted), raid("b", UNDATED, figures=counted)]
    background = Background(published={"a": MONDAY})
    assert carrying([(0, 1)], told, background) == [(0, 1)]
    assert carrying([(0, 1)], [raid("a", UNDATED), raid("b", UNDATED)], Background()) == [(0,)]
    assert carrying([], [], Background()) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(acts(), min_size=1, max_size=8))
def test_what_carries_is_a_part_of_its_group(told: list[PageEvent]) -> None:
    told.sort(key=lambda one: (one.document, one.start))
    groups = link(told, sure("a", "b"))
    for group, kept in zip(groups, carrying(groups, told, sure("a", "b")), strict=True):
        assert kept and set(kept) <= set(group)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_pages_makes_no_difference(seed: int) -> None:
    pages = {name: [raid(name), raid(name, TUESDAY, start=700)] for name in "abcdef"}
    names = list(pages)
    random.Random(seed).shuffle(names)
    renamed = dict(zip(sorted(names), names, strict=True))
    told = [one for name in sorted(names) for one in pages[renamed[name]]]
    found = link(told, sure(*names))
    days = [{told[n].days for n in group} for group in found]
    assert sorted(map(len, found)) == [6, 6] and all(len(group) == 1 for group in days)

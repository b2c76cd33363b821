"""The parts of the calendar alone: what recurs, what a page tells of an event, what it claims."""

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import PartialDate, Reading
from hearsay.ontology import table
from hearsay.resolve.dating.answers import dated
from hearsay.resolve.dating.cache import DatedPage, DatingCache
from hearsay.resolve.dating.constraint import Constraint, Settled, settle
from hearsay.resolve.dating.daysets import ALL, FIRST, LAST, DaySet
from hearsay.resolve.dating.event_constraints import event_claims, tied_claims
from hearsay.resolve.dating.factors import MOST_DAYS, page_claim, weight_of
from hearsay.resolve.dating.graph import build
from hearsay.resolve.dating.mention_groups import Group, anchor_event, page_groups, related
from hearsay.resolve.dating.recurring import days_of, every_week, every_year, recurs
from hearsay.resolve.dating.telling_acts import with_likely
from hearsay.resolve.dating.text_constraints import text_claims
from tests.limits import within
from tests.resolve.dating.pages import Told, evidence, page, told

YEARS = table("date_evidence")["years"]
MONDAY = date(1967, 6, 5)


def on(day: date, weight: int = 50, *, why: str = "it says so", **fields: object) -> Constraint:
    number = day.toordinal()
    return Constraint(DaySet.between(number, number), weight, "stated", why, **fields)  # type: ignore[arg-type]


# What recurs.


@given(st.integers(1, 12), st.integers(1, 31))
def test_a_day_of_the_year_comes_once_a_year_or_not_at_all(month: int, day: int) -> None:
    said = PartialDate(month=month, day=day)
    found = every_year(said)
    assert len(found.stretches) <= YEARS["last"] - YEARS["first"] + 1
    assert all(said.admits(date.fromordinal(number)) for number in found.days())
    if (month, day) == (2, 29):
        assert len(found.stretches) >= (YEARS["last"] - YEARS["first"]) // 4 - 1
    elif (month, day) in ((2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31)):
        assert not found.stretches


@given(st.integers(0, 6), st.booleans())
def test_a_weekday_comes_once_a_week_with_the_morning_after_its_night(
    weekday: int, night: bool
) -> None:
    found = every_week(weekday, night)
    lows = [low for low, _ in found.stretches]
    assert {date.fromordinal(low).weekday() for low in lows} == {weekday}
    assert {b - a for a, b in pairwise(lows)} == {7}
    assert {high - low for low, high in found.stretches} == {int(night)}


def test_a_weekday_told_with_a_date_picks_the_years() -> None:
    said = PartialDate(month=4, day=13, weekday=5)
    years = {date.fromordinal(low).year for low, _ in every_year(said).stretches}
    assert 2024 in years and 1985 in years and 2023 not in years
    assert list(days_of(said, 2023)) == [] and len(list(days_of(said, 2024))) == 1


RECURRING = [("on Monday", True), ("May 3", True), ("yesterday", False), ("June 5, 1967", False)]


@pytest.mark.parametrize(("words", "is_so"), RECURRING)
def test_what_words_alone_say(words: str, is_so: bool) -> None:
    (timex,) = page("a", told("raid", words)).timexes
    assert (recurs(timex) is not None) is is_so


# What a page tells of an event.

RELATED = [
    ("on", (10, 12)),
    ("since", (10, 50)),
    ("after", (10, LAST)),
    ("before", (FIRST, 12)),
    ("until", (FIRST, 12)),
    ("by", (FIRST, 12)),
]


@pytest.mark.parametrize(("relation", "days"), RELATED)
def test_relations(relation: str, days: tuple[int, int]) -> None:
    assert related((10, 12), relation, 50) == days


def group(*events: Told) -> tuple[Group, Reading]:
    """The one group of a page whose mentions are all of one event."""
    one = page("a", *events)
    all_one = {(one.document.id, number): 0 for number in range(len(one.events))}
    (found,) = page_groups(one, all_one, DatedPage(one).clock)
    return found, one


def test_the_mentions_of_an_event_are_gathered_with_all_that_dates_them() -> None:
    found, _ = group(told("raid", "on Monday"), told("attack", "June 5"), told("raid", "on Monday"))
    assert found.numbers == [0, 1, 2] and len(found.terms) == 3
    assert found.happened and not found.planned
    weights = [term.weight for term in found.terms]
    assert weights == sorted(weights, reverse=True) and found.weight == weights[0]


def test_an_event_that_nothing_dates_weighs_as_much_as_its_telling() -> None:
    found, _ = group(told("raid"))
    assert (found.terms, found.weight, found.moved) == ([], weight_of("told"), 0)
    friday = date(1967, 6, 9).toordinal()
    assert found.allowed(friday) == ((FIRST, friday), ())


ALLOWED = [  # words, status, first and last day on a page of Friday, June 9
    ("on Monday", "happened", MONDAY, MONDAY),
    ("yesterday", "happened", date(1967, 6, 8), date(1967, 6, 8)),
    ("Saturday night", "happened", date(1967, 6, 3), date(1967, 6, 4)),
    ("on Monday", "planned", date(1967, 6, 12), date(1967, 6, 12)),
    ("tomorrow", "planned", date(1967, 6, 10), date(1967, 6, 10)),
    ("June 5, 1967", "happened", MONDAY, MONDAY),
]


@pytest.mark.parametrize(("words", "status", "first", "last"), ALLOWED)
def test_the_days_an_event_may_have(words: str, status: str, first: date, last: date) -> None:
    found, _ = group(told("raid", words, status=status))
    days, clashing = found.allowed(date(1967, 6, 9).toordinal())
    assert (days, clashing) == ((first.toordinal(), last.toordinal()), ())


def test_of_words_that_clash_the_stronger_stand() -> None:
    found, _ = group(told("raid", "June 5, 1967", "yesterday"))
    days, clashing = found.allowed(date(1967, 6, 9).toordinal())
    assert days == (MONDAY.toordinal(),) * 2 and len(clashing) == 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["on Monday", "yesterday", "May 3", "since June 5"]), max_size=3),
    st.sampled_from(["happened", "planned", "denied"]),
    st.dates(date(1950, 1, 1), date(2020, 1, 1)),
)
def test_the_days_allowed_are_in_order_and_never_on_the_wrong_side(
    words: list[str], status: str, published: date
) -> None:
    found, _ = group(told("raid", *words, status=status))
    (low, high), _ = found.allowed(published.toordinal())
    assert low <= high
    if status == "happened" and low <= published.toordinal():
        assert high <= published.toordinal()


def test_an_expression_may_count_from_an_event() -> None:
    one = page("a", told("raid"), told("vote", "hours after the raid"))
    assert anchor_event(one, 0) == 0
    plain = page("a", told("raid", "on Monday"))
    assert anchor_event(plain, 0) is None


# What is claimed.


def settled(day: date, weight: int = 90) -> Settled:
    return settle([on(day, weight)])


def test_a_page_claims_the_days_its_words_name() -> None:
    found, one = group(told("raid", "on Monday"))
    (claim,) = event_claims(found, one, settled(date(1967, 6, 9)))
    assert claim.days == on(MONDAY).days and claim.basis == "derived"
    assert "Monday" in claim.why and not claim.why.endswith(".")


def test_an_undated_page_claims_what_words_alone_say() -> None:
    found, one = group(told("raid", "on Monday"))
    (claim,) = event_claims(found, one, Settled())
    assert claim.days == every_week(0, False)
    nothing, one = group(told("raid"))
    assert list(event_claims(nothing, one, Settled())) == []


def test_an_event_told_after_another_lies_after_it() -> None:
    one = page("a", told("raid"), told("vote", after=((0, 1, 3),)))
    events = {(one.document.id, number): number for number in range(2)}
    _, vote = page_groups(one, events, DatedPage(one).clock)
    (claim,) = tied_claims(vote, one, {0: settled(MONDAY)})
    first, last = MONDAY + timedelta(days=1), MONDAY + timedelta(days=3)
    assert claim.days == DaySet.between(first.toordinal(), last.toordinal())
    assert list(tied_claims(vote, one, {})) == []


def test_a_page_is_dated_by_an_event_of_another() -> None:
    found, _ = group(told("raid", "yesterday"))
    claim = page_claim(found, [], settled(MONDAY))
    assert claim is not None
    assert claim.days == on(MONDAY + timedelta(days=1)).days and claim.far
    assert page_claim(found, [], Settled()) is None
    vague = settle([Constraint(DaySet.between(1000, 1000 + MOST_DAYS + 1), 90, "stated", "vague")])
    assert page_claim(found, [], vague) is None


TOLD_DATES = [
    ("June 5, 1967", "happened", (MONDAY.toordinal(), LAST)),
    ("June 5, 1967", "planned", (FIRST, MONDAY.toordinal())),
]


@pytest.mark.parametrize(("words", "status", "days"), TOLD_DATES)
def test_a_date_told_bounds_the_page(words: str, status: str, days: tuple[int, int]) -> None:
    found, one = group(told("raid", words, status=status))
    claims = text_claims([found], DatedPage(one).clock, Settled())
    bounds = [claim for claim in claims if claim.days == DaySet.between(*days)]
    assert bool(bounds) == (status == "happened" or one.timexes[0].direction == "future")


def test_a_page_whose_day_is_known_claims_nothing_of_itself() -> None:
    found, one = group(told("raid", "June 5, 1967"))
    assert text_claims([found], DatedPage(one).clock, settled(MONDAY)) == []


# What is said of what was found.


def test_a_date_without_a_ground_says_why_there_is_none() -> None:
    found = dated(Settled(), "nothing tells its day")
    assert (found.earliest, found.latest, found.why) == (None, None, "nothing tells its day")


def test_a_date_has_its_ground_and_what_was_refused() -> None:
    tuesday = MONDAY + timedelta(days=1)
    claims = [on(MONDAY, 90, why="the page says Monday"), on(tuesday, 10, why="a guess")]
    found = dated(settle(claims), "")
    assert (found.earliest, found.latest, found.basis) == (MONDAY, MONDAY, "stated")
    assert found.why.startswith("the page says Monday: ") and "a guess" in found.refused[0]


def test_days_of_many_years_are_no_interval() -> None:
    claim = Constraint(every_year(PartialDate(month=5, day=3)), 50, "derived", "“May 3”")
    found = dated(settle([claim]), "")
    assert (found.earliest, found.latest) == (None, None) and "year unknown" in found.why


# The network.


def test_pages_and_events_settle_each_other_whatever_the_order() -> None:
    given_ = page("a", told("raid", "on Monday"), dates=[evidence("given", "1967-06-09")])
    bare = page("b", told("raid", "yesterday"))
    link = frozenset({(given_.document.id, 0), (bare.document.id, 0)})
    found = []
    for pages in ([given_, bare], [bare, given_], [bare, given_, bare]):
        network = build(pages, [link], DatingCache())
        network.carry(network.pages)
        found.append((network.published[bare.document.id].days, network.day(network.linked[0])))
    assert found[0] == found[1] == found[2]
    assert found[0][0] == on(date(1967, 6, 6)).days


def test_links_that_meet_are_one_event_and_unknown_mentions_are_passed_over() -> None:
    pages = [page(name, told("raid")) for name in "abc"]
    ids = [one.document.id for one in pages]
    links = [
        frozenset({(ids[0], 0), (ids[1], 0)}),
        frozenset({(ids[1], 0), (ids[2], 0), ("nowhere", 7)}),
    ]
    network = build(pages, links, DatingCache())
    assert network.linked[0] == network.linked[1]
    assert len(network.tellers[network.linked[0]]) == 3
    assert build([], [], DatingCache()).pages == {}


def test_an_event_told_by_nothing_but_its_page_is_not_likely_of_any_day() -> None:
    one = page("a", told("raid"), dates=[evidence("given", "1967-06-09")])
    network = build([one], [], DatingCache())
    network.carry(network.pages)
    (event,) = network.tellers
    found = with_likely(network, event)
    assert found.days.high == date(1967, 6, 9).toordinal() and found.days.low == FIRST


def test_a_page_is_kept_until_its_reading_changes() -> None:
    memory = DatingCache()
    one = page("a", told("raid", "on Monday"))
    kept = memory.page(one)
    assert memory.page(one) is kept
    assert memory.page(page("a", told("raid", "on Monday"))) is kept
    again = Reading(one.document)
    assert memory.page(again) is not kept


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 100)), max_size=8), st.randoms())
def test_what_stands_does_not_hang_on_the_order_of_claims(
    told_: list[tuple[int, int]], rng: random.Random
) -> None:
    claims = [
        on(MONDAY + timedelta(days=day), weight, why=str(n))
        for n, (day, weight) in enumerate(told_)
    ]
    shuffled = list(claims)
    rng.shuffle(shuffled)
    found = settle(claims)
    assert found == settle(shuffled)
    assert found.days == ALL or found.days.stretches
    assert set(found.used) | set(found.refused) <= set(claims)
    if claims:
        assert max(claim.weight for claim in claims) == found.used[0].weight


def test_two_thousand_pages_on_one_event_are_settled_at_once() -> None:
    pages = [
        page(f"{n}", told("raid", "on Monday"), dates=[evidence("given", "1967-06-09")])
        for n in range(2_000)
    ]
    link = frozenset((one.document.id, 0) for one in pages)
    with within(60):
        network = build(pages, [link], DatingCache())
        network.carry(network.pages)
    assert network.day(network.linked[0]).days == on(MONDAY).days

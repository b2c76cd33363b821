"""What dated pages make likely of the day of a page that tells of the same."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hearsay.resolve.dating.date_contexts import fall
from hearsay.resolve.dating.dated_index import DatedIndex
from hearsay.resolve.dating.page_features import PageFeatures, told_by
from hearsay.resolve.dating.timex_days import TimexDays
from tests.resolve.dating.pages import day, page, told

SUNDAY = day("1956-11-04").toordinal()
WEEK = np.arange(SUNDAY, SUNDAY + 7)
NEWS = ("parachutists", "ceasefire", "convoy", "blackout", "harvest", "election", "flood")


def _page(words: str, *when: str, outlet: str = "Courier") -> PageFeatures:
    one = page(f"{words}.txt", *(told(words, one) for one in when))
    one = replace(one, document=replace(one.document, outlet=outlet))
    return told_by(one, TimexDays(one))


def _library(*when: str, outlet: str = "Courier") -> DatedIndex:
    """A page of each day of a week, with news of its own."""
    return DatedIndex([_page(news, *when, outlet=outlet) for news in NEWS], WEEK)


def _best(library: DatedIndex, one: PageFeatures) -> dict[str, set[int]]:
    """The likeliest days by each ground, counted from the Sunday; all when none stands out."""
    grounds = library.grounds(one, library.likeness(one), WEEK)
    return {name: _likeliest(found) for name, found in grounds.items()}


def _likeliest(found: Sequence[float]) -> set[int]:
    return set(np.flatnonzero(np.asarray(found) > max(found) - 1e-9).tolist())


def test_a_page_in_the_words_of_one_day_is_of_that_day() -> None:
    best = _best(_library("today"), _page("convoy", "today"))
    assert best["near"] == best["lead"] == best["told"] == {2}


def test_what_others_call_today_dates_what_this_page_calls_yesterday() -> None:
    best = _best(_library("today"), _page("convoy", "yesterday"))
    assert best["told"] == {3}


def test_weekdays_are_heard_by_the_habit_of_the_outlet() -> None:
    library = DatedIndex(
        [_page("convoy", f"on {name}") for name in ("Monday", "Tuesday", "Friday") * 8],
        np.array([SUNDAY + 2, SUNDAY + 3, SUNDAY + 6] * 8),
    )
    same, other = _page("x", "on Wednesday"), _page("x", "on Wednesday", outlet="Herald")
    assert _best(library, same)["opening"] == {4}
    assert _best(library, other)["opening"] == {3}


def test_an_outlet_with_no_issue_on_a_weekday() -> None:
    library = DatedIndex([_page(news, "today") for news in NEWS[:6]], WEEK[1:])
    grounds = library.grounds(_page("x"), library.likeness(_page("x")), WEEK)
    assert np.argmin(grounds["week"]) == 0


def test_a_page_that_tells_nothing_stands_on_no_day() -> None:
    one = _page("x")
    best = _best(_library("today"), one)
    assert best["told"] == best["opening"] == best["main"] == set(range(7))


def test_two_pages_a_little_alike_are_heard_each_for_itself() -> None:
    days = np.array([SUNDAY, SUNDAY, SUNDAY + 60])
    library = DatedIndex([_page(news, "today") for news in NEWS[:3]], days)
    grounds = library.grounds(_page("x"), np.array([0.06, 0.06, 0.09]), days)
    assert np.argmax(grounds["each"]) == 0
    assert np.argmax(grounds["near"]) == 2


def test_the_head_names_a_day_and_the_page_came_out_soon_after() -> None:
    grounds = _library("today").grounds(_page("x", "on November 6"), np.ones(7), WEEK)
    assert np.argmax(grounds["named"]) == 2
    assert grounds["named"][3] > grounds["named"][4] > grounds["named"][1] == grounds["named"][0]


def test_a_day_named_with_another_year_speaks_for_no_day() -> None:
    grounds = _library("today").grounds(_page("x", "on November 6, 1951"), np.ones(7), WEEK)
    assert _likeliest(grounds["named"]) == set(range(7))


def test_a_density_over_days_adds_up() -> None:
    days = np.arange(-400, 400, 0.01)
    assert abs(fall(days, 2.0, 0.5).sum() * 0.01 - 1) < 0.01
    assert fall(np.array([1]), 2.0, 0.5)[0] > fall(np.array([-1]), 2.0, 0.5)[0]


def test_what_is_told_of_a_night_as_over_was_not_told_that_evening() -> None:
    grounds = _library("today").grounds(one := _page("x", "Thursday night"), np.ones(7), WEEK)
    assert one.nights == (0,)
    assert np.argmin(grounds["night"]) == 4
    assert not grounds["night"][5]

"""What a page tells: its lead, its moments, its weekdays."""

from dataclasses import replace

from hearsay.resolve.dating.page_features import LEAD, PageFeatures, told_by
from hearsay.resolve.dating.shingles import grams_of
from hearsay.resolve.dating.timex_days import TimexDays
from tests.resolve.dating.pages import page, told


def _told(*events: tuple[str, str], before: str = "") -> PageFeatures:
    one = page("a.txt", *(told(event, when) for event, when in events))
    return told_by(replace(one, document=replace(one.document, outlet="Courier")), TimexDays(one))


def test_each_expression_that_names_a_day_is_a_moment_with_the_words_around_it() -> None:
    found = _told(("landing", "on Tuesday"), ("strike", "last year"), ("truce", "yesterday"))
    assert [number for number, _ in found.moments] == [0, 2]
    assert set(grams_of("landing")) <= set(found.moments[0][1])


def test_the_opening_weekday_and_the_one_told_most_often() -> None:
    found = _told(("landing", "on Tuesday"), ("raid", "on Friday"), ("truce", "on Friday"))
    assert (found.opening, found.main) == (1, 4)
    assert found.outlet == "Courier"


def test_of_weekdays_told_as_often_the_first_is_the_main_one() -> None:
    assert _told(("landing", "on Tuesday"), ("raid", "on Friday")).main == 1


def test_a_weekday_far_down_the_page_does_not_open_it() -> None:
    events = [(f"skirmish{n}", "last year") for n in range(LEAD // 20)]
    found = _told(*events, ("landing", "on Tuesday"))
    assert (found.opening, found.main) == (None, 1)


def test_a_page_that_tells_nothing() -> None:
    found = _told()
    assert (found.opening, found.main, found.moments) == (None, None, ())


def test_days_that_the_head_names_by_month_and_day() -> None:
    assert [one.day for one in _told(("raid", "on May 3"), ("truce", "on Friday")).named] == [3]
    events = [(f"skirmish{n}", "last year") for n in range(LEAD // 20)]
    assert _told(*events, ("landing", "on May 3")).named == ()

"""The season of undated pages, by pictures, posts and full dates on the same people."""

from datetime import date

from hearsay.model import Reading
from hearsay.resolve.dating import solve
from hearsay.resolve.dating.cache import DatingCache
from hearsay.resolve.dating.graph import build
from hearsay.resolve.dating.page_season import date_by_season
from tests.resolve.dating.pages import days, evidence, page, told


def published(*readings: Reading) -> list[str]:
    """The day of each page, all of one kin."""
    ids = [reading.document.id for reading in readings]
    kin = {one: tuple(other for other in ids if other != one) for one in ids}
    found = solve(readings, (), kin)
    return [days(found.published(one)) for one in ids]


def test_a_post_tells_the_season_of_its_page_and_of_its_kin() -> None:
    shown = page("a.txt", told("raid"), dates=[evidence("post", "1984-03-10")])
    undated = page("b.txt", told("march"))
    assert published(shown, undated) == ["1984-03-10/1984-03-17", "1984-01-25/1984-05-09"]


def test_one_picture_may_be_old_and_two_agree() -> None:
    one = page("a.txt", told("raid"), dates=[evidence("caption", "1984-03-10")])
    late = page("b.txt", told("march"), dates=[evidence("caption", "1984-03-21")])
    undated = page("c.txt", told("vote"))
    assert published(one) == ["1984-03-10/"]
    assert published(one, undated) == ["1984-03-10/1985-03-10", "1983-09-12/1985-03-10"]
    assert published(one, late, undated)[2] == "1984-02-05/1984-05-20"


def test_a_full_date_in_the_text_counts_as_a_picture_does() -> None:
    one = page("a.txt", told("raid"), quoted="March 10, 1984")
    late = page("b.txt", told("march"), dates=[evidence("caption", "1984-03-21")])
    assert published(one, late, page("c.txt", told("vote")))[2] == "1984-02-05/1984-05-20"


def test_the_year_of_a_picture_is_heard_before_weekdays() -> None:
    shown = page("a.txt", told("raid"), dates=[evidence("caption", "1984-08-06")])
    undated = page("b.txt", told("march", "July 17"), told("vote", "Monday"))
    ids = [shown.document.id, undated.document.id]
    found = solve([shown, undated], (), {ids[1]: (ids[0],)})
    assert found.published(ids[1]).earliest == date(1984, 2, 8)
    assert found.published(ids[1]).latest == date(1985, 8, 6)


def test_a_day_that_names_an_event_is_no_picture() -> None:
    one = page("a.txt", told("raid", "September 11, 2001"))
    late = page("b.txt", told("march", "September 11, 2001"))
    assert published(one, late, page("c.txt", told("vote")))[2] == ""


def test_what_is_planned_agrees_with_no_picture() -> None:
    one = page("a.txt", told("vote", "May 30, 1984", status="planned"))
    late = page("b.txt", told("march"), dates=[evidence("caption", "1984-06-02")])
    assert published(one, late, page("c.txt", told("raid")))[2] == "1983-12-05/1985-06-02"


def test_a_day_without_a_year_is_of_the_season() -> None:
    shown = page("a.txt", told("raid"), dates=[evidence("post", "1984-03-10")])
    undated = page("b.txt", told("march", "Mar 2"))
    ids = [shown.document.id, undated.document.id]
    found = solve([shown, undated], (), {ids[1]: (ids[0],)})
    assert days(found.mention(ids[1], 0)) == "1984-03-02"


def test_a_page_with_a_day_keeps_it() -> None:
    dated = page("a.txt", told("raid"), dates=[evidence("header", "1979-06-01")])
    shown = page("b.txt", told("march"), dates=[evidence("post", "1984-03-10")])
    assert published(dated, shown)[0] == "1979-06-01"


def test_a_page_alone_has_no_kin_to_ask() -> None:
    network = build([page("a.txt", told("raid"))], (), DatingCache())
    network.carry(network.pages)
    date_by_season(network, {})
    assert all(settled.days.size > 400 for settled in network.published.values())

"""The season of undated pages, by pictures and posts on the same people."""

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
    assert published(one, undated) == ["1984-03-10/1985-03-10", "1983-03-11/1985-03-10"]
    assert published(one, late, undated)[2] == "1984-02-05/1984-05-20"


def test_the_year_of_a_picture_is_heard_before_weekdays() -> None:
    shown = page("a.txt", told("raid"), dates=[evidence("caption", "1984-08-06")])
    undated = page("b.txt", told("march", "July 17"), told("vote", "Monday"))
    ids = [shown.document.id, undated.document.id]
    found = solve([shown, undated], (), {ids[1]: (ids[0],)})
    assert found.published(ids[1]).earliest == date(1983, 8, 7)
    assert found.published(ids[1]).latest == date(1985, 8, 6)


def test_a_full_date_in_the_text_is_no_picture() -> None:
    one = page("a.txt", told("raid"), quoted="March 10, 1984")
    late = page("b.txt", told("march"), quoted="March 12, 1984")
    assert published(one, late, page("c.txt", told("vote")))[2] == ""


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

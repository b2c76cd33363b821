"""Versions of one page are told by its address or its file; the latest is the current one."""

from datetime import date
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import DateEvidence, Interval, PartialDate
from hearsay.record.sightings import Sighting
from hearsay.record.versions import PageVersion, address, own_day, versions

MAY_1, MAY_2 = date(1931, 5, 1), date(1931, 5, 2)
STRIKE, FIRE = "https://example.org/strike", "https://example.org/fire"


def page(id: str, arrival: int, url: str | None = None, day: date | None = None) -> PageVersion:
    return PageVersion(id, url, day, arrival)


def seen(file: str, *documents: str, start: int = 1) -> list[Sighting]:
    return [Sighting(file, d, file, n) for n, d in enumerate(documents, start)]


@pytest.mark.parametrize(
    "spelling",
    [
        "http://example.org/news/strike",
        "https://www.example.org/news/strike/",
        "HTTPS://WWW.EXAMPLE.ORG/news/strike#comments",
        "example.org/news/strike",
        "//example.org/news/strike",
        "https://example.org:443/news/strike",
        "https://reader@example.org/news/strike?utm_source=mail&utm_medium=x&fbclid=1&gclid=2",
    ],
)
def test_one_address_in_many_spellings(spelling: str) -> None:
    assert address(spelling) == "example.org/news/strike"


def test_what_tells_articles_apart_stays_in_the_address() -> None:
    told = [
        "example.org/story?id=1",
        "example.org/story?id=2",
        "example.org/?id=1",
        "example.org/Story",
        "example.org:8080/story",
        "news.example.org/story",
    ]
    assert len({address(url) for url in told}) == len(told)
    assert address("example.org/story?id=1&utm_source=x") == "example.org/story?id=1"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://example.org",
        "https://www.example.org/?utm_source=mail",
        "https://example.org/#top",
        "/news/strike",
        "file:///home/strike.html",
        "mailto:desk",
        "https://[broken/strike",
        "https://example.org:port/strike",
    ],
)
def test_what_is_no_address_of_an_article(url: str | None) -> None:
    assert address(url) is None


def test_a_page_dates_itself_by_the_latest_full_day_it_gives_itself() -> None:
    def said(kind: str, day: date | None) -> DateEvidence:
        return DateEvidence(kind, "", Interval.day(day) if day else None, PartialDate(1931))

    for kind in ("updated", "header", "markup", "feed", "given"):
        assert own_day([said(kind, MAY_1), said("header", None), said("url", MAY_2)]) == MAY_1
    assert own_day([said("header", MAY_1), said("updated", MAY_2)]) == MAY_2
    assert own_day([said("copyright", MAY_1), said("dateline", MAY_2)]) is None
    assert own_day([DateEvidence("markup", "", Interval(MAY_1, None))]) is None


def test_pages_of_one_address_are_versions_and_others_are_not() -> None:
    pages = [
        page("d1", 1, STRIKE),
        page("d2", 2, FIRE),
        page("d3", 3, "http://www.example.org/strike/?utm_source=x"),
        page("d4", 4),
        page("d5", 5),
    ]
    assert versions(pages, []) == {"d3": ("d1",)}


def test_the_version_that_dates_itself_latest_is_current() -> None:
    pages = [page("d1", 3, STRIKE, MAY_1), page("d2", 1, STRIKE, MAY_2), page("d3", 2, STRIKE)]
    for order in permutations(pages):
        assert versions(order, []) == {"d2": ("d3", "d1")}


def test_of_versions_of_one_day_or_none_the_last_to_arrive_is_current() -> None:
    same = [page("d1", 7, STRIKE, MAY_1), page("d2", 4, STRIKE, MAY_1)]
    assert versions(same, []) == {"d1": ("d2",)}
    none = [page("d1", 4, STRIKE), page("d2", 7, STRIKE), page("d3", 5, STRIKE)]
    assert versions(none, []) == {"d2": ("d1", "d3")}


def test_what_followed_in_one_file_is_a_version() -> None:
    pages = [page("d1", 1), page("d2", 2), page("d3", 3)]
    assert versions(pages, seen("a.txt", "d1", "d2", "d3")) == {"d3": ("d1", "d2")}


def test_a_row_has_no_address_but_its_url() -> None:
    pages = [page("d1", 1), page("d2", 2)]
    rows = [Sighting("feed.jsonl:1", "d1", None, 1), Sighting("feed.jsonl:1", "d2", None, 2)]
    assert versions(pages, rows) == {}


def test_what_another_source_still_holds_was_not_replaced() -> None:
    pages = [page("d1", 1), page("d2", 2)]
    overwritten = seen("a.txt", "d1", "d2")
    assert versions(pages, [*overwritten, *seen("b.txt", "d1", start=9)]) == {}
    assert versions(pages, [*overwritten, Sighting("feed.jsonl:1", "d1", None, 9)]) == {}
    both = [*overwritten, *seen("b.txt", "d1", "d2", start=8)]
    assert versions(pages, both) == {"d2": ("d1",)}


def test_two_addresses_in_one_file_are_two_pages() -> None:
    pages = [page("d1", 1, STRIKE), page("d2", 2, FIRE)]
    assert versions(pages, seen("page.html", "d1", "d2")) == {}


def test_a_page_without_an_address_belongs_to_what_it_replaced() -> None:
    pages = [page("d1", 1, STRIKE), page("d2", 2), page("d3", 3, FIRE), page("d4", 4, STRIKE)]
    assert versions(pages, seen("page.html", "d1", "d2", "d3")) == {"d4": ("d1", "d2")}


def test_a_front_page_saved_each_day_is_versions_of_its_file_alone() -> None:
    front = "https://example.org/"
    pages = [page("d1", 1, front), page("d2", 2, front), page("d3", 3, front)]
    assert versions(pages, seen("front.html", "d1", "d2")) == {"d2": ("d1",)}


_PAGES = st.lists(
    st.tuples(st.sampled_from([None, STRIKE, FIRE]), st.sampled_from([None, MAY_1, MAY_2])),
    min_size=1,
    max_size=7,
).map(lambda rows: [page(f"d{n}", n, url, day) for n, (url, day) in enumerate(rows)])
_PLACES = st.lists(st.tuples(st.sampled_from("abr"), st.integers(0, 6)), max_size=12, unique=True)


@given(_PAGES, _PLACES, st.randoms(use_true_random=False))
def test_versions_whatever_was_seen_where(
    pages: list[PageVersion], places: list[tuple[str, int]], random: Random
) -> None:
    sightings = [
        Sighting(name, f"d{number}", None if name == "r" else name, arrival)
        for arrival, (name, number) in enumerate(places)
    ]
    found = versions(pages, sightings)
    listed = [document for current, older in found.items() for document in (current, *older)]
    assert len(listed) == len(set(listed))
    for current, older in found.items():
        group = [one for one in pages if one.document in (current, *older)]
        assert len({one.url for one in group} - {None}) <= 1
        assert max(group, key=lambda one: (one.day or date.min, one.arrival)).document == current
    for url in (STRIKE, FIRE):
        bearers = {one.document for one in pages if one.url == url}
        assert len(bearers - {document for older in found.values() for document in older}) <= 1
    random.shuffle(pages)
    random.shuffle(sightings)
    assert versions(pages, sightings) == found

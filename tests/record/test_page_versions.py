"""The store keeps every version of a page and resolves the current one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from hearsay.model import DateEvidence, Document, Interval, Metadata, Reading, Resolution
from hearsay.record import Seen, Store
from tests.factories import document
from tests.record.conftest import FIRST_DAY
from tests.resolutions import ONE, TWO, resolution

URL = "https://example.org/news/strike"


def version(text: str, *, url: str | None = None, day: int | None = None) -> Document:
    days = Interval.day(date(1931, 5, day)) if day else None
    dates = (DateEvidence("markup", f"1931-05-{day}", days),) if day else ()
    return document(text, source=text, url=url, dates=dates)


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    return Store(tmp_path / "record.db")


def add(store: Store, page: Document, source: str, *, row: bool = False) -> None:
    seen = [Seen(source, page.id, row)]
    known = page.id in store.kept()
    store.add([] if known else [(Reading(page), Metadata())], reader="test", seen=seen)


def current(store: Store) -> list[str]:
    return sorted(one.document.id for one in store.snapshot().readings)


def test_a_later_version_takes_the_place_of_an_earlier_one(empty: Store) -> None:
    late, early = version("Nine died.", url=URL, day=12), version("Six died.", url=URL, day=11)
    add(empty, late, "late.html")
    add(empty, early, "early.html")
    assert current(empty) == [late.id]
    assert empty.versions() == {late.id: (early.id,)}
    assert set(empty.kept()) == {late.id, early.id}


def test_equal_text_in_other_bytes_under_one_address_is_a_version(empty: Store) -> None:
    one = version("Six died.", url=URL)
    other = replace(one, id="dother", sha256="other")
    add(empty, one, "one.html")
    add(empty, other, "other.html")
    assert empty.versions() == {"dother": (one.id,)}


def test_a_file_that_changed_holds_a_new_version_and_may_change_back(empty: Store) -> None:
    six, nine = version("Six died."), version("Nine died.")
    add(empty, six, "page.txt")
    add(empty, nine, "page.txt")
    assert empty.versions() == {nine.id: (six.id,)}
    revision = empty.snapshot().revision
    add(empty, six, "page.txt")
    assert empty.versions() == {six.id: (nine.id,)}
    assert empty.snapshot().revision > revision


def test_a_file_that_is_met_again_unchanged_changes_nothing(empty: Store) -> None:
    six, nine = version("Six died.", url=URL), version("Nine died.", url=URL)
    for page, name in ((six, "a.html"), (nine, "b.html")):
        add(empty, page, name)
    before = (empty.snapshot(), empty.versions())
    add(empty, six, "a.html")
    assert (empty.snapshot(), empty.versions()) == before


def test_a_row_that_changed_is_another_page(empty: Store) -> None:
    six, nine = version("Six died."), version("Nine died.")
    add(empty, six, "feed.jsonl:1", row=True)
    add(empty, nine, "feed.jsonl:1", row=True)
    assert empty.versions() == {}
    assert len(current(empty)) == 2


def test_another_article_in_the_same_file_leaves_both(empty: Store) -> None:
    one = version("Six died.", url=URL)
    other = version("Rain fell.", url="https://example.org/rain")
    add(empty, one, "page.html")
    add(empty, other, "page.html")
    assert current(empty) == sorted([one.id, other.id])


def test_a_short_name_may_stand_for_two_files(empty: Store) -> None:
    six, nine = version("Six died."), version("Nine died.")
    for page, folder in ((six, "/monday"), (nine, "/tuesday")):
        seen = [Seen("1.html", page.id, file=f"{folder}/1.html")]
        empty.add([(Reading(page), Metadata())], reader="test", seen=seen)
    assert empty.versions() == {}


def test_an_address_that_is_learnt_later_counts(empty: Store) -> None:
    six, nine = version("Six died."), version("Nine died.", url=URL)
    add(empty, six, "a.html")
    add(empty, nine, "b.html")
    assert empty.versions() == {}
    empty.add([(Reading(replace(six, url=URL)), Metadata(url=URL))], reader="test")
    assert empty.versions() == {nine.id: (six.id,)}


def retold(record: Resolution, old: Document, new: Document) -> Resolution:
    """The record when `new` has taken the place of `old`, so that other ids are given."""
    written = msgspec.json.encode(record).decode().replace(old.id, new.id)
    for id in ("e1", "e2", "s1", "t1", "f1", "f2"):
        written = written.replace(f'"{id}"', f'"{id}new"')
    made = msgspec.json.decode(written, type=Resolution)
    pages = {page.document.id: page for page in made.pages}
    pages[new.id] = replace(pages[new.id], document=new)
    return replace(made, pages=tuple(pages[id] for id in sorted(pages)))


def test_what_a_new_version_tells_again_keeps_its_history(resolved: Store) -> None:
    new = replace(ONE, id="dnew", sha256="new", title="Another headline")
    seen = [Seen("one.txt", new.id)]
    resolved.add([(Reading(new), Metadata())], reader="test", seen=seen)
    assert resolved.versions() == {new.id: (ONE.id,)}
    told = retold(resolution(), ONE, new)
    assert resolved.replace(told, resolved.snapshot().revision, date(1931, 6, 1))
    assert resolved.formerly() == {"e1new": ("e1",), "e2new": ("e2",), "s1new": ("s1",)}
    found = resolved.resolution()
    assert {one.entered for one in (*found.events, *found.statements)} == {FIRST_DAY}
    assert {page.document.id for page in found.pages} == {new.id, TWO.id}

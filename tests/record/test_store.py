"""The store gives back what it was given, and remembers the ids that went."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hearsay.errors import RecordError
from hearsay.model import Metadata, Reading, Rejected, Resolution
from hearsay.record import Aside, Seen, Store, StoredPage
from tests.record.conftest import FIRST_DAY
from tests.resolutions import ONE, TWO, entered_on, resolution

BAD = Aside("bad.txt", "It is empty.", "a" * 64)


def resolve(store: Store, record: Resolution) -> bool:
    return store.replace(record, store.snapshot().revision, FIRST_DAY)


def test_a_resolution_comes_back_as_it_went_in(resolved: Store) -> None:
    assert resolved.resolution() == entered_on(resolution(), FIRST_DAY)


def test_readings_come_back_by_document(store: Store) -> None:
    by_id = sorted((Reading(ONE), Reading(TWO)), key=lambda reading: reading.document.id)
    assert store.snapshot().readings == tuple(by_id)
    assert store.kept()[TWO.id] == StoredPage("test", Metadata(outlet="The Post"), FIRST_DAY)


def test_a_page_read_again_keeps_its_day(store: Store) -> None:
    store.add([(Reading(ONE), Metadata())], reader="next", day=date(1931, 6, 1))
    assert store.kept()[ONE.id] == StoredPage("next", Metadata(), FIRST_DAY)


def test_a_page_under_two_names_bears_the_first_in_the_alphabet(store: Store) -> None:
    store.add([], reader="test", seen=[Seen("a-copy-of-one.txt", ONE.id)])
    named = {one.document.id: one.document.source for one in store.snapshot().readings}
    assert named[ONE.id] == "a-copy-of-one.txt"


def test_lone_surrogates_are_kept_as_far_as_they_can_be(store: Store) -> None:
    odd = replace(ONE, id="dodd", source="caf\udce9.txt", title="A \udfff title")
    again = replace(ONE, id="dagain", source="caf\udcea.txt")
    store.add(
        [(Reading(odd), Metadata(url="\udce9")), (Reading(again), Metadata())],
        reader="test",
        seen=[Seen(odd.source, odd.id), Seen(again.source, again.id)],
        aside=[Aside("\udce9", "No page: \udce9.", None)],
    )
    pages = {one.document.id: one.document for one in store.snapshot().readings}
    assert (pages["dodd"].source, pages["dodd"].title) == (r"caf\udce9.txt", "A \ufffd title")
    assert pages["dagain"].source == r"caf\udcea.txt"
    assert r"\udce9" in store.aside()


def test_new_pages_make_the_record_stale_until_it_is_resolved(store: Store) -> None:
    assert store.stale()
    assert resolve(store, resolution())
    assert not store.stale()


def test_what_changes_no_page_leaves_the_record_resolved(resolved: Store) -> None:
    resolved.add([], reader="test", seen=[Seen("one.txt", ONE.id)], aside=[BAD])
    assert not resolved.stale()


def test_pages_of_a_writer_that_died_are_not_taken_for_resolved(store: Store) -> None:
    mine = store.snapshot()
    other = Store(store.path)
    other.add([(Reading(replace(ONE, id="dlate")), Metadata())], reader="test")
    assert store.replace(resolution(), mine.revision, FIRST_DAY)
    assert store.resolution().events
    assert store.stale()


def test_a_late_resolution_does_not_replace_a_newer_one(store: Store) -> None:
    early = store.snapshot()
    store.add([(Reading(replace(ONE, id="dlate")), Metadata())], reader="test")
    assert resolve(store, resolution())
    assert not store.replace(Resolution(), early.revision)
    assert store.resolution().events
    assert not store.stale()


def test_a_page_set_aside_is_listed_until_it_is_read(store: Store) -> None:
    store.add([], reader="test", aside=[BAD])
    assert store.set_aside() == (Rejected("bad.txt", "It is empty."),)
    assert store.aside() == {"bad.txt": BAD}
    store.add([], reader="test", seen=[Seen("bad.txt", ONE.id)])
    assert store.set_aside() == ()


def test_a_file_set_aside_is_read_when_one_of_its_rows_is(store: Store) -> None:
    store.add([], reader="test", aside=[replace(BAD, source="feed.jsonl")])
    store.add([], reader="test", seen=[Seen("feed.jsonl:3", ONE.id, row=True)])
    assert store.aside() == {}


def test_an_id_once_given_finds_its_heir(store: Store) -> None:
    first = resolution()
    event = first.events[0]
    second = replace(first, events=(first.events[1], replace(event, id="e9")))
    second = replace(
        second,
        stories=(replace(first.stories[0], events=("e2", "e9")),),
        figures=tuple(replace(figure, event="e9") for figure in first.figures),
        statements=tuple(replace(statement, event="e9") for statement in first.statements),
    )
    resolve(store, first)
    resolve(store, second)
    assert store.formerly() == {"e9": ("e1",)}
    resolve(store, first)
    assert store.formerly() == {"e1": ("e9",)}


def test_a_story_finds_its_heir_by_its_pages(store: Store) -> None:
    first = resolution()
    second = replace(
        first,
        stories=(replace(first.stories[0], id="s9"),),
        pages=tuple(replace(page, story="s9" if page.story else None) for page in first.pages),
    )
    resolve(store, first)
    resolve(store, second)
    assert store.formerly() == {"s9": ("s1",)}


def test_events_and_statements_keep_the_day_they_entered(resolved: Store) -> None:
    later = date(1931, 6, 1)
    (first,) = resolution().statements
    six = resolution().figures[0].cite
    more = replace(first, id="t2", cite=six, contents=(six.span,), quoted=())
    grown = replace(resolution(), statements=(first, more))
    assert resolved.replace(grown, resolved.snapshot().revision, later)
    found = resolved.resolution()
    assert {page.entered for page in found.pages} == {FIRST_DAY}
    assert {event.entered for event in found.events} == {FIRST_DAY}
    assert {one.id: one.entered for one in found.statements} == {"t1": FIRST_DAY, "t2": later}


def test_a_failed_replacement_leaves_the_record_as_it_was(resolved: Store) -> None:
    broken = replace(resolution(), entities=resolution().entities * 2)
    with pytest.raises(RecordError):
        resolve(resolved, broken)
    assert resolved.resolution() == entered_on(resolution(), FIRST_DAY)


def test_an_interrupted_batch_leaves_the_record_as_it_was(
    resolved: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("hearsay.record.sightings_table.see", interrupted)
    with pytest.raises(KeyboardInterrupt):
        resolved.add([(Reading(replace(ONE, id="dlate")), Metadata())], reader="test")
    assert "dlate" not in resolved.kept()
    assert not resolved.stale()


def test_a_full_disk_says_so_and_loses_nothing(resolved: Store) -> None:
    import sqlite3

    from sqlalchemy import event

    text = "A long page. " * 100_000
    with sqlite3.connect(resolved.path) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()

    @event.listens_for(resolved._file.engine, "connect")
    def small(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")

    with pytest.raises(RecordError, match="disk is full"):
        resolved.add([(Reading(replace(ONE, id="dlong", text=text)), Metadata())], reader="test")
    assert resolved.resolution() == entered_on(resolution(), FIRST_DAY)


def test_the_store_names_no_record_it_has_not(tmp_path: Path) -> None:
    store = Store(tmp_path / "none.db")
    for ask in (
        store.snapshot,
        store.stale,
        store.resolution,
        store.formerly,
        store.versions,
        store.set_aside,
        lambda: store.forget(ONE.id),
        lambda: store.replace(Resolution(), 1),
    ):
        with pytest.raises(RecordError, match=r"there is no record .*none\.db; make one with"):
            ask()
    assert (store.kept(), store.aside(), store.forgotten()) == ({}, {}, frozenset())
    assert not store.exists()
    assert not (tmp_path / "none.db").exists()

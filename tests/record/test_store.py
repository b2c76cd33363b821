"""The store gives back what it was given, and remembers the ids that went."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from hearsay.errors import RecordError
from hearsay.model import Given, Reading, SetAside
from hearsay.record import Store
from tests.resolutions import ONE, TWO, resolution


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "record.db")
    made.add(
        [(Reading(ONE), Given()), (Reading(TWO), Given(outlet="The Post"))],
        reader="test",
        seen=[("one.txt", ONE.id), ("two.txt", TWO.id)],
    )
    return made


def test_a_resolution_comes_back_as_it_went_in(store: Store) -> None:
    store.replace(resolution())
    assert store.resolution() == resolution()


def test_readings_come_back_by_document(store: Store) -> None:
    assert store.readings() == tuple(
        sorted((Reading(ONE), Reading(TWO)), key=lambda reading: reading.document.id)
    )
    assert store.kept()[TWO.id].given == Given(outlet="The Post")


def test_a_page_under_two_names_bears_the_first_in_the_alphabet(store: Store) -> None:
    store.add([], reader="test", seen=[("a-copy-of-one.txt", ONE.id)])
    named = {reading.document.id: reading.document.source for reading in store.readings()}
    assert named[ONE.id] == "a-copy-of-one.txt"


def test_new_pages_make_the_record_stale_until_it_is_resolved(store: Store) -> None:
    assert store.stale()
    store.replace(resolution())
    assert not store.stale()


def test_a_page_set_aside_is_listed_until_it_is_read(store: Store) -> None:
    store.add([], reader="test", aside=[SetAside("bad.txt", "It is empty.")])
    assert store.set_aside() == (SetAside("bad.txt", "It is empty."),)
    store.add([], reader="test", seen=[("bad.txt", ONE.id)])
    assert store.set_aside() == ()


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
    store.replace(first)
    store.replace(second)
    assert store.formerly() == {"e9": ("e1",)}
    store.replace(first)
    assert store.formerly() == {"e1": ("e9",)}


def test_a_story_finds_its_heir_by_its_pages(store: Store) -> None:
    first = resolution()
    second = replace(
        first,
        stories=(replace(first.stories[0], id="s9"),),
        pages=tuple(replace(page, story="s9" if page.story else None) for page in first.pages),
    )
    store.replace(first)
    store.replace(second)
    assert store.formerly() == {"s9": ("s1",)}


def test_a_failed_replacement_leaves_the_record_as_it_was(store: Store) -> None:
    store.replace(resolution())
    broken = replace(resolution(), entities=resolution().entities * 2)
    with pytest.raises(RecordError):
        store.replace(broken)
    assert store.resolution() == resolution()


def test_a_folder_a_foreign_file_and_a_foreign_database_are_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database " * 100)
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE cats (name)")
    for name, words in ((".", "folder"), ("notes.txt", "no Hearsay record"), ("other.db", "else")):
        with pytest.raises(RecordError, match=words):
            Store(tmp_path / name)
    with pytest.raises(RecordError, match="there is no folder"):
        Store(tmp_path / "nowhere" / "record.db")
    assert (tmp_path / "notes.txt").read_text().startswith("not a database")


def test_a_newer_record_is_left_alone(store: Store) -> None:
    with sqlite3.connect(store.path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(RecordError, match="newer"):
        Store(store.path)


def test_a_locked_record_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearsay.record.opening.BUSY_SECONDS", 0)
    waiting = Store(store.path)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(RecordError, match="in use by another process"):
        waiting.add([], reader="test", seen=[("x", ONE.id)])
    other.execute("ROLLBACK")
    other.close()


def test_a_full_disk_says_so_and_loses_nothing(store: Store) -> None:
    store.replace(resolution())
    text = "A long page. " * 100_000
    with sqlite3.connect(store.path) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()

    from sqlalchemy import event

    @event.listens_for(store._engine, "connect")
    def small(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")

    with pytest.raises(RecordError, match="disk is full"):
        store.add([(Reading(replace(ONE, id="dlong", text=text)), Given())], reader="test")
    assert store.resolution() == resolution()

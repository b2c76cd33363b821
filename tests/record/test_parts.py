"""The parts of the store alone: transactions, readings, sightings, history, and what goes wrong."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, OperationalError

from hearsay.errors import RecordError
from hearsay.model import Metadata, Reading
from hearsay.record import history, readings, sightings_table
from hearsay.record.opening import Database
from hearsay.record.schema import SCHEMA
from hearsay.record.snapshot import Aside, Seen, Snapshot, StoredPage
from hearsay.record.store import Store
from hearsay.record.trouble import damaged, decoding, is_busy, missing, said
from tests.factories import document
from tests.record.conftest import FIRST_DAY, two_pages
from tests.resolutions import ONE, TWO, resolution

LATER = date(1931, 6, 1)


# Transactions.


def test_where_there_is_no_record_reading_sees_none_and_makes_none(tmp_path: Path) -> None:
    database = Database(tmp_path / "r.db")
    with database.reading() as connection:
        assert connection is None
    assert not (tmp_path / "r.db").exists()
    with pytest.raises(RecordError, match="there is no record"), database.writing():
        pytest.fail("it must not begin")


def test_a_record_is_made_only_when_the_block_ends_well(tmp_path: Path) -> None:
    database = Database(tmp_path / "r.db")
    with pytest.raises(KeyError), database.writing(make=True):
        raise KeyError
    with database.reading() as connection:
        assert connection is None
    with database.writing(make=True) as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    with database.reading() as connection:
        assert connection is not None


def test_what_a_block_wrote_goes_when_it_fails(tmp_path: Path) -> None:
    database = Database(tmp_path / "r.db")
    with database.writing(make=True):
        pass
    with pytest.raises(KeyError), database.writing() as connection:
        readings.forget(connection, ["d1"], FIRST_DAY)
        raise KeyError
    with database.reading() as connection:
        assert connection is not None and readings.forgotten_ids(connection) == frozenset()


@pytest.mark.parametrize("odd", ["a?b.db", "a%20b.db", ":memory:", "a;b.db", "é.db", " .db"])
def test_a_name_means_itself(tmp_path: Path, odd: str) -> None:
    database = Database(tmp_path / odd)
    with database.writing(make=True):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [odd]


def test_a_place_that_holds_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        Database(tmp_path)
    with pytest.raises(RecordError, match="there is no folder"):
        Database(tmp_path / "none" / "r.db")


def test_a_record_knows_its_schema(tmp_path: Path) -> None:
    two_pages(tmp_path / "r.db")
    with sqlite3.connect(tmp_path / "r.db") as connection:
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    assert version == SCHEMA


# Readings.


def kept(tmp_path: Path) -> tuple[Store, Database]:
    return two_pages(tmp_path / "r.db"), Database(tmp_path / "r.db")


def test_a_reading_is_kept_as_it_can_be_kept() -> None:
    made = readings.fresh(Reading(ONE), Metadata(url="x"), "test")
    assert made.document == ONE.id and made.reading["reader"] == "test"
    odd = readings.fresh(Reading(document("a \ud800 b")), Metadata(), "test")
    assert "\ud800" not in str(odd.noted)


def test_readings_are_put_read_and_forgotten(tmp_path: Path) -> None:
    _, database = kept(tmp_path)
    third = document("Nobody shot.", source="three.txt")
    with database.writing() as connection:
        readings.put(connection, [readings.fresh(Reading(third), Metadata(), "test")], LATER)
        assert set(readings.kept(connection)) == {ONE.id, TWO.id, third.id}
        assert readings.entered_days(connection)[third.id] == LATER
        assert readings.kept(connection)[TWO.id] == StoredPage(
            "test", Metadata(outlet="The Post"), FIRST_DAY
        )
        readings.forget(connection, [third.id], LATER)
        assert third.id not in readings.kept(connection)
        assert readings.forgotten_ids(connection) == {third.id}
        assert set(readings.documents(connection, [third.id])) == {third.id}  # until it is purged
        readings.purge(connection)
        assert readings.documents(connection, [third.id]) == {}
        readings.put(connection, [readings.fresh(Reading(third), Metadata(), "test")], LATER)
        assert readings.forgotten_ids(connection) == frozenset()
        assert [one.document.id for one in readings.current(connection)] == sorted(
            [ONE.id, TWO.id, third.id]
        )


def test_nothing_put_is_nothing_kept(tmp_path: Path) -> None:
    _, database = kept(tmp_path)
    with database.writing() as connection:
        readings.put(connection, [], LATER)
        readings.forget(connection, [], LATER)
        readings.purge(connection)
        assert set(readings.kept(connection)) == {ONE.id, TWO.id}
        assert readings.older(connection) == readings.newer(connection) == {}


# Where pages were seen.


def test_a_source_that_holds_another_document_than_before_is_news(tmp_path: Path) -> None:
    _, database = kept(tmp_path)
    with database.writing() as connection:
        assert not sightings_table.see(connection, [Seen("one.txt", ONE.id)])
        assert sightings_table.see(connection, [Seen("one.txt", TWO.id)])
        assert not sightings_table.see(connection, [Seen("one.txt", TWO.id)])
        assert not sightings_table.see(connection, [Seen("new.txt", "dnobody")])  # not held
        assert not sightings_table.see(connection, [])
        told = {(one.source, one.document) for one in sightings_table.sightings(connection)}
        assert ("one.txt", TWO.id) in told and "new.txt" not in {source for source, _ in told}


def test_what_was_set_aside_is_so_until_it_is_read(tmp_path: Path) -> None:
    _, database = kept(tmp_path)
    empty, rows = Aside("empty.txt", "It is empty.", None), Aside("rows.jsonl", "No.", "a" * 64)
    with database.writing() as connection:
        sightings_table.put_aside(connection, [rows, empty])
        assert sightings_table.asides(connection) == (empty, rows)
        sightings_table.put_aside(connection, [Aside("empty.txt", "It is still empty.", None)])
        assert [one.reason for one in sightings_table.asides(connection)] == [
            "It is still empty.",
            "No.",
        ]
        sightings_table.see(connection, [Seen("rows.jsonl:3", ONE.id, row=True)])
        assert [one.source for one in sightings_table.asides(connection)] == ["empty.txt"]
        sightings_table.see(connection, [Seen("empty.txt", ONE.id)])
        assert sightings_table.asides(connection) == ()


# History.


def test_what_is_new_enters_on_its_day_and_what_was_there_keeps_its_own(tmp_path: Path) -> None:
    store, database = kept(tmp_path)
    with database.writing() as connection:
        history.hand_on(connection, resolution(), {}, FIRST_DAY)
        before = history.entered_of(connection)
        assert set(before.values()) == {FIRST_DAY} and before
    store.replace(resolution(), store.snapshot().revision, FIRST_DAY)
    with database.writing() as connection:
        history.hand_on(connection, resolution(), {}, LATER)
        assert history.entered_of(connection) == before
        assert history.former_of(connection) == ()


def test_a_snapshot_holds_the_current_pages(tmp_path: Path) -> None:
    store, _ = kept(tmp_path)
    snapshot = store.snapshot()
    assert isinstance(snapshot, Snapshot)
    ids = [one.document.id for one in snapshot.readings]
    assert ids == sorted([ONE.id, TWO.id])
    assert Seen("a.txt", "d1") == Seen("a.txt", "d1", False, None)


# What goes wrong.

TROUBLES = [
    ("database is locked", "in use by another process"),
    ("database or disk is full", "the disk is full"),
    ("attempt to write a readonly database", "may not be written"),
    ("unable to open database file", "cannot be opened"),
    ("file is not a database", "is no Hearsay record"),
    ("database disk image is malformed", "is damaged"),
    ("no such table: pages", "is damaged"),
    ("disk I/O error", "the disk reports an error"),
    ("something unheard of\nsecond line", "cannot be used (something unheard of)"),
]


@pytest.mark.parametrize(("told", "remedy"), TROUBLES)
def test_what_a_database_says_becomes_a_remedy(told: str, remedy: str) -> None:
    for error in (
        sqlite3.OperationalError(told),
        OperationalError("SELECT", {}, sqlite3.OperationalError(told)),
    ):
        with pytest.raises(RecordError) as caught, said(Path("r.db")):
            raise error
        assert str(caught.value).startswith("r.db ") and remedy in str(caught.value)
        assert "second line" not in str(caught.value)


def test_a_disk_that_cannot_be_reached_has_a_remedy_too() -> None:
    with pytest.raises(RecordError, match="check the path"), said(Path("r.db")):
        raise PermissionError("no")


@pytest.mark.parametrize("error", [KeyError("x"), ValueError("x"), TypeError("x"), OverflowError()])
def test_values_that_cannot_be_read_back_are_damage(error: Exception) -> None:
    with pytest.raises(RecordError) as caught, decoding(Path("r.db")):
        raise error
    assert str(caught.value) == str(damaged(Path("r.db")))


def test_what_is_no_trouble_of_the_record_goes_on() -> None:
    for error in (KeyboardInterrupt(), RuntimeError("x")):
        with pytest.raises(type(error)), said(Path("r.db")), decoding(Path("r.db")):
            raise error


def test_a_record_that_is_missing_is_told_with_how_to_make_one() -> None:
    assert str(missing(Path("r.db"))).endswith("hearsay read PATH --record r.db")


def test_only_a_lock_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with sqlite3.connect(path) as one:
        one.execute("CREATE TABLE t (x)")
    one.execute("BEGIN IMMEDIATE")
    other = sqlite3.connect(path, timeout=0)
    with pytest.raises(sqlite3.OperationalError) as caught:
        other.execute("BEGIN IMMEDIATE")
    one.close(), other.close()
    assert is_busy(OperationalError("BEGIN", {}, caught.value))
    assert not is_busy(DatabaseError("BEGIN", {}, sqlite3.DatabaseError("malformed")))

"""A damaged record is said to be one, in one sentence with a remedy, and never with a traceback."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from hearsay.errors import RecordError
from hearsay.model import Metadata, Reading
from hearsay.record import Aside, Seen, Store
from hearsay.record.tables import metadata
from tests.record.conftest import two_pages
from tests.resolutions import ONE, TWO, resolution

DAMAGED = "is damaged; restore a copy, or read the pages into a new record"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A record with something in most tables, on a good many pages of the file."""
    made = two_pages(tmp_path_factory.mktemp("whole") / "record.db")
    long = [replace(ONE, id=f"dlong{n}", text="A long word or two. " * 500) for n in range(3)]
    made.add(
        [(Reading(page), Metadata()) for page in long],
        reader="test",
        aside=[Aside("bad.txt", "It is empty.", None)],
    )
    made.replace(resolution(), made.snapshot().revision)
    made.forget("dlong1")
    return made.path.read_bytes()


@pytest.fixture
def full(whole: bytes, tmp_path: Path) -> Store:
    (tmp_path / "record.db").write_bytes(whole)
    return Store(tmp_path / "record.db")


def asked(store: Store) -> list[Callable[[], object]]:
    return [
        store.exists,
        store.kept,
        store.aside,
        store.forgotten,
        store.set_aside,
        store.snapshot,
        store.versions,
        store.stale,
        store.resolution,
        store.formerly,
        lambda: store.add([(Reading(TWO), Metadata())], reader="x", seen=[Seen("n", TWO.id)]),
        lambda: store.forget(TWO.id),
        lambda: store.replace(resolution(), 99),
    ]


def told(store: Store) -> list[str]:
    """What each question says went wrong; whatever else it raises is a failure."""
    wrong = []
    for ask in asked(store):
        try:
            ask()
        except RecordError as error:
            wrong.append(str(error))
    return wrong


def change(store: Store, sql: str) -> None:
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(sql)


def test_a_whole_record_has_nothing_to_say(full: Store) -> None:
    assert told(full) == []


@pytest.mark.parametrize("share", [0.0002, 0.001, 0.02, 0.2, 0.5, 0.8, 0.99])
def test_a_file_that_was_cut(full: Store, share: float) -> None:
    data = full.path.read_bytes()
    full.path.write_bytes(data[: int(len(data) * share)])
    wrong = told(full)
    assert wrong
    assert all("damaged" in words and words.count("\n") == 0 for words in wrong)


@pytest.mark.parametrize("start", range(0, 100, 9))
def test_a_header_with_other_bytes(full: Store, start: int) -> None:
    data = bytearray(full.path.read_bytes())
    data[start : start + 4] = b"\xa9\x00\xff\x07"
    full.path.write_bytes(data)
    for words in told(full):
        assert words.startswith(str(full.path))


@pytest.mark.parametrize("share", range(1, 100, 7))
def test_a_page_with_other_bytes(full: Store, share: int) -> None:
    data = bytearray(full.path.read_bytes())
    start = len(data) * share // 100
    data[start : start + 600] = b"\xa9\x00\xff\x07" * 150
    full.path.write_bytes(data)
    for words in told(full):
        assert words.startswith(str(full.path))


@pytest.mark.parametrize(
    "reading",
    ["substr(reading, 1, 100)", "x''", "x'ff'", "'[]'", "'{}'", "7", "'{\"document\": 1}'"],
)
def test_a_reading_that_cannot_be_decoded(full: Store, reading: str) -> None:
    change(full, f"UPDATE readings SET reading = {reading}")
    for ask in (full.snapshot, full.resolution):
        with pytest.raises(RecordError, match=DAMAGED):
            ask()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE readings SET given = '{'",
        "UPDATE arrivals SET entered = 'soon'",
        "UPDATE arrivals SET entered = 5",
        "UPDATE arrivals SET dated = 'soon'",
        "UPDATE state SET value = 'yes'",
        "UPDATE documents SET published_refused = '['",
        "UPDATE documents SET published_earliest = 'soon'",
        "UPDATE entities SET offices = ''",
        "UPDATE entered SET day = 'soon'",
        "UPDATE events SET summary = CAST(x'ff' AS TEXT)",
        "DELETE FROM alembic_version",
        "INSERT INTO alembic_version VALUES ('0002')",
    ],
)
def test_values_that_nobody_wrote(full: Store, sql: str) -> None:
    change(full, sql)
    wrong = told(full)
    assert wrong
    assert all(DAMAGED in words for words in wrong)


def test_a_reading_that_is_missing(full: Store) -> None:
    change(full, f"DELETE FROM readings WHERE document = '{ONE.id}'")
    with pytest.raises(RecordError, match=DAMAGED):
        full.resolution()


@pytest.mark.parametrize("version", ["0000", "", "first", "000"])
def test_a_schema_that_never_was(full: Store, version: str) -> None:
    change(full, f"UPDATE alembic_version SET version_num = '{version}'")
    assert len(told(full)) == len(asked(full))
    assert all(DAMAGED in words for words in told(full))


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_a_schema_older_than_the_tables(full: Store, version: str) -> None:
    change(full, f"UPDATE alembic_version SET version_num = '{version}'")
    assert all(DAMAGED in words for words in told(full))
    assert told(full)


@pytest.mark.parametrize("table", [*metadata.tables, "alembic_version"])
def test_a_table_that_is_missing(full: Store, table: str) -> None:
    change(full, f"DROP TABLE {table}")
    assert len(told(full)) == len(asked(full))
    assert all(DAMAGED in words for words in told(full))


def test_what_is_damaged_is_not_written_over(full: Store, tmp_path: Path) -> None:
    change(full, "DROP TABLE figures")
    before = full.path.read_bytes()
    assert told(full)
    assert full.path.read_bytes() == before

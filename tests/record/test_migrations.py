"""Records of earlier schemas keep their content; the migrations make the tables that are used."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from alembic import command
from alembic.migration import MigrationContext
from sqlalchemy import URL, Connection, create_engine, text

from hearsay.errors import RecordError
from hearsay.model import DateEvidence, Document, Interval, Metadata, Reading, Rejected
from hearsay.record import Aside, Seen, Store, StoredPage
from hearsay.record.access import number
from hearsay.record.rows import rows_of
from hearsay.record.schema import SCHEMA
from hearsay.record.tables import metadata
from tests.record.conftest import config
from tests.resolutions import ONE, TWO, entered_on, resolution

URL_OF_ONE = "https://example.org/strike"
DATED = DateEvidence("markup", "1931-05-12", Interval.day(date(1931, 5, 12)))
OLD = replace(ONE, id="dold", url=URL_OF_ONE)
NEW = replace(ONE, url=URL_OF_ONE, dates=(DATED,))


def _plain(row: dict[str, object]) -> dict[str, object]:
    """The row as SQLite has it: days as text."""
    return {name: str(v) if isinstance(v, date) else v for name, v in row.items()}


def insert(connection: Connection, table: str, rows: Iterable[dict[str, object]]) -> None:
    """Puts rows of today's columns into those that the table had at the time."""
    had = {column.name for column in connection.execute(text(f"PRAGMA table_info({table})"))}
    for row in rows if had else ():
        names = ", ".join(f'"{name}"' for name in row if name in had)
        places = ", ".join(f":{name}" for name in row if name in had)
        connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({places})"), _plain(row))


def earlier(path: Path, schema: str, resolved: str | None) -> Store:
    """A record as an earlier Hearsay left it, made by that time's migrations and by hand."""
    engine = create_engine(URL.create("sqlite", database=str(path)))
    with engine.begin() as connection:
        connection.execute(text("PRAGMA application_id = 1213421873"))
        command.upgrade(config(connection), min(schema, "0002"))
        if resolved is not None:
            insert(connection, "state", [{"name": "resolved", "value": resolved}])
            fill(connection)
        command.upgrade(config(connection), schema)
    engine.dispose()
    return Store(path)


def fill(connection: Connection) -> None:
    pages: tuple[Document, ...] = (TWO, NEW, OLD)
    insert(
        connection,
        "readings",
        (
            {
                "document": page.id,
                "reader": "earlier",
                "given": '{"outlet": "The Post"}',
                "reading": msgspec.json.encode(Reading(page)),
            }
            for page in pages
        ),
    )
    seen = {"one.txt": NEW.id, "feed.jsonl:2": TWO.id, "feed.jsonl:1": OLD.id}
    insert(connection, "sources", ({"source": s, "document": d} for s, d in seen.items()))
    insert(connection, "set_aside", [{"source": "bad.txt", "reason": "It is empty."}])
    insert(connection, "former_ids", [{"former": "e0", "kind": "event", "current": "e1"}])
    rows = rows_of(resolution())
    for table in metadata.sorted_tables:
        insert(connection, table.name, rows.get(table.name, ()))


@pytest.mark.parametrize("schema", ["0001", "0002", "0003"])
def test_an_earlier_record_keeps_its_content(tmp_path: Path, schema: str) -> None:
    store = earlier(tmp_path / "record.db", schema, "yes")
    found = store.resolution()
    assert [replace(page, document=None) for page in found.pages] == [  # type: ignore[arg-type]
        replace(page, document=None)
        for page in resolution().pages  # type: ignore[arg-type]
    ]
    assert replace(found, pages=()) == replace(entered_on(resolution(), None), pages=())
    assert store.kept()[TWO.id] == StoredPage("earlier", Metadata(outlet="The Post"), None)
    assert store.set_aside() == (Rejected("bad.txt", "It is empty."),)
    assert store.aside() == {"bad.txt": Aside("bad.txt", "It is empty.", None)}
    assert store.formerly() == {"e1": ("e0",)}
    assert store.forgotten() == frozenset()


@pytest.mark.parametrize(("resolved", "stale"), [("yes", False), ("no", True), (None, False)])
def test_it_is_as_stale_as_it_was(tmp_path: Path, resolved: str | None, stale: bool) -> None:
    store = earlier(tmp_path / "record.db", "0002", resolved)
    with store._file.engine.begin() as connection:
        command.upgrade(config(connection), "0003")
        assert (number(connection, "resolved") != number(connection, "revision")) == stale
    assert store.exists()


@pytest.mark.parametrize("schema", ["0001", "0002", "0003"])
def test_it_is_resolved_anew_and_so_gets_the_new_fields(tmp_path: Path, schema: str) -> None:
    store = earlier(tmp_path / "record.db", schema, "yes")
    first = resolution()
    assert store.resolution().events[0].effects == ()
    assert store.stale()
    grown = replace(first, events=(replace(first.events[0], effects=("f1",)), *first.events[1:]))
    assert store.replace(grown, store.snapshot().revision)
    assert store.resolution().events[0].effects == ("f1",)
    assert not store.stale()


def test_its_pages_are_told_apart_as_new_ones_are(tmp_path: Path) -> None:
    store = earlier(tmp_path / "record.db", "0002", "yes")
    assert store.versions() == {NEW.id: (OLD.id,)}
    names = {one.document.id: one.document.source for one in store.snapshot().readings}
    assert names == {NEW.id: "one.txt", TWO.id: "feed.jsonl:2"}
    changed = replace(ONE, id="dchanged", text="Guards fired.")
    store.add(
        [(Reading(changed), Metadata())],
        reader="test",
        seen=[Seen("one.txt", "dchanged"), Seen("feed.jsonl:2", "dchanged", row=True)],
    )
    assert store.versions() == {NEW.id: (OLD.id, "dchanged")}  # dated, and so the current one


def test_what_was_there_has_no_day_and_what_comes_has(tmp_path: Path) -> None:
    store = earlier(tmp_path / "record.db", "0002", "yes")
    day = date(1931, 6, 1)
    store.add([(Reading(TWO), Metadata())], reader="test", day=day)
    assert store.kept()[TWO.id] == StoredPage("test", Metadata(), None)
    first = resolution()
    grown = replace(first, events=(*first.events, replace(first.events[0], id="e7", mentions=())))
    assert store.replace(grown, store.snapshot().revision, day)
    entered = {event.id: event.entered for event in store.resolution().events}
    assert entered == {"e1": None, "e2": None, "e7": day}


def test_a_write_brings_it_up_as_well(tmp_path: Path) -> None:
    store = earlier(tmp_path / "record.db", "0001", "yes")
    store.add([], reader="test", aside=[Aside("x", "It is empty.", "b" * 64)])
    assert store.aside()["x"].sha256 == "b" * 64
    assert store.resolution().events


def test_a_record_that_cannot_be_brought_up_stays_as_it_was(tmp_path: Path) -> None:
    import sqlite3

    store = earlier(tmp_path / "record.db", "0002", "yes")
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("UPDATE readings SET reading = substr(reading, 1, 20)")
    before = store.path.read_bytes()
    with pytest.raises(RecordError, match="is damaged"):
        store.kept()
    assert store.path.read_bytes() == before


def test_the_last_migration_makes_the_schema_that_is_used(store: Store) -> None:
    with store._file.engine.connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == SCHEMA


def test_the_way_back_leads_to_the_same_tables(resolved: Store) -> None:
    with resolved._file.engine.begin() as connection:
        command.downgrade(config(connection), "0002")
    assert resolved.stale()
    assert resolved.resolution() == entered_on(resolution(), None)

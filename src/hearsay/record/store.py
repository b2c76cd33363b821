"""The store: readings in, the resolved record beside them, in one SQLite file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from hearsay.model import Document, Given, Reading, Resolution, SetAside
from hearsay.record import tables
from hearsay.record.former import Former, Members, members, succession
from hearsay.record.nouns import resolution_of
from hearsay.record.opening import open_engine, said
from hearsay.record.rows import rows_of

_KEPT = {"state", "readings", "sources", "set_aside", "former_ids"}
_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Reading)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store knows of a page read before: by what reader, with what given."""

    reader: str
    given: Given


class Store:
    """One record on disk. Every method is one transaction; a broken one leaves no trace."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = open_engine(path)

    def kept(self) -> dict[str, Kept]:
        """Every page read before, by document id."""
        columns = tables.readings.c
        with said(self.path), self._engine.connect() as connection:
            rows = connection.execute(select(columns.document, columns.reader, columns.given))
            return {
                document: Kept(reader, msgspec.json.decode(given, type=Given))
                for document, reader, given in rows
            }

    def add(
        self,
        readings: Iterable[tuple[Reading, Given]],
        *,
        reader: str,
        seen: Iterable[tuple[str, str]] = (),
        aside: Iterable[SetAside] = (),
    ) -> None:
        """Keeps a batch: what `reader` read, sources seen with document ids, pages set aside."""
        with said(self.path), self._engine.begin() as connection:
            _put(connection, readings, reader)
            _seen(connection, seen)
            for page in aside:
                _upsert(connection, "set_aside", {"source": page.source, "reason": page.reason})

    def readings(self) -> tuple[Reading, ...]:
        """Every reading, by document id."""
        with said(self.path), self._engine.connect() as connection:
            return tuple(_readings(connection).values())

    def stale(self) -> bool:
        """True when pages were read since the record was last resolved."""
        with said(self.path), self._engine.connect() as connection:
            return _state(connection, "resolved") == "no"

    def set_aside(self) -> tuple[SetAside, ...]:
        """Pages that were not read, by source."""
        with said(self.path), self._engine.connect() as connection:
            table = tables.set_aside
            rows = connection.execute(select(table).order_by(table.c.source)).mappings()
            return tuple(SetAside(row["source"], row["reason"]) for row in rows)

    def replace(self, resolution: Resolution) -> None:
        """Puts `resolution` in the place of the record so far, and remembers ids that went."""
        with said(self.path), self._engine.begin() as connection:
            before = _members(connection)
            former = succession(before, members(resolution), _former(connection))
            rows = rows_of(resolution)
            for table in reversed(tables.metadata.sorted_tables):
                if table.name not in _KEPT:
                    connection.execute(delete(table))
            for table in tables.metadata.sorted_tables:
                if table.name in rows:
                    connection.execute(insert(table), rows[table.name])
            connection.execute(delete(tables.former_ids))
            if former:
                connection.execute(
                    insert(tables.former_ids),
                    [{"former": f.former, "kind": f.kind, "current": f.current} for f in former],
                )
            _upsert(connection, "state", {"name": "resolved", "value": "yes"})

    def resolution(self) -> Resolution:
        """The record as last resolved."""
        with said(self.path), self._engine.connect() as connection:
            return _resolution(connection)

    def formerly(self) -> dict[str, tuple[str, ...]]:
        """The former ids of each living story and event."""
        with said(self.path), self._engine.connect() as connection:
            found: dict[str, list[str]] = {}
            for former in _former(connection):
                if former.current is not None:
                    found.setdefault(former.current, []).append(former.former)
            return {current: tuple(sorted(ids)) for current, ids in found.items()}


def _put(connection: Connection, readings: Iterable[tuple[Reading, Given]], reader: str) -> None:
    for reading, given in readings:
        _upsert(
            connection,
            "readings",
            {
                "document": reading.document.id,
                "reader": reader,
                "given": msgspec.json.encode(given).decode(),
                "reading": _ENCODER.encode(reading),
            },
        )
        _upsert(connection, "state", {"name": "resolved", "value": "no"})


def _seen(connection: Connection, seen: Iterable[tuple[str, str]]) -> None:
    for source, document in seen:
        _upsert(connection, "sources", {"source": source, "document": document})
        table = tables.set_aside
        connection.execute(delete(table).where(table.c.source == source))


def _upsert(connection: Connection, name: str, row: Mapping[str, object]) -> None:
    table = tables.metadata.tables[name]
    keys = [column.name for column in table.primary_key]
    changes = {column: value for column, value in row.items() if column not in keys}
    statement = upsert(table).values(**row)
    if changes:
        statement = statement.on_conflict_do_update(index_elements=keys, set_=changes)
    else:
        statement = statement.on_conflict_do_nothing(index_elements=keys)
    connection.execute(statement)


def _readings(connection: Connection) -> dict[str, Reading]:
    """By document id; a page seen under several names bears the first in alphabetical order."""
    kept, seen = tables.readings.c, tables.sources.c
    first = select(seen.document, func.min(seen.source).label("source")).group_by(seen.document)
    named = first.subquery()
    rows = connection.execute(
        select(kept.document, kept.reading, named.c.source)
        .outerjoin(named, named.c.document == kept.document)
        .order_by(kept.document)
    )
    return {id: _named(_DECODER.decode(reading), source) for id, reading, source in rows}


def _named(reading: Reading, source: str | None) -> Reading:
    if source is None or source == reading.document.source:
        return reading
    return replace(reading, document=replace(reading.document, source=source))


def _documents(connection: Connection) -> dict[str, Document]:
    return {id: reading.document for id, reading in _readings(connection).items()}


def _resolution(connection: Connection) -> Resolution:
    return resolution_of(connection, _documents(connection))


def _members(connection: Connection) -> dict[tuple[str, str], Members]:
    """What each story and event of the record as stored is made of, as `members` has it."""
    pages, told = tables.documents.c, tables.event_mentions.c
    found: dict[tuple[str, str], set[tuple[str, int, int]]] = defaultdict(set)
    for document, story in connection.execute(select(pages.id, pages.story)):
        if story is not None:
            found["story", story].add((document, 0, 0))
    places = select(told.event, told.document, told.start, told.end)
    for event, document, start, end in connection.execute(places):
        found["event", event].add((document, start, end))
    return {key: frozenset(made_of) for key, made_of in found.items()}


def _former(connection: Connection) -> tuple[Former, ...]:
    rows = connection.execute(select(tables.former_ids)).mappings()
    return tuple(Former(row["former"], row["kind"], row["current"]) for row in rows)


def _state(connection: Connection, name: str) -> str | None:
    column = tables.state.c
    value: str | None = connection.execute(select(column.value).where(column.name == name)).scalar()
    return value

"""Readings and when they came, as the tables `readings`, `arrivals` and `forgotten` have them.

A page that is forgotten leaves every answer at once; its reading goes when the record is resolved
without it, so that the record as last resolved stays whole until then.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from hearsay.model import Document, Metadata, Reading
from hearsay.record.access import Row, living, note_number, number, upsert
from hearsay.record.sightings import names
from hearsay.record.sightings_table import sightings
from hearsay.record.snapshot import StoredPage
from hearsay.record.stored_json import document_of, encoded, given_of, reading_of
from hearsay.record.tables import arrivals, forgotten, readings, sources
from hearsay.record.versions import PageVersion, own_day, versions


@dataclass(frozen=True, slots=True)
class Fresh:
    """A reading made ready to be kept: its row of `readings`, and what `arrivals` notes of it."""

    document: str
    reading: Row
    noted: Row


def fresh(reading: Reading, given: Metadata, reader: str) -> Fresh:
    """The reading as it is kept."""
    data = encoded(reading)
    document = document_of(data)  # as it can be kept
    key = {"document": document.id}
    return Fresh(
        document.id,
        {**key, "reader": reader, "given": encoded(given).decode(), "reading": data},
        {**key, "url": document.url, "dated": own_day(document.dates)},
    )


def put(connection: Connection, read: Sequence[Fresh], day: date) -> None:
    """Keeps readings, in the place of earlier ones of the same pages."""
    _bring_back(connection, {one.document for one in read})
    upsert(connection, readings, [one.reading for one in read])
    last = number(connection, "arrival")
    came = [
        {**one.noted, "arrival": arrival, "entered": day}
        for arrival, one in enumerate(read, start=last + 1)
    ]
    upsert(connection, arrivals, came, once=("arrival", "entered"))
    note_number(connection, "arrival", last + len(came))


def _bring_back(connection: Connection, ids: Collection[str]) -> None:
    """Makes pages that were forgotten ones that never came, so that they may come anew."""
    back = forgotten_ids(connection).intersection(ids)
    _remove(connection, back)
    for id in back:
        connection.execute(delete(forgotten).where(forgotten.c.document == id))


def forget(connection: Connection, ids: Iterable[str], day: date) -> None:
    """Notes pages as forgotten; where they were seen goes at once."""
    for id in ids:
        connection.execute(delete(sources).where(sources.c.document == id))
        connection.execute(insert(forgotten).values(document=id, day=day))


def purge(connection: Connection) -> None:
    """Takes out the readings of all pages forgotten."""
    _remove(connection, forgotten_ids(connection))


def _remove(connection: Connection, ids: Iterable[str]) -> None:
    for id in ids:
        for table in (sources, arrivals, readings):
            connection.execute(delete(table).where(table.c.document == id))


def forgotten_ids(connection: Connection) -> frozenset[str]:
    return frozenset(connection.execute(select(forgotten.c.document)).scalars())


def kept(connection: Connection) -> dict[str, StoredPage]:
    """Every page read and not forgotten, by document id."""
    column = readings.c
    rows = connection.execute(
        living(column.document, column.reader, column.given, arrivals.c.entered).where(
            arrivals.c.document == column.document
        )
    )
    return {
        document: StoredPage(reader, given_of(given), entered)
        for document, reader, given, entered in rows
    }


def older(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The older versions of each page that has some, oldest first, by its current one."""
    column = arrivals.c
    rows = connection.execute(
        living(column.document, column.url, column.dated, column.arrival).where(
            column.document == readings.c.document
        )
    )
    return versions([PageVersion(*row) for row in rows], sightings(connection))


def newer(connection: Connection) -> dict[str, str]:
    """The current version of each older one."""
    return {document: now for now, ids in older(connection).items() for document in ids}


def current(connection: Connection) -> tuple[Reading, ...]:
    """The reading of each page in its current version, by document id."""
    passed = newer(connection)
    name = names(sightings(connection))
    rows = connection.execute(
        living(readings.c.document, readings.c.reading).order_by(readings.c.document)
    )
    found = (reading_of(data) for document, data in rows if document not in passed)
    return tuple(replace(one, document=_named(one.document, name)) for one in found)


def documents(connection: Connection, ids: Iterable[str]) -> dict[str, Document]:
    """The documents as they were read, by id, those forgotten among them."""
    wanted = frozenset(ids)
    name = names(sightings(connection))
    rows = connection.execute(select(readings.c.document, readings.c.reading))
    return {id: _named(document_of(data), name) for id, data in rows if id in wanted}


def entered_days(connection: Connection) -> dict[str, date | None]:
    """The day on which each page first entered the record."""
    rows = connection.execute(select(arrivals.c.document, arrivals.c.entered))
    return {row.document: row.entered for row in rows}


def _named(document: Document, name: Mapping[str, str]) -> Document:
    return replace(document, source=name.get(document.id, document.source))

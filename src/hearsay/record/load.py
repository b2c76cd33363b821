"""The resolved nouns, read back from the rows of the tables: the reverse of `rows`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from hearsay.model import Document, Resolution
from hearsay.record import irregular
from hearsay.record.mapping import LAYOUTS, Part, TableLayout
from hearsay.record.shapes import Column
from hearsay.record.tables import documents, metadata

Entered = Mapping[tuple[str, str], date | None]
Supply = Mapping[str, Callable[[str], Any]]
"""By field ("Story.documents"), what gives its value for the noun of an id."""


def resolution_of(
    connection: Connection, read: Mapping[str, Document], entered: Entered
) -> Resolution:
    """The whole record as stored; `read` gives each document as it was read, by id, `entered` the
    days of entry by kind (page, event, statement) and id."""
    supply = _supply(connection, read, entered)
    return Resolution(
        **{layout.collection: tuple(_nouns(connection, layout, supply)) for layout in LAYOUTS}
    )


def _supply(connection: Connection, read: Mapping[str, Document], entered: Entered) -> Supply:
    """Where the fields are that stand `irregular.ELSEWHERE`."""

    def day(kind: str, id: str) -> date | None:
        return entered.get((kind, id))

    return {
        "Page.document": read.__getitem__,
        "Page.entered": partial(day, "page"),
        "Event.entered": partial(day, "event"),
        "Statement.entered": partial(day, "statement"),
        "Story.documents": _documents(connection, "story"),
        "Origin.documents": _documents(connection, "origin"),
    }


def _documents(connection: Connection, owner: str) -> Callable[[str], tuple[str, ...]]:
    """The documents that name a noun of that id in the column `owner`."""
    found: dict[str, list[str]] = defaultdict(list)
    column = documents.c
    for id, named in connection.execute(select(column.id, column[owner]).order_by(column.id)):
        found[named].append(id)
    return lambda id: tuple(found[id])


def _nouns(connection: Connection, layout: TableLayout, supply: Supply) -> Iterator[Any]:
    """The nouns of one kind, in their order."""
    table, own = metadata.tables[layout.table], layout.noun.__name__
    elsewhere = _of(own, supply) | {part.field: _parts(connection, part) for part in layout.parts}
    implied = _of(own, irregular.IMPLIED)
    columns = (column for _, shape in layout.fields for column in shape.columns)
    order = irregular.ORDER.get(layout.table, layout.key)
    for row in _rows(connection, table, layout.key[0], columns, order):
        values = iter(row)
        id = next(values)
        noun = {name: shape.take(values) for name, shape in layout.fields}
        noun |= {name: give(id) for name, give in elsewhere.items()}
        for name, (other, make) in implied.items():
            noun[name] = noun.get(name) or make(noun[other])
        yield layout.noun(**noun)


def _of(noun: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of the fields of one kind of noun, by their names alone."""
    parted = ((field.partition("."), said) for field, said in fields.items())
    return {name: said for (owner, _, name), said in parted if owner == noun}


def _parts(connection: Connection, part: Part) -> Callable[[str], Any]:
    """What gives the members of a part, in position, for the noun of an id."""
    table = metadata.tables[part.table]
    found: dict[str, list[Any]] = defaultdict(list)
    order = (part.owner, "position")
    for row in _rows(connection, table, part.owner, part.shape.columns, order, part.role):
        values: Iterator[Any] = iter(row)
        found[next(values)].append(part.shape.take(values))
    if part.many:
        return lambda id: tuple(found[id])
    return lambda id: next(iter(found[id]), None)


def _rows(
    connection: Connection,
    table: Table,
    first: str,
    columns: Iterable[Column],
    order: Sequence[str],
    role: str | None = None,
) -> Iterable[Row[Any]]:
    """The rows of a table, each of the column `first` and the others."""
    chosen = select(table.c[first], *(table.c[column.name] for column in columns))
    if role is not None:
        chosen = chosen.where(table.c.role == role)
    return connection.execute(chosen.order_by(*(table.c[name] for name in order)))

"""The tables of the record, under names that read well in any database browser.

`readings` holds what was read from each page (the input of resolution), `arrivals` when it came.
`sources`, `set_aside` and `forgotten` say what became of what was given to read; `former_ids` and
`entered` are the history of ids; `state` counts changes. Every other table holds the resolved
record, as `mapping` derives it from the nouns, and is rewritten from the readings.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, Literal, get_origin

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from hearsay.model.fields import id_of
from hearsay.record import irregular, shapes
from hearsay.record.mapping import HOMES, LAYOUTS, Part, TableLayout

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


state = Table(
    "state",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("document", String(40), primary_key=True),
    Column("reader", String(40), nullable=False),
    Column("given", Text, nullable=False),
    Column("reading", LargeBinary, nullable=False),
)

# Beside the readings, not in them: what stands behind a large value is slow to reach.
arrivals = Table(
    "arrivals",
    metadata,
    Column("document", String(40), ForeignKey("readings.document"), primary_key=True),
    Column("arrival", Integer, nullable=False),
    Column("entered", Date, comment="null where it was not noted"),
    Column("url", Text),
    Column("dated", Date, comment="the latest day that the page gives itself"),
)

sources = Table(
    "sources",
    metadata,
    Column("source", Text, primary_key=True),
    Column("document", String(40), ForeignKey("readings.document"), primary_key=True, index=True),
    Column("file", Text, index=True, comment="null for a row of a file of many"),
    Column("arrival", Integer, nullable=False, server_default="0"),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("source", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("sha256", String(64)),
)

forgotten = Table(
    "forgotten",
    metadata,
    Column("document", String(40), primary_key=True),
    Column("day", Date, nullable=False),
)

former_ids = Table(
    "former_ids",
    metadata,
    Column("former", String(40), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("current", String(40), index=True),
)

entered = Table(
    "entered",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("kind", String(16), primary_key=True, comment="event or statement"),
    Column("day", Date, comment="null where it was not noted"),
)

_ID, _WORD = String(40), String(16)
_TYPES = {str: Text, int: Integer, float: Float, bool: Boolean, date: Date}


def _columns(
    table: str, columns: Collection[shapes.Column], key: Collection[str]
) -> Iterator[Column[Any]]:
    for column in columns:
        home = HOMES.get(id_of(column.hint) or "")
        refers = [_reference(home)] if home is not None and key != (column.name,) else []
        yield Column(
            column.name,
            _type(table, column),
            *refers,
            primary_key=column.name in key,
            nullable=column.nullable,
            index=bool(refers) or f"{table}.{column.name}" in irregular.INDEXED,
        )


def _type(table: str, column: shapes.Column) -> Any:
    width = irregular.WIDTHS.get(f"{table}.{column.name}")
    if width is not None:
        return String(width)
    if id_of(column.hint) is not None:
        return _ID
    return _WORD if get_origin(column.hint) is Literal else _TYPES.get(column.hint, Text)


def _reference(home: str) -> ForeignKey:
    return ForeignKey(f"{home}.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")


def _own(layout: TableLayout) -> Table:
    return Table(layout.table, metadata, *_columns(layout.table, layout.columns, layout.key))


def _parts(part: Part, home: str) -> Table:
    return Table(
        part.table,
        metadata,
        Column(part.owner, _ID, _reference(home), primary_key=True),
        Column("position", Integer, primary_key=True),
        *([] if part.role is None else [Column("role", _WORD, nullable=False)]),
        *_columns(part.table, part.shape.columns, ()),
    )


def _resolved() -> Iterator[Table]:
    """The tables of the nouns and of their parts; one that several fields share is made once."""
    for layout in LAYOUTS:
        yield _own(layout)
        for part in {part.table: part for part in layout.parts}.values():
            yield _parts(part, layout.table)


_names = {table.name for table in _resolved()}
RESOLVED = tuple(table for table in metadata.sorted_tables if table.name in _names)
"""The tables that are rewritten with the resolved record, each after those that it refers to."""

documents = metadata.tables["documents"]
event_mentions = metadata.tables["event_mentions"]
statements = metadata.tables["statements"]

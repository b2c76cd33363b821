"""What the tables of the store share: rows put in place, pages not forgotten, numbers."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, select
from sqlalchemy.dialects.sqlite import insert

from hearsay.record.tables import forgotten, readings, state

Row = Mapping[str, Any]


def upsert(
    connection: Connection, table: Table, rows: Sequence[Row], *, once: Collection[str] = ()
) -> None:
    """Puts rows of the same columns in place; the columns `once` are left as they were where
    there is such a row."""
    if not rows:
        return
    made = insert(table)
    fixed = {*table.primary_key.columns.keys(), *once}
    changes = {column: made.excluded[column] for column in rows[0] if column not in fixed}
    keys = list(table.primary_key.columns)
    connection.execute(made.on_conflict_do_update(index_elements=keys, set_=changes), rows)


def living(*columns: Any) -> Select[Any]:
    """The columns for every reading of a page that was not forgotten."""
    chosen = select(*columns).select_from(readings)
    return chosen.where(readings.c.document.not_in(select(forgotten.c.document)))


def is_held(connection: Connection, document: str) -> bool:
    """True for a page that was read and not forgotten."""
    chosen = living(readings.c.document).where(readings.c.document == document)
    return connection.execute(chosen).first() is not None


def number(connection: Connection, name: str) -> int:
    """A number that counts up, 0 where nothing was counted: revisions, arrivals."""
    found = connection.execute(select(state.c.value).where(state.c.name == name)).scalar()
    return int(found or 0)


def note_number(connection: Connection, name: str, value: int) -> None:
    upsert(connection, state, [{"name": name, "value": str(value)}])


def counted(connection: Connection, name: str) -> int:
    """The number after counting one up."""
    value = number(connection, name) + 1
    note_number(connection, name, value)
    return value

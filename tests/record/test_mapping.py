"""The tables follow from the nouns: each field is stored and comes back, and migrations agree."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Annotated, Any, Literal

import pytest
from alembic import command
from sqlalchemy import Engine, create_engine, insert, inspect

from hearsay.model import Cite, Dated, SourceLink, Span
from hearsay.model.ids import EntityId, EventId, IdOf
from hearsay.record import irregular
from hearsay.record.load import resolution_of
from hearsay.record.mapping import LAYOUTS, layout_of
from hearsay.record.rows import rows_of
from hearsay.record.schema import SCHEMA
from hearsay.record.shapes import Column
from hearsay.record.tables import RESOLVED, metadata
from tests.record.conftest import config
from tests.record.fillings import filled

ADVICE = 'see "Adding a field to the record" in docs/architecture.md'


def described(engine: Engine) -> Iterator[str]:
    """What a database says of its tables, a line each, but for the values that are set unasked."""
    inspector = inspect(engine)
    for table in sorted({*inspector.get_table_names()} - {"alembic_version"}):
        yield table
        for column in inspector.get_columns(table):
            null = "may be null" if column["nullable"] else "is never null"
            yield f"{table}.{column['name']} is {column['type']} and {null}"
        yield f"{table}: key {inspector.get_pk_constraint(table)}"
        for kind in ("foreign_keys", "indexes", "unique_constraints", "check_constraints"):
            for found in getattr(inspector, f"get_{kind}")(table):
                yield f"{table}: {kind} {sorted(found.items(), key=str)}"


def test_the_tables_are_those_that_the_migrations_make() -> None:
    derived, migrated = create_engine("sqlite://"), create_engine("sqlite://")
    metadata.create_all(derived)
    with migrated.begin() as connection:
        command.upgrade(config(connection), SCHEMA)
    wanted, made = set(described(derived)), set(described(migrated))
    told = [f"the nouns need this, and no migration makes it: {one}" for one in wanted - made]
    told += [f"a migration makes this, and no noun needs it: {one}" for one in made - wanted]
    assert not told, "\n".join((ADVICE, *sorted(told)))


@pytest.mark.parametrize("missing", [False, True])
def test_every_field_comes_back_as_it_was_stored(missing: bool) -> None:
    record = filled(missing)
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    dated = {"event": record.events, "statement": record.statements}
    entered = {(kind, one.id): one.entered for kind in dated for one in dated[kind]}
    entered |= {("page", page.document.id): page.entered for page in record.pages}
    with engine.begin() as connection:
        for table, rows in rows_of(record).items():
            connection.execute(insert(metadata.tables[table]), rows)
        documents = {page.document.id: page.document for page in record.pages}
        found = resolution_of(connection, documents, entered)
    for layout in LAYOUTS:
        (stored,), (back,) = (getattr(each, layout.collection) for each in (record, found))
        lost = [name for name in names(stored) if getattr(back, name) != getattr(stored, name)]
        assert not lost, f"{type(stored).__name__} comes back without {lost}; {ADVICE}"


@dataclass(frozen=True, slots=True)
class Storm:
    """A noun that no record has, with a field of each type."""

    id: Annotated[str, IdOf("storm")]
    strength: Literal["gale", "hurricane"]
    wind: float | None
    began: Dated
    named: Span | None
    namer: SourceLink
    over: EntityId | None
    pair: tuple[int, int]
    aliases: tuple[str, ...]
    hit: tuple[EventId, ...]
    after: tuple[Annotated[str, IdOf("storm")], ...]
    told: tuple[Cite, ...]
    ended: date | None = None


def columns(made: tuple[Column, ...]) -> list[str]:
    return [column.name + "?" * column.nullable for column in made]


def test_a_field_of_any_type_needs_no_word_on_how_it_is_stored() -> None:
    layout = layout_of("storms", Storm)
    assert columns(layout.columns) == [
        *("id", "strength", "wind?"),
        *("began_earliest?", "began_latest?", "began_basis?", "began_why?", "began_refused?"),
        *("named_start?", "named_end?", "named_text?"),
        *("namer_entity?", "namer_name", "namer_kind"),
        *("over?", "pair_0", "pair_1", "aliases", "ended?"),
    ]
    parts = {part.table: columns(part.shape.columns) for part in layout.parts}
    assert parts == {
        "storm_hit": ["event"],
        "storm_after": ["after"],
        "storm_told": ["document", "start", "end", "text"],
    }


@dataclass(frozen=True, slots=True)
class Odd:
    id: str
    counts: dict[str, int]


def test_a_field_that_cannot_be_stored_is_named() -> None:
    with pytest.raises(TypeError, match=r"Odd\.counts has a type that no column can hold"):
        layout_of("odds", Odd)


def test_what_is_irregular_is_there() -> None:
    """No entry outlives the field or the column that it is for."""
    nouns = [layout.noun for layout in LAYOUTS]
    known = {f"{noun.__name__}.{name}" for noun in nouns for name in names(noun)}
    listed = {*irregular.PARTS, *irregular.ROLES, *irregular.COPIED, *irregular.ELSEWHERE}
    assert listed | {*irregular.IMPLIED} <= known
    stored = {f"{table.name}.{column.name}" for table in RESOLVED for column in table.columns}
    assert irregular.INDEXED | {*irregular.WIDTHS} <= stored
    tables = {table.name for table in RESOLVED}
    assert {*irregular.TABLES.values(), *irregular.KEYS, *irregular.ORDER} <= tables


def names(noun: Any) -> list[str]:
    return [field.name for field in fields(noun)]

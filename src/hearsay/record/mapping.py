"""How the nouns of the record stand in tables, as their fields tell it.

Each kind of noun has a table, each field stands in its columns as `shapes` has it. A field of many
nouns or ids is a part: a table of its own with a row for each, in position. What stands otherwise
is listed in `irregular`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

from hearsay.model import Resolution
from hearsay.model.fields import hints, id_of, member_of, without_none
from hearsay.record import irregular
from hearsay.record.shapes import Column, ColumnPlace, ColumnShape, shape_of


@dataclass(frozen=True, slots=True)
class Part:
    """A field in a table of its own: `owner` is the column for the id of the noun that has it.

    `role` tells its rows from those of other fields in that table. Without `many` the value is one
    noun, or None.
    """

    field: str
    table: str
    owner: str
    role: str | None
    many: bool
    shape: ColumnShape
    implied: irregular.Implied | None


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How a kind of noun is stored: every column of its table, the fields that are read back from
    them, and its parts. `collection` is its field in a `Resolution`."""

    noun: type
    collection: str
    table: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    fields: tuple[tuple[str, ColumnShape], ...]
    parts: tuple[Part, ...]


def layout_of(collection: str, noun: type) -> TableLayout:
    """How the nouns of a collection are stored."""
    table = irregular.TABLES.get(collection, collection)
    columns: list[Column] = []
    fields: list[tuple[str, ColumnShape]] = []
    parts: list[Part] = []
    for name, hint in hints(noun).items():
        field = f"{noun.__name__}.{name}"
        columns += _copied(noun, name, hint)
        if field in irregular.ELSEWHERE:
            continue
        if field in irregular.PARTS or _is_many(hint):
            parts.append(_part(noun, name, hint))
        else:
            fields.append((name, shape_of(ColumnPlace().within(noun, name), hint)))
            columns += fields[-1][1].columns
    parts.sort(key=lambda part: _ROLES.index(part.role))
    key = irregular.KEYS.get(table, ("id",))
    return TableLayout(noun, collection, table, key, tuple(columns), tuple(fields), tuple(parts))


_ROLES = (None, *irregular.ROLES.values())


def _copied(noun: type, name: str, hint: Any) -> Iterator[Column]:
    for each in irregular.COPIED.get(f"{noun.__name__}.{name}", ()):
        place = ColumnPlace(noun.__name__, hint.__name__, each, each, (name, each))
        yield from shape_of(place, hints(hint)[each]).columns


def _is_many(hint: Any) -> bool:
    """True for a tuple of nouns or of ids."""
    member = member_of(hint)
    return is_dataclass(member) or id_of(member) is not None


def _part(noun: type, name: str, hint: Any) -> Part:
    owner = noun.__name__
    field, many = f"{owner}.{name}", member_of(hint) is not None
    member = member_of(hint) if many else without_none(hint)[0]
    # The columns of a noun need no name before theirs: they have the row for themselves.
    mark = id_of(member)
    plain = ColumnPlace(owner, owner, name, mark if mark and mark != owner.lower() else name)
    return Part(
        field=name,
        table=irregular.PARTS.get(field, f"{owner.lower()}_{name}"),
        owner=owner.lower(),
        role=irregular.ROLES.get(field),
        many=many,
        shape=shape_of(ColumnPlace() if is_dataclass(member) else plain, member),
        implied=irregular.IMPLIED.get(field),
    )


LAYOUTS = tuple(
    layout_of(collection, member_of(hint)) for collection, hint in hints(Resolution).items()
)
"""The layouts of all nouns, in the order of a `Resolution`."""

HOMES = {
    mark: layout.table
    for layout in LAYOUTS
    for column in layout.columns
    if layout.key == (column.name,) and (mark := id_of(column.hint)) is not None
}
"""The table in which a noun is found, by what its ids are marked with."""

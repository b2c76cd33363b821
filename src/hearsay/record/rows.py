"""A resolution as rows of the tables: the reverse of `nouns`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from hearsay.model import Resolution
from hearsay.record.mapping import LAYOUTS, Part
from hearsay.record.shapes import Column, getter

Row = dict[str, Any]
Members = Callable[[Any], Iterable[Any]]


def rows_of(resolution: Resolution) -> dict[str, list[Row]]:
    """Rows by table name; tables without rows are absent."""
    tables: dict[str, list[Row]] = {}
    for layout in LAYOUTS:
        nouns = getattr(resolution, layout.collection)
        tables[layout.table] = _rows(layout.columns, nouns)
        for table, parts in groupby(layout.parts, attrgetter("table")):
            tables[table] = _part_rows(tuple(parts), nouns)
    return {table: rows for table, rows in tables.items() if rows}


def _rows(
    columns: Sequence[Column],
    nouns: Sequence[Any],
    before: Mapping[str, Iterable[Any]] | None = None,
) -> list[Row]:
    """A row for each noun, made column by column; `before` are columns of which no noun tells."""
    given = before or {}
    names = (*given, *(column.name for column in columns))
    values = (*given.values(), *(map(getter(column), nouns) for column in columns))
    return [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]


def _part_rows(parts: Sequence[Part], nouns: Sequence[Any]) -> list[Row]:
    """The rows of the parts that share a table, numbered together for each noun."""
    getters = [(part.role, _members(part)) for part in parts]
    own: dict[str, list[Any]] = {parts[0].owner: [], "position": [], "role": []}
    ids, positions, roles = own.values()
    members: list[Any] = []
    for noun in nouns:
        first = len(members)
        for role, get in getters:
            members += get(noun)
            roles += [role] * (len(members) - len(roles))
        ids += [noun.id] * (len(members) - first)
        positions += range(len(members) - first)
    if parts[0].role is None:
        del own["role"]
    return _rows(parts[0].shape.columns, members, own)


def _members(part: Part) -> Members:
    """What gets the members of a part, none where another field of the noun implies them."""
    get = attrgetter(part.field)
    if part.implied is not None:
        other, make = attrgetter(part.implied[0]), part.implied[1]
        return lambda noun: () if get(noun) == make(other(noun)) else get(noun)
    return get if part.many else lambda noun: [] if get(noun) is None else [get(noun)]

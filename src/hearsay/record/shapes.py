"""How a value stands in columns, as its type tells it, and the way there and back.

A plain value is a column. A noun within a noun is the columns of its fields, its own name before
theirs (`date_earliest`), all null where it is missing; a tuple is JSON. What stands otherwise is
listed in `irregular`.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from functools import partial
from itertools import chain, islice
from operator import attrgetter
from typing import Any, Literal, get_args, get_origin

from hearsay.model.fields import hints, id_of, member_of, without_none
from hearsay.record import irregular

Get = Callable[[Any], Any]
Take = Callable[[Iterator[Any]], Any]

_PLAIN = (str, int, float, bool, date)


@dataclass(frozen=True, slots=True)
class Code:
    """How a value that is no column becomes text, and the way back."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


_WORDS = Code(" ".join, lambda text: tuple(text.split()))
_JSON = Code(json.JSONEncoder(ensure_ascii=False).encode, lambda text: tuple(json.loads(text)))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the type of its value, and the steps that lead to it from the noun.

    `through_none` where one of the steps may come to None.
    """

    name: str
    hint: Any
    nullable: bool
    path: tuple[str | int, ...]
    through_none: bool
    code: Code | None


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """The columns of a value; `take` makes the value of the next values of a row."""

    columns: tuple[Column, ...]
    take: Take


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """Where a value stands: the noun whose row it is, the noun and field it is of (which may stand
    within that one), the name of its column, and the steps to it."""

    row: str = ""
    noun: str = ""
    field: str = ""
    column: str = ""
    path: tuple[str | int, ...] = ()
    through_none: bool = False

    @property
    def named(self) -> str:
        return f"{self.noun}.{self.field}"

    def within(self, noun: type, field: str) -> "ColumnPlace":
        """The place of a field of the noun that stands here."""
        name = noun.__name__
        parts = (self.column, "" if f"{name}.{field}" in irregular.BARE else field)
        column, path = "_".join(filter(None, parts)), (*self.path, field)
        return ColumnPlace(self.row or name, name, field, column, path, self.through_none)

    def numbered(self, number: int) -> "ColumnPlace":
        return replace(self, column=f"{self.column}_{number}", path=(*self.path, number))


def shape_of(place: ColumnPlace, hint: Any) -> ColumnShape:
    """The shape of a value of this type; TypeError where it is one that cannot be stored."""
    inner, optional = without_none(hint)
    if isinstance(inner, type) and is_dataclass(inner):
        shape = _noun(replace(place, through_none=place.through_none or optional), inner)
        return ColumnShape(shape.columns, partial(_perhaps, shape)) if optional else shape
    if get_origin(inner) is tuple and member_of(inner) is None:
        pairs = enumerate(get_args(inner))
        return _joined(_tuple, [shape_of(place.numbered(n), member) for n, member in pairs])
    code = _code(place.named, inner)
    name = irregular.RENAMED.get(f"{place.row}.{place.column}", place.column)
    nullable = optional or place.through_none or place.noun in irregular.LOOSE
    column = Column(name, inner, nullable, place.path, place.through_none, code)
    return ColumnShape((column,), next if code is None else partial(_read, code))


def _noun(place: ColumnPlace, noun: type) -> ColumnShape:
    fields = hints(noun).items()
    return _joined(noun, [shape_of(place.within(noun, name), hint) for name, hint in fields])


def _joined(make: Callable[..., Any], shapes: Sequence[ColumnShape]) -> ColumnShape:
    takes = [shape.take for shape in shapes]
    columns = chain.from_iterable(shape.columns for shape in shapes)
    return ColumnShape(tuple(columns), lambda values: make(*[take(values) for take in takes]))


def _tuple(*values: Any) -> tuple[Any, ...]:
    return values


def _perhaps(shape: ColumnShape, values: Iterator[Any]) -> Any:
    held = list(islice(values, len(shape.columns)))
    return None if held.count(None) == len(held) else shape.take(iter(held))


def _read(code: Code, values: Iterator[Any]) -> Any:
    text = next(values)
    return None if text is None else code.read(text)


def _code(field: str, hint: Any) -> Code | None:
    member = member_of(hint)
    if member is not date and _is_plain(member):
        return _WORDS if field in irregular.WORDS else _JSON
    if not _is_plain(hint):
        raise TypeError(f"{field} has a type that no column can hold: {hint}")
    return None


def _is_plain(hint: Any) -> bool:
    return hint in _PLAIN or get_origin(hint) is Literal or id_of(hint) is not None


def getter(column: Column) -> Get:
    """What gets the value of a column from its noun."""
    names = [step for step in column.path if isinstance(step, str)]
    plain: Get = partial(_followed, column.path)
    if names == list(column.path) and names and not column.through_none:
        plain = attrgetter(".".join(names))  # the same, faster
    return plain if column.code is None else partial(_coded, plain, column.code)


def _followed(path: Sequence[str | int], value: Any) -> Any:
    for step in path:
        if value is None:
            return None
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _coded(plain: Get, code: Code, noun: Any) -> str | None:
    value = plain(noun)
    return None if value is None else code.write(value)

"""Records whose every field is filled in, whatever fields the nouns have."""

from collections.abc import Callable
from dataclasses import is_dataclass, replace
from datetime import date, timedelta
from itertools import count
from typing import Any, Literal, get_args, get_origin

from hearsay.model import Document, Resolution
from hearsay.model.fields import hints, id_of, member_of, without_none
from tests.resolutions import ONE

MADE: dict[Any, Callable[[int], Any]] = {
    str: lambda n: f"text-{n}",
    int: lambda n: n,
    float: lambda n: n + 0.5,
    bool: lambda n: n % 2 == 0,
    date: lambda n: date(1931, 5, 1) + timedelta(days=n),
}


def filled(missing: bool) -> Resolution:
    """A record with one noun of each kind, each value another; or None wherever it may be."""
    fill = _Filling(missing)
    kinds = {name: member_of(hint) for name, hint in hints(Resolution).items()}
    made = Resolution(**{name: (fill(kind),) for name, kind in kinds.items()})
    told = () if missing else (f"the {id_of(hints(Document)['id'])}",)
    return replace(made, stories=(replace(made.stories[0], documents=told),))


class _Filling:
    """Makes values by their type: ids the same for each kind of noun, all else different."""

    def __init__(self, missing: bool) -> None:
        self._missing = missing
        self._number = count(1)

    def __call__(self, hint: Any) -> Any:
        inner, optional = without_none(hint)
        if optional and self._missing:
            return None
        if inner is Document:
            return replace(ONE, id=self(hints(Document)["id"]))
        if is_dataclass(inner):
            return inner(**{name: self(each) for name, each in hints(inner).items()})  # type: ignore[operator]
        if get_origin(inner) is tuple:
            return tuple(map(self, self._members(inner)))
        if id_of(inner) is not None:
            return f"the {id_of(inner)}"
        if get_origin(inner) is Literal:
            return get_args(inner)[next(self._number) % len(get_args(inner))]
        return MADE[inner](next(self._number))

    def _members(self, hint: Any) -> tuple[Any, ...]:
        """One id, two of whatever else there may be many."""
        member = member_of(hint)
        if member is None:
            return get_args(hint)
        return (member,) if id_of(member) else (member, member)

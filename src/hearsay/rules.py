"""The registry of rules: every yes-or-no decision of the readers, listed, counted, switched off.

A rule is a function that returns True or False, under the decorator `rule` with its id. The tables
`ontology/rules_*.toml` say of each what it decides, with a text in which it says yes, one in which
it does not, and its source. `hearsay rules` lists them; `--without ID` holds one at no.

In a plain run the decorator gives the function back as it is, so that a rule costs nothing. Rules
are counted and switched off only where `HEARSAY_COUNT_RULES` or `HEARSAY_WITHOUT` were set before
the readers were loaded.
"""

import functools
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from hearsay.ontology import table

Decision = TypeVar("Decision", bound=Callable[..., bool])

ROOMS = {
    "NAM": "names",
    "TIM": "times",
    "QTY": "quantities",
    "ATT": "attribution",
    "EVT": "events",
}
"""The rooms by the first letters of their rules' ids; each has a table `rules_ROOM.toml`."""

_ID = re.compile(r"(NAM|TIM|QTY|ATT|EVT)-\d{3}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `fires` is a text in which it says yes, `spares` one in which it never does.

    `source` is a guideline or paper, or "observed". `place` is the module and function.
    """

    id: str
    decides: str
    fires: str
    spares: str
    source: str
    place: str


@dataclass(slots=True)
class Count:
    """How often a rule was asked, and how often it said yes."""

    asked: int = 0
    fired: int = 0


_PLACES: dict[str, str] = {}
_COUNTS: dict[str, Count] = {}
_OFF: set[str] = {id for id in os.environ.get("HEARSAY_WITHOUT", "").split(",") if id}


def rule(id: str) -> Callable[[Decision], Decision]:
    """Registers the function below it. ValueError for an id that is none, or is taken."""

    def register(function: Decision) -> Decision:
        place = f"{function.__module__}.{function.__qualname__}"
        if not _ID.fullmatch(id) or _PLACES.get(id, place) != place:
            raise ValueError(f"{id!r} is no free id of a rule; take one like EVT-017")
        _PLACES[id] = place
        return _watched(id, function) if _watching() else function

    return register


def _watching() -> bool:
    return bool(_OFF or os.environ.get("HEARSAY_COUNT_RULES"))


def _watched(id: str, function: Decision) -> Decision:
    count = _COUNTS.setdefault(id, Count())

    @functools.wraps(function)
    def ask(*given: Any, **named: Any) -> bool:
        count.asked += 1
        if id in _OFF:
            return False
        said = function(*given, **named)
        count.fired += bool(said)
        return said

    return ask  # type: ignore[return-value]


def rules() -> tuple[Rule, ...]:
    """Every rule of the modules loaded so far, by id. KeyError for one that its table lacks."""
    return tuple(_entry(id, place) for id, place in sorted(_PLACES.items()))


def listed() -> frozenset[str]:
    """The ids in the tables, whether or not a loaded module has such a rule."""
    return frozenset(id for room in ROOMS.values() for id in table(f"rules_{room}"))


def _entry(id: str, place: str) -> Rule:
    entry = table(f"rules_{ROOMS[id.partition('-')[0]]}")[id]
    texts = {name: entry[name] for name in ("decides", "fires", "spares", "source")}
    return Rule(id=id, place=place, **texts)


def hold(ids: Iterable[str]) -> None:
    """Holds rules at no in this program and in the processes it starts; to be called before the
    readers are loaded."""
    os.environ["HEARSAY_WITHOUT"] = ",".join(sorted(ids))
    _OFF.update(ids)


@contextmanager
def counted() -> Iterator[dict[str, Count]]:
    """The counts of what is read inside, by id; RuntimeError where rules are not counted."""
    if not _COUNTS:
        raise RuntimeError("set HEARSAY_COUNT_RULES before the readers are loaded")
    for count in _COUNTS.values():
        count.asked = count.fired = 0
    yield _COUNTS


@contextmanager
def without(*ids: str) -> Iterator[None]:
    """Holds these rules at no while it lasts; RuntimeError where rules are not counted."""
    if not _COUNTS:
        raise RuntimeError("set HEARSAY_COUNT_RULES before the readers are loaded")
    before = set(_OFF)
    _OFF.update(ids)
    try:
        yield
    finally:
        _OFF.clear()
        _OFF.update(before)

"""The registry of rules: every yes-or-no decision of the readers, listed, counted, switched off.

A rule is a function that returns True or False, under the decorator `rule`. It has an id, one line
that says what it decides, an example in which it says yes and one in which it does not, and the
source it comes from. `hearsay rules` lists them; `--without ID` holds one at no.

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

Decision = TypeVar("Decision", bound=Callable[..., bool])

_ID = re.compile(r"(?:NAM|TIM|QTY|ATT|EVT)-\d{3}")


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


_RULES: dict[str, Rule] = {}
_COUNTS: dict[str, Count] = {}
_OFF: set[str] = {id for id in os.environ.get("HEARSAY_WITHOUT", "").split(",") if id}


def rule(
    id: str, decides: str, *, fires: str, spares: str, source: str = "observed"
) -> Callable[[Decision], Decision]:
    """Registers the function below it. ValueError for an id that is none, or is taken."""

    def register(function: Decision) -> Decision:
        place = f"{function.__module__}.{function.__qualname__}"
        known = _RULES.get(id)
        if not _ID.fullmatch(id) or (known is not None and known.place != place):
            raise ValueError(f"{id!r} is no free id of a rule; take one like EVT-017")
        _RULES[id] = Rule(id, decides, fires, spares, source, place)
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
    """Every rule of the modules loaded so far, by id."""
    return tuple(_RULES[id] for id in sorted(_RULES))


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

"""The entries of the published form: a noun's fields under their names, but for what is listed.

A field of an entry takes its value from the noun's field of the same name: days as text, nouns as
their entries. `IN_PLACE`, `RENAMED`, `MADE`, `SAID_AS` and `UNPUBLISHED` say all that differs.
"""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from hearsay.model import Event, Figure, Page
from hearsay.model.fields import member_of, without_none
from hearsay.ontology import table
from hearsay.publish import format as form

Entry = TypeVar("Entry")
Make = Callable[[Any], Any]

IN_PLACE = frozenset(
    {"Page.document", "Cite.span", "EventMentionRef.cite", "Figure.cite", "Statement.cite"}
)
"""Nouns within a noun that have no entry: their fields stand among the noun's own."""

RENAMED = {"RecordFile.documents": "pages", "ActorEntry.set": "group"}
"""Fields of entries that go by another name in the noun."""

SAID_AS = {"reported": "derived"}
"""Words of nouns, by what an entry says that has no such word."""

UNPUBLISHED = {
    "Document.dates": "evidence, told in the reasons of `published`",
}
"""Fields of nouns that are not published, and why."""


def entry_of(kind: Callable[..., Entry], noun: Any) -> Entry:
    """The noun as an entry of that kind."""
    made: Entry = _maker(kind, noun.__class__)(noun)
    return made


def _dateline(page: Page) -> form.DatelineEntry | None:
    """What the dateline says, with its day as resolved."""
    said, day = page.document.dateline, page.dateline
    if said is None:
        return None
    dated = None if day is None else entry_of(form.DateRange, day)
    return form.DatelineEntry(said.place, dated, said.agency)


def _plover(event: Event) -> str | None:
    """PLOVER's type for the event, None for the types that PLOVER does not have."""
    named: str | None = table("plover").get(event.type, {}).get("plover")
    return named


def _written(figure: Figure) -> tuple[int | float, str] | None:
    written = figure.written
    return None if written is None else (_number(written.amount), written.unit)


def _no_former_ids(_: object) -> tuple[str, ...]:
    return ()  # they are the store's: `export` fills them in


MADE: Mapping[str, Make] = {
    "RecordFile.format": lambda _: form.FORMAT,
    "DocumentEntry.dateline": _dateline,
    "StoryEntry.formerly": _no_former_ids,
    "EventEntry.formerly": _no_former_ids,
    "EventEntry.plover": _plover,
    "FigureEntry.written": _written,
}
"""Fields of entries that are no field of the noun, and what makes them of it."""


@cache
def fields_of(noun: type) -> dict[str, tuple[str, Any]]:
    """Where the noun's fields and those in their place are: the steps to each, and its type."""
    found: dict[str, tuple[str, Any]] = {}
    for name, hint in get_type_hints(noun).items():
        if f"{noun.__name__}.{name}" in IN_PLACE:
            inner = fields_of(hint).items()
            found |= {each: (f"{name}.{steps}", held) for each, (steps, held) in inner}
        else:
            found[name] = name, hint
    return found


@cache
def _maker(kind: type, noun: type) -> Make:
    makes = [_field(kind, name, hint, noun) for name, hint in get_type_hints(kind).items()]
    return lambda value: kind(*[make(value) for make in makes])


def _field(kind: type, name: str, hint: Any, noun: type) -> Make:
    """What makes the value of an entry's field of the noun."""
    field = f"{kind.__name__}.{name}"
    if field in MADE:
        return MADE[field]
    found = fields_of(noun).get(RENAMED.get(field, name))
    if found is None:
        raise TypeError(f"{field}: {noun.__name__} has no field of that name")
    get, convert = attrgetter(found[0]), _converter(hint, found[1])
    return get if convert is None else lambda value: convert(get(value))


def _converter(hint: Any, held: Any) -> Make | None:
    """What makes the published value of one as held; None where they are the same."""
    (target, optional), (source, _) = without_none(hint), without_none(held)
    convert = _value(target, source)
    if convert is None or not optional:
        return convert
    return lambda value: None if value is None else convert(value)


def _value(target: Any, source: Any) -> Make | None:
    if is_dataclass(target) and isinstance(target, type):
        return _maker(target, source)
    if get_origin(target) is Literal and set(get_args(source)) > set(get_args(target)):
        return lambda word: SAID_AS.get(word, word)
    if source is date:
        return date.isoformat
    if source is float and target == int | float:
        return _number
    if member_of(target) is None:
        return None
    member = _converter(member_of(target), member_of(source))
    return None if member is None else lambda values: tuple(map(member, values))


def _number(value: float) -> int | float:
    return int(value) if value.is_integer() else value

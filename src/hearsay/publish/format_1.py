"""Format 1 of the record, for programs that were written for it: format 2 less what is new in it.

`NEW_FIELDS` and `WORDS` say all that is new. The types of format 1 follow from those of format 2,
and `as_before` takes out of a record what format 1 has no words for.
"""

from collections.abc import Iterable
from dataclasses import MISSING, field, fields, is_dataclass, make_dataclass, replace
from functools import cache, reduce
from operator import or_
from types import GenericAlias
from typing import Any, Literal, get_args, get_type_hints

from hearsay.model import Event, Resolution
from hearsay.model.fields import member_of, without_none
from hearsay.model.vocabulary import Basis, EventType, PloverType
from hearsay.publish import format as form

FORMAT_1: Literal[1] = 1

NEW_FIELDS = frozenset(
    {
        "DocumentEntry.kind",
        "DocumentEntry.truncated",
        "ActorEntry.set",
        "EventEntry.plover",
        "EventEntry.effects",
        "FigureEntry.predicate",
        "FigureEntry.written",
        "FigureEntry.as_of",
        "FigureEntry.source",
        "StatementEntry.negated",
    }
)
"""Fields of entries that format 1 does not have."""

WORDS: dict[Any, Any] = {
    Literal[form.FORMAT]: Literal[FORMAT_1],
    EventType: PloverType,
    Basis: Literal["stated", "derived", "metadata", "inferred", "unknown"],
}
"""Closed lists of words that are longer in format 2, and as they are in format 1. Events of the
further types are left out; `entries.SAID_AS` has what is said for each other word."""


@cache
def in_format_1(kind: type) -> type:
    """The kind of entry as format 1 has it: itself where nothing of it is new."""
    hints = get_type_hints(kind)
    kept = {name: _hint(hint) for name, hint in hints.items() if not _is_new(kind, name)}
    if kept == hints:
        return kind
    told = kind.__doc__ if len(kept) == len(hints) else None  # else it tells of the new fields
    defaults = {each.name: each.default for each in fields(kind) if each.default is not MISSING}
    return make_dataclass(
        kind.__name__,
        [(name, hint, field(default=defaults.get(name, MISSING))) for name, hint in kept.items()],
        namespace={"__module__": __name__, "__doc__": told},
        frozen=True,
        slots=True,
    )


def _is_new(kind: type, name: str) -> bool:
    return f"{kind.__name__}.{name}" in NEW_FIELDS


def _hint(hint: Any) -> Any:
    """The type of a field as format 1 has it."""
    inner, optional = without_none(hint)
    member = member_of(inner)
    if is_dataclass(inner) and isinstance(inner, type):
        inner = in_format_1(inner)
    elif member is not None:
        inner = GenericAlias(tuple, (_hint(member), ...))
    else:
        inner = WORDS.get(inner, inner)
    return reduce(or_, (inner, None)) if optional else inner


def as_before(resolution: Resolution) -> Resolution:
    """The record without events of the further types, and without anything that names one."""
    left_out = {event.id for event in resolution.events if not _has_words_for(event)}
    if not left_out:
        return resolution
    return replace(
        resolution,
        events=tuple(each for each in resolution.events if each.id not in left_out),
        stories=tuple(
            replace(story, events=_without(left_out, story.events)) for story in resolution.stories
        ),
        figures=tuple(
            replace(figure, event=None) if figure.event in left_out else figure
            for figure in resolution.figures
        ),
        statements=tuple(
            replace(statement, event=None) if statement.event in left_out else statement
            for statement in resolution.statements
        ),
        relations=tuple(each for each in resolution.relations if left_out.isdisjoint(each.between)),
    )


def _has_words_for(event: Event) -> bool:
    """True for an event of PLOVER's types: format 1 has no other."""
    return event.type in get_args(PloverType)


def _without(left_out: set[str], ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id not in left_out)

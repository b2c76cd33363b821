"""Where the record's tables are not what the fields of the nouns alone would make of them.

Fields are named with their noun ("Event.contexts"), columns with their table ("events.mode").
A new field needs no entry here.
"""

from collections.abc import Callable, Iterable
from typing import Any

from hearsay.model import Cite, EventMentionRef, Span

TABLES = {"pages": "documents"}
"""Tables under another name than the nouns have in a `Resolution`."""

KEYS = {"relations": ("kind", "one", "other")}
"""The primary keys of tables that have no `id`."""

ORDER = {"relations": ("one", "other", "kind")}
"""The order in which nouns come that are not sorted by their key."""

BARE = frozenset(
    {"Cite.span", "Entity.actor", "Figure.cite", "Statement.cite", "EventMentionRef.cite"}
)
"""Nouns within a noun whose columns go without their name before them."""

LOOSE = frozenset({"Dated"})
"""Nouns within a noun whose columns may all be null, though the noun is never missing."""

RENAMED = {
    "Entity.names": "name",
    "Event.place_entity": "place",
    "Relation.between_0": "one",
    "Relation.between_1": "other",
    "Statement.cue_text": "cue",
    "EventMentionRef.trigger_text": "trigger",
}
"""Columns under another name than their fields make, with the noun whose row they stand in."""

WIDTHS = {
    "entities.country": 3,
    "events.mode": 24,
    "figures.unit": 24,
    "relations.kind": 24,
}
"""Text of so many characters, where the type of the field does not tell."""

INDEXED = frozenset({"entities.name", "events.type", "relations.other"})
"""Columns with an index beside those that refer to another table."""

WORDS = frozenset({"Actor.sectors", "Event.contexts"})
"""Tuples of words that are kept as one text with blanks between them, and not as JSON."""

PARTS = {
    "Figure.source": "figure_source",
    "Entity.names": "entity_names",
    "Statement.chain": "statement_chain",
    "Statement.jointly": "statement_chain",
    "Statement.addressee": "statement_chain",
    "Statement.quoted": "statement_quotes",
}
"""Fields that are parts though their type does not tell, or in a table of another name."""

ROLES = {
    "Statement.chain": "teller",
    "Statement.jointly": "jointly",
    "Statement.addressee": "addressee",
}
"""What the column `role` says in the rows of a field that shares its table with others."""

COPIED = {"Page.document": ("id", "source", "url", "outlet", "title", "text")}
"""Nouns that are kept with the readings; these of their fields are columns as well."""

ELSEWHERE = frozenset(
    {
        "Page.document",
        "Page.entered",
        "Event.entered",
        "Statement.entered",
        "Story.documents",
        "Origin.documents",
        "Event.documents",
    }
)
"""Fields whose value is not read from the noun's own row or parts: see `hearsay.record.load`."""


def _documents(mentions: Iterable[EventMentionRef]) -> tuple[str, ...]:
    return tuple(sorted({told.cite.document for told in mentions}))


def _whole(cite: Cite) -> tuple[Span, ...]:
    return (cite.span,)


Implied = tuple[str, Callable[[Any], Any]]
"""Another field of the noun, and what makes the value of its value."""

IMPLIED: dict[str, Implied] = {
    "Event.documents": ("mentions", _documents),
    "Statement.contents": ("cite", _whole),
}
"""Fields that are not stored when they are what another field of the noun makes them."""

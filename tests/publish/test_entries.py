"""Every field of the record is published under its name, or a reason says why not."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from hearsay.model import Actor, Document, Resolution
from hearsay.model.fields import member_of, without_none
from hearsay.model.vocabulary import Basis
from hearsay.publish import format as form
from hearsay.publish.entries import (
    IN_PLACE,
    MADE,
    RENAMED,
    SAID_AS,
    UNPUBLISHED,
    entry_of,
    fields_of,
)
from hearsay.publish.format_1 import NEW_FIELDS
from tests.resolutions import resolution

Pair = tuple[Any, Any]


def inside(hint: Any) -> Any:
    """What there is one of, or many, or perhaps none."""
    inner, _ = without_none(hint)
    return member_of(inner) or inner


def pairs(entry: Any, noun: Any) -> Iterator[Pair]:
    """An entry with its noun, and those within them."""
    yield entry, noun
    for name, hint in get_type_hints(entry).items():
        field = f"{entry.__name__}.{name}"
        if is_dataclass(inside(hint)) and field not in MADE:
            _, held = fields_of(noun)[RENAMED.get(field, name)]
            yield from pairs(inside(hint), inside(held))


PAIRS = sorted(set(pairs(form.RecordFile, Resolution)), key=str)


def unpublished(entry: Any, noun: Any) -> Iterator[str]:
    """The fields of a noun that its entry does not have."""
    told = {RENAMED.get(f"{entry.__name__}.{name}", name) for name in get_type_hints(entry)}
    for name, hint in get_type_hints(noun).items():
        field = f"{noun.__name__}.{name}"
        if field in IN_PLACE:
            yield from unpublished(entry, hint)
        elif name not in told:
            yield field


@pytest.mark.parametrize(("entry", "noun"), PAIRS, ids=lambda kind: kind.__name__)
def test_every_field_of_the_record_is_published(entry: Any, noun: Any) -> None:
    missing = set(unpublished(entry, noun)) - set(UNPUBLISHED)
    assert not missing, (
        f"{sorted(missing)}: add the field to {entry.__name__} in publish/format.py and to "
        "docs/record-format.md, or say in UNPUBLISHED in publish/entries.py why it is not published"
    )


@pytest.mark.parametrize(("entry", "noun"), PAIRS, ids=lambda kind: kind.__name__)
def test_every_field_of_an_entry_is_one_of_the_record(entry: Any, noun: Any) -> None:
    for field in fields(entry):
        name = f"{entry.__name__}.{field.name}"
        assert name in MADE or RENAMED.get(name, field.name) in fields_of(noun), name


def test_what_is_listed_is_there() -> None:
    """No entry of a table outlives the field or the word that it is for."""
    kinds = {kind for pair in PAIRS for kind in pair} | {Document}
    told = {f"{kind.__name__}.{name}" for kind in kinds for name in get_type_hints(kind)}
    assert {*MADE, *RENAMED, *IN_PLACE, *UNPUBLISHED, *NEW_FIELDS} <= told
    assert {*SAID_AS, *SAID_AS.values()} <= {*get_args(Basis)}


@dataclass(frozen=True, slots=True)
class Code:
    country: str | None
    rank: int


def test_an_entry_of_fields_that_no_noun_has_is_named() -> None:
    with pytest.raises(TypeError, match=r"Code\.rank: Actor has no field of that name"):
        entry_of(Code, Actor("FRA"))


def test_an_entry_can_be_made_of_any_noun() -> None:
    party = resolution().events[0].actors[0]
    assert entry_of(form.ActorEntry, party) == form.ActorEntry("n1", "Guards", "source", None)

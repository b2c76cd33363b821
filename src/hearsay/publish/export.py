"""The record in its published form."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from hearsay.model import Resolution
from hearsay.publish import format as form
from hearsay.publish.entries import entry_of

Former = Mapping[str, tuple[str, ...]]
Lasting = TypeVar("Lasting", form.StoryEntry, form.EventEntry)


def export(resolution: Resolution, formerly: Former) -> form.RecordFile:
    """The whole record; `formerly` gives the earlier ids of stories and events."""
    record = entry_of(form.RecordFile, resolution)
    return replace(
        record,
        stories=_remembering(record.stories, formerly),
        events=_remembering(record.events, formerly),
    )


def _remembering(entries: tuple[Lasting, ...], formerly: Former) -> tuple[Lasting, ...]:
    return tuple(
        replace(entry, formerly=formerly[entry.id]) if entry.id in formerly else entry
        for entry in entries
    )


def as_json(record: form.RecordFile) -> str:
    """UTF-8 JSON, indented, ending in a line break."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every export satisfies."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Hearsay record, format 1",
        **msgspec.json.schema(form.RecordFile),
    }

"""The record in its published form."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal, TypeVar, overload

import msgspec

from hearsay.model import Resolution
from hearsay.publish import format as form
from hearsay.publish.entries import entry_of
from hearsay.publish.format_1 import FORMAT_1, as_before, in_format_1

Former = Mapping[str, tuple[str, ...]]
FormatVersion = Literal[1, 2]
Lasting = TypeVar("Lasting", form.StoryEntry, form.EventEntry)


@overload
def export(
    resolution: Resolution, formerly: Former, version: Literal[2] = ...
) -> form.RecordFile: ...


@overload
def export(resolution: Resolution, formerly: Former, version: FormatVersion) -> Any: ...


def export(resolution: Resolution, formerly: Former, version: FormatVersion = form.FORMAT) -> Any:
    """The whole record; `formerly` gives the earlier ids of stories and events.

    The entries of format 1 are those of `hearsay.publish.format` less what `format_1` lists.
    """
    told = as_before(resolution) if version == FORMAT_1 else resolution
    record = entry_of(_record_file(version), told)
    return replace(
        record,
        format=version,
        stories=_remembering(record.stories, formerly),
        events=_remembering(record.events, formerly),
    )


def _record_file(version: FormatVersion) -> type:
    return in_format_1(form.RecordFile) if version == FORMAT_1 else form.RecordFile


def _remembering(entries: tuple[Lasting, ...], formerly: Former) -> tuple[Lasting, ...]:
    return tuple(
        replace(entry, formerly=formerly[entry.id]) if entry.id in formerly else entry
        for entry in entries
    )


def as_json(record: form.RecordFile) -> str:
    """UTF-8 JSON, indented, ending in a line break."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"


def schema(version: FormatVersion = form.FORMAT) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every export in that format satisfies."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Hearsay record, format {version}",
        **msgspec.json.schema(_record_file(version)),
    }

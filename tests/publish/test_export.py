"""The published JSON says what the record says, and its schema says so too."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hearsay import Record
from hearsay.model import Resolution
from hearsay.publish.export import FormatVersion, as_json, export, schema
from tests.resolutions import entered_on, further, resolution

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "missiles-1962" / "pages"


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("record", [Resolution(), resolution(), further()])
def test_every_export_satisfies_the_published_schema(
    record: Resolution, version: FormatVersion
) -> None:
    exported = json.loads(as_json(export(record, {}, version)))
    jsonschema.validate(exported, schema(version))
    assert exported["format"] == version
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(exported, schema(1 if version == 2 else 2))


def test_the_schema_refuses_what_is_no_record() -> None:
    exported = json.loads(as_json(export(resolution(), {})))
    exported["events"][0]["status"] = "surely"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(exported, schema())


def test_every_span_is_its_slice() -> None:
    exported = json.loads(as_json(export(resolution(), {})))
    texts = {document["id"]: document["text"] for document in exported["documents"]}
    spans = [
        *exported["figures"],
        *exported["statements"],
        *(mention for event in exported["events"] for mention in event["mentions"]),
    ]
    assert spans
    for span in spans:
        assert texts[span["document"]][span["start"] : span["end"]] == span["text"]


def test_whole_numbers_stay_whole_and_former_ids_are_told() -> None:
    exported = json.loads(as_json(export(resolution(), {"e1": ("e0",)})))
    assert [figure["low"] for figure in exported["figures"]] == [6, 9]
    assert '"low": 6,' in as_json(export(resolution(), {}))
    assert exported["events"][0]["formerly"] == ["e0"]


def golden(version: FormatVersion) -> tuple[Any, Any]:
    """What the test's record was when the format was first published, and what it is now."""
    published = Path(__file__).with_name(f"format_{version}.json").read_text("utf-8")
    record = entered_on(further(), date(1931, 5, 13))
    now = as_json(export(record, {"e1": ("e0",), "s1": ("s0",)}, version))
    return json.loads(published), json.loads(now)


@pytest.mark.parametrize("version", [1, 2])
def test_a_format_stays_as_it_was_first_published(version: FormatVersion) -> None:
    """Fields may be added. What was there keeps its name, its place among the others, its value."""
    assert list(changed(*golden(version))) == []


def test_format_1_gets_no_further_fields() -> None:
    published, now = golden(1)
    added = list(changed(now, published))
    assert not added, f"{added}: name the new fields in NEW_FIELDS in publish/format_1.py"


def changed(was: Any, now: Any, where: str = "") -> Iterator[str]:
    """Where what is now differs from what was, but for fields that were added."""
    pairs: list[tuple[object, Any, Any]] = []
    if isinstance(was, dict) and isinstance(now, dict):
        if [name for name in now if name in was] != list(was):
            yield f"{where}: the fields were {list(was)}, in this order"
        pairs = [(name, was[name], now.get(name)) for name in was]
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        pairs = [(n, *pair) for n, pair in enumerate(zip(was, now, strict=True))]
    elif repr(was) != repr(now):
        yield f"{where}: was {was!r}, is {now!r}"
    for name, before, after in pairs:
        yield from changed(before, after, f"{where}/{name}")


def test_what_is_read_from_pages_has_no_word_that_the_schema_lacks(tmp_path: Path) -> None:
    record = Record(tmp_path / "record.db")
    record.read(*sorted(EXAMPLE.glob("1*"))[:3])
    jsonschema.validate(json.loads(as_json(record.export())), schema())

"""The published JSON says what the record says, and its schema says so too."""

import json

import jsonschema
import pytest

from hearsay.model import Resolution
from hearsay.publish.export import as_json, export, schema
from tests.resolutions import resolution


@pytest.mark.parametrize("record", [Resolution(), resolution()])
def test_every_export_satisfies_the_published_schema(record: Resolution) -> None:
    jsonschema.validate(json.loads(as_json(export(record, {}))), schema())


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

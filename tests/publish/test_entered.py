"""The export says when pages, events and statements entered the record, or null."""

import json
from datetime import date

import jsonschema
import pytest

from hearsay.publish.export import as_json, export, schema
from tests.resolutions import entered_on, resolution


@pytest.mark.parametrize(("day", "told"), [(date(1931, 5, 13), "1931-05-13"), (None, None)])
def test_days_of_entry_are_exported(day: date | None, told: str | None) -> None:
    exported = json.loads(as_json(export(entered_on(resolution(), day), {})))
    jsonschema.validate(exported, schema())
    for kind in ("documents", "events", "statements"):
        assert {entry["entered"] for entry in exported[kind]} == {told}

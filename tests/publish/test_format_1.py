"""Format 1 says what it always said, and never a word that came later."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from hearsay import Record
from hearsay.errors import UsageError
from hearsay.model import Dated, Event, Relation, Resolution
from hearsay.model.vocabulary import EventType, PloverType
from hearsay.publish import format as form
from hearsay.publish.export import as_json, export, schema
from hearsay.publish.format_1 import NEW_FIELDS, as_before, in_format_1
from tests.resolutions import further, resolution

FURTHER = sorted({*get_args(EventType)} - {*get_args(PloverType)})
TOLD = Dated(date(1931, 5, 12), date(1931, 5, 12), "reported", "told on May 12, 1931")


def with_event(kind: Any) -> Resolution:
    """A record with an event of that type, named wherever an event may be."""
    record = further()
    first, second = record.events
    flood: Event = replace(first, id="e3", type=kind, date=TOLD)
    return replace(
        record,
        events=(first, replace(second, date=TOLD), flood),
        stories=(replace(record.stories[0], events=("e1", "e2", "e3")),),
        figures=tuple(replace(figure, event="e3") for figure in record.figures),
        statements=tuple(replace(statement, event="e3") for statement in record.statements),
        relations=(*record.relations, Relation("conflicts", ("e1", "e3"), "Not both.")),
    )


def exported(record: Resolution, version: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(as_json(export(record, {}, version)))
    jsonschema.validate(made, schema(version))
    return made


@pytest.mark.parametrize("kind", FURTHER)
def test_events_of_the_further_types_are_left_out_with_all_that_names_them(kind: str) -> None:
    made = exported(with_event(kind), 1)
    assert [event["id"] for event in made["events"]] == ["e1", "e2"]
    assert made["stories"][0]["events"] == ["e1", "e2"]
    assert {entry["event"] for entry in made["figures"] + made["statements"]} == {None}
    assert [relation["between"] for relation in made["relations"]] == [["f1", "f2"]]
    assert '"e3"' not in json.dumps(made)


@pytest.mark.parametrize("kind", FURTHER)
def test_format_2_has_them_without_a_type_of_plover(kind: str) -> None:
    made = exported(with_event(kind), 2)
    assert [(event["type"], event["plover"]) for event in made["events"]] == [
        ("ASSAULT", "ASSAULT"),
        ("CONSULT", "CONSULT"),
        (kind, None),
    ]
    assert made["stories"][0]["events"] == ["e1", "e2", "e3"]


def test_a_reported_day_is_a_derived_one() -> None:
    record = with_event("DISASTER")
    assert exported(record, 1)["events"][1]["date"]["basis"] == "derived"
    assert exported(record, 2)["events"][1]["date"]["basis"] == "reported"


def test_a_record_without_them_is_left_as_it_is() -> None:
    record = resolution()
    assert as_before(record) is record


def test_entries_have_the_fields_of_format_1_alone() -> None:
    record = export(further(), {}, 1)
    for entry, field in (name.split(".") for name in NEW_FIELDS):
        assert field not in dir(in_format_1(getattr(form, entry))), f"{entry}.{field}"
    assert record.events[0].actors[0].name == "Guards"
    assert not hasattr(record.events[0], "effects")


def test_kinds_of_which_nothing_is_new_are_shared() -> None:
    assert in_format_1(form.Citation) is form.Citation
    assert in_format_1(form.RecordFile) is in_format_1(form.RecordFile)


def test_a_format_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="format_version is 3; give 1 or 2"):
        Record(tmp_path / "record.db").export(3)  # type: ignore[call-overload]

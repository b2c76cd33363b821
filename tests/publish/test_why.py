"""Why a day: an event or page is found by what one has of it, its ground laid out to be checked."""

import json
from dataclasses import replace

import pytest

from hearsay.errors import UsageError
from hearsay.model import Dated, Resolution
from hearsay.publish.render import render_why
from hearsay.publish.why import as_json, explain, grounds
from tests.resolutions import MONDAY, ONE, TWO, resolution

WHY = (
    '"on Monday" on the page "Guards; dogs: a strike", counted from Tuesday May 12, 1931, when it '
    'came out; the page "two.txt" tells of it as past: Monday May 11, 1931'
)
REFUSED = 'the feed of the page says "1913-05-12": Monday May 12, 1913, which does not fit the rest'


def record(**changes: object) -> Resolution:
    """The record of the tests with the day of its first event put another way."""
    made = resolution()
    dated = replace(MONDAY, why=WHY, refused=(REFUSED,))
    first = replace(made.events[0], **{"date": dated, **changes})  # type: ignore[arg-type]
    return replace(made, events=(first, *made.events[1:]))


def test_the_day_of_the_telling_is_said_to_be_that() -> None:
    made = record(date=replace(MONDAY, basis="reported"), type="DISASTER")
    assert explain("e1", made, {}).about == "DISASTER, happened"
    assert "Day: reported Monday, May 11, 1931" in render_why(explain("e1", made, {}), 100)
    page = explain(ONE.id, made, {})
    assert [event.days for event in page.events] == [
        "reported May 11, 1931",
        "from May 12, 1931 on",
    ]


def test_clauses_are_parted_outside_quotation_marks_alone() -> None:
    assert grounds(WHY) == (
        '"on Monday" on the page "Guards; dogs: a strike", counted from Tuesday May 12, 1931, when '
        "it came out",
        'the page "two.txt" tells of it as past',
    )


@pytest.mark.parametrize("why", ["", '"', "a;b", '"x; y: z', "no page tells its day", ":;:"])
def test_any_reason_can_be_parted(why: str) -> None:
    assert all(clause.strip() for clause in grounds(why))


def test_the_text_of_an_event() -> None:
    written = render_why(explain("e1", record(), {}))
    assert max(map(len, written.splitlines())) <= 80
    flat = " ".join(written.split())
    assert "Day: Monday, May 11, 1931 (derived) 1. " in flat
    assert "counted from Tuesday May 12, 1931, when it came out 2. the page" in flat
    assert "refused: the feed of the page says" in flat
    assert "“Guards fired on strikers in Arden on Monday”" in flat
    assert "[2] two.txt “Guards shot at strikers in Arden” came out: day unknown (unknown)" in flat
    assert "\n\n\n" not in written and written.endswith("\n") and not written.endswith("\n\n")


def test_the_text_of_a_page_lists_its_events() -> None:
    written = render_why(explain("one.txt", record(), {}))
    assert "Came out: Monday, May 11, 1931 (derived)\n" in written
    assert "Updated: Monday, May 11, 1931 (derived)\n" in written
    assert "  e1 May 11, 1931: Guards fired on strikers in Arden.\n" in written
    assert "  e2 from May 12, 1931 on: Ann Lee will meet strikers.\n" in written


def test_the_json_holds_the_same() -> None:
    found = json.loads(as_json(explain("e1", record(), {})))
    assert (found["kind"], found["id"], found["date"]["earliest"]) == ("event", "e1", "1931-05-11")
    assert found["date"]["refused"] == [REFUSED]
    assert found["pages"][0]["words"][0]["text"].startswith("Guards fired")


@pytest.mark.parametrize("asked", [ONE.id, ONE.id[:6], "one.txt", " one.txt ", "one."])
def test_ways_to_name_a_page(asked: str) -> None:
    assert explain(asked, record(), {}).id == ONE.id


def test_a_page_by_address_or_by_its_file() -> None:
    made = record()
    places = {ONE.id: ("news/wire.jsonl:1", "https://w.example/a"), TWO.id: ("b/two.txt", None)}
    pages = tuple(
        replace(page, document=replace(page.document, source=source, url=url))
        for page in made.pages
        for source, url in [places[page.document.id]]
    )
    made = replace(made, pages=pages)
    for asked in ("https://w.example/a", "wire.jsonl:1", "wire.jsonl", "news/wire.jsonl"):
        assert explain(asked, made, {}).id == ONE.id
    assert explain("two.txt", made, {}).id == TWO.id
    assert explain("tw", made, {}).id == TWO.id


def test_an_event_by_an_earlier_id() -> None:
    assert explain("e0ld", record(), {"e1": ("e0ld",)}).id == "e1"


def test_several_are_named_and_none_is_helped() -> None:
    with pytest.raises(UsageError, match=r"may be 2 things.*e1 \(Guards fired.*e2 \(Ann Lee"):
        explain("e", record(), {})
    for asked in ("nowhere.txt", "", "  "):
        with pytest.raises(UsageError, match="name a page by its file or address"):
            explain(asked, record(), {})


def test_a_record_of_nothing() -> None:
    with pytest.raises(UsageError, match="no event and no page"):
        explain("e1", Resolution(), {})


def test_a_day_unknown_is_said_to_be() -> None:
    made = record()
    first = replace(made.events[0], date=Dated(why="no page tells its day"))
    written = render_why(explain("e1", replace(made, events=(first,)), {}))
    assert "Day: day unknown (unknown)\n  no page tells its day\n" in written

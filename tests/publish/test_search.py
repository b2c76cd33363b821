"""Statements are found by name, alias, office or part of one, and told at 80 columns."""

import json
from datetime import date

import pytest

from hearsay.model import Resolution
from hearsay.publish.search import Query, search
from hearsay.publish.statement_lists import FORMATS, render_statements
from hearsay.publish.typed_names import keys_of, nearest
from tests.readings import reading
from tests.resolve.stub import resolve

GALTIERI = "[General Leopoldo Galtieri|person 1 ARG GOV,MIL office=President]"
PYM = "[Francis Pym|person 2 GBR GOV office=Foreign_Secretary]"
ONE = (
    f"“~The islands will stay ours,|direct 1 cue=said to=4 when=0~” {GALTIERI} said to "
    f"[reporters|group 4 form=nominal plural=1] <on Sunday|day=1982-04-25>.\n\n"
    f"[The Post|organization 5] reported that {PYM} had said ~the fleet would not turn back"
    "|indirect 5 2 kinds=outlet,person cue=said~.\n\n"
    "~[Argentine|state 6 ARG] troops had landed on [South Georgia|place 7]|indirect 3 "
    "kinds=anonymous cue=said~, [two British officials|group 3 GBR form=nominal plural=1] said.\n\n"
    "[José Pérez|person 8 PER GOV] denied ~that a truce was near|indirect 8 cue=denied act=denied~."
)
TWO = f"“~The islands will not stay ours,|direct 1 cue=said~” {GALTIERI} said."


@pytest.fixture(scope="module")
def record() -> Resolution:
    return resolve(
        reading(ONE, published="1982-04-26", source="one.txt", outlet="The Gazette"),
        reading(TWO, published="1982-04-27", source="two.txt", title="No way back"),
    )


def found(record: Resolution, **asked: object) -> list[str]:
    hits = search(record, Query(**asked)).hits  # type: ignore[arg-type]
    return [hit.statement.cite.span.text for hit in hits]


@pytest.mark.parametrize(
    "name",
    ["Leopoldo Galtieri", "galtieri", "Président Galtieri", "the President of Argentina", "Galt"],
)
def test_a_name_may_be_whole_an_office_or_a_part(record: Resolution, name: str) -> None:
    assert found(record, by=name) == [
        "The islands will stay ours,",
        "The islands will not stay ours,",
    ]


@pytest.mark.parametrize("name", ["officials", "UK officials", "british official", "anonymous"])
def test_unnamed_sources_are_found_too(record: Resolution, name: str) -> None:
    assert found(record, by=name) == ["Argentine troops had landed on South Georgia"]


def test_accents_and_case_do_not_matter(record: Resolution) -> None:
    assert found(record, by="JOSE PEREZ") == ["that a truce was near"]


def test_the_other_conditions(record: Resolution) -> None:
    assert found(record, through="the post") == ["the fleet would not turn back"]
    assert found(record, to="reporters") == ["The islands will stay ours,"]
    assert found(record, about="South Georgia") == ["Argentine troops had landed on South Georgia"]
    assert found(record, about="the fleets turned") == ["the fleet would not turn back"]
    assert found(record, act="denied") == ["that a truce was near"]
    assert len(found(record, kind="indirect")) == 3
    assert found(record, by="Galtieri", until=date(1982, 4, 25)) == ["The islands will stay ours,"]
    assert found(record, since=date(1982, 4, 27)) == ["The islands will not stay ours,"]
    assert found(record, by="Pym", since=date(1982, 4, 26)) == ["the fleet would not turn back"]


def test_nothing_found_says_what_each_condition_finds_and_the_nearest_names(
    record: Resolution,
) -> None:
    why = search(record, Query(by="Galtiery", kind="direct")).why
    assert '--by "Galtiery" alone finds none' in why
    assert '--kind "direct" alone finds 2' in why
    assert "Leopoldo Galtieri" in why
    assert nearest("zzzz", record) == []
    assert search(Resolution(), Query(by="x")).why == "the record holds no statements"
    assert render_statements(search(record, Query(by="Galtiery"))) == ""


def test_hostile_words_find_nothing_and_break_nothing(record: Resolution) -> None:
    for name in ("", " ", "“”", "\x00", "*", "the", "a" * 10_000):
        assert not found(record, by=name)


def test_the_table_fits_80_columns(record: Resolution) -> None:
    written = render_statements(search(record, Query()))
    assert max(map(len, written.splitlines())) <= 80
    flat = " ".join(written.split())
    assert "“The islands will stay ours,”" in flat
    assert "- to reporters" in flat
    assert "[1] The Gazette, one.txt (April 26, 1982)" in flat


def test_what_became_of_the_words_is_told_beside_them(record: Resolution) -> None:
    written = " ".join(render_statements(search(record, Query(by="Galtieri"))).split())
    assert "altered on [2]" in written


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_and_the_text_are_always_the_same(record: Resolution, form: str) -> None:
    texts = {render_statements(search(record, Query()), form) for _ in range(3)}
    assert len(texts) == 1
    assert texts.pop().endswith("\n")


def test_json_holds_statement_pages_and_fates(record: Resolution) -> None:
    written = json.loads(render_statements(search(record, Query(by="Galtieri")), "json"))
    first = written["statements"][0]
    assert first["statement"]["text"] == "The islands will stay ours,"
    assert first["pages"][0]["source"] == "one.txt"
    assert first["fates"][0]["kind"] == "alters"
    empty = json.loads(render_statements(search(record, Query(by="nobody")), "json"))
    assert empty["statements"] == []


def test_markdown_keeps_a_row_on_one_line() -> None:
    odd = "“~We *never*\nsaid\x1b31m so today|direct 1 cue=said~,” [Ann Lee|person 1] said."
    record = resolve(reading(odd, published="1931-05-12"))
    lines = render_statements(search(record, Query()), "markdown").splitlines()
    assert "\x1b" not in "".join(lines)
    assert sum(line.startswith("| ") for line in lines) == 2


def test_copies_of_one_text_are_one_row() -> None:
    text = "The crowd stood in the heat for hours to hear the general speak. " + TWO
    record = resolve(*(reading(text, published="1982-04-27", source=f"{n}.txt") for n in range(3)))
    (hit,) = search(record, Query(by="Galtieri")).hits
    assert len(hit.pages) == 3


def test_keys_level_endings_and_peoples() -> None:
    assert keys_of("Iranian missiles") == keys_of("missile of Iran")
    assert keys_of("the") == {"the"}

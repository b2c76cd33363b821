"""The commands that ask a record: each in each of its forms, and what each refuses."""

import json
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import click
import jsonschema
import pytest
from click.testing import CliRunner

from hearsay.cli.brief import brief
from hearsay.cli.export import export, schema
from hearsay.cli.pages import forget, pages
from hearsay.cli.read import read
from hearsay.cli.rules import rules
from hearsay.cli.statements import statements
from hearsay.cli.why import why

KILN = (
    "BRENFORD, May 3 (Valley Press) – Guards fired on striking potters in Brenford on Wednesday, "
    "killing at least four people, the interior minister, Mira Tolland, told reporters.\n\n"
    "“Nobody gave an order to shoot,” Tolland said.\n"
)
FERRY = "The mayor of Oslet, Jon Esk, said on Friday that the ferry would sail again in June.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two pages, one that is none, and a record of them."""
    here = tmp_path_factory.mktemp("asking")
    (here / "kiln.txt").write_text(KILN, "utf-8")
    (here / "ferry.txt").write_text(FERRY, "utf-8")
    (here / "empty.txt").write_text("")
    done = CliRunner().invoke(
        read, [str(here), "--record", str(here / "r.db"), "--published", "2012-05-04", "--json"]
    )
    assert done.exit_code == 1, done.output
    report = json.loads(done.stdout)
    assert (report["read"], len(report["aside"])) == (2, 1)
    return here


def run(command: click.Command, *arguments: str, record: Path | None = None) -> SimpleNamespace:
    named = ["--record", str(record)] if record else []
    done = CliRunner().invoke(command, [*arguments, *named], catch_exceptions=False)
    return SimpleNamespace(code=done.exit_code, out=done.stdout, err=done.stderr)


def test_brief_in_its_forms(folder: Path) -> None:
    record = folder / "r.db"
    text = run(brief, record=record).out
    assert "2 pages" in text and "Mira Tolland" in text
    marked = run(brief, "--format", "markdown", record=record).out
    assert marked.startswith("#")
    html = run(brief, "--format", "html", record=record).out
    HTMLParser().feed(html)
    assert html.lstrip().startswith("<!doctype html>") and "Mira Tolland" in html


def test_the_first_lines_of_a_brief_say_how_many_are_left(folder: Path) -> None:
    record = folder / "r.db"
    whole = run(brief, record=record).out
    size = len(whole.splitlines())
    cut = run(brief, "--lines", "3", record=record).out
    assert f"… {size - 3} more lines: hearsay brief --record {record}" in cut
    assert cut.splitlines()[:2] == whole.splitlines()[:2]
    assert run(brief, "--lines", str(size), record=record).out == whole
    assert run(brief, "--lines", "0", record=record).code == 2


def test_the_export_is_what_its_schema_says(folder: Path) -> None:
    exported = json.loads(run(export, record=folder / "r.db").out)
    jsonschema.validate(exported, json.loads(run(schema).out))
    assert len(exported["documents"]) == 2


def test_pages_and_what_was_set_aside(folder: Path) -> None:
    record = folder / "r.db"
    table = run(pages, record=record).out
    assert "kiln.txt" in table and "ferry.txt" in table and "empty.txt" not in table
    listed = json.loads(run(pages, "--format", "json", record=record).out)["pages"]
    assert [Path(page["source"]).name for page in listed] == ["ferry.txt", "kiln.txt"]
    aside = run(pages, "--aside", record=record).out
    assert "empty.txt" in aside and "kiln.txt" not in aside
    (empty,) = json.loads(run(pages, "--aside", "--format", "json", record=record).out)["aside"]
    assert empty["source"].endswith("empty.txt") and empty["reason"].endswith(".")


CONDITIONS = [
    ((), 3),
    (("--by", "Tolland"), 2),
    (("--by", "tolland", "--kind", "direct"), 1),
    (("--by", "Tolland", "--to", "reporters"), 1),
    (("--about", "order"), 1),
    (("--since", "2012-05-05"), 0),
    (("--until", "2012-05-02", "--by", "Tolland"), 0),
    (("--act", "denied", "--by", "Tolland"), 0),
]


@pytest.mark.parametrize(("conditions", "many"), CONDITIONS)
def test_statements_by_conditions(folder: Path, conditions: tuple[str, ...], many: int) -> None:
    found = run(statements, *conditions, "--format", "json", record=folder / "r.db")
    assert found.code == 0
    assert len(json.loads(found.out)["statements"]) == many


@pytest.mark.parametrize(
    "odd", [("--since", "May"), ("--kind", "loud"), ("--act", "sang"), ("--until", "")]
)
def test_statements_with_odd_conditions_are_refused(folder: Path, odd: tuple[str, ...]) -> None:
    refused = run(statements, *odd, record=folder / "r.db")
    assert refused.code == 2 and odd[0].strip("-") in refused.err and refused.out == ""


def test_why_of_a_page_and_of_nothing(folder: Path) -> None:
    record = folder / "r.db"
    assert "May 4, 2012" in run(why, "kiln.txt", record=record).out
    assert json.loads(run(why, "kiln.txt", "--format", "json", record=record).out)
    nothing = run(why, "volcano", record=record)
    assert nothing.code == 2 and "volcano" in nothing.err


def test_a_result_may_go_to_a_file(folder: Path, tmp_path: Path) -> None:
    for command in (brief, export, pages, statements):
        output = tmp_path / f"{command.name}.out"
        done = run(command, "--output", str(output), record=folder / "r.db")
        assert (done.code, done.out) == (0, "")
        assert output.read_text("utf-8") == run(command, record=folder / "r.db").out


def test_what_is_forgotten_stays_out_and_comes_back_when_told(tmp_path: Path) -> None:
    (tmp_path / "kiln.txt").write_text(KILN, "utf-8")
    (tmp_path / "ferry.txt").write_text(FERRY, "utf-8")
    record = tmp_path / "r.db"
    run(read, str(tmp_path), "--quiet", record=record)
    assert "kiln.txt" in run(forget, "kiln.txt", record=record).out
    assert "kiln.txt" not in run(pages, record=record).out
    again = run(read, str(tmp_path), record=record)
    assert again.out.startswith("0 read, 1 known before, 0 set aside, 1 forgotten before")
    assert run(read, str(tmp_path), "--again", "--quiet", record=record).code == 0
    assert "kiln.txt" in run(pages, record=record).out
    assert run(forget, "volcano", record=record).code == 2


def test_quiet_says_nothing_and_verbose_names_all(tmp_path: Path) -> None:
    for number in range(23):
        (tmp_path / f"{number:02}.txt").write_text("")
    record = tmp_path / "r.db"
    told = run(read, str(tmp_path), record=record)
    assert told.code == 2 and "… and 3 more set aside" in told.err
    quiet = run(read, str(tmp_path), "--quiet", "--verbose", record=record)
    assert quiet.out == "" and quiet.err.count("set aside: ") == 23
    assert "no record was made" in run(read, str(tmp_path / "0"), record=tmp_path / "n.db").out


def test_rules_by_their_beginnings() -> None:
    every = json.loads(run(rules, "--format", "json").out)
    some = json.loads(run(rules, "tim", "--format", "json").out)
    assert {rule["id"][:3] for rule in some} == {"TIM"}
    assert [rule for rule in every if rule["id"].startswith("TIM")] == some
    assert some[0]["id"] in run(rules, some[0]["id"]).out
    refused = run(rules, "XYZ-1")
    assert refused.code == 2 and "hearsay rules" in refused.err


def test_a_rule_that_is_none_cannot_be_held(tmp_path: Path) -> None:
    (tmp_path / "kiln.txt").write_text(KILN, "utf-8")
    refused = run(read, str(tmp_path), "--without", "XYZ-1", record=tmp_path / "r.db")
    assert refused.code == 2 and "'XYZ-1'" in refused.err
    assert not (tmp_path / "r.db").exists()

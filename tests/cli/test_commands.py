"""The command line says what went wrong, in one sentence, with the exit code that scripts need."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from hearsay.cli import main

PAGE = (
    "ARDEN, May 12 (Herald Press) – Guards fired on striking miners in Arden on Monday, killing at "
    "least six people, the interior minister, Ann Lee, told reporters.\n\n"
    "“We did not order anybody to shoot,” Lee said.\n\n"
    "The miners had occupied the railway station since Saturday.\n"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HEARSAY_RECORD", raising=False)
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def test_read_brief_export(here: Path) -> None:
    (here / "page.txt").write_text(PAGE)
    code, out, err = run("read", "page.txt", "--outlet", "The Herald", "--published", "1931-05-12")
    assert (code, out) == (0, "1 read, 0 known before, 0 set aside; record in hearsay.db\n")
    assert err == "Reading: 1 of 1\nComparing: 3 of 3\n"
    assert "1 page, 1 origin" in run("brief")[1]
    assert run("export", "--output", "record.json")[0] == 0
    exported = json.loads((here / "record.json").read_text())
    assert exported["documents"][0]["outlet"] == "The Herald"
    assert exported["documents"][0]["published"]["earliest"] == "1931-05-12"


def test_export_and_schema_in_either_format(here: Path) -> None:
    (here / "page.txt").write_text(PAGE)
    run("read", "page.txt", "--published", "1931-05-12")
    assert run("export") == run("export", "--format-version", "2")
    for version in (1, 2):
        exported = json.loads(run("export", "--format-version", str(version))[1])
        published = json.loads(run("schema", "--format-version", str(version))[1])
        jsonschema.validate(exported, published)
        assert exported["format"] == version
        assert published["title"] == f"Hearsay record, format {version}"
        assert ("truncated" in exported["documents"][0]) == (version == 2)
    code, _, err = run("export", "--format-version", "3")
    assert code == 2
    assert "'3' is not one of '1', '2'" in err


def test_reading_again_changes_nothing(here: Path) -> None:
    (here / "page.txt").write_text(PAGE)
    run("read", ".", "--record", "r.db")
    before = run("export", "--record", "r.db")[1]
    code, out, _ = run("read", "page.txt", "--record", "r.db")
    assert code == 0
    assert out.startswith("0 read, 1 known before")
    assert run("export", "--record", "r.db")[1] == before


def test_some_set_aside_is_1_and_nothing_done_is_2(here: Path) -> None:
    (here / "page.txt").write_text(PAGE)
    (here / "empty.txt").write_text("")
    code, out, err = run("read", "page.txt", "empty.txt")
    assert code == 1
    assert "1 read, 0 known before, 1 set aside" in out
    assert "set aside: empty.txt: " in err
    assert run("read", "empty.txt", "--record", "other.db")[0] == 2


def test_no_such_page_no_such_record(here: Path) -> None:
    code, _, err = run("read", "nowhere.txt")
    assert code == 2
    assert "nowhere.txt" in err
    code, _, err = run("brief", "--record", "none.db")
    assert code == 2
    assert "there is no record none.db" in err


@pytest.mark.parametrize("day", ["yesterday", "2024-02-30", "01.02.2024"])
def test_a_day_that_is_none_is_refused(here: Path, day: str) -> None:
    code, _, err = run("read", "page.txt", "--published", day)
    assert code == 2
    assert "give a day as" in err


def test_output_that_cannot_be_written_says_so(here: Path) -> None:
    code, _, err = run("schema", "--output", str(here / "none" / "schema.json"))
    assert code == 2
    assert "cannot be written" in err


def test_why_of_a_page_leads_to_why_of_its_event(here: Path) -> None:
    (here / "page.txt").write_text(PAGE)
    run("read", "page.txt", "--published", "1931-05-12")
    code, out, _ = run("why", "page.txt")
    assert code == 0
    assert "Came out: Tuesday, May 12, 1931 (metadata)" in out
    found = json.loads(run("why", "page.txt", "--format", "json")[1])
    event = next(one["id"] for one in found["events"] if one["days"] == "May 11, 1931")
    assert '"Monday" on the page "page.txt"' in " ".join(run("why", event)[1].split())
    code, _, err = run("why", "nothing")
    assert code == 2
    assert "no event and no page 'nothing'" in err

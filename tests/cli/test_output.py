"""What is printed and written: nothing lost, nothing obeyed by a terminal."""

import errno
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from hearsay.cli import main
from hearsay.cli.output import printable, write
from hearsay.errors import UsageError

ROOT = Path(__file__).parent.parent.parent
PAGE = "ARDEN, May 12 – “We shot nobody,” said Ann Lee, the interior minister, on Monday.\n"


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    path = tmp_path / "r.db"
    assert CliRunner().invoke(main, ["read", "page.txt", "--record", str(path)]).exit_code == 0
    return path


def hearsay(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "hearsay", *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
    )


@pytest.mark.parametrize("command", ["brief", "export", "statements", "why", "schema"])
def test_a_record_is_never_written_over(record: Path, command: str) -> None:
    before = record.read_bytes()
    named = ["page.txt"] if command == "why" else []
    given = [] if command == "schema" else ["--record", str(record)]
    done = CliRunner().invoke(main, [command, *named, *given, "--output", str(record)])
    assert done.exit_code == 2
    assert "choose another file" in done.stderr
    assert record.read_bytes() == before


def test_another_database_is_not_written_over_either(record: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE cats (name)")
    connection.close()
    done = CliRunner().invoke(main, ["brief", "--record", str(record), "--output", str(other)])
    assert done.exit_code == 2


def test_a_full_disk_leaves_the_old_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "brief.txt"
    output.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("hearsay.cli.output.os.fsync", full)
    with pytest.raises(UsageError, match="the old file is kept"):
        write("new", output)
    assert output.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_a_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    output, link = tmp_path / "brief.txt", tmp_path / "link.txt"
    output.write_text("old")
    output.chmod(0o640)
    link.symlink_to(output)
    write("new", link)
    assert output.read_text() == "new"
    assert output.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii", "utf-8"])
def test_every_encoding_of_standard_output_will_do(record: Path, encoding: str) -> None:
    for command in (["brief"], ["statements"], ["why", "page.txt"]):
        done = hearsay(*command, "--record", str(record), PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "We shot nobody" in done.stdout.decode(encoding) or command[0] == "why"
    exported = hearsay("export", "--record", str(record), PYTHONIOENCODING=encoding).stdout
    assert "“We shot nobody,”" in json.loads(exported.decode("utf-8"))["documents"][0]["text"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_standard_output_is_said_in_one_sentence(record: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hearsay", "export", "--record", str(record)],
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == 2
    said = "hearsay: standard output cannot be written: No space left on device\n"
    assert done.stderr.decode() == said


def test_a_reader_that_stops_listening_is_no_fault(record: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m hearsay export --record {record} | head -c 1",
        shell=True,
        capture_output=True,
    )
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_a_fault_of_ours_has_an_exit_code_of_its_own(record: Path) -> None:
    code = (
        "import hearsay.publish.brief as b, hearsay.pipeline as p, hearsay.cli as c, sys;"
        "p.make_brief = lambda _: 1 / 0;"
        f"sys.argv[1:] = ['brief', '--record', {str(record)!r}]; c.run()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 3
    assert done.stderr.startswith("hearsay: a fault in Hearsay itself (ZeroDivisionError")
    assert "Traceback" not in done.stderr


def test_what_a_terminal_obeys_is_escaped() -> None:
    shown = printable("red \x1b[31m, bell \x07, C1 \x9b2J, turned \u202eabc, kept\t“é”\n")
    assert shown == "red \\x1b[31m, bell \\x07, C1 \\x9b2J, turned \\u202eabc, kept\t“é”\n"


def test_names_of_files_and_fields_of_rows_obey_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    row = {"text": PAGE, "title": "A \x1b[31mred\x9b title\u202e", "outlet": "The \x07Post"}
    (tmp_path / "a\x1b[2Jb.jsonl").write_text(json.dumps(row) + "\n")
    (tmp_path / "c\x1b[2Jd.txt").write_text("")
    said = ""
    for command in (
        ["read", ".", "--record", "r.db"],
        ["brief", "--record", "r.db"],
        ["why", "red", "--record", "r.db"],
        ["pages", "--record", "r.db"],
        ["pages", "--aside", "--record", "r.db"],
        ["statements", "--record", "r.db"],
        ["export", "--record", "r.db"],
        ["brief", "--format", "html", "--record", "r.db"],
        ["brief", "--format", "markdown", "--record", "r.db"],
    ):
        done = CliRunner().invoke(main, command, catch_exceptions=False)
        said += done.stdout + done.stderr
    assert "red" in said
    assert not set("\x1b\x07\x9b\u202e") & set(said)

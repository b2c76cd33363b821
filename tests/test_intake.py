"""What a run of `read` reads, passes over, and says."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from hearsay import Record
from hearsay.errors import RecordError, UsageError

PAGE = "Guards fired on {n} striking miners in Arden on Monday, the interior minister said.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    return tmp_path


def rows(many: int) -> str:
    return "".join(json.dumps({"text": PAGE.format(n=n + 10)}) + "\n" for n in range(many))


def test_a_typo_makes_no_record(here: Path) -> None:
    record = Record("typo.db")
    for ask in (record.events, record.pages, record.brief, record.export, record.set_aside):
        with pytest.raises(RecordError, match=r"there is no record .*typo\.db"):
            ask()
    report = record.read("pagse")
    assert "no such file or folder" in report.aside[0].reason
    assert not (here / "typo.db").exists()
    (here / "pages" / "a.txt").write_text(PAGE)
    assert record.read("pages", "pagse").read == 1
    assert list(record.set_aside()) == []


@pytest.mark.parametrize("path", [["a", "b"], None, 5, b"pages"])
def test_what_is_no_path_is_an_error(here: Path, path: object) -> None:
    with pytest.raises(UsageError, match="is no path"):
        Record("r.db").read(path)  # type: ignore[arg-type]


def test_a_record_among_the_pages_is_passed_over(here: Path) -> None:
    (here / "pages" / "a.txt").write_text(PAGE)
    record = Record("pages/r.db")
    assert (record.read("pages").read, record.read("pages").aside) == (1, [])


def test_what_was_set_aside_is_named_again_only_when_it_changes(here: Path) -> None:
    (here / "pages" / "a.txt").write_text(PAGE)
    foreign = here / "pages" / "b.txt"
    foreign.write_bytes(b"%PDF-1.7 one")
    record = Record("r.db")
    assert len(record.read("pages").aside) == 1
    again = record.read("pages")
    assert (again.aside, len(again.still_aside)) == ([], 1)
    foreign.write_bytes(b"%PDF-1.7 two")
    assert len(record.read("pages").aside) == 1
    foreign.write_text(PAGE.format(n=5))
    assert record.read("pages").read == 1
    assert list(record.set_aside()) == []


def test_rows_are_kept_batch_by_batch(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearsay.engines.local.BATCH", 2)
    (here / "rows.jsonl").write_text(rows(6))
    heard: list[tuple[str, int, int]] = []

    def stop(stage: str, done: int, total: int) -> None:
        heard.append((stage, done, total))
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Record("r.db").read("rows.jsonl", progress=stop)
    assert heard == [("Reading", 2, 6), ("Reading", 4, 6)]
    report = Record("r.db").read("rows.jsonl")
    assert (report.known, report.read) == (4, 2)


def test_compressed_rows_are_read_as_rows(here: Path) -> None:
    (here / "rows.jsonl.gz").write_bytes(gzip.compress(rows(3).encode()))
    assert Record("r.db").read("rows.jsonl.gz").read == 3


def test_a_bad_row_costs_itself_alone(here: Path) -> None:
    bad = '{"text": "Guards fired on miners on Monday.", "title": "\\ud800", "outlet": 5}\n{"te\n'
    (here / "rows.jsonl").write_text(rows(2) + bad + rows(3))
    report = Record("r.db").read("rows.jsonl")
    assert (report.read, len(report.aside)) == (4, 1)


def test_a_name_that_is_no_utf8_is_read_and_shown(here: Path) -> None:
    with open(b"pages/caf\xe9.txt", "w") as file:  # noqa: PTH123 - a name in bytes
        file.write(PAGE)
    record = Record("r.db")
    assert record.read("pages").read == 1
    assert "\\xe9" in record.pages()[0].document.source


def test_unknown_fields_are_named_once(here: Path) -> None:
    row = {"text": PAGE, "colour": "red", "headline_x": "y"}
    other = {"text": PAGE.format(n=7), "colour": "blue"}
    (here / "rows.jsonl").write_text(json.dumps(row) + "\n" + json.dumps(other) + "\n")
    report = Record("r.db").read("rows.jsonl")
    assert set(report.unknown_fields) == {"colour", "headline_x"}
    assert report.unknown_fields["colour"].endswith("rows.jsonl:1")


def test_a_page_that_changed_takes_the_place_of_its_earlier_version(here: Path) -> None:
    page = here / "pages" / "a.txt"
    page.write_text(PAGE.format(n=5))
    record = Record("r.db")
    record.read("pages")
    (before,) = record.pages()
    page.write_text(PAGE.format(n=6))
    report = record.read("pages")
    (after,) = record.pages()
    assert (report.read, report.replaced) == (1, [before.document.id])
    assert record.versions() == {after.document.id: (before.document.id,)}


def test_a_page_forgotten_stays_out_until_it_is_read_again(here: Path) -> None:
    (here / "pages" / "a.txt").write_text(PAGE.format(n=5))
    (here / "pages" / "b.txt").write_text(PAGE.format(n=6))
    record = Record("r.db")
    record.read("pages")
    assert record.forget("a.txt").document.source.endswith("a.txt")
    assert len(record.pages()) == 1
    assert record.read("pages").forgotten == 1
    assert len(record.pages()) == 1
    assert record.read("pages", again=True).read == 2
    assert len(record.pages()) == 2
    with pytest.raises(UsageError, match=r"no page 'c\.txt'"):
        record.forget("c.txt")


def test_one_address_is_of_one_page(here: Path) -> None:
    (here / "pages" / "a.txt").write_text(PAGE.format(n=5))
    (here / "pages" / "b.txt").write_text(PAGE.format(n=6))
    with pytest.raises(UsageError, match="there are 2"):
        Record("r.db").read("pages", url="https://example.org/a")


@pytest.mark.parametrize("day", ["yesterday", "2024-02-30", "April"])
def test_a_day_that_is_none_is_an_error(here: Path, day: str) -> None:
    (here / "pages" / "a.txt").write_text(PAGE)
    with pytest.raises(UsageError, match="give a day as 2024-04-16"):
        Record("r.db").read("pages", published=day)


def test_a_day_without_dashes_is_a_day(here: Path) -> None:
    (here / "pages" / "a.txt").write_text(PAGE)
    record = Record("r.db")
    record.read("pages", published="19310512")
    assert str(record.pages()[0].published.earliest) == "1931-05-12"


def test_standard_input_is_a_page_without_a_file(here: Path) -> None:
    for n in (5, 6):
        done = subprocess.run(
            [sys.executable, "-m", "hearsay", "read", "-", "--record", "r.db"],
            input=PAGE.format(n=n).encode(),
            capture_output=True,
        )
        assert done.returncode == 0
    pages = Record("r.db").pages()
    assert [page.document.source for page in pages] == ["standard input"] * 2


def test_copies_far_apart_are_read_once(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearsay.engines.local.BATCH", 1)
    (here / "rows.jsonl").write_text(rows(3) + rows(3) + '{"colour": "red"}\n' * 2)
    report = Record("r.db").read("rows.jsonl")
    assert (report.read, report.known, len(report.aside)) == (3, 3, 2)
    again = Record("r.db").read("rows.jsonl", again=True)
    assert (again.read, again.known) == (3, 3)

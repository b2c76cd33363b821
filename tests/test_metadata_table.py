"""A table beside the pages says what is known of each."""

from pathlib import Path

import pytest

from hearsay import Record
from hearsay.errors import UsageError
from hearsay.metadata_table import read_metadata
from hearsay.model import Metadata

PAGE = "Guards fired on striking miners in Arden on Monday, the interior minister said.\n"


def test_each_page_takes_its_own_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "pages" / name).write_text(f"{PAGE}It was in {name}.\n")
    table = tmp_path / "pages" / "table.csv"
    table.write_text("file,outlet,published\na.txt,The Herald,1931-05-12\npages/b.txt,,19310513\n")
    record = Record(tmp_path / "r.db")
    record.read("pages/*.txt", metadata=table, outlet="The Post")
    found = {page.document.source: page for page in record.pages()}
    assert found["pages/a.txt"].document.outlet == "The Herald"
    assert str(found["pages/a.txt"].published.earliest) == "1931-05-12"
    assert found["pages/b.txt"].document.outlet == "The Post"
    assert str(found["pages/b.txt"].published.earliest) == "1931-05-13"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("file,colour\na.txt,red\n", "colour"),
        ("outlet\nThe Post\n", "file"),
        ("", "file"),
        ("file,published\na.txt,yesterday\n", "table.csv:2: published is 'yesterday'"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "table.csv").write_text(text)
    with pytest.raises(UsageError, match=words):
        read_metadata(tmp_path / "table.csv")


def test_a_table_with_tabs_and_a_mark_of_its_encoding(tmp_path: Path) -> None:
    (tmp_path / "table.tsv").write_text("\ufefffile\turl\na.txt\thttps://example.org/a\n", "utf-8")
    found = read_metadata(tmp_path / "table.tsv").given("a.txt", Metadata())
    assert found == Metadata(url="https://example.org/a")


def test_a_file_may_be_named_without_its_ending_and_a_row_that_names_none_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "t.csv").write_text("file,outlet\na,The Herald\nnowhere.txt,The Post\n")
    record = Record(tmp_path / "r.db")
    report = record.read("a.txt", metadata="t.csv")
    assert record.pages()[0].document.outlet == "The Herald"
    assert report.unmet_rows == ["nowhere.txt"]

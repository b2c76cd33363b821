"""Files by paths, folders and globs: in order, under names that can be shown, without records."""

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from hearsay.model import Document, Rejected
from hearsay.pages import Piece, extract, gather, is_record, name_of, pieces

SENTENCE = "The ferry left the harbour at dawn, the ministry said on Monday."


def names(folder: Path) -> list[str]:
    return [path.name for path in gather([folder]) if isinstance(path, Path)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"caf\xe9.txt", "caf\\xe9.txt"),
        (b"two\nlines\x1b[31m.txt", "two\\nlines\\x1b[31m.txt"),
        ("\u202etxt.exe".encode(), "\\u202etxt.exe"),
        ("caf\u00e9 \u5927.txt".encode(), "café 大.txt"),
    ],
)
def test_names_that_cannot_be_shown_are_escaped(tmp_path: Path, name: bytes, shown: str) -> None:
    with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:  # noqa: PTH118, PTH123
        file.write(SENTENCE.encode())
    (path,) = gather([tmp_path])
    assert isinstance(path, Path)
    (piece,) = pieces(path)
    assert isinstance(piece, Piece) and piece.source == f"{tmp_path}/{shown}" == name_of(path)
    (found,) = extract(piece.data, piece.source)
    assert isinstance(found, Document) and found.source.encode()


def test_reasons_name_files_as_they_can_be_shown(tmp_path: Path) -> None:
    asked = [f"{tmp_path}/caf\udce9\n.txt", f"{tmp_path}/\udce9*.txt"]
    aside = [item for item in gather(asked) if isinstance(item, Rejected)]
    shown = [item.source.removeprefix(f"{tmp_path}/") for item in aside]
    assert shown == ["caf\\xe9\\n.txt", "\\xe9*.txt"]


def record(path: Path, application: int = 0x48535931) -> None:
    database = sqlite3.connect(path)
    database.execute(f"pragma application_id = {application}")
    database.execute("create table pages (id)")
    database.close()


def test_records_of_hearsay_are_no_pages(tmp_path: Path) -> None:
    record(tmp_path / "crisis.db")
    record(tmp_path / "other.db", application=7)
    for name in ("crisis.db-wal", "crisis.db-shm", "crisis.db-journal", "other.db-wal", "a.txt"):
        (tmp_path / name).write_text(SENTENCE)
    assert names(tmp_path) == ["a.txt", "other.db", "other.db-wal"]
    assert is_record(tmp_path / "crisis.db")
    assert not is_record(tmp_path / "other.db") and not is_record(tmp_path / "a.txt")
    assert not is_record(tmp_path) and not is_record(tmp_path / "missing")


def test_a_record_that_is_named_is_refused_with_a_reason(tmp_path: Path) -> None:
    record(tmp_path / "crisis.db")
    (path,) = gather([tmp_path / "crisis.db"])
    assert isinstance(path, Path)
    (found,) = pieces(path)
    assert isinstance(found, Rejected) and "SQLite" in found.reason


def test_a_folder_with_a_record_alone_has_no_pages(tmp_path: Path) -> None:
    record(tmp_path / "crisis.db")
    (found,) = gather([tmp_path])
    assert isinstance(found, Rejected) and "no pages" in found.reason


def test_a_pipe_in_a_folder_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text(SENTENCE)
    assert names(tmp_path) == ["a.txt"]

"""A file to its pages: streamed, whatever holds them."""

import gzip
import json
import tracemalloc
from importlib import import_module
from pathlib import Path

import pytest

from hearsay.model import Document, Rejected
from hearsay.pages import Piece, count, extract, pieces
from hearsay.pages.input import packed

SENTENCE = "The ferry left the harbour at dawn, the ministry said on Monday."
OTHER = "The bridge stays shut until the spring, the mayor told the council on Friday."


def row(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def found(path: Path, data: bytes) -> list[Piece | Rejected]:
    path.write_bytes(data)
    return list(pieces(path))


def sources(items: list[Piece | Rejected]) -> list[str]:
    return [item.source.rpartition("/")[2] for item in items]


def test_a_plain_file_is_one_piece_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    assert found(path, SENTENCE.encode()) == [Piece(str(path), SENTENCE.encode())]


def test_rows_come_one_a_line_with_their_numbers(tmp_path: Path) -> None:
    lines = [row(text=SENTENCE), b"", b"  ", row(text=OTHER) + b"\r", b"{cut", row(text=SENTENCE)]
    items = found(tmp_path / "rows.txt", b"\xef\xbb\xbf" + b"\n".join(lines))
    assert sources(items) == ["rows.txt:1", "rows.txt:4", "rows.txt:5", "rows.txt:6"]
    assert items[0] == Piece(items[0].source, row(text=SENTENCE), row=True)
    assert items[1] == Piece(items[1].source, row(text=OTHER), row=True)


def test_rows_are_never_held_together(tmp_path: Path) -> None:
    line = row(text=SENTENCE * 30_000) + b"\n"
    with (tmp_path / "large.jsonl").open("wb") as file:
        for _ in range(12):
            file.write(line)
    tracemalloc.start()
    seen = sum(1 for item in pieces(tmp_path / "large.jsonl") if isinstance(item, Piece))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seen == 12
    assert peak < 6 * len(line)


def test_a_row_over_the_limit_is_set_aside_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The package's own `pieces` is the function.
    monkeypatch.setattr(import_module("hearsay.pages.input.page_pieces"), "MOST_BYTES", 1_000)
    lines = [row(text=SENTENCE), row(text=SENTENCE * 40), row(text=OTHER)]
    items = found(tmp_path / "rows.jsonl", b"\n".join(lines))
    assert sources(items) == ["rows.jsonl:1", "rows.jsonl:2", "rows.jsonl:3"]
    assert [type(item) for item in items] == [Piece, Rejected, Piece]
    assert isinstance(items[1], Rejected) and "limit" in items[1].reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_rows_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    text = "The café at the harbour – the “old” one – stays shut, the ministry said on Monday."
    data = f"{row(text=text).decode()}\n{row(text=OTHER).decode()}\n".encode(encoding)
    items = found(tmp_path / "rows.jsonl", data)
    read = [d for p in items if isinstance(p, Piece) for d in extract(p.data, p.source, row=p.row)]
    assert [d.text for d in read if isinstance(d, Document)] == [text, OTHER]
    assert [d.source.rpartition(":")[2] for d in read] == ["1", "2"]


def test_gzip_is_the_file_inside_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert found(path, gzip.compress(SENTENCE.encode())) == [Piece(str(path), SENTENCE.encode())]
    members = gzip.compress(row(text=SENTENCE) + b"\n") + gzip.compress(row(text=OTHER) + b"\n")
    assert sources(found(tmp_path / "rows.gz", members)) == ["rows.gz:1", "rows.gz:2"]


def test_a_cut_gzip_gives_what_was_readable_and_one_reason(tmp_path: Path) -> None:
    lines = b"\n".join(row(text=f"{SENTENCE} It was trip {n * 7919 % 997}.") for n in range(400))
    whole = gzip.compress(lines)
    items = found(tmp_path / "rows.jsonl.gz", whole[: len(whole) // 2])
    read = [item for item in items if isinstance(item, Piece)]
    assert 50 < len(read) < 350
    assert all(json.loads(item.data) for item in read)
    (aside,) = [item for item in items if isinstance(item, Rejected)]
    assert aside.source.endswith("rows.jsonl.gz") and "cut off or damaged" in aside.reason


@pytest.mark.parametrize("damage", [b"", b"\x00\x00", b"not deflate at all"])
def test_a_damaged_gzip_has_one_reason(tmp_path: Path, damage: bytes) -> None:
    (item,) = found(tmp_path / "page.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + damage)
    assert isinstance(item, Rejected) and "damaged" in item.reason


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (page,) = found(tmp_path / "bomb.gz", gzip.compress(b"word " * 5_000_000))
    assert isinstance(page, Rejected) and "limit" in page.reason
    monkeypatch.setattr(packed, "_FREE_GROWTH", 2_000_000)
    items = found(tmp_path / "rows.gz", gzip.compress(row(text=SENTENCE) + b"\n" * 5_000_000))
    assert [type(item) for item in items] == [Piece, Rejected]
    assert isinstance(items[1], Rejected) and "grows" in items[1].reason
    (twice,) = found(tmp_path / "twice.gz", gzip.compress(gzip.compress(SENTENCE.encode())))
    assert isinstance(twice, Rejected) and "more than once" in twice.reason


def test_a_list_of_objects_and_an_object_over_several_lines(tmp_path: Path) -> None:
    listed = json.dumps([{"text": SENTENCE}, 5, {"text": OTHER}], indent=2).encode()
    items = found(tmp_path / "list.json", listed)
    assert sources(items) == ["list.json:1", "list.json:2", "list.json:3"]
    assert [type(item) for item in items] == [Piece, Rejected, Piece]
    (alone,) = found(tmp_path / "one.json", json.dumps({"text": SENTENCE}, indent=2).encode())
    assert isinstance(alone, Piece) and alone.row and sources([alone]) == ["one.json"]


@pytest.mark.parametrize("broken", [b'[{"text": "cut', b'{"text":\n "cut', b"[]", b"[{" * 100_000])
def test_json_without_pages_has_one_reason(tmp_path: Path, broken: bytes) -> None:
    items = found(tmp_path / "broken.json", broken)
    assert len(items) == 1 and isinstance(items[0], Rejected)


def test_a_list_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    cut = json.dumps([{"text": SENTENCE}, {"text": OTHER}]).encode()[:-8]
    items = found(tmp_path / "cut.json", cut)
    assert [type(item) for item in items] == [Piece, Rejected]


def test_text_that_begins_with_a_bracket_is_text(tmp_path: Path) -> None:
    for text in (f"[Reuters] {SENTENCE}", f"{{Update}} {SENTENCE}", f"[[Harbour]] {SENTENCE}"):
        (item,) = found(tmp_path / "page.txt", text.encode())
        assert isinstance(item, Piece) and not item.row


def test_a_row_is_the_same_document_in_every_wrapping(tmp_path: Path) -> None:
    line = row(text=SENTENCE, title="Ferry sails")
    ways = [line, b" " + line + b" \r\n", gzip.compress(line + b"\n"), b"[" + line + b"]"]
    ids = set()
    for number, data in enumerate(ways):
        for item in found(tmp_path / f"{number}.json", data):
            assert isinstance(item, Piece)
            (read,) = extract(item.data, item.source, row=item.row)
            assert isinstance(read, Document)
            ids.add(read.id)
    assert len(ids) == 1


def test_extract_takes_whole_files_apart_as_pieces_does(tmp_path: Path) -> None:
    data = gzip.compress(row(text=SENTENCE) + b"\n\n" + row(text=OTHER))
    whole = extract(data, str(tmp_path / "rows.gz"))
    apart = [
        read
        for item in found(tmp_path / "rows.gz", data)
        if isinstance(item, Piece)
        for read in extract(item.data, item.source, row=item.row)
    ]
    assert whole == apart and len(whole) == 2


def test_count(tmp_path: Path) -> None:
    rows = b"\n\n".join(row(text=SENTENCE) for _ in range(7))
    for name, data, expected in (
        ("rows.jsonl", rows, 7),
        ("rows.gz", gzip.compress(rows), 7),
        ("page.txt", SENTENCE.encode(), 1),
        ("empty.txt", b"", 1),
        ("cut.gz", gzip.compress(rows)[:20], 1),
    ):
        (tmp_path / name).write_bytes(data)
        assert count(tmp_path / name) == expected
    assert count(tmp_path / "missing") == count(tmp_path) == 1


def test_what_cannot_be_opened_is_set_aside(tmp_path: Path) -> None:
    (missing,) = pieces(tmp_path / "missing.txt")
    (folder,) = pieces(tmp_path)
    assert isinstance(missing, Rejected) and isinstance(folder, Rejected)

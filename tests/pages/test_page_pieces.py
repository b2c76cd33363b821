"""Streams taken apart: rows, lists, exports and whole files, cut anywhere."""

import gzip
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Rejected
from hearsay.pages.input import page_pieces
from hearsay.pages.input.page_pieces import Piece, split

TOLD = "The kiln at Brenford was lit again on Thursday."


def parts(data: bytes) -> list[Piece | Rejected]:
    return list(split(io.BytesIO(data), "kiln"))


def pages_of(data: bytes) -> list[Piece]:
    return [part for part in parts(data) if isinstance(part, Piece)]


def test_plain_text_is_one_piece_with_the_bytes_untouched() -> None:
    for data in (TOLD.encode(), TOLD.encode("utf-16"), b"\x93kiln\x94 cp1252", b"[kiln] {lit}"):
        (piece,) = parts(data)
        assert isinstance(piece, Piece)
        assert (piece.data, piece.row, piece.source) == (data, False, "kiln")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=8), st.booleans())
def test_each_row_is_a_piece_and_keeps_its_line_number(texts: list[str], packed: bool) -> None:
    lines = [json.dumps({"text": text}).encode() for text in texts]
    data = b"\n\n".join(lines)
    found = pages_of(gzip.compress(data) if packed else data)
    assert [piece.data for piece in found] == lines
    assert [piece.source for piece in found] == [f"kiln:{1 + 2 * n}" for n in range(len(lines))]
    assert all(piece.row for piece in found)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=6))
def test_a_list_gives_the_same_rows_as_lines_do(texts: list[str]) -> None:
    rows = [{"text": text} for text in texts]
    found = pages_of(json.dumps(rows, indent=1).encode())
    assert [json.loads(piece.data) for piece in found] == rows
    assert [piece.source for piece in found] == [f"kiln:{n}" for n in range(1, len(rows) + 1)]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 200))
def test_a_list_cut_anywhere_loses_only_what_was_cut(end: int) -> None:
    rows = [{"text": f"{TOLD} {n}"} for n in range(3)]
    whole = json.dumps(rows)
    cut = whole[:end].encode()
    found = parts(cut)
    kept = [json.loads(part.data) for part in found if isinstance(part, Piece) and part.row]
    assert kept == rows[: len(kept)]
    refused = [part for part in found if isinstance(part, Rejected)]
    assert len(refused) <= 1 and all(part.reason.endswith(".") for part in refused)


ODD_LISTS = [
    (b"[]", 0, "empty"),
    (b"[ ]", 0, "empty"),
    (b'[{"text": "a"}, 5]', 1, "no object"),
    (b'[{"text": "a"}, "b", {"text": "c"}]', 2, "no object"),
    (b'[{"text": "a"} {"text": "c"}', 2, None),
    (b'{"text":\n"a"}\n', 1, None),
    (b'{"text":\n"a"', 0, "broken"),
]


@pytest.mark.parametrize(("data", "pieces", "reason"), ODD_LISTS)
def test_odd_lists(data: bytes, pieces: int, reason: str | None) -> None:
    found = parts(data)
    assert sum(isinstance(part, Piece) for part in found) == pieces
    reasons = [part.reason for part in found if isinstance(part, Rejected)]
    assert (reason is None and not reasons) or (reason is not None and reason in reasons[0])


def test_what_is_no_page_is_refused_by_its_first_bytes() -> None:
    for data in (
        b"",
        b" \n",
        b"%PDF-1.7\n%\xe2\xe3",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"PK\x03\x04\x14\x00",
    ):
        (refused,) = parts(data)
        assert isinstance(refused, Rejected) and refused.source == "kiln"


def test_a_page_over_the_limit_says_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pieces, "MOST_BYTES", 2_000_000)
    (refused,) = parts(b"kiln " * 400_001)
    assert isinstance(refused, Rejected)
    assert refused.reason == page_pieces.too_large() and "2 MB" in refused.reason
    (kept,) = parts(b"kiln " * 400_000)
    assert isinstance(kept, Piece)

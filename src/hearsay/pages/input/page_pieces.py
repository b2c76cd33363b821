"""The pages of one file as bytes, streamed: rows of JSON, what gzip packed, a file as it is."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from hearsay.model import Rejected
from hearsay.pages.input import factiva
from hearsay.pages.input.decoding import characters, encoding_of
from hearsay.pages.input.formats import refusal
from hearsay.pages.input.gather import name_of, unreadable
from hearsay.pages.input.packed import CHUNK, DAMAGED, unpacked

MOST_BYTES = 20_000_000
"""The largest page. A file of rows may be of any size."""

_HEAD = 200_000
_MARK = b"\xef\xbb\xbf"
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\]{])")
_BETWEEN = re.compile(r"[\s,]*")
_ROWS_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """One page as bytes. `source` is the path, or "path:line"; `row` when it is a row of JSON."""

    source: str
    data: bytes
    row: bool = False


def pieces(path: Path) -> Iterator[Piece | Rejected]:
    """The pages of the file at `path`, in order, and what is none, with its reason.

    JSON lines come a line at a time, whatever the size of the file. Raises nothing.
    """
    source = name_of(path)
    try:
        with path.open("rb") as file:
            yield from split(file, source)
    except (OSError, ValueError) as error:
        yield Rejected(source, unreadable(error))


def count(path: Path) -> int:
    """How many pieces the file has, quickly and roughly; 1 where that cannot be told."""
    try:
        with path.open("rb") as file:
            packed = unpacked(file)
            stream = file if packed is None else io.BufferedReader(packed, CHUNK)
            head = _head(stream)
            if not _is_rows(head) or refusal(head) is not None:
                return 1
            return max(1, sum(line is None or bool(line.strip()) for line in _lines(stream)))
    except (OSError, ValueError):
        return 1


def split(stream: BinaryIO, source: str) -> Iterator[Piece | Rejected]:
    """The pages in a stream of bytes that can go back to its start."""
    packed = unpacked(stream)
    if packed is None:
        yield from _split(stream, source)
        return
    inside = io.BufferedReader(packed, CHUNK)
    readable = bool(inside.read(1)) or packed.fault is None
    inside.seek(0)
    for found in _split(inside, source) if readable else ():
        if packed.fault is None or (isinstance(found, Piece) and not _is_cut(found)):
            yield found
    if packed.fault is not None or not readable:
        yield Rejected(source, packed.fault or DAMAGED)


def _is_cut(piece: Piece) -> bool:
    """True for a row that lost its end with the rest of its file."""
    return piece.row and not piece.data.endswith(b"}")


def _split(stream: BinaryIO, source: str) -> Iterator[Piece | Rejected]:
    head = _head(stream)
    reason = refusal(head)
    if reason is not None:
        yield Rejected(source, reason)
    elif _is_rows(head):
        yield from _rows(stream, source)
    else:
        yield from _whole(stream, source)


def _head(stream: BinaryIO) -> bytes:
    """The first bytes; the stream is at its start again."""
    head = stream.read(_HEAD)
    stream.seek(0)
    return head


# JSON lines.


def _is_rows(head: bytes) -> bool:
    """True for JSON lines: the first lines, broken ones aside, are objects."""
    if not head.lstrip(_MARK + b"\xff\xfe\x00 \t\r\n").startswith(b"{"):
        return False
    lines = characters(head).removeprefix("\ufeff").split("\n")
    if len(head) == _HEAD and len(lines) == 1:
        return _JSON.match(lines[0]) is not None
    if len(head) == _HEAD:
        lines.pop()  # it goes on
    rows = [line.strip() for line in lines if line.strip()][:_ROWS_LOOKED_AT]
    braced = sum(row.startswith("{") and row.endswith("}") for row in rows)
    return bool(rows) and rows[0].startswith("{") and braced >= 0.5 * len(rows)


def _rows(stream: BinaryIO, source: str) -> Iterator[Piece | Rejected]:
    """One piece for each line that is not blank."""
    if encoding_of(_head(stream)).startswith(("utf-16", "utf-32")):
        data = stream.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            yield Rejected(source, f"{too_large()} Or save it as UTF-8.")
            return
        stream = io.BytesIO(characters(data).encode("utf-8", "surrogatepass"))
    for number, line in enumerate(_lines(stream), start=1):
        if line is None:
            yield Rejected(f"{source}:{number}", too_large())
        elif line.strip():
            yield Piece(f"{source}:{number}", line.strip(), row=True)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream, its mark left out; None for a line that is too large."""
    mark = _MARK
    while line := stream.readline(MOST_BYTES + 1):
        if len(line) > MOST_BYTES and not line.endswith(b"\n"):
            while (rest := stream.readline(CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line.removeprefix(mark)
        mark = b""


# Files that are read whole.


def _whole(stream: BinaryIO, source: str) -> Iterator[Piece | Rejected]:
    """The file as one page, the objects of its JSON, or the documents of an export."""
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        yield Rejected(source, too_large())
        return
    head = characters(data[:_HEAD])
    if _JSON.match(head.removeprefix("\ufeff")):
        text = characters(data).removeprefix("\ufeff").strip()
        yield from _objects(text, source)
        return
    parts = factiva.documents(characters(data)) if factiva.is_factiva(head) else []
    if len(parts) < 2:
        yield Piece(source, data)
    for number, part in enumerate(parts if len(parts) > 1 else (), start=1):
        yield Piece(f"{source}:{number}", part.encode("utf-8", "surrogatepass"))


def _objects(text: str, source: str) -> Iterator[Piece | Rejected]:
    """A piece for each object of a JSON list, or of a file that has one over several lines."""
    listed = text.startswith("[")
    number = 0
    for number, entry in enumerate(_entries(text, 1 if listed else 0), start=1):
        place = f"{source}:{number}" if listed or number > 1 else source
        if entry is None:
            yield Rejected(source, _broken(number))
        elif entry.startswith("{"):
            yield Piece(place, entry.encode("utf-8", "surrogatepass"), row=True)
        else:
            yield Rejected(place, "This part of the JSON is no object; write one object a line.")
    if number == 0:
        yield Rejected(source, "The JSON list is empty; give the pages as one object a line.")


def _entries(text: str, at: int) -> Iterator[str | None]:
    """The JSON values from `at` on, as written; None where it is broken, and then no more."""
    decoder = json.JSONDecoder(strict=False)
    while (gap := _BETWEEN.match(text, at)) and text[gap.end() : gap.end() + 1] not in ("", "]"):
        try:
            _, at = decoder.raw_decode(text, gap.end())
        except (ValueError, RecursionError):
            yield None
            return
        yield text[gap.end() : at]


def _broken(number: int) -> str:
    told = "The file is JSON and broken" if number == 1 else f"The JSON is broken in part {number}"
    return f"{told}; write one object a line."


def too_large() -> str:
    """The reason to set aside a page of more than `MOST_BYTES`."""
    return (
        f"The page has more than {MOST_BYTES / 1e6:,.0f} MB, which is the limit; "
        "split it into one file a page, or one row a page."
    )

"""A file's bytes to documents, whatever their format."""

import json

from hearsay.model import Document, Given, SetAside
from hearsay.pages.assemble import Arrival, assemble
from hearsay.pages.decoding import clean, decode
from hearsay.pages.html import html_sketch, is_html
from hearsay.pages.sketch import text_sketch

MOST_BYTES = 20_000_000
_MOST_CHARACTERS = 2_000_000
_MAGIC = (
    (b"%PDF", "a PDF document; save its text as a .txt file"),
    (
        b"PK\x03\x04",
        "a zip archive or an office document; unpack it, or save its text as a .txt file",
    ),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstandard; unpack it first"),
    (b"SQLite format 3", "a SQLite database; give the pages themselves"),
    (b"\x89PNG", "a picture; give the page's text"),
    (b"\xff\xd8\xff", "a picture; give the page's text"),
    (b"GIF8", "a picture; give the page's text"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save its text as a .txt file"),
    (b"{\\rtf", "a rich text document; save its text as a .txt file"),
)
_BINARY_SHARE = 0.1


def extract(data: bytes, source: str, given: Given = Given()) -> list[Document | SetAside]:  # noqa: B008
    """The documents in `data`, each with its article text, or why there is none.

    The format is decided by content: JSON lines (one page a row), HTML, or plain text as a
    crawler left it. `source` is the path or address as given; a row's is "path:line". Never raises:
    what cannot be read is a `SetAside` whose reason names the remedy.
    """
    refusal = _refusal(data)
    if refusal is not None:
        return [SetAside(source, refusal)]
    text = decode(data)
    if _is_rows(text):
        return _rows(data, source, given)
    return [_page(text, Arrival(source, data, given))]


def _page(text: str, arrival: Arrival) -> Document | SetAside:
    if not text.strip():
        return SetAside(arrival.source, "The page is empty; fetch it again.")
    markup = is_html(text)
    if not markup and len(text) > _MOST_CHARACTERS:
        return SetAside(
            arrival.source,
            f"The page has {len(text):,} characters, more than any article; "
            "split it into one file a page.",
        )
    return assemble(html_sketch(text, arrival.given.url) if markup else text_sketch(text), arrival)


def _refusal(data: bytes) -> str | None:
    """Why these bytes are no page of any kind, or None."""
    if not data.strip():
        return "The file is empty; fetch the page again."
    if len(data) > MOST_BYTES:
        return too_large(len(data))
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return f"The file is {what}."
    sample = decode(data[:8000].rstrip(b"\xc0\xc1"))
    raw = data[:8000]
    odd = sum(byte < 9 or 13 < byte < 32 for byte in raw) - raw.count(0)
    zeros = raw.count(0) if sample.isprintable() is False and not _wide(raw) else 0
    if odd + zeros > _BINARY_SHARE * len(raw):
        return "The file is binary, no text; give the page's HTML or its text."
    return None


def _wide(raw: bytes) -> bool:
    """True for bytes whose zeros are the second halves of characters, or the padding of a mark."""
    return raw[:2] in (b"\xff\xfe", b"\xfe\xff") or abs(
        raw[::2].count(0) - raw[1::2].count(0)
    ) > 0.35 * (len(raw) / 2)


def too_large(size: int) -> str:
    """The reason to set aside a file of `size` bytes."""
    return (
        f"The file has {size / 1e6:,.0f} MB and the limit is {MOST_BYTES / 1e6:,.0f} MB; "
        "split it into smaller files."
    )


def _is_rows(text: str) -> bool:
    """True for JSON lines: the first lines, broken ones aside, are objects."""
    lines = [line for line in text[:200_000].split("\n") if line.strip()][:20]
    braced = sum(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines)
    return bool(lines) and lines[0].lstrip().startswith("{") and braced >= 0.5 * len(lines)


def _rows(data: bytes, source: str, given: Given) -> list[Document | SetAside]:
    """One document or reason for each line that is not blank."""
    return [
        _row(line, f"{source}:{number}", given)
        for number, line in enumerate(_byte_lines(data), start=1)
        if line.strip()
    ]


def _byte_lines(data: bytes) -> list[bytes]:
    """The lines as bytes; of a file that is no UTF-8, the lines of its text in UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        data = decode(data).encode("utf-8", "surrogatepass")
    return data.removeprefix(b"\xef\xbb\xbf").split(b"\n")


def _row(line: bytes, source: str, given: Given) -> Document | SetAside:
    try:
        row = json.loads(line.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return SetAside(
            source, "The line is no JSON; write one object a line, each ended by a line feed."
        )
    fields = (
        {key: value for key, value in row.items() if isinstance(value, str)}
        if isinstance(row, dict)
        else {}
    )
    text = clean(fields.get("text") or fields.get("html") or "")
    if not text.strip():
        return SetAside(source, 'The row has no text; give the page as "text" or "html".')
    told = Given(
        outlet=given.outlet or fields.get("outlet"),
        published=given.published or fields.get("published"),
        url=given.url or fields.get("url"),
        title=given.title or fields.get("title"),
    )
    by = "given" if given.published else "feed"
    return _page(text, Arrival(source, line.strip(), told, by))

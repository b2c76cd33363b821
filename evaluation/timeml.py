"""TimeML files: the text, the day the document was made, and the marked time expressions."""

import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

_TAG = re.compile(r"<(/?)([A-Za-z0-9]+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Marked:
    """One TIMEX3 of the annotators: offsets in the text, type and value."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Article:
    name: str
    text: str
    created: date | None
    marked: tuple[Marked, ...]


def articles(folder: Path) -> list[Article]:
    """The TimeML articles of a folder, by name."""
    return [read(path) for path in sorted(folder.glob("*.tml"))]


def read(path: Path) -> Article:
    """One article; expressions without words of their own are left out, as the scorer does."""
    source = path.read_text("utf-8")
    head, _, rest = source.partition("<TEXT>")
    text, marked = _body(rest.partition("</TEXT>")[0])
    return Article(path.stem, text, _created(head), marked)


def _created(head: str) -> date | None:
    found = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', head, re.DOTALL)
    return date.fromisoformat(found.group(1)) if found else None


def _body(source: str) -> tuple[str, tuple[Marked, ...]]:
    """The text without its tags, and what the TIMEX3 tags among them marked."""
    pieces: list[str] = []
    open_tags: list[tuple[int, dict[str, str]]] = []
    marked: list[tuple[int, int, dict[str, str]]] = []
    length = at = 0
    for tag in _TAG.finditer(source):
        piece = unescape(source[at : tag.start()])
        pieces.append(piece)
        length += len(piece)
        at = tag.end()
        closing, name, attributes = tag.groups()
        if name != "TIMEX3" or attributes.endswith("/"):
            continue
        if closing and open_tags:
            start, known = open_tags.pop()
            marked.append((start, length, known))
        elif not closing:
            open_tags.append((length, dict(_ATTRIBUTE.findall(attributes))))
    pieces.append(unescape(source[at:]))
    text = "".join(pieces)
    return text, tuple(
        Marked(start, end, text[start:end], known.get("type", ""), known.get("value", ""))
        for start, end, known in sorted(marked, key=lambda row: row[:2])
        if text[start:end].strip()
    )

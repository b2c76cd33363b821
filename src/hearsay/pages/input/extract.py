"""A file's bytes to documents, whatever their format."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace

from hearsay.model import Document, Metadata, Rejected
from hearsay.pages.build_document import Arrival, assemble
from hearsay.pages.input.decoding import decode, one_line
from hearsay.pages.input.factiva import factiva_sketch, is_factiva
from hearsay.pages.input.html import html_sketch, is_html
from hearsay.pages.input.json_rows import read_row
from hearsay.pages.input.markdown import is_markdown, markdown_sketch
from hearsay.pages.input.page_pieces import Piece, split
from hearsay.pages.input.sketch import Sketch, text_sketch
from hearsay.pages.input.wire import is_wire, wire_sketch
from hearsay.pages.layout.articles import first_article

_MOST_CHARACTERS = 2_000_000
_SECOND = "A second article begins at “{}”; give it a file of its own."
_READERS: tuple[tuple[Callable[[str], bool], Callable[[str], Sketch]], ...] = (
    (is_factiva, factiva_sketch),
    (is_wire, wire_sketch),
    (is_markdown, markdown_sketch),
)


def extract(
    data: bytes,
    source: str,
    given: Metadata = Metadata(),  # noqa: B008
    *,
    row: bool = False,
) -> list[Document | Rejected]:
    """The documents in `data`, each with its article text, or why there is none.

    `data` is a piece that `pieces` gave, `row` as there, or a whole file. The format is decided by
    content: rows of JSON, HTML, exports, Markdown, or plain text as a crawler left it. `source`
    is the path or address as given; a row's is "path:line". Never raises: what cannot be read is
    `Rejected`, whose reason names the remedy.
    """
    if row:
        return list(_row(data, source, given))
    found = split(io.BytesIO(data), source)
    return [
        page
        for one in found
        for page in ((one,) if isinstance(one, Rejected) else _read(one, given))
    ]


def _read(piece: Piece, given: Metadata) -> Iterator[Document | Rejected]:
    if piece.row:
        return _row(piece.data, piece.source, given)
    return _page(decode(piece.data), Arrival(piece.source, piece.data, _clean(given)))


def _row(line: bytes, source: str, given: Metadata) -> Iterator[Document | Rejected]:
    row = read_row(line)
    if isinstance(row, str):
        yield Rejected(source, row)
        return
    told = Metadata(
        outlet=given.outlet or row.told.outlet,
        published=given.published or row.told.published,
        url=given.url or row.told.url,
        title=given.title or row.told.title,
    )
    by = "given" if given.published else "feed"
    arrival = Arrival(source, line.strip(), _clean(told), by, site=row.site)
    yield from _page(row.text, arrival, byline=row.byline)


def _clean(given: Metadata) -> Metadata:
    """What is given, without characters that cannot be seen."""
    return Metadata(
        outlet=one_line(given.outlet),
        published=one_line(given.published),
        url=one_line(given.url),
        title=one_line(given.title),
    )


def _page(
    text: str, arrival: Arrival, byline: tuple[str, ...] = ()
) -> Iterator[Document | Rejected]:
    """The document of a page; a second article on it is set aside."""
    if not text.strip():
        yield Rejected(arrival.source, "The page is empty; fetch it again.")
        return
    markup = is_html(text)
    if not markup and len(text) > _MOST_CHARACTERS:
        yield Rejected(
            arrival.source,
            f"The page has {len(text):,} characters, more than any article; "
            "split it into one file a page.",
        )
        return
    sketch = html_sketch(text, arrival.given.url) if markup else _sketch(text)
    sketch, second = first_article(replace(sketch, byline=byline or sketch.byline))
    yield assemble(sketch, arrival)
    if second is not None:
        yield Rejected(arrival.source, _SECOND.format(second))


def _sketch(text: str) -> Sketch:
    """The sketch of a page that is no HTML."""
    for is_such, read in _READERS:
        if is_such(text):
            return read(text)
    return text_sketch(text)

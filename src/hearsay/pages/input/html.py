"""An HTML page to a sketch: the article by trafilatura, everything else by its lines."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from hearsay import ontology
from hearsay.model import DateEvidence
from hearsay.pages.input.captures import saved_from
from hearsay.pages.input.decoding import clean
from hearsay.pages.input.markup import Markup, read_markup
from hearsay.pages.input.sketch import Sketch, without_tail
from hearsay.pages.input.tags import tags, with_few_attributes
from hearsay.pages.layout.lines import collapse, paragraphs
from hearsay.pages.layout.paragraph import Paragraph
from hearsay.pages.layout.shape import words
from hearsay.pages.metadata.outlet import without_outlet
from hearsay.pages.metadata.stated_dates import evidence

_TAG = re.compile(
    r"<(?:p|div|html|head|body|article|span|a|br|h[1-6]|meta|script|table|td|title|section|img)\b[^<>]*>",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_FEW_WORDS = 25
_MOST_TAGS = 400_000  # of a page; a tree of more takes gigabytes, and the longest pages have 50,000
# Tags of a page that the libraries for articles and dates are asked about: for some pages their
# time grows with the square of its elements.
_MOST_TAGS_OF_AN_ARTICLE = 50_000
_MOST_LINES = 3_000  # of a page of which trafilatura asks justext too, which compares all with all
# What libraries raise on markup that no browser would make sense of.
_BROKEN = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RecursionError,
    AssertionError,
    etree.LxmlError,
)


def is_html(text: str) -> bool:
    """True when `text` is a page of markup rather than of words."""
    head = text[:20_000]
    start = head.lstrip()[:15].lower()
    return start.startswith(("<!doctype html", "<html")) or len(_TAG.findall(head)) >= 3


def html_sketch(text: str, url: str | None = None) -> Sketch:
    """The sketch of an HTML page, however broken; lines that are no article have kind "outside".

    Of more markup than articles have the lines alone are taken; of more than any page has, nothing.
    """
    text = with_few_attributes(text)
    count = tags(text)
    tree = _tree(text) if count <= _MOST_TAGS else None
    if tree is None:
        return Sketch(())
    slight = count <= _MOST_TAGS_OF_AN_ARTICLE
    markup = read_markup(tree)
    lines = list(_lines(tree))
    found = _article(text, url, fast=len(lines) > _MOST_LINES) if slight else []
    body = found or _body_of(markup)
    merged = _merged(lines, body) if sum(len(words(p.text)) for p in body) >= _FEW_WORDS else lines
    return Sketch(
        paragraphs=tuple(Paragraph(without_tail(p.text), p.kind) for p in merged),
        title=without_outlet(markup.title, markup.outlet) if markup.title else None,
        outlet=markup.outlet,
        url=markup.url or saved_from(text),
        byline=markup.byline,
        dates=markup.dates or (_guessed(text, url) if slight else ()),
    )


def _tree(text: str) -> HtmlElement | None:
    try:
        parser = HTMLParser(remove_comments=True, remove_pis=True)
        return document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except _BROKEN:
        return None


def _lines(tree: HtmlElement) -> Iterator[Paragraph]:
    """The text of the page by its block elements, in order; a line in a list is an "item"."""
    table = ontology.table("markup")
    unread, blocks = frozenset(table["unread"]), frozenset(table["blocks"])
    words_of_line: list[str] = []
    kind, hidden = "", 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in blocks:
            line = collapse("".join(words_of_line))
            if line:
                yield Paragraph(line, kind)
            words_of_line = []
            kind = _kind(tag) if event == "start" else ""
        if event == "start":
            hidden += tag in unread
            piece = element.text
        else:
            hidden -= tag in unread
            piece = element.tail
        if piece and not hidden:
            words_of_line.append(piece)
    line = collapse("".join(words_of_line))
    if line:
        yield Paragraph(line, kind)


def _kind(tag: str) -> str:
    return "heading" if tag in _HEADINGS else "item" if tag == "li" else ""


def _article(text: str, url: str | None, *, fast: bool) -> list[Paragraph]:
    """The paragraphs that trafilatura takes for the article; `fast` by its own rules alone."""
    import trafilatura  # half as long to load as all else of a page; only HTML needs it

    try:
        found = trafilatura.bare_extraction(
            _DECLARATION.sub("", text),
            url=url,
            fast=fast,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            deduplicate=False,
        )
    except _BROKEN:
        return []
    body = getattr(found, "body", None)
    return [] if body is None else list(_paragraphs(body))


def _paragraphs(body: etree._Element) -> Iterator[Paragraph]:
    """The paragraphs of trafilatura's tree: `p`, `quote`, `head`, `item`, with `lb` inside."""
    for element in body.iter("p", "quote", "head", "item", "ab", "code"):
        if element.tag == "quote" and element.find("p") is not None:
            continue
        kind = {"head": "heading", "item": "item"}.get(str(element.tag), "")
        for lb in element.iter("lb"):
            lb.tail = "\n" + (lb.tail or "")
        for line in "".join(map(str, element.itertext())).split("\n"):
            if collapse(line):
                yield Paragraph(collapse(line), kind)


def _body_of(markup: Markup) -> list[Paragraph]:
    """The article that JSON-LD carries whole, for pages that scripts would have filled."""
    return [Paragraph(line) for line in paragraphs(clean(markup.body or ""))]


def _merged(lines: Sequence[Paragraph], body: Sequence[Paragraph]) -> list[Paragraph]:
    """The article's paragraphs among all other lines of the page, these marked "outside"."""
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        places.setdefault(line.text, []).append(number)
    merged: list[Paragraph] = []
    at = 0
    for paragraph in body:
        same = places.get(paragraph.text, ())
        after = bisect_left(same, at)
        if after < len(same):
            place = same[after]
            merged += [Paragraph(line.text, "outside") for line in lines[at:place]]
            at = place + 1
        merged.append(paragraph)
    return merged + [Paragraph(line.text, "outside") for line in lines[at:]]


def _guessed(text: str, url: str | None) -> tuple[DateEvidence, ...]:
    """What htmldate finds where markup names no date; fixed bounds, so that it asks no clock."""
    from htmldate import find_date

    try:
        found = find_date(
            text,
            extensive_search=False,
            original_date=True,
            url=url,
            min_date="1900-01-01",
            max_date="2199-12-31",
        )
    except _BROKEN:
        return ()
    return (evidence("guessed", found),) if found else ()

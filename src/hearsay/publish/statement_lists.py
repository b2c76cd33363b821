"""Statements as people ask for them: a table for the terminal, markdown, or JSON."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import msgspec

from hearsay.model import Page, Relation, Statement
from hearsay.publish import wording
from hearsay.publish.entries import entry_of
from hearsay.publish.format import DateRange, RelationEntry, StatementEntry
from hearsay.publish.render import WIDTH, escaped
from hearsay.publish.search import Found, StatementHit

FORMATS = ("table", "markdown", "json")
_HEADS = ("Said", "By", "Words", "Page")
_WIDTHS = (10, 21, 37, 6)  # of the columns in 80; what is more goes to the words
_GAP = "  "
_MARKS = "\"“”«»„‘’'"


def render_statements(found: Found, form: str = "table", width: int = WIDTH) -> str:
    """What was found in one of `FORMATS`, ending in a line break; nothing but JSON for no hits.

    A table is `width` columns wide.
    """
    if form == "json":
        return _json(found)
    if not found.hits:
        return ""
    numbers = _numbers(found.hits)
    lines = _markdown(found, numbers) if form == "markdown" else _table(found, numbers, width)
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page that carries a statement found."""

    document: str
    source: str
    url: str | None
    outlet: str | None
    title: str | None
    published: DateRange


@dataclass(frozen=True, slots=True)
class HitEntry:
    """A statement as in the exported record, the pages of its text, and its fate on others."""

    statement: StatementEntry
    pages: tuple[PageEntry, ...]
    fates: tuple[RelationEntry, ...]


def _json(found: Found) -> str:
    entries = [
        HitEntry(
            entry_of(StatementEntry, hit.statement),
            tuple(map(_page_entry, hit.pages)),
            tuple(entry_of(RelationEntry, relation) for relation, _ in hit.fates),
        )
        for hit in found.hits
    ]
    written = msgspec.json.encode({"format": 1, "statements": entries})
    return msgspec.json.format(written, indent=2).decode() + "\n"


def _page_entry(page: Page) -> PageEntry:
    document = page.document
    return PageEntry(
        document=document.id,
        source=document.source,
        url=document.url,
        outlet=document.outlet,
        title=document.title,
        published=entry_of(DateRange, page.published),
    )


Numbers = dict[str, tuple[int, str]]
"""The number and the name of each page, by document id."""


def _numbers(hits: Iterable[StatementHit]) -> Numbers:
    """The pages of all hits and of what became of them, numbered as they come."""
    found: Numbers = {}
    for hit in hits:
        for page in hit.pages:
            found.setdefault(page.document.id, (len(found) + 1, _page(page)))
    for hit in hits:
        for _, page in hit.fates:
            found.setdefault(page.document.id, (len(found) + 1, _page(page)))
    return found


def _page(page: Page) -> str:
    document = page.document
    parts = (document.title, document.outlet, document.url or document.source)
    return clean(f"{', '.join(filter(None, parts))} ({wording.days(page.published)})")


def clean(text: str) -> str:
    """A text on one line, without what a terminal might obey.

    >>> clean("He said\\x1b[31m\\n no")
    'He said [31m no'
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def who(statement: Statement) -> tuple[str, ...]:
    """The speaker, then tellers, addressee, medium and doubt, a line each."""
    through = wording.through(statement)
    lines = (
        wording.spoke(statement),
        f"through {through}" if through else None,
        wording.addressed(statement),
        statement.medium,
        "hedged by the page" if statement.hedged else None,
    )
    return tuple(clean(line) for line in lines if line)


def words(statement: Statement, text: str) -> str:
    """The content; of direct speech the quoted words alone, with the page's own marks."""
    if statement.kind != "direct" or not statement.quoted:
        return clean(wording.content(statement))
    quoted = [_marked(text, span.start, span.end) for span in statement.quoted]
    return clean(" … ".join(quoted))


def _marked(text: str, start: int, end: int) -> str:
    first = start - (start > 0 and text[start - 1] in _MARKS)
    last = end + (text[end : end + 1] in _MARKS and end < len(text))
    return text[first:last]


def fates(hit: StatementHit, numbers: Numbers) -> Iterator[str]:
    """What became of the words elsewhere, a line for each."""
    for relation, page in hit.fates:
        yield f"{_elsewhere(relation)} on [{numbers[page.document.id][0]}]: {clean(relation.why)}"


def _elsewhere(relation: Relation) -> str:
    return {"repeats": "repeated", "alters": "altered"}[relation.kind]


def _pages_of(hit: StatementHit, numbers: Numbers) -> str:
    return " ".join(f"[{numbers[page.document.id][0]}]" for page in hit.pages)


def _table(found: Found, numbers: Numbers, width: int) -> Iterator[str]:
    day, speaker, content, page = _WIDTHS
    widths = (day, speaker, content + width - WIDTH, page)
    yield _row(_HEADS, widths)
    yield _row(["-" * column for column in widths], widths)
    for hit in found.hits:
        statement, text = hit.statement, hit.pages[0].document.text
        cells = (
            [str(statement.date)],
            [who(statement)[0], *(f"- {line}" for line in who(statement)[1:])],
            [words(statement, text), *(f"- {fate}" for fate in fates(hit, numbers))],
            [_pages_of(hit, numbers)],
        )
        columns = [_wrapped(lines, column) for lines, column in zip(cells, widths, strict=True)]
        for row in zip_longest(*columns, fillvalue=""):
            yield _row(row, widths)
    yield ""
    for number, name in numbers.values():
        yield textwrap.fill(f"[{number}] {name}", width, subsequent_indent="    ")


def _wrapped(lines: Sequence[str], width: int) -> list[str]:
    return [
        part
        for line in lines
        for part in textwrap.wrap(
            line, width, subsequent_indent="  " if line.startswith("- ") else ""
        )
    ]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return _GAP.join(padded).rstrip()


def _markdown(found: Found, numbers: Numbers) -> Iterator[str]:
    yield "| " + " | ".join(_HEADS) + " |"
    yield "|---" * len(_HEADS) + "|"
    for hit in found.hits:
        statement, text = hit.statement, hit.pages[0].document.text
        first, *rest = map(escaped, who(statement))
        told = [words(statement, text), *fates(hit, numbers)]
        cells = (
            str(statement.date),
            "<br>".join((f"**{first}**", *rest)),
            "<br>".join(map(escaped, told)),
            escaped(_pages_of(hit, numbers)),
        )
        yield "| " + " | ".join(cells) + " |"
    yield ""
    for number, name in numbers.values():
        yield f"{number}. {escaped(name)}"

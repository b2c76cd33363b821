"""A page as it came, and the article found in it."""

from dataclasses import dataclass

from hearsay.model.days import Interval, PartialDate
from hearsay.model.ids import DocumentId
from hearsay.model.span import Span
from hearsay.model.vocabulary import DocumentKind


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the user or a feed says of a page, before anything is read from it."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One thing outside the running text that speaks of the day a page came out.

    `kind` is a row of `ontology/date_evidence.toml`, among them: given, feed, markup, url, header,
    dateline, updated, caption, copyright. `days` is what it says where it names a
    full date (with time zone doubt as a second day), else None and `partial` holds what it does
    say. `text` is the words as the page has them. Evidence is never weighed here.
    """

    kind: str
    text: str
    days: Interval | None = None
    partial: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "WASHINGTON, Oct 1 (Reuters) –" at the head of the text."""

    span: Span
    place: str | None
    date: PartialDate | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """One page: its article text, and what the page says of itself.

    `id` is a hash of `sha256`; `sha256` is of the bytes as given (of the row, for JSON lines).
    `text` holds the article's paragraphs joined by a blank line ("\\n\\n"), from the dateline to
    the last sentence: no title, byline, credit, caption, promotion or navigation. The same
    characters in the same order as in the page, but for white space, a word cut at a line end and
    a first letter lost to a drop cap; it never changes. `truncated` marks a text that breaks off.
    `kind` is not read yet.
    """

    id: DocumentId
    source: str
    sha256: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    language: str = "en"
    dateline: Dateline | None = None
    dates: tuple[DateEvidence, ...] = ()
    truncated: bool = False
    kind: DocumentKind | None = None

    def span(self, start: int, end: int) -> Span:
        return Span.of(self.text, start, end)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A page that was not read, and why: one sentence that names the remedy where there is one."""

    source: str
    reason: str

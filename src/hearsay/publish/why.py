"""Why an event or a page has its day: the words, the rule, the anchor, and what was refused."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import msgspec

from hearsay.model import Dated, Event, EventMentionRef, Page, Resolution, Span
from hearsay.publish import wording
from hearsay.publish.naming import the_one

_MOST_WORDS = 3
"""Stretches of one page that are shown for an event."""

_SHORT = 8
"""Characters of an id that lists show, more where it takes more to tell ids apart."""

_PARTS = re.compile(r'"[^"]*"|[^";:]+|[";:]')

_QUOTED = re.compile(r'"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Reason:
    """Days, and why: `days` in words, `grounds` the clauses that narrowed them, in their order."""

    earliest: str | None
    latest: str | None
    basis: str
    days: str
    grounds: tuple[str, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TellingPage:
    """A page that tells of the event: its own day, and its words."""

    id: str
    name: str
    source: str
    published: Reason
    words: tuple[Span, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event that the page tells of: the beginning of its id, its days in words, its summary."""

    id: str
    days: str
    what: str


@dataclass(frozen=True, slots=True)
class Why:
    """An event or a page with the ground of its day. `kind` is event or page; `pages` are those
    that tell of the event, `events` those that the page tells of."""

    kind: str
    id: str
    what: str
    about: str
    date: Reason
    updated: Reason | None
    pages: tuple[TellingPage, ...]
    events: tuple[ToldEvent, ...]


def explain(asked: str, resolution: Resolution, formerly: Mapping[str, Sequence[str]]) -> Why:
    """Why the event or page that `asked` names, as `the_one` has it, has its day."""
    one = the_one(asked, resolution, formerly)
    return _event(one, resolution) if isinstance(one, Event) else _page(one, resolution)


def as_json(why: Why) -> str:
    """UTF-8 JSON, indented, ending in a line break."""
    return msgspec.json.format(msgspec.json.encode(why), indent=2).decode() + "\n"


def _event(event: Event, resolution: Resolution) -> Why:
    pages = {page.document.id: page for page in resolution.pages}
    told: dict[str, list[EventMentionRef]] = {}
    for mention in event.mentions:
        told.setdefault(mention.cite.document, []).append(mention)
    ordered = sorted(told, key=lambda id: (pages[id].published.earliest is None, _order(pages[id])))
    quoted = frozenset(_QUOTED.findall(event.date.why))
    return Why(
        kind="event",
        id=event.id,
        what=event.summary,
        about=f"{event.type}, {event.status}",
        date=_reason(event.date),
        updated=None,
        pages=tuple(_telling(pages[id], told[id], quoted) for id in ordered),
        events=(),
    )


def _order(page: Page) -> tuple[str, str]:
    return str(page.published.earliest), page.document.source


def _telling(page: Page, told: Sequence[EventMentionRef], quoted: Collection[str]) -> TellingPage:
    """The page with its words for the event, those first that hold what its day is read from."""
    spans = sorted({mention.cite.span for mention in told})
    outer = [span for span in spans if not any(o != span and o.covers(span) for o in spans)]
    outer.sort(key=lambda span: not any(words in span.text for words in quoted))
    return TellingPage(
        id=page.document.id,
        name=_title(page),
        source=page.document.source,
        published=_reason(page.published),
        words=tuple(sorted(outer[:_MOST_WORDS])),
        more=len(outer) - len(outer[:_MOST_WORDS]),
    )


def _page(page: Page, resolution: Resolution) -> Why:
    document = page.document
    told = [event for event in resolution.events if document.id in event.documents]
    told.sort(key=lambda event: (_first(event, document.id), event.id))
    length = _telling_apart(event.id for event in resolution.events)
    place = document.url if document.url else document.source
    return Why(
        kind="page",
        id=document.id,
        what=_title(page),
        about=", ".join(part for part in (document.outlet, place) if part),
        date=_reason(page.published),
        updated=None if page.updated is None else _reason(page.updated),
        pages=(),
        events=tuple(
            ToldEvent(event.id[:length], wording.days(event.date), event.summary) for event in told
        ),
    )


def _first(event: Event, document: str) -> int:
    return min(m.cite.span.start for m in event.mentions if m.cite.document == document)


def _title(page: Page) -> str:
    return page.document.title or PurePath(page.document.source).name


def _telling_apart(ids: Iterable[str]) -> int:
    """How many characters of ids tell them all apart, `_SHORT` at least."""
    known = set(ids)
    longest = max(map(len, known), default=_SHORT)
    lengths = range(_SHORT, longest)
    return next((n for n in lengths if len({id[:n] for id in known}) == len(known)), longest)


def _reason(dated: Dated) -> Reason:
    first, last = dated.earliest, dated.latest
    return Reason(
        earliest=None if first is None else first.isoformat(),
        latest=None if last is None else last.isoformat(),
        basis=dated.basis,
        days=wording.full_days(dated),
        grounds=grounds(dated.why),
        refused=dated.refused,
    )


def grounds(why: str) -> tuple[str, ...]:
    """The clauses of a reason, without the days they come to at its end.

    >>> grounds('"late; very late" on the page "a: b", which is new; not after May 2: May 1, 1931')
    ('"late; very late" on the page "a: b", which is new', 'not after May 2')
    """
    clauses = [""]
    for part in _PARTS.findall(why):
        if part == ";":
            clauses.append("")
        else:
            clauses[-1] += part
    *whole, last = clauses
    return tuple(clause.strip() for clause in (*whole, _without_days(last)) if clause.strip())


def _without_days(clause: str) -> str:
    parts = _PARTS.findall(clause)
    last = max((n for n, part in enumerate(parts) if part == ":"), default=len(parts))
    return "".join(parts[:last])

"""What is kept across pages: the nouns of the record format, field by field.

This is the one declaration of the record: its tables are derived from the types of these fields,
and its published form is filled from them by name ("Adding a field to the record" in
docs/architecture.md). Ids are hashes of content (see `hearsay.model.ids`). `formerly` belongs to
the store, and so does `entered`, the day a page, event or statement first entered the record:
resolution knows none.
"""

from dataclasses import dataclass
from datetime import date

from hearsay.model.document import Document
from hearsay.model.ids import (
    AnyId,
    DocumentId,
    EntityId,
    EventId,
    FigureId,
    OriginId,
    StatementId,
    StoryId,
)
from hearsay.model.span import Span
from hearsay.model.vocabulary import (
    Act,
    Basis,
    EntityKind,
    EventType,
    OriginKind,
    PartyRole,
    RelationKind,
    StatementKind,
    Status,
    TellerKind,
)

_SHOWN = 60  # characters of words in a noun's short form


def _shortened(text: str) -> str:
    """
    >>> _shortened("One two three.")
    'One two three.'
    """
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN else folded[: _SHOWN - 1].rstrip() + "…"


Day = date
"""The type under a name that no field hides: events and statements have a field `date`."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A span of a named document."""

    document: DocumentId
    span: Span


@dataclass(frozen=True, slots=True)
class Dated:
    """An interval of days with its ground.

    `why` is one sentence a reader can check. `refused` are the alternatives and the evidence that
    lost, each a sentence."""

    earliest: date | None = None
    latest: date | None = None
    basis: Basis = "unknown"
    why: str = ""
    refused: tuple[str, ...] = ()

    def __str__(self) -> str:
        """
        >>> str(Dated(date(1962, 10, 27), date(1962, 10, 28)))
        '1962-10-27 to 1962-10-28'
        """
        first, last = self.earliest, self.latest
        if first is None or last is None:
            return f"by {last}" if last else f"from {first}" if first else "day unknown"
        return str(first) if first == last else f"{first} to {last}"


@dataclass(frozen=True, slots=True)
class Page:
    """A document with what resolution adds to it."""

    document: Document
    published: Dated
    origin: OriginId
    updated: Dated | None = None
    dateline: Dated | None = None
    story: StoryId | None = None
    entered: Day | None = None

    def __repr__(self) -> str:
        return f"<Page {self.published}: {self.document.title or self.document.source}>"


@dataclass(frozen=True, slots=True)
class Actor:
    """PLOVER actor code: ISO 3166 alpha-3 country and sectors."""

    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    id: EntityId
    kind: EntityKind
    name: str
    names: tuple[str, ...] = ()
    actor: Actor = Actor()
    offices: tuple[str, ...] = ()
    mentions: tuple[Cite, ...] = ()

    def __repr__(self) -> str:
        return f"<Entity {self.kind}: {self.name}>"


@dataclass(frozen=True, slots=True)
class Origin:
    """Pages that are one text, or a single page."""

    id: OriginId
    documents: tuple[DocumentId, ...]
    kind: OriginKind
    credit: str | None
    evidence: tuple[Cite, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    id: StoryId
    title: str
    documents: tuple[DocumentId, ...]
    events: tuple[EventId, ...]
    first: date | None
    last: date | None

    def __repr__(self) -> str:
        return f"<Story {self.title}: {len(self.documents)} pages, {len(self.events)} events>"


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of an event; `group` are the words of a set ("both countries") it is a member of."""

    entity: EntityId | None
    name: str
    role: PartyRole
    group: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceRef:
    entity: EntityId | None
    name: str


@dataclass(frozen=True, slots=True)
class EventMentionRef:
    """One mention of an event: the words, their status there, in whose words they stand."""

    cite: Cite
    status: Status
    statement: StatementId | None = None
    trigger: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    id: EventId
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    status: Status
    summary: str
    actors: tuple[Party, ...]
    date: Dated
    place: PlaceRef | None
    mentions: tuple[EventMentionRef, ...]
    documents: tuple[DocumentId, ...]
    origins: int
    effects: tuple[FigureId, ...] = ()
    entered: Day | None = None

    def __repr__(self) -> str:
        return f"<Event {self.type} {self.status} {self.date}: {_shortened(self.summary)}>"


@dataclass(frozen=True, slots=True)
class Written:
    """An amount in the unit that a page prints it in, beside the bounds in the common unit."""

    amount: float
    unit: str


@dataclass(frozen=True, slots=True)
class SourceLink:
    """One link of a source chain."""

    entity: EntityId | None
    name: str
    kind: TellerKind


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on a page. `predicate` is the lemma of what befell or was done to those counted;
    `as_of` the day it holds for; `source` who gives it, None for the page itself."""

    id: FigureId
    cite: Cite
    counted: str | None
    low: float | None
    high: float | None
    unit: str | None
    wording: str | None
    event: EventId | None = None
    of: FigureId | None = None
    statement: StatementId | None = None
    predicate: str | None = None
    as_of: Dated | None = None
    written: Written | None = None
    source: SourceLink | None = None

    def __repr__(self) -> str:
        return f"<Figure {_shortened(self.cite.span.text)}>"


@dataclass(frozen=True, slots=True)
class Statement:
    """Words somebody is told to have said; `jointly` are others whose words they are too.

    `cite` runs from the first to the last of the `contents`, which leave out what the page says in
    between."""

    id: StatementId
    kind: StatementKind
    cite: Cite
    contents: tuple[Span, ...]
    cue: Span | None
    quoted: tuple[Span, ...]
    chain: tuple[SourceLink, ...]
    medium: str | None
    addressee: SourceLink | None
    date: Dated
    event: EventId | None
    act: Act = "said"
    hedged: bool = False
    negated: bool = False
    parent: StatementId | None = None
    score: float = 1.0
    jointly: tuple[SourceLink, ...] = ()
    entered: Day | None = None

    def __repr__(self) -> str:
        speaker = self.chain[-1].name if self.chain else "nobody named"
        return f"<Statement {self.date} {speaker}: {_shortened(self.cite.span.text)}>"


@dataclass(frozen=True, slots=True)
class Relation:
    """How two figures, two statements or two events lie to each other."""

    kind: RelationKind
    between: tuple[AnyId, AnyId]
    why: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """The whole record as resolved from a set of readings; every tuple sorted by id."""

    pages: tuple[Page, ...] = ()
    entities: tuple[Entity, ...] = ()
    stories: tuple[Story, ...] = ()
    origins: tuple[Origin, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()

    def __repr__(self) -> str:
        told = (self.pages, self.stories, self.events, self.figures, self.statements)
        kinds = ("pages", "stories", "events", "figures", "statements")
        counted = (f"{len(each)} {kind}" for each, kind in zip(told, kinds, strict=True))
        return f"<Resolution: {', '.join(counted)}>"

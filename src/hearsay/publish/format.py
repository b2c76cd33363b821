"""The record's published form, format 2: the types behind the JSON and its schema.

Field by field what `docs/record-format.md` says; fields may be added, none changes its meaning.
`export` fills each field from the noun's field of the same name. What is new since format 1 is
told in `format_1`.
"""

from dataclasses import dataclass
from typing import Literal

from hearsay.model.vocabulary import (
    Act,
    Basis,
    DocumentKind,
    EntityKind,
    EventType,
    OriginKind,
    PartyRole,
    PloverType,
    RelationKind,
    StatementKind,
    Status,
    TellerKind,
)

FORMAT: Literal[2] = 2


@dataclass(frozen=True, slots=True)
class DateRange:
    """Calendar days at the place of the event, ISO 8601; an end that is open is null."""

    earliest: str | None
    latest: str | None
    basis: Basis
    why: str
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Half-open offsets in code points into the text of the document at hand, and the slice."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of a named document."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DatelineEntry:
    place: str | None
    date: DateRange | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """`truncated` where the text breaks off."""

    id: str
    kind: DocumentKind | None
    source: str
    sha256: str
    url: str | None
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    credits: tuple[str, ...]
    language: str
    dateline: DatelineEntry | None
    published: DateRange
    updated: DateRange | None
    text: str
    truncated: bool
    origin: str
    story: str | None
    entered: str | None


@dataclass(frozen=True, slots=True)
class ActorCode:
    """PLOVER actor code: ISO 3166 alpha-3 country and sectors."""

    country: str | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntityEntry:
    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    actor: ActorCode
    offices: tuple[str, ...]
    mentions: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class StoryEntry:
    id: str
    formerly: tuple[str, ...]
    title: str
    documents: tuple[str, ...]
    events: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class OriginEntry:
    id: str
    documents: tuple[str, ...]
    kind: OriginKind
    credit: str | None
    evidence: tuple[Citation, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A party of an event; `set` are the words of a set ("both countries") that it is one of."""

    entity: str | None
    name: str
    role: PartyRole
    set: str | None


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class MentionEntry:
    """`statement` is the statement in whose words the mention stands, null for the page's own."""

    document: str
    start: int
    end: int
    text: str
    status: Status
    statement: str | None
    trigger: Words | None


@dataclass(frozen=True, slots=True)
class EventEntry:
    """`plover` is PLOVER's type, null for the seven further types; `effects` are its figures."""

    id: str
    formerly: tuple[str, ...]
    type: EventType
    plover: PloverType | None
    mode: str | None
    contexts: tuple[str, ...]
    status: Status
    summary: str
    actors: tuple[ActorEntry, ...]
    date: DateRange
    place: PlaceEntry | None
    mentions: tuple[MentionEntry, ...]
    documents: tuple[str, ...]
    origins: int
    effects: tuple[str, ...]
    entered: str | None


@dataclass(frozen=True, slots=True)
class TellerEntry:
    entity: str | None
    name: str
    kind: TellerKind


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """`written` are amount and unit as printed; `source` says whose figure it is, null for the
    page's own."""

    id: str
    event: str | None
    counted: str | None
    predicate: str | None
    low: int | float | None
    high: int | float | None
    unit: str | None
    wording: str | None
    written: tuple[int | float, str] | None
    as_of: DateRange | None
    of: str | None
    statement: str | None
    source: TellerEntry | None
    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """`negated` where the telling is denied ("did not say whether")."""

    id: str
    kind: StatementKind
    act: Act
    chain: tuple[TellerEntry, ...]
    jointly: tuple[TellerEntry, ...]
    medium: str | None
    addressee: TellerEntry | None
    date: DateRange
    event: str | None
    parent: str | None
    hedged: bool
    negated: bool
    score: float
    cue: Words | None
    contents: tuple[Words, ...]
    quoted: tuple[Words, ...]
    document: str
    start: int
    end: int
    text: str
    entered: str | None


@dataclass(frozen=True, slots=True)
class RelationEntry:
    kind: RelationKind
    between: tuple[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class RecordFile:
    """The whole record."""

    format: Literal[2]
    documents: tuple[DocumentEntry, ...]
    entities: tuple[EntityEntry, ...]
    stories: tuple[StoryEntry, ...]
    origins: tuple[OriginEntry, ...]
    events: tuple[EventEntry, ...]
    figures: tuple[FigureEntry, ...]
    statements: tuple[StatementEntry, ...]
    relations: tuple[RelationEntry, ...]

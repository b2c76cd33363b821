"""The nouns: frozen dataclasses over the standard library alone."""

from hearsay.model.analysis import (
    Analysis,
    AttributionSpan,
    Frame,
    NameSpan,
    Role,
    Sentence,
    Token,
)
from hearsay.model.days import Interval, PartialDate
from hearsay.model.document import DateEvidence, Dateline, Document, Metadata, Rejected
from hearsay.model.ids import content_id
from hearsay.model.mentions import Argument, Attribution, EventMention, Name, Quantity, Source
from hearsay.model.reading import Reading
from hearsay.model.record import (
    Actor,
    Cite,
    Dated,
    Entity,
    Event,
    EventMentionRef,
    Figure,
    Origin,
    Page,
    Party,
    PlaceRef,
    Relation,
    Resolution,
    SourceLink,
    Statement,
    Story,
    Written,
)
from hearsay.model.span import Span
from hearsay.model.timex import Anchor, Timex

__all__ = [
    "Actor",
    "Analysis",
    "Anchor",
    "Argument",
    "Attribution",
    "AttributionSpan",
    "Cite",
    "DateEvidence",
    "Dated",
    "Dateline",
    "Document",
    "Entity",
    "Event",
    "EventMention",
    "EventMentionRef",
    "Figure",
    "Frame",
    "Interval",
    "Metadata",
    "Name",
    "NameSpan",
    "Origin",
    "Page",
    "PartialDate",
    "Party",
    "PlaceRef",
    "Quantity",
    "Reading",
    "Rejected",
    "Relation",
    "Resolution",
    "Role",
    "Sentence",
    "Source",
    "SourceLink",
    "Span",
    "Statement",
    "Story",
    "Timex",
    "Token",
    "Written",
    "content_id",
]

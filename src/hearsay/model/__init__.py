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
from hearsay.model.document import DateEvidence, Dateline, Document, Given, SetAside
from hearsay.model.ids import content_id
from hearsay.model.mentions import (
    Argument,
    Attribution,
    EventMention,
    Name,
    Quantity,
    Teller,
)
from hearsay.model.reading import Reading
from hearsay.model.record import (
    Actor,
    Cite,
    Dated,
    Entity,
    Event,
    Figure,
    Link,
    Origin,
    Page,
    Party,
    PlaceRef,
    Relation,
    Resolution,
    Statement,
    Story,
    Told,
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
    "Figure",
    "Frame",
    "Given",
    "Interval",
    "Link",
    "Name",
    "NameSpan",
    "Origin",
    "Page",
    "PartialDate",
    "Party",
    "PlaceRef",
    "Quantity",
    "Reading",
    "Relation",
    "Resolution",
    "Role",
    "Sentence",
    "SetAside",
    "Span",
    "Statement",
    "Story",
    "Teller",
    "Timex",
    "Token",
    "Told",
    "content_id",
]

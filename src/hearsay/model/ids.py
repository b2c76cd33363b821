"""Ids made from content, so that they agree everywhere; of which noun each is, its type says."""

import hashlib
from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class IdOf:
    """Marks text that is the id of a noun, named as `content_id` names it; "any" for one of any.

    What keeps or checks a record reads the mark; to everything else an id is text.
    """

    noun: str


DocumentId = Annotated[str, IdOf("document")]
EntityId = Annotated[str, IdOf("entity")]
EventId = Annotated[str, IdOf("event")]
FigureId = Annotated[str, IdOf("figure")]
OriginId = Annotated[str, IdOf("origin")]
StatementId = Annotated[str, IdOf("statement")]
StoryId = Annotated[str, IdOf("story")]
AnyId = Annotated[str, IdOf("any")]


def content_id(kind: str, *parts: object) -> str:
    """A short id: the kind's first letter and 16 hex digits of a hash of the parts.

    >>> content_id("event", "a", 1) == content_id("event", "a", 1)
    True
    """
    joined = "\x1f".join("" if part is None else str(part) for part in (kind, *parts))
    return kind[0] + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]

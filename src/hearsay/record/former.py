"""Ids that were once given to stories and events, and where each leads now.

This is history: the one thing in a record that the order of reading may change.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hearsay.model import Resolution

Members = frozenset[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Former:
    """An id given earlier, its kind (story or event), and the id that now stands for it."""

    former: str
    kind: str
    current: str | None


def members(resolution: Resolution) -> dict[tuple[str, str], Members]:
    """What each story and event is made of, by kind and id: documents and spans."""
    made_of: dict[tuple[str, str], Members] = {}
    for story in resolution.stories:
        made_of["story", story.id] = frozenset((document, 0, 0) for document in story.documents)
    for event in resolution.events:
        made_of["event", event.id] = frozenset(
            (told.cite.document, told.cite.span.start, told.cite.span.end)
            for told in event.mentions
        )
    return made_of


def succession(
    before: Mapping[tuple[str, str], Members],
    after: Mapping[tuple[str, str], Members],
    known: Iterable[Former],
) -> tuple[Former, ...]:
    """Every id that is no more, each with the living id that shares most members with it.

    Earlier entries are followed to their heirs; an id that lives again is no longer former.
    """
    owners: dict[tuple[str, tuple[str, int, int]], str] = {
        (kind, member): id for (kind, id), made_of in after.items() for member in made_of
    }

    def heir(kind: str, id: str) -> str | None:
        if (kind, id) in after:
            return id
        shared = Counter(
            owners[kind, member]
            for member in before.get((kind, id), frozenset())
            if (kind, member) in owners
        )
        return min(shared, key=lambda new: (-shared[new], new), default=None)

    gone = {former.former: former for former in known}
    gone |= {id: Former(id, kind, None) for kind, id in before if (kind, id) not in after}
    return tuple(
        Former(id, former.kind, heir(former.kind, former.current or id))
        for id, former in sorted(gone.items())
        if (former.kind, id) not in after
    )

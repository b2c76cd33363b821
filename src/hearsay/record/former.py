"""Ids that were once given, and where each leads now.

This is history: with the days of entry, the one thing in a record that the order of reading may
change.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hearsay.model import Resolution

Key = tuple[str, str]
"""A kind (story, event or statement) and an id."""

Place = tuple[str, int, int]
"""A document and offsets into its text, both 0 where all of it is meant."""

Members = Mapping[Place, str]
"""The places that a story, event or statement is made of, each with its words."""


@dataclass(frozen=True, slots=True)
class Former:
    """An id given earlier, its kind, and the id that now stands for it."""

    former: str
    kind: str
    current: str | None


def members(resolution: Resolution) -> dict[Key, Members]:
    """What each story, event and statement is made of."""
    return gathered(_made_of(resolution))


def gathered(rows: Iterable[tuple[str, str, Place, str]]) -> dict[Key, Members]:
    """Rows of a kind, an id, a place and its words, by kind and id."""
    made_of: dict[Key, dict[Place, str]] = defaultdict(dict)
    for kind, id, place, words in rows:
        made_of[kind, id][place] = words
    return dict(made_of)


def _made_of(resolution: Resolution) -> Iterator[tuple[str, str, Place, str]]:
    for story in resolution.stories:
        for document in story.documents:
            yield "story", story.id, (document, 0, 0), ""
    for event in resolution.events:
        for told in event.mentions:
            span = told.cite.span
            yield "event", event.id, (told.cite.document, span.start, span.end), span.text
    for statement in resolution.statements:
        cite = statement.cite
        place = (cite.document, cite.span.start, cite.span.end)
        yield "statement", statement.id, place, cite.span.text


def moved(
    before: Mapping[Key, Members], newer: Mapping[str, str], after: Mapping[Key, Members]
) -> dict[Key, Members]:
    """`before` with the places of old documents led to those of their `newer` versions.

    A place leads to the nearest one in the newer version that has the same words; where there is
    none it stays.
    """
    stands: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for (kind, _), made_of in after.items():
        for place, words in made_of.items():
            stands[kind, place[0], words].append(place)

    def now(kind: str, place: Place, words: str) -> Place:
        document, start, _ = place
        found = stands.get((kind, newer.get(document, ""), words), [])
        return min(found, key=lambda other: (abs(other[1] - start), other), default=place)

    return {
        (kind, id): {now(kind, place, words): words for place, words in made_of.items()}
        for (kind, id), made_of in before.items()
    }


def succession(
    before: Mapping[Key, Members], after: Mapping[Key, Members], known: Iterable[Former]
) -> tuple[Former, ...]:
    """Every id that is no more, each with the living id that shares most members with it.

    Earlier entries are followed to their heirs; an id that lives again is no longer former.
    """
    owners: dict[tuple[str, Place], str] = {
        (kind, member): id for (kind, id), made_of in after.items() for member in made_of
    }

    def heir(kind: str, id: str) -> str | None:
        if (kind, id) in after:
            return id
        shared = Counter(
            owners[kind, member]
            for member in before.get((kind, id), {})
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

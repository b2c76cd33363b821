"""Events of the record, built from clustered mentions."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from hearsay.model import (
    Argument,
    Cite,
    Dated,
    Entity,
    Event,
    EventMentionRef,
    Interval,
    Party,
    PlaceRef,
    Reading,
    content_id,
)
from hearsay.model.vocabulary import EventType, PartyRole, Status
from hearsay.resolve.compared_text import folded
from hearsay.resolve.dated import Mention
from hearsay.resolve.entities.find_entities import Entities
from hearsay.resolve.events.summary import summarise
from hearsay.resolve.stories.group_stories import anchor

_SURE = ("happened", "ongoing", "planned", "threatened", "hypothetical", "unconfirmed", "denied")
"""Statuses from the most to the least certain."""

_MOST_UNKNOWN = 2
_ROLES = ("source", "target", "participant")


@dataclass(frozen=True, slots=True)
class Ground:
    """What events are built on: the pages, whom they name, their origins, and days of issue."""

    readings: Mapping[str, Reading]
    entities: Entities
    names: Mapping[str, Entity]
    origins: Mapping[str, str]
    published: Mapping[str, Interval]


def event_id(mentions: Iterable[Mention], ground: Ground) -> str:
    """The id of an event, made from its first mention on its anchor page."""
    ordered = sorted(mentions)
    first = anchor([document for document, _ in ordered], ground.published)
    number = next(number for document, number in ordered if document == first)
    return content_id("event", first, ground.readings[first].events[number].trigger.start, number)


def build(
    mentions: Sequence[Mention], dated: Dated, statements: Mapping[Mention, str], ground: Ground
) -> Event:
    """The event that several mentions tell of.

    Its type and mode are those of the surest mentions, most told; a status some pages deny is
    `unconfirmed`. Contexts are all that are told.
    """
    told = sorted(mentions)
    pairs = [(ground.readings[document], number) for document, number in told]
    events = [reading.events[number] for reading, number in pairs]
    documents = tuple(sorted({document for document, _ in told}))
    surest = min((event.status for event in events), key=_SURE.index)
    sure = [event for event in events if event.status == surest]
    type_ = _most(event.type for event in sure) or sure[0].type
    return Event(
        id=event_id(told, ground),
        type=cast(EventType, type_),
        mode=_most(event.mode for event in events if event.type == type_),
        contexts=tuple(sorted({context for event in events for context in event.contexts})),
        status=cast(Status, status_of([event.status for event in events])),
        summary=summarise(pairs, ground.entities, ground.names),
        actors=_actors(pairs, ground),
        date=dated,
        place=_place(pairs, ground),
        mentions=tuple(_told(document, number, statements, ground) for document, number in told),
        documents=documents,
        origins=len({ground.origins.get(document, document) for document in documents}),
    )


def status_of(statuses: Sequence[str]) -> str:
    """The most certain status told; `unconfirmed` where some deny what others tell.

    >>> status_of(["planned", "happened"]), status_of(["happened", "denied"])
    ('happened', 'unconfirmed')
    """
    if "denied" in statuses and set(statuses) != {"denied"}:
        return "unconfirmed"
    return min(statuses, key=_SURE.index)


def _most(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _told(
    document: str, number: int, statements: Mapping[Mention, str], ground: Ground
) -> EventMentionRef:
    event = ground.readings[document].events[number]
    statement = None
    if event.attribution is not None:
        statement = statements.get((document, event.attribution))
    status = cast(Status, event.status)
    return EventMentionRef(Cite(document, event.span), status, statement, event.trigger)


def _actors(pairs: Sequence[tuple[Reading, int]], ground: Ground) -> tuple[Party, ...]:
    """The parties, each once in the role it is told in most.

    Words that no entity is known for stand only in a role that no known entity fills, those told
    most and no more than two.
    """
    names: dict[str, str] = {}
    roles: dict[tuple[str | None, str], Counter[str]] = {}
    for reading, number in pairs:
        for argument in reading.events[number].arguments:
            party = _party(reading, argument, ground)
            if party:
                key = (party[0], party[0] or folded(party[1]))
                names[key[1]] = min(party[1], names.get(key[1], party[1]))
                roles.setdefault(key, Counter())[argument.role] += 1
    found: list[tuple[int, Party]] = []
    for (entity, key_), counts in roles.items():
        role = min(counts, key=lambda role: (-counts[role], _ROLES.index(role)))
        found.append((-counts.total(), Party(entity, names[key_], cast(PartyRole, role))))
    kept = [party for _, party in found if party.entity]
    for role in _ROLES:
        unknown = [each for each in found if each[1].role == role and not each[1].entity]
        if all(party.role != role for party in kept):
            kept += [party for _, party in sorted(unknown, key=_told_most)[:_MOST_UNKNOWN]]
    return tuple(sorted(kept, key=lambda p: (_ROLES.index(p.role), p.entity or "~", p.name)))


def _told_most(each: tuple[int, Party]) -> tuple[int, str]:
    return each[0], each[1].name


def _party(reading: Reading, argument: Argument, ground: Ground) -> tuple[str | None, str] | None:
    """Entity and name of an argument; None for a pronoun nobody is known for."""
    if argument.name is None:
        return None, argument.span.text
    name = reading.names[argument.name]
    entity = ground.entities.of(reading.document.id, name.chain)
    if entity:
        return entity, ground.names[entity].name
    if name.form == "pronoun":
        return None
    return None, name.canonical or name.span.text


def _place(pairs: Sequence[tuple[Reading, int]], ground: Ground) -> PlaceRef | None:
    """The place most told, a known one before words alone."""
    counts: Counter[tuple[str | None, str]] = Counter(_places(pairs, ground))
    if not counts:
        return None
    entity, name = min(counts, key=lambda place: (place[0] is None, -counts[place], place[1]))
    return PlaceRef(entity, name)


def _places(
    pairs: Sequence[tuple[Reading, int]], ground: Ground
) -> Iterator[tuple[str | None, str]]:
    for reading, number in pairs:
        at = reading.events[number].place
        if at is not None and reading.names[at].form != "pronoun":
            name = reading.names[at]
            entity = ground.entities.of(reading.document.id, name.chain)
            yield entity, ground.names[entity].name if entity else name.span.text

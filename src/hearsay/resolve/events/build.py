"""Events of the record, built from clustered mentions."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

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
from hearsay.ontology import table
from hearsay.resolve.compared_text import folded
from hearsay.resolve.dated import Mention
from hearsay.resolve.entities.find_entities import Entities
from hearsay.resolve.events.event_places import PagePlaces, places_of
from hearsay.resolve.events.naming_words import Setting
from hearsay.resolve.events.summary import summarise
from hearsay.resolve.memo import Memo
from hearsay.resolve.stories.group_stories import anchor

Told = TypeVar("Told", bound=str)

_SURE = ("happened", "ongoing", "planned", "threatened", "hypothetical", "unconfirmed", "denied")
"""Statuses from the most to the least certain."""

_MOST_UNKNOWN = 2
_NEAR = 200
"""How many mentions back the words that a pronoun takes up are looked for."""
_ROLES = ("source", "target", "participant")


@dataclass(frozen=True, slots=True)
class Ground:
    """What events are built on: the pages, whom they name, their origins, and days of issue."""

    readings: Mapping[str, Reading]
    entities: Entities
    names: Mapping[str, Entity]
    origins: Mapping[str, str]
    published: Mapping[str, Interval]
    places: Memo[PagePlaces] = field(default_factory=Memo)


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
    most: EventType | None = _most(event.type for event in sure)
    type_ = most or sure[0].type
    return Event(
        id=event_id(told, ground),
        type=type_,
        mode=_most(event.mode for event in events if event.type == type_),
        contexts=tuple(sorted({context for event in events for context in event.contexts})),
        status=status_of([event.status for event in events]),
        summary=summarise(
            pairs,
            ground.entities,
            ground.names,
            status=status_of([event.status for event in events]),
            setting=_setting(pairs, dated, ground),
        ),
        actors=_actors(pairs, ground),
        date=dated,
        place=_place(pairs, ground),
        mentions=tuple(_told(document, number, statements, ground) for document, number in told),
        documents=documents,
        origins=len({ground.origins.get(document, document) for document in documents}),
    )


def status_of(statuses: Sequence[Status]) -> Status:
    """The most certain status told; `unconfirmed` where some deny what others tell.

    >>> status_of(["planned", "happened"]), status_of(["happened", "denied"])
    ('happened', 'unconfirmed')
    """
    if "denied" in statuses and set(statuses) != {"denied"}:
        return "unconfirmed"
    return min(statuses, key=_SURE.index)


def _most(values: Iterable[Told | None]) -> Told | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _told(
    document: str, number: int, statements: Mapping[Mention, str], ground: Ground
) -> EventMentionRef:
    event = ground.readings[document].events[number]
    statement = None
    if event.attribution is not None:
        statement = statements.get((document, event.attribution))
    return EventMentionRef(Cite(document, event.span), event.status, statement, event.trigger)


@dataclass(slots=True)
class _MentionSides:
    """How a party is told: its name, how often in which role, in which sets, and beside whom."""

    name: str
    roles: Counter[PartyRole]
    sets: Counter[str]
    beside_known: bool = False


def _actors(pairs: Sequence[tuple[Reading, int]], ground: Ground) -> tuple[Party, ...]:
    """The parties, each once in the role it is told in most.

    Words that no entity is known for stand in a role that no known entity fills, those told most
    and no more than two; and where one mention names them beside a known one ("Chile and others").
    """
    found = _parties_told(pairs, ground)
    parties = [(key, told, _role(told)) for key, told in found.items()]
    kept = [(key, told, role) for key, told, role in parties if key[0]]
    for role in _ROLES:
        unknown = [each for each in parties if each[2] == role and not each[0][0]]
        unknown.sort(key=_told_most)
        if any(role == filled for _, _, filled in kept):
            unknown = [each for each in unknown if each[1].beside_known]
        kept += unknown[:_MOST_UNKNOWN]
    made = (
        Party(entity, told.name, role, _most(told.sets.elements()))
        for (entity, _), told, role in kept
    )
    return tuple(sorted(made, key=lambda p: (_ROLES.index(p.role), p.entity or "~", p.name)))


def _parties_told(
    pairs: Sequence[tuple[Reading, int]], ground: Ground
) -> dict[tuple[str | None, str], _MentionSides]:
    """Who is told to take part, by entity and folded words."""
    found: dict[tuple[str | None, str], _MentionSides] = {}
    for reading, number in pairs:
        arguments = reading.events[number].arguments
        parties = [(argument, _party(reading, argument, ground)) for argument in arguments]
        known = {argument.role for argument, party in parties if party and party[0]}
        for argument, party in parties:
            if party:
                key = (party[0], party[0] or folded(party[1]))
                told = found.setdefault(key, _MentionSides(party[1], Counter(), Counter()))
                told.name = min(party[1], told.name)
                told.roles[argument.role] += 1
                told.beside_known |= argument.role in known
                if argument.group is not None:
                    told.sets[argument.group.text] += 1
    return found


def _role(told: _MentionSides) -> PartyRole:
    return min(told.roles, key=lambda role: (-told.roles[role], _ROLES.index(role)))


def _told_most(each: tuple[tuple[str | None, str], _MentionSides, PartyRole]) -> tuple[int, str]:
    return -each[1].roles.total(), each[1].name


def _party(reading: Reading, argument: Argument, ground: Ground) -> tuple[str | None, str] | None:
    """Entity and name of an argument; None for a pronoun nobody is known for."""
    if argument.name is None:
        pronoun = folded(argument.span.text) in table("pronoun_forms")["unnamed"]
        return None if pronoun else (None, argument.span.text)
    name = reading.names[argument.name]
    entity = ground.entities.of(reading.document.id, name.chain)
    if entity:
        return entity, ground.names[entity].name
    if name.form == "pronoun":
        words = _described(reading, argument.name)
        return None if words is None else (None, words)
    if name.canonical is None and name.span.overlaps(argument.span):
        return None, argument.span.text
    return None, name.canonical or name.span.text


def _described(reading: Reading, number: int) -> str | None:
    """The words that a pronoun takes up, told last before it."""
    chain = reading.names[number].chain
    told = (
        n
        for n in reversed(reading.names[max(0, number - _NEAR) : number])
        if n.chain == chain and n.form == "nominal"
    )
    found = next(told, None)
    return None if found is None else found.canonical or found.span.text


def _place(pairs: Sequence[tuple[Reading, int]], ground: Ground) -> PlaceRef | None:
    """The place most told, a known one before words alone; else where its mentions are set."""
    told = list(_places(pairs, ground, inherited=False))
    if not any(entity for _, entity, _ in told):
        told = list(_places(pairs, ground, inherited=True)) or told
    counts = Counter((entity, name) for _, entity, name in told)
    if not counts:
        return None
    first = {
        (entity, name): start for start, entity, name in sorted(told, reverse=True, key=_start)
    }
    entity, name = min(
        counts, key=lambda place: (place[0] is None, -counts[place], first[place], place[1])
    )
    return PlaceRef(entity, name)


def _setting(pairs: Sequence[tuple[Reading, int]], dated: Dated, ground: Ground) -> Setting:
    """Where and when the event is set, as far as one place and one day are known."""
    day = dated.earliest if dated.earliest == dated.latest else None
    told, scene = (list(_places(pairs, ground, inherited=each)) for each in (False, True))
    return Setting(_set_in(told, ground), _set_in(scene, ground), day)


def _set_in(places: Iterable[tuple[int, str | None, str]], ground: Ground) -> str:
    """The name of the place most told that one can be in: no ship, no "checkpoints"."""
    known = ((ground.names[id].kind, name) for _, id, name in places if id is not None)
    counts = Counter(name for kind, name in known if kind in ("place", "state"))
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""


def _start(place: tuple[int, str | None, str]) -> int:
    return place[0]


def _places(
    pairs: Sequence[tuple[Reading, int]], ground: Ground, *, inherited: bool
) -> Iterator[tuple[int, str | None, str]]:
    """The places of mentions, those told or those they are set in: where on the page the mention
    stands, the entity and the name."""
    for reading, number in pairs:
        document = reading.document.id
        places = ground.places.get(document, None, partial(places_of, reading))
        at = (places.scene if inherited else places.told)[number]
        if at is not None and reading.names[at].form != "pronoun":
            name = reading.names[at]
            entity = ground.entities.of(document, name.chain)
            words = ground.names[entity].name if entity else name.span.text
            yield reading.events[number].trigger.start, entity, words

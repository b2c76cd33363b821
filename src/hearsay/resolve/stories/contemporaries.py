"""Pages that name the same rare people, or the same pairs of people: likely of one time."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, islice, pairwise

from hearsay.model import Reading
from hearsay.resolve.entities.find_entities import Entities
from hearsay.resolve.entities.offices import office_key

_RARE = 8
"""People named on at most so many pages tie two pages alone."""

_CROWD = 40
_MOST_PEOPLE = 12
_MOST_KIN = 12


def kin_of(readings: Sequence[Reading], entities: Entities) -> Mapping[str, tuple[str, ...]]:
    """For each page the pages that share a rare person or a pair of people, closest first.

    Pages that tell one person in different offices are of different times, and no kin.
    """
    people = {reading.document.id: _people(reading, entities) for reading in readings}
    fame = Counter(person for named in people.values() for person in named)
    pages: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for document, named in people.items():
        rarest = sorted(named, key=lambda person: (fame[person], person))[:_MOST_PEOPLE]
        for key in combinations(sorted(rarest), 2):
            pages[key].append(document)
        for person in rarest:
            if fame[person] <= _RARE:
                pages[person,].append(document)
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for documents in pages.values():
        near = combinations(documents, 2) if len(documents) <= _CROWD else pairwise(documents)
        for one, other in near:
            shared[one][other] += 1
            shared[other][one] += 1
    held = {reading.document.id: _offices(reading, entities) for reading in readings}
    return {
        one: _closest(Counter({o: n for o, n in shared[one].items() if _agree(held[one], held[o])}))
        for one in people
    }


def with_stories(
    kin: Mapping[str, tuple[str, ...]],
    stories: Mapping[str, tuple[str, ...]],
    readings: Sequence[Reading],
    entities: Entities,
) -> Mapping[str, tuple[str, ...]]:
    """The kin of each page, then other pages of its story, as far as most offices agree."""
    held = {reading.document.id: _offices(reading, entities) for reading in readings}
    found = dict(kin)
    for documents in stories.values():
        for document in documents:
            known = (document, *kin.get(document, ()))
            others = (o for o in documents if o not in known and _mostly(held[document], held[o]))
            found[document] = (*known[1:], *islice(others, max(_MOST_KIN + 1 - len(known), 0)))
    return found


def _people(reading: Reading, entities: Entities) -> frozenset[str]:
    found = (
        entities.of(reading.document.id, name.chain)
        for name in reading.names
        if name.kind == "person" and name.form != "pronoun"
    )
    return frozenset(person for person in found if person)


def _offices(reading: Reading, entities: Entities) -> Mapping[str, frozenset[str]]:
    """The offices that a page tells each person to hold, of those held by one at a time."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in reading.names:
        person = entities.of(reading.document.id, name.chain) if name.offices else None
        if person and name.kind == "person":
            keys = (office_key(office, name.country) for office in name.offices)
            found[person].update(key for key in keys if key)
    return {person: frozenset(offices) for person, offices in found.items() if offices}


def _agree(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> bool:
    return all(not offices.isdisjoint(other.get(who, offices)) for who, offices in one.items())


def _mostly(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> bool:
    """True where no more people are told in different offices than in one: a page may misname."""
    shared = [not one[who].isdisjoint(other[who]) for who in one.keys() & other.keys()]
    return shared.count(False) <= shared.count(True)


def _closest(shared: Counter[str]) -> tuple[str, ...]:
    ranked = sorted(shared, key=lambda document: (-shared[document], document))
    return tuple(ranked[:_MOST_KIN])

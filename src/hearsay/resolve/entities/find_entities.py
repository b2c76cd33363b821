"""Who and what the record speaks of: referents of all pages linked into entities, each link with
its reason.

A name is linked by what pages tell of it (office, country, company), never by likeness alone;
descriptions without a name stay on their page, but for an office whose one holder is known.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from hearsay.model import Actor, Entity, Interval, Reading, content_id
from hearsay.model.vocabulary import EntityKind
from hearsay.ontology import rows
from hearsay.resolve.clustering import cluster
from hearsay.resolve.compared_text import fold, folded
from hearsay.resolve.entities.name_likeness import Likeness, compare_persons, initials
from hearsay.resolve.entities.offices import office_key
from hearsay.resolve.entities.pairs import (
    LINKED,
    Judgement,
    ReferentNode,
    apart_by_gender,
    blocks,
    gather,
    judge,
    keys_of,
    merged,
)
from hearsay.resolve.entities.referents import Key, Referent, referents_of

_CROWD = 40
_TENURE_DAYS = 150
_ROUGH = {"organization": 0, "group": 1}


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities, which referent of which page is which, and why each referent was linked."""

    all: tuple[Entity, ...] = ()
    ids: Mapping[Key, str] = field(default_factory=dict)
    why: Mapping[Key, str] = field(default_factory=dict)
    countries: Mapping[Key, str] = field(default_factory=dict)

    def of(self, document: str, chain: int) -> str | None:
        """The entity of a page's chain, None when it is none of the record's."""
        return self.ids.get((document, chain))


@dataclass(frozen=True, slots=True)
class Linked:
    """All referents, those with a name gathered by whom they mean, an entity of each group, and
    why."""

    referents: Sequence[Referent]
    groups: Sequence[Sequence[Referent]]
    entities: Sequence[Entity]
    why: Mapping[Key, str]


def link_names(readings: Sequence[Reading]) -> Linked:
    """Everybody named on pages given in order of id."""
    referents = [referent for reading in readings for referent in referents_of(reading)]
    linked, why = _link(gather(referents))
    groups = [node.members for node in linked]
    return Linked(referents, groups, [_entity(group) for group in groups], why)


def find_entities(linked: Linked, published: Mapping[str, Interval]) -> Entities:
    """The entities of the record: all named, and the offices nobody is named for.

    `published` tells when pages came out, where known: an office is linked to who held it at the
    time.
    """
    members = [list(group) for group in linked.groups]
    referents = linked.referents
    why = {**linked.why, **_seat(members, referents, published)}
    grown = (len(group) > len(known) for group, known in zip(members, linked.groups, strict=False))
    entities = [
        _entity(group) if more else entity
        for group, entity, more in zip(members, linked.entities, grown, strict=False)
    ]
    entities += [_entity(group) for group in members[len(entities) :]]
    ids = {r.key: entity.id for entity, group in zip(entities, members, strict=True) for r in group}
    countries = {r.key: r.country for r in referents if r.country}
    for entity, group in zip(entities, members, strict=True):
        if entity.actor.country:
            countries |= {r.key: entity.actor.country for r in group}
    ordered = tuple(sorted(entities, key=lambda entity: entity.id))
    return Entities(ordered, ids, why, countries)


def _link(nodes: list[ReferentNode]) -> tuple[list[ReferentNode], dict[Key, str]]:
    """Nodes joined, and for each referent the reason that ties it to the others.

    Full names first: what all pages together tell of them then speaks for the surnames and the
    spellings.
    """
    why = {r.key: f"named {node.name!r}" for node in nodes for r in node.members}
    full, reasons = _joined(nodes, lambda a, b: min(len(a.parts), len(b.parts)) != 1)
    why |= reasons
    every, reasons = _joined(full, lambda a, b: True)
    return every, why | reasons


def _joined(
    nodes: list[ReferentNode], ready: Callable[[ReferentNode, ReferentNode], bool]
) -> tuple[list[ReferentNode], dict[Key, str]]:
    """Nodes merged where they are judged one, pairs that are not `ready` left for later."""
    judged: dict[tuple[int, int], Judgement] = {}
    rivals = _rivals(nodes)

    def compare(a: int, b: int) -> float | None:
        if not ready(nodes[a], nodes[b]):
            return 0.0
        judged[a, b] = judge(nodes[a], nodes[b], max(rivals[a], rivals[b]))
        return judged[a, b].score

    groups = cluster(len(nodes), _pairs(nodes), compare, LINKED)
    why: dict[Key, str] = {}
    for group in groups:
        for n in group[1:]:
            known = [judged[m, n] for m in group if m < n and (m, n) in judged]
            if known:
                best = max(known, key=lambda judgement: judgement.score or 0.0)
                why |= {r.key: best.why for r in nodes[n].members}
    return [merged(nodes[n] for n in group) for group in groups], why


def _pairs(nodes: list[ReferentNode]) -> Iterator[tuple[int, int]]:
    """Pairs that share a block; in a crowded block each node meets its neighbours alone."""
    found: dict[str, list[int]] = defaultdict(list)
    for key, number in blocks(nodes):
        found[key].append(number)
    for numbers in found.values():
        if len(numbers) <= _CROWD:
            yield from combinations(numbers, 2)
        else:
            yield from pairwise(numbers)
            most = max(numbers, key=lambda number: (len(nodes[number].members), -number))
            yield from ((most, number) for number in numbers)


def _rivals(nodes: list[ReferentNode]) -> list[int]:
    """For each person told by one word, how many full names of no other gender bear it."""
    full: dict[str, list[ReferentNode]] = defaultdict(list)
    for node in nodes:
        if len(node.parts) > 1:
            known = full[node.parts[-1]]
            if len(known) < 9 and all(
                compare_persons(node.parts, other.parts) is Likeness.APART for other in known
            ):
                known.append(node)
    return [
        sum(not apart_by_gender(node, other) for other in full[node.parts[-1]])
        if len(node.parts) == 1
        else 0
        for node in nodes
    ]


def _seat(
    members: list[list[Referent]], referents: Sequence[Referent], published: Mapping[str, Interval]
) -> dict[Key, str]:
    """Puts unnamed office-holders to their holders, else together as an office of its own."""
    holders: dict[tuple[str, str], dict[int, list[Referent]]] = defaultdict(dict)
    for number, group in enumerate(members):
        for referent in group:
            for key in keys_of(referent) if referent.country and referent.kind == "person" else ():
                by_number = holders[str(referent.country), key]
                by_number.setdefault(number, []).append(referent)
    vacant: dict[tuple[str, str], list[Referent]] = defaultdict(list)
    why: dict[Key, str] = {}
    for referent in referents:
        if not _holds_office(referent):
            continue
        seat = str(referent.country), min(keys_of(referent))
        holder = _holder(referent, holders.get(seat, {}), published)
        if holder is None:
            vacant[seat].append(referent)
        else:
            members[holder].append(referent)
        why[referent.key] = f"the {seat[1]} of {seat[0]}, " + (
            "whom no page names" if holder is None else "whom other pages name"
        )
    members += [group for _, group in sorted(vacant.items())]
    return why


def _holds_office(referent: Referent) -> bool:
    unnamed = referent.name is None or referent.kind == "office"
    return bool(unnamed and not referent.plural and referent.country and keys_of(referent))


def _holder(
    referent: Referent, holders: Mapping[int, list[Referent]], published: Mapping[str, Interval]
) -> int | None:
    """The one group known to hold the office when the page came out; None when none or several."""
    day = published.get(referent.key[0], Interval())
    near = [
        number
        for number, told in sorted(holders.items())
        if any(_close(day, published.get(other.key[0], Interval())) for other in told)
    ]
    return near[0] if len(near) == 1 else None


def _close(one: Interval, other: Interval) -> bool:
    """False when two pages are known to be further apart than an office is safely held."""
    for early, late in ((one, other), (other, one)):
        if early.latest and late.earliest and (late.earliest - early.latest).days > _TENURE_DAYS:
            return False
    return True


def _entity(group: Sequence[Referent]) -> Entity:
    kind = _kind(group)
    country = _most([r.country for r in group])
    cites = sorted(
        {cite for r in group for cite in r.cites},
        key=lambda cite: (cite.document, cite.span.start, cite.span.end),
    )
    forms = {form for r in group for form in (*r.forms, *([r.name] if r.name else []))}
    name = _canonical(kind, group, country)
    first = cites[0]  # mentions nest: those of two entities may begin together
    anchor: tuple[object, ...] = (first.document, first.span.start, first.span.end)
    if kind == "state" and country:
        anchor = (country,)
    return Entity(
        id=content_id("entity", kind, *anchor),
        kind=kind,
        name=name,
        names=tuple(sorted({name, *forms})),
        actor=Actor(country, tuple(sorted({s for r in group for s in r.sectors}))),
        offices=_offices(group),
        mentions=tuple(cites),
    )


def _kind(group: Sequence[Referent]) -> EntityKind:
    if all(referent.name is None or referent.kind == "office" for referent in group):
        return "office"
    counts = Counter(r.kind for r in group if r.name)
    return min(counts, key=lambda kind: (-counts[kind], _ROUGH.get(kind, 0), kind))


def _most(values: Sequence[str | None]) -> str | None:
    told = [value for value in values if value]
    if len(told) < 2:
        return told[0] if told else None
    counts = Counter(told)
    return min(counts, key=lambda value: (-counts[value], value))


def _canonical(kind: str, group: Sequence[Referent], country: str | None) -> str:
    """The best-attested full form; a state's name is its row in the table of countries."""
    if kind == "state" and country:
        return next((row["name"] for row in rows("countries") if row["code"] == country), country)
    if kind == "office":
        told = Counter(cite.span.text for r in group for cite in r.cites)
        return min(told, key=lambda text: (-told[text], -len(text), text))
    counts: Counter[str] = Counter()
    for referent in group:
        counts.update({*referent.forms, *([referent.name] if referent.name else [])})
    full = {form for form in counts if kind != "person" or " " in form} or set(counts)
    best = min(full, key=lambda form: (-counts[form], -len(form), form))
    spelled_out = [form for form in counts if initials(form) == best.replace(".", "")]
    return min(spelled_out, key=lambda form: (-counts[form], form), default=best)


def _offices(group: Sequence[Referent]) -> tuple[str, ...]:
    """The offices told, each in its best-attested wording."""
    wordings: dict[str, Counter[str]] = defaultdict(Counter)
    for referent in group:
        for office in referent.offices:
            key = office_key(office, referent.country) or folded(office)
            wordings[key][office] += 1
    best = (min(told, key=lambda text: (-told[text], text)) for told in wordings.values())
    return tuple(sorted(set(best), key=lambda office: (fold(office), office)))

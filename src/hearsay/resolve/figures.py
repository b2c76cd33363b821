"""Figures of the record, and how those of one event lie to each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from hearsay.model import Cite, Figure, Interval, Quantity, Reading, Relation, content_id
from hearsay.resolve.counting import counted_of
from hearsay.resolve.events.acts import lemmas_of

_ABOUT = 0.1
"""How far an approximate figure may lie from another and still agree, as a share."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure counts: the things, what narrows them, what happens to them, the unit."""

    things: frozenset[str]
    narrowed: frozenset[str]
    predicate: frozenset[str]
    unit: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure with who gives it, what it counts, and when its page came out."""

    figure: Figure
    scope: Scope
    origin: str
    teller: str | None
    published: Interval
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Known:
    """What the record knows when figures are compared."""

    events: Mapping[tuple[str, int], str] = field(default_factory=dict)
    statements: Mapping[tuple[str, int], str] = field(default_factory=dict)
    tellers: Mapping[str, str | None] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    published: Mapping[str, Interval] = field(default_factory=dict)


def find_figures(
    readings: Sequence[Reading], known: Known
) -> tuple[tuple[Figure, ...], tuple[Relation, ...]]:
    """The figures of all pages, and the relations of those that one event has."""
    figures: list[Figure] = []
    claims: dict[str, list[Claim]] = defaultdict(list)
    for reading in readings:
        for number, quantity in enumerate(reading.quantities):
            figure = _figure(reading, number, known)
            figures.append(figure)
            if figure.event and quantity.event is not None:
                claims[figure.event].append(_claim(reading, quantity, figure, known))
    related = [r for _, told in sorted(claims.items()) for r in _relations(told)]
    ordered = tuple(sorted(figures, key=lambda figure: figure.id))
    return ordered, tuple(sorted(related, key=lambda r: (r.between, r.kind)))


def _figure(reading: Reading, number: int, known: Known) -> Figure:
    quantity, document = reading.quantities[number], reading.document.id
    event = None if quantity.event is None else known.events.get((document, quantity.event))
    said = quantity.attribution
    return Figure(
        id=_id(reading, number),
        cite=Cite(document, quantity.span),
        counted=quantity.counted,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        wording=quantity.wording,
        event=event,
        of=None if quantity.of is None else _id(reading, quantity.of),
        statement=None if said is None else known.statements.get((document, said)),
    )


def _id(reading: Reading, number: int) -> str:
    span = reading.quantities[number].span
    return content_id("figure", reading.document.id, span.start, span.end, number)


def _claim(reading: Reading, quantity: Quantity, figure: Figure, known: Known) -> Claim:
    document = reading.document.id
    lemma = reading.events[quantity.event or 0].lemma
    low = 0.0 if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None else quantity.high
    slack = _ABOUT if quantity.wording and low == high else 0.0
    return Claim(
        figure=figure,
        scope=scope_of(quantity.counted, lemma, quantity.unit),
        origin=known.origins.get(document, document),
        teller=known.tellers.get(figure.statement or ""),
        published=known.published.get(document, Interval()),
        low=low * (1 - slack),
        high=high * (1 + slack),
    )


def scope_of(counted: str | None, lemma: str, unit: str | None) -> Scope:
    """What is counted, and of what happening.

    >>> scope_of("missiles and drones", "fire", None) == scope_of("drones, missiles", "fire", None)
    True
    """
    things, narrowed = counted_of(counted)
    return Scope(things, narrowed, lemmas_of(lemma), unit)


def _relations(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Distinct claims of an event set side by side; the like of one are tied to the first."""
    groups: dict[tuple[Scope, float, float, str | None], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (str(c.published.earliest or "9"), c.figure.id)):
        groups[claim.scope, claim.low, claim.high, claim.teller].append(claim)
    for group in groups.values():
        for other in group[1:]:
            if other.origin != group[0].origin:
                yield _relation("agrees", group[0], other)
    for one, other in combinations([group[0] for group in groups.values()], 2):
        if one.origin == other.origin and one.teller == other.teller:
            continue
        kind = judge(one, other)
        if kind and (one.origin != other.origin or kind == "conflicts"):
            yield _relation(kind, one, other)


def judge(one: Claim, other: Claim) -> str | None:
    """How two claims of one event lie to each other; None when they count different things.

    A later figure of the same teller is an update; of another teller, a conflict.
    """
    a, b = one.scope, other.scope
    if a.unit != b.unit or not a.predicate & b.predicate or not a.things & b.things:
        return None
    apart = one.high < other.low or other.high < one.low
    if (a.things, a.narrowed) != (b.things, b.narrowed):
        nested = (a.things <= b.things and a.narrowed >= b.narrowed) or (
            b.things <= a.things and b.narrowed >= a.narrowed
        )
        return "differs-in-scope" if nested and apart else None
    if apart:
        return "updates" if one.teller == other.teller and _later(one, other) else "conflicts"
    if (one.figure.low, one.figure.high) == (other.figure.low, other.figure.high):
        return "agrees"
    inside = (one.low > other.low and one.high <= other.high) or (
        one.low >= other.low and one.high < other.high
    )
    outside = (other.low > one.low and other.high <= one.high) or (
        other.low >= one.low and other.high < one.high
    )
    exact = one.figure.low == one.figure.high or other.figure.low == other.figure.high
    return "refines" if (inside or outside) and exact and not _both_about(one, other) else "agrees"


def _both_about(one: Claim, other: Claim) -> bool:
    return all(
        claim.figure.wording and claim.figure.low == claim.figure.high for claim in (one, other)
    )


def _later(one: Claim, other: Claim) -> bool:
    """True when the two pages came out on different days, as far as is known."""
    return one.published.meet(other.published) is None


def _relation(kind: str, one: Claim, other: Claim) -> Relation:
    pair = sorted((one.figure, other.figure), key=lambda figure: figure.id)
    why = " beside ".join(f'"{figure.cite.span.text}"' for figure in pair)
    return Relation(kind, (pair[0].id, pair[1].id), why)

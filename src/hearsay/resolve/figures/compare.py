"""What figures claim, and how claims of one matter lie to each other.

Figures of one event are compared; and, where no event is told, figures of one story or of the
same days that count exactly the same and stand among the same words. Two claims of one origin never
count as two.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from hearsay.model import Figure, Interval, Reading, Relation
from hearsay.model.vocabulary import RelationKind
from hearsay.ontology import table
from hearsay.resolve.compared_text import sentences_of, stems
from hearsay.resolve.events.page_events import lemmas_of
from hearsay.resolve.figures.counted_words import PEOPLE, counted_of
from hearsay.resolve.stories.group_stories import days_between

_ABOUT = 0.1
"""How far an approximate figure may lie from another and still agree, as a share."""

_AROUND = 300
_BESIDE = 200
_SHARED = 2
_NEAR_DAYS = 3
_MOST = 40
_PART = re.compile(r"\bof (?:the|these|those|them|its|their|his|her|our)\b")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure counts: the things, what narrows them, what happens to them, the unit."""

    things: frozenset[str]
    narrowed: frozenset[str]
    predicate: frozenset[str]
    unit: str | None


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A figure with who gives it, what it counts, and when its page came out.

    `matter` is the event it is of; for one of no event what it counts. `around` are
    the stems of its sentence. `low` and `high` are widened where the figure is approximate.
    """

    figure: Figure
    scope: Scope
    matter: str
    around: frozenset[str]
    origin: str
    story: str
    teller: str | None
    published: Interval
    low: float
    high: float


def claim_of(
    reading: Reading,
    number: int,
    figure: Figure,
    *,
    origin: str,
    story: str,
    teller: str | None,
    published: Interval,
) -> FigureClaim:
    """The claim of one of a page's quantities."""
    quantity = reading.quantities[number]
    lemma = quantity.predicate or ""
    if not lemma and quantity.event is not None:
        lemma = reading.events[quantity.event].lemma
    scope = scope_of(quantity.counted, lemma, quantity.unit)
    low = 0.0 if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None else quantity.high
    slack = _ABOUT if quantity.wording and low == high else 0.0
    return FigureClaim(
        figure=figure,
        scope=scope,
        matter=figure.event or _matter(scope),
        around=_around(reading, figure) if figure.event is None else frozenset(),
        origin=origin,
        story=story,
        teller=teller,
        published=published,
        low=low * (1 - slack),
        high=high * (1 + slack),
    )


def scope_of(counted: str | None, lemma: str, unit: str | None) -> Scope:
    """What is counted, and of what happening.

    >>> scope_of("missiles and drones", "fire", None) == scope_of("drones, missiles", "fire", None)
    True
    >>> scope_of("people", "kill", None) == scope_of("people", "die", None)
    True
    """
    things, narrowed = counted_of(counted)
    return Scope(things, narrowed, lemmas_of(_told_alike().get(lemma, lemma)), unit)


@cache
def _told_alike() -> dict[str, str]:
    """The predicate that stands for others that say the same of those counted."""
    alike: dict[str, list[str]] = table("effects")["alike"]
    return {word: kept for kept, words in alike.items() for word in words}


def _matter(scope: Scope) -> str:
    """A key for figures of no event; empty where too little is counted to compare."""
    if not scope.narrowed or scope.things == {PEOPLE}:
        return ""
    return " ".join((*sorted(scope.things), "of", *sorted(scope.narrowed)))


def _around(reading: Reading, figure: Figure) -> frozenset[str]:
    """The stems of the figure's sentence, but for what is counted."""
    text, span = reading.document.text, figure.cite.span
    first = max(0, span.start - _AROUND)
    for start, end in sentences_of(text[first : span.end + _AROUND]):
        if first + start <= span.start and span.end <= first + end:
            return stems(text[first + start : first + end]) - stems(span.text)
    return frozenset()


def relate(claims: Sequence[FigureClaim]) -> Iterator[Relation]:
    """The relations of all claims, matter by matter."""
    matters: dict[str, list[FigureClaim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (str(c.published.earliest or "9"), c.figure.id)):
        if claim.matter:
            matters[claim.matter].append(claim)
    for _, told in sorted(matters.items()):
        yield from _relations(told)


def _relations(claims: Sequence[FigureClaim]) -> Iterator[Relation]:
    """Distinct claims of a matter set side by side; the like of one are tied to the first."""
    groups: dict[tuple[Scope, float, float, str | None], list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        groups[claim.scope, claim.low, claim.high, claim.teller].append(claim)
    for group in groups.values():
        for other in group[1:]:
            if other.origin != group[0].origin and one_matter(group[0], other):
                yield _relation("agrees", group[0], other)
    for one, other in combinations([group[0] for group in groups.values()][:_MOST], 2):
        if one.origin == other.origin and one.teller == other.teller:
            continue
        kind = judge(one, other) if one_matter(one, other) else None
        if kind and (one.origin != other.origin or kind == "conflicts"):
            yield _relation(kind, one, other)


def one_matter(one: FigureClaim, other: FigureClaim) -> bool:
    """True when two claims speak of one happening: of an event by its word, else by the words
    around them, or side by side on a page."""
    if one.figure.event and other.figure.event:
        return bool(one.scope.predicate & other.scope.predicate)
    a, b = one.figure.cite, other.figure.cite
    if a.document == b.document:
        return abs(a.span.start - b.span.start) <= _BESIDE
    gap = days_between(one.published, other.published)
    near = one.story == other.story or (gap is not None and gap <= _NEAR_DAYS)
    return near and len(one.around & other.around) >= _SHARED


def judge(one: FigureClaim, other: FigureClaim) -> RelationKind | None:
    """How two claims of one matter lie to each other; None when they count different things.

    A later figure of the same teller is an update; of another teller, a conflict.
    """
    a, b = one.scope, other.scope
    if a.unit != b.unit or not a.things & b.things:
        return None
    apart = one.high < other.low or other.high < one.low
    if apart and (_is_part(one.figure) or _is_part(other.figure)):
        return None
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


def _is_part(figure: Figure) -> bool:
    """True for a part of a whole, "five of the dead": another number of them is no other claim."""
    return figure.of is not None or _PART.search(figure.cite.span.text) is not None


def _both_about(one: FigureClaim, other: FigureClaim) -> bool:
    return all(
        claim.figure.wording and claim.figure.low == claim.figure.high for claim in (one, other)
    )


def _later(one: FigureClaim, other: FigureClaim) -> bool:
    """True when the two pages came out on different days, as far as is known."""
    return one.published.meet(other.published) is None


def _relation(kind: RelationKind, one: FigureClaim, other: FigureClaim) -> Relation:
    pair = sorted((one.figure, other.figure), key=lambda figure: figure.id)
    why = " beside ".join(f'"{figure.cite.span.text}"' for figure in pair)
    return Relation(kind, (pair[0].id, pair[1].id), why)

"""Figures of the record: each quantity of each page, with its event and who gives it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.model import (
    Cite,
    Dated,
    Figure,
    Interval,
    Reading,
    Relation,
    SourceLink,
    Written,
    content_id,
)
from hearsay.resolve.dated import Days
from hearsay.resolve.figures.compare import FigureClaim, claim_of, relate
from hearsay.resolve.figures.main_harm import HarmfulEvents, harmful_events

Number = tuple[str, int]
"""Document id and the number of a mention of its reading."""


@dataclass(frozen=True, slots=True)
class FigureContext:
    """What the record knows when figures are compared: the event of each event mention, the
    statement of each attribution, the teller of each statement as an id and as the last link of
    its chain; origin, story and days by page; and the calendar."""

    events: Mapping[Number, str] = field(default_factory=dict)
    statements: Mapping[Number, str] = field(default_factory=dict)
    tellers: Mapping[str, str | None] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)
    published: Mapping[str, Interval] = field(default_factory=dict)
    sources: Mapping[str, SourceLink] = field(default_factory=dict)
    days: Days | None = None


def find_figures(
    readings: Sequence[Reading], known: FigureContext
) -> tuple[tuple[Figure, ...], tuple[Relation, ...]]:
    """The figures of all pages, and the relations of those that are of one matter."""
    figures: list[Figure] = []
    claims: list[FigureClaim] = []
    harms = harmful_events(readings, known.events)
    for reading in readings:
        document = reading.document.id
        for number in range(len(reading.quantities)):
            figure = _figure(reading, number, known, harms)
            figures.append(figure)
            if _inside_another(reading, number):
                continue
            claims.append(
                claim_of(
                    reading,
                    number,
                    figure,
                    origin=known.origins.get(document, document),
                    story=known.stories.get(document, document),
                    teller=known.tellers.get(figure.statement or ""),
                    published=known.published.get(document, Interval()),
                )
            )
    ordered = tuple(sorted(figures, key=lambda figure: figure.id))
    return ordered, tuple(sorted(relate(claims), key=lambda r: (r.between, r.kind)))


def _figure(reading: Reading, number: int, known: FigureContext, harms: HarmfulEvents) -> Figure:
    quantity, document = reading.quantities[number], reading.document.id
    event = None if quantity.event is None else known.events.get((document, quantity.event))
    if event is None:  # its clause names none, or only a kind of event
        event = harms.of(reading, quantity)
    said = quantity.attribution
    statement = None if said is None else known.statements.get((document, said))
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
        statement=statement,
        predicate=quantity.predicate,
        as_of=_as_of(document, quantity.timex, known.days),
        written=None if quantity.written is None else Written(*quantity.written),
        source=known.sources.get(statement or ""),
    )


def _as_of(document: str, timex: int | None, days: Days | None) -> Dated | None:
    """The day a figure holds for: that of its own expression, else the day its page came out."""
    if days is None:
        return None
    day = days.published(document) if timex is None else days.timex(document, timex)
    return None if day.earliest is None and day.latest is None else day


def _inside_another(reading: Reading, number: int) -> bool:
    """True for the 19 of "sixteen of 19 ships": it says what the sixteen are of, and no more."""
    span = reading.quantities[number].span
    near = reading.quantities[max(0, number - 3) : number + 4]
    return any(other.span != span and other.span.covers(span) for other in near)


def _id(reading: Reading, number: int) -> str:
    span = reading.quantities[number].span
    return content_id("figure", reading.document.id, span.start, span.end, number)

"""The account that people read: by story, every line with its sources and their words.

Events of which no page says who took part or what place they befell, and those that nobody says
happened or will, stay in the record and out of the brief; what is denied is told by those who deny
it, among what was said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from hearsay.model import Cite, Event, Figure, Page, Relation, Resolution, Statement
from hearsay.model.days import day_in_words
from hearsay.ontology import table
from hearsay.publish import wording

_LONGEST_QUOTE = 240
_CONVERTED = {"minutes", "kilometres"}  # kept so in the record; the page's own measure reads better
_PLANNED = {"planned", "threatened"}
_LONG_PAST = timedelta(days=45)  # before a story's first page: what came before it
_UNTOLD = {"hypothetical", "denied"}
_DIFFERENCES = {"conflicts", "alters", "updates", "differs-in-scope"}


Noun = TypeVar("Noun", Statement, Figure)


@dataclass(frozen=True, slots=True)
class Quote:
    """The number of a source in the brief, and its words."""

    source: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: when or who, what, how sure, and where it is from; `weight` says which lines go
    first where there is room for few."""

    lead: str
    text: str
    mark: str | None
    origins: int | None
    quotes: tuple[Quote, ...]
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class BriefSource:
    """One page of a story, numbered as the lines of its brief cite it, and how it was dated."""

    number: int
    name: str
    where: str
    published: str
    basis: str
    why: str
    refused: tuple[str, ...]
    origin: str | None


@dataclass(frozen=True, slots=True)
class StoryBrief:
    title: str
    days: str
    pages: int
    origins: int
    happened: tuple[Line, ...]
    figures: tuple[Line, ...]
    said: tuple[Line, ...]
    planned: tuple[Line, ...]
    background: tuple[Line, ...]
    differ: tuple[Line, ...]
    sources: tuple[BriefSource, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    pages: int
    origins: int
    stories: tuple[StoryBrief, ...]

    def __repr__(self) -> str:
        return f"<Brief: {self.pages} pages, {self.origins} origins, {len(self.stories)} stories>"


def make_brief(resolution: Resolution) -> Brief:
    """Stories by first day, then the pages that belong to none; nothing that no page says."""
    groups: dict[str | None, list[Page]] = {}
    for page in resolution.pages:
        groups.setdefault(page.story, []).append(page)
    stories = {story.id: story for story in resolution.stories}
    ordered = sorted(
        (story for story in groups if story is not None),
        key=lambda id: (stories[id].first or date.max, id),
    )
    numbers = _numbers([groups[id] for id in ordered] + [groups.get(None, [])])
    index = _BriefIndex.of(resolution, numbers)
    briefs = [_story(stories[id].title, groups[id], index) for id in ordered]
    if None in groups:
        briefs.append(_story("Pages that belong to no story", groups[None], index))
    return Brief(len(resolution.pages), len(resolution.origins), tuple(briefs))


def _numbers(groups: Iterable[Sequence[Page]]) -> dict[str, int]:
    """A number for every page, in the order in which the brief lists them."""
    pages = [page for group in groups for page in sorted(group, key=_page_order)]
    return {page.document.id: number for number, page in enumerate(pages, 1)}


def _page_order(page: Page) -> tuple[date, date, str]:
    published = page.published
    return (published.earliest or date.max, published.latest or date.max, page.document.id)


@dataclass(frozen=True, slots=True)
class _BriefIndex:
    """The record by id, with the number of each source in this brief."""

    numbers: dict[str, int]
    events: tuple[Event, ...]
    figures: dict[str, Figure]
    statements: dict[str, Statement]
    origins: dict[str, tuple[str, str]]
    relations: tuple[Relation, ...]

    @classmethod
    def of(cls, resolution: Resolution, numbers: dict[str, int]) -> "_BriefIndex":
        return cls(
            numbers=numbers,
            events=resolution.events,
            figures={figure.id: figure for figure in resolution.figures},
            statements={statement.id: statement for statement in resolution.statements},
            origins={
                document: (origin.id, origin.why if len(origin.documents) > 1 else "")
                for origin in resolution.origins
                for document in origin.documents
            },
            relations=resolution.relations,
        )

    def quote(self, cite: Cite) -> Quote:
        return Quote(self.numbers[cite.document], " ".join(cite.span.text.split()))

    def fullest(self, cites: Iterable[Cite]) -> tuple[Quote, ...]:
        """One quote for each page, the longest that need not be cut, in the brief's order."""
        best: dict[int, Quote] = {}
        for quote in map(self.quote, cites):
            known = best.setdefault(quote.source, quote)
            if len(known.words) < len(quote.words) <= _LONGEST_QUOTE:
                best[quote.source] = quote
        return tuple(best[number] for number in sorted(best))


def _story(title: str, pages: list[Page], index: _BriefIndex) -> StoryBrief:
    own = {page.document.id for page in pages}
    events = [e for e in index.events if own.intersection(e.documents) and _worth_a_line(e)]
    events.sort(key=_event_order)
    held = [event for event in events if event.status not in _PLANNED | _UNTOLD]
    first = min((day for page in pages if (day := page.published.earliest)), default=None)
    old = [event for event in held if _long_past(event, first)]
    told = [event for event in held if event not in old]
    statements = _in_text_order(
        (s for s in index.statements.values() if s.cite.document in own), index
    )
    figures = _in_text_order((f for f in index.figures.values() if f.cite.document in own), index)
    return StoryBrief(
        title=title,
        days=_span_of_days(told),
        pages=len(pages),
        origins=len({page.origin for page in pages}),
        happened=tuple(_event(event, index) for event in told),
        figures=tuple(_figure(figure, index) for figure in figures),
        said=tuple(_statement(statement, index) for statement in statements),
        planned=tuple(_event(event, index) for event in events if event.status in _PLANNED),
        background=tuple(_event(event, index) for event in old),
        differ=_differences(own, index),
        sources=tuple(
            _source(page, index)
            for page in sorted(pages, key=lambda p: index.numbers[p.document.id])
        ),
    )


def _worth_a_line(event: Event) -> bool:
    """An event with somebody in it, or a place that it befell; a past one whose day is open must
    say who did it to whom."""
    dated = event.date.earliest is not None and event.date.latest is not None
    befell = event.place is not None and table("plover")[event.type].get("befalls", False)
    return len(event.actors) + befell >= (1 if dated or event.status in _PLANNED else 2)


def _long_past(event: Event, first: date | None) -> bool:
    """True for what was over long before the story's first page came out."""
    last = event.date.latest if event.date.earliest else None
    return first is not None and last is not None and first - last > _LONG_PAST


def _event_order(event: Event) -> tuple[bool, date, date, str]:
    """Events by day, those whose day is open on one side last."""
    first, last = event.date.earliest, event.date.latest
    return (first is None or last is None, last or first or date.max, first or date.max, event.id)


def _in_text_order(nouns: Iterable[Noun], index: _BriefIndex) -> list[Noun]:
    return sorted(
        nouns, key=lambda noun: (index.numbers[noun.cite.document], noun.cite.span.start, noun.id)
    )


def _span_of_days(events: Sequence[Event]) -> str:
    """From the first to the last day of the events whose day is known well enough."""
    near = [(e.date.earliest, e.date.latest) for e in events if e.date.earliest and e.date.latest]
    near = [(first, last) for first, last in near if last - first <= _LONG_PAST] or near
    if not near:
        return "days unknown"
    first, last = min(first for first, _ in near), max(last for _, last in near)
    return (
        day_in_words(first) if first == last else f"{day_in_words(first)} to {day_in_words(last)}"
    )


_STATUS_MARKS = {
    "denied": "denied",
    "unconfirmed": "unconfirmed",
    "ongoing": "ongoing",
    "planned": "planned",
    "threatened": "threatened",
}


def _event(event: Event, index: _BriefIndex) -> Line:
    marks = [_STATUS_MARKS[event.status]] if event.status in _STATUS_MARKS else []
    if event.date.basis == "inferred" and event.date.earliest and event.date.latest:
        marks.append("day inferred")
    voices = [(index.statements[t.statement], t.status) for t in event.mentions if t.statement]
    if voices and len(voices) == len(event.mentions):
        marks.append(wording.voices(voices))
    return Line(
        lead=wording.days(event.date),
        text=event.summary,
        mark="; ".join(marks) or None,
        origins=event.origins,
        quotes=index.fullest(told.cite for told in event.mentions),
        weight=_event_weight(event),
    )


_OPENING = 400
"""Characters in which a page says what matters most."""


def _event_weight(event: Event) -> float:
    """More for what many origins report or a page opens with, for deeds, for a known day, for
    known parties."""
    deed = not table("plover")[event.type].get("verbal", False)
    dated = event.date.earliest is not None and event.date.latest is not None
    known = sum(party.entity is not None for party in event.actors)
    opens = any(told.cite.span.start < _OPENING for told in event.mentions)
    told = 2.0 * event.origins + 1.5 * opens + 1.5 * deed + dated
    return told + 0.5 * min(known, 2) + 0.3 * len(event.effects)


def _figure(figure: Figure, index: _BriefIndex) -> Line:
    others = [
        (relation, index.figures[other])
        for relation in index.relations
        if relation.kind in _DIFFERENCES and figure.id in relation.between
        for other in relation.between
        if other != figure.id and other in index.figures
    ]
    marks = [
        f"{relation.kind}: {other.cite.span.text} [{index.numbers[other.cite.document]}]"
        for relation, other in others
    ]
    return Line(
        lead=wording.giver(figure, index.statements),
        text=_figure_text(figure),
        mark="; ".join(marks) or None,
        origins=None,
        quotes=(index.quote(figure.cite),),
        weight=2.0 * bool(others) + bool(figure.predicate) + bool(figure.event),
    )


def _figure_text(figure: Figure) -> str:
    """What befell those counted, and the words, with the bounds where the words are not exact."""
    words = " ".join(figure.cite.span.text.split())
    exact = figure.low == figure.high or figure.unit in _CONVERTED
    told = words if exact else f"{words} ({wording.bounds(figure)})"
    return ": ".join(filter(None, (wording.befell(figure), told)))


def _statement(statement: Statement, index: _BriefIndex) -> Line:
    circumstances = [
        wording.addressed(statement),
        statement.medium,
        f"through {wording.through(statement)}" if wording.through(statement) else None,
        wording.days(statement.date) if statement.date.earliest and statement.date.latest else None,
        "hedged by the page" if statement.hedged else None,
        "not said, the page tells" if statement.negated else None,
    ]
    words = wording.content(statement)
    return Line(
        lead=wording.spoke(statement),
        text=words,
        mark=", ".join(filter(None, circumstances)) or None,
        origins=None,
        quotes=(index.quote(statement.cite),),
        weight=_statement_weight(statement),
    )


def _statement_weight(statement: Statement) -> float:
    """More for words that are quoted, of somebody named, in a sentence of readable length."""
    named = bool(statement.chain) and statement.chain[-1].entity is not None
    words = statement.cite.span.text.count(" ") + 1
    return bool(statement.quoted) + 1.0 * named + (8 <= words <= 40) + statement.score


def _differences(own: set[str], index: _BriefIndex) -> tuple[Line, ...]:
    lines = []
    for relation in index.relations:
        if relation.kind not in {"conflicts", "alters"}:
            continue
        cites = [cite for id in relation.between for cite in _cites(id, index)]
        if own.isdisjoint(cite.document for cite in cites):
            continue
        lines.append(
            Line(
                lead=relation.kind,
                text=relation.why,
                mark=None,
                origins=None,
                quotes=tuple(map(index.quote, cites)),
            )
        )
    return tuple(lines)


def _cites(id: str, index: _BriefIndex) -> list[Cite]:
    if id in index.figures:
        return [index.figures[id].cite]
    if id in index.statements:
        return [index.statements[id].cite]
    return [told.cite for event in index.events if event.id == id for told in event.mentions[:1]]


def _source(page: Page, index: _BriefIndex) -> BriefSource:
    document = page.document
    _, why = index.origins.get(document.id, ("", ""))
    return BriefSource(
        number=index.numbers[document.id],
        name=document.title or document.outlet or document.source,
        where=", ".join(
            part
            for part in (
                document.outlet,
                *document.credits,
                document.url or document.source,
                "text breaks off" if document.truncated else None,
            )
            if part
        ),
        published=wording.days(page.published),
        basis=wording.basis(page.published),
        why=page.published.why,
        refused=page.published.refused,
        origin=why or None,
    )

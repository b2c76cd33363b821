"""The record put together, once days, entities, stories and events are settled."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hearsay.model import (
    Dated,
    Document,
    Event,
    Figure,
    Interval,
    Origin,
    Page,
    PartialDate,
    Reading,
    Resolution,
    Story,
    content_id,
)
from hearsay.model.ids import FigureId
from hearsay.resolve.compared_text import folded, grammar, sentences_of, words_of
from hearsay.resolve.dated import Days, Links, interval
from hearsay.resolve.entities.find_entities import Entities
from hearsay.resolve.events.build import Ground, build, event_id
from hearsay.resolve.figures.find_figures import FigureContext, find_figures
from hearsay.resolve.statements.find_statements import Statements, find_statements
from hearsay.resolve.statements.relate_statements import relate_statements
from hearsay.resolve.stories.group_stories import days_between

_TITLE_WORDS = 16
_LONG_WORD = 4
_SHARED = 1
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?]\s*[A-Z]")
_DATELINE_DAYS = 8


@dataclass(frozen=True, slots=True)
class State:
    """What is settled so far. `stories` gives the pages of a story by its anchor page."""

    entities: Entities
    days: Days
    stories: Mapping[str, tuple[str, ...]]
    links: Links


def assemble(pages: Sequence[Reading], origins: Sequence[Origin], state: State) -> Resolution:
    """The whole record of pages given in order of id."""
    of_origin = {d: origin.id for origin in origins for d in origin.documents}
    published = {p.document.id: interval(state.days.published(p.document.id)) for p in pages}
    ground = Ground(
        readings={page.document.id: page for page in pages},
        entities=state.entities,
        names={entity.id: entity for entity in state.entities.all},
        origins=of_origin,
        published=published,
    )
    events_of = {m: event_id(link, ground) for link in state.links for m in link}
    told = find_statements(pages, state.entities, state.days, events_of)
    events = _events(state, told, ground)
    tellers = {s.id: s.chain[-1].entity or s.chain[-1].name for s in told.all if s.chain}
    home = {document: first for first, group in state.stories.items() for document in group}
    sources = {s.id: s.chain[-1] for s in told.all if s.chain}
    known = FigureContext(
        events_of, told.ids, tellers, of_origin, home, published, sources, state.days
    )
    figures, compared = find_figures(pages, known)
    aligned = relate_statements(told.all, _texts(pages, origins), published)
    stories = _stories(state, events, ground)
    return Resolution(
        pages=_pages(pages, state.days, of_origin, stories),
        entities=state.entities.all,
        stories=stories,
        origins=tuple(sorted(origins, key=lambda origin: origin.id)),
        events=_with_effects(events, figures),
        figures=figures,
        statements=told.all,
        relations=tuple(sorted({*compared, *aligned}, key=lambda r: (r.between, r.kind, r.why))),
    )


def _texts(pages: Sequence[Reading], origins: Sequence[Origin]) -> dict[str, str]:
    """A key for the text of each page: copies and excerpts share it, a rewrite has its own."""
    found = {d: o.id for o in origins if o.kind != "rewrite" for d in o.documents}
    for page in pages:
        if page.document.id not in found:
            found[page.document.id] = content_id("text", folded(page.document.text))
    return found


def _events(state: State, told: Statements, ground: Ground) -> tuple[Event, ...]:
    events = (
        build(sorted(link), state.days.events(number), told.ids, ground)
        for number, link in enumerate(state.links)
    )
    return tuple(sorted(events, key=lambda event: event.id))


def _with_effects(events: Sequence[Event], figures: Sequence[Figure]) -> tuple[Event, ...]:
    """The events with the figures that are given of each."""
    told: dict[str, list[FigureId]] = defaultdict(list)
    for figure in figures:
        if figure.event is not None:
            told[figure.event].append(figure.id)
    return tuple(
        replace(event, effects=tuple(sorted(told[event.id]))) if event.id in told else event
        for event in events
    )


def _stories(state: State, events: Sequence[Event], ground: Ground) -> tuple[Story, ...]:
    home = {document: first for first, documents in state.stories.items() for document in documents}
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        told[_home(event, home, ground)].append(event)
    stories = (
        _story(first, documents, told[first], ground) for first, documents in state.stories.items()
    )
    return tuple(sorted(stories, key=lambda story: story.id))


def _home(event: Event, home: Mapping[str, str], ground: Ground) -> str:
    """The story an event belongs to: nearest to its day, then the one most of its pages are of."""
    counts = Counter(home[document] for document in event.documents)
    day = Interval(event.date.earliest, event.date.latest)

    def rank(first: str) -> tuple[int, int, str]:
        gap = days_between(day, ground.published[first])
        return (999 if gap is None else gap, -counts[first], first)

    return min(counts, key=rank)


def _story(
    first: str, documents: tuple[str, ...], events: Sequence[Event], ground: Ground
) -> Story:
    days = [ground.published[document] for document in documents]
    in_time = sorted(documents, key=lambda d: (ground.published[d].earliest or date.max, d))
    firsts = [day.earliest for day in days if day.earliest]
    lasts = [day.latest for day in days if day.latest]
    return Story(
        id=content_id("story", first),
        title=_title([ground.readings[document].document for document in in_time], events),
        documents=documents,
        events=tuple(event.id for event in events),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
    )


def _title(documents: Sequence[Document], events: Sequence[Event]) -> str:
    """The headline of the first page that has one, else the event that most pages tell of, else how
    the first page's report begins: that may be a caption."""
    for document in documents:
        if document.title and _is_headline(document.title, events):
            return document.title
    if events:
        main = min(events, key=lambda event: (-event.origins, -len(event.mentions), event.id))
        return main.summary.rstrip(".")
    document = documents[0]
    start = document.dateline.span.end if document.dateline else 0
    text = document.text[start:].lstrip(" \n–—-")
    for first, last in sentences_of(text)[:1]:
        words = words_of(text[first:last])
        if len(words) > _TITLE_WORDS:
            return text[first : first + words[_TITLE_WORDS - 1].end] + " …"
        return text[first:last].rstrip(".")
    return document.source


# no rule: the form of words
def _is_headline(title: str, events: Sequence[Event]) -> bool:
    """True for one sentence at most that has a long word of the events of the story: the words
    of buttons have none, and a caption goes on to say whose the photo is."""
    if _SENTENCE_END.search(title):
        return False
    spoken = {folded(title[word.start : word.end]) for word in words_of(title)}
    told = {folded(each) for event in events for each in event.summary.split()}
    shared = [word for word in (spoken & told) - grammar() if len(word) >= _LONG_WORD]
    return not events or len(shared) >= _SHARED


def _pages(
    pages: Sequence[Reading], days: Days, origins: Mapping[str, str], stories: Sequence[Story]
) -> tuple[Page, ...]:
    home = {document: story.id for story in stories for document in story.documents}
    return tuple(
        Page(
            document=page.document,
            published=days.published(page.document.id),
            origin=origins[page.document.id],
            updated=_updated(page.document),
            dateline=_dateline(page.document, days.published(page.document.id)),
            story=home.get(page.document.id),
        )
        for page in pages
    )


def _updated(document: Document) -> Dated | None:
    """The day the page says it was brought up to date, None when it does not say."""
    for evidence in document.dates:
        if evidence.kind == "updated" and evidence.days is not None:
            days = evidence.days
            why = f'the page says "{evidence.text}"'
            return Dated(days.earliest, days.latest, "metadata", why)
    return None


def _dateline(document: Document, published: Dated) -> Dated | None:
    """The day of the dateline: the last that its words allow before the page came out."""
    if document.dateline is None or document.dateline.date is None:
        return None
    said = document.dateline.date
    words = f'the dateline "{document.dateline.span.text.strip()}"'
    full = _full(said)
    if full:
        return Dated(full, full, "stated", words)
    if published.latest is None:
        return Dated(why=f"{words} names no year")
    near = (published.latest - timedelta(days=n) for n in range(_DATELINE_DAYS))
    day = next((day for day in near if said.admits(day)), None)
    if day is None:
        return Dated(why=f"{words} names no day near the page's publication")
    return Dated(day, day, "derived", f"{words}, of a page that came out by {published.latest}")


def _full(said: PartialDate) -> date | None:
    if said.year is None or said.month is None or said.day is None:
        return None
    try:
        return date(said.year, said.month, said.day)
    except ValueError:
        return None

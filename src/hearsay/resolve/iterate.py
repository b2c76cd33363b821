"""Resolution in a fixed number of rounds: days find events, and events find days."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from hearsay.model import Interval, Reading, Resolution
from hearsay.resolve.assemble import State, assemble
from hearsay.resolve.dated import Days, Links, Solve, interval
from hearsay.resolve.entities.find_entities import Entities, Linked, find_entities, link_names
from hearsay.resolve.events.date_links import DATED, carrying
from hearsay.resolve.events.event_clusters import SURE, Background, link
from hearsay.resolve.events.page_events import PageEvent
from hearsay.resolve.events.within_page import page_acts
from hearsay.resolve.memo import Memo
from hearsay.resolve.origins.find_origins import find_origins
from hearsay.resolve.stories.contemporaries import kin_of, with_stories
from hearsay.resolve.stories.group_stories import Subject, group_stories, shared_events, subjects_of


@dataclass(frozen=True, slots=True)
class Basis:
    """What the rounds start from and never change; `origins` gives the origin id of each page.

    `acts` are those of each page, `grouped` the stories, as they were found last.
    """

    pages: Sequence[Reading]
    origins: Mapping[str, str]
    subjects: Sequence[Subject]
    linked: Linked
    acts: Memo[list[PageEvent]] = field(default_factory=Memo)
    grouped: Memo[Mapping[str, tuple[str, ...]]] = field(default_factory=Memo)


Step = Callable[[int, int], None]
"""Hears how many steps of how many are done."""


def resolve_with(readings: Iterable[Reading], solve: Solve, step: Step | None = None) -> Resolution:
    """The record of a set of readings, with `solve` as its calendar.

    1. Origins, and entities by what pages tell of names. 2. Days by each page's own words and the
    pages of its kin. 3. Round by round, with the days known so far: entities, offices by who held
    them then; stories; events; and days again, carried by those events that surely are one. The
    last round keeps every event. 4. Statements, figures and relations.
    """
    pages = distinct(readings)
    origins = find_origins(pages)
    basis = Basis(
        pages=pages,
        origins={d: origin.id for origin in origins for d in origin.documents},
        subjects=subjects_of(pages, origins),
        linked=link_names(pages),
    )
    entities = find_entities(basis.linked, {})
    kin = kin_of(pages, entities)
    state = State(entities, solve(pages, (), kin), {}, ())
    sure: Links = ()
    thresholds = _thresholds(pages, state.days)
    steps = count(1)
    for threshold in thresholds:
        _tell(step, next(steps), len(thresholds))
        state, sure = _round(basis, state, sure, threshold)
        near = with_stories(kin, state.stories, pages, state.entities)
        state = replace(state, days=solve(pages, sure, near))
    _tell(step, next(steps), len(thresholds))
    resolution = assemble(pages, origins, state)
    _tell(step, next(steps), len(thresholds))
    return resolution


def _tell(step: Step | None, done: int, rounds: int) -> None:
    """A step to find origins, entities and first days, one a round, one for all that follows."""
    if step is not None:
        step(done, rounds + 2)


def _thresholds(pages: Sequence[Reading], days: Days) -> tuple[float, ...]:
    """The least score of a link in each round: while pages are undated, first what dates may hang
    on, twice, so that a page dated by another can date a third; then every event."""
    lengths = (published.length for published in _published(pages, days).values())
    return (0.0,) if all(n is not None and n <= DATED for n in lengths) else (SURE, SURE, 0.0)


def distinct(readings: Iterable[Reading]) -> list[Reading]:
    """Each document once, in order of id; of two readings of one page the first by what it says."""
    found: dict[str, Reading] = {}
    for reading in readings:
        known = found.get(reading.document.id)
        if known is None or _telling(reading) < _telling(known):
            found[reading.document.id] = reading
    return [found[document] for document in sorted(found)]


def _telling(reading: Reading) -> tuple[str, ...]:
    document = reading.document
    return document.source, document.outlet or "", document.url or "", repr(document.dates)


def _round(basis: Basis, state: State, sure: Links, threshold: float) -> tuple[State, Links]:
    """Entities, stories and events by the days and sure links known so far; and of each event, in
    the same order, the mentions that days may be carried by."""
    published = _published(basis.pages, state.days)
    entities = find_entities(basis.linked, published)
    stories = _stories(basis, entities, published, sure)
    background = Background(
        origins=basis.origins,
        stories={d: first for first, documents in stories.items() for d in documents},
        published=published,
    )
    acts = [act for page in basis.pages for act in _page_acts(basis, page, entities, state.days)]
    groups = link(acts, background, threshold)
    carried = carrying(groups, acts, background)
    return State(entities, state.days, stories, _links(acts, groups)), _links(acts, carried)


def _published(pages: Sequence[Reading], days: Days) -> dict[str, Interval]:
    return {page.document.id: interval(days.published(page.document.id)) for page in pages}


def _stories(
    basis: Basis, entities: Entities, published: Mapping[str, Interval], sure: Links
) -> Mapping[str, tuple[str, ...]]:
    shared = shared_events(basis.subjects, sure)
    return basis.grouped.get(
        "stories",
        (entities.ids, published, shared),
        lambda: group_stories(basis.subjects, entities, published, shared),
    )


def _page_acts(basis: Basis, page: Reading, entities: Entities, days: Days) -> list[PageEvent]:
    """The acts of a page, which hang on whom it names and on the days of its events alone."""
    document = page.document.id
    told = [interval(days.mention(document, n)) for n in range(len(page.events))]
    chains = [(document, name.chain) for name in page.names]
    known = [(entities.ids.get(key), entities.countries.get(key)) for key in chains]
    return basis.acts.get(document, (told, known), lambda: page_acts(page, entities, told))


def _links(acts: Sequence[PageEvent], groups: Sequence[Sequence[int]]) -> Links:
    """The mentions of each event, the events in order of their first mention."""
    return tuple(
        frozenset((acts[n].document, number) for n in group for number in acts[n].numbers)
        for group in groups
    )

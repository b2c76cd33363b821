"""Event mentions clustered: first within each page, then across pages, block by block."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from hearsay.model import Dated, Interval, Reading
from hearsay.ontology import table
from hearsay.resolve.clustering import cluster
from hearsay.resolve.entities import Entities
from hearsay.resolve.events.acts import Act, acts_of, together
from hearsay.resolve.events.features import Setting, same_date, score
from hearsay.resolve.events.vetoes import kin_types, veto
from hearsay.resolve.stories import days_between

Mention = tuple[str, int]
"""Document id and the number of an event mention in its reading."""

SURE = 1.2
"""Score from which a link is sure enough to carry a date from page to page."""

_SAME_PAGE = -1.0
"""Two acts of one page were not found one there; another page may still show that they are."""

_LIMIT = 3.0
_MOST_BEFORE = 40
_CROWD = 40
_NEIGHBOURS = 10
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Background:
    """What is known of pages when their events are compared."""

    origins: Mapping[str, str] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)
    published: Mapping[str, Interval] = field(default_factory=dict)

    def setting(self, one: str, other: str) -> Setting:
        a, b = self.published.get(one, Interval()), self.published.get(other, Interval())
        return Setting(
            same_story=self.stories.get(one) == self.stories.get(other),
            same_origin=self.origins.get(one, one) == self.origins.get(other, other),
            gap=days_between(a, b),
        )


def page_acts(reading: Reading, entities: Entities, days: Mapping[int, Dated]) -> list[Act]:
    """The acts of one page, its mentions of one event together, in the order of the text."""
    acts = sorted(acts_of(reading, entities, days), key=lambda act: (act.start, act.numbers))
    weights = table("event_pairs")["within"]
    groups = cluster(
        len(acts),
        _near_pairs(acts),
        lambda a, b: None if acts[b].fresh else _judged(acts[a], acts[b], Setting(), weights),
        0.0,
    )
    return [together([acts[n] for n in group]) for group in groups]


def link(
    acts: Sequence[Act], background: Background, threshold: float = 0.0
) -> list[tuple[int, ...]]:
    """Acts of all pages clustered into events; acts are in order of document and text."""
    weights = table("event_pairs")["across"]

    def compare(a: int, b: int) -> float | None:
        one, other = acts[a], acts[b]
        if one.document == other.document:
            return None if veto(one, other) or max(one, other, key=_start).fresh else _SAME_PAGE
        setting = background.setting(one.document, other.document)
        if not _timely(one, other, setting):
            return -_LIMIT
        return _judged(one, other, setting, weights)

    return cluster(len(acts), _pairs(acts, background), compare, threshold)


def _judged(one: Act, other: Act, setting: Setting, weights: Mapping[str, float]) -> float | None:
    if veto(one, other):
        return None
    return max(-_LIMIT, min(_LIMIT, score(one, other, setting, weights)))


def _start(act: Act) -> int:
    return act.start


def _timely(one: Act, other: Act, setting: Setting) -> bool:
    """False when nothing says that two acts are of one time: the same parties do the like again."""
    if setting.same_story or setting.same_origin:
        return True
    joint = one.days.meet(other.days)
    lengths = [act.days.length or 99 for act in (one, other)]
    if joint is not None and max(lengths) <= _LONGEST:
        return True
    return same_date(one, other)


def _near_pairs(acts: Sequence[Act]) -> Iterator[tuple[int, int]]:
    """Each mention with those of its kind before it, as many as a reader remembers."""
    before: dict[str, list[int]] = defaultdict(list)
    kindred_types = kin_types()
    for number, act in enumerate(acts):
        (type_,) = act.types
        for near in (type_, *kindred_types.get(type_, ())):
            yield from ((other, number) for other in before[near][-_MOST_BEFORE:])
        before[type_].append(number)


def _pairs(acts: Sequence[Act], background: Background) -> Iterator[tuple[int, int]]:
    """Pairs that share a block; in a crowd each act meets its neighbours in time alone."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, act in enumerate(acts):
        for key in _block_keys(act, background):
            blocks[key].append(number)
    for numbers in blocks.values():
        if len(numbers) <= _CROWD:
            yield from combinations(numbers, 2)
        else:
            by_day = sorted(numbers, key=lambda n: (str(acts[n].days.earliest), n))
            for step in range(1, _NEIGHBOURS + 1):
                yield from zip(by_day, by_day[step:], strict=False)


def _block_keys(act: Act, background: Background) -> set[str]:
    story = background.stories.get(act.document, act.document)
    keys = {f"{story} {lemma}" for lemma in act.lemmas}
    whos = {who.country or who.entity for who in act.parties}
    pairs = {" ".join(pair) for pair in combinations(sorted(whos), 2)} or whos
    times = _weeks(act.days)
    if act.clue.season:
        times |= {f"day {day}" for day in range(*_short(act.clue.season))}
    for type_ in act.types:
        keys |= {f"{story} {type_} {who}" for who in whos}
        keys |= {f"{type_} {pair} {time}" for pair in pairs for time in times}
        if act.place:
            keys |= {f"{type_} at {act.place.entity} {time}" for time in times}
    return keys


def _short(season: tuple[int, int]) -> tuple[int, int]:
    """The days of a time of year of a day or two; none of a longer one."""
    return (season[0], season[1] + 1) if season[1] - season[0] <= 1 else (0, 0)


def _weeks(days: Interval) -> set[str]:
    """The weeks that an interval of few days touches."""
    if days.earliest is None or days.latest is None or (days.length or 99) > _LONGEST:
        return set()
    first, last = (day.toordinal() // 7 for day in (days.earliest, days.latest))
    return {str(week) for week in range(first, last + 1)}

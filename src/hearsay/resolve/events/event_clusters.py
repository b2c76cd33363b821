"""The acts of many pages clustered into events, block by block."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from hearsay.model import Interval
from hearsay.ontology import table
from hearsay.resolve.clustering import cluster
from hearsay.resolve.events.event_features import PairSetting, same_date, score
from hearsay.resolve.events.page_events import PageEvent
from hearsay.resolve.events.vetoes import veto
from hearsay.resolve.stories.group_stories import days_between

Mention = tuple[str, int]
"""Document id and the number of an event mention in its reading."""

SURE = 1.2
"""Score from which a link is sure enough to carry a date from page to page."""

_SAME_PAGE = -1.0
"""Two acts of one page were not found one there; another page may still show that they are."""

_LIMIT = 3.0
_CROWD = 40
_NEIGHBOURS = 10
_LONGEST, _NEWS = 10, 2
_NIGHT = 2
_TOGETHER = 2
"""Days: a night touches two; pages that came out within two days tell of the same talks."""


@dataclass(frozen=True)
class Background:
    """What is known of pages when their events are compared."""

    origins: Mapping[str, str] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)
    published: Mapping[str, Interval] = field(default_factory=dict)

    @cached_property
    def _settings(self) -> dict[tuple[str, str], PairSetting]:
        return {}

    def setting(self, one: str, other: str) -> PairSetting:
        """How two pages stand to each other, found once."""
        if (one, other) not in self._settings:
            self._settings[one, other] = self._setting(one, other)
        return self._settings[one, other]

    def _setting(self, one: str, other: str) -> PairSetting:
        a, b = self.published.get(one, Interval()), self.published.get(other, Interval())
        return PairSetting(
            same_story=self.stories.get(one) == self.stories.get(other),
            same_origin=self.origins.get(one, one) == self.origins.get(other, other),
            gap=days_between(a, b),
        )


def link(
    acts: Sequence[PageEvent], background: Background, threshold: float = 0.0
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
        return judged(one, other, setting, weights)

    return cluster(len(acts), _pairs(acts, background), compare, threshold)


def judged(
    one: PageEvent, other: PageEvent, setting: PairSetting, weights: Mapping[str, float]
) -> float | None:
    """The score of a pair, kept within bounds; None where it is vetoed."""
    if veto(one, other):
        return None
    return max(-_LIMIT, min(_LIMIT, score(one, other, setting, weights)))


def _start(act: PageEvent) -> int:
    return act.start


def _timely(one: PageEvent, other: PageEvent, setting: PairSetting) -> bool:
    """False when nothing says that two acts are of one time: the same parties do the like again.

    In one story that is taken as said, but for talks, which the same people hold day after day,
    and for plans: there the days must say it, or pages that came out together.
    """
    again = bool({"CONSULT"} & one.types & other.types) or one.statuses.isdisjoint(other.statuses)
    if again and not setting.same_origin:
        return _one_day(one, other) or (setting.gap is not None and setting.gap <= _TOGETHER)
    if setting.same_story or setting.same_origin:
        return True
    joint = one.days.meet(other.days)
    lengths = [act.days.length or 99 for act in (one, other)]
    if joint is not None and max(lengths) <= _LONGEST:
        return True
    if setting.gap is not None and setting.gap <= _NEWS and any(n <= _LONGEST for n in lengths):
        return True
    return same_date(one, other)


def _one_day(one: PageEvent, other: PageEvent) -> bool:
    """True when both are known to within a night, and meet, or are told by the same weekday."""
    joint = one.days.meet(other.days)
    if joint is not None and max(act.days.length or 99 for act in (one, other)) <= _NIGHT:
        return True
    told = one.clue.weekdays == other.clue.weekdays and bool(one.clue.weekdays)
    return joint is not None and (told or same_date(one, other))


def _pairs(acts: Sequence[PageEvent], background: Background) -> Iterator[tuple[int, int]]:
    """Pairs that share a block; in a crowd each act meets its neighbours in time alone."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, act in enumerate(acts):
        for key in _block_keys(act, background):
            blocks[key].append(number)
    for numbers in blocks.values():
        for a, b in _of_block(numbers, acts):
            if acts[a].document != acts[b].document:
                yield a, b


def _of_block(numbers: Sequence[int], acts: Sequence[PageEvent]) -> Iterator[tuple[int, int]]:
    if len(numbers) <= _CROWD:
        yield from combinations(numbers, 2)
        return
    by_day = sorted(numbers, key=lambda n: (str(acts[n].days.earliest), n))
    for step in range(1, _NEIGHBOURS + 1):
        yield from zip(by_day, by_day[step:], strict=False)


def _block_keys(act: PageEvent, background: Background) -> set[str]:
    story = background.stories.get(act.document, act.document)
    keys = {f"{story} {lemma}" for lemma in act.lemmas}
    whos = {who.country or who.entity for who in act.parties}
    pairs = {" ".join(pair) for pair in combinations(sorted(whos), 2)} | whos
    times = _weeks(act.days) or _weeks(_news_days(act, background))
    if act.clue.season:
        times |= {f"day {day}" for day in range(*_short(act.clue.season))}
    if act.leads:
        keys |= {f"{story} leading {type_}" for type_ in act.types}
    for type_ in act.types:
        keys |= {f"{story} {type_} {who}" for who in whos}
        keys |= {f"{type_} {pair} {time}" for pair in pairs for time in times}
        if act.place:
            keys |= {f"{type_} at {act.place.entity} {time}" for time in times}
    return keys


def _news_days(act: PageEvent, background: Background) -> Interval:
    """The days that a page of news tells of, where it names none."""
    days = background.published.get(act.document, Interval())
    return Interval(days.shift(-_NEWS).earliest, days.latest)


def _short(season: tuple[int, int]) -> tuple[int, int]:
    """The days of a time of year of a day or two; none of a longer one."""
    return (season[0], season[1] + 1) if season[1] - season[0] <= 1 else (0, 0)


def _weeks(days: Interval) -> set[str]:
    """The weeks that an interval of few days touches."""
    if days.earliest is None or days.latest is None or (days.length or 99) > _LONGEST:
        return set()
    first, last = (day.toordinal() // 7 for day in (days.earliest, days.latest))
    return {str(week) for week in range(first, last + 1)}

"""Links sure enough to carry a day from one page to another.

Ministers call each other every month and armies attack every week: that an undated page tells of an
act like that of another page is no ground for its day. Two such acts are, or one told with its
date, its figures, or in the same words.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from hearsay.resolve.events.date_hints import seasons_meet
from hearsay.resolve.events.event_clusters import Background
from hearsay.resolve.events.event_features import same_date
from hearsay.resolve.events.page_events import PageEvent
from hearsay.resolve.events.party_likeness import compare

_ENOUGH = 2
DATED = 5
"""A page known to be of one of so many days is dated."""

_DAYS, _MONTH = 10, 30
_MOST_PAGES = 40

Group = tuple[int, ...]


def carrying(
    groups: Sequence[Group], acts: Sequence[PageEvent], background: Background
) -> list[Group]:
    """Of each group the acts that days may be carried by: those of dated pages, and of undated
    pages that another page bears out; never none."""
    ground: Counter[tuple[str, str]] = Counter()
    for group in groups:
        for one, other in _pairs(group, acts):
            ground[one.document, other.document] += _weight(one, other, background)
    told = _told(acts)
    for pair in list(ground):
        if _clash(told[pair[0]], told[pair[1]]):
            del ground[pair]
    return [_kept(group, acts, ground, background) for group in groups]


def _kept(
    group: Group,
    acts: Sequence[PageEvent],
    ground: Counter[tuple[str, str]],
    background: Background,
) -> Group:
    documents = {acts[n].document for n in group}
    kept = (n for n in group if _borne_out(acts[n].document, documents, ground, background))
    return tuple(kept) or group[:1]


def _borne_out(
    document: str,
    documents: Collection[str],
    ground: Counter[tuple[str, str]],
    background: Background,
) -> bool:
    days = background.published.get(document)
    if days is not None and (days.length or _MONTH) <= DATED:
        return True
    return any(
        ground[min(document, other), max(document, other)] >= _ENOUGH
        for other in documents
        if other != document
    )


def _pairs(group: Group, acts: Sequence[PageEvent]) -> Iterator[tuple[PageEvent, PageEvent]]:
    """Pairs of acts of different pages, in order of page; of a great many pages the first ones."""
    by_page: dict[str, PageEvent] = {}
    for n in group:
        by_page.setdefault(acts[n].document, acts[n])
    ordered = [by_page[document] for document in sorted(by_page)[:_MOST_PAGES]]
    return combinations(ordered, 2)


def _told(acts: Sequence[PageEvent]) -> dict[str, list[PageEvent]]:
    """The acts of each page whose time of year is told to a few days."""
    found: dict[str, list[PageEvent]] = {}
    for act in acts:
        season = act.clue.season
        known = found.setdefault(act.document, [])
        if season is not None and season[1] - season[0] <= _DAYS:
            known.append(act)
    return found


def _clash(ours: Sequence[PageEvent], theirs: Sequence[PageEvent]) -> bool:
    """True when two pages tell of the like deed of the same doer in different months.

    They may yet be of one time, but nothing is to be dated by them.
    """
    return any(
        one.types & other.types
        and compare(one.sources, other.sources) == 1.0
        and not seasons_meet(_wide(one), _wide(other))
        for one in ours
        for other in theirs
    )


def _wide(act: PageEvent) -> tuple[int, int] | None:
    season = act.clue.season
    return None if season is None else (season[0] - _MONTH // 2, season[1] + _MONTH // 2)


def _weight(one: PageEvent, other: PageEvent, background: Background) -> int:
    """2 for a pair that is ground enough alone, else 1."""
    setting = background.setting(one.document, other.document)
    alone = same_date(one, other) or one.figures & other.figures or setting.same_origin
    return _ENOUGH if alone else 1

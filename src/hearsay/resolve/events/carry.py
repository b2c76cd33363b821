"""Links sure enough to carry a day from one page to another.

Ministers call each other every month and armies attack every week: that an undated page tells of an
act like that of another page is no ground for its day. Two such acts are, or one told with its
date, its figures, or in the same words.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from hearsay.resolve.events.acts import Act
from hearsay.resolve.events.clusters import Background
from hearsay.resolve.events.features import same_date

_ENOUGH = 2
_MOST_PAGES = 40

Group = tuple[int, ...]


def carrying(groups: Sequence[Group], acts: Sequence[Act], background: Background) -> list[Group]:
    """The groups with the acts of undated pages kept only where another page bears them out."""
    ground: Counter[tuple[str, str]] = Counter()
    for group in groups:
        for one, other in _pairs(group, acts):
            ground[one.document, other.document] += _weight(one, other, background)
    found: list[Group] = []
    for group in groups:
        documents = {acts[n].document for n in group}
        kept = tuple(
            n for n in group if _borne_out(acts[n].document, documents, ground, background)
        )
        found += [kept] if kept else []
        found += [(n,) for n in group if n not in kept]
    return sorted(found)


def _borne_out(
    document: str,
    documents: Collection[str],
    ground: Counter[tuple[str, str]],
    background: Background,
) -> bool:
    days = background.published.get(document)
    if days is not None and days.known:
        return True
    return any(
        ground[min(document, other), max(document, other)] >= _ENOUGH
        for other in documents
        if other != document
    )


def _pairs(group: Group, acts: Sequence[Act]) -> Iterator[tuple[Act, Act]]:
    """Pairs of acts of different pages, in order of page; of a great many pages the first ones."""
    by_page: dict[str, Act] = {}
    for n in group:
        by_page.setdefault(acts[n].document, acts[n])
    ordered = [by_page[document] for document in sorted(by_page)[:_MOST_PAGES]]
    return combinations(ordered, 2)


def _weight(one: Act, other: Act, background: Background) -> int:
    """2 for a pair that is ground enough alone, else 1."""
    setting = background.setting(one.document, other.document)
    alone = same_date(one, other) or one.figures & other.figures or setting.same_origin
    return _ENOUGH if alone else 1

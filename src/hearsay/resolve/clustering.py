"""Average-link agglomeration under cannot-links, over the candidate pairs alone.

Transitive closure floods same-event and same-name tasks with false merges: one wrong pair joins two
clusters. Here two clusters join only when their members agree on average and none is vetoed.
"""

import heapq
from collections.abc import Callable, Iterable, Sequence
from math import fsum

REPRESENTATIVES = 6
"""How many members of a cluster are compared with another cluster's."""

Compare = Callable[[int, int], float | None]
"""The score of a pair of items (the lower number first), or None where it is vetoed."""

Pair = tuple[int, int]


def cluster(
    count: int, pairs: Iterable[Pair], compare: Compare, threshold: float
) -> list[tuple[int, ...]]:
    """The items 0 to `count` - 1 in clusters, each sorted, the clusters in order of first item.

    Only clusters joined by a candidate pair are ever tried. Ties fall to the lower numbers, so
    the result hangs on how the items are numbered and on nothing else.

    >>> near = {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.1}
    >>> cluster(4, near, lambda a, b: near[a, b], 0.5)
    [(0, 1), (2,), (3,)]
    """
    forest = _Forest(count, compare, threshold)
    for a, b in sorted({(a, b) if a < b else (b, a) for a, b in pairs if a != b}):
        forest.consider(a, b)
    forest.grow()
    return sorted(forest.members.values())


class _Forest:
    """Clusters by number, grown best pair first. A number, once joined, is never used again."""

    def __init__(self, count: int, compare: Compare, threshold: float) -> None:
        self.members: dict[int, tuple[int, ...]] = {n: (n,) for n in range(count)}
        self._near: dict[int, set[int]] = {}
        self._foes: dict[int, set[int]] = {}
        self._heap: list[tuple[float, Pair]] = []
        self._known: dict[Pair, float | None] = {}
        self._compare, self._threshold = compare, threshold
        self._count = self._next = count

    def consider(self, one: int, other: int) -> None:
        """Scores two living clusters; a veto between them is kept for ever."""
        score = self._link(one, other)
        if score is None:
            self._foes.setdefault(one, set()).add(other)
            self._foes.setdefault(other, set()).add(one)
            return
        self._near.setdefault(one, set()).add(other)
        self._near.setdefault(other, set()).add(one)
        if score >= self._threshold:
            heapq.heappush(self._heap, (-score, (min(one, other), max(one, other))))

    def grow(self) -> None:
        """Joins the best pair until none is left above the threshold."""
        while self._heap:
            _, (one, other) = heapq.heappop(self._heap)
            if one in self.members and other in self.members:
                self._join(one, other)

    def _join(self, one: int, other: int) -> None:
        new = self._next
        self._next += 1
        self.members[new] = tuple(sorted(self.members.pop(one) + self.members.pop(other)))
        foes = self._take(self._foes, (one, other), new)
        near = self._take(self._near, (one, other), new) - foes
        for neighbour in sorted(near):
            self.consider(new, neighbour)

    def _take(self, links: dict[int, set[int]], old: Sequence[int], new: int) -> set[int]:
        """Hands the links of the old clusters on to the new one; its living neighbours."""
        taken = set().union(*(links.pop(number, set()) for number in old)) - set(old)
        living = {number for number in taken if number in self.members}
        for number in living:
            links[number] = (links[number] - set(old)) | {new}
        links[new] = set(living)
        return living

    def _link(self, one: int, other: int) -> float | None:
        if one < other < self._count:
            return self._pair(one, other)
        scores = []
        for a in self._chosen(one):
            for b in self._chosen(other):
                score = self._pair(min(a, b), max(a, b))
                if score is None:
                    return None
                scores.append(score)
        return fsum(scores) / len(scores)

    def _chosen(self, number: int) -> tuple[int, ...]:
        return self.members[number][:REPRESENTATIVES]

    def _pair(self, a: int, b: int) -> float | None:
        if (a, b) not in self._known:
            self._known[a, b] = self._compare(a, b)
        return self._known[a, b]

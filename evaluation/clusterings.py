"""How well clusters found agree with gold clusters: B³, MUC, CEAF-e and their mean (CoNLL F1).

All in percent; both clusterings are over the same items.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

Clusters = Sequence[frozenset[Any]]
Item = TypeVar("Item", bound=Hashable)


def clusters(labels: Mapping[Item, Hashable]) -> list[frozenset[Item]]:
    """The items that share a label, as sets."""
    found: dict[Hashable, set[Item]] = defaultdict(set)
    for item, label in labels.items():
        found[label].add(item)
    return [frozenset(items) for items in found.values()]


def conll(found: Clusters, gold: Clusters) -> float:
    """The mean of the three F1 scores, as the CoNLL-2012 shared task has it."""
    return (muc(found, gold) + b3(found, gold) + ceaf_e(found, gold)) / 3


def b3(found: Clusters, gold: Clusters) -> float:
    """F1 of B³ (Bagga and Baldwin 1998).

    >>> b3([frozenset("ab"), frozenset("c")], [frozenset("ab"), frozenset("c")])
    100.0
    """
    return _f1(_b3(found, gold), _b3(gold, found))


def _b3(found: Clusters, gold: Clusters) -> float:
    home = {item: cluster for cluster in gold for item in cluster}
    shares = [len(own & home[item]) / len(own) for own in found for item in own if item in home]
    return sum(shares) / len(shares) if shares else 0.0


def muc(found: Clusters, gold: Clusters) -> float:
    """F1 of MUC (Vilain et al. 1995): links kept; single items count for nothing."""
    return _f1(_muc(found, gold), _muc(gold, found))


def _muc(found: Clusters, gold: Clusters) -> float:
    home = {item: number for number, cluster in enumerate(gold) for item in cluster}
    kept = total = 0
    for own in found:
        parts = len({home.get(item, item) for item in own})
        kept += len(own) - parts
        total += len(own) - 1
    return kept / total if total else 0.0


def ceaf_e(found: Clusters, gold: Clusters) -> float:
    """F1 of CEAF-e (Luo 2005): clusters paired one to one for the greatest likeness."""
    likeness: dict[tuple[int, int], float] = {}
    home = {item: number for number, cluster in enumerate(gold) for item in cluster}
    for a, own in enumerate(found):
        for b in {home[item] for item in own if item in home}:
            shared = len(own & gold[b])
            likeness[a, b] = 2 * shared / (len(own) + len(gold[b]))
    best = sum(_paired(part) for part in _parts(likeness))
    return _f1(best / len(found) if found else 0.0, best / len(gold) if gold else 0.0)


def _parts(likeness: Mapping[tuple[int, int], float]) -> Iterable[dict[tuple[int, int], float]]:
    """The pairs in groups that share no cluster with one another."""
    near: dict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
    for a, b in likeness:
        near["found", a].add(("gold", b))
        near["gold", b].add(("found", a))
    seen: set[tuple[str, int]] = set()
    for start in sorted(near):
        group, open_ = set(), [start]
        while open_:
            node = open_.pop()
            if node not in seen:
                seen.add(node)
                group.add(node)
                open_ += near[node]
        pairs = {pair: s for pair, s in likeness.items() if ("found", pair[0]) in group}
        if pairs:
            yield pairs


def _paired(pairs: Mapping[tuple[int, int], float]) -> float:
    """The greatest sum of likenesses with each cluster used once (the Hungarian method)."""
    rows, columns = sorted({a for a, _ in pairs}), sorted({b for _, b in pairs})
    if len(rows) > len(columns):
        return _paired({(b, a): score for (a, b), score in pairs.items()})
    cost = [[-pairs.get((a, b), 0.0) for b in columns] for a in rows]
    count = len(columns)
    pull, push = [0.0] * (len(rows) + 1), [0.0] * (count + 1)
    taken = [0] * (count + 1)
    for row in range(1, len(rows) + 1):
        taken[0], at = row, 0
        least, way, used = [float("inf")] * (count + 1), [0] * (count + 1), [False] * (count + 1)
        while taken[at]:
            used[at] = True
            step, next_ = float("inf"), 0
            for column in range(1, count + 1):
                if used[column]:
                    continue
                now = cost[taken[at] - 1][column - 1] - pull[taken[at]] - push[column]
                if now < least[column]:
                    least[column], way[column] = now, at
                if least[column] < step:
                    step, next_ = least[column], column
            for column in range(count + 1):
                if used[column]:
                    pull[taken[column]] += step
                    push[column] -= step
                else:
                    least[column] -= step
            at = next_
        while at:
            taken[at] = taken[way[at]]
            at = way[at]
    return -sum(cost[taken[c] - 1][c - 1] for c in range(1, count + 1) if taken[c])


def _f1(precision: float, recall: float) -> float:
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0

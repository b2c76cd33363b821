"""How words hang in a tree seen from a predicate."""

import numpy as np

from hearsay.language.paths import count, pair_paths

# "Rebels seized | the port to hold it": seized is the root; hold hangs under it.
HEADS = np.array([1, 1, 3, 1, 5, 1, 5])
RELATIONS = np.array([2, 0, 3, 4, 5, 6, 4])
TOTAL = 7


def _paths(predicate: int) -> tuple[list[int], list[int]]:
    words = np.arange(len(HEADS))
    path, edge = pair_paths(HEADS, RELATIONS, np.full(len(HEADS), predicate), words, TOTAL)
    return path.tolist(), edge.tolist()


def test_dependents_bear_their_relation() -> None:
    path, edge = _paths(1)
    assert path == [6, 0, 8, 8, 10, 10, 10]
    assert edge == [3, 0, 1, 2, 1, 0, 2]


def test_siblings_and_heads_are_told_apart() -> None:
    path, _ = _paths(5)
    own, beside = 4, 4 + TOTAL
    assert path == [beside + 2, 2, beside + 4, beside + 4, own + 5, 0, own + 4]
    assert max(path) < count(TOTAL)

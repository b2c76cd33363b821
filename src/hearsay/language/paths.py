"""How a word hangs in the tree seen from a predicate: what the role scorer is told of a pair."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

_SELF, _NOWHERE, _HEAD, _GRANDHEAD, _FIXED = 0, 1, 2, 3, 4
EDGES = 4


def count(relations: int) -> int:
    """How many kinds of path there are for so many relations."""
    return _FIXED + 2 * relations


def pair_paths(
    heads: Array, relations: Array, predicates: Array, words: Array, total: int
) -> tuple[Array, Array]:
    """The path from predicate to word and where the word stands in its phrase, for every pair.

    `heads` (a root is its own) and `relations` run over the words of a chunk, the pairs are word
    numbers, `total` is the number of relations. A path is: the predicate itself; under its
    dependent by some relation; under a sibling of its by some relation; its head; its head's
    head; elsewhere. The second result is 1 at the first word of that dependent's phrase, 2 at
    its last, 3 where both are one, else 0.
    """
    left, right = _reach(heads)
    above = heads[predicates]
    own = _under(heads, predicates, words)
    beside = np.where(above != predicates, _under(heads, above, words), -1)
    path = np.full(len(words), _NOWHERE)
    path = np.where(beside >= 0, _FIXED + total + relations[beside], path)
    path = np.where(words == heads[above], _GRANDHEAD, path)
    path = np.where(words == above, _HEAD, path)
    path = np.where(own >= 0, _FIXED + relations[own], path)
    path = np.where(words == predicates, _SELF, path)
    top = np.where(own >= 0, own, beside)
    edge = (words == left[top]) + 2 * (words == right[top])
    return path, np.where(top >= 0, edge, 0)


def _under(heads: Array, tops: Array, words: Array) -> Array:
    """For each pair the dependent of `tops` that the word is or hangs under, -1 for none."""
    found = np.full(len(words), -1)
    at = words.copy()
    while True:
        above = heads[at]
        found = np.where((above == tops) & (at != above) & (found < 0), at, found)
        if (above == at).all():
            return found
        at = above


def _reach(heads: Array) -> tuple[Array, Array]:
    """The first and the last word of each word's subtree."""
    left, right = np.arange(len(heads)), np.arange(len(heads))
    words = np.arange(len(heads))
    at = heads.copy()
    while True:
        np.minimum.at(left, at, words)
        np.maximum.at(right, at, words)
        above = heads[at]
        if (above == at).all():
            return left, right
        at = above

"""Dependency trees from arc scores: greedy where that is a tree, else the best arborescence."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = np.float32(-1e9)


def decode(arcs: Floats, roots: Floats, sentences: list[tuple[int, int]]) -> Ints:
    """Each word's head, a root its own number: one tree, with one root, for every sentence.

    `arcs[d, h]` scores word h as head of word d, `roots[d]` word d as a root; `sentences` are
    half-open word ranges that part the words they cover. Words outside them keep themselves.
    """
    words = np.arange(len(roots))
    owner = np.full(len(roots), -1)
    for number, (first, last) in enumerate(sentences):
        owner[first:last] = number
    scores = np.where(owner[:, None] == owner, arcs, _NEVER)
    np.fill_diagonal(scores, np.where(owner >= 0, roots, np.float32(0)))
    heads: Ints = scores.argmax(1)
    whole = _trees(heads, owner, len(sentences))
    for number, (first, last) in enumerate(sentences):
        if not whole[number]:
            heads[first:last] = arborescence(scores[first:last, first:last]) + first
    return np.where(owner >= 0, heads, words)


def _trees(heads: Ints, owner: Ints, count: int) -> NDArray[np.bool_]:
    """For each sentence whether it has one word that is its own head, to which every word leads."""
    own = heads == np.arange(len(heads))
    roots = np.bincount(owner[own & (owner >= 0)], minlength=count)
    for _ in range(len(heads).bit_length()):
        heads = heads[heads]
    lost = np.bincount(owner[~own[heads] & (owner >= 0)], minlength=count)
    whole: NDArray[np.bool_] = (roots == 1) & (lost == 0)
    return whole


def arborescence(scores: Floats) -> Ints:
    """The best tree with one root (Chu-Liu/Edmonds). The diagonal scores roots.

    >>> arborescence(np.array([[1.0, 5.0], [5.0, 2.0]], np.float32)).tolist()
    [1, 1]
    """
    n = len(scores)
    # One more node stands for the root.
    full = np.full((n + 1, n + 1), _NEVER, np.float64)
    full[:n, :n] = scores
    full[:n, n] = scores.diagonal()
    np.fill_diagonal(full, -np.inf)
    heads = _edmonds(full)[:n]
    if (heads == n).sum() > 1:
        # Leaving the root costs so much that it is left once.
        full[:n, n] -= float(np.abs(scores[scores > _NEVER / 2]).max(initial=1.0)) * (2 * n + 2)
        heads = _edmonds(full)[:n]
    found: Ints = np.where(heads == n, np.arange(n), heads)
    return found


def _edmonds(scores: NDArray[np.float64]) -> Ints:
    """The best arborescence into the last node; `scores[d, h]`. Contracts cycles one by one."""
    n = len(scores)
    heads: Ints = scores.argmax(1)
    heads[n - 1] = n - 1
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(n, bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    kept = scores[cycle, heads[cycle]]
    # One node for the cycle is put first, so that the root stays last.
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[1:, 1:] = scores[np.ix_(rest, rest)]
    into = scores[np.ix_(cycle, rest)] - kept[:, None]
    smaller[0, 1:] = into.max(0)
    out = scores[np.ix_(rest, cycle)]
    smaller[1:, 0] = out.max(1)
    found = _edmonds(smaller)
    for place, node in enumerate(rest[:-1], 1):
        head = found[place]
        heads[node] = rest[head - 1] if head else cycle[out[place - 1].argmax()]
    entry = found[0] - 1
    broken = cycle[into[:, entry].argmax()]
    heads[broken] = rest[entry]
    return heads


def _cycle(heads: Ints) -> Ints | None:
    """The nodes of one cycle, None when there is none; the last node is the root."""
    state = np.zeros(len(heads), np.int8)
    state[-1] = 2
    for start in range(len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return np.array(path[path.index(node) :])
        state[path] = 2
    return None

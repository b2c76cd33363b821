"""Best tag sequences and tag probabilities, many sequences at a time."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

IMPOSSIBLE = np.float32(-1e4)


@cache
def bio_transitions(tags: tuple[str, ...]) -> tuple[Floats, Floats]:
    """Transition scores [from, to] and start scores: "I-x" follows "B-x" or "I-x" alone."""
    inner = np.zeros((len(tags), len(tags)), np.float32)
    begin = np.zeros(len(tags), np.float32)
    for to, tag in enumerate(tags):
        if tag.startswith("I-"):
            begin[to] = IMPOSSIBLE
            for before, other in enumerate(tags):
                if other[2:] != tag[2:] or other == "O":
                    inner[before, to] = IMPOSSIBLE
    return inner, begin


def viterbi(
    scores: Floats, lengths: Ints, inner: Floats, begin: Floats, end: Floats | None = None
) -> Ints:
    """The best tags [sequences, longest] for scores [sequences, longest, tags]."""
    count, longest, tags = scores.shape
    best = scores[:, 0] + begin
    same = np.broadcast_to(np.arange(tags), (count, tags))
    back = np.empty((longest, count, tags), np.int64)
    for at in range(1, longest):
        step = best[:, :, None] + inner
        chosen = step.argmax(1)
        active = (at < lengths)[:, None]
        back[at] = np.where(active, chosen, same)
        moved = np.take_along_axis(step, chosen[:, None], 1)[:, 0] + scores[:, at]
        best = np.where(active, moved, best)
    path = np.empty((count, longest), np.int64)
    rows = np.arange(count)
    path[:, -1] = (best if end is None else best + end).argmax(1)
    for at in range(longest - 1, 0, -1):
        path[:, at - 1] = back[at, rows, path[:, at]]
    return path


def best_tags(scores: Floats, lengths: Ints, inner: Floats, begin: Floats) -> Ints:
    """`viterbi` for transitions that only forbid: mostly each word's best tag will do."""
    path: Ints = scores.argmax(2)
    inside = np.arange(scores.shape[1]) < lengths[:, None]
    torn = (inner[path[:, :-1], path[:, 1:]] < 0) & inside[:, 1:]
    unsound = torn.any(1) | (begin[path[:, 0]] < 0)
    if unsound.any():
        own = lengths[unsound]
        path[unsound, : own.max()] = viterbi(scores[unsound, : own.max()], own, inner, begin)
    return path


def marginals(scores: Floats, lengths: Ints, inner: Floats, begin: Floats, end: Floats) -> Floats:
    """The probability of each tag at each word, [sequences, longest, tags], by forward-backward.

    Places past a sequence's length hold nothing of use.
    """
    count, longest, tags = scores.shape
    moves = np.exp(inner)
    peak = scores.max(2, keepdims=True)
    emit = np.exp(scores - peak)
    forward = np.empty((longest, count, tags), np.float32)
    forward[0] = emit[:, 0] * np.exp(begin)
    forward[0] /= forward[0].sum(1, keepdims=True)
    for at in range(1, longest):
        step = (forward[at - 1] @ moves) * emit[:, at]
        forward[at] = step / step.sum(1, keepdims=True)
    backward = np.empty_like(forward)
    closing = np.broadcast_to(np.exp(end), (count, tags))
    backward[-1] = closing
    for at in range(longest - 2, -1, -1):
        step = (backward[at + 1] * emit[:, at + 1]) @ moves.T
        step = step / step.sum(1, keepdims=True)
        backward[at] = np.where((at + 1 < lengths)[:, None], step, closing)
    joint = forward * backward
    likely: Floats = (joint / joint.sum(2, keepdims=True)).transpose(1, 0, 2)
    return likely


def spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """Half-open spans of BIO tags with their labels. A stray "I-x" begins a span.

    >>> spans(["B-cue", "I-cue", "O", "B-source"])
    [(0, 2, 'cue'), (3, 4, 'source')]
    """
    found: list[tuple[int, int, str]] = []
    for number, tag in enumerate(tags):
        if tag == "O":
            continue
        label = tag[2:]
        if tag[0] == "I" and found and found[-1][1:] == (number, label):
            found[-1] = (found[-1][0], number + 1, label)
        else:
            found.append((number, number + 1, label))
    return found

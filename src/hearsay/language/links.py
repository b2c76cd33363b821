"""What is known of a cue and a segment that may belong to it, besides their words' vectors."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# Each feature has its own range of rows in one table of 64.
_GAP, _SENTENCE, _PARAGRAPH, _CUES, _SEGMENTS, _QUOTED = 0, 22, 30, 34, 40, 46
COUNT = 6
_EDGES = np.array([1, 2, 3, 5, 8, 13, 21, 34, 55, 89])


def pair_features(
    cues: Ints, segments: Ints, *, sentence: Ints, paragraph: Ints, quotes: Ints
) -> Ints:
    """Feature rows of every cue with every segment, [cues, segments, 6].

    `cues` and `segments` are half-open word ranges [n, 2], ascending and disjoint; `sentence`,
    `paragraph` and `quotes` tell of every word the number of its sentence and paragraph and its
    quote state.
    """
    c, s = cues[:, None, :], segments[None, :, :]
    after = s[..., 0] >= c[..., 1]
    gap = np.where(after, s[..., 0] - c[..., 1], c[..., 0] - s[..., 1])
    bucket = np.searchsorted(_EDGES, np.maximum(gap, 0), side="right")
    features = np.empty((*gap.shape, COUNT), np.int64)
    features[..., 0] = _GAP + bucket + np.where(after, 11, 0)
    between = sentence[s[..., 0]] - sentence[c[..., 0]]
    features[..., 1] = _SENTENCE + np.clip(between, -3, 3) + 3
    features[..., 2] = _PARAGRAPH + np.clip(paragraph[s[..., 0]] - paragraph[c[..., 0]], -1, 1) + 1
    low = np.where(after, c[..., 1], s[..., 1])
    high = np.where(after, s[..., 0], c[..., 0])
    features[..., 3] = _CUES + _count(cues, low, high)
    features[..., 4] = _SEGMENTS + _count(segments, low, high)
    features[..., 5] = _QUOTED + quotes[s[..., 0]] * 4 + quotes[c[..., 0]]
    return features


def _count(segments: Ints, low: Ints, high: Ints) -> Ints:
    """How many segments start between two words, three and more counted as three."""
    starts = segments[:, 0]
    found = np.searchsorted(starts, high, "left") - np.searchsorted(starts, low, "left")
    few: Ints = np.clip(found, 0, 3)
    return few

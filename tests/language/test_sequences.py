"""Best sequences and marginals against counting all sequences."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.language.sequences import bio_transitions, marginals, spans, viterbi

TAGS = ("O", "B-x", "I-x")


def _all(scores, inner, begin, end):  # type: ignore[no-untyped-def]
    """Every tag sequence with its score."""
    length, tags = scores.shape
    for path in product(range(tags), repeat=length):
        value = begin[path[0]] + end[path[-1]] + sum(scores[at, tag] for at, tag in enumerate(path))
        value += sum(inner[a, b] for a, b in pairwise(path))
        yield path, value


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 4), st.integers(0, 10_000))
def test_against_counting(length: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(2, 5, 3)).astype(np.float32)
    inner, begin, end = (rng.normal(size=s).astype(np.float32) for s in ((3, 3), 3, 3))
    lengths = np.array([length, 5])
    paths = list(_all(scores[0, :length], inner, begin, end))
    best = max(paths, key=lambda pair: pair[1])[0]
    assert viterbi(scores, lengths, inner, begin, end)[0, :length].tolist() == list(best)
    weights = np.exp([value for _, value in paths])
    expected = np.zeros((length, 3))
    for (path, _), weight in zip(paths, weights / weights.sum(), strict=True):
        for at, tag in enumerate(path):
            expected[at, tag] += weight
    found = marginals(scores, lengths, inner, begin, end)[0, :length]
    assert np.allclose(found, expected, atol=1e-4)


def test_an_inner_tag_needs_its_beginning() -> None:
    scores = np.array([[[0, 0, 9], [0, 0, 9], [5, 0, 0]]], np.float32)
    path = viterbi(scores, np.array([3]), *bio_transitions(TAGS))[0]
    assert [TAGS[tag] for tag in path] == ["B-x", "I-x", "O"]


def test_spans_part_where_a_label_begins() -> None:
    assert spans(["B-x", "I-x", "B-x", "O", "I-y"]) == [(0, 2, "x"), (2, 3, "x"), (4, 5, "y")]

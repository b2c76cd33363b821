"""Trees against networkx, which finds the best arborescence another way."""

import itertools

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.language.trees import arborescence, decode


def _value(scores: np.ndarray, heads: np.ndarray) -> float:  # type: ignore[type-arg]
    return float(scores[np.arange(len(heads)), heads].sum())


def _best(scores: np.ndarray) -> float:  # type: ignore[type-arg]
    """The value of the best tree over all choices of one root."""
    found = []
    for root in range(len(scores)):
        graph = nx.DiGraph()
        graph.add_nodes_from(range(len(scores)))
        for word in range(len(scores)):
            for head in range(len(scores)):
                if word not in (root, head):
                    graph.add_edge(head, word, weight=float(scores[word, head]))
        tree = nx.maximum_spanning_arborescence(graph) if len(scores) > 1 else graph
        weights = (data["weight"] for _, _, data in tree.edges(data=True))
        found.append(float(scores[root, root]) + sum(weights))
    return max(found)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 7), st.integers(0, 10_000))
def test_the_best_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32) * 3
    heads = arborescence(scores)
    assert abs(_value(scores, heads) - _best(scores)) < 1e-3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.integers(0, 10_000))
def test_one_tree_a_sentence(sizes: list[int], seed: int) -> None:
    words = sum(sizes)
    rng = np.random.default_rng(seed)
    edges = np.cumsum([0, *sizes]).tolist()
    sentences = list(itertools.pairwise(edges))
    arcs = rng.normal(size=(words, words)).astype(np.float32)
    heads = decode(arcs, rng.normal(size=words).astype(np.float32), sentences)
    for first, last in sentences:
        inside = range(first, last)
        assert sum(heads[word] == word for word in inside) == 1
        for word in inside:
            at = word
            for _ in inside:
                at = int(heads[at])
                assert at in inside
            assert heads[at] == at


def test_a_long_sentence_needs_no_deep_recursion() -> None:
    scores = np.random.default_rng(1).normal(size=(250, 250)).astype(np.float32)
    heads = arborescence(scores)
    assert (heads == np.arange(250)).sum() == 1

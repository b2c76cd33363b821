"""Clusters by average link: never by chains, never against a veto, never by order."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.resolve.clustering import Pair, cluster

Scores = dict[Pair, float | None]
GRAPHS = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.one_of(st.none(), st.floats(-1, 1)),
    max_size=30,
)


def test_a_chain_of_likes_is_not_one_cluster() -> None:
    near = {(n, n + 1): 0.6 for n in range(5)}
    found = cluster(6, near, lambda a, b: near.get((a, b), 0.0), 0.5)
    assert max(len(group) for group in found) == 2


def test_a_veto_inside_a_cluster_is_for_ever() -> None:
    scores: Scores = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): None}
    assert cluster(3, scores, lambda a, b: scores[a, b], 0.1) == [(0, 1), (2,)]


@given(GRAPHS)
def test_every_item_is_in_one_cluster_and_no_veto_is_broken(scores: Scores) -> None:
    found = cluster(10, scores, lambda a, b: scores.get((a, b), -1.0), 0.0)
    assert sorted(n for group in found for n in group) == list(range(10))
    for group in found:
        assert not any(scores.get(pair, 0.0) is None for pair in combinations(group, 2))


@given(GRAPHS, st.randoms())
def test_the_order_of_pairs_is_nothing(scores: Scores, random: object) -> None:
    pairs = list(scores)
    random.shuffle(pairs)  # type: ignore[attr-defined]
    one = cluster(10, scores, lambda a, b: scores.get((a, b), -1.0), 0.0)
    assert one == cluster(10, pairs, lambda a, b: scores.get((a, b), -1.0), 0.0)

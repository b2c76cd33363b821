"""Small scorers of pairs, against the same sums written out pair by pair."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.language.heads import Floats, Heads

WIDTH, RELATIONS, TAGS, GAPS, FEATURES = 3, 4, 5, 7, 6
RNG = np.random.default_rng(7)


def table(*shape: int) -> Floats:
    return RNG.normal(size=shape).astype(np.float32)


def pair_weights(name: str, outputs: int) -> dict[str, Floats]:
    return {
        f"{name}.sum.weight": table(outputs, WIDTH),
        f"{name}.product.weight": table(outputs, WIDTH),
        f"{name}.product.bias": table(outputs),
    }


STORED: dict[str, Floats] = {
    "transitions": table(TAGS + 1, TAGS + 1),
    "rel_root": table(WIDTH),
    **pair_weights("rel", RELATIONS),
    **pair_weights("role", TAGS),
    **pair_weights("source_link", 1),
    **pair_weights("content_link", 1),
    **{f"role.{name}.weight": table(GAPS, WIDTH) for name in ("gap", "path", "edge", "relation")},
    "role.hidden.weight": table(WIDTH, WIDTH),
    "role.hidden.bias": table(WIDTH),
    "source_gap.weight": table(FEATURES, WIDTH),
    "content_gap.weight": table(FEATURES, WIDTH),
    "no_source.weight": table(1, WIDTH),
    "no_source.bias": table(1),
}
HEADS = Heads(STORED, root=2)


def summed(name: str, product: Floats, hidden: Floats) -> Floats:
    stored = STORED
    scores = hidden @ stored[f"{name}.sum.weight"].T + product @ stored[f"{name}.product.weight"].T
    return np.asarray(scores + stored[f"{name}.product.bias"], np.float32)


def test_the_last_row_of_the_transitions_begins_and_the_last_column_ends() -> None:
    assert HEADS.inner.shape == (TAGS, TAGS)
    assert np.array_equal(HEADS.begin, STORED["transitions"][TAGS, :TAGS])
    assert np.array_equal(HEADS.end, STORED["transitions"][:TAGS, TAGS])
    assert HEADS.relation_count == GAPS and HEADS.root == 2


def test_a_root_is_scored_without_what_its_head_says() -> None:
    words, heads = table(3, WIDTH), table(3, WIDTH)
    roots = np.array([False, True, False])
    found = HEADS.relations(words, heads, roots)
    assert found.shape == (3, RELATIONS)
    changed = heads.copy()
    changed[1] = 99
    assert np.allclose(found, HEADS.relations(words, changed, roots))
    for number in range(3):
        head = STORED["rel_root"] if roots[number] else heads[number]
        hidden = np.maximum(words[number] + head, 0)
        assert np.allclose(found[number], summed("rel", words[number] * head, hidden), atol=1e-5)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(-40, 40), min_size=1, max_size=6))
def test_roles_know_gaps_up_to_a_bound(gaps: list[int]) -> None:
    count = len(gaps)
    predicates, words = table(count, WIDTH), table(count, WIDTH)
    places = [np.arange(count) % GAPS for _ in range(3)]
    found = HEADS.roles(predicates, words, np.array(gaps), places)
    nearest = np.clip(np.array(gaps), -(GAPS // 2), GAPS // 2)
    assert found.shape == (count, TAGS) and np.isfinite(found).all()
    assert np.allclose(found, HEADS.roles(predicates, words, nearest, places))


@pytest.mark.parametrize("name", ["source", "content"])
def test_links_are_scored_pair_by_pair(name: str) -> None:
    cues, others = table(2, WIDTH), table(3, WIDTH)
    features = RNG.integers(0, FEATURES, (2, 3, 4))
    scorer = HEADS.sources if name == "source" else HEADS.contents
    found = scorer(cues[:, None], others[None], features)
    assert found.shape == (2, 3)
    for row in range(2):
        for column in range(3):
            extra = STORED[f"{name}_gap.weight"][features[row, column]].sum(0)
            hidden = np.maximum(cues[row] + others[column] + extra, 0)
            product = cues[row] * others[column]
            expected = summed(f"{name}_link", product, hidden)[0]
            assert found[row, column] == pytest.approx(expected, abs=1e-4)


def test_a_cue_without_a_source_has_one_score() -> None:
    cues = table(4, WIDTH)
    found = HEADS.no_source(cues)
    assert found.shape == (4,)
    expected = np.maximum(cues, 0) @ STORED["no_source.weight"].T + STORED["no_source.bias"]
    assert np.allclose(found, expected[:, 0], atol=1e-5)
    alone = [HEADS.no_source(cues[number : number + 1])[0] for number in range(4)]
    assert np.allclose(found, alone)


def test_scoring_changes_nothing_that_is_given() -> None:
    words, heads = table(3, WIDTH), table(3, WIDTH)
    before = words.copy(), heads.copy()
    HEADS.relations(words, heads, np.array([True, False, False]))
    HEADS.roles(words, heads, np.zeros(3, np.int64), [np.zeros(3, np.int64)] * 3)
    HEADS.sources(words[:, None], heads[None], np.zeros((3, 3, 2), np.int64))
    assert np.array_equal(words, before[0]) and np.array_equal(heads, before[1])

"""The pairs of utterances are dealt with as their floors ask, and the figures are counted right."""

import pytest

from evaluation.statements import measure, pairs
from tests.golden import EXAMPLE

FLOORS = {"altered_precision": 94, "altered_recall": 88, "aligned_precision": 97}


@pytest.mark.parametrize("name", ["utterances-open", "utterances-held", "utterances-late"])
def test_the_fate_of_utterances_is_found(name: str) -> None:
    found = {row.figure: row.value for row in measure(EXAMPLE) if row.set == name}
    for figure, floor in FLOORS.items():
        assert found[figure] >= floor, figure


def test_half_of_the_pairs_is_held() -> None:
    held = sum(pair.held for pair in pairs())
    assert 0.4 < held / len(pairs()) < 0.6

"""Sentences with the days they should have; half of them were never tuned on."""

import pytest

from hearsay.language import Analyser
from tests.reading.times.passages import Passage, agrees, fresh, outcome, passages

FLOORS = {
    ("ours", False): 0.97,
    ("ours", True): 0.90,
    ("fresh", False): 0.92,
    ("fresh", True): 0.89,
}
"""Least share of right outcomes, of the sentences tuned on and of those held."""


def table(name: str) -> list[Passage]:
    return passages() if name == "ours" else fresh()


@pytest.mark.parametrize("held", [False, True], ids=["tuned", "held"])
@pytest.mark.parametrize("name", ["ours", "fresh"])
def test_sentences_have_their_days(analyser: Analyser, name: str, held: bool) -> None:
    rows = [row for row in table(name) if row.held is held]
    seen = [(row, outcome(row, analyser.analyse)) for row in rows]
    wrong = [
        f"{row.sentence} [{row.words}]: {said}, not {row.expected}"
        for row, said in seen
        if not agrees(row, said)
    ]
    share = 1 - len(wrong) / len(rows)
    listed = "\n".join(wrong) if not held else f"{len(wrong)} of {len(rows)} (held: not listed)"
    assert share >= FLOORS[name, held], listed


@pytest.mark.parametrize("name", ["ours", "fresh"])
def test_there_are_enough_sentences_and_half_are_held(name: str) -> None:
    rows = table(name)
    assert len(rows) >= 150
    assert abs(sum(row.held for row in rows) - len(rows) / 2) <= 2
    assert all(row.words in row.sentence for row in rows)

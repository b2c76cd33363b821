"""Sentences with the days they should have; half of them were never tuned on."""

import pytest

from hearsay.language import Analyser
from tests.reading.times.passages import agrees, outcome, passages

FLOORS = {False: 0.97, True: 0.90}
"""Least share of right outcomes, of the sentences tuned on and of those held."""


@pytest.mark.parametrize("held", [False, True], ids=["tuned", "held"])
def test_sentences_have_their_days(analyser: Analyser, held: bool) -> None:
    rows = [row for row in passages() if row.held is held]
    seen = [(row, outcome(row, analyser.analyse)) for row in rows]
    wrong = [
        f"{row.sentence} [{row.words}]: {said}, not {row.expected}"
        for row, said in seen
        if not agrees(row, said)
    ]
    share = 1 - len(wrong) / len(rows)
    listed = "\n".join(wrong) if not held else f"{len(wrong)} of {len(rows)} (held: not listed)"
    assert share >= FLOORS[held], listed


def test_there_are_enough_sentences_and_half_are_held() -> None:
    rows = passages()
    assert len(rows) >= 250
    assert abs(sum(row.held for row in rows) - len(rows) / 2) <= 1
    assert all(row.words in row.sentence for row in rows)

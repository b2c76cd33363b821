"""Sentences that once gave a wrong day or none, with the days they should have."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.reading.times.passages import Passage, outcome

if TYPE_CHECKING:
    from hearsay.language import Analyser

THURSDAY = date(2012, 1, 5)


def seen(analyser: "Analyser", day: date, sentence: str, words: str) -> str:
    return outcome(Passage(day, sentence, words, "", held=False), analyser.analyse)


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("The meeting takes place on Monday and Tuesday in Lyon.", "Tuesday", "2012-01-10"),
        ("Polls open on Saturday and Sunday.", "Sunday", "2012-01-08"),
        ("Trains will not run on Monday, Wednesday or Friday.", "Friday", "2012-01-13"),
        ("Riots broke out on Monday night and Tuesday morning.", "Tuesday", "2012-01-03"),
        ("Buses burned on Monday, and on Friday he will fly home.", "Friday", "2012-01-06"),
        ("Turnout will be low on Monday, Sunday's storm being over.", "Sunday", "2012-01-01"),
    ],
)
def test_days_in_a_row_lie_in_one_direction(
    analyser: "Analyser", sentence: str, words: str, expected: str
) -> None:
    assert seen(analyser, THURSDAY, sentence, words) == expected

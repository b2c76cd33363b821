"""Wordings of telling that news pages seldom have, read from end to end."""

import pytest

from hearsay.language import Analyser
from hearsay.model import Attribution
from hearsay.reading import read
from tests.factories import document


def told(text: str, analyser: Analyser) -> Attribution:
    (only,) = read(document(text), analyser.analyse(text)).attributions
    return only


@pytest.mark.parametrize("hour", ["since 9 a.m.", "at 6 p.m."])
def test_the_stop_of_an_abbreviation_belongs_to_what_is_said(hour: str, analyser: Analyser) -> None:
    statement = told(f"Residents said they had heard blasts {hour}", analyser)
    assert statement.contents[-1].text == f"they had heard blasts {hour}", "ATT-001"


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The ministry made no claim that the well was clean.", True),
        ("The company did not repeat its claim that the water was safe.", True),
        ("Police gave no confirmation that the men had been arrested.", True),
        ("The company repeated its claim that the water was safe.", False),
    ],
)
def test_what_nobody_said_is_negated(text: str, negated: bool, analyser: Analyser) -> None:
    assert told(text, analyser).negated is negated, "ATT-052"

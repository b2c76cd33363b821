"""Capitals that act as governments, and capitals that are towns."""

import pytest

from hearsay.language import Analyser
from hearsay.reading.names.classify.metonyms import datelined, governs
from hearsay.syntax import parse
from tests.reading.names.sighting import token_at

GOVERNMENTS = [
    "[Havana] accused its neighbours of piracy.",
    "Talks with [Havana] went on.",
    "It warned [Havana].",
    "It left [Havana] no choice.",
    "[Havana]'s decision surprised all.",
    "It was rejected by [Havana].",
    "[Havana] is angry.",
]
TOWNS = [
    "Crowds marched in [Havana].",
    "[Havana] lies on the sea.",
    "The ship left [Havana].",
    "[Havana]'s streets were empty.",
    "[Havana] is a port.",
    "They flew to [Havana].",
]


@pytest.mark.parametrize("text", GOVERNMENTS + TOWNS)
def test_a_capital_that_acts(analyser: Analyser, text: str) -> None:
    tree = parse(analyser.analyse(text.replace("[", "").replace("]", "")))
    assert governs(tree, token_at(tree, "Havana")) is (text in GOVERNMENTS)


HEADS = [
    ("HAVANA, March 3 (AP) - It rained.", True),
    ("HAVANA (AP) - It rained.", True),
    ("Havana, March 3 (AP) - It rained.", False),
    ("It rained in HAVANA, March 3.", False),
    ("HAVANA rained.", False),
]


@pytest.mark.parametrize(("text", "is_so"), HEADS)
def test_a_capital_in_a_dateline(analyser: Analyser, text: str, is_so: bool) -> None:
    tree = parse(analyser.analyse(text))
    number = next(n for n, token in enumerate(tree.tokens) if token.text.upper() == "HAVANA")
    assert datelined(tree, number) is is_so

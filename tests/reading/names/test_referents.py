"""Whom pronouns, descriptions and short names mean, on passages of our own.

Precision counts for more than recall: what is left open misleads nobody.
"""

from collections import Counter
from pathlib import Path

import pytest

from hearsay.language import Analyser
from hearsay.reading.names import find_names
from hearsay.syntax import parse
from tests.factories import document
from tests.reading.names.referents import judge, passages, shares

# Least precision and recall, of the half that is looked at and of the half that is held back.
FLOORS = {False: (0.95, 0.84), True: (0.94, 0.74)}
PASSAGES = passages(Path(__file__).parent / "referents.txt")


@pytest.mark.parametrize("held", [False, True])
def test_referents(analyser: Analyser, *, held: bool) -> None:
    half = [passage for passage in PASSAGES if passage.held == held]
    analyses = analyser.analyse_all(passage.text for passage in half)
    verdicts: Counter[str] = Counter()
    missed = []
    for passage, analysis in zip(half, analyses, strict=True):
        for mark, verdict, given in judge(
            passage, find_names(document(passage.text), parse(analysis))
        ):
            verdicts[verdict] += 1
            if verdict in ("wrong", "invented") and not held:
                missed.append(f"{passage.id}: {mark.words} is {mark.gold}, not {given}")
    precision, recall = shares(verdicts)
    assert (precision >= FLOORS[held][0], recall >= FLOORS[held][1]) == (True, True), (
        precision,
        recall,
        missed,
    )

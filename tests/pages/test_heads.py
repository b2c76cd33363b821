"""Heads of a hundred invented pages: the day each gives of itself, or that it gives none.

`heads.tsv` holds for each its half, the days that are certain ("none" where nothing is) and
the head, its line ends as "\\n". The held half was never tuned on.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from hearsay import pages
from hearsay.language import Analyser
from hearsay.model import Dated, Document
from hearsay.reading import read
from hearsay.resolve import resolve

HEADS = Path(__file__).parent / "heads.tsv"
LEAST = {"tuned": 50, "held": 49}
TOLD = ("stated", "derived", "metadata")


def heads(half: str) -> list[tuple[str, str]]:
    """The days and text of each head of one half."""
    with HEADS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(r["day"], r["head"].replace("\\n", "\n")) for r in rows if r["half"] == half]


def published(text: str, analyser: Analyser) -> Dated:
    """The day of a page that stands alone."""
    document = pages.extract(text.encode(), "page.txt")[0]
    assert isinstance(document, Document)
    return resolve([read(document, analyser.analyse(document.text))]).pages[0].published


def told(answer: Dated) -> str:
    """The days answered with certainty as the table writes them."""
    if answer.earliest is None or answer.latest is None or answer.basis not in TOLD:
        return "none"
    days: tuple[date, ...] = tuple(dict.fromkeys((answer.earliest, answer.latest)))
    return "/".join(day.isoformat() for day in days)


@pytest.mark.parametrize("half", ["tuned", "held"])
def test_heads(half: str, analyser: Analyser) -> None:
    found = [(days, told(published(text, analyser))) for days, text in heads(half)]
    assert len(found) == 50
    assert sum(days == answer for days, answer in found) >= LEAST[half]

"""Passages of a report and the days their events get: one's own, the telling's, or only the latest.

The held half was written before and never tuned on; its floors are what was measured.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hearsay.model import Dated, Document, Metadata, Reading
from hearsay.pages import extract
from hearsay.reading import read
from hearsay.resolve.dating import solve
from tests.resolve.dating.pages import days

if TYPE_CHECKING:
    from hearsay.language import Analyser

HERE = Path(__file__).parent
HELD_RIGHT = 22
"""Events of the held passages that get the very days expected."""


def rows(name: str) -> list[tuple[str, str, str]]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    parted = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(published, expected, text) for published, expected, text in parted]


def told(analyser: "Analyser", published: str, text: str) -> tuple[Reading, list[Dated]]:
    """The page as read, and the day of each of its events."""
    (page,) = extract(text.encode(), "page.txt", Metadata(published=published))
    assert isinstance(page, Document)
    reading = read(page, analyser.analyse(page.text))
    links = [frozenset({(page.id, number)}) for number in range(len(reading.events))]
    found = solve([reading], links)
    return reading, [found.events(number) for number in range(len(links))]


def compared(analyser: "Analyser", row: tuple[str, str, str]) -> Iterator[tuple[str, str, str]]:
    """The word, the day expected and the day given, for each event of a passage."""
    published, expected, text = row
    reading, found = told(analyser, published, text)
    for one in expected.split():
        word, _, wanted = one.partition("=")
        at = next((n for n, e in enumerate(reading.events) if word in e.trigger.text), None)
        given = "not read" if at is None else _said(found[at])
        yield word, wanted, given


def _said(dated: Dated) -> str:
    likely = "?" if dated.basis == "inferred" else ""
    return likely + (days(dated) or "-")


@pytest.mark.parametrize("row", rows("event-days.tsv"), ids=lambda row: row[1])
def test_the_day_of_each_event(analyser: "Analyser", row: tuple[str, str, str]) -> None:
    for word, wanted, given in compared(analyser, row):
        assert given == wanted, word


def test_the_held_passages(analyser: "Analyser") -> None:
    """None gets another day than the one expected; most get exactly what is expected."""
    found = Counter[str]()
    wrong = []
    for row in rows("event-days-held.tsv"):
        for word, wanted, given in compared(analyser, row):
            found["right" if given == wanted else "other"] += 1
            if "/" not in given and given.strip("?") not in ("-", "not read", wanted.strip("?")):
                wrong.append((word, wanted, given))
    assert not wrong
    assert found["right"] >= HELD_RIGHT, found

"""Words and sentences on lines of our own: all words, and every sentence that rules can settle."""

import itertools
from pathlib import Path

import pytest

from hearsay.language.sentences import DOUBT, NO, YES, begins
from hearsay.language.tokens import tokenise

LINES = [
    line
    for line in (Path(__file__).with_name("segmentation.txt")).read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def _expected(line: str) -> tuple[str, list[str], list[bool]]:
    """The raw text of a line, its words, and which of them begin sentences."""
    raw = line.replace(" || ", " ").replace("~ ", "~").replace("~", "")
    words: list[str] = []
    starts: list[bool] = []
    for sentence in line.split("||"):
        own = sentence.replace("~", " ").split()
        starts += [number == 0 for number in range(len(own))]
        words += own
    return raw, words, starts


@pytest.mark.parametrize("line", LINES)
def test_words(line: str) -> None:
    raw, words, _ = _expected(line)
    assert [raw[a:b] for a, b in tokenise(raw)] == words


@pytest.mark.parametrize("line", LINES)
def test_sentences(line: str) -> None:
    raw, words, starts = _expected(line)
    places = tokenise(raw)
    spaced = [True] + [a[1] < b[0] for a, b in itertools.pairwise(places)]
    for word, mark, start in zip(words, begins(words, spaced), starts, strict=True):
        assert mark == DOUBT or mark == (YES if start else NO), word

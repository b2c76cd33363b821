"""A text as words with all that the network is told of them."""

import itertools
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.language.features import quote_states, shape
from hearsay.language.pieces import Pieces, fewer
from hearsay.language.sentences import NEVER, YES, begins
from hearsay.language.tokens import Place, tokenise

Ints = NDArray[np.int64]

# A long text has a wordpiece for so many characters at most: English has one for four or five, and
# what breaks into more (tables of figures, names made up) would take minutes to read for nothing.
_CHARACTERS = 2
_FREE = 20_000  # wordpieces that any text may have

_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*|\u2029")


@dataclass(frozen=True, slots=True)
class Encoded:
    """The words of one text. Every sequence runs over words.

    `begins` says NO, DOUBT or YES (see `sentences`); `pieces` are wordpiece ids; `paragraph`
    numbers paragraphs (stretches between blank lines that have words) from 0; `predicates` are the
    numbers of the words whose arguments are asked for, None where the model is to find them.
    """

    text: str
    places: list[Place]
    words: list[str]
    pieces: list[tuple[int, ...]]
    shapes: list[int]
    quotes: list[int]
    begins: list[int]
    paragraph: list[int]
    predicates: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that was cut into words and sentences before, to measure on gold words.

    `spaced` says whether white space stands before each word, None when that is unknown; `starts`
    and `paragraphs` whether a word begins a sentence and a paragraph.
    """

    words: tuple[str, ...]
    spaced: tuple[bool, ...] | None
    starts: tuple[bool, ...]
    paragraphs: tuple[bool, ...]
    predicates: tuple[int, ...] | None = None


def encode_words(cut: Cut, pieces: Pieces) -> Encoded:
    """A text of the words of `cut`, single spaces between them where there is white space."""
    parts: list[str] = []
    places: list[Place] = []
    at = 0
    for number, word in enumerate(cut.words):
        if number and (cut.spaced is None or cut.spaced[number]):
            parts.append(" ")
            at += 1
        parts.append(word)
        places.append((at, at + len(word)))
        at += len(word)
    edges = sorted({0, *(number for number, fresh in enumerate(cut.paragraphs) if fresh)})
    quotes: list[int] = []
    paragraph: list[int] = []
    for number, (a, b) in enumerate(zip(edges, [*edges[1:], len(cut.words)], strict=True)):
        quotes += quote_states(cut.words[a:b], cut.spaced[a:b] if cut.spaced else None)
        paragraph += [number] * (b - a)
    words = list(cut.words)
    return Encoded(
        "".join(parts),
        places,
        words,
        pieces.of(words),
        [shape(word) for word in words],
        quotes,
        [YES if start else NEVER for start in cut.starts],
        paragraph,
        cut.predicates,
    )


def encode(text: str, pieces: Pieces) -> Encoded:
    """The words of `text` and their features."""
    places: list[Place] = []
    quotes: list[int] = []
    marks: list[int] = []
    paragraph: list[int] = []
    number = 0
    for start, end in _paragraphs(text):
        found = tokenise(text, start, end)
        if not found:
            continue
        words = [text[a:b] for a, b in found]
        spaced = [True] + [before[1] < after[0] for before, after in itertools.pairwise(found)]
        places += found
        quotes += quote_states(words, spaced)
        marks += begins(words, spaced)
        paragraph += [number] * len(found)
        number += 1
    words = [text[a:b] for a, b in places]
    shapes = [shape(word) for word in words]
    most = max(_FREE, len(text) // _CHARACTERS)
    ids = fewer(pieces.of(words), most)
    return Encoded(text, places, words, ids, shapes, quotes, marks, paragraph)


def _paragraphs(text: str) -> list[Place]:
    """The stretches of `text` between blank lines."""
    found, at = [], 0
    for match in _BLANK_LINE.finditer(text):
        found.append((at, match.start()))
        at = match.end()
    return [*found, (at, len(text))]

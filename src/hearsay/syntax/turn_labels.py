"""The labels of a transcript's turns: "HALE:", "TOM LAHR, ANCHOR:", "LAHR (on camera):", "Q"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.ontology import table

_LEAST = 2  # labels that make a transcript
_LINE = re.compile(r"[^\n]+")
# Who speaks, what he is, notes in brackets, a colon.
_LABEL = re.compile(
    r"[ \t]*(?P<name>[A-ZÀ-Þ][\w.'’ -]{0,45}?)(?P<role>,[^:()\n]{1,80})?"
    r"(?:[ ]*\([^()\n]{1,40}\))*[ ]*:(?=\s)"
)
_QUESTION = re.compile(r"[ \t]*(?:(?:Q\.?|QUESTION|REPORTER)[ ]*:|Q\.?(?=[ \t]+[A-Z“\"]))[ \t]*")
_NOTE = re.compile(
    r"\([A-Z][A-Z0-9 ,.'’/-]*\)|\[[A-Z][A-Z0-9 ,.'’/-]*\]|\((?:[Ll]aughter|[Aa]pplause)\.?\)"
)
_SMALL = frozenset({"Mc", "Mac", "O'", "de", "van", "von", "al", "bin"})


@dataclass(frozen=True, slots=True)
class TurnLabel:
    """The code points of a label with its colon, and of who speaks; the latter are None for a
    question by nobody named. `capitals` tells a label in capitals from a name as in prose."""

    start: int
    end: int
    name: tuple[int, int] | None
    capitals: bool = True


def turn_labels(text: str) -> tuple[TurnLabel, ...]:
    """The labels of a page that is a transcript, in the order of the text; none on other pages.

    At least two lines need one, and one speaker has to come back. A label not in capitals counts
    only where it comes back itself: "Note:" is no speaker.

    >>> text = "HALE: No.\\nTOM LAHR, ANCHOR (on camera): Yes?\\nHALE: No."
    >>> [text[slice(*label.name)] for label in turn_labels(text)]
    ['HALE', 'TOM LAHR', 'HALE']
    """
    found = list(_labels(text))
    told = Counter(_surname(text, label) for label in found if label.name is not None)
    kept = [
        label
        for label in found
        if label.name is None or label.capitals or told[_surname(text, label)] > 1
    ]
    named = [label for label in kept if label.name is not None]
    returns = any(told[_surname(text, label)] > 1 for label in named)
    asked = len(named) < len(kept)
    return tuple(kept) if len(kept) >= _LEAST and named and (returns or asked) else ()


def without_notes(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The stretches of start:end beside notes of the transcript: "(INAUDIBLE)", "[APPLAUSE]"."""
    parts, at = [], start
    for note in _NOTE.finditer(text, start, end):
        parts.append((at, note.start()))
        at = note.end()
    return tuple(_bare(text, *part) for part in (*parts, (at, end)) if text[slice(*part)].strip())


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _labels(text: str) -> Iterator[TurnLabel]:
    for line in _LINE.finditer(text):
        question = _QUESTION.match(text, line.start(), line.end())
        if question is not None:
            yield TurnLabel(line.start(), question.end(), None)
            continue
        label = _LABEL.match(text, line.start(), line.end())
        if label is None or not _names(label["name"]):
            continue
        capitals = _capitals(label["name"])
        if capitals or (label["role"] is None and _capitalised(label["name"].split())):
            yield TurnLabel(line.start(), label.end(), label.span("name"), capitals)


# no rule: look-up in the table of headings
def _names(words: str) -> bool:
    """True for words that are no label of the page itself: not "READ MORE:", "WATCH:"."""
    return words.strip().lower() not in _headings() and sum(map(str.isalpha, words)) > 1


# no rule: form of the words of a label, which the count of labels decides on
def _capitals(name: str) -> bool:
    """True for words in capitals, small parts of names aside."""
    return all(
        word.upper() == word or word[:2] in _SMALL or word in _SMALL for word in name.split()
    )


# no rule: form of the words of a label, which the count of labels decides on
def _capitalised(words: Sequence[str]) -> bool:
    """True for at most four words that all begin in capitals."""
    return len(words) <= 4 and all(word[0].isupper() or word in _SMALL for word in words)


def _surname(text: str, label: TurnLabel) -> str:
    assert label.name is not None
    return text[slice(*label.name)].split()[-1].upper()


@cache
def _headings() -> frozenset[str]:
    """What opens lines of a page and is nobody."""
    return frozenset(words.strip() for words in table("cues")["layout"]["headings"].split(","))

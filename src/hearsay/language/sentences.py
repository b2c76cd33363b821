"""Sentences of a paragraph: where a stop ends one, and where the model must decide.

Every word is marked NO (goes on), YES (begins a sentence) or DOUBT (may begin one). NEVER marks
words of sentences that were cut before: there the model is not asked.
"""

from collections.abc import Sequence
from functools import cache

from hearsay.ontology import table

NEVER, NO, DOUBT, YES = -1, 0, 1, 2

# Words of the longest sentence. Longer stretches without a stop are tables, lists or the words
# of a machine. They are cut into parts that one pass of the encoder reads: no tree spans more, and
# what is asked of each pair of words in a sentence must end on them too.
MOST_WORDS = 1_000
_PART = 200

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset(["”", "’", '"', "'", "''", "»", ")", "]", "}"])
_OPENERS = frozenset(["“", "‘", '"', "'", "``", "«", "(", "[", "{", "„"])
_BULLETS = frozenset("•·●▪◦‣*")


@cache
def _kinds() -> dict[str, str]:
    """Each listed abbreviation with the first kind that lists it."""
    known = table("abbreviations")
    kinds: dict[str, str] = {}
    for kind in ("either", "calendar", "before_name"):
        kinds.update(dict.fromkeys(known[kind].split(), kind))
    return kinds


@cache
def _starters() -> frozenset[str]:
    return frozenset(table("abbreviations")["starters"].split())


def begins(words: Sequence[str], spaced: Sequence[bool]) -> list[int]:
    """For each word of one paragraph NO, DOUBT or YES; the first is YES.

    `spaced` says whether white space stands before each word.

    >>> begins("He left . Gen. Smith stayed .".split(), [True] * 7)
    [2, 0, 0, 2, 0, 0, 0]
    """
    marks = [NO] * len(words)
    if marks:
        marks[0] = YES
    number = 0
    while number < len(words):
        if words[number] in _BULLETS and number:
            marks[number] = max(marks[number], DOUBT)
        if words[number][-1:] not in _STOPS:
            number += 1
            continue
        after = _after_closers(words, spaced, number + 1)
        if after < len(words):
            closed = after > number + 1
            marks[after] = max(marks[after], _verdict(words, spaced, number, after, closed=closed))
        number = max(after, number + 1)
    return _cut(marks)


def _cut(marks: list[int]) -> list[int]:
    """The marks, each stretch of more than `MOST_WORDS` words in which no sentence surely begins
    cut into parts: where one may begin, if there is such a place, else wherever a part is full."""
    edges = [number for number, mark in enumerate(marks) if mark == YES]
    for first, last in zip(edges, [*edges[1:], len(marks)], strict=True):
        begun = doubt = first
        for number in range(first, last if last - first > MOST_WORDS else first):
            if marks[number] == DOUBT:
                doubt = number
            if number - begun == _PART:
                begun = doubt if doubt > begun else number
                marks[begun] = YES
    return marks


def _after_closers(words: Sequence[str], spaced: Sequence[bool], number: int) -> int:
    """The first word after the marks that close around a stop.

    A straight mark closes when it is attached to the stop, or has space on both sides or none."""
    while number < len(words) and (words[number] in _CLOSERS or _STOPS.issuperset(words[number])):
        straight = words[number] in _OPENERS
        if straight and spaced[number] and number + 1 < len(words) and not spaced[number + 1]:
            break
        number += 1
    return number


def _verdict(
    words: Sequence[str], spaced: Sequence[bool], stop: int, after: int, *, closed: bool
) -> int:
    """Whether the word `after` begins a sentence, given the stop before it."""
    mark, following = words[stop], words[after]
    opened = following in _OPENERS
    first = words[after + 1] if opened and after + 1 < len(words) else following
    capital = first[:1].isupper() or first[:1].isdigit() or first[:1] in "$£€#@"
    if mark not in _STOPS and set(mark) - _STOPS:
        return _after_abbreviation(words, stop, first, opened=opened or closed)
    if not first[:1].isalnum() and not capital and not opened:
        return NO if first[:1] in ",;:-–—" else DOUBT
    if not capital:
        return DOUBT if mark == "." and not closed and spaced[after] else NO
    if mark == ".":
        return YES if spaced[after] or closed or first[:1].isupper() else NO
    if mark in ("...", "…", "..") or set(mark) == {"."}:
        return DOUBT
    return DOUBT if closed and not opened else YES


def _after_abbreviation(words: Sequence[str], stop: int, first: str, *, opened: bool) -> int:
    """After "Gen.", "U.S.", "J." and the like."""
    kind = _kinds().get(words[stop])
    if kind == "before_name":
        return NO
    if not first[:1].isupper():
        return NO
    if kind == "calendar":
        return DOUBT
    if len(words[stop]) == 2 and words[stop][0].isupper():  # an initial, or "Vitamin C."
        named = not stop or words[stop - 1][:1].isupper() or words[stop - 1][-1:] == "."
        return NO if named and first not in _starters() else DOUBT
    if opened:
        return DOUBT
    return YES if first in _starters() and kind == "either" else DOUBT

"""What the uncased encoder cannot see: letter case and quotation marks.

Both are computed from words alone, by the same code in training and at run time.
"""

from collections.abc import Sequence
from functools import lru_cache

SHAPES = (
    "none",
    "lower",
    "title",
    "upper",
    "letter",
    "mixed",
    "dotted",
    "digits",
    "figure",
    "mark",
    "quote",
    "symbol",
)
_SHAPE = {name: number for number, name in enumerate(SHAPES)}

QUOTE_STATES = ("outside", "inside", "opening", "closing")
OUTSIDE, INSIDE, OPENING, CLOSING = range(4)

_OPENERS = frozenset("“«„‟") | {"``"}
_CLOSERS = frozenset("”»") | {"''"}
_STRAIGHT = frozenset({'"', "＂"})
_SINGLES = frozenset({"'", "‘", "’", "`", "‚", "‛"})
QUOTE_MARKS = _OPENERS | _CLOSERS | _STRAIGHT | _SINGLES


@lru_cache(maxsize=20_000)
def shape(word: str) -> int:
    """The number in `SHAPES` of the kind of letters a word is written in.

    >>> [SHAPES[shape(word)] for word in ("Iran", "NATO", "U.S.", "F16", "1,200", "McCain")]
    ['title', 'upper', 'dotted', 'figure', 'digits', 'mixed']
    """
    return _SHAPE[_shape_name(word)]


def _shape_name(word: str) -> str:
    if word in QUOTE_MARKS:
        return "quote"
    letters = [character for character in word if character.isalpha()]
    if not letters:
        if any(character.isdigit() for character in word):
            return "digits"
        return "mark" if word.isascii() or len(word) == 1 else "symbol"
    if any(character.isdigit() for character in word):
        return "figure"
    if not any(character.isupper() for character in letters):
        return "lower"
    if all(character.isupper() for character in letters):
        if "." in word:
            return "dotted"
        return "upper" if len(letters) > 1 else "letter"
    head, *tail = letters
    titled = head.isupper() and not any(character.isupper() for character in tail)
    return "title" if titled else "mixed"


def quote_states(words: Sequence[str], spaced: Sequence[bool] | None) -> list[int]:
    """For each word of one paragraph whether it stands outside or inside quotation marks.

    `spaced` says whether white space stands before each word, None when that is unknown; it tells
    which way a straight mark faces. An open mark that is never closed holds to the end of the
    paragraph, as in speech that runs over several. Single marks count outside double ones alone,
    and only as a pair.

    >>> [QUOTE_STATES[s][0] for s in quote_states(["He", ":", "“", "No", "”", "."], None)]
    ['o', 'o', 'o', 'i', 'c', 'o']
    """
    states = []
    double = single = False
    pairs = _closing_singles(words, spaced)
    closers = frozenset(pairs.values())
    for number, word in enumerate(words):
        if word in _OPENERS or (word in _STRAIGHT and _faces_right(number, spaced, not double)):
            double, single = True, False
            states.append(OPENING)
        elif word in _CLOSERS or word in _STRAIGHT:
            double = single = False
            states.append(CLOSING)
        elif not double and word in _SINGLES and not single and number in pairs:
            single = True
            states.append(OPENING)
        elif single and number in closers:
            single = False
            states.append(CLOSING)
        else:
            states.append(INSIDE if double or single else OUTSIDE)
    return states


def _faces_right(number: int, spaced: Sequence[bool] | None, default: bool) -> bool:
    """Whether a straight mark opens: white space before it and none after; else `default`."""
    if spaced is None:
        return default
    before = spaced[number] or number == 0
    after = number + 1 == len(spaced) or spaced[number + 1]
    return before if before != after else default


def _closing_singles(words: Sequence[str], spaced: Sequence[bool] | None) -> dict[int, int]:
    """The pairs of single marks, opening number to closing number.

    A mark that opens has white space before it and a word attached behind; one that closes has
    its word or punctuation attached before. Of several that could close, the first after
    punctuation wins, then the last: "the ministers' vote" must not close a quotation.
    """
    pairs: dict[int, int] = {}
    if spaced is None:
        return pairs
    marks = [number for number, word in enumerate(words) if word in _SINGLES]
    opened: int | None = None
    best: int | None = None
    for number in marks:
        attached_after = number + 1 < len(words) and not spaced[number + 1]
        if (spaced[number] or number == 0) and attached_after and words[number] not in "’":
            if opened is not None and best is not None:
                pairs[opened] = best
            if opened is None or best is not None:
                opened, best = number, None
        elif opened is not None and not spaced[number]:
            if words[number - 1][-1:] in ",.?!…":
                pairs[opened] = number
                opened = best = None
            else:
                best = number
    if opened is not None and best is not None:
        pairs[opened] = best
    return pairs

"""Words as pages are compared by: folded, stemmed, with their offsets."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hearsay.ontology import rows, table

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:[.,]\d+)*")
_NUMBER = re.compile(r"\d")
_CLOSING = {"“": "”", "«": "»", "„": "“"}
_QUOTE = re.compile(r'["“”«»„]')
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


class ComparedWord(NamedTuple):
    """A folded word and where it stands (a tuple, since pages make many)."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no accents, straight apostrophes.

    >>> fold("António’s")
    "antonio's"
    """
    plain = text.replace("’", "'")
    if not plain.isascii():
        marks = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in marks if not unicodedata.combining(c))
    return plain.casefold()


def words_of(text: str) -> list[ComparedWord]:
    """The words of a text in order, folded, without the possessive ending."""
    return [ComparedWord(_word(match.group()), *match.span()) for match in _WORD.finditer(text)]


def texts_of(text: str) -> list[str]:
    """The words of a text alone, folded: what `words_of` finds, without the places."""
    found = _WORD.findall(text)
    known = {word: _word(word) for word in set(found)}  # a text repeats its words
    return [known[word] for word in found]


def stems_told(text: str) -> Counter[str]:
    """How often a text tells each stem, those of everyday grammar too.

    >>> stems_told("Strikes, strike and struck")["strik"]
    2
    """
    counts: Counter[str] = Counter()
    for word, many in Counter(_WORD.findall(text)).items():
        counts[stem(_word(word))] += many
    return counts


def places_of(text: str) -> NDArray[np.int64]:
    """Where the words that `texts_of` finds start, and where they end: two rows."""
    places = [match.span() for match in _WORD.finditer(text)]
    return np.array(places, np.int64).reshape(-1, 2).T


@lru_cache(maxsize=65536)
def _word(text: str) -> str:
    return fold(text).removesuffix("'s")


def folded(text: str) -> str:
    """The words of a text, folded and joined by single blanks.

    >>> folded("The  Pentagon’s “Readout”")
    'the pentagon readout'
    """
    return " ".join(texts_of(text))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its common English ending: a key for comparing, not a word.

    >>> stem("strikes"), stem("striking"), stem("parties")
    ('strik', 'strik', 'party')
    """
    if any(c.isdigit() for c in word):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def is_number(word: str) -> bool:
    return bool(_NUMBER.search(word))


@lru_cache(maxsize=1)
def common_shares() -> dict[str, float]:
    """The share of English texts that hold a stem, for stems that many texts hold."""
    return {row["stem"]: float(row["share"]) for row in rows("common_words")}


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that say something; words of everyday grammar left out.

    >>> sorted(stems("the troops of the two armies"))
    ['army', 'troop', 'two']
    """
    return frozenset(map(stem, texts_of(text))) - grammar()


@lru_cache(maxsize=1)
def grammar() -> frozenset[str]:
    """Stems that carry no subject: articles, pronouns, auxiliaries, prepositions."""
    return frozenset(row["stem"] for row in rows("common_words") if row["grammar"])


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand, by its punctuation and its line ends alone."""
    found, at = [], 0
    for match in _SENTENCE_END.finditer(text):
        if "\n" not in match.group() and _shortened(text, match.start()):
            continue
        if match.start() > at:
            found.append((at, match.start()))
        at = match.end()
    if at < len(text):
        found.append((at, len(text)))
    return found


def _shortened(text: str, end: int) -> bool:
    """True when the full stop before `end` belongs to a shortened word or an initial."""
    if text[end - 1 : end] != ".":
        return False
    word = text[max(0, end - 12) : end - 1].rpartition(" ")[2].lstrip('("“‘').casefold()
    return len(word) == 1 or word in table("clause_words")["abbreviations"]


def quoted_parts(text: str) -> list[tuple[int, int]]:
    """The stretches inside quotation marks; a mark that is never closed ends with its paragraph.

    >>> quoted_parts('He said “no” and "never".')
    [(9, 11), (18, 23)]
    """
    found: list[tuple[int, int]] = []
    opened, closing = None, ""
    for match in _QUOTE.finditer(text):
        mark = match.group()
        if opened is not None and match.start() > _paragraph_end(text, opened):
            found.append((opened, _paragraph_end(text, opened)))
            opened = None
        if opened is None and mark not in "”»":
            opened, closing = match.end(), _CLOSING.get(mark, '"')
        elif opened is not None and mark in (closing, '"'):
            found.append((opened, match.start()))
            opened = None
    if opened is not None:
        found.append((opened, _paragraph_end(text, opened)))
    return [(start, end) for start, end in found if start < end]


def _paragraph_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found

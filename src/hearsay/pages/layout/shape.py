"""What a paragraph looks like: the counts by which prose is told from everything else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from hearsay import ontology

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,:%]*")
_CLOSERS = "\"'”’»)]}*†‡ \u00a0"
_STOPS = (".", "!", "?", "…", "。")
_BULLET = re.compile(r"^(?:[•●▪‣◦·*■►▶–—-]|\d{1,2}[.)])\s+")
_QUOTES = "\"“„«'‘"
_LATIN_END = 0x250


@dataclass(frozen=True, slots=True)
class ParagraphShape:
    """Counts of one paragraph. Shares are of its words, from 0 to 1."""

    words: int
    function_share: float
    capital_share: float
    lower: int
    upper_letters: float
    latin_share: float
    finished: bool
    bullet: bool
    quoted: bool

    @property
    def shouted(self) -> bool:
        """True for a line in capitals throughout."""
        return self.upper_letters > 0.9


@cache
def function_words() -> frozenset[str]:
    return frozenset(str(ontology.table("function_words")["words"]).split())


def words(text: str) -> list[str]:
    """The words of `text` as typed; a number is a word.

    >>> words("Iran’s 200 missiles.")
    ['Iran’s', '200', 'missiles']
    """
    return [word.rstrip(".,:") for word in _WORD.findall(text)]


def finished(text: str) -> bool:
    """True when `text` ends as a sentence does, quotes and brackets aside."""
    return text.rstrip(_CLOSERS).endswith(_STOPS) and not text.rstrip(_CLOSERS).endswith(" ...")


@lru_cache(maxsize=1024)
def shape(text: str) -> ParagraphShape:
    """The shape of one paragraph; linear in its length. A page's are asked for several times."""
    found = words(text)
    letters = list(filter(str.isalpha, text))
    total = max(len(found), 1)
    function = sum(word.lower().replace("’", "'") in function_words() for word in found)
    return ParagraphShape(
        words=len(found),
        function_share=function / total,
        capital_share=sum(word[0].isupper() for word in found) / total,
        lower=sum(word[0].islower() for word in found),
        upper_letters=sum(map(str.isupper, letters)) / max(len(letters), 1),
        latin_share=_latin(letters) / max(len(letters), 1),
        finished=finished(text),
        bullet=bool(_BULLET.match(text)),
        quoted=text[:1] in _QUOTES and text[:1] != "",
    )


def _latin(letters: Sequence[str]) -> int:
    """How many letters are Latin."""
    if all(map(str.isascii, letters)):
        return len(letters)
    return sum(ord(char) < _LATIN_END for char in letters)

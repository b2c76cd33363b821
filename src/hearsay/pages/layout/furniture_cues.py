"""The cue table of `ontology/furniture.toml`, ready to be asked about a paragraph."""

import re
from dataclasses import dataclass
from functools import cache

from hearsay import ontology

_LEAD = re.compile(r"^[\s•●▪‣◦·*■►▶+>»→↓|–—-]+")
_COUNT = r"[\s\d(),.:;!?|•·*…»>→-]"
_COUNTS = re.compile(rf"(?<!{_COUNT}){_COUNT}++$")  # a run of marks is tried once, from its first
_COUNTED = re.compile(r"^\d+\s+(?=\D)")  # "3 comments"
_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans("’‘“”\u00a0", "''\"\" ")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Cue:
    reason: str
    whole: frozenset[str]
    starts: re.Pattern[str] | None
    opens: re.Pattern[str] | None
    has: re.Pattern[str] | None
    longest: int


def plain(text: str) -> str:
    """`text` as cues are compared: lower case, straight quotes, single spaces, no bullet."""
    return _SPACE.sub(" ", _LEAD.sub("", text).translate(_QUOTES)).strip().lower()


def cue(text: str, *, words: int, finished: bool) -> str | None:
    """The reason of the first cue that `text` answers to, or None.

    >>> cue("Read More: Floods in Jakarta", words=5, finished=False)
    'related'
    """
    compared = plain(text)
    bare = _COUNTED.sub("", _COUNTS.sub("", compared))
    for row in _cues():
        if bare in row.whole or compared in row.whole:
            return row.reason
        if words <= row.longest and _answers(row, compared, finished):
            return row.reason
    return None


def captions_next(text: str) -> bool:
    """True for a bare "Image caption": the paragraph after it is the caption."""
    return _COUNTS.sub("", plain(text)) in ontology.table("furniture")["captions"]["labels"]


def _answers(row: _Cue, compared: str, finished: bool) -> bool:
    return bool(
        (row.starts and row.starts.match(compared))
        or (row.opens and not finished and row.opens.match(_COUNTED.sub("", compared)))
        or (row.has and row.has.search(compared))
    )


@cache
def _cues() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            reason=row["reason"],
            whole=frozenset(row.get("whole", ())),
            starts=_any(row.get("starts", ())),
            opens=_any(row.get("opens", ())),
            has=_any(row.get("has", ())),
            longest=row.get("longest", _LONGEST),
        )
        for row in ontology.table("furniture")["cue"]
    )


def _any(phrases: list[str] | tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all phrases; a phrase that ends in a letter ends at a word's end."""
    if not phrases:
        return None
    ends = [re.escape(phrase) + (r"\b" if phrase[-1].isalnum() else "") for phrase in phrases]
    return re.compile("|".join(sorted(ends, key=len, reverse=True)))

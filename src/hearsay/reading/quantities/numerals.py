"""Numbers as words and figures write them: 1,200; two hundred and fifty; half a million; dozens."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from hearsay import ontology
from hearsay.model import Token
from hearsay.model.mention_vocabulary import NumeralKind

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_LEADING = re.compile(r"[1-9]\d{0,2}")
_THOUSANDS = re.compile(r"\d{3}")
_HYPHENS = ("-", "–", "‑", "‐")
_MOST_DIGITS = 15  # more digits name something: an account, an identifier


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over tokens first:last: its bounds, and how it is written.

    `kind`: number, plural ("dozens"), fraction or rate, these two in percent. `scaled` is False
    for a number with no scale word, which may take that of the number after it ("five
    to six thousand"). `words` are those that make it vague in themselves ("several").
    """

    first: int
    last: int
    low: float
    high: float
    kind: NumeralKind = "number"
    scaled: bool = False
    words: str | None = None

    def times(self, scale: float) -> "Numeral":
        return replace(self, low=self.low * scale, high=self.high * scale, scaled=True)


def read_numeral(tokens: Sequence[Token], at: int, end: int) -> Numeral | None:
    """The longest number that begins at token `at` and ends before token `end`, or None."""
    words = [tokens[n].text.lower() for n in range(at, min(end, at + 12))]
    spaced = _spaced(tokens, at, end)
    if spaced is not None:
        return spaced
    joined = at == 0 or tokens[at - 1].text.lower() != "between"
    for found in (_rate(words), _fraction(words), _vague(words), _plain(words, joined)):
        if found is not None:
            return replace(found, first=at, last=at + found.last)
    return None


def _spaced(tokens: Sequence[Token], at: int, end: int) -> Numeral | None:
    """A number whose thousands a space parts: 1 200, 12 000 000. A name or number before it, as
    in "on May 3 200 people", says that the digits are no one number."""
    last = at + 1
    while last < end and _THOUSANDS.fullmatch(tokens[last].text):
        if tokens[last].start != tokens[last - 1].end + 1:
            break
        last += 1
    named = at > 0 and tokens[at - 1].upos in ("PROPN", "NUM")
    if last == at + 1 or named or not _LEADING.fullmatch(tokens[at].text):
        return None
    value = float("".join(token.text for token in tokens[at:last]))
    return Numeral(at, last, value, value, scaled=True)


def read_scale(word: str) -> float | None:
    """What a scale word multiplies by ("million"), or None."""
    scale: float | None = _table()["scale"].get(word)
    return scale


def value_of(word: str) -> float | None:
    """The value of a number in figures, or None: 1,200 is 1200."""
    if _DIGITS.fullmatch(word) is None or len(word) > _MOST_DIGITS:
        return None
    return float(word.replace(",", ""))


def _plain(words: Sequence[str], joined: bool = True) -> Numeral | None:
    """1,200; 2.3 million; twenty-two; two hundred and fifty thousand; a dozen; half a million.

    `joined` is False after "between": "and" then parts two numbers.
    """
    opening = _opening(words)
    if opening is None:
        return None
    group, at = opening
    total, limit, scaled = 0.0, float("inf"), False
    while at < len(words):
        step = _next(words, at)
        scale = read_scale(words[step]) if step < len(words) else None
        if scale is not None and scale < 1000:
            group, at, scaled = group * scale, step + 1, True
        elif scale is not None and scale < limit and group:
            total, group, limit, at, scaled = total + group * scale, 0.0, scale, step + 1, True
        else:
            more = _more(words, at, group, joined) if scaled else None
            if more is None:
                break
            group, at = group + more[0], more[1]
    return Numeral(0, at, total + group, total + group, scaled=scaled)


def _opening(words: Sequence[str]) -> tuple[float, int] | None:
    """The first value of a number and where it goes on; "a" counts where a scale follows."""
    small: dict[str, int] = _table()["small"]
    first = words[0]
    value = value_of(first)
    if value is not None:
        return value, 1
    if first in small:
        return _with_units(words, small)
    following = words[1] if len(words) > 1 else ""
    if first in ("a", "an") and read_scale(following) is not None:
        return 1.0, 1
    if first == "half" and following in ("a", "an") and len(words) > 2 and read_scale(words[2]):
        return 0.5, 2
    start = 1 if first in ("a", "an") else 0
    if list(words[start : start + 1]) == ["half"]:  # a half-million
        step = _next(words, start + 1)
        if step < len(words) and (read_scale(words[step]) or 0) >= 1000:
            return 0.5, step
    if first in ("dozen", "hundred", "thousand", "million", "billion"):
        return 1.0, 0
    return None


def _with_units(words: Sequence[str], small: dict[str, int]) -> tuple[float, int]:
    """Twenty-two, twenty two, two and a half."""
    value, at = float(small[words[0]]), 1
    step = _next(words, at)
    if value >= 20 and step < len(words) and 0 < small.get(words[step], 0) < 10:
        value, at = value + small[words[step]], step + 1
    half = _half(words, at)
    return (value, at) if half is None else (value + 0.5, half)


def _half(words: Sequence[str], at: int) -> int | None:
    """Where "and a half" ends, written with hyphens or without; None where it is not said."""
    for word in ("and", "a", "half"):
        at = _next(words, at)
        if at >= len(words) or words[at] != word:
            return None
        at += 1
    return at


def _more(words: Sequence[str], at: int, group: float, joined: bool) -> tuple[float, int] | None:
    """What is added after a scale: two hundred *and fifty*, one thousand *two* hundred."""
    small: dict[str, int] = _table()["small"]
    step = at + 1 if joined and words[at] == "and" else at
    if step >= len(words) or words[step] not in small or group % 100:
        return None
    added, size = _with_units(words[step:], small)
    scale = read_scale(words[step + size]) if step + size < len(words) else None
    again = scale is not None and scale < 1000 and (group > 0 or step > at)
    return None if again else (added, step + size)  # five hundred and six hundred: two numbers


def _next(words: Sequence[str], at: int) -> int:
    """The next word's place, a hyphen passed over."""
    return at + 1 if at < len(words) and words[at] in _HYPHENS else at


def _vague(words: Sequence[str]) -> Numeral | None:
    """Dozens; tens of thousands; several hundred; a few dozen; a couple of hundred."""
    table = _table()
    plural: dict[str, list[float]] = table["plural"]
    if words[0] in plural:
        low, high = plural[words[0]]
        inner = plural.get(words[2]) if len(words) > 2 and words[1] == "of" else None
        if inner is not None and words[0] in ("tens", "dozens", "hundreds"):
            unit = inner[0] / 2
            return Numeral(
                0, 3, low * unit, (high + 1) * unit - 1, "plural", True, " ".join(words[:3])
            )
        if words[0] in ("tens", "scores") and (len(words) < 2 or words[1] not in ("of", "more")):
            return None
        return Numeral(0, 1, low, high, "plural", True, words[0])
    for several, (least, most) in table["several"].items():
        size = len(several.split())
        if " ".join(words[:size]) == several and len(words) > size:
            scale = read_scale(words[size])
            if scale is not None:
                return Numeral(
                    0, size + 1, least * scale, most * scale - 1, "plural", True, several
                )
    start = 1 if words[0] == "a" else 0
    if list(words[start : start + 2]) == ["couple", "of"] and len(words) > start + 2:
        scale = read_scale(words[start + 2])
        if scale is not None:
            both = 2 * scale
            return Numeral(0, start + 3, both, both, "number", True, "a couple of")
    return None


def _fraction(words: Sequence[str]) -> Numeral | None:
    """Half of; half the; a third of; two-thirds of; three quarters of. In percent."""
    table = _table()
    parts: dict[str, float] = table["fraction"]
    count, at = 1.0, 0
    if words[0] in table["small"] and words[0] not in parts:
        count, at = float(table["small"][words[0]]), _next(words, 1)
    elif words[0] in ("a", "an") and len(words) > 1 and words[1] in parts:
        at = 1
    if at >= len(words) or words[at] not in parts:
        return None
    million = list(words[at + 1 : at + 3]) == ["of", "a"] and len(words) > at + 3
    if at == 0 and words[0] != "half" and not (million and read_scale(words[at + 3])):
        return None
    following = words[at + 1] if at + 1 < len(words) else ""
    whole = following == "of" or (words[at] == "half" and following in _determiners())
    if not whole or count * parts[words[at]] > 100.5:
        return None
    if (
        list(words[at + 1 : at + 3]) == ["of", "a"]
        and len(words) > at + 3
        and read_scale(words[at + 3])
    ):
        value = round(count * parts[words[at]] / 100 * (read_scale(words[at + 3]) or 1), 6)
        return Numeral(0, at + 4, value, value, "number", True)  # a quarter of a million
    percent = round(count * parts[words[at]], 4)
    return Numeral(0, at + 1, percent, percent, "fraction", True)


def _rate(words: Sequence[str]) -> Numeral | None:
    """One in five; nine out of ten; 9 in 10. In percent."""
    small: dict[str, int] = _table()["small"]
    among = 3 if list(words[1:3]) == ["out", "of"] else 2 if list(words[1:2]) == ["in"] else 0
    if not among or len(words) <= among + 1 or words[among + 1] in ("percent", "%", "per"):
        return None
    part = small.get(words[0], value_of(words[0]))
    whole = small.get(words[among], value_of(words[among]))
    if (
        part is None
        or whole is None
        or not 0 < part < whole <= 1000
        or read_scale(words[among + 1])
    ):
        return None
    if among == 2 and (words[among + 1] in ("the",) or whole > 100 or part > 10):
        return None
    percent = round(100 * part / whole, 4)
    return Numeral(0, among + 1, percent, percent, "rate", True)


def _determiners() -> frozenset[str]:
    return frozenset(["the", "its", "their", "his", "her", "these", "those", "this", "that", "our"])


@cache
def _table() -> dict[str, Any]:
    return ontology.table("number_words")

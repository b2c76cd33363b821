"""Stamps printed inside a paragraph: "LIMA | Mon Aug 8, 2011 6:50 pm EDT LIMA (Reuters) - Peru's".

Pages that lost their markup have the line that dates them glued to the report. A full date with a
clock is cut out as a line of its own where the report's dateline follows it or a bar stands before
it, or where it opens the page, or follows the headline, and the report goes on with a capital. A
date without a clock is cut off where it opens a paragraph as no sentence does: with a label
("Published:"), in numbers alone, with its weekday, or grown together with the first word.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from hearsay import ontology
from hearsay.pages.layout.paragraph import Paragraph
from hearsay.pages.layout.shape import finished, words
from hearsay.pages.metadata.dateline import find_dateline
from hearsay.pages.metadata.stated_dates import Stated, find_stated

_REACH = 1500  # characters of a paragraph in which a stamp is looked for
_OPENING = 160  # and in which days that open it are
_TOP = 6  # so many paragraphs are looked at for a stamp that no dateline follows
_ENTRIES = 2  # so many paragraphs that open with a day make a chronicle
_FEW = 3  # words: fewer before a day are no headline
_MARKS = " |,;:–—-"
_BEFORE = re.compile(r"(?:(?P<place>[A-ZÀ-Þ][\w.,/’' -]{1,40}?)\s*(?P<bar>\|)\s*)?$")
_UPPER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.,/’' -]*(?:,\s+[A-Z][a-zà-þ]+)?$")
_TITLED = re.compile(r"(?:[*•]\s+)?[\"“‘'(]?[A-ZÀ-Þ]")
_BYLINE = re.compile(r"\s*\|\s*(?=(?:by|from)\b)", re.IGNORECASE)
_PAGE = r"(?:page\s+|pg\.?\s*|p\.\s*)?[A-Z]\d{1,2}(?![\w-])|page\s+\d{1,2}\b"
_WORD_BEFORE = re.compile(r"(?P<word>[^\W_]+)[.?!’'”)]*\s*$")


def split_timestamps(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, each glued stamp as a paragraph of its own.

    >>> glued = Paragraph("Tue 5 June 1990 06:14 GMT LIMA (AP) - Peru voted.")
    >>> [paragraph.text for paragraph in split_timestamps([glued])]
    ['Tue 5 June 1990 06:14 GMT', 'LIMA (AP) - Peru voted.']
    """
    given = tuple(paragraphs)
    entries = sum(_opening(p.text) > 0 for p in given) >= _ENTRIES
    parts: list[Paragraph] = []
    stamped = False
    for number, paragraph in enumerate(given):
        heads = number < _TOP and not stamped
        found = (_opened(paragraph) if heads and not entries else []) or _parts(
            paragraph, heads=heads
        )
        stamped = stamped or len(found) > 1
        parts += found
    return tuple(parts)


def _opened(paragraph: Paragraph) -> list[Paragraph]:
    """The days that open the paragraph, or end a headline, and the rest; nothing where none do."""
    text = paragraph.text
    cut = _opening(text)
    pieces = (text[:cut], text[cut:].lstrip(_MARKS)) if cut else _ending(text)
    return [replace(paragraph, text=piece.strip(_MARKS)) for piece in pieces]


def _opening(text: str) -> int:
    """Where the days end that `text` opens with, each with its label and clock, 0 where it opens
    with none, or with one that may belong to its sentence.

    >>> _opening("Published: 2016-11-09 Bells rang."), _opening("May 3, 2016 Square is full.")
    (21, 0)
    """
    end, apart = 0, False
    for stated in find_stated(text[:_OPENING]):
        label = _label().fullmatch(text, end, stated.start)
        if label is None or stated.days is None or (end and not label["label"]):
            break
        clock = _after().match(text, stated.end)
        end = clock.end() if clock is not None else stated.end
        apart = apart or label["label"] is not None or _off(text, stated, end)
    rest = text[end:].lstrip(_MARKS)
    listed = any(stated.start == 0 for stated in find_stated(rest[:_OPENING]))
    whole = apart and not listed and _TITLED.match(rest) and find_dateline(text) is None
    return end if whole else 0


def _off(text: str, stated: Stated, end: int) -> bool:
    """True for a date that no sentence opens with: in numbers, glued to the word behind it, or
    with its weekday and no comma before a whole sentence."""
    numbers = not any(map(str.isalpha, text[stated.start : stated.end]))
    glued = text[end : end + 1].isalpha()
    weekday = stated.partial.weekday is not None and stated.partial.year is not None
    return numbers or glued or (weekday and text[end : end + 1] == " " and finished(text))


def _ending(text: str) -> tuple[str, ...]:
    """A headline and the day that ends it, in numbers or behind a bar."""
    found = find_stated(text) if len(text) <= _OPENING and not finished(text) else []
    if not found or found[-1].days is None or found[-1].end < len(text.rstrip(" )")):
        return ()
    day = text[found[-1].start :]
    barred = text[: found[-1].start].rstrip().endswith("|")
    year_first = day[:4].isdigit()
    headline = text[: found[-1].start].rstrip(_MARKS + "(")
    few = len(words(headline)) < _FEW or _label().fullmatch(headline) is not None
    return () if few or not (barred or year_first) else (headline, day)


def _parts(paragraph: Paragraph, *, heads: bool) -> list[Paragraph]:
    """The paragraph in pieces where a stamp is glued to it; `heads` when one may stand alone."""
    text = paragraph.text
    for stated in find_stated(text[:_REACH]):
        stamp = _stamp(text, stated) if stated.days is not None else None
        if stamp is None:
            continue
        begin, barred = _begin(text, stamp.start)
        rest = text[stamp.end :].lstrip(_MARKS)
        alone = heads and _stands_alone(text, begin, stamp) and bool(_TITLED.match(rest))
        if rest and (barred or alone or find_dateline(rest) is not None):
            pieces = (text[:begin].strip(), text[begin : stamp.end].strip(), rest)
            return [replace(paragraph, text=piece) for piece in pieces if piece]
    return [paragraph]


def _stands_alone(text: str, begin: int, stamp: "_Stamp") -> bool:
    """True for a stamp that opens the page or stands behind its headline: no word before it makes
    it part of a sentence."""
    if begin == 0:
        return stamp.zoned or stamp.weekday
    before = _WORD_BEFORE.search(text, 0, begin)
    if before is None or not stamp.zoned:
        return False
    return before["word"].lower() not in (*_words()["takes_day"], *_words()["updated"])


@dataclass(frozen=True, slots=True)
class _Stamp:
    start: int
    end: int
    zoned: bool
    weekday: bool


def _stamp(text: str, stated: Stated) -> _Stamp | None:
    """A date with the clock behind it or before it, or with the page of the paper or the byline
    behind a bar; None for a date alone."""
    weekday = stated.partial.weekday is not None
    start = stated.start
    told = _told().search(text, 0, start)
    after = _after().match(text, stated.end)
    if after is not None:
        zoned = after["zone"] is not None or told is not None
        return _Stamp(told.start() if told else start, after.end(), zoned, weekday)
    if _BYLINE.match(text, stated.end):
        return _Stamp(start, stated.end, zoned=True, weekday=weekday)
    before = _before().search(text, 0, start)
    if before is None:
        return None
    return _Stamp(before.start(), stated.end, before["zone"] is not None, weekday)


def _begin(text: str, start: int) -> tuple[int, bool]:
    """Where the stamp begins with the place or writer and the bar before it, and whether there is
    a bar."""
    match = _BEFORE.search(text, 0, start)
    if match is None or not match["bar"]:
        return start, False
    place = _UPPER.search(match["place"])
    return (match.start("place") + place.start() if place else match.start("place")), True


_TIME = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?|\d{4}(?=\s*(?:GMT|UTC)\b)"


@cache
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = ontology.table("date_evidence")["words"]
    return words


@cache
def _zone() -> str:
    zones = "|".join(map(re.escape, _words()["zones"]))
    return rf"(?P<zone>\(?(?:(?:{zones})\b|(?:UK|local)\s+time\b)\)?)"


@cache
def _told() -> re.Pattern[str]:
    """A word that says what the stamp is of, right before it: "Aired", "Posted:"."""
    return re.compile(rf"\b(?=[A-Z])(?i:{'|'.join(_words()['published'])})(?:\s+on)?:?\s+$")


@cache
def _label() -> re.Pattern[str]:
    """A label before a day that opens a paragraph, or before one more day: "Published on: "."""
    cues = "|".join(map(re.escape, (*_words()["published"], *_words()["updated"])))
    return re.compile(rf"[\s|,;()–—-]*(?:(?P<label>(?:{cues})\b)(?:\s+on)?\s*:?\s*)?", re.I)


@cache
def _after() -> re.Pattern[str]:
    again = r"(?:\s+\d{1,2}[:.]\d\d\s+UK\b)?"  # 06:17 GMT 07:17 UK
    clock = rf"(?:at\s+)?(?:{_TIME})(?:\s*{_zone()})?{again}"
    return re.compile(rf"[\s,:;|–—-]*(?:{clock}|{_PAGE})", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(?:{_TIME})(?:\s*{_zone()})?[\s,;–—-]*(?:on\s+)?$", re.IGNORECASE)

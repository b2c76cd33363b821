"""Stamps printed inside a paragraph: "LIMA | Mon Aug 8, 2011 6:50 pm EDT LIMA (Reuters) - Peru's".

Pages that lost their markup have the line that dates them glued to the report. A full date with a
clock is cut out as a line of its own where the report's dateline follows it or a bar stands before
it, or where it opens the paragraph and the report goes on with a capital.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from hearsay import ontology
from hearsay.pages.dateline import find_dateline
from hearsay.pages.paragraph import Paragraph
from hearsay.pages.stated_dates import Stated, find_stated

_REACH = 1500  # characters of a paragraph in which a stamp is looked for
_BEFORE = re.compile(r"(?:(?P<place>[A-ZÀ-Þ][\w.,/’' -]{1,40}?)\s*(?P<bar>\|)\s*)?$")
_UPPER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.,/’' -]*(?:,\s+[A-Z][a-zà-þ]+)?$")
_TITLED = re.compile(r"[\"“‘']?[A-ZÀ-Þ]")


def parted(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, each glued stamp as a paragraph of its own.

    >>> [p.text for p in parted([Paragraph("Tue 5 June 1990 06:14 GMT LIMA (AP) - Peru voted.")])]
    ['Tue 5 June 1990 06:14 GMT', 'LIMA (AP) - Peru voted.']
    """
    return tuple(part for paragraph in paragraphs for part in _parts(paragraph))


def _parts(paragraph: Paragraph) -> list[Paragraph]:
    text = paragraph.text
    for stated in find_stated(text[:_REACH]):
        stamp = _stamp(text, stated) if stated.days is not None else None
        if stamp is None:
            continue
        begin, barred = _begin(text, stamp.start)
        rest = text[stamp.end :].lstrip(" |,;:–—-")
        opens = begin == 0 and stamp.zoned and bool(_TITLED.match(rest))
        if rest and (barred or opens or find_dateline(rest) is not None):
            pieces = (text[:begin].strip(), text[begin : stamp.end].strip(), rest)
            return [replace(paragraph, text=piece) for piece in pieces if piece]
    return [paragraph]


@dataclass(frozen=True, slots=True)
class _Stamp:
    start: int
    end: int
    zoned: bool


def _stamp(text: str, stated: Stated) -> _Stamp | None:
    """A date with the clock behind it or before it; None for a date alone."""
    after = _after().match(text, stated.end)
    if after is not None:
        return _Stamp(stated.start, after.end(), after["zone"] is not None)
    before = _before().search(text, 0, stated.start)
    return (
        None if before is None else _Stamp(before.start(), stated.end, before["zone"] is not None)
    )


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
def _zone() -> str:
    zones = "|".join(map(re.escape, ontology.table("date_evidence")["words"]["zones"]))
    return rf"(?P<zone>(?:(?:{zones})\b|(?:UK|local)\s+time\b))"


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[\s,;|–—-]*(?:at\s+)?(?:{_TIME})(?:\s*{_zone()})?", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(?:{_TIME})(?:\s*{_zone()})?[\s,;–—-]*(?:on\s+)?$", re.IGNORECASE)

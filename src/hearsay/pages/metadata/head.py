"""What may stand before a report, as a small grammar: places, days and agencies, in any order.

    opening := element (separator element)* close
    element := place | day | "(" place | day | agency ")" | "/" agency "/"
    close   := dash | colon | stop | the end of the line | nothing

Spaces may be lost and dashes stand between elements. Which openings are datelines `dateline` says.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hearsay import ontology
from hearsay.model import PartialDate
from hearsay.pages.metadata.agencies import agency_forms, is_house
from hearsay.pages.metadata.stated_dates import Stated, find_stated

_DASH = r"(?:--+|[-–—―_])"  # old wires print a dash as _
# WASHINGTON / ST. PETERSBURG / JERUSALEM/BEIRUT / TEL AVIV-JAFFA / N'DJAMENA / AL-QA'IM
_CAPITALS = r"[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þ.'’]|(?<=[A-ZÀ-ÖØ-Þ])[-/](?=[A-ZÀ-ÖØ-Þ]))+"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+"
_SMALL = "of|de|del|al|el|la|le|the|am|an|upon"
_NEXT = r"(?=[\"“‘'A-ZÀ-Þ0-9]|$)"  # the report begins with a capital, a quotation or a number
_BRACKET = re.compile(r"\((?P<inside>[^()]{2,40})\)")
_SLASHED = re.compile(r"/(?P<inside>[A-Za-z][\w .&-]{1,30})/")
_SEPARATOR = re.compile(r"[,.]?[ ]*")
_BETWEEN = re.compile(rf"[,.]?[ ]*{_DASH}[ ]*")
_CLOSES = {
    "dash": re.compile(rf"[,.]?[ ]?{_DASH}[ ]*{_NEXT}"),
    "colon": re.compile(rf"[,.]?[ ]?:[ ]*{_NEXT}"),
    "stop": re.compile(rf"\.[ ]*{_NEXT}"),
    "bare": re.compile(rf"[ ]+{_NEXT}"),
    "end": re.compile(r"\.?\s*$"),
}
_APART = re.compile(r"[ ]?(?:[–—―]|--+)|[ ]-[ ]|:[ ]+")  # a dash or colon that joins no words
_INITIALISM = 5  # letters: longer words in capitals and brackets are places
_LAND = 3


@dataclass(frozen=True, slots=True)
class Element:
    """One part of an opening.

    `kind` is a letter: P a place in capitals, p one in mixed case, d a day; in brackets L a place
    in capitals, l a land, b a day, A a known agency, H what looks like a house, a what may be one;
    s an agency between slashes.
    """

    kind: str
    text: str
    partial: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """Elements and how they are closed; `end` is where the report begins, `apart` is true where
    the close stands off from the words beside it."""

    elements: tuple[Element, ...]
    close: str
    end: int
    apart: bool

    @property
    def shape(self) -> str:
        """The kinds of the elements in a row."""
        return "".join(element.kind for element in self.elements)

    def text_of(self, kinds: str) -> str | None:
        """The words of the first element of one of the kinds."""
        return next((element.text for element in self.elements if element.kind in kinds), None)

    @property
    def day(self) -> PartialDate | None:
        """What its day says, None where it names none."""
        return next((element.partial for element in self.elements if element.partial), None)


def openings(line: str) -> list[Opening]:
    """The openings that `line` may have, the longest first.

    >>> [(o.shape, o.close) for o in openings("PARIS, 5 June (AFP) - Talks")]
    [('PdA', 'dash')]
    """
    days = {stated.start: stated for stated in find_stated(line) if stated.partial.day is not None}
    found: list[Opening] = []
    elements: tuple[Element, ...] = ()
    at: int | None = 0
    while at is not None and (step := _element(line, at, days)) is not None:
        element, end = step
        elements = (*elements, element)
        found += _closed(line, end, elements)
        at = _following(line, end, element.kind, days)
    return found[::-1]


def _element(line: str, at: int, days: Mapping[int, Stated]) -> tuple[Element, int] | None:
    """The element at `at` and where it ends."""
    if at in days:
        stated = days[at]
        return Element("d", line[at : stated.end], stated.partial), stated.end
    if (weekday := _weekday().match(line, at)) is not None:
        numbers: dict[str, int] = ontology.table("months")["weekdays"]
        partial = PartialDate(weekday=numbers[weekday["name"].lower()])
        return Element("d", weekday.group(), partial), weekday.end()
    if (bracket := _BRACKET.match(line, at)) is not None:
        element = _bracketed(bracket["inside"])
        return None if element is None else (element, bracket.end())
    if (slashed := _SLASHED.match(line, at)) is not None:
        return Element("s", slashed["inside"]), slashed.end()
    for kind, pattern in _places():
        if (place := pattern.match(line, at)) is not None:
            return Element(kind, place.group()), place.end()
    return None


def _bracketed(words: str) -> Element | None:
    """What stands in brackets; None for what is no part of an opening."""
    if words in agency_forms():
        return Element("A", words)
    stated = find_stated(words)
    if stated:
        return Element("b", words, stated[0].partial)
    if words.strip().lower() in _lands():
        return Element("l", words)
    if words.isupper() and max(map(len, re.findall(r"\w+", words))) > _INITIALISM:
        return Element("H" if is_house(words.title()) else "L", words)
    parts = words.split()
    capitals = all(part[:1].isupper() or part in ("of", "and", "for") for part in parts)
    if not capitals or len(parts) > 5 or words.endswith("."):
        return None
    return Element("H" if is_house(words) or words.isupper() else "a", words)


def _closed(line: str, end: int, elements: tuple[Element, ...]) -> Iterator[Opening]:
    for close, pattern in _CLOSES.items():
        match = pattern.match(line, end)
        if match is not None:
            yield Opening(elements, close, match.end(), bool(_APART.match(line, end)))


def _following(line: str, end: int, kind: str, days: Mapping[int, Stated]) -> int | None:
    """Where the next element may begin: behind a dash stand only days and brackets, and between a
    place in mixed case and a day, or a day and a place, a comma."""
    between = _BETWEEN.match(line, end)
    if between is not None:
        at = between.end()
        return at if line[at : at + 1] == "(" or (kind in "PLl" and at in days) else None
    separator = _SEPARATOR.match(line, end)
    at = separator.end() if separator is not None else end
    marked = line[end : end + 1] in (",", ".") or kind == "P" or line[at : at + 1] in ("(", "/")
    return at if at < len(line) and (marked or kind in "AHa") else None


@cache
def _places() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Places in capitals and in mixed case, each with its region, several parted by slashes."""
    calendar = ontology.table("months")
    no_day = rf"(?!(?i:{'|'.join((*calendar['months'], *calendar['weekdays']))})\b)"
    upper = rf"{_CAPITALS}(?:[ ]{no_day}{_CAPITALS}){{0,3}}"
    mixed = rf"{_NAME}(?:[ ](?:{no_day}{_NAME}|{_SMALL})){{0,3}}"
    region = rf"(?:,[ ]?{no_day}(?:{mixed}|[A-Z]\.[A-Z]\.?|{upper})){{0,2}}"
    more = rf"(?:[ ]?/[ ]?(?:{upper}|{mixed}){region}){{0,3}}"
    return (
        ("P", re.compile(rf"{upper}(?![^\W\d_]){region}{more}")),
        ("p", re.compile(rf"{no_day}{mixed}{region}{more}")),
    )


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>(?i:{'|'.join(ontology.table('months')['weekdays'])}))\b\.?")


@cache
def _lands() -> frozenset[str]:
    """States and regions, in lower case."""
    rows = (*ontology.rows("countries"), *ontology.rows("regions"))
    names = (name for row in rows for name in (row["name"], *row["aliases"].split("|")))
    return frozenset(name.lower() for name in names if len(name) > _LAND)

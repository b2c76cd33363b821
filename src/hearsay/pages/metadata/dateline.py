"""The dateline at the head of an article: place, day, agency."""

import re
from dataclasses import dataclass
from functools import cache

from hearsay import ontology
from hearsay.model import DateEvidence, Dateline, Span
from hearsay.pages.layout.shape import function_words
from hearsay.pages.metadata.agencies import agency, agency_forms
from hearsay.pages.metadata.head import Opening, openings
from hearsay.pages.metadata.stated_dates import find_stated

_LONGEST = 130
_TRAILING_STOP = re.compile(r"(?<=[A-Z]{4})\.$")  # MOSCOW. June 5
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_IN_PLACES = frozenset(["of", "the", "on", "upon", "in", "by"])
# Which openings are datelines: the kinds of their elements (see `head.Element`) and their close.
_SHAPES = tuple(
    (re.compile(shape), frozenset(closes.split()))
    for shape, closes in (
        # WASHINGTON, Oct 1 (Reuters) – ; PARIS (AP) — ; Tunis (Tunisia) (AFP): ; PARIS (AP) May 3 -
        (r"[Pp]l?d?[AHa]|[Pp][AHa]d", "dash colon"),
        (r"[Pp]l?d?A|A", "bare"),  # Washington (CNN) The: no dash, so the agency has to be known
        (r"Pd?s", "dash colon stop"),  # MOSCOW, June 5. /TASS/.
        (r"[AHas]|pd?s", "dash"),  # (Reuters) - ; (AFP) –
        (r"d[AH]", "dash colon"),  # May 18 (Reuters) -
        (r"[AH]Pd?", "dash colon"),  # (AP) PARIS, May 3 -
        (r"[AH]pd", "dash"),
        (r"Pl?d|P?b|pl", "dash colon"),  # GENEVA, April 3 — ; LONDON, Tuesday: ; Tunis (Tunisia):
        (r"pl?d|d[Pp]|d[PpL][AH]", "dash"),  # Lagos, Jan. 15 -- ; 18 May 2019, Khartoum -
        (r"dL", "dash colon"),  # MAY 18, 2019 (KHARTOUM) -
        (r"L", "dash"),  # (MOGADISHU) --
    )
)


@dataclass(frozen=True, slots=True)
class Head:
    """A dateline as found: `end` is where the report begins; `own_line` when nothing follows."""

    dateline: Dateline
    end: int
    own_line: bool


def find_dateline(text: str, at: int = 0) -> Head | None:
    """The dateline that `text` has at `at`, or None.

    Capitals, a date, an agency in brackets: two of them, or one and a dash, make a dateline; a word
    in capitals that stands for no place (BREAKING, ANALYSIS) makes none.

    >>> find_dateline("PARIS, 5 June (AFP) - Talks").dateline.agency
    'Agence France-Presse'
    """
    line = text[at : at + _LONGEST].split("\n", 1)[0]
    opening = next(filter(_is_dateline, openings(line)), None)
    if opening is None:
        return None
    place, said = _place(opening), opening.text_of("AHas")
    span = Span.of(text, at, at + len(line[: opening.end].rstrip()))
    dateline = Dateline(span, place, opening.day, agency(said) if said else None)
    return Head(dateline, at + opening.end, own_line=not line[opening.end :].strip())


def dateline_evidence(dateline: Dateline) -> DateEvidence | None:
    """What the dateline says of the day, or None when it names none."""
    if dateline.date is None:
        return None
    for stated in find_stated(dateline.span.text):
        return stated.evidence("dateline", dateline.span.text)
    return DateEvidence("dateline", dateline.span.text, None, dateline.date)


def _is_dateline(opening: Opening) -> bool:
    place, day = _place(opening), opening.day
    if place is not None and _no_place(place):
        return False
    if opening.shape == "P":  # KYIV, Ukraine — ; NEW DELHI:
        return opening.apart and opening.close in ("dash", "colon")
    if opening.shape == "Pd" and opening.close == "end":
        # PEKING, SEPT. 19. on a line of its own, as papers once printed it
        return day is not None and day.day is not None and day.year is None
    if opening.shape == "pd" and opening.close == "colon":  # New Delhi, Feb 26 :
        return place is not None and _no_label(place)
    return any(
        shape.fullmatch(opening.shape) and opening.close in closes for shape, closes in _SHAPES
    )


def _place(opening: Opening) -> str | None:
    words = opening.text_of("PpL")
    return words and _TRAILING_STOP.sub("", words)


def _no_place(place: str) -> bool:
    """True for a label (BREAKING), an initialism (U.S.), words that make a clause, or an agency, as
    in a photograph's "AP May 3, 1999: A tank"."""
    words = place.split(",")[0].strip(" .")
    if words.upper() in set(ontology.table("furniture")["labels"]["not_places"]):
        return True
    if _INITIALS.fullmatch(place) or place in agency_forms():
        return True
    return any(word.lower() in function_words() - _IN_PLACES for word in words.split())


def _no_label(place: str) -> bool:
    """True for words that begin with nobody's name and tell of nothing: "Ana Sol, May 3: I saw",
    "Siege of Split, May 3:" and "Correction, May 3:" head no report."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", place)]
    return words[0] not in _given_names() and not set(words) & _labels()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in ontology.rows("given_names"))


@cache
def _labels() -> frozenset[str]:
    cues = ontology.table("date_evidence")["words"]
    phrases = (*cues["past"], *cues["published"], *cues["updated"], *cues["again"])
    return frozenset(word for phrase in phrases for word in phrase.split())

"""The dateline at the head of an article: place, day, agency."""

import re
from dataclasses import dataclass
from functools import cache

from hearsay import ontology
from hearsay.model import DateEvidence, Dateline, PartialDate, Span
from hearsay.pages.shape import function_words
from hearsay.pages.stated_dates import find_stated

_DASH = r"(?:--+|[-–—―_])"  # old wires print a dash as _
# WASHINGTON / ST. PETERSBURG / JERUSALEM/BEIRUT / TEL AVIV-JAFFA / N'DJAMENA / AL-QA'IM
_CAPITALS = r"[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þ.'’]|(?<=[A-ZÀ-ÖØ-Þ])[-/](?=[A-ZÀ-ÖØ-Þ]))+"
_UPPER = rf"{_CAPITALS}(?:[ ]{_CAPITALS}){{0,3}}"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+"
_MIXED = rf"{_NAME}(?:[ ](?:{_NAME}|of|de|del|al|el|la|le|the|am|an|upon)){{0,3}}"
_DATE = r"(?P<date>[A-Za-z0-9][\w.,' ]{2,28}?)"
_AGENCY = r"(?:\((?P<agency>[^()]{2,40})\)|/(?P<slashed>[A-Za-z][\w .&-]{1,30})/)"
_LONGEST = 130
_NEXT = r"(?=[\"“‘'A-ZÀ-Þ0-9]|$)"  # the report begins with a capital, a quotation or a number
_TRAILING_STOP = re.compile(r"(?<=[A-Z]{4})\.$")  # MOSCOW. June 5
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_IN_PLACES = frozenset(["of", "the", "on", "upon", "in", "by"])


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
    for form in _forms():
        match = form.match(line)
        if match is None:
            continue
        place, partial, said = _parts(match)
        if not _holds(match, place, partial, said):
            continue
        span = Span.of(text, at, at + len(match.group().rstrip()))
        dateline = Dateline(span, place, partial, agency(said) if said else None)
        rest = line[match.end() :].strip()
        return Head(dateline, at + match.end(), own_line=not rest)
    return None


def dateline_evidence(dateline: Dateline) -> DateEvidence | None:
    """What the dateline says of the day, or None when it names none."""
    if dateline.date is None:
        return None
    for stated in find_stated(dateline.span.text):
        return stated.evidence("dateline", dateline.span.text)
    return DateEvidence("dateline", dateline.span.text, None, dateline.date)


def agency(words: str) -> str:
    """The agency's own name for a form of it ("AP": Associated Press); unknown ones as written."""
    clean = words.strip(" .,-–—")
    return agency_forms().get(clean, clean)


@cache
def agency_forms() -> dict[str, str]:
    """Every known form of an agency's name, to the name."""
    rows = ontology.table("agencies")["agency"]
    return {form: row["name"] for row in rows for form in row["forms"]}


def _parts(match: re.Match[str]) -> tuple[str | None, PartialDate | None, str | None]:
    groups = match.groupdict()
    place = groups.get("place")
    place = place and _TRAILING_STOP.sub("", place)
    said = groups.get("agency") or groups.get("slashed") or groups.get("known")
    date = groups.get("date")
    if said is not None and not _agency_like(said):
        # "(June 5)" in the agency's place is the date
        stated = find_stated(said)
        return place, stated[0].partial if stated else None, None
    return place, _partial(date) if date else None, said


def _agency_like(words: str) -> bool:
    """True when the words in brackets can be an outlet: known, or a few words with capitals."""
    parts = words.split()
    if words in agency_forms():
        return True
    capitals = all(part[:1].isupper() or part in ("of", "and", "for") for part in parts)
    return capitals and len(parts) <= 5 and not words.endswith(".") and not find_stated(words)


def _holds(
    match: re.Match[str], place: str | None, partial: PartialDate | None, said: str | None
) -> bool:
    """True when what the form caught can be a place, a date and an agency."""
    groups = match.groupdict()
    if place is None and said is None:
        return False
    if groups.get("date") and partial is None:
        return False
    if groups.get("known") and groups["known"] not in agency_forms():
        return False
    if place is None:
        return True
    bracketed_date = said is None and partial is not None and groups.get("date") is None
    return not _no_place(place) and not (bracketed_date and not place.isupper())


def _partial(date: str) -> PartialDate | None:
    """What the words in the date's place say, or None when they are no date."""
    for stated in find_stated(date):
        rest = (date[: stated.start] + date[stated.end :]).strip(" .,")
        return stated.partial if not rest else None
    weekdays: dict[str, int] = ontology.table("months")["weekdays"]
    weekday = weekdays.get(date.strip(" .,").lower())
    return None if weekday is None else PartialDate(weekday=weekday)


def _no_place(place: str) -> bool:
    """True for a label (BREAKING), an initialism (U.S.), words that make a clause, or an agency, as
    in a photograph's "AP May 3, 1999: A tank"."""
    words = place.split(",")[0].strip(" .")
    if words.upper() in set(ontology.table("furniture")["labels"]["not_places"]):
        return True
    if _INITIALS.fullmatch(place) or place in agency_forms():
        return True
    return any(word.lower() in function_words() - _IN_PLACES for word in words.split())


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The shapes of a dateline, the surest first."""
    calendar = ontology.table("months")
    days = "|".join((*calendar["months"], *calendar["weekdays"]))
    region = rf"(?:,[ ](?!(?i:{days})\b)(?:{_MIXED}|[A-Z]\.[A-Z]\.?|{_UPPER}))"
    upper = rf"(?P<place>{_UPPER}{region}{{0,2}})"
    mixed = rf"(?P<place>{_MIXED}{region}{{0,2}})"
    day = rf"(?:[,.]?[ ]{_DATE})?[,.]?[ ]?"
    ways = (
        # WASHINGTON, Oct 1 (Reuters) – ; PARIS (AP) — ; MOSCOW. June 5 (Interfax) -
        rf"{upper}{day}(?:{_DASH}[ ]?)?{_AGENCY}\.?[ ]?(?:{_DASH}|:)[ ]*{_NEXT}",
        # MOSCOW, June 5. /TASS/.
        rf"{upper}{day}/(?P<slashed>[A-Za-z][\w .&-]{{1,30}})/\.[ ]*{_NEXT}",
        rf"{mixed}(?:,[ ]{_DATE})?[,.]?[ ]?{_AGENCY}[ ]?(?:{_DASH}|:)[ ]*{_NEXT}",
        # Washington (CNN) The; CAIRO (AP) The: no dash, so the agency has to be known
        rf"{mixed}[ ]\((?P<known>[^()]{{2,40}})\)[ ]{_NEXT}",
        # (Reuters) - ; (AFP) –
        rf"{_AGENCY}[ ]?{_DASH}[ ]*{_NEXT}",
        # GENEVA, April 3 — ; LONDON, Tuesday: ; Lagos, Jan. 15 --
        rf"{upper},?[ ]{_DATE}[.,]?[ ]?(?:{_DASH}|:)[ ]*{_NEXT}",
        rf"{mixed},[ ]{_DATE}[.,]?[ ]?{_DASH}[ ]*{_NEXT}",
        # PEKING, SEPT. 19. on a line of its own, as papers once printed it
        rf"{upper},[ ](?P<date>[A-Za-z]{{3,9}}\.?[ ]\d{{1,2}}|\d{{1,2}}[ ][A-Za-z]{{3,9}})\.?\s*$",
        # KYIV, Ukraine — ; NEW DELHI: ; UNITED NATIONS --
        rf"{upper}[ ]?(?:[–—―]|--+|(?<=[ ])-(?=[ ]))[ ]*{_NEXT}",
        rf"{upper}:[ ]+{_NEXT}",
    )
    return tuple(re.compile(way) for way in ways)

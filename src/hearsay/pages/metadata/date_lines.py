"""Lines that do nothing but date the page, and the dates told in other furniture."""

import re
from functools import cache

from hearsay import ontology
from hearsay.model import DateEvidence, PartialDate
from hearsay.pages.metadata.stated_dates import Stated, find_stated

_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?", re.I
)
_DONE = re.compile(r"\W*\w{3,}ed(?: on\b| in\b|:)")  # "Photographed on", "Sentenced:"
_PAGE = re.compile(r"\bpage\b|\b[A-Z]\d{1,2}\b", re.I)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SPARE = 3  # words beside the date: a place, an outlet, a section
_SPARE_STAMP = 9  # beside a date with a clock and its zone: places, writers
_LONGEST = 160


def is_date_line(text: str) -> bool:
    """True for a line that names a day and next to nothing else.

    >>> is_date_line("Published: 5 June 1967, 06:14 GMT")
    True
    """
    if len(text) > _LONGEST:
        return False
    found = find_stated(text)
    beside = _beside(text, found)
    names = all(word[0].isupper() for word in beside)
    spare = _SPARE_STAMP if _stamped(text) else _SPARE
    return bool(found) and names and len(beside) <= (spare if _whole(found) else 1)


def is_bare_day(text: str) -> bool:
    """True for a line that is a full day and nothing else.

    >>> is_bare_day("Monday 5 June 1967"), is_bare_day("Suez, 5 June 1967")
    (True, False)
    """
    found = find_stated(text)
    return len(found) == 1 and found[0].days is not None and not _beside(text, found)


def is_stamp(text: str) -> bool:
    """True for a date with a clock and its zone, or with its weekday and a clock or page.

    >>> is_stamp("Mon 5 June 1967; Page A14"), is_stamp("June 5, 1967 at 6:14 pm | Reply")
    (True, False)
    """
    found = find_stated(text)
    weekday = any(stated.partial.weekday is not None for stated in found)
    zoned = any(word in _words()["zones"] for word in _WORD.findall(text))
    placed = says_clock(text) or _PAGE.search(text) is not None
    return _whole(found) and ((says_clock(text) and zoned) or (weekday and placed))


def dates_byline(text: str) -> bool:
    """True for a byline whose dates are its own: it has no small words but those of bylines.

    >>> dates_byline("By Ana Sol on 5 June 1967"), dates_byline("By Ana Sol Gold fell on 5 June")
    (True, False)
    """
    small = {word for word in _beside(text, find_stated(text)) if word[0].islower()}
    return small <= _byline_words()


def says_clock(text: str) -> bool:
    """True for a line with a time of day.

    >>> says_clock("5 June 1997, 06:14")
    True
    """
    return _CLOCK.search(text) is not None


def is_readers(text: str) -> bool:
    """True for a line that may as well be a reader's: "Posted by ann on 5 June 1997 | Reply"."""
    lowered = text.lower()
    return any(re.search(rf"\b{cue}\b", lowered) for cue in _words()["readers"])


def of_the_past(text: str) -> bool:
    """True for a line whose date is what the page is about, or a span of days.

    >>> of_the_past("Battle of the bridge, 5 June 1867"), of_the_past("Split, 5 June 1867")
    (True, False)
    """
    lowered = text.lower()
    days = {item.days for item in line_evidence(text, kind="header") if item.kind == "header"}
    cues = (*_words()["past"], *_words()["again"])
    named = any(re.search(rf"\b{cue}\b", lowered) for cue in cues)
    return named or len(days - {None}) > 1 or _DONE.match(lowered) is not None


def line_evidence(text: str, *, kind: str) -> list[DateEvidence]:
    """Each date of a line as evidence of `kind`, or "updated" where that word stands before it."""
    found = find_stated(text)
    told: list[DateEvidence] = []
    start = 0
    for stated in found:
        words = text[start : stated.start].lower()
        updated = any(re.search(rf"\b{cue}\b", words) for cue in _words()["updated"])
        told.append(stated.evidence("updated" if updated else kind, text))
        start = stated.end
    return told


def says_published(text: str) -> bool:
    """True when the line itself says that its date is that of publication or change."""
    lowered = text.lower()
    cues = (*_words()["published"], *_words()["updated"])
    again = any(cue in lowered for cue in _words()["again"])
    return not again and any(re.match(rf"\W*{cue}\b", lowered) for cue in cues)


def copyright_evidence(text: str) -> DateEvidence | None:
    """The last year of a copyright line."""
    years = _YEAR.findall(text)
    return (
        DateEvidence("copyright", text, None, PartialDate(year=int(years[-1]))) if years else None
    )


def _whole(found: list[Stated]) -> bool:
    return any(stated.partial.year is not None for stated in found)


def _stamped(text: str) -> bool:
    """True for a line with a clock, and with its zone or a bar."""
    words = {word for word in _WORD.findall(text) if word.isupper()}
    return says_clock(text) and ("|" in text or bool(words & set(_words()["zones"])))


def _beside(text: str, found: list[Stated]) -> list[str]:
    """The words of the line that are neither date, clock, zone nor words that go with dates."""
    for stated in reversed(found):
        text = text[: stated.start] + " " + text[stated.end :]
    text = _CLOCK.sub(" ", text)
    cues = " ".join((*_words()["published"], *_words()["updated"], *_words()["beside"]))
    known = set(cues.replace(".", " ").split()) | {zone.lower() for zone in _words()["zones"]}
    weekdays = ontology.table("months")["weekdays"]
    return [w for w in _WORD.findall(text) if w.lower() not in known and w.lower() not in weekdays]


@cache
def _byline_words() -> frozenset[str]:
    hands = ontology.table("agencies")["words"]
    return frozenset((*hands["roles"], *hands["signs"], *hands["writing"], *_words()["byline"]))


@cache
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = ontology.table("date_evidence")["words"]
    return words

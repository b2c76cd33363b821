"""Dates as mastheads, headers, captions, addresses and markup print them.

Running prose is not read here: only lines that do nothing but date a page, stamps and addresses.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from hearsay import ontology
from hearsay.model import DateEvidence, Interval, PartialDate

_YEARS = range(1700, 2200)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date found at `start` to `end` of a line.

    `days` is None when it names no full day, or one that no calendar has; `partial` is what was
    said.
    """

    start: int
    end: int
    days: Interval | None
    partial: PartialDate

    def evidence(self, kind: str, text: str) -> DateEvidence:
        """This date as evidence; the day as printed says nothing where its zone leaves two."""
        single = self.days is None or self.days.length == 1
        return DateEvidence(kind, text, self.days, self.partial if single else None)


def find_stated(text: str) -> list[Stated]:
    """The dates in `text`, left to right, none overlapping another.

    >>> [str(s.days.earliest) for s in find_stated("Posted 5 June 1967, updated 1967-06-07")]
    ['1967-06-05', '1967-06-07']
    """
    found: list[Stated] = []
    for match in _pattern().finditer(text):
        stated = _read(match)
        if stated is not None:
            found.append(stated)
    return found


def evidence(kind: str, text: str) -> DateEvidence:
    """The evidence of a stamp or line that names one day: its first date, else its words."""
    for stated in find_stated(text):
        return stated.evidence(kind, text)
    return DateEvidence(kind, text)


def url_evidence(url: str) -> DateEvidence | None:
    """What an address says of the day: /2024/11/01/, /2024/11/1/, /20241101/, /2024/nov/01/, or
    /2024/11/.

    >>> url_evidence("https://a.example/1999/mar/24/raids").days.earliest.isoformat()
    '1999-03-24'
    """
    for match in (found for way in _addresses() for found in way.finditer(url)):
        month = _month(match["month"])
        day = int(match["day"]) if match["day"] else None
        year = int(match["year"])
        if month is None or (day is not None and _day(year, month, day) is None):
            continue
        partial = PartialDate(year=year, month=month, day=day)
        days = None if day is None else Interval.day(date(year, month, day))
        return DateEvidence("url", url, days, partial)
    return None


def _read(match: re.Match[str]) -> Stated | None:
    year, month, day = _numbers(match)
    if year is not None and year not in _YEARS:
        return None
    weekday = _weekday(match)
    partial = PartialDate(year=year, month=month, day=day, weekday=weekday)
    whole = _day(year, month, day)
    days = None if whole is None else _with_zone(whole, match)
    if month is None and year is None:
        return None
    return Stated(match.start(), match.end(), days, partial)


def _numbers(match: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    """Year, month and day. A day and month that may stand either way round are both None."""
    if match["iso_year"]:
        return int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    if match["first"]:
        return _either_way(match)
    year = match["year_after_day"] or match["year_after_month"] or match["year_alone"]
    month = match["month_after_day"] or match["month_before_day"] or match["month_alone"]
    day = match["day_first"] or match["day_second"]
    return _year(year or match["year_short"]), _month(month), int(day) if day else None


def _either_way(match: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    """Of the two orders that which a calendar can have: the weekday beside it decides, or a number
    above twelve; where points part them from a year of four digits, the day stands first."""
    first, second, year = int(match["first"]), int(match["second"]), _year(match["year_numbers"])
    pointed = match["mark"] == "." and len(match["year_numbers"]) > 2
    if first == second <= 12 or (second <= 12 and (pointed or first > 12)):
        return year, second, first
    if second > 12 >= first:
        return year, first, second
    weekday = _weekday(match)
    orders = [(month, day) for month, day in ((first, second), (second, first)) if month <= 12]
    dates = [(_day(year, *order), order) for order in orders]
    fit = [order for day, order in dates if day is not None and day.weekday() == weekday]
    return (year, *fit[0]) if len(fit) == 1 else (year, None, None)


def _year(digits: str | None) -> int | None:
    """The year; of two digits that of the hundred years of web pages, None where it is open."""
    if digits is None or len(digits) > 2:
        return int(digits) if digits else None
    first, last = ontology.table("date_evidence")["years"]["two_digits"]
    return next((year for year in range(first, last + 1) if year % 100 == int(digits)), None)


def _with_zone(day: date, match: re.Match[str]) -> Interval:
    """The day, or two where a machine's stamp in universal time leaves it open."""
    if match["iso_hour"] is None or match["iso_zone"] not in ("Z", "z", "+00:00", "+0000", "+00"):
        return Interval.day(day)
    doubt = ontology.table("date_evidence")["doubt"]
    hour, minute = int(match["iso_hour"]), int(match["iso_minute"])
    if hour > 23 or minute > 59 or not date(1, 1, 2) < day < date(9999, 12, 30):
        return Interval.day(day)
    moment = datetime(day.year, day.month, day.day, hour, minute)
    return Interval(
        (moment - timedelta(hours=doubt["behind"])).date(),
        (moment + timedelta(hours=doubt["ahead"])).date(),
    )


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    if year is None or month is None or day is None or year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str | None) -> int | None:
    if word is None:
        return None
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    months: dict[str, int] = ontology.table("months")["months"]
    return months.get(word.lower().rstrip("."))


def _weekday(match: re.Match[str]) -> int | None:
    return _weekdays().get((match["weekday"] or "").lower().rstrip("."))


@cache
def _weekdays() -> dict[str, int]:
    weekdays: dict[str, int] = ontology.table("months")["weekdays"]
    return weekdays


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    month = rf"(?:{_alternatives(ontology.table('months')['months'])})\b\.?"
    weekday = rf"(?:(?P<weekday>{_alternatives(_weekdays())})\b\.?,?\s+(?:the\s+)?)?"
    year, two = r"(?:1[789]|2[01])\d\d", r"\d{1,2}"
    zone = r"(?P<iso_zone>Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?"
    # some pages print 20199:41 for 2019, 9:41, and 2019Police where the report begins
    glued = r"(?=\d{1,2}:\d\d)|(?-i:(?=[A-Z][a-z]))"
    over = rf"(?:\b|{glued})"
    seconds = r"(?::\d{2}(?:[.,]\d+)?)?"
    clock = rf"(?:[T ]\s?(?P<iso_hour>\d{{2}}):(?P<iso_minute>\d{{2}}){seconds}\s?{zone})?"
    iso = rf"(?P<iso_year>{year})[-/.](?P<iso_month>{two})[-/.](?P<iso_day>{two})(?!\d){clock}"
    # "21-11-03" may begin with its year, "08-16-90" not
    short = rf"(?:{year}|(?:(?<=[./])\d|(?<=-)[89])\d(?![./-]?\d))"
    numbers = rf"(?P<first>{two})(?P<mark>[./-])(?P<second>{two})(?P=mark)(?P<year_numbers>{short})"
    day_first = (
        r"(?P<day_first>[0-3]?\d)(?:st|nd|rd|th)?\s*(?:of\s+|[-./])?\s*"
        rf"(?P<month_after_day>{month})"
        rf"(?:,?[\s-]*(?P<year_after_day>{year}){over}|-(?P<year_short>\d\d)(?![\d-]))?"
    )
    month_first = (
        rf"(?P<month_before_day>{month})\s*(?P<day_second>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:\d)"
        rf"(?:,?\s+(?P<year_after_month>{year}){over})?"
    )
    month_alone = rf"(?P<month_alone>{month}),?\s+(?P<year_alone>{year})\b"
    either = "|".join((iso, numbers, day_first, month_first, month_alone))
    return re.compile(rf"(?<![\w.]){weekday}(?:{either})(?:(?!\w)|{glued})", re.IGNORECASE)


@cache
def _addresses() -> tuple[re.Pattern[str], ...]:
    words = _alternatives(ontology.table("months")["months"])
    year, day = r"(?P<year>(?:1[789]|20)\d\d)", r"(?P<day>\d{2})"
    month = rf"(?P<month>\d{{2}}|{words})"
    ways = (
        rf"/{year}/{month}/{day}(?!\d)",
        rf"/{year}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?![\w.-])",
        rf"(?<!\d){year}-{month}-{day}(?!\d)",
        rf"(?<!\d){year}_{month}_{day}(?!\d)",
        rf"(?<=[/_-]){year}(?P<month>\d{{2}}){day}(?!\d)",
        rf"/{year}/{month}(?P<day>(?!))?(?=/|$|[?_-])",
    )
    return tuple(re.compile(way, re.IGNORECASE) for way in ways)

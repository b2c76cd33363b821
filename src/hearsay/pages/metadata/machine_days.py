"""Days that users and rows of JSON tell, as machines write them."""

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from hearsay.model import DateEvidence, Interval, PartialDate
from hearsay.pages.metadata.stated_dates import evidence

_LONGEST = 80
_YEARS = range(1700, 2200)
_EPOCH = range(9, 11)  # so many digits have the seconds since 1970, from 1973 on
_MILLISECONDS = range(12, 14)


def day_of(given: str) -> date | None:
    """The day that `given` writes as ISO 8601 does, with or without dashes and clock, or None.

    >>> day_of("20240416"), day_of("2024-04-16T23:30:00+02:00"), day_of("yesterday")
    (datetime.date(2024, 4, 16), datetime.date(2024, 4, 16), None)
    """
    moment = _iso(given)
    return moment.date() if moment is not None else None


def told_evidence(kind: str, told: str) -> DateEvidence:
    """The evidence of what a user or a row says of the day a page came out."""
    found = evidence(kind, told)
    day = day_of(told)
    if found.days is not None or day is None:
        return found
    partial = PartialDate(year=day.year, month=day.month, day=day.day)
    return DateEvidence(kind, told, Interval.day(day), partial)


def stamp(value: object) -> str | None:
    """What a row's value says of a day, as `told_evidence` reads it; None where it says none.

    ISO 8601 and dates in words stay as they are; mail dates and seconds since 1970 become ISO.

    >>> stamp("Wed, 03 Mar 2021 09:12:00 +0000"), stamp(1614762720), stamp("last week")
    ('2021-03-03T09:12:00+00:00', '2021-03-03T09:12:00+00:00', None)
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    told = str(value).strip()[:_LONGEST]
    if day_of(told) is not None:
        return told
    moment = _seconds(told) or _mail(told)
    if moment is not None:
        return moment.isoformat() if moment.year in _YEARS else None
    return told if evidence("feed", told).days is not None else None


def _iso(told: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(told.strip())
    except ValueError:
        return None
    return moment if moment.year in _YEARS else None


def _seconds(told: str) -> datetime | None:
    digits = told.split(".")[0]
    if not (digits.isascii() and digits.isdigit()):
        return None
    if len(digits) in _MILLISECONDS:
        digits = digits[:-3]
    if len(digits) not in _EPOCH:
        return None
    return datetime.fromtimestamp(int(digits), UTC)


def _mail(told: str) -> datetime | None:
    """The moment of a date as mail and RSS write it (RFC 2822)."""
    try:
        return parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

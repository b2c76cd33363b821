"""Words for days, pages and grounds, as a reader checks them."""

from collections.abc import Sequence
from datetime import date

from hearsay.model import Document
from hearsay.model.days import day_in_words, days_in_words
from hearsay.resolve.dating.daysets import FIRST, LAST, DaySet

_LONGEST = 60
_MOST_LISTED = 4
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(number: int) -> str:
    """A day in full, with its weekday.

    >>> day(date(1982, 5, 2).toordinal())
    'Sunday May 2, 1982'
    """
    told = date.fromordinal(number)
    return f"{_WEEKDAYS[told.weekday()]} {day_in_words(told)}"


def told_days(days: DaySet) -> str:
    """A set of days in words: a day, a stretch, years when it recurs.

    >>> told_days(DaySet.between(date(1982, 5, 2).toordinal(), date(1982, 5, 4).toordinal()))
    'May 2–4, 1982'
    """
    if not days.stretches:
        return "no day of the calendar"
    if len(days.stretches) > 1:
        return _several(days)
    low, high = days.stretches[0]
    if low == FIRST or high == LAST:
        if low == high or (low, high) == (FIRST, LAST):
            return "any day"
        return f"{day(low)} or later" if high == LAST else f"{day(high)} or earlier"
    return _stretch(low, high)


def _stretch(low: int, high: int) -> str:
    first, last = date.fromordinal(low), date.fromordinal(high)
    if low == high:
        return day(low)
    return days_in_words(first, last)


def _several(days: DaySet) -> str:
    years = _first_years(days)
    if len(years) > _MOST_LISTED:
        return "a day that recurs in many years"
    listed = [_stretch(low, high) for low, high in days.stretches[:_MOST_LISTED]]
    more = len(days.stretches) - _MOST_LISTED
    return " or ".join(listed) + (f" or one of {more} other days" if more > 0 else "")


def _first_years(days: DaySet) -> set[int]:
    """The years of a set's days, one more than are ever listed at most."""
    years: set[int] = set()
    for low, _ in days.stretches:
        years.add(date.fromordinal(low).year)
        if len(years) > _MOST_LISTED:
            break
    return years


def weekday(number: int) -> str:
    """A weekday by name, Monday for 0."""
    return _WEEKDAYS[number]


def quote(words: str) -> str:
    """Words of a page in quotation marks, on one line, cut when long."""
    plain = " ".join(words.split())
    if len(plain) > _LONGEST:
        plain = plain[: _LONGEST - 1].rstrip() + "…"
    return f'"{plain}"'


def list_of(words: Sequence[str]) -> str:
    """Words of a page, each quoted, the first few.

    >>> list_of(["on Monday", "May 3"])
    '"on Monday" and "May 3"'
    """
    known = list(dict.fromkeys(quote(one) for one in words))[:_MOST_LISTED]
    return (
        known[0] if len(known) == 1 else f"{', '.join(known[:-1])} and {known[-1]}" if known else ""
    )


def label(document: Document) -> str:
    """How a page is named to a reader: its headline, else where it came from."""
    name = document.title or document.source.rsplit("/", 1)[-1] or document.id
    return f"the page {quote(name)}"

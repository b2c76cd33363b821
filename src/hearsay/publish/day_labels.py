"""Days as the margin of a brief has them: short, with the weekday, the year only where it helps."""

import calendar
from datetime import date

from hearsay.model import Dated

_MONTHS = ("", *"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day_label(dated: Dated, year: int | None = None) -> str:
    """An interval in a few words; the days of `year` are given without it.

    >>> monday, friday = date(1962, 10, 22), date(1962, 10, 26)
    >>> day_label(Dated(monday, monday, "derived"), 1962)
    'Mon Oct 22'
    >>> day_label(Dated(monday, monday, "inferred"), 1962)
    'about Oct 22'
    >>> day_label(Dated(monday, friday, "derived"), 1962)
    'Oct 22–26'
    >>> day_label(Dated(None, friday, "derived"))
    'by Oct 26, 1962'
    >>> day_label(Dated(date(1961, 1, 1), date(1961, 12, 31), "derived"), 1962)
    '1961'
    """
    first, last = dated.earliest, dated.latest
    if first is None and last is None:
        return "no day"
    if first is None or last is None:
        return f"by {_short(last, year)}" if last else f"from {_short(first, year)}"
    words = _between(first, last, year)
    if dated.basis == "reported":
        return f"reported {words}"
    if first == last:
        return f"about {words}" if dated.basis == "inferred" else _with_weekday(first, year)
    return words


def span_label(first: date | None, last: date | None) -> str:
    """The days of a story, with the year.

    >>> span_label(date(1962, 10, 22), date(1962, 10, 28))
    'October 22–28, 1962'
    """
    if first is None or last is None:
        return "days unknown"
    month, until = calendar.month_name[first.month], calendar.month_name[last.month]
    if first == last:
        return f"{month} {first.day}, {first.year}"
    if first.year != last.year:
        return f"{month} {first.day}, {first.year} – {until} {last.day}, {last.year}"
    if first.month != last.month:
        return f"{month} {first.day} – {until} {last.day}, {last.year}"
    return f"{month} {first.day}–{last.day}, {last.year}"


def _between(first: date, last: date, year: int | None) -> str:
    if first == last:
        return _short(first, year)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
            return f"{_MONTHS[first.month]}{_year(first, year)}".replace(",", "")
        return f"{_MONTHS[first.month]} {first.day}–{last.day}{_year(last, year)}"
    if first.year == last.year:
        return f"{_MONTHS[first.month]} {first.day} – {_short(last, year)}"
    return f"{_short(first, None)} – {_short(last, None)}"


def _with_weekday(day: date, year: int | None) -> str:
    near = f"{_WEEKDAYS[day.weekday()]} " if day.year == year else ""
    return near + _short(day, year)


def _short(day: date | None, year: int | None) -> str:
    return "" if day is None else f"{_MONTHS[day.month]} {day.day}{_year(day, year)}"


def _year(day: date, year: int | None) -> str:
    return "" if day.year == year else f", {day.year}"

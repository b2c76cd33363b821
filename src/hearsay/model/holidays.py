"""Days that a calendar rule gives for each year: moving feasts and what hangs on them, weekdays.

Easter by Meeus, Jones and Butcher, and by Meeus for the Julian calendar; the Hebrew year by
Reingold and Dershowitz, Calendrical Calculations.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from hearsay.model.days import Interval

_RULE = re.compile(
    r"(?P<feast>easter|orthodox|passover|hanukkah)(?P<after>[+-]\d+)(?::(?P<length>\d+))?"
    r"|(?P<nth>\d|-1) (?P<weekday>\d) (?P<of>\d\d?)(?P<more>[+-]\d+)?"
    r"|(?P<month>\d\d?)-(?P<day>\d\d?)"
)
_HEBREW_EPOCH = -1_373_427  # the first of Tishri of the year 1, as a day number
_TO_HEBREW = 3761  # the Hebrew year that begins in the autumn of a year
_FROM_PASSOVER = 163  # days from Passover to the new year


def feast_days(rule: str, year: int) -> Interval | None:
    """The days in `year`; None where the rule or the calendar has none.

    "easter-2" is Good Friday (Western churches, "orthodox-2" that of the Eastern), "passover+0:7"
    the seven days of Passover; "4 3 11" the fourth Thursday of November (Monday is 0), "4 3 11+1"
    the day after, "-1 0 5" the last Monday of May, "12-25" a fixed day.

    >>> feast_days("easter+0", 2024), feast_days("passover+172", 1973)  # doctest: +ELLIPSIS
    (Interval(earliest=datetime.date(2024, 3, 31), ...1973, 10, 6)))
    """
    found = _RULE.fullmatch(rule)
    if found is None:
        return None
    try:
        if found["feast"]:
            first = _FEASTS[found["feast"]](year) + timedelta(days=int(found["after"]))
            return Interval(first, first + timedelta(days=int(found["length"] or 1) - 1))
        if found["month"]:
            return Interval.day(date(year, int(found["month"]), int(found["day"])))
        first = _nth_weekday(year, int(found["of"]), int(found["weekday"]), int(found["nth"]))
        return Interval.day(first + timedelta(days=int(found["more"] or 0)))
    except (ValueError, OverflowError):
        return None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> date:
    """Western Easter by the rule of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """Easter of the Eastern churches: by the Julian calendar, told by the Gregorian."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _passover(year: int) -> date:
    return date.fromordinal(_new_year(year + _TO_HEBREW) - _FROM_PASSOVER)


def _hanukkah(year: int) -> date:
    """The 25th of Kislev: a day later in years whose second month has thirty days."""
    new_year = _new_year(year + _TO_HEBREW)
    complete = (_new_year(year + _TO_HEBREW + 1) - new_year) % 10 == 5
    return date.fromordinal(new_year + 83 + complete)


def _new_year(year: int) -> int:
    """The number of the first day of a Hebrew year."""
    before, own, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    delay = 2 if after - own == 356 else 1 if own - before == 382 else 0
    return _HEBREW_EPOCH + own + delay


def _elapsed(year: int) -> int:
    """Days from the epoch to the new moon of a Hebrew year; no new year is a Sunday, Wednesday or
    Friday."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


_FEASTS: Mapping[str, Callable[[int], date]] = {
    "easter": _easter,
    "orthodox": _orthodox_easter,
    "passover": _passover,
    "hanukkah": _hanukkah,
}

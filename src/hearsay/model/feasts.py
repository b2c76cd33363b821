"""Days that a calendar rule gives for each year: Easter and what hangs on it, nth weekdays."""

import re
from calendar import monthrange
from datetime import date, timedelta

_RULE = re.compile(r"easter([+-]\d+)|(\d|-1) (\d) (\d\d?)([+-]\d+)?|(\d\d?)-(\d\d?)")


def feast_day(rule: str, year: int) -> date | None:
    """The day in `year`; None where the rule or the calendar has none.

    "easter-2" is Good Friday (Western churches); "4 3 11" the fourth Thursday of November
    (Monday is 0), "4 3 11+1" the day after, "-1 0 5" the last Monday of May, "12-25" a fixed day.

    >>> feast_day("easter+0", 2024), feast_day("4 3 11", 2024)
    (datetime.date(2024, 3, 31), datetime.date(2024, 11, 28))
    """
    found = _RULE.fullmatch(rule)
    if found is None:
        return None
    after_easter, nth, weekday, month, more, fixed_month, fixed_day = found.groups()
    try:
        if after_easter:
            return _easter(year) + timedelta(days=int(after_easter))
        if fixed_month:
            return date(year, int(fixed_month), int(fixed_day))
        first = _nth_weekday(year, int(month), int(weekday), int(nth))
        return first + timedelta(days=int(more or 0))
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

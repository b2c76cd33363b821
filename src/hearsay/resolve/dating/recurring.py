"""Days that recur: a month-day of every year, a weekday of every week, as words alone say."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from hearsay.model import PartialDate, Timex
from hearsay.ontology import table
from hearsay.resolve.dating.daysets import DaySet, Stretch
from hearsay.resolve.dating.timex_days import told_weekday

_WEEK = 7


@lru_cache(maxsize=512)
def every_year(said: PartialDate) -> DaySet:
    """The days of every year tried that `said` (a month and a day) admits."""
    years = table("date_evidence")["years"]
    return DaySet.union(
        stretch
        for year in range(years["first"], years["last"] + 1)
        for stretch in days_of(said, year)
    )


def days_of(said: PartialDate, year: int) -> Iterator[Stretch]:
    """The day of a year that `said` names, when there is one."""
    try:
        day = date(year, said.month or 1, said.day or 1)
    except ValueError:
        return
    if said.admits(day):
        yield day.toordinal(), day.toordinal()


@lru_cache(maxsize=16)
def every_week(weekday: int, night: bool) -> DaySet:
    """The days of that weekday in every year tried, with the morning after when of its `night`."""
    years = table("date_evidence")["years"]
    first = date(years["first"], 1, 1)
    start = first.toordinal() + (weekday - first.weekday()) % _WEEK
    end = date(years["last"], 12, 31).toordinal()
    return DaySet(tuple((day, day + night) for day in range(start, end, _WEEK)))


def recurs(timex: Timex) -> DaySet | None:
    """The days an expression may name when nothing is known of its anchor; None when any."""
    said, weekday = timex.said, told_weekday(timex)
    if timex.offset is not None or timex.until is not None:
        return None
    if said.month is not None and said.day is not None and said.year is None:
        return every_year(said).moved(0, int(timex.night))
    return every_week(weekday, timex.night) if weekday is not None else None

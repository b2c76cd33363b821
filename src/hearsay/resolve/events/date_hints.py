"""What words say of the day of events where the calendar knows none: weekdays and times of year.

Enough to keep two events apart; seldom enough to make two one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hearsay.model import Anchor, EventMention, Interval, PartialDate, Reading, Timex

YEAR = 366
_WEEK = 7
_LEAP = 2000
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class DateHint:
    """Weekdays (0 is Monday) that the words allow, none meaning any; and the days of a leap year
    from the first to the second, which may run past its end, None meaning any."""

    weekdays: frozenset[int] = frozenset()
    season: tuple[int, int] | None = None

    def moved(self, low: int, high: int) -> "DateHint":
        """The clue of something from `low` to `high` days later."""
        shifts = range(low, min(high, low + _WEEK) + 1)
        season = None if self.season is None else (self.season[0] + low, self.season[1] + high)
        return DateHint(frozenset((w + s) % _WEEK for w in self.weekdays for s in shifts), season)

    def meet(self, other: "DateHint") -> "DateHint":
        """What both allow; the first's where they do not agree."""
        weekdays = self.weekdays & other.weekdays or self.weekdays or other.weekdays
        if self.season is None or other.season is None:
            return DateHint(weekdays, self.season or other.season)
        narrow = min(self.season, other.season, key=lambda s: (s[1] - s[0], s))
        return DateHint(weekdays, narrow)


NOTHING = DateHint()


def hint_of_days(days: Interval) -> DateHint:
    """What an interval of a few known days says."""
    if days.earliest is None or days.latest is None or (days.length or YEAR) >= _WEEK:
        return NOTHING
    span = range((days.latest - days.earliest).days + 1)
    first = _of_year(days.earliest.month, days.earliest.day)
    weekdays = {(days.earliest + timedelta(days=n)).weekday() for n in span}
    return DateHint(frozenset(weekdays), (first, first + len(span) - 1))


def hints_of(reading: Reading) -> Mapping[int, DateHint]:
    """The clues of a page's event mentions, by number: by their own expressions, else by another
    event told to lie within two days."""
    page = _page_season(reading)
    found = {n: _own(reading, event, page) for n, event in enumerate(reading.events)}
    told = {n: clue for n, clue in found.items() if clue != NOTHING}
    for number, event in enumerate(reading.events):
        for ties, sign in ((event.after, 1), (event.before, -1)):
            for other, low, high in ties:
                if low is None or high is None or high - low > 2:
                    continue
                low, high = sorted((sign * low, sign * high))
                if other in told and found[number] == NOTHING:
                    found[number] = told[other].moved(low, high)
                elif number in told and found.get(other) == NOTHING:
                    found[other] = told[number].moved(-high, -low)
    return found


def seasons_meet(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """True when two times of year share a day, or one is not told."""
    if one is None or other is None:
        return True
    return any(one[0] <= other[1] + turn and other[0] + turn <= one[1] for turn in (-YEAR, 0, YEAR))


def _own(reading: Reading, event: EventMention, page: tuple[int, int] | None) -> DateHint:
    clue = NOTHING
    for number in event.timexes:
        timex = reading.timexes[number]
        # In "since the October 7 attacks" the attacks are of that day, whatever is since them.
        named = 0 <= event.trigger.start - timex.span.end <= 1
        if (timex.relation == "on" or named) and timex.until is None:
            clue = clue.meet(_of_timex(reading.timexes, number, page))
    return clue


def _of_timex(timexes: Sequence[Timex], number: int, page: tuple[int, int] | None) -> DateHint:
    """The clue of an expression; one that counts from another takes that one's, moved."""
    timex, low, high = timexes[number], 0, 0
    for _ in range(_MOST_STEPS):
        if timex.anchor is not Anchor.TIMEX or timex.anchor_timex is None:
            break
        if timex.said != PartialDate():
            break
        shift = timex.offset or (0, 0)
        low, high = low + shift[0], high + shift[1]
        timex = timexes[timex.anchor_timex]
    return _said(timex, page).moved(low, high)


def _said(timex: Timex, page: tuple[int, int] | None) -> DateHint:
    if timex.fixed is not None:
        return hint_of_days(timex.fixed)
    said, night = timex.said, int(timex.night)
    weekdays = set() if said.weekday is None else {said.weekday, (said.weekday + night) % _WEEK}
    if (timex.value or "").endswith("-WE"):
        weekdays = {5, 6}
    season = None
    if said.month is not None:
        first = _of_year(said.month, said.day or 1)
        last = first if said.day else first + _DAYS_IN_MONTH[said.month - 1] - 1
        season = (first, last + night)
    elif page is not None and timex.anchor is Anchor.PUBLICATION and _near_by(timex):
        near = timex.offset or ((-_WEEK, 0) if timex.direction == "past" else (-_WEEK, _WEEK))
        season = (page[0] + near[0], page[1] + near[1] + night) if said.year is None else None
    return DateHint(frozenset(weekdays), season)


def _near_by(timex: Timex) -> bool:
    """False for lengths, and for what is told by the month or the year: "last year"."""
    return timex.type != "DURATION" and timex.grain is None


def _page_season(reading: Reading) -> tuple[int, int] | None:
    """The time of year that the page's dateline gives it, with a day for its coming out."""
    dateline = reading.document.dateline
    said = dateline.date if dateline else None
    if said is None or said.month is None or said.day is None:
        return None
    first = _of_year(said.month, said.day)
    return first, first + 1


def _of_year(month: int, day: int) -> int:
    """The number of a day in a leap year; a day no month has counts as its last."""
    last = _DAYS_IN_MONTH[month - 1]
    return date(_LEAP, month, min(day, last)).timetuple().tm_yday

"""Days, intervals of days, and partly known days."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hearsay.model.mention_vocabulary import DayMod, Direction, Grain

MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""How many months a calendar unit has that is made of months."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Calendar days from `earliest` to `latest`, both included; either is None when open."""

    earliest: date | None = None
    latest: date | None = None

    @classmethod
    def day(cls, day: date) -> "Interval":
        return cls(day, day)

    @property
    def known(self) -> bool:
        """True when both ends are known."""
        return self.earliest is not None and self.latest is not None

    @property
    def length(self) -> int | None:
        """How many days, or None when an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def meet(self, other: "Interval") -> "Interval | None":
        """The days that lie in both, or None when there are none.

        >>> a, b = date(2024, 4, 13), date(2024, 4, 14)
        >>> Interval(a, b).meet(Interval(b, None)) == Interval.day(b)
        True
        """
        lows = [d for d in (self.earliest, other.earliest) if d is not None]
        highs = [d for d in (self.latest, other.latest) if d is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        if low is not None and high is not None and low > high:
            return None
        return Interval(low, high)

    def contains(self, day: date) -> bool:
        return (self.earliest is None or self.earliest <= day) and (
            self.latest is None or day <= self.latest
        )

    def shift(self, days: int) -> "Interval":
        """Moved by so many days; an end that would leave the calendar is left open."""
        return Interval(_moved(self.earliest, days), _moved(self.latest, days))


def _moved(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


@dataclass(frozen=True, slots=True)
class PartialDate:
    """What words say of a day: any of year, month (1–12), day (1–31), weekday (0 is Monday)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def admits(self, day: date) -> bool:
        """True when nothing said is against `day`."""
        return (
            self.year in (None, day.year)
            and self.month in (None, day.month)
            and self.day in (None, day.day)
            and self.weekday in (None, day.weekday())
        )


def unit(grain: Grain, day: date, shift: int = 0) -> Interval | None:
    """The calendar unit around `day`, or so many units on; None outside the calendar.

    Grains are day, week (from Monday), weekend (Saturday and Sunday of that week), month,
    quarter, half, year, decade and century (from the years that end in 0 and 00, as TIMEX3
    values have them).

    >>> unit("weekend", date(2024, 10, 2)) == Interval(date(2024, 10, 5), date(2024, 10, 6))
    True
    """
    try:
        if grain in MONTHS_OF:
            return _span_of_months(MONTHS_OF[grain], day, shift)
        if grain == "day":
            return Interval.day(day + timedelta(days=shift))
        monday = day + timedelta(days=7 * shift - day.weekday())
        return Interval(monday + timedelta(days=5 * (grain == "weekend")), monday + timedelta(6))
    except (OverflowError, ValueError):
        return None


def _span_of_months(size: int, day: date, shift: int) -> Interval:
    first = (12 * day.year + day.month - 1) // size * size + shift * size
    return Interval(_month(first).earliest, _month(first + size - 1).latest)


def _month(number: int) -> Interval:
    """The month so many months after January of the year 0; ValueError outside the calendar."""
    year, month = number // 12, number % 12 + 1
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


_PARTS: dict[DayMod, tuple[float, float]] = {
    "start": (0, 3),
    "mid": (3, 6),
    "end": (6, 9),
    "first half": (0, 4.5),
    "second half": (4.5, 9),
}
"""Where a part of some days begins and ends, in ninths: early, mid and late are thirds."""


def narrowed(days: Interval, mod: DayMod) -> Interval:
    """The part of the days meant ("start", "mid", "end", "first half" …), never less than one."""
    length = days.length
    if length is None or days.earliest is None or length < 3:
        return days
    low, high = _PARTS[mod]
    first, last = int(length * low / 9), -int(-length * high // 9)
    return Interval(days.earliest + timedelta(days=first), days.earliest + timedelta(days=last - 1))


def nearest(
    said: PartialDate,
    months: tuple[int, int] | None,
    anchor: date,
    *,
    direction: Direction = "past",
    strict: bool = False,
) -> Interval | None:
    """The days admitted by `said` (and `months`) that lie nearest to the anchor, or None.

    See `chosen` for the direction.

    >>> monday = PartialDate(weekday=0)
    >>> nearest(monday, None, date(2024, 4, 15), strict=True) == Interval.day(date(2024, 4, 8))
    True
    """
    return chosen(list(_admitted(said, months, anchor)), anchor, direction=direction, strict=strict)


def chosen(
    stretches: list[tuple[date, date]], anchor: date, *, direction: Direction, strict: bool = False
) -> Interval | None:
    """The one of some stretches of days, each a first and a last day, that lies nearest.

    "past" takes the last that began by the anchor day, "future" the first that ends on it or
    later, "nearest" the nearer of the two, "near" as well, but there a past one may be `LEANING`
    times as far: news tells more of what was. With `strict` those that hold the anchor day do
    not count.
    """
    found = [pair for pair in stretches if not (strict and pair[0] <= anchor <= pair[1])]
    before = max((pair for pair in found if pair[0] <= anchor), default=None)
    after = min((pair for pair in found if pair[1] >= anchor), default=None)
    leaning = {"near": LEANING, "nearest": 1}.get(direction)
    if leaning is not None and before is not None and after is not None:
        past_is_meant = (anchor - before[1]).days <= leaning * (after[0] - anchor).days
        return Interval(*(before if past_is_meant else after))
    best = {"past": before, "future": after}.get(direction, before or after)
    return Interval(*best) if best else None


LEANING = 2
"""How many times farther off the past one may be and still be the near one."""


def within(said: PartialDate, months: tuple[int, int] | None, frame: Interval) -> Interval | None:
    """The first days admitted by `said` (and `months`) that begin in `frame`, or None."""
    if frame.earliest is None or frame.latest is None:
        return None
    pairs = _admitted(said, months, frame.earliest)
    found = min((p for p in pairs if frame.earliest <= p[0] <= frame.latest), default=None)
    return Interval(*found) if found else None


def _admitted(
    said: PartialDate, months: tuple[int, int] | None, near: date
) -> Iterator[tuple[date, date]]:
    """First and last day of what `said` admits around `near`; nothing where no calendar has it."""
    if said == PartialDate() and months is None:
        return
    if said.month is None and months is None and said.day is None and said.weekday is not None:
        yield from _weekdays(said, near)
        return
    for first, last in _months_meant(said, months, near):
        try:
            low, high = _month(first).earliest, _month(last).latest
            if low is None or high is None:
                continue
            if said.day is not None:
                low = high = low.replace(day=said.day)
        except (OverflowError, ValueError):
            continue
        if said.admits(low) if low == high else said.weekday is None:
            yield low, high


def _weekdays(said: PartialDate, near: date) -> Iterator[tuple[date, date]]:
    ahead = ((said.weekday or 0) - near.weekday()) % 7
    for shift in (ahead - 14, ahead - 7, ahead, ahead + 7):
        found = Interval.day(near).shift(shift).earliest
        if found is not None and said.admits(found):
            yield found, found


def _months_meant(
    said: PartialDate, months: tuple[int, int] | None, near: date
) -> Iterator[tuple[int, int]]:
    """First and last month (counted from the year 0) of each stretch that may be meant."""
    if said.month is not None and not 1 <= said.month <= 12:
        return
    now = 12 * near.year + near.month - 1
    if said.month is None and months is None and (said.year is None or said.day is not None):
        yield from ((now + shift, now + shift) for shift in range(-2, 3))
        return
    first, last = months or ((said.month, said.month) if said.month else (1, 12))
    years = (said.year,) if said.year is not None else range(near.year - 1, near.year + 2)
    for year in years:
        yield 12 * year + first - 1, 12 * (year + (last < first)) + last - 1


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_in_words(day: date) -> str:
    """
    >>> day_in_words(date(1962, 10, 22))
    'October 22, 1962'
    """
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def days_in_words(first: date, last: date) -> str:
    """A stretch of days, month and year said once where they are the same.

    >>> days_in_words(date(1962, 10, 22), date(1962, 10, 28))
    'October 22–28, 1962'
    >>> days_in_words(date(1962, 10, 22), date(1962, 11, 2))
    'October 22 – November 2, 1962'
    """
    if first == last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.day}–{last.day}, {first.year}"
    if first.year == last.year:
        return f"{_MONTHS[first.month - 1]} {first.day} – {day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"

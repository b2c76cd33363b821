"""Days, intervals of days, and partly known days."""

from dataclasses import dataclass
from datetime import date, timedelta


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

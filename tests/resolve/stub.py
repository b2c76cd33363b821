"""A calendar of a few lines, for tests of everything but the calendar."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from hearsay.model import Dated, Interval, PartialDate, Reading, Resolution
from hearsay.resolve.dated import Links
from hearsay.resolve.iterate import resolve_with

UNKNOWN = Dated(why="the stub knows no day")


class StubDays:
    """Days as given with the pages; a weekday or month-day is the last before publication."""

    def __init__(self, readings: Sequence[Reading], links: Links) -> None:
        self._readings = {reading.document.id: reading for reading in readings}
        self._links = links
        self._of = {mention: link for link in links for mention in link}

    def published(self, document: str) -> Dated:
        for evidence in self._readings[document].document.dates:
            if evidence.days:
                return _dated(evidence.days)
        return UNKNOWN

    def timex(self, document: str, timex: int) -> Dated:
        told = self._readings[document].timexes[timex]
        if told.fixed:
            return _dated(told.fixed)
        latest = self.published(document).latest
        if latest is None:
            return UNKNOWN
        if told.offset:
            return _dated(Interval.day(latest + timedelta(days=told.offset[0])))
        day = next((d for n in range(366) if told.said.admits(d := latest - timedelta(n))), None)
        if day is None or told.said == PartialDate():
            return UNKNOWN
        return _dated(Interval(day, day + timedelta(days=1)) if told.night else Interval.day(day))

    def mention(self, document: str, event: int) -> Dated:
        own = self._own(document, event)
        link = self._of.get((document, event), frozenset())
        if own is not UNKNOWN:
            return own
        shared = [d for m in sorted(link) if (d := self._own(*m)) is not UNKNOWN]
        return shared[0] if shared else UNKNOWN

    def _own(self, document: str, event: int) -> Dated:
        numbers = self._readings[document].events[event].timexes
        days = [self.timex(document, number) for number in numbers]
        return next((day for day in days if day is not UNKNOWN), UNKNOWN)

    def events(self, link: int) -> Dated:
        days = (self.mention(*mention) for mention in sorted(self._links[link]))
        return next((day for day in days if day is not UNKNOWN), UNKNOWN)


def _dated(days: Interval) -> Dated:
    return Dated(days.earliest, days.latest, "stated", "as the test says")


def solve(
    readings: Sequence[Reading], links: Links, kin: Mapping[str, tuple[str, ...]]
) -> StubDays:
    return StubDays(readings, links)


def resolve(*readings: Reading) -> Resolution:
    return resolve_with(readings, solve)


def day(iso: str) -> date:
    return date.fromisoformat(iso)

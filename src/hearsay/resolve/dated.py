"""What resolution asks of a calendar: the day of each page, expression and event."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from hearsay.model import Dated, Interval, Reading

Mention = tuple[str, int]
"""Document id and the number of an event mention in its reading."""

Links = tuple[frozenset[Mention], ...]
"""Event mentions judged to be one event, a set for each event."""


class Days(Protocol):
    """The days a calendar has found."""

    def published(self, document: str) -> Dated: ...

    def mention(self, document: str, event: int) -> Dated: ...

    def timex(self, document: str, timex: int) -> Dated: ...

    def events(self, link: int) -> Dated: ...


class Solve(Protocol):
    """Solves the days of all pages together; `kin` are pages likely of one time."""

    def __call__(
        self, readings: Sequence[Reading], links: Links, kin: Mapping[str, tuple[str, ...]]
    ) -> Days: ...


def interval(dated: Dated) -> Interval:
    """The days alone, without their ground."""
    return Interval(dated.earliest, dated.latest)

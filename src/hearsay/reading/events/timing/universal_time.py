"""The day at the place of an event whose hour is told by the clock of universal time."""

import re
from collections.abc import Iterable
from functools import cache
from math import floor

from hearsay.model import Timex
from hearsay.ontology import rows

_UNIVERSAL = re.compile(r"T(\d\d):(\d\d)Z$")


def moved(told: Iterable[Timex], country: str | None) -> int:
    """Days from the day told to the day at the place: 1 where it was tomorrow there already, -1
    where it was yesterday still.

    0 where any hour is told by another clock, or where the clocks of the country do not agree.

    >>> from hearsay.model import Anchor, Span
    >>> hour = Timex(Span(0, 8, "2146 GMT"), "TIME", "XXXX-XX-XXT21:46Z", Anchor.PUBLICATION)
    >>> moved([hour], "JPN"), moved([hour], "FRA"), moved([], "JPN")
    (1, 0, 0)
    """
    hours = [_hour(timex) for timex in told if timex.type == "TIME"]
    ahead = _clocks().get(country or "")
    if ahead is None or not hours:
        return 0
    days = {
        floor((hour + zone) / 24) if hour is not None else 0 for hour in hours for zone in ahead
    }
    return days.pop() if len(days) == 1 else 0


def _hour(timex: Timex) -> float | None:
    """The hour by universal time; None where it is by another clock."""
    found = _UNIVERSAL.search(timex.value or "")
    return int(found[1]) + int(found[2]) / 60 if found else None


@cache
def _clocks() -> dict[str, tuple[float, float]]:
    """The least and the most hours that the clocks of a state are ahead."""
    return {row["code"]: (float(row["least"]), float(row["most"])) for row in rows("clocks")}

"""The day on which each event and statement first entered the record: history, as `former` is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from hearsay.model import Resolution
from hearsay.record.former import Former, Key


def dated_keys(resolution: Resolution) -> tuple[Key, ...]:
    """What of a resolution has a day of entry that is kept by its id."""
    return (
        *(("event", event.id) for event in resolution.events),
        *(("statement", statement.id) for statement in resolution.statements),
    )


def first_days(
    known: Mapping[Key, date | None], keys: Iterable[Key], former: Iterable[Former], day: date
) -> dict[Key, date | None]:
    """The day of entry of each of `keys`: the one `known`, else `day`, when they came.

    What took the place of former ids takes the earliest of their days and its own; None, which
    is before days were noted, is earlier than any.
    """
    handed: dict[Key, list[date | None]] = defaultdict(list)
    for gone in former:
        if gone.current is not None and (gone.kind, gone.former) in known:
            handed[gone.kind, gone.current].append(known[gone.kind, gone.former])
    days = {}
    for key in keys:
        own = [known[key]] if key in known else []
        days[key] = _earliest([*own, *handed[key]] or [day])
    return days


def _earliest(days: Iterable[date | None]) -> date | None:
    every = tuple(days)
    return None if None in every else min(day for day in every if day is not None)

"""The days of pages and events, solved together: what each page says of its own day, what its words
say of the day of each event, and the events that several pages tell of."""

from collections.abc import Mapping, Sequence

from hearsay.model import Reading
from hearsay.resolve.calendar.answers import Days
from hearsay.resolve.calendar.groups import Mention
from hearsay.resolve.calendar.likely import choose_years, narrow_days
from hearsay.resolve.calendar.memory import Memory
from hearsay.resolve.calendar.neighbours import date_by_neighbours
from hearsay.resolve.calendar.network import build

__all__ = ["Days", "Memory", "solve"]


def solve(
    readings: Sequence[Reading],
    links: Sequence[frozenset[Mention]] = (),
    kin: Mapping[str, tuple[str, ...]] | None = None,
    memory: Memory | None = None,
) -> Days:
    """The days of all pages, expressions and events of a set of readings.

    `links` are mentions, as document id and number, judged to be one event each; `kin` the pages
    likely of one time with a page, by document id. The order of the readings never matters, nor
    does `memory`: one handed on from solving to solving of the same pages only saves time.
    """
    memory = memory or Memory()
    network = build(readings, links, memory)
    network.carry(network.pages)
    choose_years(network, kin or {})
    date_by_neighbours(network, memory)
    narrow_days(network)
    return Days(network)

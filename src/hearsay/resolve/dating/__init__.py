"""The days of pages and events, solved together: what each page says of its own day, what its words
say of the day of each event, and the events that several pages tell of."""

from collections.abc import Mapping, Sequence

from hearsay.model import Reading
from hearsay.resolve.dating.answers import SolvedDays
from hearsay.resolve.dating.cache import DatingCache
from hearsay.resolve.dating.graph import build
from hearsay.resolve.dating.likely_days import choose_years, date_by_kin, narrow_days
from hearsay.resolve.dating.mention_groups import Mention
from hearsay.resolve.dating.page_season import bound_years, date_by_season
from hearsay.resolve.dating.similar_pages import date_by_neighbours

__all__ = ["DatingCache", "SolvedDays", "solve"]


def solve(
    readings: Sequence[Reading],
    links: Sequence[frozenset[Mention]] = (),
    kin: Mapping[str, tuple[str, ...]] | None = None,
    memory: DatingCache | None = None,
) -> SolvedDays:
    """The days of all pages, expressions and events of a set of readings.

    `links` are mentions, as document id and number, judged to be one event each; `kin` the pages
    likely of one time with a page, by document id. The order of the readings never matters, nor
    does `memory`: one handed on from solving to solving of the same pages only saves time.
    """
    memory = memory or DatingCache()
    network = build(readings, links, memory)
    bound_years(network, kin or {})
    network.carry(network.pages)
    choose_years(network, kin or {})
    date_by_neighbours(network, memory)
    date_by_kin(network, kin or {})
    date_by_season(network, kin or {})
    narrow_days(network)
    return SolvedDays(network)

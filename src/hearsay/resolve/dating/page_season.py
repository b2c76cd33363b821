"""The season of pages that nothing else dates, by the pictures and posts of their kin."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from hearsay.model import DateEvidence
from hearsay.ontology import table
from hearsay.resolve.dating.constraint import Constraint, settle
from hearsay.resolve.dating.day_wording import label, told_days
from hearsay.resolve.dating.daysets import DaySet
from hearsay.resolve.dating.graph import DayGraph, PageNode

_OPEN = 120
"""Pages with more days open than these have no season."""

_PICTURES = ("caption", "pictured")


def bound_years(network: DayGraph, kin: Mapping[str, tuple[str, ...]]) -> None:
    """Tells pages without a year of their own the year of the last picture or post of their kin.

    Weekdays alone fit days of many years: this is heard before them, and before what pages that
    tell of one event say of each other.
    """
    rows = table("date_evidence")["season"]
    shown = {document: _shown(page) for document, page in network.pages.items()}
    for document in sorted(network.pages):
        near = _near(document, kin, shown)
        own = settle(network.pages[document].own).days
        last = None if own.closed else _last(near, shown, rows, alone=True)
        if last is not None and len(near) > 1:
            days = DaySet.between(last[0] - rows["year_before"], last[0] + rows["year_after"])
            why = _why(network, last)
            claim = Constraint(days, rows["year_weight"], "inferred", why, ("year",))
            network.pages[document].own.append(claim)


def date_by_season(network: DayGraph, kin: Mapping[str, tuple[str, ...]]) -> None:
    """Gives pages that may be of any year the days about the last picture or post of their kin.

    What follows from them weighs less than any other ground.
    """
    rows = table("date_evidence")["season"]
    shown = {document: _shown(page) for document, page in network.pages.items()}
    found: dict[str, list[Constraint]] = {}
    for document in sorted(network.pages):
        days = network.published[document].days
        if days.closed and days.high - days.low < _OPEN:
            continue
        last = _last(_near(document, kin, shown), shown, rows, alone=False)
        if last is None:
            continue
        window = days.meet(DaySet.between(last[0] - rows["before"], last[0] + rows["after"]))
        if window.stretches:
            why = _why(network, last)
            found[document] = [Constraint(window, rows["weight"], "inferred", why, ("season",))]
    network.claim(found)


def _near(
    document: str, kin: Mapping[str, tuple[str, ...]], shown: Mapping[str, object]
) -> tuple[str, ...]:
    return document, *(other for other in kin.get(document, ()) if other in shown)


def _why(network: DayGraph, last: tuple[int, str]) -> str:
    day, document = last
    page = label(network.pages[document].reading.document)
    on = told_days(DaySet.between(day, day))
    return f"a picture or post on {page}, on the same people, is of {on}"


@dataclass(frozen=True, slots=True)
class Shown:
    """The last days that a page shows, as ordinals: of a post, and of a picture."""

    post: int | None
    picture: int | None


def _shown(page: PageNode) -> Shown:
    dates = page.reading.document.dates
    return Shown(_latest(dates, ("post",)), _latest(dates, _PICTURES))


def _latest(dates: tuple[DateEvidence, ...], kinds: tuple[str, ...]) -> int | None:
    days = (each.days for each in dates if each.kind in kinds)
    told: list[date] = [d.latest for d in days if d is not None and d.latest and d.length == 1]
    return max(told).toordinal() if told else None


def _last(
    near: tuple[str, ...], shown: Mapping[str, Shown], rows: Mapping[str, int], *, alone: bool
) -> tuple[int, str] | None:
    """The last day shown on pages, with the page: by a post, or by two pages whose days lie close
    together; by one picture where it may stand `alone`."""
    posts = [(day, page) for page in near if (day := shown[page].post) is not None]
    pictures = [(day, page) for page in near if (day := shown[page].picture) is not None]
    agreed = [
        later
        for earlier, later in pairwise(sorted(pictures))
        if later[0] - earlier[0] <= rows["apart"]
    ]
    return max([*posts, *agreed, *(pictures if alone else ())], default=None)

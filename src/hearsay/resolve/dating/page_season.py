"""The season of pages that nothing else dates, by pictures, posts and full dates of their kin."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from hearsay.model import DateEvidence
from hearsay.ontology import table
from hearsay.resolve.dating.constraint import Constraint
from hearsay.resolve.dating.day_wording import label, told_days
from hearsay.resolve.dating.daysets import LAST, DaySet
from hearsay.resolve.dating.graph import DayGraph, PageNode

_OPEN = 400
"""Pages with more days open than these have no season."""

_PICTURES = ("caption", "pictured")


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
        near = (document, *(other for other in kin.get(document, ()) if other in shown))
        last = _last(near, shown, rows["apart"])
        if last is None:
            continue
        day, other = last
        window = days.meet(DaySet.between(day - rows["before"], day + rows["after"]))
        if window.stretches:
            on = told_days(DaySet.between(day, day))
            page = label(network.pages[other].reading.document)
            why = f"a picture or post on {page}, on the same people, is of {on}"
            found[document] = [Constraint(window, rows["weight"], "inferred", why, ("season",))]
    network.claim(found)


def _shown(page: PageNode) -> tuple[int | None, int | None]:
    """The days of a page's last post, and of its last picture or full date, as ordinals."""
    dates = page.reading.document.dates
    pictured, written = _latest(dates, _PICTURES), _written(page)
    return _latest(dates, ("post",)), max((d for d in (pictured, written) if d), default=None)


def _written(page: PageNode) -> int | None:
    """The last day that the text names with its year and that nothing planned is of."""
    planned = {term.timex for group in page.groups if group.planned for term in group.terms}
    days = [
        told[1]
        for number, timex in enumerate(page.clock.timexes)
        if timex.said.year and timex.said.month and timex.said.day and timex.until is None
        if number not in planned and (told := page.clock.days(number, LAST)) is not None
    ]
    return max(days, default=None)


def _latest(dates: tuple[DateEvidence, ...], kinds: tuple[str, ...]) -> int | None:
    days = (each.days for each in dates if each.kind in kinds)
    told: list[date] = [d.latest for d in days if d is not None and d.latest and d.length == 1]
    return max(told).toordinal() if told else None


def _last(
    near: tuple[str, ...], shown: Mapping[str, tuple[int | None, int | None]], apart: int
) -> tuple[int, str] | None:
    """The last day shown on pages, with the page: by a post, or by pictures of two pages."""
    posts = [(shown[page][0], page) for page in near]
    pictures = sorted((day, page) for page in near if (day := shown[page][1]) is not None)
    agreed = [later for earlier, later in pairwise(pictures) if later[0] - earlier[0] <= apart]
    told = [(day, page) for day, page in posts if day is not None] + agreed
    return max(told, default=None)

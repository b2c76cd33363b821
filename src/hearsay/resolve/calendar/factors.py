"""What pages and events claim of each other's days."""

from collections.abc import Sequence

from hearsay.ontology import table
from hearsay.resolve.calendar.claims import Claim, Settled, settle
from hearsay.resolve.calendar.daysets import FIRST, LAST, DaySet
from hearsay.resolve.calendar.groups import Group
from hearsay.resolve.calendar.wording import list_of, told_days

MOST_DAYS = 4000
"""Days tried one by one; a set with more of them is too vague to count from."""

COUNTED = ", counted from "
"""What parts the words of a ground from the day they count from."""

_ONE_YEAR = 400
"""Days that lie further apart than these may be of several years: they put nothing in order."""


def weight_of(ground: str) -> int:
    """The weight of a ground within or between texts."""
    weight: int = table("date_evidence")["text"][ground]
    return weight


def page_claim(group: Group, own: Sequence[Claim], event: Settled) -> Claim | None:
    """What the days of an event say of the day of a page that tells of it, or None.

    `own` are the page's own grounds; those heard after this one have no part in it.
    """
    if not event.used:
        return None
    weight = min(weight_of("linked"), event.weight, group.weight)
    key = (group.document, str(group.numbers[0]))
    bound = group.bound
    if bound and event.days.size <= MOST_DAYS:
        stronger = settle(claim for claim in own if claim.weight > weight)
        tried = _tried(group, stronger.days, event.days)
        if tried is None:
            return None
        days = DaySet.union((p, p) for p in tried.days() if _fits(group, p, event.days))
        words = list_of([group.clock.timexes[term.timex].span.text for term in bound])
        why = f"{words}, told here, is {told_days(event.days)} by {_ground(event)}"
        return Claim(days, weight, "inferred", why, key, far=True)
    return _in_order(group, event, weight, key)


def _in_order(group: Group, event: Settled, weight: int, key: tuple[str, ...]) -> Claim | None:
    """A page comes out after what it tells as happened, and before what it tells as planned."""
    low, high = event.days.low, event.days.high
    if low > FIRST and high < LAST and high - low > _ONE_YEAR:
        return None
    if group.happened and not group.terms and low > FIRST:
        why = f"it tells of what happened on {told_days(event.days)} by {_ground(event)}"
        return Claim(DaySet.between(low, LAST), weight, "inferred", why, key, far=True)
    if group.planned and not group.happened and high < LAST:
        why = f"it tells as planned what was on {told_days(event.days)} by {_ground(event)}"
        weight = min(weight, weight_of("planned"))
        return Claim(DaySet.between(FIRST, high), weight, "inferred", why, key, far=True)
    return None


def _ground(event: Settled) -> str:
    """The words that day rests on first, without what they count from."""
    return event.used[0].why.partition(COUNTED)[0]


def _tried(group: Group, days: DaySet, event: DaySet) -> DaySet | None:
    """The days the page may have come out, near those of the event; None when too many."""
    reach = min(group.clock.reach(term.timex) for term in group.bound)
    if days.size > MOST_DAYS:
        days = days.meet(event.moved(-reach, reach))
    return days if days.size <= MOST_DAYS else None


def _fits(group: Group, published: int, event: DaySet) -> bool:
    (low, high), _ = group.allowed(published)
    return event.touches(low, high)

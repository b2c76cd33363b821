"""What pages and events claim of each other's days."""

from collections.abc import Sequence

from hearsay.ontology import table
from hearsay.resolve.dating.constraint import Constraint, Settled, settle
from hearsay.resolve.dating.day_wording import list_of, told_days
from hearsay.resolve.dating.daysets import FIRST, LAST, DaySet
from hearsay.resolve.dating.mention_groups import Group, Term, related

MOST_DAYS = 4000
"""Days tried one by one; a set with more of them is too vague to count from."""

COUNTED = ", counted from "
"""What parts the words of a ground from the day they count from."""

_FEW_DAYS = 10
"""An event whose day is left open by more than these is no ground for the day of a page."""

_CLOSE = 14
"""Words that reach further from publication than these days say too little of it."""


def weight_of(ground: str) -> int:
    """The weight of a ground within or between texts."""
    weight: int = table("date_evidence")["text"][ground]
    return weight


def page_claim(group: Group, own: Sequence[Constraint], event: Settled) -> Constraint | None:
    """What the days of an event say of the day of a page that tells of it, or None.

    `own` are the page's own grounds; those heard after this one have no part in it.
    """
    if not event.used or not _placed(event.days):
        return None
    weight = min(weight_of("linked"), event.weight, group.weight)
    key = (group.document, str(group.numbers[0]))
    bound = [term for term in group.bound if _close(group, term)]
    if not bound:
        return _in_order(group, event, weight, key)
    stronger = settle(claim for claim in own if claim.weight > weight)
    reach = min(group.clock.reach(term.timex) for term in bound)
    tried = _tried(stronger.days, event.days, reach)
    if tried is None:
        return None
    days = DaySet.union((p, p) for p in tried.days() if _fits(group, p, event.days))
    if not days.stretches:
        days = DaySet.union((p, p) for p in tried.days() if _fits_one(group, p, event.days, bound))
    words = list_of([group.clock.timexes[term.timex].span.text for term in bound])
    why = f"{words}, told here, is {told_days(event.days)} by {_ground(event)}"
    return Constraint(days, weight, "inferred", why, key, far=True)


def _placed(days: DaySet) -> bool:
    """True for days that place an event: few at a time, in one year or several."""
    return all(high - low < _FEW_DAYS for low, high in days.stretches) and days.size <= MOST_DAYS


def _close(group: Group, term: Term) -> bool:
    """True for a weekday, a date or a few days counted, not for "last month"."""
    said = group.clock.timexes[term.timex].said
    dated = said.month is not None and said.day is not None
    return dated or group.clock.reach(term.timex) <= _CLOSE


def _in_order(group: Group, event: Settled, weight: int, key: tuple[str, ...]) -> Constraint | None:
    """A page comes out after what it tells as happened, and before what it tells as planned."""
    low, high = event.days.low, event.days.high
    if high - low >= _FEW_DAYS:
        return None
    if group.happened and not group.terms:
        why = f"it tells of what happened on {told_days(event.days)} by {_ground(event)}"
        return Constraint(DaySet.between(low, LAST), weight, "inferred", why, key, far=True)
    if group.planned and not group.happened:
        why = f"it tells as planned what was on {told_days(event.days)} by {_ground(event)}"
        weight = min(weight, weight_of("planned"))
        return Constraint(DaySet.between(FIRST, high), weight, "inferred", why, key, far=True)
    return None


def _ground(event: Settled) -> str:
    """The words that day rests on first, without what they count from."""
    return event.used[0].why.partition(COUNTED)[0]


def _tried(days: DaySet, event: DaySet, reach: int) -> DaySet | None:
    """The days the page may have come out, near those of the event; None when too many."""
    if days.size > MOST_DAYS:
        days = days.meet(event.moved(-reach, reach))
    return days if days.size <= MOST_DAYS else None


def _fits(group: Group, published: int, event: DaySet) -> bool:
    """True where the event's days are those that all expressions leave on a page of that day."""
    (low, high), refused = group.allowed(published)
    return not refused and event.touches(low, high)


def _fits_one(group: Group, published: int, event: DaySet, bound: Sequence[Term]) -> bool:
    """True where they are those of one expression, since all together never are."""
    told = (group.told(term, published) for term in bound)
    return any(event.touches(*related(days, "on", published)) for days in told if days is not None)

"""What pages and events claim of each other's days."""

from collections.abc import Iterator, Mapping, Sequence

from hearsay.model import Anchor, Reading
from hearsay.ontology import table
from hearsay.resolve.calendar.claims import Claim, Settled, settle
from hearsay.resolve.calendar.clock import counted_from
from hearsay.resolve.calendar.daysets import FIRST, LAST, DaySet
from hearsay.resolve.calendar.groups import Group, related
from hearsay.resolve.calendar.wording import label, list_of, told_days

MOST_DAYS = 4000
"""Days tried one by one; a set with more of them is too vague to count from."""

_MOST_DAYS_OF_EVENT = 62
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
        why = f"{words}, told here, is {told_days(event.days)} by other pages on the same event"
        return Claim(days, weight, "inferred", why, key, far=True)
    return _in_order(group, event, weight, key)


def _in_order(group: Group, event: Settled, weight: int, key: tuple[str, ...]) -> Claim | None:
    """A page comes out after what it tells as happened, and before what it tells as planned."""
    low, high = event.days.low, event.days.high
    if low > FIRST and high < LAST and high - low > _ONE_YEAR:
        return None
    if group.happened and not group.terms and low > FIRST:
        why = f"it tells of what happened on {told_days(event.days)} by other pages"
        return Claim(DaySet.between(low, LAST), weight, "inferred", why, key, far=True)
    if group.planned and not group.happened and high < LAST:
        why = f"it tells as planned what happened on {told_days(event.days)} by other pages"
        weight = min(weight, weight_of("planned"))
        return Claim(DaySet.between(FIRST, high), weight, "inferred", why, key, far=True)
    return None


def _tried(group: Group, days: DaySet, event: DaySet) -> DaySet | None:
    """The days the page may have come out, near those of the event; None when too many."""
    reach = min(group.clock.reach(term.timex) for term in group.bound)
    if days.size > MOST_DAYS:
        days = days.meet(event.moved(-reach, reach))
    return days if days.size <= MOST_DAYS else None


def _fits(group: Group, published: int, event: DaySet) -> bool:
    (low, high), _ = group.allowed(published)
    return low <= high and bool(event.meet(DaySet(((low, high),))).stretches)


def event_claims(group: Group, reading: Reading, published: Settled) -> Iterator[Claim]:
    """What one page says of the day of an event."""
    weight, key = group.weight, (group.document, str(group.numbers[0]))
    days = published.days
    roots = {group.clock.root(term.timex) for term in group.terms}
    if days.size > MOST_DAYS:
        if Anchor.ABSOLUTE in roots:
            yield _stated(group, reading, weight, key)
        elif group.happened and days.high < LAST:
            yield _before(days.high, reading, key)
        return
    if not group.terms:
        if group.happened and days.high < LAST:
            yield _before(days.high, reading, key)
        elif group.planned and days.low > FIRST:
            yield _planned(days.low, reading, key)
        return
    found = DaySet.union(group.allowed(p)[0] for p in days.days())
    if Anchor.PUBLICATION in roots:
        basis = "inferred" if _inferred(published) else "derived"
        weight = max(min(weight, published.weight), 1)
        why = f"{_why(group, reading)}, counted from {told_days(days)}, when it came out"
        yield Claim(found, weight, basis, why, key)
    else:
        yield Claim(found, weight, "stated", _why(group, reading), key)


def _inferred(published: Settled) -> bool:
    return any(claim.basis == "inferred" for claim in published.used)


def _stated(group: Group, reading: Reading, weight: int, key: tuple[str, ...]) -> Claim:
    """What the expressions say that hang on nothing, where the page is undated."""
    days = DaySet.union([(FIRST, LAST)])
    for term in group.terms:
        if group.clock.root(term.timex) is Anchor.ABSOLUTE:
            told = group.clock.days(term.timex, LAST)
            if told is not None:
                met = days.meet(DaySet.between(*related(told, term.relation, LAST)))
                days = met if met.stretches else days
    return Claim(days, weight, "stated", _why(group, reading), key)


def _before(latest: int, reading: Reading, key: tuple[str, ...]) -> Claim:
    why = f"{label(reading.document)} tells of it as past"
    return Claim(DaySet.between(FIRST, latest), weight_of("told"), "derived", why, key)


def _planned(earliest: int, reading: Reading, key: tuple[str, ...]) -> Claim:
    why = f"{label(reading.document)} tells of it as planned"
    return Claim(DaySet.between(earliest, LAST), weight_of("planned"), "derived", why, key)


def _why(group: Group, reading: Reading) -> str:
    words = list_of([group.clock.timexes[term.timex].span.text for term in group.terms])
    return f"{words} on {label(reading.document)}"


def tied_claims(group: Group, reading: Reading, others: Mapping[int, Settled]) -> Iterator[Claim]:
    """What the days of other events say of the day of one that a page puts before or after them."""
    for tie in group.ties:
        told = others.get(tie.other)
        if told is None or not told.used:
            continue
        low = FIRST if tie.least is None or told.days.low == FIRST else told.days.low + tie.least
        high = LAST if tie.most is None or told.days.high == LAST else told.days.high + tie.most
        words = reading.events[tie.other].trigger.text
        order = "after" if tie.least is not None and tie.least >= 0 else "before"
        yield _ordered(group, DaySet.between(low, high), told, f'{order} "{words}"')
    for timex, other in group.counted:
        told = others.get(other)
        if told is not None and told.used and told.days.size <= _MOST_DAYS_OF_EVENT:
            days = counted_from(reading.timexes[timex], (told.days.low, told.days.high))
            if days is not None:
                words = f'"{reading.timexes[timex].span.text}"'
                stretch = related(days, reading.timexes[timex].relation, days[1])
                yield _ordered(group, DaySet.between(*stretch), told, words)


def _ordered(group: Group, days: DaySet, told: Settled, words: str) -> Claim:
    weight = min(weight_of("order"), max(told.weight, 1))
    inferred = any(claim.basis == "inferred" for claim in told.used)
    key = (group.document, str(group.numbers[0]))
    why = f"{words}, which was {told_days(told.days)}"
    return Claim(days, weight, "inferred" if inferred else "derived", why, key)

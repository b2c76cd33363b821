"""What a page tells of the days of events, and what the days of events say of each other."""

from collections.abc import Iterator, Mapping

from hearsay.model import Anchor, Reading, Timex
from hearsay.model.vocabulary import Basis
from hearsay.resolve.dating.constraint import Constraint, Settled
from hearsay.resolve.dating.day_wording import label, list_of, quote, told_days
from hearsay.resolve.dating.daysets import FIRST, LAST, DaySet
from hearsay.resolve.dating.factors import COUNTED, MOST_DAYS, weight_of
from hearsay.resolve.dating.mention_groups import Group, Term, related
from hearsay.resolve.dating.recurring import recurs
from hearsay.resolve.dating.timex_days import counted_from

_MOST_DAYS_OF_EVENT = 62
_FEW_DAYS = 3
_LONGEST_SPAN = 1100
_MOVED = {0: "", 1: ", the day after at its place", -1: ", the day before at its place"}


def event_claims(group: Group, reading: Reading, published: Settled) -> Iterator[Constraint]:
    """What one page says of the day of an event.

    Where the page's own days are too many to count from, its expressions say what they can alone.
    """
    weight, key = group.weight, (group.document, str(group.numbers[0]))
    days = published.days
    roots = {group.clock.root(term.timex) for term in group.terms}
    if days.size > MOST_DAYS or not group.terms:
        if group.terms:
            found = _alone(group)
            bare: Basis = "stated" if Anchor.ABSOLUTE in roots else "derived"
            yield from (
                (Constraint(found, weight, bare, _why(group, reading), key),) if found else ()
            )
        if _recurring(days):
            return
        if group.happened and days.closed:
            yield _before(published, reading, key)
        elif group.planned and not group.happened and days.low > FIRST:
            yield _planned(published, reading, key)
        return
    latest = published.latest if days.size <= _FEW_DAYS else None
    found = DaySet.union(group.allowed(p, latest)[0] for p in days.days())
    last = max(days.high + max(0, group.moved), latest or 0)
    if group.happened and not group.planned and found.stretches and found.low > last:
        return  # its words name a day to come: they are not of what happened
    if Anchor.PUBLICATION in roots:
        basis: Basis = "inferred" if _inferred(published) else "derived"
        weight = max(min(weight, published.weight), 1)
        why = f"{_why(group, reading)}{COUNTED}{told_days(days)}, when it came out"
        yield Constraint(found, weight, basis, why, key)
    else:
        yield Constraint(found, weight, "stated", _why(group, reading), key)


def _recurring(days: DaySet) -> bool:
    """True for days of many years, whose ends bound nothing."""
    return len(days.stretches) > 1 and days.high - days.low > _LONGEST_SPAN


def _inferred(published: Settled) -> bool:
    return any(claim.basis == "inferred" for claim in published.used)


def _alone(group: Group) -> DaySet | None:
    """What a group's expressions say when the day of the page is open: None when nothing."""
    days: DaySet | None = None
    for term in group.terms:
        told = _days_alone(group, term)
        met = told if days is None or told is None else days.meet(told)
        days = met if met is not None and met.stretches else days
    return days


def _days_alone(group: Group, term: Term) -> DaySet | None:
    if group.clock.root(term.timex) is Anchor.ABSOLUTE:
        told = group.told(term, LAST)
        return None if told is None else DaySet.between(*related(told, term.relation, LAST))
    if term.relation != "on" or term.last is not None:
        return None
    return recurs(group.clock.timexes[term.timex])


def _before(published: Settled, reading: Reading, key: tuple[str, ...]) -> Constraint:
    days, told = DaySet.between(FIRST, published.days.high), "tells of it as past"
    return _ordered_by_page(days, published, f"{label(reading.document)} {told}", key)


def _planned(published: Settled, reading: Reading, key: tuple[str, ...]) -> Constraint:
    days, told = DaySet.between(published.days.low, LAST), "tells of it as planned"
    return _ordered_by_page(days, published, f"{label(reading.document)} {told}", key)


def _ordered_by_page(
    days: DaySet, published: Settled, why: str, key: tuple[str, ...]
) -> Constraint:
    weight = min(weight_of("planned" if days.high == LAST else "told"), published.weight)
    return Constraint(days, weight, "inferred" if _inferred(published) else "derived", why, key)


def _why(group: Group, reading: Reading) -> str:
    told = [n for term in group.terms for n in (term.timex, term.last) if n is not None]
    words = list_of([group.clock.timexes[number].span.text for number in told])
    return f"{words} on {label(reading.document)}{_MOVED[group.moved]}"


def tied_claims(
    group: Group, reading: Reading, others: Mapping[int, Settled]
) -> Iterator[Constraint]:
    """What the days of other events say of the day of one that a page puts before or after them."""
    for tie in group.ties:
        told = others.get(tie.other)
        if told is None or not told.used or _recurring(told.days):
            continue
        low = FIRST if tie.least is None or told.days.low == FIRST else told.days.low + tie.least
        high = LAST if tie.most is None or told.days.high == LAST else told.days.high + tie.most
        words = reading.events[tie.other].trigger.text
        order = "after" if tie.least is not None and tie.least >= 0 else "before"
        order = "on the occasion of" if tie.least == tie.most == 0 else order
        yield _ordered(group, DaySet.between(low, high), told, f'{order} "{words}"')
    for timex, other in group.counted:
        told = others.get(other)
        if told is not None and told.used and told.days.size <= _MOST_DAYS_OF_EVENT:
            days = counted_from(reading.timexes[timex], (told.days.low, told.days.high))
            if days is not None:
                words = _measured(reading.timexes[timex])
                stretch = related(days, reading.timexes[timex].relation, days[1])
                yield _ordered(group, DaySet.between(*stretch), told, words)


def _measured(timex: Timex) -> str:
    """The words of a length of time, and of the event it is counted from."""
    words = quote(timex.span.text)
    return (
        words
        if timex.anchor_span is None
        else f"{words} counted from {quote(timex.anchor_span.text)}"
    )


def _ordered(group: Group, days: DaySet, told: Settled, words: str) -> Constraint:
    weight = min(weight_of("order"), max(told.weight, 1))
    inferred = any(claim.basis == "inferred" for claim in told.used)
    key = (group.document, str(group.numbers[0]), "order")
    why = f"{words}, which was {told_days(told.days)}"
    return Constraint(days, weight, "inferred" if inferred else "derived", why, key)

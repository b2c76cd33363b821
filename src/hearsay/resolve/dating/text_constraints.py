"""What a page's own words say of the day it came out, whatever other pages tell."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from hearsay.model import Anchor, Timex
from hearsay.resolve.dating.constraint import Constraint, Settled
from hearsay.resolve.dating.day_wording import list_of, quote
from hearsay.resolve.dating.daysets import FIRST, LAST, DaySet
from hearsay.resolve.dating.factors import MOST_DAYS, weight_of
from hearsay.resolve.dating.mention_groups import Group, Term
from hearsay.resolve.dating.recurring import every_year
from hearsay.resolve.dating.timex_days import TimexDays

_CLOSE = 31
"""Words that reach so many days from publication at most tie it to a date told beside them."""

_HALF_YEAR = 183
_ONE_NIGHT = 2
_CYCLE = (date(1977, 1, 1).toordinal(), date(2004, 12, 31).toordinal())
_TURNS = 4
_STARTS = ("on", "since", "after")


def text_claims(groups: Sequence[Group], clock: TimexDays, evidence: Settled) -> list[Constraint]:
    """The claims of a page's own words on its day, given what its evidence leaves of it."""
    if evidence.days.size == 1:
        return []
    found = [*_told_bounds(groups), *_weekdays_of_dates(clock)]
    for group in groups:
        claim = _agreeing(group, evidence.days)
        found += [claim] if claim is not None else []
    return found


def _told_bounds(groups: Iterable[Group]) -> Iterator[Constraint]:
    """A page is not older than a full date it tells as past, nor younger than one still to come."""
    for group in groups:
        for term in group.terms:
            told = group.clock.days(term.timex, LAST)
            timex = group.clock.timexes[term.timex]
            absolute = group.clock.root(term.timex) is Anchor.ABSOLUTE
            if told is None or not absolute or told[1] - told[0] >= _ONE_NIGHT:
                continue
            key, words = (group.document, str(term.timex)), quote(timex.span.text)
            if group.happened and timex.direction != "future" and term.relation in _STARTS:
                weight = min(term.weight, weight_of("told"))
                why = f"it tells of {words} as past"
                yield Constraint(DaySet.between(told[0], LAST), weight, "derived", why, key)
            elif group.planned and not group.happened and timex.direction == "future":
                why = f"it tells of {words} as still to come"
                weight = weight_of("planned")
                yield Constraint(DaySet.between(FIRST, told[1]), weight, "derived", why, key)


def _weekdays_of_dates(clock: TimexDays) -> Iterator[Constraint]:
    """ "Saturday, April 13": the page came out within half a year of an April 13 that was one."""
    for number, timex in enumerate(clock.timexes):
        if _says_both(timex) and timex.anchor is Anchor.PUBLICATION:
            weight = clock.weight(number)
            days = every_year(timex.said).moved(-_HALF_YEAR, _HALF_YEAR)
            why = f"{quote(timex.span.text)} has that weekday in few years"
            yield Constraint(days, weight, "derived", why, (str(number),))


def _says_both(timex: Timex) -> bool:
    said = timex.said
    full = said.day is not None and said.month is not None and said.weekday is not None
    return full and said.year is None


def _agreeing(group: Group, known: DaySet) -> Constraint | None:
    """The days on which the expressions a page gives to one event agree with each other.

    "April 13" and "overnight Saturday" said of one attack agree in the years when April 13 is a
    Saturday, on pages of the week after.
    """
    bound = [term for term in group.bound if term.relation == "on"]
    if len(bound) < 2:
        return None
    days = _where_all_hold(group, bound, known) if known.size <= MOST_DAYS else None
    if days is None:
        days = _near_a_date(group, bound)
    if days is None:
        return None
    words = list_of([group.clock.timexes[term.timex].span.text for term in bound])
    key = (group.document, str(group.numbers[0]))
    return Constraint(
        days,
        min(t.weight for t in bound),
        "derived",
        f"{words} are told of one event and have to agree",
        key,
    )


def _where_all_hold(group: Group, bound: Sequence[Term], tried: DaySet) -> DaySet:
    names = {term.timex for term in bound}
    return DaySet.union((p, p) for p in tried.days() if names.isdisjoint(group.allowed(p)[1]))


def _near_a_date(group: Group, bound: Sequence[Term]) -> DaySet | None:
    """The days of every year on which all agree, near a month-day of the group, as far as its other
    words reach. The calendar repeats itself every 28 years, so that so many are tried."""
    reach = min(group.clock.reach(term.timex) for term in bound)
    dates = [group.clock.timexes[term.timex].said for term in bound]
    dated = next((said for said in dates if said.month and said.day and not said.year), None)
    absolute = len(group.bound) < len(group.terms)
    if dated is None or reach > _CLOSE or absolute:
        return None
    cycle = DaySet.between(*_CYCLE).meet(every_year(dated)).moved(-reach, reach + 1)
    days = _where_all_hold(group, bound, cycle)
    length = _CYCLE[1] - _CYCLE[0] + 1
    every = DaySet.union(
        (low + turn * length, high + turn * length)
        for low, high in days.stretches
        for turn in range(-_TURNS, _TURNS)
    )
    return every.meet(every_year(dated).moved(-reach, reach + 1))

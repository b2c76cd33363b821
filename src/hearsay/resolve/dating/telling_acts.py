"""The likely day of what is told as news and has no time of its own: that of the telling around.

In TimeBank and AQUAINT, where a page's lead and the last expression before a past verb of speech
name one day, and that is the day the page came out or the day before it, the speech is of that day.
"""

from collections.abc import Sequence
from dataclasses import replace

from hearsay.model import Reading
from hearsay.resolve.dating.constraint import GUESS, Constraint, Settled, settle
from hearsay.resolve.dating.day_wording import label, list_of
from hearsay.resolve.dating.daysets import FIRST, DaySet, Stretch
from hearsay.resolve.dating.graph import DayGraph
from hearsay.resolve.dating.mention_groups import Group, Term

_WEEK = 7
_MOST_DAYS = 3
"""A page whose own day is left open by more is no ground for a likely day."""


def with_likely(network: DayGraph, event: int) -> Settled:
    """The days of an event, narrowed to the likely ones where nothing dates it but its telling.

    The pages that tell of it first are asked, and those of the day after; later ones tell it again.
    """
    settled = network.day(event)
    if settled.days.low > FIRST or not settled.used:
        return settled
    days = {g.document: network.published[g.document] for g in network.tellers[event]}
    first = min(days[document].days.high for document in days)
    claims = [
        claim
        for group in network.tellers[event]
        if days[group.document].days.high - first <= 1
        and (claim := _claim(group, network.pages[group.document].reading, days[group.document]))
    ]
    return _told(settle([*settled.used, *settled.refused, *claims]), claims)


def _told(settled: Settled, likely: Sequence[Constraint]) -> Settled:
    """Without the grounds that a likely day says again: that it was over when the page came out."""
    best = next((claim for claim in settled.used if claim in likely), None)
    if best is None:
        return settled
    used = (c for c in settled.used if c is best or best.days.meet(c.days) != best.days)
    return replace(settled, used=tuple(used))


def _claim(group: Group, reading: Reading, page: Settled) -> Constraint | None:
    """What the telling of a group's mentions makes likely, by the first that has such."""
    published = page.days
    if group.terms or not group.happened or published.size > _MOST_DAYS:
        return None
    for number in group.numbers:
        mention = reading.events[number]
        named = [n for n in mention.around if 0 <= n < len(reading.timexes)]
        around = [n for n in named if not _to_come(group, n, page)]
        key = (group.document, str(number), "around")
        if not around and mention.reported:
            why = f"{label(reading.document)} tells it as news and gives it no time of its own"
            return Constraint(published, GUESS, "reported", why, key)
        tried = [(day, page.latest) for day in published.days()]
        found = [_days(group, around, *days) for days in tried] if around else []
        days = DaySet.union(stretch for stretch in found if stretch is not None)
        if days.stretches:
            words = list_of([reading.timexes[n].span.text for n in around])
            why = f"{label(reading.document)} dates it by no words of its own, but tells there of"
            why = f"{why} {words}, most likely its day too"
            return Constraint(days, GUESS, "inferred", why, key)
    return None


def _to_come(group: Group, timex: int, page: Settled) -> bool:
    """True for an expression of the days right behind those of the page: what is told as past
    cannot be of them."""
    told = group.told(Term(timex, "on", 1), page.days.high, page.latest)
    return told is not None and 0 < told[0] - max(page.days.high, page.latest) <= _WEEK


def _days(group: Group, around: Sequence[int], published: int, latest: int) -> Stretch | None:
    """The days of the telling on a page of that day: the one all expressions name, or both of the
    last two where they name both; None where one is of another time."""
    told = [group.told(Term(number, "on", 1), published, latest) for number in around]
    known = [stretch for stretch in told if stretch is not None]
    lows = {low for low, _ in known}
    if len(known) < len(told) or not lows <= {published - 1, published, latest}:
        return None
    if any(high - low > 1 for low, high in known):
        return None
    if len(lows) > 1 or (published > max(lows) and group.clock.names(published)):
        return min(lows), max(published, *lows)
    return min(lows), max(min(lows), min(published, *(high for _, high in known)))

"""The days found, as the record holds them: an interval, its ground, and what was refused."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from hearsay.model import Anchor, Dated
from hearsay.model.vocabulary import Basis
from hearsay.resolve.dating.constraint import CRISIS, Constraint, Settled, settle
from hearsay.resolve.dating.day_wording import quote, told_days
from hearsay.resolve.dating.daysets import DaySet
from hearsay.resolve.dating.event_constraints import event_claims
from hearsay.resolve.dating.factors import COUNTED, MOST_DAYS
from hearsay.resolve.dating.graph import DayGraph, PageNode
from hearsay.resolve.dating.mention_groups import Group, anchor_event
from hearsay.resolve.dating.page_constraints import updated_claims
from hearsay.resolve.dating.telling_acts import with_likely
from hearsay.resolve.dating.timex_days import counted_from

_LONGEST = 1100
"""A hull of more days than these says no more than that the year is unknown."""

_MOST_YEARS = 6
_MOST_REFUSED = 12
_UNTOLD = "nothing on the page, nor on any page about the same, tells its day"
_NO_DAY = "is a length of time or a repetition: no day follows from it"
_NO_ANCHOR = "counts from words that name no day"


class SolvedDays:
    """The days of pages, expressions and events, each with its ground."""

    def __init__(self, network: DayGraph) -> None:
        self._network = network
        self._published: dict[str, Dated] = {}

    def published(self, document: str) -> Dated:
        """The day the page came out."""
        if document not in self._published:
            settled = self._network.published[document]
            self._published[document] = dated(settled, _UNTOLD)
        return self._published[document]

    def updated(self, document: str) -> Dated | None:
        """The day the page says it was brought up to date, None when it does not say."""
        claims = updated_claims(self._page(document).reading.document)
        return dated(settle(claims), "") if claims else None

    def timex(self, document: str, number: int) -> Dated:
        """The days an expression names."""
        page = self._page(document)
        words = quote(page.reading.timexes[number].span.text)
        root = page.clock.root(number)
        if root is Anchor.NONE:
            free = page.reading.timexes[number].anchor is Anchor.NONE
            return Dated(why=f"{words} {_NO_DAY if free else _NO_ANCHOR}")
        if root is Anchor.EVENT:
            return self._counted(page, number)
        settled = self._network.published[document]
        basis: Basis
        if root is Anchor.ABSOLUTE:
            told, basis, why = [page.clock.days(number, 1)], "stated", f"{words} names its day"
        else:
            if settled.days.size > MOST_DAYS:
                return Dated(why=f"{words} counts from the day the page came out, which is unknown")
            told = [page.clock.days(number, p) for p in settled.days.days()]
            basis, why = _basis_from(settled), f"{words} counted from {_page_day(settled)}"
        days = DaySet.union(stretch for stretch in told if stretch is not None)
        if not days.stretches:
            return Dated(why=f"no calendar has {words}")
        return dated(Settled(days, (Constraint(days, 1, basis, why),)), "")

    def mention(self, document: str, number: int) -> Dated:
        """The day of the event that a mention tells of, as far as its page and others say."""
        event = self._network.event_of[document, number]
        group = next(g for g in self._page(document).groups if g.event == event)
        return self._told(group, self._network.day(event))

    def events(self, link: int) -> Dated:
        """The day of a linked event, by all its mentions."""
        event = self._network.linked[link]
        if event not in self._network.tellers:
            return Dated(why="no page tells of it")
        return dated(with_likely(self._network, event), "no page tells its day")

    def _page(self, document: str) -> PageNode:
        return self._network.pages[document]

    def _counted(self, page: PageNode, number: int) -> Dated:
        timex, document = page.reading.timexes[number], page.reading.document.id
        words = quote(timex.span.text)
        other = anchor_event(page.reading, number)
        event = None if other is None else self._network.event_of[document, other]
        told = None if event is None else self._network.day(event)
        if told is None or not told.days.closed:
            return Dated(why=f"{words} counts from another event, whose day is unknown")
        found = counted_from(timex, (told.days.low, told.days.high))
        if found is None:
            return Dated(why=f"no calendar has {words}")
        days = DaySet.between(*found)
        why = f"{words} counted from {told_days(told.days)}, the day of that event"
        return dated(Settled(days, (Constraint(days, 1, _basis_from(told), why),)), "")

    def _told(self, group: Group, event: Settled) -> Dated:
        """What stands of a group's own words beside what is known of the event."""
        page = self._page(group.document)
        published = self._network.published[group.document].heard(CRISIS)
        if not self._network.shared(group.event) and not published.guessed:
            return dated(event, _unknown(group, published))  # nothing else is known of the event
        own = settle(event_claims(group, page.reading, published))
        if not own.used:
            return dated(_from_others(event, group.document), _unknown(group, published))
        met = own.days.meet(event.days)
        if met == own.days or not met.stretches:
            return dated(Settled(own.days, own.used, event.refused), "")
        others = _from_others(event, group.document).used
        used = (*own.used, *(claim for claim in others if claim.key != own.used[0].key))
        return dated(Settled(met, used, event.refused), "")


def dated(settled: Settled, unknown: str) -> Dated:
    """The days that stand as an interval with its ground; `unknown` is said when there is none."""
    refused = tuple(_refusal(claim) for claim in settled.refused[:_MOST_REFUSED])
    if not settled.used:
        return Dated(why=unknown, refused=refused)
    grounds = "; ".join(_grounds(settled.used))
    days = settled.days
    if len(days.stretches) > 1 and days.high - days.low >= _LONGEST:
        return Dated(why=f"{grounds}: {_years(days)}", refused=refused)
    hull = days.hull()
    basis = _basis(settled.used)
    told = f"Reported {told_days(days)}: {grounds}" if basis == "reported" else ""
    why = told or f"{grounds}: {told_days(days)}"
    return Dated(hull.earliest, hull.latest, basis, why, refused)


def _grounds(claims: Sequence[Constraint]) -> Iterator[str]:
    """The clauses of claims, each once; of one told with fewer and more days counted from, the one
    with fewer."""
    last = {claim.why.partition(COUNTED)[0]: claim.why for claim in claims}
    yield from last.values()


def _basis(claims: Sequence[Constraint]) -> Basis:
    """Reported, inferred or derived when any ground is, else that of the strongest."""
    known = {claim.basis for claim in claims}
    return next((b for b in ("reported", "inferred", "derived") if b in known), claims[0].basis)


def _basis_from(settled: Settled) -> Basis:
    return "inferred" if _basis(settled.used) == "inferred" else "derived"


def _refusal(claim: Constraint) -> str:
    return f"{claim.why}: {told_days(claim.days)}, which does not fit the rest"


def _years(days: DaySet) -> str:
    found: set[int] = set()
    for low, _ in days.stretches:
        found.add(date.fromordinal(low).year)
        if len(found) > _MOST_YEARS:
            return "a day of a year unknown"
    years = sorted(found)
    return f"of a year unknown: {', '.join(str(year) for year in years)} fit"


def _from_others(event: Settled, document: str) -> Settled:
    """The days of an event as a page may have them that does not tell them itself."""
    used = tuple(
        c if c.key[:1] == (document,) else replace(c, basis="inferred") for c in event.used
    )
    return Settled(event.days, used, event.refused)


def _page_day(published: Settled) -> str:
    return f"publication on {told_days(published.days)}"


def _unknown(group: Group, published: Settled) -> str:
    if group.terms and published.days.size > MOST_DAYS:
        return "its words count from the day the page came out, which is unknown"
    return "the page gives no time for it"

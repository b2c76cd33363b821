"""Pages and events that hold each other's days, and the days that stand when all have spoken."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.model import Reading
from hearsay.resolve.dating.cache import DatedPage, DatingCache
from hearsay.resolve.dating.constraint import Constraint, Settled, settle
from hearsay.resolve.dating.event_constraints import event_claims, tied_claims
from hearsay.resolve.dating.factors import page_claim, weight_of
from hearsay.resolve.dating.mention_groups import Group, Mention, page_groups
from hearsay.resolve.dating.page_constraints import page_claims
from hearsay.resolve.dating.text_constraints import text_claims
from hearsay.resolve.dating.timex_days import TimexDays

_MOST_ROUNDS = 24
_MANY_TELLERS = 12
"""Of an event told so often one page's own words are a small part of what is known."""

_UNKNOWN = Settled()


@dataclass(slots=True)
class PageNode:
    """One page: its groups, and the claims on its day that hang on no other page."""

    page: DatedPage
    groups: list[Group]
    own: list[Constraint] = field(default_factory=list)

    @property
    def reading(self) -> Reading:
        return self.page.reading

    @property
    def clock(self) -> TimexDays:
        return self.page.clock


@dataclass(slots=True)
class DayGraph:
    """All pages and events, with the days they have so far.

    `tellers` are the groups that tell of an event; `linked` its number, by the number of the link.
    """

    pages: dict[str, PageNode]
    event_of: Mapping[Mention, int]
    linked: Sequence[int]
    tellers: Mapping[int, Sequence[Group]]
    followers: Mapping[int, Sequence[int]]
    published: dict[str, Settled] = field(default_factory=dict)
    days: dict[int, Settled] = field(default_factory=dict)
    claims: dict[int, list[Constraint]] = field(default_factory=dict)

    def day(self, event: int) -> Settled:
        """The day of an event so far. That of one told on one page alone holds nothing else, and
        is settled when it is asked for."""
        if not self.shared(event):
            return settle(self._told_of(event))
        return self.days.get(event, _UNKNOWN)

    def claim(self, claims: Mapping[str, Iterable[Constraint]]) -> None:
        """Adds claims on the day of each page named, and carries what follows everywhere."""
        for document, added in claims.items():
            self.pages[document].own.extend(added)
        self.carry(claims)

    def carry(self, documents: Iterable[str]) -> None:
        """Settles these pages, then what hangs on them, until nothing changes.

        All pages, then all events, are settled from the same state, so that no order among them
        matters.
        """
        stale = set(documents)
        for _ in range(_MOST_ROUNDS):
            changed = self._settle_pages(stale)
            told = {g.event for d in changed for g in self.pages[d].groups}
            events = self._settle_events({event for event in told if self.shared(event)})
            stale = {g.document for e in events for g in self.tellers[e]}
            if not stale:
                return

    def _settle_pages(self, documents: set[str]) -> list[str]:
        found = {d: self._page(self.pages[d]) for d in sorted(documents)}
        changed = [d for d, settled in found.items() if settled != self.published.get(d)]
        self.published.update(found)
        return changed

    def _page(self, node: PageNode) -> Settled:
        alone = settle(node.own)
        if alone.days.size == 1 and alone.weight > weight_of("linked"):
            return alone
        told = [
            claim
            for group in node.groups
            if self.shared(group.event)
            for event in self._by_others(group).tiers()
            if (claim := page_claim(group, node.own, event)) is not None
        ]
        return settle([*node.own, *told])

    def _by_others(self, group: Group) -> Settled:
        """The day of a group's event by all grounds but the group's own expressions."""
        if len(self.tellers[group.event]) > _MANY_TELLERS:
            return self.day(group.event)
        own = (group.document, str(group.numbers[0]))
        return settle(claim for claim in self.claims.get(group.event, ()) if claim.key != own)

    def shared(self, event: int) -> bool:
        """True when more than one page tells of the event, or another event hangs with it."""
        tellers = self.tellers[event]
        return (
            len(tellers) > 1
            or bool(tellers[0].ties or tellers[0].counted)
            or event in self.followers
        )

    def _settle_events(self, events: set[int]) -> list[int]:
        changed: list[int] = []
        for _ in range(_MOST_ROUNDS):
            found = {event: self._event(event) for event in sorted(events)}
            fresh = [e for e, settled in found.items() if settled != self.days.get(e, _UNKNOWN)]
            self.days.update(found)
            changed += fresh
            events = {f for event in fresh for f in self.followers.get(event, ())}
            if not events:
                break
        return sorted(set(changed))

    def _event(self, event: int) -> Settled:
        self.claims[event] = self._told_of(event)
        return settle(self.claims[event])

    def _told_of(self, event: int) -> list[Constraint]:
        claims: list[Constraint] = []
        for group in self.tellers[event]:
            reading = self.pages[group.document].reading
            for published in self.published.get(group.document, _UNKNOWN).tiers():
                claims += event_claims(group, reading, published)
            claims += tied_claims(group, reading, self._other_days(group))
        return claims

    def _other_days(self, group: Group) -> dict[int, Settled]:
        others = [tie.other for tie in group.ties] + [other for _, other in group.counted]
        events = {other: self.event_of[group.document, other] for other in others}
        return {o: self.day(e) for o, e in events.items() if e != group.event}


def build(
    readings: Sequence[Reading], links: Sequence[frozenset[Mention]], memory: DatingCache
) -> DayGraph:
    """The network of the readings, each document once, with what each page says of its own day."""
    distinct = _distinct(readings)
    ordered = [distinct[document] for document in sorted(distinct)]
    event_of, linked = _events(ordered, links)
    pages: dict[str, PageNode] = {}
    tellers: dict[int, list[Group]] = defaultdict(list)
    followers: dict[int, list[int]] = defaultdict(list)
    for reading in ordered:
        page = memory.page(reading)
        groups = page_groups(reading, event_of, page.clock)
        node = PageNode(page, groups, page_claims(reading.document))
        node.own += text_claims(groups, page.clock, settle(node.own))
        pages[reading.document.id] = node
        for group in groups:
            tellers[group.event].append(group)
            for other in {tie.other for tie in group.ties} | {o for _, o in group.counted}:
                followers[event_of[group.document, other]].append(group.event)
    return DayGraph(pages, event_of, linked, tellers, followers)


def _distinct(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Each document once; of two readings of one the first by what they hold."""
    found: dict[str, Reading] = {}
    for reading in readings:
        known = found.setdefault(reading.document.id, reading)
        if known is not reading and repr(reading) < repr(known):
            found[reading.document.id] = reading
    return found


def _events(
    readings: Sequence[Reading], links: Sequence[frozenset[Mention]]
) -> tuple[dict[Mention, int], list[int]]:
    """The number of the event of each mention, and of each link; links that meet are joined."""
    known = {(r.document.id, n) for r in readings for n in range(len(r.events))}
    found: dict[Mention, int] = {}
    joined: dict[int, int] = {}
    for number, link in enumerate(links):
        for mention in sorted(link & known):
            low, high = sorted(
                (_root(joined, found.setdefault(mention, number)), _root(joined, number))
            )
            joined[high] = low
    event_of = {mention: _root(joined, number) for mention, number in found.items()}
    for mention in sorted(known - found.keys()):
        event_of[mention] = len(links) + len(event_of)
    return event_of, [_root(joined, number) for number in range(len(links))]


def _root(joined: dict[int, int], number: int) -> int:
    while joined.get(number, number) != number:
        number = joined[number]
    return number

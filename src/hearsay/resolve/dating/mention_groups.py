"""What one page tells of one event, as constraints between the event's day and the page's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hearsay.model import Anchor, EventMention, Reading, Timex
from hearsay.model.mention_vocabulary import TimexRelation
from hearsay.ontology import table
from hearsay.resolve.dating.daysets import FIRST, LAST, Stretch
from hearsay.resolve.dating.timex_days import TimexDays, told_weekday

Mention = tuple[str, int]
"""Document id and the number of an event mention in its reading."""

_WEEK = 7
_NAME_WORDS, _NAME_LENGTH = 2, 40
_LINK = re.compile(r"\s*(,|,?\s*(and|or))(\s+again)?(\s+(on|in))?\s+")
_LINK_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Term:
    """An expression that says when: its number, how the event lies to its days, its weight, and
    the days from its own to those at the event's place. `last` is that which ends a row, `begun`
    the days before its own on which the event began."""

    timex: int
    relation: TimexRelation
    weight: int
    moved: int = 0
    last: int | None = None
    begun: int = 0


@dataclass(frozen=True, slots=True)
class Tie:
    """The event lies `least` to `most` days after another event (None: open)."""

    other: int
    least: int | None
    most: int | None


@dataclass(slots=True)
class Group:
    """The mentions of one event on one page. `event` is the number of the event."""

    document: str
    event: int
    clock: TimexDays
    numbers: list[int] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    counted: list[tuple[int, int]] = field(default_factory=list)
    happened: bool = False
    planned: bool = False

    @property
    def weight(self) -> int:
        """That of its best expression; that of its mere telling when it has none."""
        told: int = table("date_evidence")["text"]["told"]
        return max((term.weight for term in self.terms), default=told)

    @property
    def bound(self) -> list[Term]:
        """The terms whose days follow from the publication day, the strongest first."""
        return [t for t in self.terms if self.clock.root(t.timex) is Anchor.PUBLICATION]

    @property
    def moved(self) -> int:
        """Days from the day its strongest expression tells to the day at the event's place."""
        return self.terms[0].moved if self.terms else 0

    def allowed(self, published: int, latest: int | None = None) -> tuple[Stretch, tuple[int, ...]]:
        """The days the event may have on a page of that day, and the expressions that clash.

        `latest` is the last day the page may have come out where it was read first.

        The strongest expressions are heard first; one that leaves no day is passed over.
        """
        low, high = FIRST, LAST
        clashing: list[int] = []
        for term in self.terms:
            told = self.told(term, published, latest)
            if told is None:
                clashing += [term.timex] if self._should_have_days(term) else []
                continue
            a, b = related(told, term.relation, published)
            if max(low, a) > min(high, b):
                clashing.append(term.timex)
                continue
            low, high = max(low, a), min(high, b)
        return self._by_status((low, high), published), tuple(clashing)

    def told(self, term: Term, published: int, latest: int | None = None) -> Stretch | None:
        """The days of an expression, or from the first to the last of a row."""
        ends = (term.timex,) if term.last is None else (term.timex, term.last)
        known = [days for n in ends if (days := self.clock.days(n, published)) is not None]
        if len(known) < len(ends):
            return None
        ahead = published if latest is None else latest
        turned = [
            self._turned(replace(term, timex=n), days, published, ahead)
            for n, days in zip(ends, known, strict=True)
        ]
        return min(low for low, _ in turned) - term.begun, max(high for _, high in turned)

    def _turned(self, term: Term, told: Stretch, published: int, latest: int) -> Stretch:
        """The days at the place; a weekday's a week on or back where what is told decides it
        against the tense.

        What a page "planned for Saturday" is not over when it comes out, and what happened "on
        Friday" is.
        """
        low, high = told[0] + term.moved, told[1] + term.moved
        if low == published - _WEEK + 1 and low + _WEEK <= latest and self.happened:
            next_day = told_weekday(self.clock.timexes[term.timex]) is not None
            return (low + _WEEK, high + _WEEK) if next_day else (low, high)
        if term.relation != "on" or told_weekday(self.clock.timexes[term.timex]) is None:
            return low, high
        if self.planned and not self.happened and high < published:
            return low + _WEEK, high + _WEEK
        if self.happened and not self.planned and low > published + max(0, term.moved):
            return low - _WEEK, high - _WEEK
        return low, high

    def _should_have_days(self, term: Term) -> bool:
        """True for "Saturday, April 13": no day follows only when this is not its year."""
        said = self.clock.timexes[term.timex].said
        return said.day is not None and said.weekday is not None

    def _by_status(self, days: Stretch, published: int) -> Stretch:
        low, high = days
        if self.happened and low <= published:
            return low, min(high, published)
        if self.planned and not self.happened and high >= published:
            return max(low, published), high
        return days


def related(days: Stretch, relation: TimexRelation, published: int) -> Stretch:
    """The days of an event that lies in `relation` to days told."""
    low, high = days
    if relation == "since":
        return low, max(high, published)
    if relation == "after":
        return low, LAST
    if relation in ("before", "until", "by"):
        return FIRST, high
    return days


def page_groups(reading: Reading, events: Mapping[Mention, int], clock: TimexDays) -> list[Group]:
    """The groups of a page, by the number of their event; mentions of no one event are left out."""
    document = reading.document.id
    found: dict[int, Group] = {}
    for number in range(len(reading.events)):
        event = events[document, number]
        group = found.setdefault(event, Group(document, event, clock))
        group.numbers.append(number)
        _gather(group, reading, number)
    for group in found.values():
        group.terms.sort(key=lambda term: (-term.weight, term.timex, term.relation))
    return [found[event] for event in sorted(found)]


def _gather(group: Group, reading: Reading, number: int) -> None:
    mention = reading.events[number]
    group.happened |= mention.status in ("happened", "ongoing")
    group.planned |= mention.status == "planned" and not mention.lapsed
    known = [number for number in mention.timexes if 0 <= number < len(reading.timexes)]
    for timex, last in _rows(reading, known):
        told = reading.timexes[timex]
        if group.clock.root(timex) is Anchor.EVENT:
            other = anchor_event(reading, timex)
            if other is not None and other != number:
                group.counted.append((timex, other))
        elif group.clock.root(timex) is not Anchor.NONE:
            relation = "on" if _names_it(mention, told, reading) else told.relation
            term = Term(
                timex, relation, group.clock.weight(timex), mention.moved, last, mention.begun
            )
            group.terms += [term] if term not in group.terms else []
    group.ties += [tie for tie in _ties(mention) if _is(reading, tie.other, number)]


def _rows(reading: Reading, numbers: Sequence[int]) -> Iterator[tuple[int, int | None]]:
    """The first and the last of each row of expressions: "on Monday and Tuesday" is both days."""
    at = 0
    while at < len(numbers):
        first = last = numbers[at]
        at += 1
        while at < len(numbers) and _goes_on(reading, last, numbers[at]):
            last = numbers[at]
            at += 1
        yield first, None if last == first else last


def _goes_on(reading: Reading, number: int, following: int) -> bool:
    """True where only "and" or "or" stands between two days: then they are a row of days."""
    first, second = reading.timexes[number], reading.timexes[following]
    if any(
        timex.type not in ("DATE", "TIME") or timex.relation != "on" for timex in (first, second)
    ):
        return False
    between = reading.document.text[first.span.end : second.span.start]
    return len(between) <= _LINK_LENGTH and _LINK.fullmatch(between) is not None


def _names_it(mention: EventMention, timex: Timex, reading: Reading) -> bool:
    """True for a day within an event's name: in "since the May 3 raid" the raid is of May 3."""
    if not mention.nominal or not 0 < mention.trigger.start - timex.span.end <= _NAME_LENGTH:
        return False
    between = reading.document.text[timex.span.end : mention.trigger.start].replace("’", "'")
    words = between.removeprefix("'s").split()
    return len(words) <= _NAME_WORDS and all(word.isalpha() for word in words)


def _ties(mention: EventMention) -> Iterator[Tie]:
    for other, least, most in mention.after:
        yield Tie(other, least or 0, most)
    for other, least, most in mention.before:
        yield Tie(other, None if most is None else -most, -(least or 0))


def _is(reading: Reading, other: int, number: int) -> bool:
    return 0 <= other < len(reading.events) and other != number


def anchor_event(reading: Reading, timex: int) -> int | None:
    """The event mention that an expression such as "hours after the attack" counts from."""
    span = reading.timexes[timex].anchor_span
    if span is None:
        return None
    events = reading.events
    inside = [n for n, event in enumerate(events) if span.covers(event.trigger)]
    return min(inside, key=lambda n: (-events[n].trigger.start, n), default=None)

"""Event mentions: words telling that somebody did, does, will or may do a PLOVER thing."""

from collections.abc import Sequence
from dataclasses import replace

from hearsay.model import Attribution, Document, EventMention, Frame, Name, Timex
from hearsay.reading.events.arguments.locations import Locations
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.reading.events.arguments.set_members import Sets
from hearsay.reading.events.candidates.find_triggers import candidates
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.reading.events.event_mentions import mention
from hearsay.reading.events.page_context import PageContext
from hearsay.reading.events.timing.event_times import (
    Bounds,
    event_anchor,
    occasion_of,
    relation_of,
    times_of,
    undated,
)
from hearsay.reading.events.timing.narrative_days import days_of, quoted
from hearsay.syntax import Parse

__all__ = ["find_events"]

_FEW = 4
_TAKING = frozenset({"ARG0", "ARG1", "ARG2"})

# Event number → other event → the least and most days between them.
_Links = dict[int, dict[int, Bounds]]


def find_events(
    document: Document,
    tree: Parse,
    names: tuple[Name, ...],
    timexes: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[EventMention, ...]:
    """The event mentions of a page, in the order of their triggers."""
    unread = dict(undated(document, tree, timexes))
    # Words inside time expressions are nobody and no place.
    timed = frozenset(tree.inside(timex.span for timex in timexes))
    nouns = Nouns(tree, names, timed)
    frames = tree.analysis.frames
    found = candidates(tree, nouns, _proper(tree, names), attributions)
    page = PageContext(
        document,
        tree,
        nouns,
        Sets(nouns),
        Locations(nouns, _roles(frames, frozenset({"LOC"}))),
        timexes,
        times_of(tree, timexes, unread),
        attributions,
        _voices(tree, attributions),
        _cues(tree, attributions),
        _roles(frames, frozenset({"TMP"})),
        _roles(frames, _TAKING),
        _timed(frames),
        {carrier: each.sense.type for each in found for carrier in each.valency.carriers},
        days_of(tree, timexes, quoted(tree, attributions), unread),
    )
    read = [(each, made) for each in found if (made := mention(page, each)) is not None]
    read.sort(key=lambda pair: pair[1].trigger.start)
    return _linked(page, read)


def _proper(tree: Parse, names: tuple[Name, ...]) -> frozenset[int]:
    """Tokens that are part of a proper name: "Stop the War Coalition" tells of no war."""
    spans = [name.span for name in names if name.form == "name" and name.kind != "event"]
    return frozenset(at for at in tree.inside(spans) if tree.tokens[at].text[:1].isupper())


def _voices(tree: Parse, attributions: tuple[Attribution, ...]) -> dict[int, int]:
    """Token → the innermost attribution whose content it stands in."""
    order = range(len(attributions))
    found: dict[int, int] = {}
    for number in sorted(order, key=lambda at: (-_length(attributions[at]), at)):
        each = attributions[number]
        cue = set(tree.inside(() if each.cue is None else (each.cue,)))
        found.update(dict.fromkeys((t for t in tree.inside(each.contents) if t not in cue), number))
    return found


def _length(attribution: Attribution) -> int:
    return sum(content.end - content.start for content in attribution.contents)


def _cues(tree: Parse, attributions: tuple[Attribution, ...]) -> dict[int, int]:
    """Token → the attribution whose cue it is part of."""
    return {
        token: number
        for number, each in enumerate(attributions)
        if each.cue is not None
        for token in tree.inside((each.cue,))
    }


def _roles(
    frames: Sequence[Frame], labels: frozenset[str]
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Predicate token → the ranges of its roles with one of the labels."""
    return {
        frame.predicate: tuple((r.first, r.last) for r in frame.roles if r.label in labels)
        for frame in frames
    }


def _timed(frames: Sequence[Frame]) -> dict[int, int]:
    """Token → the predicate whose time it tells, in roles of few words: those that tell no more."""
    return {
        token: frame.predicate
        for frame in frames
        for role in frame.roles
        if role.label == "TMP" and role.last - role.first <= _FEW
        for token in range(role.first, role.last)
    }


def _linked(
    page: PageContext, read: list[tuple[TriggerCandidate, EventMention]]
) -> tuple[EventMention, ...]:
    """The mentions with what each is told to follow or precede."""
    by_token: dict[int, int] = {}
    for number, (found, _) in enumerate(read):
        for carrier in found.valency.carriers:
            by_token.setdefault(carrier, number)
        by_token[found.trigger] = number
    after: _Links = {}
    before: _Links = {}
    for number, (found, _) in enumerate(read):
        for carrier in found.valency.carriers:
            told = relation_of(page.tree, carrier)
            other = None if told is None else by_token.get(told[0])
            if told is not None and other is not None and other != number:
                (after if told[1] == "after" else before).setdefault(other, {})[number] = told[2]
    _occasions(page, read, by_token, after)
    _anchored(page, read, by_token, (after, before))
    return tuple(
        replace(
            made,
            after=tuple((other, *days) for other, days in sorted(after.get(number, {}).items())),
            before=tuple((other, *days) for other, days in sorted(before.get(number, {}).items())),
        )
        for number, (_, made) in enumerate(read)
    )


def _occasions(
    page: PageContext,
    read: list[tuple[TriggerCandidate, EventMention]],
    by_token: dict[int, int],
    after: _Links,
) -> None:
    """Adds for an act of speech the meeting or call it was done in: it is of the same day."""
    for number, (found, made) in enumerate(read):
        at = occasion_of(page.tree, found.trigger) if made.type == "CONSULT" else None
        other = None if at is None else by_token.get(at)
        if not found.nominal or other is None or other == number:
            continue
        if read[other][1].status == made.status == "happened":
            after.setdefault(other, {}).setdefault(number, (0, 0))


def _anchored(
    page: PageContext,
    read: list[tuple[TriggerCandidate, EventMention]],
    by_token: dict[int, int],
    links: tuple[_Links, _Links],
) -> None:
    """Adds the links told by expressions that hang on an event: "two days after the vote"."""
    for number, (_, made) in enumerate(read):
        for timex in made.timexes:
            told = event_anchor(page.timexes[timex])
            anchor = page.timexes[timex].anchor_span
            if told is None or anchor is None:
                continue
            near = (by_token[at] for at in page.tree.inside((anchor,)) if at in by_token)
            other = next((event for event in near if event != number), None)
            if other is not None:
                links[told[0] == "before"].setdefault(number, {})[other] = told[1]

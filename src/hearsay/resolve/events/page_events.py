"""Acts: one event mention, or several of one page, as they are compared with others."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, reduce
from typing import TypeVar

from hearsay.model import EventMention, Interval, Reading
from hearsay.model.vocabulary import EventType, PartyRole, Status
from hearsay.ontology import table
from hearsay.resolve.compared_text import fold, grammar, stem, stems, words_of
from hearsay.resolve.entities.find_entities import Entities
from hearsay.resolve.events.date_hints import NOTHING, DateHint, hint_of_days, hints_of
from hearsay.resolve.figures.counted_words import counted_of

_WORD = re.compile(r"[\w’'-]+[.,;:!?)”\"]*")
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True, order=True)
class Who:
    """A party of an act: its entity in the record and its country, as far as they are known."""

    entity: str = ""
    country: str = ""
    person: bool = False
    state: bool = False


Parties = frozenset[Who]
Figures = frozenset[tuple[frozenset[str], float | None]]
"""What is counted, and the number told, whatever bound it is."""


@dataclass(frozen=True, slots=True)
class PageEvent:
    """What one page tells of one event, gathered from its mentions.

    `numbers` are the mentions in the page's reading. `days` is what the calendar knows, `clue` what
    the words alone say.
    `fresh` marks words that set it apart from what was told before ("another strike"),
    `indefinite` and `definite` the article of a noun ("a strike", "the strike"); one with its own
    day ("the October 7 attacks") takes up nothing and is not `definite`. `leads` marks the one of
    its type that the page tells most of.
    """

    document: str
    numbers: tuple[int, ...]
    start: int
    types: frozenset[EventType]
    modes: frozenset[str]
    lemmas: frozenset[str]
    statuses: frozenset[Status]
    sources: Parties
    targets: Parties
    participants: Parties
    doer_words: frozenset[str]
    target_words: frozenset[str]
    days: Interval
    clue: DateHint
    place: Who | None
    ordinals: frozenset[int]
    words: frozenset[str]
    named: frozenset[str]
    figures: Figures
    definite: bool
    indefinite: bool
    fresh: bool
    nominal: bool
    leads: bool = False

    @property
    def parties(self) -> Parties:
        return self.sources | self.targets | self.participants


def page_events_of(
    reading: Reading, entities: Entities, days: Sequence[Interval]
) -> list[PageEvent]:
    """An act for each specific event mention of a page; `days` by the number of the mention."""
    starts = [name.span.start for name in reading.names]
    figures: dict[int, set[tuple[frozenset[str], float | None]]] = {}
    for quantity in reading.quantities:
        if quantity.event is not None and quantity.counted:
            number = quantity.high if quantity.low is None else quantity.low
            count = (counted_of(quantity.counted)[0], number)
            figures.setdefault(quantity.event, set()).add(count)
    acts, clues = [], hints_of(reading)
    for number, event in enumerate(reading.events):
        if event.specific:
            first = bisect_left(starts, event.span.start)
            last = bisect_left(starts, event.span.end)
            act = _act(reading, number, entities, days[number])
            chains = [(reading.document.id, n.chain) for n in reading.names[first:last]]
            named = frozenset(entities.ids[key] for key in chains if key in entities.ids)
            told = frozenset(figures.get(number, ()))
            clue = clues[number] if act.clue == NOTHING else act.clue
            acts.append(replace(act, named=named, figures=told, clue=clue))
    return acts


def _act(reading: Reading, number: int, entities: Entities, days: Interval) -> PageEvent:
    """The act of one mention alone, without the names and figures around it."""
    event = reading.events[number]
    before = reading.document.text[max(0, event.trigger.start - 60) : event.trigger.start]
    article = article_of(before)
    return PageEvent(
        document=reading.document.id,
        numbers=(number,),
        start=event.trigger.start,
        types=frozenset({event.type}),
        modes=frozenset({event.mode} if event.mode else ()),
        lemmas=lemmas_of(_predicate(event)),
        statuses=frozenset({event.status}),
        sources=_parties(reading, event, "source", entities),
        targets=_parties(reading, event, "target", entities),
        participants=_parties(reading, event, "participant", entities),
        doer_words=_words(event, ("source", "participant")),
        target_words=_words(event, ("target",)),
        days=days,
        clue=hint_of_days(days),
        place=_who(reading, event.place, entities),
        ordinals=frozenset({event.ordinal} if event.ordinal else ()),
        words=stems(event.span.text),
        named=frozenset(),
        figures=frozenset(),
        definite=event.nominal and not event.timexes and article == "definite",
        indefinite=event.nominal and article == "indefinite",
        fresh=article == "fresh",
        nominal=event.nominal,
    )


def _predicate(event: EventMention) -> str:
    """The lemma with the particle the trigger has beside it ("shoot down")."""
    _, _, rest = event.trigger.text.partition(" ")
    return event.lemma if " " in event.lemma or not rest else f"{event.lemma} {rest}"


def article_of(before: str) -> str | None:
    """How the words before a noun bring it in: definite, indefinite, fresh ("another"), or neither.

    >>> article_of("ended. During the long phone "), article_of("after a deadly Oct. 7 ")
    ('definite', 'indefinite')
    >>> article_of("in a letter. Strong ") is None, article_of("hours after another ")
    (True, 'fresh')
    """
    known, after = table("articles"), ""
    for word in reversed(_WORD.findall(before)[-_MOST_WORDS:]):
        if not word[-1].isalnum() and not (word[-1] == "." and after[:1].isdigit()):
            break
        bare, after = fold(word.rstrip(".")), word
        if bare in known["fresh"]:
            return "fresh"
        kind = next((k for k in ("definite", "indefinite") if bare in known[k]), None)
        if kind or bare in known["stop"]:
            return kind
    return None


def together(acts: Sequence[PageEvent]) -> PageEvent:
    """One act of several of a page, in the order of the text."""
    first = acts[0]
    if len(acts) == 1:
        return first
    place = next((act.place for act in acts if act.place), None)
    return PageEvent(
        document=first.document,
        numbers=tuple(sorted(n for act in acts for n in act.numbers)),
        start=first.start,
        types=_union(act.types for act in acts),
        modes=_union(act.modes for act in acts),
        lemmas=_union(act.lemmas for act in acts),
        statuses=_union(act.statuses for act in acts),
        sources=_union(act.sources for act in acts),
        targets=_union(act.targets for act in acts),
        participants=_union(act.participants for act in acts),
        doer_words=_union(act.doer_words for act in acts),
        target_words=_union(act.target_words for act in acts),
        days=_meet(act.days for act in acts),
        clue=reduce(DateHint.meet, (act.clue for act in acts)),
        place=place,
        ordinals=_union(act.ordinals for act in acts),
        words=_union(act.words for act in acts),
        named=_union(act.named for act in acts),
        figures=_union(act.figures for act in acts),
        definite=first.definite,
        indefinite=first.indefinite,
        fresh=first.fresh,
        nominal=all(act.nominal for act in acts),
    )


T = TypeVar("T")


def _union(sets: Iterable[frozenset[T]]) -> frozenset[T]:
    return frozenset().union(*sets)


def _meet(intervals: Iterable[Interval]) -> Interval:
    """The days all allow; the narrowest alone where they do not agree."""
    known = sorted(intervals, key=lambda i: (i.length or 10**6, str(i.earliest), str(i.latest)))
    days = known[0]
    for other in known[1:]:
        days = days.meet(other) or days
    return days


def _parties(reading: Reading, event: EventMention, role: PartyRole, entities: Entities) -> Parties:
    found = (_who(reading, a.name, entities) for a in event.arguments if a.role == role)
    return frozenset(who for who in found if who)


def _words(event: EventMention, roles: Collection[str]) -> frozenset[str]:
    """The stems of the words for the parties in these roles."""
    return _union(stems(a.span.text) for a in event.arguments if a.role in roles)


def _who(reading: Reading, number: int | None, entities: Entities) -> Who | None:
    if number is None:
        return None
    name = reading.names[number]
    key = (reading.document.id, name.chain)
    entity, country = entities.ids.get(key, ""), entities.countries.get(key, "")
    person = name.kind == "person" and bool(entity)
    return Who(entity, country, person, name.kind == "state") if entity or country else None


def shared_words(one: PageEvent, other: PageEvent) -> bool:
    """True when both are told by the same word, not merely by words of one class."""
    return any(lemma.islower() for lemma in one.lemmas & other.lemmas)


@lru_cache(maxsize=16384)
def lemmas_of(lemma: str) -> frozenset[str]:
    """A trigger's lemma as compared: its stem, and in capitals its classes of predicate.

    >>> sorted(lemmas_of("bombing") & lemmas_of("blast"))
    ['BLAST']
    """
    words = [word.text for word in words_of(lemma)]
    if " ".join(words) in _classes():
        words = [" ".join(words)]
    keys = {stem(word) for word in words} - grammar()
    for word in words:
        keys |= _classes().get(word, frozenset()) | _classes().get(stem(word), frozenset())
    return frozenset(keys)


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    """The predicate classes, in capitals, of each lemma and of each stem."""
    found: dict[str, set[str]] = {}
    for name, lemmas in table("predicates")["classes"].items():
        for lemma in lemmas:
            for key in {lemma, stem(lemma)}:
                found.setdefault(key, set()).add(name.upper())
    return {key: frozenset(names) for key, names in found.items()}

"""Statements of the record: each page's attributions, told once, with their tellers known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.model import (
    Attribution,
    Cite,
    Dated,
    Entity,
    Name,
    Reading,
    Source,
    SourceLink,
    Span,
    Statement,
    content_id,
)
from hearsay.model.vocabulary import TellerKind
from hearsay.resolve.compared_text import folded
from hearsay.resolve.dated import Days
from hearsay.resolve.entities.find_entities import Entities

_OUTLETS = ("outlet", "institution")


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements, and which attribution of which page is which of them."""

    all: tuple[Statement, ...] = ()
    ids: Mapping[tuple[str, int], str] = field(default_factory=dict)


def find_statements(
    readings: Sequence[Reading],
    entities: Entities,
    days: Days,
    events: Mapping[tuple[str, int], str],
) -> Statements:
    """The statements of all pages; `events` gives the event id of each event mention."""
    every: dict[str, Statement] = {}
    ids: dict[tuple[str, int], str] = {}
    known = {entity.id: entity for entity in entities.all}
    for reading in readings:
        firsts = _firsts(reading)
        for number, first in enumerate(firsts):
            ids[reading.document.id, number] = _id(reading, first)
        for first in sorted(set(firsts)):
            told = _Telling(reading, first, entities, known)
            parent = reading.attributions[first].parent
            every[_id(reading, first)] = Statement(
                id=_id(reading, first),
                kind=told.attribution.kind,
                cite=Cite(reading.document.id, told.attribution.span),
                contents=told.attribution.contents,
                cue=told.attribution.cue,
                quoted=told.attribution.quoted,
                chain=told.chain(),
                medium=told.attribution.medium,
                addressee=told.addressee(),
                date=_date(reading, first, days),
                event=_event(reading, first, events),
                act=told.attribution.act,
                hedged=told.attribution.hedged,
                negated=told.attribution.negated,
                parent=None if parent is None else _id(reading, firsts[parent]),
                score=told.attribution.score,
                jointly=told.jointly(),
            )
    return Statements(tuple(every[id_] for id_ in sorted(every)), ids)


def _firsts(reading: Reading) -> list[int]:
    """For each attribution of a page, the first that tells the same words by the same speaker."""
    seen: dict[tuple[str, str, str], int] = {}
    firsts = []
    for number, attribution in enumerate(reading.attributions):
        words = folded(" ".join(span.text for span in attribution.contents))
        teller = attribution.chain[-1] if attribution.chain else None
        key = (attribution.kind, words, "" if teller is None else _speaker(reading, teller))
        firsts.append(seen.setdefault(key, number) if words else number)
    return firsts


# no rule: identity of two links by their entity
def _same(link: SourceLink, before: SourceLink | None) -> bool:
    """True for a teller who tells what he said himself: "he said he hoped"."""
    if before is None:
        return False
    return link == before or (link.entity is not None and link.entity == before.entity)


def _speaker(reading: Reading, teller: Source) -> str:
    if teller.name is not None:
        return f"#{reading.names[teller.name].chain}"
    return folded(teller.text)


def _id(reading: Reading, number: int) -> str:
    span = reading.attributions[number].span
    return content_id("statement", reading.document.id, span.start, span.end, number)


@dataclass(frozen=True, slots=True)
class _Telling:
    """One attribution with what is needed to name its tellers."""

    reading: Reading
    number: int
    entities: Entities
    known: Mapping[str, Entity]

    @property
    def attribution(self) -> Attribution:
        return self.reading.attributions[self.number]

    def chain(self) -> tuple[SourceLink, ...]:
        """The tellers, outermost first, none twice in a row; the page's own outlet is not one."""
        links = [self._link(teller) for teller in self.attribution.chain]
        kept = [link for link in links if not self._own(link)]
        return tuple(
            link
            for link, before in zip(kept, [None, *kept], strict=False)
            if not _same(link, before)
        )

    def jointly(self) -> tuple[SourceLink, ...]:
        """Those who say it together with the last of the chain."""
        links = dict.fromkeys(map(self._link, self.attribution.jointly))
        return tuple(link for link in links if link not in self.chain() and not self._own(link))

    def addressee(self) -> SourceLink | None:
        number = self.attribution.addressee
        if number is None:
            return None
        name = self.reading.names[number]
        kind: TellerKind = "institution"
        if name.kind == "person" or name.kind == "office":
            kind = name.kind
        if name.form != "name" and name.kind in ("person", "group"):
            kind = "office" if name.offices else "anonymous"
        entity = self.entities.of(self.reading.document.id, name.chain)
        return self._named(entity, name.span.text, kind)

    def _link(self, teller: Source) -> SourceLink:
        name = None if teller.name is None else self.reading.names[teller.name]
        entity = None
        if name is not None:
            entity = self.entities.of(self.reading.document.id, name.chain)
        return self._named(entity, self._told(teller, name), teller.kind)

    def _told(self, teller: Source, name: Name | None) -> str:
        """The words for a teller; for a pronoun, those it takes up, where the page has any."""
        if name is None or name.form != "pronoun":
            return teller.text
        chain = [n for n in self.reading.names if n.chain == name.chain and n.form != "pronoun"]
        before = [n for n in chain if n.span.start < name.span.start]
        return (before[-1:] or chain[:1] or [name])[0].span.text

    def _named(self, entity: str | None, text: str, kind: TellerKind) -> SourceLink:
        """A link under the entity's name; one whose office-holder is known is that person's."""
        if entity is None or kind == "anonymous":
            return SourceLink(None, text, kind)
        found = self.known[entity]
        if kind == "office" and found.kind == "person":
            kind = "person"
        return SourceLink(entity, found.name, kind)

    def _own(self, link: SourceLink) -> bool:
        outlet = self.reading.document.outlet
        if outlet is None or link.kind not in _OUTLETS:
            return False
        one, other = f" {folded(link.name)} ", f" {folded(outlet)} "
        return one in other or other in one


def _date(reading: Reading, number: int, days: Days) -> Dated:
    """The day it was said: as told, else no later than the page came out."""
    timex = reading.attributions[number].timex
    if timex is not None:
        return days.timex(reading.document.id, timex)
    published = days.published(reading.document.id)
    if published.latest is None:
        return Dated(why="no day is told for it, and the page is undated")
    return Dated(
        None, published.latest, "derived", "no day is told for it; said before the page came out"
    )


def _event(reading: Reading, number: int, events: Mapping[tuple[str, int], str]) -> str | None:
    """The event in whose telling it was said: the demand that the cue names, or the call or
    meeting of the speaker that the cue's clause tells."""
    attribution, document = reading.attributions[number], reading.document.id
    if attribution.cue is None:
        return None
    known = [n for n in range(len(reading.events)) if (document, n) in events]
    named = [n for n in known if reading.events[n].trigger.overlaps(attribution.cue)]
    at = named or [n for n in known if _occasion(reading, n, attribution, attribution.cue)]
    return events[document, at[0]] if at else None


def _occasion(reading: Reading, number: int, attribution: Attribution, cue: Span) -> bool:
    """True for a meeting or call told around the cue that the speaker took part in."""
    event = reading.events[number]
    if event.type != "CONSULT" or not event.span.covers(cue) or not attribution.chain:
        return False
    speaker = attribution.chain[-1].name
    if speaker is None:
        return False
    present = {reading.names[a.name].chain for a in event.arguments if a.name is not None}
    return reading.names[speaker].chain in present

"""The record by id, as the sections of a brief need it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from hearsay.model import Cite, Entity, Event, Figure, Page, Relation, Resolution, Statement
from hearsay.publish.brief_entries import Part, Quote

_NAMED = 4  # sources named after a line; the rest are counted
_LONGEST_QUOTE = 240
_LEAD = 500  # characters of a page that are its lead, at least its first paragraph

Noun = TypeVar("Noun", Statement, Figure)


@dataclass(frozen=True, slots=True)
class BriefIndex:
    """The nouns by id, with the number of each page in this brief."""

    numbers: Mapping[str, int]
    pages: Mapping[str, Page]
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    figures: Mapping[str, Figure]
    statements: Mapping[str, Statement]
    relations: tuple[Relation, ...]
    figures_of: Mapping[str, Sequence[Figure]]
    statements_of: Mapping[str, int]
    events_on: Mapping[str, Sequence[Event]]
    figures_on: Mapping[str, Sequence[Figure]]
    statements_on: Mapping[str, Sequence[Statement]]

    @classmethod
    def of(cls, resolution: Resolution, numbers: Mapping[str, int]) -> "BriefIndex":
        figures_of: dict[str, list[Figure]] = defaultdict(list)
        events_on: dict[str, list[Event]] = defaultdict(list)
        figures_on: dict[str, list[Figure]] = defaultdict(list)
        statements_on: dict[str, list[Statement]] = defaultdict(list)
        for figure in resolution.figures:
            figures_on[figure.cite.document].append(figure)
            if figure.event is not None:
                figures_of[figure.event].append(figure)
        for statement in resolution.statements:
            statements_on[statement.cite.document].append(statement)
        for event in resolution.events:
            for document in event.documents:
                events_on[document].append(event)
        return cls(
            numbers=numbers,
            pages={page.document.id: page for page in resolution.pages},
            entities={entity.id: entity for entity in resolution.entities},
            events={event.id: event for event in resolution.events},
            figures={figure.id: figure for figure in resolution.figures},
            statements={statement.id: statement for statement in resolution.statements},
            relations=resolution.relations,
            figures_of=figures_of,
            statements_of=Counter(s.event for s in resolution.statements if s.event is not None),
            events_on=events_on,
            figures_on=figures_on,
            statements_on=statements_on,
        )

    def part(self, text: str, documents: Iterable[str]) -> Part:
        """The words with their sources: one page of each origin first, the rest counted."""
        pages = sorted(set(documents), key=lambda document: self.numbers[document])
        first: dict[str, str] = {}
        for document in pages:
            first.setdefault(self.pages[document].origin, document)
        named = list(first.values())[:_NAMED]
        return Part(text, tuple(self.numbers[page] for page in named), len(pages) - len(named))

    def quote(self, cite: Cite) -> Quote:
        return Quote(self.numbers[cite.document], " ".join(cite.span.text.split()))

    def fullest(self, cites: Iterable[Cite]) -> tuple[Quote, ...]:
        """One quote of each origin, the longest that need not be cut, in the brief's order."""
        best: dict[str, Quote] = {}
        for cite in sorted(cites, key=lambda cite: self.numbers[cite.document]):
            quote, origin = self.quote(cite), self.pages[cite.document].origin
            known = best.setdefault(origin, quote)
            if len(known.words) < len(quote.words) <= _LONGEST_QUOTE:
                best[origin] = quote
        return tuple(sorted(best.values(), key=lambda quote: quote.source))

    def leads(self, cites: Iterable[Cite]) -> int:
        """In how many origins the words stand in the lead of a page."""
        return len(
            {
                self.pages[cite.document].origin
                for cite in cites
                if cite.span.start < _end_of_lead(self.pages[cite.document].document.text)
            }
        )

    def titled(self, cites: Iterable[Cite]) -> int:
        """In how many origins the title of the page shares two words of weight with the words."""
        return len(
            {
                self.pages[cite.document].origin
                for cite in cites
                if len(
                    _weighty(self.pages[cite.document].document.title) & _weighty(cite.span.text)
                )
                >= 2
            }
        )

    def day(self, document: str) -> date:
        """The day by which a page came out; the last of days where it is not known."""
        published = self.pages[document].published
        return published.earliest or published.latest or date.max


def _end_of_lead(text: str) -> int:
    """The end of the first paragraph, or of the paragraph that holds the 500th character."""
    end = text.find("\n\n", _LEAD)
    first = text.find("\n\n")
    return max(first, _LEAD if end < 0 else min(end, 2 * _LEAD)) if first >= 0 else len(text)


def _weighty(text: str | None) -> set[str]:
    words = (word.strip(".,:;!?\"'“”‘’()").casefold() for word in (text or "").split())
    return {word for word in words if len(word) > 3}

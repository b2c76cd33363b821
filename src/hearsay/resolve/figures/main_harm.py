"""The event that the tolls of a page are of, where their own sentences name none."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.model import EventMention, Quantity, Reading, Span
from hearsay.ontology import table
from hearsay.resolve.compared_text import sentences_of

_AROUND = 300  # characters before and after a figure in which its sentence is looked for
_WORDS = re.compile(r"[a-z]+")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class HarmfulEvents:
    """The harmful events of each page, that told most first: their types and their ids; `lasting`
    are the ids of those told as a war or another thing that lasts."""

    of_page: Mapping[str, tuple[tuple[str, str], ...]]
    lasting: frozenset[str] = frozenset()

    def of(self, reading: Reading, quantity: Quantity) -> str | None:
        """The event that a toll of no event of its own belongs to; None for anything else."""
        types = _types(quantity.predicate)
        sentence = _sentence(reading, quantity)
        if not types or _YEAR.search(sentence):
            return None
        total = _is_total(sentence)
        own = None if quantity.event is None else reading.events[quantity.event]
        if own is not None and own.status not in _linking("real"):
            return None  # "a raid would kill 40": it may never come
        told = self.of_page.get(reading.document.id, ())
        return next(
            (
                event
                for kind, event in told
                if kind in types and not (total and kind == "ASSAULT" and event not in self.lasting)
            ),
            None,
        )


def harmful_events(
    readings: Sequence[Reading], events: Mapping[tuple[str, int], str]
) -> HarmfulEvents:
    """The harmful events of the pages, by how many pages and then how many mentions tell them.

    `events` gives the event of each mention by its page and number.
    """
    mentions: dict[str, Counter[str]] = {}
    kinds: dict[str, str] = {}
    pages: dict[str, set[str]] = defaultdict(set)
    lasting: set[str] = set()
    for reading in readings:
        document = reading.document.id
        mentions[document] = Counter()
        for number, mention in sorted(enumerate(reading.events), key=_place):
            event = events.get((document, number))
            if event is not None and _is_harm(mention):
                mentions[document][event] += 1
                kinds.setdefault(event, mention.type)
                pages[event].add(document)
                if not _linking("lasting").isdisjoint(mention.lemma.split()):
                    lasting.add(event)
    return HarmfulEvents(
        {
            document: tuple(
                (kinds[event], event)
                for event, count in sorted(
                    told.items(), key=lambda item: -len(pages[item[0]]) * item[1]
                )
            )
            for document, told in mentions.items()
        },
        frozenset(lasting),
    )


def _place(numbered: tuple[int, EventMention]) -> Span:
    return numbered[1].trigger


def _is_harm(mention: EventMention) -> bool:
    """True for an event that came about and may have tolls."""
    real = mention.status in _linking("real")
    return mention.specific and real and mention.type in _linking("harmful")


def _sentence(reading: Reading, quantity: Quantity) -> str:
    """The sentence of a figure, as far as it stands near: a year in it ("in 1987 a fire killed 31")
    says that the figure is of another event than the page's."""
    text, span = reading.document.text, quantity.span
    first = max(0, span.start - _AROUND)
    own = _holding(sentences_of(text[first : span.end + _AROUND]), span.start - first)
    return "" if own is None else text[first + own[0] : first + own[1]]


def _is_total(sentence: str) -> bool:
    """True for a toll that has run up over time: "the death toll has topped 400"."""
    words = f" {' '.join(_WORDS.findall(sentence.lower()))} "
    return any(f" {phrase} " in words for phrase in _linking("totals"))


def _holding(sentences: Iterable[tuple[int, int]], place: int) -> tuple[int, int] | None:
    return next((bounds for bounds in sentences if bounds[0] <= place < bounds[1]), None)


@cache
def _types(predicate: str | None) -> frozenset[str]:
    """The types of event that a toll of this predicate may be of; none where it is no toll."""
    if predicate not in _linking("tolls"):
        return frozenset()
    rows = table("effects")["causes"]
    return frozenset(
        kind for row in rows if predicate in row["predicates"] for kind in row["types"]
    )


@cache
def _linking(name: str) -> frozenset[str | None]:
    return frozenset(table("effects")["linking"][name])

"""In whose words a quantity stands, and to which event it belongs."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from heapq import heappop, heappush

from hearsay import ontology
from hearsay.model import Attribution, EventMention, Quantity, Span, Timex
from hearsay.rules import rule
from hearsay.syntax import Parse

_BACK = 2  # sentences before its own in which the cause of an effect is looked for
_BEFORE = 12  # characters before an expression of time that hold its preposition
_MOST = 40  # triggers that are weighed for a figure


def place_quantities(
    tree: Parse,
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
    events: Sequence[EventMention],
    timexes: Sequence[Timex] = (),
) -> tuple[Quantity, ...]:
    """The quantities, each with when it holds, its innermost attribution and its event.

    1. The first event on the way from the counted words up the tree, where it can have the effect
    that the figure tells. 2. For an effect, the nearest event of its causes in the sentence or just
    before it. 3. For a toll, the first harmful event of the page. A harm that only might have come
    ("would be killed") and belongs to no event befell nobody: its figure has no predicate.
    """
    mentions = _Mentions(tree, events)
    voices = innermost([quantity.span for quantity in quantities], attributions)
    return tuple(
        replace(
            quantity,
            attribution=voice,
            event=event,
            timex=as_of(tree, quantity, timexes),
            predicate=mentions.befell(quantity, event),
        )
        for quantity, voice in zip(quantities, voices, strict=True)
        for event in (mentions.of(quantity),)
    )


def innermost(spans: Sequence[Span], attributions: Sequence[Attribution]) -> list[int | None]:
    """For each span the number of the shortest attribution whose content covers it."""
    contents = sorted(
        (content.start, content.end, attribution.span.end - attribution.span.start, number)
        for number, attribution in enumerate(attributions)
        for content in attribution.contents
    )
    found: list[int | None] = [None] * len(spans)
    open_: list[tuple[int, int, int]] = []  # of the contents begun: length, number, end
    begun = 0
    for place in sorted(range(len(spans)), key=spans.__getitem__):
        span = spans[place]
        while begun < len(contents) and contents[begun][0] <= span.start:
            _, end, length, number = contents[begun]
            heappush(open_, (length, number, end))
            begun += 1
        while open_ and open_[0][2] <= span.start:
            heappop(open_)
        covering = open_[:1]
        if covering and covering[0][2] < span.end:  # it ends within the words
            covering = sorted(one for one in open_ if one[2] >= span.end)
        found[place] = covering[0][1] if covering else None
    return found


class _Mentions:
    """The event mentions of a page, by the tokens of their triggers."""

    def __init__(self, tree: Parse, events: Sequence[EventMention]) -> None:
        self._tree, self._events = tree, events
        self._triggers = _trigger_tokens(tree, events)
        self._tokens = sorted(self._triggers)
        self._harms = _harms(events)

    def of(self, quantity: Quantity) -> int | None:
        """The number of the event that a quantity belongs to, None where that is open."""
        start = next(self._tree.inside((quantity.span,)), None)
        if start is None:
            return None
        causes = causes_of(quantity.predicate)
        above = self._above(start)
        if not causes or (above is not None and self._events[above].type in causes):
            return above
        wanted = "unreal" if _is_unreal(self._tree, start) else "real"
        near = self._nearest(start, causes, wanted)
        if near is not None or quantity.predicate not in _linking("tolls") or wanted == "unreal":
            return near
        harms = (number for kind, number in self._harms if kind in causes)
        return next(harms, None)

    def befell(self, quantity: Quantity, event: int | None) -> str | None:
        """The predicate; None for a harm that did not come about."""
        start = next(self._tree.inside((quantity.span,)), None)
        harm = event is None and start is not None and bool(causes_of(quantity.predicate))
        return None if harm and _is_unreal(self._tree, start or 0) else quantity.predicate

    def _above(self, start: int) -> int | None:
        """The event of the first trigger on the way up the tree."""
        climbed = self._tree.climb(start)
        return next((self._triggers[n] for n in climbed if n in self._triggers), None)

    def _nearest(self, start: int, causes: frozenset[str], wanted: str) -> int | None:
        """The event nearest to a token in its sentence, else the last in those before it."""
        sentence = self._tree.sentence[start]
        first = self._tree.bounds[max(0, sentence - _BACK)][0]
        low = bisect_left(self._tokens, first)
        high = bisect_left(self._tokens, self._tree.sentence_of(start)[1])
        fit = [
            n for n in self._tokens[max(low, high - _MOST) : high] if self._fits(n, causes, wanted)
        ]
        if not fit:
            return None
        near = min(fit, key=lambda n: (self._tree.sentence[n] != sentence, abs(n - start)))
        return self._triggers[near]

    # no rule: a look-up of types and states in a table
    def _fits(self, token: int, causes: frozenset[str], wanted: str) -> bool:
        event = self._events[self._triggers[token]]
        return event.specific and event.type in causes and event.status in _linking(wanted)


def _harms(events: Sequence[EventMention]) -> list[tuple[str, int]]:
    """The first harmful event of each type, as the page tells them: it begins with its matter."""
    first: dict[str, int] = {}
    for number in sorted(range(len(events)), key=lambda number: events[number].trigger):
        event = events[number]
        harmful = event.type in _linking("harmful") and event.status in _linking("real")
        if event.specific and harmful:
            first.setdefault(event.type, number)
    return list(first.items())


@rule("QTY-104")
def _is_unreal(tree: Parse, start: int) -> bool:
    """True for what may come or might have come: "12 people would be killed"."""
    for number in tree.climb(start):
        if tree.tokens[number].upos == "VERB":
            return any(tree.tokens[kid].xpos == "MD" for kid in tree.kids(number, "aux"))
    return False


def as_of(tree: Parse, quantity: Quantity, timexes: Sequence[Timex]) -> int | None:
    """The number of the expression that says when a figure holds: "as of Friday", "by Monday"."""
    start = next(tree.inside((quantity.span,)), None)
    if start is None:
        return None
    first, last = tree.sentence_of(start)
    spans = [timex.span for timex in timexes]
    low = bisect_left(spans, tree.starts[first], key=lambda span: span.start)
    high = bisect_left(spans, tree.ends[last - 1], key=lambda span: span.start)
    for number in range(low, high):
        before = (
            tree.text[max(0, spans[number].start - _BEFORE) : spans[number].start].lower().split()
        )
        marked = " ".join(before[-2:]) == "as of" or before[-1:] == ["by"]
        if marked and timexes[number].type == "DATE":
            return number
    return None


def causes_of(predicate: str | None) -> frozenset[str]:
    """The types of event that may have an effect: none for what is no effect."""
    return frozenset(
        kind
        for row in ontology.table("effects")["causes"]
        if predicate in row["predicates"]
        for kind in row["types"]
    )


@cache
def _linking(name: str) -> frozenset[str]:
    return frozenset(ontology.table("effects")["linking"][name])


def _trigger_tokens(tree: Parse, events: Sequence[EventMention]) -> dict[int, int]:
    """Event number by token number, for every token of every trigger; the surest event wins."""
    found: dict[int, int] = {}
    for number, event in sorted(enumerate(events), key=lambda pair: pair[1].score):
        found.update(dict.fromkeys(tree.inside((event.trigger,)), number))
    return found

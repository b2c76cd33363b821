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
_CLOSE = 2  # steps in the tree to an event of which a figure may be that is no toll
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
    that the figure tells. 2. The event of the sentence that is nearest in the tree, for an effect
    one of its causes. 3. For an effect that has not run up till now, the last of its causes in the
    sentences before. Other tolls are of the main harm of the page, which resolution knows. A harm
    that only might have come ("would be killed") and belongs to no event befell nobody: its figure
    has no predicate.
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

    def of(self, quantity: Quantity) -> int | None:
        """The number of the event that a quantity belongs to, None where that is open."""
        start = next(self._tree.inside((quantity.span,)), None)
        if start is None:
            return None
        causes = causes_of(quantity.predicate)
        above = self._above(start)
        if above is not None and (not causes or self._events[above].type in causes):
            return above
        if not causes and _describes(self._tree, quantity, start):
            return None
        wanted = "unreal" if _is_unreal(self._tree, start) else "real"
        near = self._beside(start, causes, wanted)
        if near is not None or not causes or wanted == "unreal" or _is_running(self._tree, start):
            return near
        return self._told_before(start, causes)

    def befell(self, quantity: Quantity, event: int | None) -> str | None:
        """The predicate; None for a harm that did not come about."""
        start = next(self._tree.inside((quantity.span,)), None)
        harm = event is None and start is not None and bool(causes_of(quantity.predicate))
        return None if harm and _is_unreal(self._tree, start or 0) else quantity.predicate

    def _above(self, start: int) -> int | None:
        """The event of the first trigger on the way up the tree."""
        climbed = self._tree.climb(start)
        return next((self._triggers[n] for n in climbed if n in self._triggers), None)

    def _beside(self, start: int, causes: frozenset[str], wanted: str) -> int | None:
        """The event of the sentence that fewest steps in the tree part from a token."""
        first, last = self._tree.sentence_of(start)
        way = {number: steps for steps, number in enumerate(self._tree.climb(start))}
        fit = [
            (steps, abs(token - start), self._triggers[token])
            for token in self._between(first, last)
            if self._fits(token, causes, wanted)
            if (steps := _steps(self._tree, way, token)) is not None
        ]
        if not fit or (not causes and min(fit)[0] > _CLOSE):
            return None
        return min(fit)[2]

    def _told_before(self, start: int, causes: frozenset[str]) -> int | None:
        """The last event of these causes in the sentences right before that of a token."""
        sentence = self._tree.sentence[start]
        first = self._tree.bounds[max(0, sentence - _BACK)][0]
        tokens = self._between(first, self._tree.bounds[sentence][0])
        fit = (token for token in reversed(tokens) if self._fits(token, causes, "real"))
        token = next(fit, None)
        return None if token is None else self._triggers[token]

    def _between(self, first: int, last: int) -> list[int]:
        """The tokens of triggers in a range, the last of them where there are many."""
        low, high = bisect_left(self._tokens, first), bisect_left(self._tokens, last)
        return self._tokens[max(low, high - _MOST) : high]

    # no rule: a look-up of types and states in a table
    def _fits(self, token: int, causes: frozenset[str], wanted: str) -> bool:
        event = self._events[self._triggers[token]]
        kind = not causes or event.type in causes
        return event.specific and kind and event.status in _linking(wanted)


def _steps(tree: Parse, way: dict[int, int], token: int) -> int | None:
    """The steps in the tree from the token whose way to the root is given to another."""
    climbed = enumerate(tree.climb(token))
    return next((up + way[number] for up, number in climbed if number in way), None)


@rule("QTY-121")
def _describes(tree: Parse, quantity: Quantity, start: int) -> bool:
    """True for a number that only describes somebody or something: "a city of 120,000 people"."""
    if quantity.predicate is not None or quantity.unit is not None:
        return False
    last = quantity.span.end
    for number in tree.climb(start):
        if tree.starts[number] >= last or tree.ends[number] <= quantity.span.start:
            return False
        if tree.relations[number] == "appos" or tree.case(number) == "of":
            return True
    return False


@rule("QTY-120")
def _is_running(tree: Parse, start: int) -> bool:
    """True for a toll that has run up till now: "the death toll rose to 12", "30 are missing".

    It counts what the whole page tells of, not what the sentence before tells of.
    """
    for number in tree.climb(start):
        if tree.tokens[number].upos in ("VERB", "AUX") or tree.head(number) is None:
            subject = tree.dependent(number, "nsubj")
            total = subject is not None and tree.lemmas[subject] in _counts()
            words = [number, *tree.kids(number, "aux", "aux:pass", "cop")]
            return total or any(tree.tokens[word].xpos in ("VBZ", "VBP") for word in words)
    return False


@cache
def _counts() -> frozenset[str]:
    return frozenset(ontology.table("figure_company")["counts"])


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

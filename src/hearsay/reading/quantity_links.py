"""In whose words a quantity stands, and to which event it belongs."""

from collections.abc import Sequence
from dataclasses import replace
from heapq import heappop, heappush

from hearsay.model import Attribution, EventMention, Quantity, Span
from hearsay.syntax import Parse


def place_quantities(
    tree: Parse,
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
    events: Sequence[EventMention],
) -> tuple[Quantity, ...]:
    """The quantities, each with its innermost attribution and the event whose words it is under.

    The event is found by climbing the tree from the counted words to the first token that is an
    event's trigger; a trigger in another sentence, or none on the way up, gives no event.
    """
    triggers = _trigger_tokens(tree, events)
    voices = innermost([quantity.span for quantity in quantities], attributions)
    return tuple(
        replace(
            quantity,
            attribution=voice,
            event=_event_above(quantity.span, tree, triggers),
        )
        for quantity, voice in zip(quantities, voices, strict=True)
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


def _trigger_tokens(tree: Parse, events: Sequence[EventMention]) -> dict[int, int]:
    """Event number by token number, for every token of every trigger; the surest event wins."""
    found: dict[int, int] = {}
    for number, event in sorted(enumerate(events), key=lambda pair: pair[1].score):
        found.update(dict.fromkeys(tree.inside((event.trigger,)), number))
    return found


def _event_above(span: Span, tree: Parse, triggers: dict[int, int]) -> int | None:
    start = next(tree.inside((span,)), None)
    above = () if start is None else tree.climb(start)
    return next((triggers[number] for number in above if number in triggers), None)

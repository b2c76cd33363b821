"""In whose words a quantity stands, and to which event it belongs."""

from collections.abc import Sequence
from dataclasses import replace
from heapq import heappop, heappush

from hearsay.model import Analysis, Attribution, EventMention, Quantity, Span


def place_quantities(
    analysis: Analysis,
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
    events: Sequence[EventMention],
) -> tuple[Quantity, ...]:
    """The quantities, each with its innermost attribution and the event whose words it is under.

    The event is found by climbing the tree from the counted words to the first token that is an
    event's trigger; a trigger in another sentence, or none on the way up, gives no event.
    """
    triggers = _trigger_tokens(analysis, events)
    starts = {token.start: number for number, token in enumerate(analysis.tokens)}
    voices = innermost([quantity.span for quantity in quantities], attributions)
    return tuple(
        replace(
            quantity,
            attribution=voice,
            event=_event_above(quantity.span, analysis, starts, triggers),
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


def _trigger_tokens(analysis: Analysis, events: Sequence[EventMention]) -> dict[int, int]:
    """Event number by token number, for every token of every trigger; the surest event wins."""
    by_start = {token.start: number for number, token in enumerate(analysis.tokens)}
    found: dict[int, int] = {}
    for number, event in sorted(enumerate(events), key=lambda pair: pair[1].score):
        token = by_start.get(event.trigger.start)
        while token is not None and token < len(analysis.tokens):
            if analysis.tokens[token].start >= event.trigger.end:
                break
            found[token] = number
            token += 1
    return found


def _event_above(
    span: Span, analysis: Analysis, starts: dict[int, int], triggers: dict[int, int]
) -> int | None:
    at = starts.get(span.start)
    for _ in range(len(analysis.tokens)):
        if at is None or at in triggers:
            break
        head = analysis.tokens[at].head
        at = None if head == at else head
    return None if at is None else triggers[at]

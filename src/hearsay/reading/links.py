"""In whose words a quantity stands, and to which event it belongs."""

from collections.abc import Sequence
from dataclasses import replace

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
    return tuple(
        replace(
            quantity,
            attribution=innermost(quantity.span, attributions),
            event=_event_above(quantity.span, analysis, starts, triggers),
        )
        for quantity in quantities
    )


def innermost(span: Span, attributions: Sequence[Attribution]) -> int | None:
    """The number of the shortest attribution whose content covers `span`."""
    covering = [
        (attribution.span.end - attribution.span.start, number)
        for number, attribution in enumerate(attributions)
        if any(content.covers(span) for content in attribution.contents)
    ]
    return min(covering)[1] if covering else None


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

"""How much a reader needs an event: what an editor weighs before the front page."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import log2

from hearsay.model import Event
from hearsay.ontology import table
from hearsay.publish.brief_index import BriefIndex

_BACKGROUND = timedelta(days=45)
_DOUBT = {"unconfirmed": 0.5, "denied": 1.0, "hypothetical": 2.0}


def rank_events(events: Sequence[Event], index: BriefIndex) -> dict[str, float]:
    """A rank for each event of one story, by id.

    It grows with the independent texts that report the event, with their leads and titles, with
    its gravity, with the figures and statements that belong to it, and with its parties.
    """
    most = log2(1 + max((event.origins for event in events), default=1))
    return {event.id: _rank(event, most, index) for event in events}


def _rank(event: Event, most: float, index: BriefIndex) -> float:
    cites = [mention.cite for mention in event.mentions]
    origins = max(1, event.origins)
    gravity = table("salience")["types"].get(event.type, 0.5)
    belongs = len(index.figures_of.get(event.id, ())) + index.statements_of.get(event.id, 0)
    roles = {party.role for party in event.actors}
    complete = len(event.actors) >= 2 and (len(roles) > 1 or "participant" in roles)
    reported_only_in_words = all(mention.statement for mention in event.mentions)
    return (
        2.0 * log2(1 + origins) / most
        + 1.5 * log2(1 + index.leads(cites)) / most
        + 1.0 * log2(1 + index.titled(cites)) / most
        + 1.5 * gravity
        + 0.5 * min(1.0, belongs / 4)
        + 0.5 * complete
        + 0.3 * (event.date.earliest is not None and event.date.latest is not None)
        - 0.4 * reported_only_in_words
        - _DOUBT.get(event.status, 0.0)
    )


def long_past(event: Event, first: date | None) -> bool:
    """True for what was over long before the story's first page came out."""
    last = event.date.latest if event.date.earliest else None
    return first is not None and last is not None and first - last > _BACKGROUND

"""A trigger with the sense found for it."""

from dataclasses import dataclass

from hearsay.reading.events.arguments.valency import Valency
from hearsay.reading.events.candidates.event_lexicon import Sense


@dataclass(frozen=True, slots=True)
class TriggerCandidate:
    """A trigger with the sense found for it; `first` is the first token of its words."""

    trigger: int
    first: int
    sense: Sense
    valency: Valency
    nominal: bool

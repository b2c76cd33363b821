"""A trigger with the sense found for it."""

from dataclasses import dataclass

from hearsay.reading.events.lexicon import Sense
from hearsay.reading.events.valency import Valency


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with the sense found for it; `first` is the first token of its words."""

    trigger: int
    first: int
    sense: Sense
    valency: Valency
    nominal: bool

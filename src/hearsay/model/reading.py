"""One page with everything read from it."""

from dataclasses import dataclass

from hearsay.model.document import Document
from hearsay.model.mentions import Attribution, EventMention, Name, Quantity
from hearsay.model.timex import Timex


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its five kinds of mention, each tuple in the order of the text."""

    document: Document
    names: tuple[Name, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[EventMention, ...] = ()

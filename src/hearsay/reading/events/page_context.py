"""Everything known of a page when its events are read."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from hearsay.model import Attribution, Document, Span, Timex
from hearsay.model.mention_vocabulary import SenseType
from hearsay.reading.events.arguments.locations import Locations
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.reading.events.arguments.set_members import Sets
from hearsay.reading.events.timing.event_times import Times
from hearsay.reading.events.timing.narrative_days import TellingDays
from hearsay.syntax import Parse


@dataclass(frozen=True, slots=True)
class PageContext:
    """A page with its tree; `voices` and `cues` give tokens the number of their attribution.

    `temporal` are the TMP roles by predicate, `taking` those of who takes part, `timed` the
    predicate by each token of a short TMP role; `triggers` are the types by token, `days` the
    expressions that date the page's telling.
    """

    document: Document
    tree: Parse
    nouns: Nouns
    sets: Sets
    locations: Locations
    timexes: tuple[Timex, ...]
    times: Times
    attributions: tuple[Attribution, ...]
    voices: dict[int, int]
    cues: dict[int, int]
    temporal: dict[int, tuple[tuple[int, int], ...]]
    taking: dict[int, tuple[tuple[int, int], ...]]
    timed: dict[int, int]
    triggers: dict[int, SenseType]
    days: TellingDays


def token_range(page: PageContext, span: Span) -> tuple[int, int]:
    first = bisect_right(page.tree.starts, span.start) - 1
    return max(first, 0), bisect_left(page.tree.starts, span.end)

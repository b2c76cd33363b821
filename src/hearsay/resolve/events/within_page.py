"""The event mentions of one page put together: each with what was told of its event before it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hearsay.model import Interval, Reading
from hearsay.ontology import table
from hearsay.resolve.entities.find_entities import Entities
from hearsay.resolve.events.event_clusters import judged
from hearsay.resolve.events.event_features import PairSetting
from hearsay.resolve.events.page_events import PageEvent, page_events_of, together
from hearsay.resolve.events.vetoes import kin_types

_LEAST = 0.05
_MOST_BEFORE = 40
"""How many events of a kind a reader keeps in mind."""


def page_acts(reading: Reading, entities: Entities, days: Sequence[Interval]) -> list[PageEvent]:
    """The acts of one page, the mentions of one event together, in the order of the text.

    Read from first to last: a mention joins the event it fits best by all that was told of it so
    far, or begins one of its own.
    """
    mentions = sorted(
        page_events_of(reading, entities, days), key=lambda act: (act.start, act.numbers)
    )
    groups: list[list[PageEvent]] = []
    profiles: list[PageEvent] = []
    of_type: dict[str, list[int]] = defaultdict(list)
    for mention in mentions:
        number = None if mention.fresh else _antecedent(mention, profiles, of_type)
        if number is None:
            number = len(groups)
            groups.append([])
            profiles.append(mention)
        # What was told so far and one mention more: all of them anew would take their square.
        told = [profiles[number], mention] if groups[number] else [mention]
        groups[number].append(mention)
        profiles[number] = replace(together(told), start=mention.start)
        for type_ in sorted(mention.types):
            if number in of_type[type_]:
                of_type[type_].remove(number)
            of_type[type_].append(number)
    return _with_leads([together(group) for group in groups])


def _with_leads(acts: Sequence[PageEvent]) -> list[PageEvent]:
    """The acts, those marked that their page tells most of among those of a type: by mentions, the
    first among equals."""
    leading: dict[str, int] = {}
    for number, act in enumerate(acts):
        for type_ in act.types & table("plover").keys():
            known = leading.get(type_)
            if known is None or len(act.numbers) > len(acts[known].numbers):
                leading[type_] = number
    leads = frozenset(leading.values())
    return [replace(act, leads=number in leads) for number, act in enumerate(acts)]


def _antecedent(
    mention: PageEvent, profiles: Sequence[PageEvent], of_type: Mapping[str, list[int]]
) -> int | None:
    """The event told before that the mention fits best, the latest among equals; None when none."""
    weights = table("event_pairs")["within"]
    best: tuple[float, int] | None = None
    for number in _before(mention, of_type):
        score = judged(profiles[number], mention, PairSetting(), weights)
        if score is not None and score >= _LEAST and (best is None or (score, number) > best):
            best = score, number
    return None if best is None else best[1]


def _before(mention: PageEvent, of_type: Mapping[str, list[int]]) -> Iterator[int]:
    """Events of the mention's kind or one that may be told as it, those told of latest."""
    kinds = set(mention.types).union(*(kin_types().get(t, frozenset()) for t in mention.types))
    found = {number for kind in kinds for number in of_type.get(kind, ())[-_MOST_BEFORE:]}
    yield from sorted(found)

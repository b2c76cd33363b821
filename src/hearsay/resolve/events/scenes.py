"""Where the deeds of a page happen, for those of its events that name no place of their own."""

import re
from bisect import bisect_left
from collections import Counter

from hearsay.model import EventMention, Name, Reading
from hearsay.ontology import table
from hearsay.resolve.compared_text import folded

_LEAST = 3
"""How often a place is told as one where things happen, before a page is set there."""
_CLEARLY = 2
"""How many times as often as the next place."""
_WORDS = re.compile(r"[\w'’.-]+")
_LANDS = ("place", "state")
_REAL = ("happened", "ongoing", "unconfirmed")
_NEAR = 24  # characters before a place in which its preposition stands


def scene_of(reading: Reading) -> Name | None:
    """The place where the page is set: told far more than any other; None where none is."""
    told: Counter[int] = Counter()
    first: dict[int, Name] = {}
    for name in reading.names:
        if name.kind == "place" and name.form == "name" and not _is_wide(name):
            first.setdefault(name.chain, name)
            told[name.chain] += _is_setting(reading, name)
    told.update(chain for chain in _dateline(reading) if chain in first)
    most = told.most_common(2)
    if not most or most[0][1] < _LEAST or (len(most) > 1 and most[0][1] < _CLEARLY * most[1][1]):
        return None
    return first[most[0][0]]


def _is_wide(name: Name) -> bool:
    """True for a sea, a continent or the like: too wide to be where a deed was done."""
    words = _WORDS.findall(name.core.text.lower())
    return not set(words).isdisjoint(table("event_order")["place"]["wide"])


def _is_setting(reading: Reading, name: Name) -> bool:
    """True for a place that something is in, at or near, or that stands before what it has."""
    text = reading.document.text
    if text[name.span.end : name.span.end + 2] in ("'s", "’s"):
        return True
    before = _WORDS.findall(text[max(0, name.span.start - _NEAR) : name.span.start])[-2:]
    return not set(map(str.lower, before)).isdisjoint(table("event_order")["place"]["inside"])


def _dateline(reading: Reading) -> tuple[int, ...]:
    """The chain of the place in the dateline."""
    line = reading.document.dateline
    if line is None or not line.place:
        return ()
    wanted = folded(line.place.split(",")[0])
    named = (n.chain for n in reading.names if n.kind == "place" and folded(n.core.text) == wanted)
    return tuple(named)[:1]


def is_set_there(reading: Reading, event: EventMention, scene: Name) -> bool:
    """True for a deed told as real in a clause that names no other place."""
    bodily = table("plover").get(event.type, {}).get("scene", False)
    if event.status not in _REAL or not event.specific or not bodily or event.mode == "phone":
        return False
    first = bisect_left(reading.names, event.span.start, key=_starts)
    last = bisect_left(reading.names, event.span.end, key=_starts)
    return all(
        name.kind not in _LANDS or name.chain == scene.chain for name in reading.names[first:last]
    )


def _starts(name: Name) -> int:
    return name.span.start

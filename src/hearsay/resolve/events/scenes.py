"""Where the deeds of a page happen, for those of its events that name no place of their own."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from hearsay.model import EventMention, Name, Reading
from hearsay.ontology import rows, table
from hearsay.resolve.compared_text import folded

LANDS = ("place", "state")
_LEAST, _LEAST_LAND = 3, 4
"""How often a place is told as one where things happen, before a page is set there."""
_CLEARLY = 2
"""How many times as often as the next place."""
_LONGEST_LEAD = 300  # characters
_MANY = 12  # mentions of a chain whose words are kept
_WORDS = re.compile(r"[\w'’.-]+")
_REAL = ("happened", "ongoing", "unconfirmed")
_NEAR = 24  # characters before a place in which its preposition stands
_JOINED = ("", ",", "in", ", in")
"""What stands between a place and the land that it lies in."""


@dataclass(frozen=True, slots=True)
class Scenes:
    """What a page tells of places: `named` are the chains of those with a name, `towns` and
    `settings` the numbers of the names of towns and of places that something is said to be in.

    `page` is the number of the first name of the place where the page is set, `town` and `state`
    those of the town and state it names far more than others; None where none is. `words` are the
    first mentions of each chain, `cues` the places in the text of words of saying.
    """

    named: frozenset[int]
    towns: tuple[int, ...]
    settings: frozenset[int]
    page: int | None
    town: int | None
    state: int | None
    words: Mapping[int, tuple[str, ...]]
    cues: tuple[int, ...] = ()


def scenes_of(reading: Reading) -> Scenes:
    """What a page tells of places."""
    names = list(enumerate(reading.names))
    lands = [(number, name) for number, name in names if _is_named_land(name)]
    towns = tuple(number for number, name in lands if is_town(name))
    settings = frozenset(n for n, name in lands if not is_wide(name) and _is_setting(reading, name))
    words: dict[int, list[str]] = defaultdict(list)
    for name in reading.names:
        if len(words[name.chain]) < _MANY:
            words[name.chain].append(name.span.text.lower())
    states = [number for number, name in lands if name.kind == "state"]
    return Scenes(
        frozenset(name.chain for _, name in lands),
        towns,
        settings,
        _scene(reading, settings),
        most_told(reading, towns),
        most_told(reading, states),
        {chain: tuple(told) for chain, told in words.items()},
        tuple(sorted(each.cue.start for each in reading.attributions if each.cue is not None)),
    )


def is_deed(event: EventMention) -> bool:
    """True for what bodies do in one place, told as real."""
    bodily = table("plover").get(event.type, {}).get("scene", False)
    return bool(event.status in _REAL and event.specific and bodily and event.mode != "phone")


def is_land(name: Name) -> bool:
    """True for a state, and for a part of one that holds towns."""
    parts = table("event_order")["place"]["lands"]
    return (
        name.kind == "state" or name.core.text in _regions() or not _words(name).isdisjoint(parts)
    )


def is_town(name: Name) -> bool:
    """True for a named place that is no land, no water and no building."""
    return name.kind == "place" and not (is_land(name) or is_wide(name) or _is_site(name))


def is_wide(name: Name) -> bool:
    """True for a sea, a continent or the like: too wide to be where a deed was done."""
    return not _words(name).isdisjoint(table("event_order")["place"]["wide"])


def _is_site(name: Name) -> bool:
    last = _WORDS.findall(name.core.text.lower())[-1:]
    return bool(last) and last[0] in _sites()


def _words(name: Name) -> set[str]:
    return set(_WORDS.findall(name.core.text.lower()))


@cache
def _sites() -> frozenset[str]:
    classes: str = table("noun_classes")["classes"]["facility"]
    return frozenset(word.strip() for word in classes.split(","))


@cache
def _regions() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("regions"))


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(word for row in rows("countries") for word in row["demonyms"].split("|"))


def _is_named_land(name: Name) -> bool:
    return name.form == "name" and name.kind in LANDS


def _is_setting(reading: Reading, name: Name) -> bool:
    """True for a place that something is in, at or near, or that stands before what it has."""
    text = reading.document.text
    if name.kind == "state" and name.core.text in _adjectives():
        return False
    if name.kind == "place" and text[name.span.end : name.span.end + 2] in ("'s", "’s"):
        return True
    before = _WORDS.findall(text[max(0, name.span.start - _NEAR) : name.span.start])[-2:]
    return not set(map(str.lower, before)).isdisjoint(table("event_order")["place"]["inside"])


def _scene(reading: Reading, settings: frozenset[int]) -> int | None:
    """The number of the first name of the place where the page is set.

    A town that no land is told more than, unless the town lies in it; else a land told far more
    than all other lands and towns.
    """
    told = _set_there(reading, settings)
    lands = {number: count for number, count in told.items() if is_land(reading.names[number])}
    towns = {number: count for number, count in told.items() if number not in lands}
    town, land = _most(towns), _most(lands)
    if town is not None and towns[town] >= _LEAST:
        holding = _holding(reading, town)
        rivals = [n for n, count in lands.items() if count > towns[town]]
        if all(reading.names[n].chain in holding for n in rivals):
            return town
    least = max(_LEAST_LAND, _CLEARLY * max(towns.values(), default=0))
    return land if land is not None and lands[land] >= least and _is_hit(reading, land) else None


def _is_hit(reading: Reading, land: int) -> bool:
    """True for a land in which harm is told: what is only said there makes no scene."""
    harm, chain = table("event_order")["place"]["land_wide"], reading.names[land].chain
    return any(
        event.type in harm and is_deed(event) and reading.names[event.place].chain == chain
        for event in reading.events
        if event.place is not None
    )


def _set_there(reading: Reading, settings: frozenset[int]) -> dict[int, int]:
    """The number of the first name of each place → how often something is set there.

    A deed that is told there counts as much as a name, and so do the lead and the dateline.
    """
    told: Counter[int] = Counter()
    first: dict[int, int] = {}
    for number, name in enumerate(reading.names):
        if _is_named_land(name) and not is_wide(name):
            first.setdefault(name.chain, number)
            told[name.chain] += number in settings
    lead = _lead(reading)
    for event in reading.events:
        place = None if event.place is None else reading.names[event.place].chain
        if place in first and is_deed(event) and not is_of_many(reading, event):
            told[place] += 1 + (event.span.start < lead)
    told.update(chain for chain in _dateline(reading) if chain in first)
    return {first[chain]: count for chain, count in told.items() if count}


def is_of_many(reading: Reading, event: EventMention) -> bool:
    """True for a deed whose clause names several places."""
    held = within(reading, event.span.start, event.span.end)
    return len({reading.names[n].chain for n in held if _is_named_land(reading.names[n])}) > 1


def _lead(reading: Reading) -> int:
    """Where the first two paragraphs end, or a lead of common length."""
    text = reading.document.text
    first = text.find("\n\n", 0, _LONGEST_LEAD)
    second = text.find("\n\n", first + 2, _LONGEST_LEAD) if first >= 0 else -1
    return min(len(text), _LONGEST_LEAD) if second < 0 else second


def _dateline(reading: Reading) -> tuple[int, ...]:
    """The chain of the place in the dateline."""
    line = reading.document.dateline
    if line is None or not line.place:
        return ()
    wanted = folded(line.place.split(",")[0])
    named = (n.chain for n in reading.names if n.kind == "place" and folded(n.core.text) == wanted)
    return tuple(named)[:1]


def _holding(reading: Reading, town: int) -> frozenset[int]:
    """The chains of the lands told right behind a town: "Lom, Chile"."""
    text, chain = reading.document.text, reading.names[town].chain
    return frozenset(
        land.chain
        for place, land in pairwise(reading.names)
        if place.chain == chain and text[place.span.end : land.span.start].strip() in _JOINED
    )


def most_told(reading: Reading, numbers: Sequence[int]) -> int | None:
    """The first of the names given whose chain has far more of them than any other."""
    first: dict[int, int] = {}
    for number in numbers:
        first.setdefault(reading.names[number].chain, number)
    told = Counter(reading.names[number].chain for number in numbers)
    return _most({first[chain]: count for chain, count in told.items()})


def _most(told: Mapping[int, int]) -> int | None:
    """The number told far more than any other."""
    most = Counter(told).most_common(2)
    if not most or (len(most) > 1 and most[0][1] < _CLEARLY * most[1][1]):
        return None
    return most[0][0]


def starts(name: Name) -> int:
    """Where a name begins: the key by which the names of a page are in order."""
    return name.span.start


def within(reading: Reading, start: int, end: int) -> range:
    """The numbers of the names that begin between two places of the text."""
    return range(
        bisect_left(reading.names, start, key=starts), bisect_left(reading.names, end, key=starts)
    )

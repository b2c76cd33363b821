"""The place of each event of a page: what its words tell, what a description means, the scene.

The words of an event come first. A deed that names no place is set where its sentence or its
paragraph is, else where the page is; an act of speech where its speaker is told to be.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.model import Argument, EventMention, Name, Reading
from hearsay.ontology import table
from hearsay.resolve.events.page_events import article_of
from hearsay.resolve.events.scenes import (
    LANDS,
    Scenes,
    is_deed,
    is_land,
    is_of_many,
    is_wide,
    most_told,
    scenes_of,
    within,
)

_WORDS = re.compile(r"[\w'’.-]+")
_BREAK = re.compile(r"[\w)]{2}[.!?][\"”’]?\s|\n\n")
_BEFORE = 60  # characters in which an article stands
_BARE = 2  # words of a description that tells nothing: "the area"
_LONGEST_SENTENCE, _LONGEST_PARAGRAPH = 600, 3000
_MOST = 8  # deeds before and behind that are asked where they were

Spoken = dict[int, Counter[int]]
"""The chain of each person of a page → how often it does something in which place's chain."""


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """The numbers of the names that say where each event mention of a page was.

    `told` is what its own words say, a description as what it means; `scene` where it is set when
    they say nothing. None where nothing is known.
    """

    told: tuple[int | None, ...]
    scene: tuple[int | None, ...]


def places_of(reading: Reading) -> PagePlaces:
    """Where each event mention of a page was."""
    scenes = scenes_of(reading)
    told = tuple(_meant(reading, event, scenes) for event in reading.events)
    own = [at if at is not None and _tells(reading, at, scenes) else None for at in told]
    scene = list(_set_in(reading, own, scenes))
    pairs = zip(own, scene, strict=True)
    spoken = _spoken_at(reading, [at if at is not None else other for at, other in pairs])
    for number, event in enumerate(reading.events):
        if (
            scene[number] is None
            and event.place is None
            and _is_spoken(reading, event, scenes, spoken)
        ):
            scene[number] = scenes.page
    return PagePlaces(told, tuple(scene))


# --- what a description means -------------------------------------------------------------------


def _meant(reading: Reading, event: EventMention, scenes: Scenes) -> int | None:
    """The number of the name that an event's place means; the place itself where it is named or
    nothing is known of it, None for bare words ("the area") that mean nothing known."""
    if event.place is None or _is_named(reading, event.place, scenes):
        return event.place
    name = reading.names[event.place]
    words = [word.lower() for word in _WORDS.findall(name.span.text)]
    meant = _taken_up(reading, name, words, scenes)
    if meant is None and len(words) <= _BARE:
        return None
    return event.place if meant is None else meant


def _taken_up(reading: Reading, name: Name, words: Sequence[str], scenes: Scenes) -> int | None:
    """The town that "the city" takes up, the last told in its paragraph or else the page's; the
    state of the page that "the country" does."""
    places = table("event_order")["place"]
    nouns = _WORDS.findall(name.core.text.lower())
    if not words or not nouns or words[0] not in places["pointing"] or _holds_name(reading, name):
        return None
    if nouns[-1] in places["states"]:
        return scenes.state
    if nouns[-1] not in places["towns"]:
        return None
    end = name.span.start
    start = _paragraph(reading, end)
    last = bisect_left(scenes.towns, within(reading, end, end).start)
    near = scenes.towns[max(0, last - _MOST) : last]
    told = [n for n in near if n in scenes.settings and reading.names[n].span.start >= start]
    return told[-1] if told else scenes.town


def _is_named(reading: Reading, number: int, scenes: Scenes) -> bool:
    """True for a name, and for words that take one up."""
    name = reading.names[number]
    return name.form == "name" or name.chain in scenes.named


def _tells(reading: Reading, number: int, scenes: Scenes) -> bool:
    """True for a place with a name, and for words that hold one: "the Chilean coast"."""
    name = reading.names[number]
    named = _is_named(reading, number, scenes) or name.country is not None
    return named or _holds_name(reading, name)


def _holds_name(reading: Reading, name: Name) -> bool:
    """True where another name stands within the words: "the capital of Chile"."""
    held = within(reading, name.span.start, name.span.end)
    return any(reading.names[number].form == "name" for number in held)


# --- where deeds are set ------------------------------------------------------------------------


def _set_in(reading: Reading, own: Sequence[int | None], scenes: Scenes) -> Iterator[int | None]:
    """Where each deed that names no place is set: its sentence, its paragraph, its page."""
    deeds = [
        number
        for number, event in enumerate(reading.events)
        if own[number] is not None and is_deed(event) and not is_of_many(reading, event)
    ]
    struck = _struck(reading, own, deeds)
    for number, event in enumerate(reading.events):
        if own[number] is not None or not is_deed(event):
            yield None
            continue
        known = struck if scenes.page is None and _is_known_harm(reading, event) else scenes.page
        page = () if known is None else (known,)
        places = (
            *_near(reading, number, own, deeds, scenes),
            *(at for at in page if _fits(reading, at, event)),
        )
        yield next((at for at in places if _may_be_there(reading, event, at)), None)


def _struck(reading: Reading, own: Sequence[int | None], deeds: Sequence[int]) -> int | None:
    """The place where most of the harm of a page is told to be done, None where none stands out."""
    harm = table("event_order")["place"]["land_wide"]
    places = [own[n] for n in deeds if reading.events[n].type in harm]
    named = [at for at in places if at is not None and not is_wide(reading.names[at])]
    return most_told(reading, named)


def _is_known_harm(reading: Reading, event: EventMention) -> bool:
    """True for "the attack": harm that was told before."""
    before = reading.document.text[max(0, event.trigger.start - _BEFORE) : event.trigger.start]
    known = event.nominal and article_of(before) == "definite"
    return known and event.type in table("event_order")["place"]["land_wide"]


def _near(
    reading: Reading,
    number: int,
    own: Sequence[int | None],
    deeds: Sequence[int],
    scenes: Scenes,
) -> list[int]:
    """The place of the deeds of its sentence, where that is one; for harm, where its sentence tells
    none, the place of the deed told last before it in its paragraph."""
    event = reading.events[number]
    first, last = _sentence(reading, event)
    start, middle = _paragraph(reading, first), bisect_left(deeds, number)
    here: dict[int, int] = {}
    before: list[int] = []
    for other in deeds[max(0, middle - _MOST) : middle + _MOST]:
        at, told = own[other], reading.events[other].trigger.start
        if at is None or is_wide(reading.names[at]):
            continue
        if first <= told < last:
            here.setdefault(reading.names[at].chain, at)
        elif start <= told < first:
            before.append(at)
    if here:
        return list(here.values()) if len(here) == 1 else []
    if event.type not in table("event_order")["place"]["land_wide"]:
        return []
    return before[-1:] or _town_before(reading, scenes, start, first)


def _town_before(reading: Reading, scenes: Scenes, start: int, end: int) -> list[int]:
    """The one town that something is in between two places of the text, where nobody speaks: "said
    in Lom" tells of who said it."""
    behind = bisect_left(scenes.towns, within(reading, end, end).start)
    near = scenes.towns[max(0, behind - _MOST) : behind]
    told = [n for n in near if n in scenes.settings and reading.names[n].span.start >= start]
    if len({reading.names[n].chain for n in told}) != 1:
        return []
    cue = bisect_left(scenes.cues, start)
    spoken = cue < len(scenes.cues) and scenes.cues[cue] < end
    return [] if spoken else told[-1:]


def _sentence(reading: Reading, event: EventMention) -> tuple[int, int]:
    """Where the sentence of an event begins and ends, as far as marks tell."""
    text, start = reading.document.text, event.trigger.start
    least = max(0, start - _LONGEST_SENTENCE)
    first = max((found.end() for found in _BREAK.finditer(text, least, start)), default=least)
    most = event.trigger.end + _LONGEST_SENTENCE
    end = _BREAK.search(text, event.trigger.end, most)
    return first, most if end is None else end.start() + 1


def _paragraph(reading: Reading, at: int) -> int:
    """Where the paragraph begins that a place of the text is in."""
    return reading.document.text.rfind("\n\n", max(0, at - _LONGEST_PARAGRAPH), at) + 1


def _fits(reading: Reading, page: int, event: EventMention) -> bool:
    """True where the page's scene says enough: a whole land only for harm, none for a meeting of
    nobody in particular."""
    if event.type == "CONSULT" and event.nominal and not event.arguments:
        return False
    wide = is_land(reading.names[page])
    return not wide or event.type in table("event_order")["place"]["land_wide"]


def _may_be_there(reading: Reading, event: EventMention, place: int) -> bool:
    """True where the clause names no other place than this one, but for states that take part."""
    chain = reading.names[place].chain
    parties = {argument.name for argument in event.arguments}
    named = ((n, reading.names[n]) for n in within(reading, event.span.start, event.span.end))
    return all(
        name.kind not in LANDS or name.chain == chain or (name.kind == "state" and n in parties)
        for n, name in named
    )


# --- where words are spoken ---------------------------------------------------------------------


def _spoken_at(reading: Reading, places: Sequence[int | None]) -> Spoken:
    """Where each person of the page did something."""
    told: Spoken = defaultdict(Counter)
    for event, at in zip(reading.events, places, strict=True):
        if at is None or not is_deed(event):
            continue
        for argument in event.arguments:
            name = None if argument.name is None else reading.names[argument.name]
            if name is not None and name.kind == "person":
                told[name.chain][reading.names[at].chain] += 1
    return told


def _is_spoken(reading: Reading, event: EventMention, scenes: Scenes, spoken: Spoken) -> bool:
    """True for an act of speech told as news, of one who acts in the town of the page, and for
    what the town's authorities decide."""
    page, kind = scenes.page, table("plover").get(event.type, {})
    if page is None or is_land(reading.names[page]) or event.mode == "phone":
        return False
    if not event.specific or not (kind.get("verbal", False) or kind.get("local", False)):
        return False
    if event.timexes and not event.reported:
        return False
    speakers = any(_is_there(reading, event, a, scenes, spoken) for a in event.arguments)
    return speakers and _may_be_there(reading, event, page)


def _is_there(
    reading: Reading, event: EventMention, argument: Argument, scenes: Scenes, spoken: Spoken
) -> bool:
    """True for one who does most of what he does there, and for the authorities of the place."""
    if argument.role == "target" or argument.name is None or scenes.page is None:
        return False
    name, page = reading.names[argument.name], reading.names[scenes.page]
    there = spoken.get(name.chain, Counter())
    if there[page.chain] * 2 > there.total():
        return True
    local = table("plover").get(event.type, {}).get("local", False)
    return bool(local) and _governs(name, page, scenes)


def _governs(name: Name, page: Name, scenes: Scenes) -> bool:
    """True for "the Lom police", and for "officials" on a page that is set in Lom."""
    if _authorities().isdisjoint(name.sectors):
        return False
    told = scenes.words[name.chain]
    if any(page.core.text.lower() in words for words in told):
        return True
    bare = name.form == "nominal" and name.country is None and name.canonical is None
    return bare and not _officers().isdisjoint(name.sectors)


@cache
def _authorities() -> frozenset[str]:
    return _codes("authorities")


@cache
def _officers() -> frozenset[str]:
    return _codes("officers")


def _codes(cell: str) -> frozenset[str]:
    codes: str = table("event_order")["place"][cell]
    return frozenset(code.strip() for code in codes.split(","))

"""From candidates to event mentions: arguments, status, time, place, voice, contexts."""

from hearsay.model import Argument, EventMention, Span
from hearsay.model.vocabulary import Status
from hearsay.ontology import table
from hearsay.reading.events.arguments.control import VERBAL
from hearsay.reading.events.arguments.own_side import own_side
from hearsay.reading.events.arguments.roles import arguments, causes, undergone
from hearsay.reading.events.candidates.event_lexicon import retyped, words
from hearsay.reading.events.candidates.modes import mode_of
from hearsay.reading.events.candidates.senses import befalls
from hearsay.reading.events.candidates.specificity import is_specific, ordinal
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.reading.events.clause_parts import clause_parts
from hearsay.reading.events.factuality.mention_status import announced_type, status_of
from hearsay.reading.events.mention_contexts import contexts
from hearsay.reading.events.page_context import PageContext, token_range
from hearsay.reading.events.timing.event_times import (
    beside_subject,
    days_running,
    following,
    frame_times,
    of_occasion,
    owned,
)
from hearsay.reading.events.timing.narrative_days import (
    around,
    is_lapsed,
    is_narrated,
    is_performed,
    is_said,
    is_told,
)
from hearsay.reading.events.timing.universal_time import moved
from hearsay.rules import rule
from hearsay.syntax import Parse

_CONTENT = frozenset({"xcomp", "ccomp", "obj", "advcl", "acl", "nmod"})
_CLAUSAL = frozenset({"ccomp", "advcl", "parataxis", "acl:relcl", "conj", "advcl:relcl"})


def mention(page: PageContext, found: TriggerCandidate) -> EventMention | None:
    """The event mention of a candidate, None where too little is told for one."""
    tree, sense = page.tree, found.sense
    first, last = _trigger_range(tree, found)
    trigger = page.document.span(tree.tokens[first].start, tree.tokens[last - 1].end)
    voice = page.voices.get(found.trigger)
    told = arguments(page.document, sense, found.valency, page.nouns, page.sets)
    held = own_side(
        _speaker(page, found, told),
        page.nouns,
        None if voice is None else page.attributions[voice],
        verbal=table("plover")[sense.type].get("verbal", False),
    )
    times = _times(page, found)
    status = status_of(page, found, voice, times)
    specific = is_specific(tree, found, held, times, page.timexes)
    if not _told(found, held, specific, bool(times)):
        return None
    specific = specific and not _unreal(page, found, voice, status)
    specific = specific and not _promised(page, found, status)
    span = _clause(page, found)
    tokens = token_range(page, span)
    kind = announced_type(page, found, status)
    if status == "denied" and "refused" in found.valency.flags:
        kind = retyped("refused_as").get(kind, kind)
        status = "happened" if kind != sense.type else status
    mode = mode_of(page, found) if kind == sense.type else None
    where = page.locations.of(sense, found.valency, held)
    things = undergone(page.document, sense, found.valency, page.nouns, held)
    caused = causes(page.document, sense, found.valency, page.nouns, held)
    telling = None if times else _around(page, found, status)
    return EventMention(
        span=span,
        trigger=trigger,
        lemma=sense.word,
        type=kind,
        mode=mode,
        contexts=contexts(tree, *tokens, mode),
        status=status,
        arguments=caused + held + things,
        timexes=times,
        place=where,
        attribution=voice,
        ordinal=_ordinal(page, found),
        nominal=found.nominal,
        specific=specific,
        score=round(sense.score * (1.0 if held else 0.7), 3),
        around=telling or (),
        moved=_moved(page, times, where),
        clause=clause_parts(page, found, status),
        reported=telling is not None,
        lapsed=status == "planned"
        and is_lapsed(page.tree, found.valency.carriers[-1], page.times.hung, page.cues),
        begun=days_running(page.tree, page.times, times),
    )


def _moved(page: PageContext, times: tuple[int, ...], where: int | None) -> int:
    country = page.nouns.names[where].country if where is not None else None
    return moved([page.timexes[number] for number in times], country)


def _around(page: PageContext, found: TriggerCandidate, status: Status) -> tuple[int, ...] | None:
    """The expressions that date the telling around what is told as news; None for what is not."""
    if status != "happened":
        return None
    verbal = page.tree.tokens[found.trigger].upos in VERBAL and not found.nominal
    verb = found.trigger if verbal else found.valency.carriers[-1]
    voice = None if found.nominal else page.voices.get(verb)
    spoken = table("plover")[found.sense.type].get("verbal", False) and not found.nominal
    if spoken and voice is not None and is_performed(page.tree, verb):
        return _around_words(page, verb, page.attributions[voice].cue)
    said = spoken and voice is None and is_said(page.tree, verb) and is_told(page.tree, verb)
    told = said or _is_deed_told(page, verb)
    return around(page.tree, page.days, verb) if told else None


def _around_words(page: PageContext, verb: int, cue: Span | None) -> tuple[int, ...] | None:
    """The same of an act that is done by saying the words it stands in: "we reject it", he said."""
    said = None if cue is None else next(iter(page.tree.inside((cue,))), None)
    if said is None:
        return around(page.tree, page.days, verb)
    return around(page.tree, page.days, said) if is_told(page.tree, said) else None


@rule("EVT-291")
def _is_deed_told(page: PageContext, verb: int) -> bool:
    """True for a verb that tells a deed as news, in the page's words or in somebody's."""
    return page.tree.tokens[verb].upos in VERBAL and is_narrated(page.tree, verb, page.cues)


def _ordinal(page: PageContext, found: TriggerCandidate) -> int | None:
    """The ordinal of the event, told of a verb by its object: "held a third meeting"."""
    own = (found.trigger,) if found.nominal else found.valency.slots["o"]
    kind = found.sense.type
    fitting = [
        at for at in own if found.nominal or not {kind, "talks"}.isdisjoint(page.nouns.kinds(at))
    ]
    return next((n for at in fitting if (n := ordinal(page.tree, at)) is not None), None)


@rule("EVT-104")
def _unreal(page: PageContext, found: TriggerCandidate, voice: int | None, status: Status) -> bool:
    """True for what is only supposed, and for what is told not to have been: nobody called it off,
    failed in it or denied it."""
    if status == "hypothetical":
        return True
    denied = voice is not None and page.attributions[voice].act == "denied"
    return status == "denied" and not denied and _negated(page.tree, found)


@rule("EVT-109")
def _promised(page: PageContext, found: TriggerCandidate, status: Status) -> bool:
    """True for what an act of speech promises, refuses or asks for: it is told by that act."""
    if status not in ("planned", "denied", "threatened"):
        return False
    top = found.valency.carriers[-1]
    head = page.tree.head(top)
    if head is None or page.triggers.get(head) not in words("event_kinship", "content_of"):
        return False
    return page.tree.relation(top) in _CONTENT


@rule("EVT-105")
def _negated(tree: Parse, found: TriggerCandidate) -> bool:
    """True for a trigger with a negation of its own: "has not met", "no new talks"."""
    return any(
        tree.lemma(kid) in words("modality", "negations")
        for carrier in found.valency.carriers
        for kid in tree.kids(carrier, "advmod", "det", "cc")
    )


@rule("EVT-009")
def _told(found: TriggerCandidate, held: tuple[Argument, ...], specific: bool, timed: bool) -> bool:
    """True when enough is told: an actor, or that it is one known event that nobody need do."""
    if held:
        return True
    if not found.nominal:
        return specific and (befalls(found.sense.type) or _undergone(found))
    if not specific:
        return False
    return found.sense.score >= 0.7 or timed


@rule("EVT-107")
def _undergone(found: TriggerCandidate) -> bool:
    """True where the verb tells what was done to a thing, or what a thing did, in the passive or
    with its own subject: "shops were looted", "a grenade exploded"."""
    material = not table("plover")[found.sense.type].get("verbal", False)
    slots = found.valency.slots
    told = slots["o"] if "passive" in found.valency.flags else slots["s"]
    return material and bool(told) and found.sense.score >= 0.7


def _trigger_range(tree: Parse, found: TriggerCandidate) -> tuple[int, int]:
    """The tokens that name the event, with the particle of a phrasal verb right behind it."""
    first, last = min(found.first, found.trigger), found.trigger + 1
    if found.first == found.trigger and " " in found.sense.word:
        last = found.trigger + len(found.sense.word.split())
    behind = not found.nominal and last < len(tree.tokens)
    if behind and tree.lemma(last) in found.valency.particles:
        last += 1
    return first, last


def _clause(page: PageContext, found: TriggerCandidate) -> Span:
    """The clause of a verb or of a noun's support verb; the phrase of a bare noun."""
    tree = page.tree
    top = found.trigger
    above = tree.head(top)
    if above is not None and tree.relation(top) == "aux":  # "they should step back"
        top = above
    if len(found.valency.carriers) > 1:
        top = next(
            (at for at in found.valency.carriers[1:] if tree.low[at] <= top < tree.high[at]), top
        )
    first, last = tree.low[top], tree.high[top]
    for kid in tree.children[top]:
        if (
            tree.tokens[kid].deprel in _CLAUSAL
            and not tree.low[kid] <= found.trigger < tree.high[kid]
        ):
            if kid > top:
                last = min(last, max(tree.low[kid], top + 1, found.trigger + 1))
            else:
                first = max(first, min(tree.high[kid], top, found.first))
    first = max(first, _behind_links(page, found, first))
    while last - 1 > found.trigger and tree.tokens[last - 1].upos in ("PUNCT", "CCONJ"):
        last -= 1
    while first < min(top, found.first) and tree.tokens[first].upos in ("PUNCT", "CCONJ"):
        first += 1
    return page.document.span(tree.tokens[first].start, tree.tokens[last - 1].end)


def _behind_links(page: PageContext, found: TriggerCandidate, first: int) -> int:
    """Where a noun's own words begin, behind what ties them to others: "four months after the
    raid", "since protests broke out"."""
    tree = page.tree
    if not found.nominal:
        return first
    if len(found.valency.carriers) > 1:
        word = tree.tokens[first]
        tied = word.deprel == "mark" and tree.lemma(first) in words("event_order", "after")
        return first + 1 if tied else first
    cases = [kid for kid in tree.kids(found.trigger, "case") if kid < found.first]
    return max((tree.high[kid] for kid in cases), default=first)


def _speaker(
    page: PageContext, found: TriggerCandidate, held: tuple[Argument, ...]
) -> tuple[Argument, ...]:
    """The arguments of a saying, with the attribution's own speaker where the tree has none."""
    if found.nominal or any(argument.role == "source" for argument in held):
        return held
    if found.sense.roles.get("s") != "source":
        return held
    number = page.cues.get(found.trigger)
    if number is not None and page.attributions[number].chain:
        name = page.attributions[number].chain[-1].name
        sides = {page.nouns.side(each.name) for each in held if each.name is not None}
        if name is not None and page.nouns.side(name) not in sides:
            return (Argument("source", page.nouns.names[name].span, name), *held)
    return held


def _times(page: PageContext, found: TriggerCandidate) -> tuple[int, ...]:
    told = owned(page.tree, page.times, found.valency.carriers)
    if not found.nominal:
        told = tuple(number for number in told if not _of_another(page, found.trigger, number))
    if not told:
        told = frame_times(
            page.times, page.tree, found.trigger, page.temporal.get(found.trigger, ())
        )
    if not told and page.tree.tokens[found.trigger].upos == "NOUN":
        told = following(page.tree, page.times, found.trigger, page.triggers)
    told = told or beside_subject(page.tree, page.times, found.valency.carriers, page.triggers)
    told = told or of_occasion(page.tree, page.times, found.valency.carriers)
    return tuple(sorted(told or _of_telling(page, found)))


def _of_telling(page: PageContext, found: TriggerCandidate) -> tuple[int, ...]:
    """The time at which an act of speech was done that stands in what was said: in "she said on
    Friday that the court rejects the claim" it is rejected on Friday."""
    voice = page.voices.get(found.trigger)
    verbal = table("plover")[found.sense.type].get("verbal", False)
    if voice is None or found.nominal or not verbal:
        return ()
    said = page.attributions[voice].timex
    performed = is_said(page.tree, found.trigger) and is_performed(page.tree, found.trigger)
    return (said,) if said is not None and performed else ()


@rule("EVT-010")
def _of_another(page: PageContext, verb: int, number: int) -> bool:
    """True for a time told within a party to the verb ("invited them to a rally on March 12"), and
    for one that the tree hangs on the verb but that tells when another thing was."""
    first, last = token_range(page, page.timexes[number].span)
    if any(low <= first and last <= high for low, high in page.temporal.get(verb, ())):
        return False
    parties = page.taking.get(verb, ())
    if any(low <= first and last <= high and last - first < high - low for low, high in parties):
        return True
    return number in page.times.hung.get(verb, ()) and page.timed.get(first, verb) != verb

"""From candidates to event mentions: arguments, status, time, place, voice, contexts."""

from dataclasses import dataclass

from hearsay.model import (
    Analysis,
    Argument,
    Attribution,
    Document,
    EventMention,
    Span,
    Timex,
)
from hearsay.ontology import table
from hearsay.reading.events.candidates import Candidate
from hearsay.reading.events.contexts import contexts
from hearsay.reading.events.lexicon import lexicon, words
from hearsay.reading.events.nouns import Nouns
from hearsay.reading.events.senses import is_refusal, verb_types
from hearsay.reading.events.roles import arguments, place
from hearsay.reading.events.specific import is_definite, is_specific, ordinal
from hearsay.reading.events.status import governor, noun_status, outer_status, verb_status
from hearsay.reading.events.timing import frame_times, owned
from hearsay.reading.events.tree import Tree

_CLAUSAL = frozenset({"ccomp", "advcl", "parataxis", "acl:relcl", "conj", "advcl:relcl"})
_FACTUAL = ("happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Page:
    """Everything known of a page when its events are read."""

    document: Document
    analysis: Analysis
    tree: Tree
    nouns: Nouns
    timexes: tuple[Timex, ...]
    timex_heads: dict[int, int]
    attributions: tuple[Attribution, ...]
    temporal: dict[int, tuple[tuple[int, int], ...]]
    triggers: dict[int, str]


def mention(page: Page, found: Candidate) -> EventMention | None:
    """The event mention of a candidate, None where too little is told for one."""
    tree, sense = page.tree, found.sense
    first, last = _trigger_range(tree, found)
    trigger = page.document.span(tree.tokens[first].start, tree.tokens[last - 1].end)
    voice = _voice(page.attributions, trigger)
    status = _status(page, found, voice)
    held = _speaker(page, found, trigger, arguments(page.document, sense, found.valency, page.nouns))
    times = _times(page, found)
    specific = is_specific(tree, found, held, times, page.timexes)
    if not _told(found, held, specific, bool(times)):
        return None
    span = _clause(page, found)
    tokens = _token_range(page, span)
    kind = _planned(page, found, status)
    if status == "denied" and "refused" in found.valency.flags:
        kind = str(table("plover")[kind].get("refused_as", kind))
        status = "happened" if kind != sense.type else status
    mode = _mode(page, found) if kind == sense.type else None
    return EventMention(
        span=span,
        trigger=trigger,
        lemma=sense.word,
        type=kind,
        mode=mode,
        contexts=contexts(tree, *tokens, mode),
        status=status,
        arguments=held,
        timexes=times,
        place=place(sense, found.valency, page.nouns, held),
        attribution=voice,
        ordinal=ordinal(tree, found.trigger),
        nominal=found.nominal,
        specific=specific,
        score=round(sense.score * (1.0 if held else 0.7), 3),
    )


def _told(found: Candidate, held: tuple[Argument, ...], specific: bool, timed: bool) -> bool:
    """True when enough is told: an actor, or for a noun that it is one known event."""
    if held:
        return True
    if not found.nominal or not specific:
        return False
    return found.sense.score >= 0.7 or timed


def _trigger_range(tree: Tree, found: Candidate) -> tuple[int, int]:
    """The tokens that name the event, with the particle of a phrasal verb right behind it."""
    first, last = min(found.first, found.trigger), found.trigger + 1
    if found.first == found.trigger and " " in found.sense.word:
        last = found.trigger + len(found.sense.word.split())
    if not found.nominal and last < len(tree.tokens):
        if tree.lemma(last) in found.valency.particles:
            last += 1
    return first, last


def _clause(page: Page, found: Candidate) -> Span:
    """The clause of a verb or of a noun's support verb; the phrase of a bare noun."""
    tree = page.tree
    top = found.trigger
    if len(found.valency.carriers) > 1:
        top = next((at for at in found.valency.carriers[1:] if tree.low[at] <= top < tree.high[at]), top)
    first, last = tree.low[top], tree.high[top]
    for kid in tree.children[top]:
        if tree.tokens[kid].deprel in _CLAUSAL and not tree.low[kid] <= found.trigger < tree.high[kid]:
            if kid > top:
                last = min(last, max(tree.low[kid], top + 1, found.trigger + 1))
            else:
                first = max(first, min(tree.high[kid], top, found.first))
    while last - 1 > found.trigger and tree.tokens[last - 1].upos in ("PUNCT", "CCONJ"):
        last -= 1
    while first < min(top, found.first) and tree.tokens[first].upos in ("PUNCT", "CCONJ"):
        first += 1
    return page.document.span(tree.tokens[first].start, tree.tokens[last - 1].end)


def _token_range(page: Page, span: Span) -> tuple[int, int]:
    tokens = page.tree.tokens
    first = next(at for at, token in enumerate(tokens) if token.end > span.start)
    last = first
    while last < len(tokens) and tokens[last].start < span.end:
        last += 1
    return first, last


def _voice(attributions: tuple[Attribution, ...], trigger: Span) -> int | None:
    """The number of the innermost attribution whose content covers the trigger."""
    best: tuple[int, int] | None = None
    for number, each in enumerate(attributions):
        if each.cue is not None and each.cue.overlaps(trigger):
            continue
        for content in each.contents:
            if content.start <= trigger.start < content.end:
                size = content.end - content.start
                if best is None or size < best[0]:
                    best = size, number
    return None if best is None else best[1]


def _status(page: Page, found: Candidate, voice: int | None) -> str:
    tree = page.tree
    if is_refusal(found.sense) or found.sense.word in ("must", "responsible"):
        told = outer_status(tree, found.trigger)
    elif found.nominal:
        supports = found.valency.carriers[1:]
        told = noun_status(tree, found.trigger, supports, is_definite(tree, found.trigger))
    else:
        told = verb_status(tree, found.trigger)
    if told == "planned" and _under_threat(page, found):
        return "threatened"
    if told == "happened" and _announces(page, found):
        return "planned"
    told = _tensed(tree, found, told)
    if voice is None or told not in _FACTUAL:
        return told
    return _voiced(page, found, told, page.attributions[voice])


def _announces(page: Page, found: Candidate) -> bool:
    """ "announced a withdrawal": said, and yet to come."""
    held = found.valency.slots["o"]
    return found.sense.type == "CONCEDE" and any("RETREAT" in page.nouns.kinds(at) for at in held)


def _under_threat(page: Page, found: Candidate) -> bool:
    """ "vowed to retaliate": what a threat announces is threatened."""
    head = page.tree.head(found.valency.carriers[-1])
    return head is not None and page.triggers.get(head) == "THREATEN"


def _tensed(tree: Tree, found: Candidate, told: str) -> str:
    """Simple present: an act of speech happens when said, another one goes on."""
    token = tree.tokens[found.trigger]
    verbal = table("plover")[found.sense.type].get("verbal", False)
    present = not found.nominal and token.xpos in ("VBZ", "VBP") and token.text[-2:] != "ed"
    if told == "happened" and present and not verbal:
        return "ongoing"
    return "happened" if told == "ongoing" and verbal and present else told


def _voiced(page: Page, found: Candidate, told: str, voice: Attribution) -> str:
    """What the speaker's way of telling makes of it: believed, denied, claimed."""
    definite = found.nominal and is_definite(page.tree, found.trigger)
    if definite:  # what is told as known is not in doubt for the doubt of who speaks of it
        return told
    if voice.hedged or voice.act == "believed":
        return "unconfirmed"
    if voice.act == "denied" and not voice.negated and voice.kind != "direct":
        return "denied"
    if voice.cue is not None:
        cue = _cue_token(page, voice.cue)
        if cue is not None and governor(page.tree, cue) == "unconfirmed":
            return "unconfirmed"
    return told


def _cue_token(page: Page, cue: Span) -> int | None:
    first, last = _token_range(page, cue)
    return next((at for at in range(first, last) if page.tree.tokens[at].upos == "VERB"), None)


def _speaker(
    page: Page, found: Candidate, trigger: Span, held: tuple[Argument, ...]
) -> tuple[Argument, ...]:
    """The arguments of a saying, with the attribution's own speaker where the tree has none."""
    if found.nominal or any(argument.role == "source" for argument in held):
        return held
    if found.sense.roles.get("s") != "source":
        return held
    for each in page.attributions:
        if each.cue is not None and each.cue.overlaps(trigger) and each.chain:
            name = each.chain[-1].name
            if name is not None and all(argument.name != name for argument in held):
                return (Argument("source", page.nouns.names[name].span, name), *held)
    return held


def _times(page: Page, found: Candidate) -> tuple[int, ...]:
    told = owned(page.tree, page.timex_heads, found.valency.carriers)
    if not told:
        told = frame_times(page.timex_heads, page.tree, page.temporal.get(found.trigger, ()))
    return tuple(sorted(told))


def _planned(page: Page, found: Candidate, status: str) -> str:
    """The type; what is only announced is told by another one, unless another event governs it."""
    announced = table("plover")[found.sense.type].get("planned_as")
    if status != "planned" or announced is None:
        return found.sense.type
    top = found.valency.carriers[-1]
    head = page.tree.head(top)
    free = page.tree.tokens[top].deprel.startswith("advcl")
    if free or (head is not None and head in page.triggers):
        return found.sense.type
    return str(announced)


def _mode(page: Page, found: Candidate) -> str | None:
    """The mode of the sense, else that of the means told or of what is asked or threatened."""
    kind, told = found.sense.type, found.sense.mode
    if told is not None or kind not in table("means"):
        return told
    if kind in ("REQUEST", "REJECT", "THREATEN"):
        return _asked(page, found)
    slots = found.valency.slots
    near = {kind for slot in ("with", "by", "on", "over", "s", "o", "of", "in", "during") for at in slots.get(slot, ()) for kind in page.nouns.kinds(at)}  # fmt: skip
    near |= found.valency.modifiers
    for mode in table("means")[kind]:
        if not near.isdisjoint(words("means", kind, mode)):
            return str(mode)
    return None


def _asked(page: Page, found: Candidate) -> str | None:
    types: set[str] = set()
    verb = found.valency.infinitive
    if verb is not None:
        types |= set(verb_types(page.tree, verb))
    for slot in ("o", "for"):
        for at in found.valency.slots.get(slot, ()):
            types |= lexicon().types.get(page.tree.lemma(at), frozenset())
    for mode, asked in table("means")[found.sense.type].items():
        if not types.isdisjoint(asked):
            return str(mode)
    return None



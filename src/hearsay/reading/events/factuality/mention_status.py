"""How an event is told: its status with tense and voice, and the type of what is only announced."""

from hearsay.model import Attribution, Span
from hearsay.model.vocabulary import EventType, Status
from hearsay.ontology import table
from hearsay.reading.events.candidates.event_lexicon import retyped, words
from hearsay.reading.events.candidates.senses import is_refusal
from hearsay.reading.events.candidates.specificity import is_definite
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.reading.events.factuality.nominal_status import noun_status
from hearsay.reading.events.factuality.status import governor, outer_status, told_by, verb_status
from hearsay.reading.events.page_context import PageContext, token_range
from hearsay.rules import rule
from hearsay.syntax import Parse

_FACTUAL = ("happened", "ongoing")

# What is arranged beforehand, and told so in the present; "police arrest" is told of what is done.
_SCHEDULED = frozenset({"CONSULT", "COOPERATE", "AGREE", "MOBILIZE", "RETREAT", "PROTEST"})


def status_of(
    page: PageContext, found: TriggerCandidate, voice: int | None, times: tuple[int, ...]
) -> Status:
    """The status of a candidate as told, by `voice` (an attribution) and at `times`."""
    tree = page.tree
    if is_refusal(found.sense) or found.sense.word in ("must", "responsible"):
        told = outer_status(tree, found.trigger)
    elif found.nominal:
        supports = found.valency.carriers[1:]
        told = noun_status(tree, found.trigger, supports, is_definite(tree, found.trigger))
    else:
        told = _expressed(tree, found) or verb_status(tree, found.trigger)
    if told == "planned" and _under_threat(page, found):
        return "threatened"
    if told == "happened" and _announces(page, found):
        return "planned"
    ahead = any(_ahead(page, at) for at in times)
    if told == "happened" and ahead and _present(tree, found) and found.sense.type in _SCHEDULED:
        return "planned"  # "the two meet on Monday"
    told = _tensed(tree, found, told)
    if told == "ongoing" and ahead and not _present(tree, found):
        return "planned"  # "is sending observers next month"
    if told == "ongoing" and _is_being_said(found):
        told = "happened"
    if told == "happened" and not times and _is_awaited(tree, found):
        return "planned"
    if voice is None or told not in (*_FACTUAL, "planned"):
        return told
    if told == "planned":
        return "denied" if _denied(page.attributions[voice]) else told
    return _voiced(page, found, told, page.attributions[voice])


def _expressed(tree: Parse, found: TriggerCandidate) -> Status | None:
    """The status of the act in which this one is spoken: "marched to demand", "wrote to warn"."""
    head = tree.head(found.trigger)
    purpose = tree.relation(found.trigger) == "advcl" and any(
        tree.lemma(kid) == "to" for kid in tree.kids(found.trigger, "mark")
    )
    verbal = table("plover")[found.sense.type].get("verbal", False) or found.sense.type == "PROTEST"
    if head is None or not purpose or not verbal or found.sense.type in ("CONSULT", "AGREE"):
        return None
    return verb_status(tree, head) if tree.lemma(head) in words("modality", "expressing") else None


@rule("EVT-048")
def _ahead(page: PageContext, time: int) -> bool:
    """True for an expression that points ahead: "on Friday" in a present clause, "next month".

    Not for "now", nor for a year: "visits Hanoi, July 1972" stands below a picture."""
    timex = page.timexes[time]
    lemmas = {page.tree.lemma(at) for at in page.tree.inside((timex.span,))}
    if any(told_by("modifiers", lemma) == "planned" for lemma in lemmas):
        return True
    near = timex.said.year is not None or lemmas & words("modality", "present")
    return timex.direction == "future" and not near


@rule("EVT-049")
def _announces(page: PageContext, found: TriggerCandidate) -> bool:
    """ "announced a withdrawal": said, and yet to come."""
    held = found.valency.slots["o"]
    return found.sense.type == "CONCEDE" and any("RETREAT" in page.nouns.kinds(at) for at in held)


@rule("EVT-050")
def _under_threat(page: PageContext, found: TriggerCandidate) -> bool:
    """ "vowed to retaliate": what a threat announces is threatened."""
    head = page.tree.head(found.valency.carriers[-1])
    return head is not None and page.triggers.get(head) == "THREATEN"


def _tensed(tree: Parse, found: TriggerCandidate, told: Status) -> Status:
    """Simple present: an act of speech happens when said, another one goes on."""
    verbal = table("plover")[found.sense.type].get("verbal", False)
    present = _present(tree, found)
    if told == "happened" and present and not verbal:
        return "ongoing"
    return "happened" if told == "ongoing" and verbal and present else told


@rule("EVT-241")
def _is_being_said(found: TriggerCandidate) -> bool:
    """True for an act of speech told as it goes on: who "is urging" the king to go urged him."""
    verbal = table("plover")[found.sense.type].get("verbal", False)
    said = found.sense.type != "CONSULT" and found.sense.mode != "investigate"
    return verbal and said and not found.nominal


@rule("EVT-242")
def _is_awaited(tree: Parse, found: TriggerCandidate) -> bool:
    """True for what something is done ahead of: it is yet to come."""
    case = tree.case(found.trigger)
    return found.nominal and case in words("modality", "ahead") and is_definite(tree, found.trigger)


@rule("EVT-051")
def _present(tree: Parse, found: TriggerCandidate) -> bool:
    token = tree.tokens[found.trigger]
    return not found.nominal and token.xpos in ("VBZ", "VBP") and token.text[-2:] != "ed"


def _voiced(page: PageContext, found: TriggerCandidate, told: Status, voice: Attribution) -> Status:
    """What the speaker's way of telling makes of it: believed, denied, claimed."""
    definite = found.nominal and is_definite(page.tree, found.trigger)
    if definite:  # what is told as known is not in doubt for the doubt of who speaks of it
        return told
    if voice.hedged or voice.act == "believed":
        return "unconfirmed"
    aside = _in_relative(page.tree, found.trigger)
    if _denied(voice) and not aside:
        return "denied"
    if voice.cue is not None:
        cue = _cue_token(page, voice.cue)
        if cue is not None and governor(page.tree, cue) == "unconfirmed":
            return "unconfirmed"
    return told


@rule("EVT-052")
def _denied(voice: Attribution) -> bool:
    return voice.act == "denied" and not voice.negated and voice.kind != "direct"


@rule("EVT-053")
def _in_relative(tree: Parse, verb: int) -> bool:
    """True in a clause that tells who is meant: "denied meeting the envoy, who had left"."""
    return "acl:relcl" in (tree.tokens[at].deprel for at in tree.climb(verb))


def _cue_token(page: PageContext, cue: Span) -> int | None:
    first, last = token_range(page, cue)
    return next((at for at in range(first, last) if page.tree.tokens[at].upos == "VERB"), None)


def announced_type(page: PageContext, found: TriggerCandidate, status: Status) -> EventType:
    """The type; what is only announced is told by another one, unless another event governs it."""
    kind = found.sense.type
    assert kind != "none"  # words that only look like an event are no candidate
    announced = retyped("planned_as").get(kind)
    if status != "planned" or announced is None:
        return kind
    top = found.valency.carriers[-1]
    head = page.tree.head(top)
    free = page.tree.tokens[top].deprel.startswith("advcl")
    if free or (head is not None and head in page.triggers):
        return kind
    return announced

"""One event, or a kind of event: articles, numbers, possessors, tense and generic words."""

from hearsay.model import Argument, Timex
from hearsay.ontology import table
from hearsay.reading.events.arguments.control import VERBAL
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.rules import rule
from hearsay.syntax import Parse

_POINTING = frozenset({"the", "this", "that", "these", "those", "another", "both", "each"})


@rule("EVT-021")
def is_definite(tree: Parse, noun: int) -> bool:
    """True for a noun told as known: with an article that points, a possessor or an ordinal."""
    for kid in tree.kids(noun, "det", "nmod:poss", "amod"):
        token = tree.tokens[kid]
        if token.deprel == "nmod:poss":
            return True
        if token.deprel == "det" and tree.lemma(kid) in _POINTING:
            return True
    return False


def ordinal(tree: Parse, trigger: int) -> int | None:
    """The number an ordinal gives: 3 in "the third call", 2 in "the second round of talks"."""
    known: list[str] = table("event_order")["ordinals"]["words"]
    above = tree.head(trigger)
    places = [trigger]
    if (
        above is not None
        and tree.case(trigger) == "of"
        and tree.lemma(above) in words("event_order", "ordinals", "rounds")
    ):
        places.append(above)
    for at in places:
        for kid in tree.kids(at, "amod", "advmod"):
            text = tree.lemma(kid)
            digits = text.rstrip("stndrh")
            if digits.isdecimal() and digits.isascii() and digits != text and len(digits) < 4:
                return int(digits)
            if tree.tokens[kid].deprel == "amod" and text in known:
                return known.index(text) + 1
    return None


@rule("EVT-022")
def is_specific(
    tree: Parse,
    found: TriggerCandidate,
    held: tuple[Argument, ...],
    times: tuple[int, ...],
    timexes: tuple[Timex, ...],
) -> bool:
    """False for a kind of event rather than one: "attacks on shipping", "months of airstrikes"."""
    if any(timexes[number].type == "SET" for number in times):
        return False
    if any(_generic(tree, carrier) for carrier in found.valency.carriers):
        return False
    if not found.nominal:
        return _verb_specific(tree, found)
    if _measured(tree, found.trigger) or _in_a_work(tree, found.trigger):
        return False
    if times or is_definite(tree, found.trigger) or ordinal(tree, found.trigger) is not None:
        return not _all_of_them(tree, found.trigger)
    return _noun_specific(tree, found, held)


@rule("EVT-023")
def _generic(tree: Parse, at: int) -> bool:
    listed = words("modality", "generic", "adverbs")
    return any(tree.lemma(kid) in listed for kid in tree.kids(at, "advmod"))


@rule("EVT-024")
def _verb_specific(tree: Parse, found: TriggerCandidate) -> bool:
    """A gerund or infinitive as a subject names a kind of act; so does one nobody does."""
    token = tree.tokens[found.trigger]
    if token.deprel.startswith("csubj"):
        return False
    alone = token.xpos == "VBG" and tree.kid(found.trigger, "aux", "aux:pass") is None
    return not (
        alone and token.deprel in ("nmod", "obl", "obj", "acl") and not found.valency.slots["s"]
    )


@rule("EVT-025")
def _measured(tree: Parse, noun: int) -> bool:
    """ "months of airstrikes", "victims of bombings"."""
    above = tree.head(noun)
    if above is None or tree.tokens[noun].deprel != "nmod":
        return False
    if tree.case(noun) not in ("of", "for", "from", "against", "to"):
        return False
    kind = tree.lemma(above) in words("modality", "generic", "measures")
    return kind and not is_definite(tree, noun)


@rule("EVT-026")
def _in_a_work(tree: Parse, noun: int) -> bool:
    """ "a film about the war", "the anniversary of the massacre"."""
    above = tree.head(noun)
    return above is not None and tree.lemma(above) in words("modality", "works", "about")


@rule("EVT-027")
def _all_of_them(tree: Parse, noun: int) -> bool:
    """ "Such attacks", "any attack", "every raid"."""
    return any(
        tree.lemma(kid) in ("any", "every", "such")
        for kid in tree.kids(noun, "det", "amod", "det:predet")
    )


@rule("EVT-028")
def _noun_specific(tree: Parse, found: TriggerCandidate, held: tuple[Argument, ...]) -> bool:
    """An indefinite noun is one event when a past verb carries it or doer and target are told."""
    if _all_of_them(tree, found.trigger):
        return False
    carried = any(_past(tree, verb) for verb in found.valency.carriers[1:])
    plural = tree.tokens[found.trigger].xpos == "NNS"
    if not plural and tree.kid(found.trigger, "det") is not None:
        return True
    if any(True for _ in tree.kids(found.trigger, "nummod")):
        return True
    if carried:
        return True
    roles = {argument.role for argument in held}
    return {"source", "target"} <= roles or (len(held) >= 2 and "participant" in roles)


@rule("EVT-029")
def _past(tree: Parse, verb: int) -> bool:
    token = tree.tokens[verb]
    if token.upos not in VERBAL:
        return False
    return token.xpos in ("VBD", "VBN") or any(
        tree.tokens[kid].xpos in ("VBD", "VBZ") for kid in tree.kids(verb, "aux", "aux:pass")
    )

"""Whether the thing an event noun names took place."""

from hearsay.model.vocabulary import Status
from hearsay.reading.events.arguments.control import VERBAL, is_passive
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.reading.events.factuality.status import (
    PAST,
    auxiliary,
    governor,
    stronger,
    told_by,
    verb_status,
)
from hearsay.rules import rule
from hearsay.syntax import Parse

_AHEAD = frozenset({"for", "on", "to", "of", "with", "over"})  # where a phrase is what is wanted
_IRREALIS = ("denied", "planned", "hypothetical", "threatened")


def noun_status(tree: Parse, noun: int, supports: tuple[int, ...], definite: bool) -> Status:
    """The status of an event noun, by its own words, its support verb or what it hangs on."""
    told: list[Status | None] = [
        told_by("modifiers", tree.lemma(kid))
        for kid in tree.kids(noun, "amod", "det", "advmod", "case")
        if tree.lemma(kid) != "any" or not definite
    ]
    told += [auxiliary(tree, noun, kid) for kid in tree.kids(noun, "aux")]
    if "would-be" in tree.tokens[noun].text:
        told.append("hypothetical")
    for verb in supports:
        status = verb_status(tree, verb)
        if tree.lemma(verb) in words("modality", "endings") and status in (
            "planned",
            "hypothetical",
        ):
            status = _lasting(tree, verb) if definite else status
        told.append(status)
        effect = governor(tree, verb) if _content(tree, noun, verb) else None
        known = definite and not any(tree.case(kid) == "of" for kid in tree.kids(noun, "nmod"))
        if effect == "planned" and known:  # "who ordered the raid"
            effect = None
        told.append(effect if effect != "transparent" else None)
    if tree.head(noun) not in supports:
        told.append(_noun_above(tree, noun, definite))
    return stronger(*told)


def _lasting(tree: Parse, verb: int) -> Status:
    """The status of what is known and is to end or go on: it is going on, or was by then."""
    head = tree.head(verb)
    purpose = tree.tokens[verb].deprel == "advcl" and head is not None
    return "happened" if purpose and tree.tokens[head or 0].xpos in PAST else "ongoing"


@rule("EVT-012")
def _content(tree: Parse, noun: int, verb: int) -> bool:
    """True where a support verb acts on the noun: in "the attack failed" it only takes place."""
    if tree.head(verb) == noun:
        return is_passive(tree, verb)
    return tree.head(noun) == verb and tree.tokens[noun].deprel != "nsubj"


def _noun_above(tree: Parse, noun: int, definite: bool) -> Status | None:
    token = tree.tokens[noun]
    head = tree.head(noun)
    if head is None:
        return None
    above = tree.tokens[head]
    if token.deprel == "nsubj" and not definite and _would(tree, head):
        return "hypothetical"
    if token.deprel == "conj" and above.upos == "NOUN":
        return _noun_above(tree, head, definite) if head != noun else None
    if above.upos in ("NOUN", "PROPN") and token.deprel in ("nmod", "compound"):
        supposed = tree.lemma(head) in words("modality", "nouns", "supposing")
        return None if definite and supposed else told_by("nouns", tree.lemma(head))
    if above.upos not in (*VERBAL, "ADJ"):
        return None
    case = {tree.case(noun)} - {""}
    only = tree.lemma(head) in words("modality", "governors", "clausal_only") and not case
    told = None if only else governor(tree, head, case)
    effect = None if told == "transparent" else told
    held = token.deprel in ("obj", "obl", "nsubj:pass", "iobj")
    if (
        effect in _IRREALIS
        and held
        and tree.lemma(head) in words("modality", "governors", "strong")
        and (token.deprel != "obl" or not case.isdisjoint(_AHEAD))
    ):
        return effect
    if held and effect is not None:
        return _of_object(tree, effect, token.deprel, case, definite)
    status = verb_status(tree, head)
    return status if status in ("denied", "hypothetical") and not definite and held else None


@rule("EVT-243")
def _would(tree: Parse, head: int) -> bool:
    """True for what "would be a crime": nothing is said to be so."""
    told = [tree.lemma(kid) for kid in tree.kids(head, "aux")]
    unreal = verb_status(tree, head) in ("hypothetical", "planned")
    return "would" in told and "have" not in told and unreal


def _of_object(
    tree: Parse, effect: Status, relation: str, case: set[str], definite: bool
) -> Status | None:
    """What a governor says of its object: a definite thing is supposed to have taken place."""
    wanted = relation != "obl" or bool(case & {"for", "of", "against", "on", "to", "from", "in"})
    if definite or not wanted:
        return None
    return effect

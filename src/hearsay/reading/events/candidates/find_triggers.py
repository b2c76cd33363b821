"""The triggers of a page: words of the lexicon whose frame fits, one candidate an event."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hearsay.model import Attribution
from hearsay.reading.events.arguments.control import is_passive, objects, spread
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.reading.events.arguments.valency import noun_valency, verb_valency
from hearsay.reading.events.candidates.attributed_acts import attributed_acts
from hearsay.reading.events.candidates.event_lexicon import lexicon, words
from hearsay.reading.events.candidates.implicit_speech import blame, duty
from hearsay.reading.events.candidates.merging import (
    alike,
    beside,
    consumed,
    consumed_by_noun,
    merged,
    once,
    weapons,
)
from hearsay.reading.events.candidates.senses import best, entries
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.syntax import Parse

_VERBS = ("VERB", "ADJ")
_HARMFUL = frozenset({"ASSAULT", "ACCIDENT", "DISASTER"})
_AS = frozenset({"when", "as", "after"})
_SKIPPED = frozenset(
    {"amod", "compound", "case", "mark", "fixed", "flat", "cop", "aux", "nmod:desc"}
)


def candidates(
    tree: Parse, nouns: Nouns, proper: frozenset[int], attributions: Sequence[Attribution]
) -> list[TriggerCandidate]:
    """Candidates in the order of the text; no trigger is among `proper`, the tokens of names."""
    verbs = [c for at in range(len(tree.tokens)) if (c := _verb(tree, nouns, at))]
    verbs = alike(once(tree, verbs))
    taken = {at for each in verbs for at in consumed(each, nouns)}
    found = [
        c
        for at in range(len(tree.tokens))
        if at not in taken and at not in proper and (c := _noun(tree, nouns, at))
    ]
    taken |= {at for each in found for at in consumed_by_noun(each, nouns)}
    together, gone = merged(verbs, {c.trigger: c for c in found if c.trigger not in taken})
    together = {at: _with_struck(tree, nouns, each) for at, each in together.items()}
    kept = weapons(tree, [each for each in verbs if each.trigger not in gone])
    said = [
        c
        for at in range(len(tree.tokens))
        if tree.tokens[at].deprel in ("aux", "ccomp")
        and (c := duty(tree, nouns, at) or blame(tree, nouns, at))
    ]
    told = [_with_harmed(tree, nouns, each) for each in (*kept, *together.values())] + said
    spoken = attributed_acts(tree, nouns, attributions, frozenset(_carried(told)))
    return sorted(beside([*told, *spoken]), key=lambda each: each.trigger)


def _carried(told: Iterable[TriggerCandidate]) -> Iterator[int]:
    """The tokens that tell of the candidates, their support verbs among them."""
    for each in told:
        yield from (each.trigger, *each.valency.carriers)


def _with_struck(tree: Parse, nouns: Nouns, noun: TriggerCandidate) -> TriggerCandidate:
    """With whom or what a disaster or an accident struck, which its verb has as its object."""
    struck = tuple(
        at
        for carrier in noun.valency.carriers[1:]
        for at in objects(tree, nouns, carrier)
        if at != noun.trigger
    )
    if not struck or noun.valency.slots["o"] or noun.sense.type not in ("DISASTER", "ACCIDENT"):
        return noun
    slots = {**noun.valency.slots, "o": spread(tree, struck)}
    return replace(noun, valency=replace(noun.valency, slots=slots))


def _with_harmed(tree: Parse, nouns: Nouns, each: TriggerCandidate) -> TriggerCandidate:
    """With who is told to be hurt by it where it has no object: "crashed, killing ten", "ten were
    killed when it crashed"."""
    if each.sense.type not in _HARMFUL or each.valency.slots.get("o"):
        return each
    harmed = tuple(at for verb in _harming(tree, each) for at in objects(tree, nouns, verb))
    if not any(map(nouns.is_agent, harmed)):
        return each
    slots = {**each.valency.slots, "o": spread(tree, harmed)}
    return replace(each, valency=replace(each.valency, slots=slots))


def _harming(tree: Parse, each: TriggerCandidate) -> Iterator[int]:
    """The verbs of harm told as what came of it, or that it is the time or the cause of."""
    harm, carriers = words("support_verbs", "harming"), each.valency.carriers
    for at in carriers:
        for kid in tree.kids(at, "advcl", "xcomp", "acl"):
            if tree.tokens[kid].xpos == "VBG" and tree.lemma(kid) in harm:
                yield kid
        head = tree.head(at)
        if head is not None and tree.relation(at) == "advcl" and tree.lemma(head) in harm:
            marks = {tree.lemma(mark) for mark in tree.kids(at, "mark", "advmod")}
            if not marks.isdisjoint(_AS) and is_passive(tree, head):
                yield head


def _verb(tree: Parse, nouns: Nouns, at: int) -> TriggerCandidate | None:
    token = tree.tokens[at]
    if token.upos not in _VERBS or token.deprel in _SKIPPED:
        return None
    senses, first = entries(tree, at)
    if not senses:
        return None
    valency = verb_valency(tree, nouns, at)
    sense = best(senses, valency, tree, nouns)
    return None if sense is None else TriggerCandidate(at, first, sense, valency, False)


def _noun(tree: Parse, nouns: Nouns, at: int) -> TriggerCandidate | None:
    token = tree.tokens[at]
    word = at if token.upos == "NOUN" else _hazard(tree, at)
    if word is None or token.deprel in _SKIPPED:
        return None
    senses, first = entries(tree, word)
    if not senses:
        return None
    valency = noun_valency(tree, nouns, at)
    sense = best(senses, valency, tree, nouns)
    if sense is None or (word != at and len(valency.carriers) == 1):
        return None  # "Hurricane Ada" alone is no more than a name
    return TriggerCandidate(at, first, sense, valency, True)


def _hazard(tree: Parse, at: int) -> int | None:
    """The word that says what a name is of a hazard's: "Hurricane" of "Hurricane Ada"."""
    if tree.tokens[at].upos != "PROPN":
        return None
    known, listed = lexicon().types, words("support_verbs", "befalling", "types")
    near = (at, *tree.kids(at, "compound", "nmod:desc", "flat"))
    return next((k for k in near if not listed.isdisjoint(known.get(tree.lemma(k), ()))), None)

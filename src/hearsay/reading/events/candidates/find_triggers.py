"""The triggers of a page: words of the lexicon whose frame fits, one candidate an event."""

from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.reading.events.arguments.valency import noun_valency, verb_valency
from hearsay.reading.events.candidates.implicit_speech import blame, duty
from hearsay.reading.events.candidates.merging import (
    alike,
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
_SKIPPED = frozenset(
    {"amod", "compound", "case", "mark", "fixed", "flat", "cop", "aux", "nmod:desc"}
)


def candidates(tree: Parse, nouns: Nouns, proper: frozenset[int]) -> list[TriggerCandidate]:
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
    kept = weapons(tree, [each for each in verbs if each.trigger not in gone])
    said = [
        c
        for at in range(len(tree.tokens))
        if tree.tokens[at].deprel in ("aux", "ccomp")
        and (c := duty(tree, nouns, at) or blame(tree, nouns, at))
    ]
    return sorted([*kept, *together.values(), *said], key=lambda each: each.trigger)


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
    if token.upos != "NOUN" or token.deprel in _SKIPPED:
        return None
    senses, first = entries(tree, at)
    if not senses:
        return None
    valency = noun_valency(tree, nouns, at)
    sense = best(senses, valency, tree, nouns)
    return None if sense is None else TriggerCandidate(at, first, sense, valency, True)

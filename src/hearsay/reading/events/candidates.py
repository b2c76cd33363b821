"""The triggers of a page: words of the lexicon whose frame fits, one candidate an event."""

from dataclasses import dataclass, replace

from hearsay.ontology import table
from hearsay.reading.events.lexicon import Sense, words
from hearsay.reading.events.nouns import Nouns
from hearsay.reading.events.senses import best, entries
from hearsay.reading.events.tree import Tree
from hearsay.reading.events.valency import Valency, noun_valency, verb_valency

_VERBS = ("VERB", "ADJ")
_SKIPPED = frozenset({"amod", "compound", "case", "mark", "fixed", "flat", "cop", "aux", "nmod:desc"})
_KEEPS_OBJECT = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "AGREE"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with the sense found for it; `first` is the first token of its words."""

    trigger: int
    first: int
    sense: Sense
    valency: Valency
    nominal: bool


def candidates(tree: Tree, nouns: Nouns, proper: frozenset[int]) -> list[Candidate]:
    """Candidates in the order of the text; `proper` are tokens inside names, which are no triggers."""
    verbs = [c for at in range(len(tree.tokens)) if (c := _verb(tree, nouns, at))]
    consumed = {at for each in verbs for at in _consumed(each, nouns)}
    found = [
        c
        for at in range(len(tree.tokens))
        if at not in consumed and at not in proper and (c := _noun(tree, nouns, at))
    ]
    merged, gone = _merged(verbs, {each.trigger: each for each in found})
    kept = [each for each in verbs if each.trigger not in gone]
    return sorted([*kept, *merged.values()], key=lambda each: each.trigger)


def _verb(tree: Tree, nouns: Nouns, at: int) -> Candidate | None:
    token = tree.tokens[at]
    if token.upos not in _VERBS or token.deprel in _SKIPPED:
        return None
    senses, first = entries(tree, at)
    if not senses:
        return None
    valency = verb_valency(tree, nouns, at)
    sense = best(senses, valency, tree, nouns)
    return None if sense is None else Candidate(at, first, sense, valency, False)


def _noun(tree: Tree, nouns: Nouns, at: int) -> Candidate | None:
    token = tree.tokens[at]
    if token.upos != "NOUN" or token.deprel in _SKIPPED:
        return None
    senses, first = entries(tree, at)
    if not senses:
        return None
    valency = noun_valency(tree, nouns, at)
    sense = best(senses, valency, tree, nouns)
    return None if sense is None else Candidate(at, first, sense, valency, True)


def _consumed(verb: Candidate, nouns: Nouns) -> list[int]:
    """Event nouns that a verb's sense takes up: "broke off talks", "went on strike" are one event."""
    if verb.sense.type in _KEEPS_OBJECT:
        return []
    types = frozenset(table("plover"))
    found = []
    for slot, heads in verb.valency.slots.items():
        asked = [c.kinds for c in verb.sense.conditions if c.slot == slot and not c.negated]
        for at in heads if slot != "s" else ():
            kinds = nouns.kinds(at)
            named = any(kinds & types and (slot == "o" or kinds & k & (types | {nouns.tree.lemma(at)})) for k in asked)
            if nouns.tree.tokens[at].upos == "NOUN" and (named or slot == "o" and verb.sense.type in kinds):
                found.append(at)
    return found


def _merged(
    verbs: list[Candidate], found: dict[int, Candidate]
) -> tuple[dict[int, Candidate], set[int]]:
    """ "The raid killed five", "died in the raid": one event, told by its noun."""
    effects = words("support_verbs", "others", "effect")
    gone: set[int] = set()
    for verb in verbs:
        if verb.sense.word not in effects:
            continue
        slots = verb.valency.slots
        for at in (*slots["s"], *slots.get("in", ()), *slots.get("during", ())):
            noun = found.get(at)
            if noun is None or noun.sense.type != verb.sense.type:
                continue
            held = {**noun.valency.slots, "o": noun.valency.slots["o"] + slots["o"]}
            carriers = (*noun.valency.carriers, verb.trigger)
            found[at] = replace(
                noun, valency=replace(noun.valency, slots={**slots, **held}, carriers=carriers)
            )
            gone.add(verb.trigger)
            break
    return found, gone

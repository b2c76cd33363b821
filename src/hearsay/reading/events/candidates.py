"""The triggers of a page: words of the lexicon whose frame fits, one candidate an event."""

from dataclasses import dataclass, replace

from hearsay.ontology import table
from hearsay.reading.events.control import subjects
from hearsay.reading.events.lexicon import Sense, words
from hearsay.reading.events.nouns import Nouns
from hearsay.reading.events.senses import best, entries
from hearsay.reading.events.tree import Tree
from hearsay.reading.events.valency import Valency, noun_valency, verb_valency

_DUTY = Sense("must", (), "REQUEST", None, {"s": "source", "o": "target"}, 0.7)
_BLAME = Sense("responsible", (), "ACCUSE", "allege", {"s": "source", "o": "target"}, 0.8)
_DEEDS = frozenset({"ASSAULT", "COERCE"})
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
    verbs = _once(tree, verbs)
    consumed = {at for each in verbs for at in _consumed(each, nouns)}
    found = [
        c
        for at in range(len(tree.tokens))
        if at not in consumed and at not in proper and (c := _noun(tree, nouns, at))
    ]
    taken = {at for each in found for at in _noun_consumed(each, nouns)}
    merged, gone = _merged(verbs, {c.trigger: c for c in found if c.trigger not in taken})
    kept = _weapons(tree, [each for each in verbs if each.trigger not in gone])
    said = [
        c
        for at in range(len(tree.tokens))
        if (c := duty(tree, nouns, at) or blame(tree, nouns, at))
    ]
    return sorted([*kept, *merged.values(), *said], key=lambda each: each.trigger)


def _once(tree: Tree, verbs: list[Candidate]) -> list[Candidate]:
    """Without the purpose that is the same act again: "spoke with him to discuss", "met to talk"."""
    types = {each.trigger: each.sense.type for each in verbs}
    return [
        each
        for each in verbs
        if not (
            each.sense.type == "CONSULT"
            and types.get(tree.tokens[each.trigger].head) == "CONSULT"
            and tree.relation(each.trigger) in ("advcl", "xcomp")
        )
    ]


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


def duty(tree: Tree, nouns: Nouns, at: int) -> Candidate | None:
    """ "said that North Korea must disarm": a demand of the speaker's on whom he names."""
    token = tree.tokens[at]
    if token.deprel != "aux" or tree.lemma(at) not in words("modality", "duty"):
        return None
    verb = token.head
    cue = tree.head(verb)
    if cue is None or tree.tokens[verb].deprel != "ccomp":
        return None
    if tree.lemma(cue) not in words("modality", "future_in_past", "speech"):
        return None
    said = subjects(tree, nouns, cue)
    asked = tuple(each for each in subjects(tree, nouns, verb) if _addressable(nouns, each))
    if not asked or not any(nouns.is_agent(each) for each in said):
        return None
    return _said(at, said, asked, _DUTY)


def blame(tree: Tree, nouns: Nouns, at: int) -> Candidate | None:
    """ "said the militia was responsible for the attack": an allegation of the speaker's."""
    cue = tree.head(at)
    if cue is None or tree.tokens[at].deprel != "ccomp" or tree.kid(at, "cop") is None:
        return None
    if tree.lemma(at) not in words("modality", "blame"):
        return None
    if tree.lemma(cue) not in words("modality", "future_in_past", "speech"):
        return None
    deeds = [kid for kid in tree.kids(at, "obl", "nmod") if tree.case(kid) == "for"]
    if deeds and not any(nouns.kinds(kid) & _DEEDS for kid in deeds):
        return None
    said, asked = subjects(tree, nouns, cue), subjects(tree, nouns, at)
    return _said(at, said, asked, _BLAME) if any(map(nouns.is_agent, asked)) else None


def _said(
    at: int, said: tuple[int, ...], asked: tuple[int, ...], sense: Sense
) -> Candidate:
    return Candidate(at, at, sense, Valency(at, {"s": said, "o": asked}, carriers=(at,)), False)


def _addressable(nouns: Nouns, at: int) -> bool:
    pronoun = nouns.tree.tokens[at].upos == "PRON"
    return not pronoun and not nouns.kinds(at).isdisjoint({"state", "organization", "group", "official"})


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
    keeps = verb.sense.type in _KEEPS_OBJECT
    types = frozenset(() if keeps else table("plover"))
    found = []
    for slot, heads in verb.valency.slots.items():
        asked = [c.kinds for c in verb.sense.conditions if c.slot == slot and not c.negated]
        for at in heads if slot != "s" else ():
            kinds = nouns.kinds(at)
            named = any(
                kinds & types if slot == "o" else kinds & k & (types | {nouns.tree.lemma(at)})
                for k in asked
            )
            if nouns.tree.tokens[at].upos == "NOUN" and (named or slot == "o" and verb.sense.type in kinds):
                found.append(at)
    return found


def _noun_consumed(noun: Candidate, nouns: Nouns) -> list[int]:
    """Event nouns another noun takes up: "the suspension of aid", "a halt to attacks"."""
    types = frozenset(table("plover"))
    return [
        at
        for condition in noun.sense.conditions
        if not condition.negated and condition.kinds & types
        for at in noun.valency.slots.get(condition.slot, ())
        if nouns.kinds(at) & condition.kinds
    ]


def _same_act(verb: Candidate, found: dict[int, Candidate]) -> list[int]:
    """Nouns that name the verb's own act: "launched drones in a direct attack", "met at a summit"."""
    near = [at for slot in ("in", "at", "during") for at in verb.valency.slots.get(slot, ())]
    return [
        at
        for at in near
        if at in found
        and found[at].sense.type == verb.sense.type
        and (verb.sense.type == "CONSULT" or not verb.valency.slots["o"] == ())
        and verb.sense.word not in words("support_verbs", "others", "effect")
    ]


def _weapons(tree: Tree, verbs: list[Candidate]) -> list[Candidate]:
    """ "Missiles launched by Iraq hit the city" is one event: who launched them hit it."""
    by_token = {each.trigger: each for each in verbs}
    gone: set[int] = set()
    for each in verbs:
        for weapon in each.valency.slots["s"]:
            for kid in tree.kids(weapon, "acl", "acl:relcl"):
                launch = by_token.get(kid)
                if launch is not None and launch is not each and launch.sense.type == each.sense.type == "ASSAULT":
                    slots = {**each.valency.slots, "s": launch.valency.slots["s"], "with": (weapon,)}
                    carriers = (*each.valency.carriers, kid)
                    valency = replace(each.valency, slots=slots, carriers=carriers)
                    by_token[each.trigger] = replace(each, valency=valency)
                    gone.add(kid)
    return [each for token, each in by_token.items() if token not in gone]


def _merged(
    verbs: list[Candidate], found: dict[int, Candidate]
) -> tuple[dict[int, Candidate], set[int]]:
    """ "The raid killed five", "died in the raid": one event, told by its noun."""
    effects = words("support_verbs", "others", "effect")
    gone: set[int] = set()
    for verb in verbs:
        for at in _same_act(verb, found):
            del found[at]
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

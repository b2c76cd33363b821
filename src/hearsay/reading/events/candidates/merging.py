"""Words that tell of one event together: a verb and its object, a raid and whom it killed."""

from dataclasses import replace
from typing import get_args

from hearsay.model.mention_vocabulary import SenseType
from hearsay.ontology import known_word, table
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.rules import rule
from hearsay.syntax import Parse

_KEEPS_OBJECT = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "AGREE"})


def once(tree: Parse, verbs: list[TriggerCandidate]) -> list[TriggerCandidate]:
    """Without what tells the same act again: "met to talk", "fired on them, killing ten"."""
    types = {each.trigger: each.sense.type for each in verbs}
    return [each for each in verbs if not _again(tree, each, types)]


@rule("EVT-111")
def _again(tree: Parse, verb: TriggerCandidate, types: dict[int, SenseType]) -> bool:
    """True for a clause without a subject that tells the act of the verb it hangs on again."""
    kind, head = verb.sense.type, tree.head(verb.trigger)
    if head is None or types.get(head) != kind:
        return False
    if tree.relation(verb.trigger) not in ("advcl", "xcomp"):
        return False
    participle = tree.tokens[verb.trigger].xpos == "VBG"
    own = tree.kid(verb.trigger, "nsubj", "mark") is not None
    return kind == "CONSULT" or (participle and not own)


def alike(verbs: list[TriggerCandidate]) -> list[TriggerCandidate]:
    """Without a second word for one deed: "shot and killed a guard"."""
    by_token = {each.trigger: each for each in verbs}
    return [each for each in verbs if not _repeats(each, by_token)]


@rule("EVT-011")
def _repeats(verb: TriggerCandidate, by_token: dict[int, TriggerCandidate]) -> bool:
    """True after another verb of the same type with the same doer and victim."""
    slots = verb.valency.slots
    first = next(
        (by_token[at] for at in range(verb.trigger - 3, verb.trigger) if at in by_token), None
    )
    if first is None or first.sense.type != verb.sense.type or not slots["o"]:
        return False
    return (first.valency.slots["s"], first.valency.slots["o"]) == (slots["s"], slots["o"])


def consumed(verb: TriggerCandidate, nouns: Nouns) -> list[int]:
    """Event nouns a verb's sense takes up: "broke off talks", "went on strike" are one event."""
    keeps = verb.sense.type in _KEEPS_OBJECT
    types = frozenset(() if keeps else table("plover"))
    found = []
    for slot, heads in verb.valency.slots.items():
        asked = [c.kinds for c in verb.sense.conditions if c.slot == slot and not c.negated]
        for at in () if _struck_by(verb, slot, nouns) else _inner(nouns.tree, heads):
            kinds = nouns.kinds(at)
            named = any(
                kinds & types if slot == "o" else kinds & k & (types | {nouns.tree.lemma(at)})
                for k in asked
            )
            if nouns.tree.tokens[at].upos == "NOUN" and (
                named or (slot == "o" and verb.sense.type in kinds)
            ):
                found.append(at)
    return found


@rule("EVT-106")
def _struck_by(verb: TriggerCandidate, slot: str, nouns: Nouns) -> bool:
    """True where the event noun did what the verb says, and tells the event better than it: "the
    raid killed five", "hurt in a grenade attack"."""
    types = frozenset(table("plover"))
    if all(types.isdisjoint(nouns.kinds(at)) for at in verb.valency.slots[slot]):
        return False
    effect = verb.sense.word in words("support_verbs", "others", "effect")
    asked = (c.kinds for c in verb.sense.conditions if c.slot == "s" and not c.negated)
    undone = not effect and any(kinds & types for kinds in asked)
    return (slot == "s" and not undone) or (effect and slot in ("in", "during"))


def _inner(tree: Parse, heads: tuple[int, ...]) -> tuple[int, ...]:
    """The heads, and what they are rounds of: "held a second round of talks"."""
    rounds = words("event_order", "ordinals", "rounds")
    inner = [
        kid
        for at in heads
        if tree.lemma(at) in rounds
        for kid in tree.kids(at, "nmod")
        if tree.case(kid) == "of"
    ]
    return (*heads, *inner)


def consumed_by_noun(noun: TriggerCandidate, nouns: Nouns) -> list[int]:
    """Event nouns another noun takes up: "the suspension of aid", "a halt to attacks"."""
    types = frozenset(table("plover"))
    return [
        at
        for condition in noun.sense.conditions
        if not condition.negated and condition.kinds & types
        for at in noun.valency.slots.get(condition.slot, ())
        if nouns.kinds(at) & condition.kinds
    ]


def merged(
    verbs: list[TriggerCandidate], found: dict[int, TriggerCandidate]
) -> tuple[dict[int, TriggerCandidate], set[int]]:
    """ "The raid killed five", "died in the raid": one event, told by its noun."""
    effects = words("support_verbs", "others", "effect")
    gone: set[int] = set()
    for verb in verbs:
        for at in (*_same_act(verb, found), *_own_object(verb, found), *_own_subject(verb, found)):
            found.pop(at, None)
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


def _same_act(verb: TriggerCandidate, found: dict[int, TriggerCandidate]) -> list[int]:
    """Nouns that name the verb's own act: "sent drones in a direct attack", "met at a summit"."""
    near = [at for slot in ("in", "at", "during") for at in verb.valency.slots.get(slot, ())]
    return [
        at
        for at in near
        if at in found
        and found[at].sense.type == verb.sense.type
        and (verb.sense.type == "CONSULT" or verb.valency.slots["o"])
        and verb.sense.word not in words("support_verbs", "others", "effect")
    ]


def _own_object(verb: TriggerCandidate, found: dict[int, TriggerCandidate]) -> list[int]:
    """ "An agreement was reached": the object says the verb's own act again."""
    return [
        at
        for at in verb.valency.slots["o"]
        if at in found and found[at].sense.type == verb.sense.type
    ]


def _own_subject(verb: TriggerCandidate, found: dict[int, TriggerCandidate]) -> list[int]:
    """ "A car bomb exploded": the subject says the verb's own act again."""
    if verb.sense.word in words("support_verbs", "others", "effect"):
        return []
    return [
        at
        for at in verb.valency.slots["s"]
        if at in found and found[at].sense.type == verb.sense.type
    ]


def weapons(tree: Parse, verbs: list[TriggerCandidate]) -> list[TriggerCandidate]:
    """ "Missiles launched by Iraq hit the city" is one event: who launched them hit it."""
    by_token = {each.trigger: each for each in verbs}
    gone: set[int] = set()
    for each in verbs:
        for weapon in each.valency.slots["s"]:
            for kid in tree.kids(weapon, "acl", "acl:relcl"):
                launch = by_token.get(kid)
                if (
                    launch is not None
                    and launch is not each
                    and launch.sense.type == each.sense.type == "ASSAULT"
                ):
                    slots = {
                        **each.valency.slots,
                        "s": launch.valency.slots["s"],
                        "with": (weapon,),
                    }
                    carriers = (*each.valency.carriers, kid)
                    valency = replace(each.valency, slots=slots, carriers=carriers)
                    by_token[each.trigger] = replace(each, valency=valency)
                    gone.add(kid)
    return [each for token, each in by_token.items() if token not in gone]


def beside(told: list[TriggerCandidate]) -> list[TriggerCandidate]:
    """With a bare "explosion" or "blast" as part of the attack that the page tells of."""
    row = table("event_kinship")["beside"]
    if all(each.sense.type != row["type"] for each in told):
        return told
    kind: SenseType = known_word(row["type"], get_args(SenseType), "event_kinship.toml", "beside")
    return [_as_part(each, kind, row["mode"]) if _bare(each) else each for each in told]


@rule("EVT-108")
def _bare(noun: TriggerCandidate) -> bool:
    """True for "the blast", of which nothing says what blew up."""
    listed = noun.sense.word in words("event_kinship", "beside", "words")
    return listed and noun.sense.type == "ACCIDENT" and not noun.sense.conditions


def _as_part(noun: TriggerCandidate, kind: SenseType, mode: str) -> TriggerCandidate:
    return replace(noun, sense=replace(noun.sense, type=kind, mode=mode))

"""Statements that do something: who warned, demanded, promised or denied did it by saying so."""

from collections.abc import Sequence
from functools import cache
from typing import get_args

from hearsay.model import Attribution
from hearsay.model.vocabulary import Act, EventType
from hearsay.ontology import known_word, table
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.reading.events.arguments.valency import Valency, noun_valency, verb_valency
from hearsay.reading.events.candidates.event_lexicon import Sense, words
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.rules import rule
from hearsay.syntax import Parse

_TABLE = "speech_acts"
_SCORE = 0.8


def attributed_acts(
    tree: Parse, nouns: Nouns, attributions: Sequence[Attribution], taken: frozenset[int]
) -> list[TriggerCandidate]:
    """A candidate for each statement whose cue does something, but for cues with a token in
    `taken`: those have their event already."""
    found: dict[int, TriggerCandidate] = {}
    for each in attributions:
        cue = tuple(tree.inside(() if each.cue is None else (each.cue,)))
        if each.negated or not each.chain or not taken.isdisjoint(cue):
            continue
        for at in cue:
            made = _acted(tree, nouns, at, each.act)
            if made is not None:
                found.setdefault(at, made)
    return [found[at] for at in sorted(found)]


def _acted(tree: Parse, nouns: Nouns, at: int, act: Act) -> TriggerCandidate | None:
    """The candidate of the cue word at a token, None where it does nothing."""
    nominal = tree.tokens[at].upos == "NOUN"
    told: Act = act if act in table(_TABLE) else "said"
    if tree.lemma(at) not in words(_TABLE, told, "nouns" if nominal else "verbs"):
        return None
    valency = noun_valency(tree, nouns, at) if nominal else verb_valency(tree, nouns, at)
    if not (_speaks(nouns, valency) and (nominal or _orders(tree, at, valency))):
        return None
    kind = _type_of(told)
    roles = table("plover")[kind]["noun" if nominal else "verb"]
    sense = Sense(tree.lemma(at), (), kind, None, dict(roles), _SCORE)
    return TriggerCandidate(at, at, sense, valency, nominal)


@cache
def _type_of(act: Act) -> EventType:
    """What is done by saying so, by the table of acts of speech."""
    told, allowed = table(_TABLE)[act]["type"], get_args(EventType)
    kind: EventType = known_word(told, allowed, f"{_TABLE}.toml", act)
    return kind


@rule("EVT-102")
def _speaks(nouns: Nouns, valency: Valency) -> bool:
    """True where no subject is told or one can act: a river that "threatened" warned nobody."""
    subjects = valency.slots.get("s", ())
    return not subjects or any(nouns.actors(each) for each in subjects)


@rule("EVT-103")
def _orders(tree: Parse, verb: int, valency: Valency) -> bool:
    """True for a cue that always does something, and for "told", "asked" where what is told or
    asked is to be done."""
    if tree.lemma(verb) not in words(_TABLE, "ordering", "verbs"):
        return True
    if valency.infinitive is not None:
        return True
    clause = valency.clause
    marks = () if clause is None else tree.kids(clause, "mark")
    return tree.lemma(verb) != "tell" and any(tree.lemma(kid) == "that" for kid in marks)

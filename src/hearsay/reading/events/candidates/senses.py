"""Which sense of a word fits its frame: every condition of a row is a small test."""

from collections.abc import Iterator

from hearsay.ontology import table
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.reading.events.arguments.valency import Valency
from hearsay.reading.events.candidates.event_lexicon import Condition, Sense, lexicon
from hearsay.rules import rule
from hearsay.syntax import Parse

_POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "PROPN": "noun"}
_INFINITIVES = ("ASSAULT", "COERCE", "SANCTION", "PROTEST", "REJECT", "THREATEN")
_AGENT = frozenset({"agent"})
_OWNED = frozenset({"weapon", "vehicle", "voice", "hand"})


def entries(tree: Parse, number: int) -> tuple[tuple[Sense, ...], int]:
    """The senses of the word at a token, and the first token of its phrase ("air strike")."""
    token = tree.tokens[number]
    pos = _POS.get(token.upos, "")
    lemma = tree.lemma(number)
    known = lexicon()
    for parts in known.phrases.get((pos, lemma), ()):
        first = _phrase_at(tree, number, parts)
        if first is not None:
            return known.senses[(pos, " ".join(parts))], first
    return known.senses.get((pos, lemma), ()), number


# no rule: looks up the table of types
def befalls(kind: str) -> bool:
    """True for a type that nobody need do ("none" among them): "the bridge collapsed"."""
    return kind == "none" or bool(table("plover")[kind].get("befalls", False))


@rule("EVT-015")
def is_refusal(sense: Sense) -> bool:
    """True for a sense that is an event only as what somebody will not do."""
    return any(condition.slot == "refused" for condition in sense.conditions)


def _phrase_at(tree: Parse, number: int, parts: tuple[str, ...]) -> int | None:
    """The first token of the phrase when it stands around the token; hyphens do not count."""
    if parts[0] == tree.lemma(number) and parts[-1] != parts[0]:
        return number if _ahead(tree, number, parts) else None
    at = number
    for part in reversed(parts[:-1]):
        at -= 1
        while at >= 0 and tree.tokens[at].text in ("-", "–"):
            at -= 1
        if at < 0 or (tree.lemma(at) != part and tree.word(at) != part):
            return None
    return at


@rule("EVT-016")
def _ahead(tree: Parse, number: int, parts: tuple[str, ...]) -> bool:
    last = number + len(parts)
    return last <= len(tree.tokens) and all(
        part in (tree.lemma(at), tree.word(at))
        for at, part in zip(range(number, last), parts, strict=True)
    )


def best(senses: tuple[Sense, ...], valency: Valency, tree: Parse, nouns: Nouns) -> Sense | None:
    """The fitting sense with the most conditions, the earlier of equals; None when none fits.

    A sense of type "none" that fits best says that the words are no event.
    """
    chosen, most = None, -1.0
    for sense in senses:
        weight = _weight(sense, valency, tree, nouns)
        if weight > most:
            chosen, most = sense, weight
    return None if chosen is None or chosen.type == "none" else chosen


def _weight(sense: Sense, valency: Valency, tree: Parse, nouns: Nouns) -> float:
    """How closely a row fits: one for a condition, a half for "any"; -1 when it does not."""
    total = 0.5 if sense.type == "none" and sense.conditions else 0.0
    for condition in sense.conditions:
        if _holds(condition, valency, tree, nouns) == condition.negated:
            return -1.0
        total += _strength(condition)
    asked = befalls(sense.type) or any(condition.slot == "s" for condition in sense.conditions)
    return total if asked or _can_act(valency.slots.get("s", ()), nouns) else -1.0


def _strength(condition: Condition) -> float:
    if condition.slot == "refused":
        return 3.0
    if "any" in condition.kinds:
        return 0.5
    return 0.8 if condition.kinds == _AGENT else 1.0


@rule("EVT-017")
def _can_act(subjects: tuple[int, ...], nouns: Nouns) -> bool:
    """True when no subject is told, or one that can act or belongs to somebody who can."""
    return not subjects or any(
        nouns.actors(each) or not _OWNED.isdisjoint(nouns.kinds(each)) for each in subjects
    )


@rule("EVT-018")
def _holds(condition: Condition, valency: Valency, tree: Parse, nouns: Nouns) -> bool:
    slot, kinds = condition.slot, condition.kinds
    if slot == "particle":
        return not kinds.isdisjoint(valency.particles)
    if slot == "that" and "any" not in kinds:
        at = valency.clause
        return at is not None and not kinds.isdisjoint(set(verb_types(tree, at)))
    if slot == "inf":
        return valency.infinitive is not None and _infinitive_fits(kinds, valency, tree)
    if slot == "xcomp":
        at = valency.predicate
        return at is not None and nouns.fits(at, kinds)
    if slot in ("that", "ing", "passive", "plural", "reflexive", "refused", "self", "ahead") or (
        slot == "poss" and "any" in kinds
    ):
        return slot in valency.flags
    if slot == "case":
        return valency.case in kinds
    if slot == "carrier":
        return any(tree.lemma(at) in kinds for at in valency.carriers[1:])
    heads = valency.slots.get(slot, ())
    if slot == "mod" and not kinds.isdisjoint(valency.modifiers):
        return True
    return any(_kind_fits(slot, head, kinds, nouns) for head in heads)


@rule("EVT-019")
def _kind_fits(slot: str, head: int, kinds: frozenset[str], nouns: Nouns) -> bool:
    if nouns.fits(head, kinds):
        return True
    if slot != "s" or "agent" in nouns.kinds(head):
        return False
    return any(nouns.fits(actor, kinds) for actor in nouns.actors(head))


@rule("EVT-020")
def _infinitive_fits(kinds: frozenset[str], valency: Valency, tree: Parse) -> bool:
    if "any" in kinds or valency.infinitive is None:
        return True
    if any(tree.lemma(kid) in ("not", "never") for kid in tree.kids(valency.infinitive, "advmod")):
        return False  # who promises not to shoot threatens nobody
    return not kinds.isdisjoint(set(verb_types(tree, valency.infinitive)))


def verb_types(tree: Parse, verb: int) -> Iterator[str]:
    """The lemma and the types a verb, or the event noun it supports, may tell of."""
    lemma = tree.lemma(verb)
    yield lemma
    held = tree.kid(verb, "obj")
    carried = lexicon().types.get(tree.lemma(held), frozenset()) if held is not None else ()
    if carried:  # "to hold talks" is a talk
        yield from carried
        return
    for sense in lexicon().senses.get(("verb", lemma), ()):
        if sense.type != "none" and not is_refusal(sense):
            yield sense.type

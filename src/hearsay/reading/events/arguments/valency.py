"""Who and what stands around a trigger: subject, object, prepositions, as told through passives,
relative clauses, control, coordination, participles and support verbs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearsay.reading.events.arguments.control import (
    VERBAL,
    is_passive,
    objects,
    particles,
    seen,
    spread,
    subjects,
)
from hearsay.reading.events.arguments.coordination import coordinated
from hearsay.reading.events.arguments.party_nouns import MADE_BY_NONE, Nouns
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.reading.events.candidates.support_verbs import support
from hearsay.rules import rule
from hearsay.syntax import Parse

_ADDRESSING = ("with", "to", "on", "against", "at", "from", "by", "for", "behind")
_APPROVAL = frozenset({"support", "solidarity", "favor", "favour"})  # "came out in support of"
_TALKS = frozenset({"CONSULT", "talks"})  # "the talks between them broke down"
_PARTICLES = frozenset({"down", "off", "up", "out", "over", "back"})


@dataclass(frozen=True, slots=True)
class Valency:
    """The frame of one trigger. Slots hold token numbers of heads, coordination spread out.

    Slots: s, o, i (subject, object, indirect object as meant, passives undone), poss, mod, and
    one for every preposition. `carriers` are the tokens that stand for the trigger in the tree:
    itself and its support verbs. `case` is the preposition before the trigger.
    """

    trigger: int
    slots: dict[str, tuple[int, ...]]
    particles: frozenset[str] = frozenset()
    infinitive: int | None = None
    predicate: int | None = None
    flags: frozenset[str] = frozenset()
    carriers: tuple[int, ...] = ()
    modifiers: frozenset[str] = frozenset()
    case: str = ""
    clause: int | None = None


def phrases(tree: Parse, number: int, *relations: str) -> dict[str, tuple[int, ...]]:
    """Preposition → heads of the phrases with it under a token."""
    return _gather(tree, tree.kids(number, *relations))


def beside(tree: Parse, nouns: Nouns, number: int) -> dict[str, tuple[int, ...]]:
    """The phrases under a token, those too that hang on a date: "a call on Sunday with"."""
    found = phrases(tree, number, "obl", "nmod", "advmod")
    for kid in tree.children[number]:
        if kid in nouns.timed:
            found = {**phrases(tree, kid, "nmod", "obl"), **found}
    return found


def _between(tree: Parse, nouns: Nouns, noun: int) -> dict[str, tuple[int, ...]]:
    """The parties right behind a noun and its time, wherever the tree hangs them: "the call on
    Sunday between them"."""
    at = noun + 1
    while at < len(tree.tokens) and (at in nouns.timed or tree.tokens[at].upos == "ADP"):
        if tree.lemma(at) == "between":
            head = tree.head(at)
            return {} if head is None or head < at else {"between": coordinated(tree, head)}
        at += 1
    return {}


def _doers_behind(tree: Parse, nouns: Nouns, noun: int) -> tuple[int, ...]:
    """Who did it, where the tree hangs them on what it was done to: "raid on a ship by rebels"."""
    done_to = (k for k in tree.kids(noun, "nmod") if nouns.kinds(k) & MADE_BY_NONE)
    found = (phrases(tree, kid, "nmod").get("by", ()) for kid in done_to)
    return next((heads for heads in found if heads), ())


def _gather(tree: Parse, kids: Iterable[int]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for kid in kids:
        case = tree.case(kid)
        if case and case not in found:
            found[case] = coordinated(tree, kid)
        elif case:
            found[case] += coordinated(tree, kid)
    return found


def verb_valency(tree: Parse, nouns: Nouns, verb: int) -> Valency:
    """The frame of a verb or predicate adjective."""
    slots = beside(tree, nouns, verb)
    held = objects(tree, nouns, verb)
    for kid in held[:1]:
        if tree.tokens[kid].head == verb:
            slots = {**phrases(tree, kid, "nmod"), **slots}
    for kid in tree.kids(verb, "obl"):
        if tree.case(kid) == "in" and tree.lemma(kid) in _APPROVAL:
            slots = {**phrases(tree, kid, "nmod"), **slots}
    for case, gerund in _gerunds(tree, verb):
        slots.setdefault(case, (gerund,))
    infinitive, clause, predicate = _complements(tree, verb)
    slots["s"] = subjects(tree, nouns, verb)
    for noun in slots["s"]:
        if not _TALKS.isdisjoint(nouns.kinds(noun)):
            slots = {**phrases(tree, noun, "nmod"), **slots, "poss": nouns.owners(noun)}
    told = _add_objects(tree, verb, predicate, held, slots)
    if tree.kid(verb, "nsubj") is None and _on_themselves(nouns, slots):
        slots["s"] = ()
    content = infinitive if clause is None else clause
    if content is not None and not slots["o"]:
        own = tree.kid(content, "nsubj", "nsubj:pass")
        if own is None:  # hung on the verb above: "is demanding Chad give up the islands"
            own = next((k for k in tree.kids(verb, "nsubj") if verb < k < content), None)
        slots["clause"] = () if own is None else coordinated(tree, own)
    if infinitive is not None:
        slots["inf"] = _addressed(tree, nouns, infinitive)
    flags = _flags(tree, verb, slots) | _clause_flags(tree, clause)
    if clause is not None and "self" in flags:
        slots.setdefault("inf", _addressed(tree, nouns, clause))
    return Valency(
        verb, slots, told, infinitive, predicate, frozenset(flags), (verb,), clause=clause
    )


def _add_objects(
    tree: Parse,
    verb: int,
    predicate: int | None,
    held: tuple[int, ...],
    slots: dict[str, tuple[int, ...]],
) -> frozenset[str]:
    """Fills the slots of objects, where a parser may have hidden them, and gives the particles."""
    told = particles(tree, verb)
    doer = seen(tree, verb)
    given = tuple(k for k in tree.kids(verb, "iobj", "obj") if k not in held and k != doer)
    if not held and told and predicate is not None and tree.tokens[predicate].upos == "NOUN":
        held = (predicate,)
    if not held and (moved := _phrasal(tree, verb, slots)):
        told |= {moved}
        held = slots.pop(moved)
    if not held:  # "is pressuring lecturers to": who is addressed is the only object
        held, given = given, ()
    slots["o"], slots["i"] = spread(tree, held), spread(tree, given)
    return told


def _clause_flags(tree: Parse, clause: int | None) -> set[str]:
    """That there is a clause, whether it is about the speaker and of what is to come."""
    if clause is None:
        return set()
    subject = tree.kid(clause, "nsubj")
    own = subject is not None and tree.lemma(subject) in ("it", "they", "he", "she", "we", "i")
    auxiliaries = {tree.lemma(kid) for kid in tree.kids(clause, "aux")}
    ahead = bool(auxiliaries & {"will", "would", "shall"}) and "have" not in auxiliaries
    negated = any(tree.lemma(kid) in ("not", "n't", "never") for kid in tree.kids(clause, "advmod"))
    return {"that"} | ({"self"} if own else set()) | ({"ahead"} if ahead and not negated else set())


def _flags(tree: Parse, verb: int, slots: dict[str, tuple[int, ...]]) -> set[str]:
    told = {
        "ing": _gerund(tree, verb),
        "passive": is_passive(tree, verb),
        "plural": _plural(tree, slots["s"]),
        "reflexive": any(_reflexive(tree.tokens[kid].text) for kid in slots["o"]),
        "refused": _refused(tree, verb),
    }
    return {flag for flag, holds in told.items() if holds}


@rule("EVT-160")
def _on_themselves(nouns: Nouns, slots: dict[str, tuple[int, ...]]) -> bool:
    """True where who is taken for the doer is whom it is done to: "after Chad shot first, days
    after accusing Chad"."""
    doers, others = (
        {nouns.side(nouns.name_at[head]) for head in slots[slot] if head in nouns.name_at}
        for slot in ("s", "o")
    )
    return not doers.isdisjoint(others)


@rule("EVT-054")
def _reflexive(text: str) -> bool:
    return text.lower().endswith(("self", "selves"))


def _gerunds(tree: Parse, verb: int) -> Iterator[tuple[str, int]]:
    """Preposition and gerund under it: "charged with creating", "accused of shelling"."""
    for kid in tree.kids(verb, "advcl", "ccomp", "xcomp", "acl"):
        if tree.tokens[kid].xpos == "VBG":
            for mark in tree.kids(kid, "mark", "case"):
                yield tree.lemma(mark), kid


def _phrasal(tree: Parse, verb: int, slots: dict[str, tuple[int, ...]]) -> str:
    """The preposition right after a verb that is a particle: "laid down their arms"."""
    for case, heads in slots.items():
        behind = verb + 1 < len(tree.tokens) and tree.lemma(verb + 1) == case
        if behind and case in _PARTICLES and heads and tree.tokens[heads[0]].head == verb:
            return case
    return ""


def _complements(tree: Parse, verb: int) -> tuple[int | None, int | None, int | None]:
    """The infinitive, the clause, and the predicate of the object ("hostage")."""
    infinitive = predicate = None
    for kid in tree.kids(verb, "xcomp", "ccomp", "advcl"):
        marks = {tree.lemma(mark) for mark in tree.kids(kid, "mark")}
        complement = tree.tokens[kid].deprel != "advcl"
        if (
            "to" in marks
            and tree.tokens[kid].xpos != "VBG"
            and infinitive is None
            and (complement or tree.kid(verb, "ccomp") is None)
        ):
            infinitive = kid if complement or "in order" not in marks else None
        elif complement and tree.tokens[kid].upos not in VERBAL:
            predicate = kid
    return infinitive, tree.kid(verb, "ccomp"), predicate


@rule("EVT-055")
def _gerund(tree: Parse, verb: int) -> bool:
    return any(tree.tokens[kid].xpos == "VBG" for kid in tree.kids(verb, "xcomp", "ccomp", "advcl"))


def _addressed(tree: Parse, nouns: Nouns, infinitive: int) -> tuple[int, ...]:
    """Whom the act promised, refused or threatened would touch: "refused to meet the envoy"."""
    found = list(objects(tree, nouns, infinitive))
    around = phrases(tree, infinitive, "obl")
    for kid in found[:1]:
        around = {**phrases(tree, kid, "nmod"), **around}
    for case in _ADDRESSING:
        found += around.get(case, ())
    return tuple(at for at in found if nouns.actors(at))


@rule("EVT-056")
def _refused(tree: Parse, verb: int) -> bool:
    """True for "will not", "would not", but not "would not have"."""
    auxiliaries = {tree.lemma(kid) for kid in tree.kids(verb, "aux")}
    negated = any(tree.lemma(kid) in ("not", "n't", "never") for kid in tree.kids(verb, "advmod"))
    return negated and "have" not in auxiliaries and not auxiliaries.isdisjoint({"will", "would"})


@rule("EVT-057")
def _plural(tree: Parse, heads: tuple[int, ...]) -> bool:
    if len(heads) > 1:
        return True
    return any(
        tree.tokens[at].xpos in ("NNS", "NNPS") or tree.lemma(at) in ("they", "we", "both")
        for at in heads
    )


def noun_valency(tree: Parse, nouns: Nouns, noun: int) -> Valency:
    """The frame of an event noun, with what its support verb adds."""
    slots = {**_between(tree, nouns, noun), **beside(tree, nouns, noun)}
    if "by" not in slots:
        slots["by"] = _doers_behind(tree, nouns, noun)
    slots["poss"] = spread(tree, tuple(tree.kids(noun, "nmod:poss")))
    modifiers = [*tree.kids(noun, "amod", "compound", "nmod:desc", "nummod")]
    slots["mod"] = tuple(each for kid in modifiers for each in coordinated(tree, kid))
    slots["s"] = slots["o"] = slots["i"] = ()
    carriers = [noun]
    for verb, role in support(tree, noun):
        _add_support(tree, nouns, verb, role, slots)
        carriers.append(verb)
    if not slots["s"]:
        slots["s"] = _engaged(tree, nouns, noun) or _attending(tree, nouns, noun, slots)
    infinitive = next(
        (
            k
            for k in tree.kids(noun, "acl")
            if any(tree.lemma(m) == "to" for m in tree.kids(k, "mark"))
        ),
        None,
    )
    flags = {"plural"} if tree.tokens[noun].xpos in ("NNS", "NNPS") else set()
    if slots["poss"]:
        flags.add("poss")
    if any(True for _ in tree.kids(noun, "acl", "ccomp") if _ != infinitive):
        flags.add("that")
    told = frozenset(tree.lemma(kid) for kid in slots["mod"])
    return Valency(
        noun,
        slots,
        frozenset(),
        infinitive,
        None,
        frozenset(flags),
        tuple(carriers),
        told,
        tree.case(noun),
    )


def _engaged(tree: Parse, nouns: Nouns, noun: int) -> tuple[int, ...]:
    """Those who are in it by a "be": "the two are at war", "they were in talks"."""
    predicate = tree.kid(noun, "cop") is not None and tree.case(noun) in ("at", "in")
    return subjects(tree, nouns, noun) if predicate else ()


def _attending(
    tree: Parse, nouns: Nouns, noun: int, slots: dict[str, tuple[int, ...]]
) -> tuple[int, ...]:
    """Who does something in a meeting or call: "in a call with Lim, Petrov said"."""
    verb = tree.head(noun)
    if verb is None or tree.relation(noun) != "obl" or tree.tokens[verb].upos != "VERB":
        return ()
    return subjects(tree, nouns, verb) if _is_attended(tree, nouns, noun, slots) else ()


@rule("EVT-157")
def _is_attended(tree: Parse, nouns: Nouns, noun: int, slots: dict[str, tuple[int, ...]]) -> bool:
    """True for a meeting or call that is not told as that of others."""
    case, told_with = tree.case(noun), bool(slots.get("with"))
    of_others = (head for slot in ("poss", "mod", "between", "of") for head in slots.get(slot, ()))
    if "CONSULT" not in nouns.kinds(noun) or any(map(nouns.is_agent, of_others)):
        return False
    if case in words("event_order", "attended"):
        return True
    return told_with and case in words("event_order", "attended_with")


def _add_support(
    tree: Parse, nouns: Nouns, verb: int, role: str, slots: dict[str, tuple[int, ...]]
) -> None:
    for case, heads in phrases(tree, verb, "obl", "nmod", "obl:agent").items():
        if not (case == "by" and not any(nouns.actors(head) for head in heads)):
            slots.setdefault(case, heads)
    if role != "occur":
        slots["s" if role == "perform" else "o"] = subjects(tree, nouns, verb)
        slots["i"] = spread(tree, tuple(tree.kids(verb, "iobj")))
    slots.pop("by" if role == "perform" and slots["s"] else "", None)

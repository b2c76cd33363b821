"""What befell or was done to those a figure counts, as a lemma.

The words of the figure come first ("30 deaths"), then those right after it ("12 people dead"), then
the tree: the verb that governs what is counted, past nouns that only hold it ("a crew of 23").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from hearsay import ontology
from hearsay.rules import rule
from hearsay.syntax import Parse, Range

_HIGHEST = 6  # nouns between those counted and the verb that are followed
_BESIDE = 6  # words after a figure that may tell its state
_VERBAL = frozenset({"VERB", "AUX"})
_CLAUSES = ("acl", "acl:relcl")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: its tokens first:last, and those of what it counts, if any.

    `number` is the token of its numeral, or of the unit where there is one.
    """

    first: int
    last: int
    number: int
    phrase: range | None = None
    unit: str | None = None

    def top(self, tree: Parse) -> int:
        """The token that stands for the figure in the tree."""
        number = self.number
        above = tree.head(number)
        if above is not None and tree.tokens[above].upos == "SYM":
            number = above  # a currency's sign governs its number
        if self.phrase is None or not self.first <= self.phrase[-1] < self.last:
            return number
        noun = self.phrase[-1]
        if self.unit is not None:  # the aid of "$7 billion in aid" may hang elsewhere
            return noun if tree.below(number, noun) else number
        return number if tree.below(noun, number) else noun


def predicate_of(tree: Parse, place: Place) -> str | None:
    """The lemma of what befell or was done to those counted; None where nothing is told."""
    own = _own(tree, place) or _beside(tree, place) or _totalled(tree, place)
    if own is not None:
        return own
    if place.unit == "minutes" and tree.word(place.last) in _company("parting"):
        return None
    if place.unit == "minutes" and _lasts(tree, place):
        return "last"
    governing = _governing(tree, place)
    if governing in _framed():
        return governing
    clause = _clause(tree, place.top(tree))
    if clause in _framed():
        return clause
    told = _placed(tree, place) or governing or clause
    return told or _harmed_by(tree, place.first - 1) or _people(tree, place)


def _harmed_by(tree: Parse, verb: int) -> str | None:
    """The harm that a verb right before a number does, whatever the tree says of it."""
    if verb < 0 or tree.tokens[verb].xpos not in ("VBD", "VBG"):
        return None
    effect = _effect("verbs", tree.lemmas[verb])
    shared = verb > 1 and tree.tokens[verb - 1].upos == "CCONJ"
    shared = shared and tree.tokens[verb - 2].upos in _VERBAL
    return effect if effect in _company("hurting") and not shared else None


def _own(tree: Parse, place: Place) -> str | None:
    """The effect that the counted words name: 30 deaths, 150 dead people, displaced families."""
    if place.phrase is None:
        return None
    head = place.phrase[-1]
    told = _effect("nouns", tree.lemmas[head], tree.lowered[head])
    if told is not None:
        return told
    states = (_effect("states", tree.lowered[number]) for number in place.phrase[:-1])
    return next((state for state in states if state is not None), None)


def _beside(tree: Parse, place: Place) -> str | None:
    """The state told beside the figure: 12 people dead, 50 feared dead, shot dead 12 people."""
    before = _effect("states", tree.word(place.first - 1))
    if before is not None and _acts_on_what_follows(tree, place.first - 2):
        return before
    at, end = _after(tree, place)
    state = _effect("states", tree.lowered[at]) if at < end else None
    if at + 2 < end and tree.tokens[at + 1].upos == "CCONJ":
        second = _effect("states", tree.lowered[at + 2])
        if {state, second} <= _company("hurting") and state != second:
            return None  # "were killed and wounded"
    return state if state is not None and _is_state(tree, at, end) else None


@rule("QTY-111")
def _acts_on_what_follows(tree: Parse, number: int) -> bool:
    """True behind a verb, a comma or "and": a word of state there is a verb of its own.

    Not so in "killed and wounded 30", where two verbs share what follows.
    """
    if number < 0:
        return False
    token, before = tree.tokens[number], tree.tokens[number - 1]
    joined = token.upos == "CCONJ" and (number == 0 or before.upos not in _VERBAL)
    return joined or token.upos in _VERBAL or token.text == ","


def _after(tree: Parse, place: Place) -> Range:
    """The first token after the figure that may tell a state, and where the sentence ends."""
    end = tree.sentence_of(place.first)[1]
    at, stop = place.last, min(end, place.last + _BESIDE)
    while at < stop and tree.lowered[at] in _company("between"):
        at += 1
    return at, end


@rule("QTY-100")
def _is_state(tree: Parse, at: int, end: int) -> bool:
    """True where a word of state describes those before it and acts on nobody itself."""
    if tree.kid(at, "obj") is not None:
        return False
    following = at + 1
    noun = following < end and tree.tokens[following].upos in ("NOUN", "PROPN")
    return not (noun and tree.tokens[at].head == following)


def _placed(tree: Parse, place: Place) -> str | None:
    """The state that a preposition and a noun after the figure tell: in custody, on the ferry."""
    at, end = _after(tree, place)
    words = [
        word for word in tree.lowered[at : min(end, at + 3)] if word not in ("the", "a", "also")
    ]
    known: str | None = _table()["places"].get(" ".join(words[:2]))
    return known


def _people(tree: Parse, place: Place) -> str | None:
    """What befell people by the noun for them: victims, evacuees."""
    return None if place.phrase is None else _effect("people", tree.lemmas[place.phrase[-1]])


def _totalled(tree: Parse, place: Place) -> str | None:
    """Die for "the death toll rose to 23"; what "the number of missing" names for its number."""
    for at in tree.climb(place.top(tree)):
        if tree.tokens[at].upos in _VERBAL or tree.head(at) is None:
            subject = tree.dependent(at, "nsubj")
            verb = tree.lemmas[at] in _company("counting") or tree.kid(at, "cop") is not None
            return _toll(tree, subject) if verb and subject is not None else None
        if tree.head(at) is not None and tree.relations[at] == "nmod":
            holder = tree.tokens[at].head
            told = _toll(tree, holder)
            if told is not None:
                return told
    return None


def _toll(tree: Parse, noun: int) -> str | None:
    """What a noun of counting counts: a death toll, the number of wounded."""
    if tree.lemmas[noun] not in ontology.table("figure_company")["counts"]:
        return None
    for kid in tree.children[noun]:
        word = tree.lowered[kid]
        told = _effect("states", word) or _effect("nouns", tree.lemmas[kid], word)
        if told is not None:
            return told
        inner = next(
            (state for k in tree.children[kid] if (state := _effect("states", tree.lowered[k]))),
            None,
        )
        if inner is not None:
            return inner
    return "die" if tree.lemmas[noun] == "toll" else None


@rule("QTY-101")
def _lasts(tree: Parse, place: Place) -> bool:
    """True for a length of time that something takes: "a 20-minute call", "held for two years"."""
    unit = place.number
    before = tree.word(place.first - 1)
    return place.phrase is not None or tree.case(unit) == "for" or before == "for"


def _governing(tree: Parse, place: Place) -> str | None:
    """The predicate of the word that governs those counted."""
    at = place.top(tree)
    for _ in range(_HIGHEST):
        head = tree.head(at)
        if head is None:
            return None
        relation = tree.relations[at]
        if tree.tokens[head].upos in _VERBAL:
            return _by_verb(tree, at, head)
        if relation == "nsubj":
            return _by_predicate(tree, head)
        if relation in ("nmod", "obl") and not _held(tree, at, head):
            return _by_noun(tree, at, head)
        if relation not in ("nmod", "obl", "conj", "appos", "nummod", "compound", "flat", "dep"):
            return None
        at = head
    return None


@rule("QTY-102")
def _held(tree: Parse, at: int, head: int) -> bool:
    """True where a noun above those counted only holds them, or names them beside others."""
    case = tree.case(at)
    if case in _company("beside"):
        return True
    return case == "of" and (
        tree.lemmas[head] in _company("holders") or tree.tokens[head].upos == "NUM"
    )


def _by_noun(tree: Parse, at: int, noun: int) -> str | None:
    """The effect that a noun names on those that hang on it: deaths of 30, attacks on two towns."""
    case = tree.case(at)
    phrase: str | None = _table()["phrases"].get(f"{tree.lowered[noun]} {case}")
    if phrase is not None:
        return phrase
    told = _effect("nouns_of", tree.lemmas[noun]) if case in _company("by_of") else None
    if told is None and case in _company("by_on"):
        return _effect("nouns_on", tree.lemmas[noun])
    return told


def _by_verb(tree: Parse, at: int, verb: int) -> str | None:
    """The predicate of a verb that governs those counted at `at`."""
    relation = tree.relations[at]
    if relation not in ("nsubj", "obj", "iobj", "obl", "conj", "xcomp", "ccomp", "dep", "nmod"):
        return None
    case = tree.case(at) if relation == "obl" else ""
    phrase: str | None = _table()["phrases"].get(f"{tree.lemmas[verb]} {case}")
    if phrase is not None:
        return phrase
    agent = tree.tokens[at].deprel == "obl:agent"
    if case and not agent and case not in _company("onto") | _company("beside"):
        return None
    lower = _raised(tree, at, verb)
    if lower is not None:
        verb = lower
    if tree.tokens[verb].upos not in _VERBAL:
        return _by_predicate(tree, verb)
    effect = _verb_effect(tree, verb)
    if effect in _company("hurting") and (_does_it(tree, at, verb) or _is_shared(tree, verb)):
        return None
    return effect


@rule("QTY-112")
def _does_it(tree: Parse, at: int, verb: int) -> bool:
    """True where those counted do the harm: "15 men killed the writer"."""
    return tree.tokens[at].deprel == "nsubj" and tree.kid(verb, "obj") is not None


@rule("QTY-113")
def _is_shared(tree: Parse, verb: int) -> bool:
    """True where two harms are told of one number: "killed and wounded 30" is no toll of either."""
    head = tree.head(verb)
    joined = [verb, *tree.kids(verb, "conj")]
    if head is not None and tree.relation(verb) == "conj" and tree.tokens[head].upos in _VERBAL:
        joined.append(head)
    effects = {_verb_effect(tree, each) for each in joined if tree.tokens[each].upos in _VERBAL}
    objects = sum(tree.kid(each, "obj") is not None for each in joined)
    subjects = any(tree.tokens[kid].deprel == "nsubj:pass" for kid in tree.children[verb])
    return len(effects & _company("hurting")) > 1 and (objects == 1 or subjects)


def _raised(tree: Parse, at: int, verb: int) -> int | None:
    """The word under a raising verb that those counted belong to: reported *killed*."""
    if tree.lemmas[verb] not in _company("raising"):
        return None
    lower = tree.kid(verb, "xcomp")
    return lower if lower is not None and lower != at else None


def _by_predicate(tree: Parse, word: int) -> str | None:
    """What an adjective or a noun with a preposition says of its subject: dead, in custody, among
    those who fled."""
    state = _effect("states", tree.lowered[word])
    if state is not None:
        return state
    case = tree.case(word)
    if case == "among":
        return _clause(tree, word)
    if case in ("aboard", "on board"):
        return "aboard"
    known: str | None = _table()["places"].get(f"{case} {tree.lowered[word]}") if case else None
    return known


def _verb_effect(tree: Parse, verb: int) -> str | None:
    """The predicate that a verb tells with its particle and its complements; None for weak ones."""
    lemma = tree.lemmas[verb]
    particle = tree.kid(verb, "compound:prt")
    named = lemma if particle is None else f"{lemma} {tree.lowered[particle]}"
    for word in _complements(tree, verb):
        phrase: str | None = _table()["phrases"].get(f"{lemma} {word}")
        if phrase is not None:
            return phrase
    if lemma in _company("weak") and particle is None:
        return _left(tree, verb)
    return _effect("verbs", named, lemma) or named


def _complements(tree: Parse, verb: int) -> Iterator[str]:
    for kid in tree.children[verb]:
        if tree.relations[kid] in ("obj", "obl", "xcomp", "advmod", "nsubj", "amod"):
            yield tree.lemmas[kid]


def _left(tree: Parse, verb: int) -> str | None:
    """The state that a weak verb leaves somebody in: leaving homeless 12, found dead."""
    for kid in tree.children[verb]:
        if tree.relations[kid] in ("xcomp", "advmod", "obj", "amod", "dep"):
            state = _effect("states", tree.lowered[kid])
            if state is not None:
                return state
    return None


def _clause(tree: Parse, noun: int) -> str | None:
    """The predicate of a clause about those counted: "12 who died", "trucks burned by rebels"."""
    for kid in tree.kids(noun, *_CLAUSES):
        lower = _raised(tree, noun, kid)
        word = kid if lower is None else lower
        if tree.tokens[word].upos not in _VERBAL:
            return _by_predicate(tree, word)
        return _verb_effect(tree, word) if _tells_of(tree, kid) else None
    return None


@rule("QTY-103")
def _tells_of(tree: Parse, verb: int) -> bool:
    """True where a clause has the noun above it for its subject or its object."""
    if tree.lemmas[verb] in _company("raising") and tree.kid(verb, "xcomp") is None:
        return False
    subject = tree.dependent(verb, "nsubj")
    if tree.tokens[verb].deprel != "acl:relcl" or subject is None:
        return True
    relative = tree.tokens[subject].xpos in ("WDT", "WP")
    return relative or tree.kid(verb, "obj", "ccomp", "xcomp") is None


def _effect(part: str, *words: str) -> str | None:
    """The effect that the first known of the words tells, by that part of the table."""
    known = _known(part)
    return next((known[word] for word in words if word in known), None)


@cache
def _known(part: str) -> dict[str, str]:
    return {word: effect for effect, words in _table()[part].items() for word in words}


@cache
def _framed() -> frozenset[str | None]:
    """The predicates that the tables bring together: those that news count."""
    parts = ("verbs", "states", "nouns", "nouns_of")
    return frozenset(effect for part in parts for effect in _table()[part])


@cache
def _company(name: str) -> frozenset[str]:
    return frozenset(_table()["company"][name])


@cache
def _table() -> dict[str, Any]:
    return ontology.table("effects")

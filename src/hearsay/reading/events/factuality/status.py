"""Whether a thing told happened, is planned, denied or only thought of.

The order of the court: what denies wins over what supposes, that over threats and plans, those over
doubt, and all over what happened.
"""

from functools import cache
from typing import get_args

from hearsay.model.mention_vocabulary import WordStatus
from hearsay.model.vocabulary import Status
from hearsay.ontology import known_word, table
from hearsay.reading.events.arguments.control import VERBAL, is_passive, particles
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.rules import rule
from hearsay.syntax import Parse

_RANK: tuple[Status, ...] = (
    "denied",
    "hypothetical",
    "threatened",
    "planned",
    "unconfirmed",
    "ongoing",
    "happened",
)
_STATUSES: tuple[Status, ...] = ("denied", "hypothetical", "threatened", "planned", "unconfirmed")
_LISTS = ("strong", "clausal_only", "supposing")  # lists of a section that tell no status
PAST = ("VBD", "VBN")
_FREE = "advcl"
_DEEP = 4  # governors followed upwards
_INVERTED = ("had", "should", "were")
_MODALS = {"'d": "would", "’d": "would", "'ll": "will", "’ll": "will", "wo": "will", "ca": "can"}


def stronger(*statuses: Status | None) -> Status:
    """The status that wins; "happened" when none is told."""
    told: list[Status] = [status for status in statuses if status]
    return min(told, key=_RANK.index, default="happened")


@cache
def told_by(section: str, lemma: str) -> Status | None:
    """The status a word in a section of `modality.toml` gives, the section's own order first."""
    for status in _told_in(section):
        if lemma in words("modality", section, status):
            return status
    return None


@cache
def _told_in(section: str) -> tuple[Status, ...]:
    """The statuses that words of a section tell; ValueError where it has a list of another name."""
    allowed = (*get_args(WordStatus), *_LISTS)
    names = table("modality")[section]
    named = {known_word(name, allowed, "modality.toml", section) for name in names}
    return tuple(status for status in _STATUSES if status in named)


def verb_status(tree: Parse, verb: int, depth: int = 0) -> Status:
    """The status of what a verb tells, by its own clause and what that hangs on."""
    own = _own(tree, verb)
    if own == "hypothetical" or depth > _DEEP:
        return own
    above = _above(tree, verb, depth)
    if own == "denied":  # "urged it not to attack" says nothing of an attack
        return "hypothetical" if above == "hypothetical" else own
    return stronger(own, above)


def outer_status(tree: Parse, verb: int) -> Status:
    """The status a verb has by what it hangs on, its own negation left out."""
    return stronger(_above(tree, verb, 0))


def _own(tree: Parse, verb: int) -> Status:
    """By negation, auxiliaries, tense and adverbs in the verb's own clause."""
    told: list[Status | None] = []
    for kid in tree.children[verb]:
        token = tree.tokens[kid]
        relation = token.deprel
        if relation in ("aux", "cop"):
            told.append(auxiliary(tree, verb, kid))
        elif relation == "advmod" or (relation == "det" and tree.lemma(kid) == "no"):
            told.append(None if _not_only(tree, kid) else told_by("modifiers", tree.lemma(kid)))
        elif relation in ("mark", "cc:preconj", "case"):
            told.append(told_by("marks", tree.lemma(kid)))
        elif tree.relation(kid) in ("nsubj", "obj") and _empty(tree, kid):
            told.append("denied")
    if _imperative(tree, verb) or _inverted(tree, verb):
        told.append("hypothetical")
    return "hypothetical" if _warned_off(tree, verb) else stronger(*told)


@rule("EVT-244")
def _warned_off(tree: Parse, verb: int) -> bool:
    """True for what should or may not be: it is asked or guessed, and not told, that it is not."""
    told = {tree.lemma(kid) for kid in tree.kids(verb, "aux")}
    asked = not told.isdisjoint(words("modality", "duty") | words("modality", "chance"))
    return asked and "have" not in told


@rule("EVT-030")
def _not_only(tree: Parse, adverb: int) -> bool:
    """ "It is not just that the bank failed": what is not the whole story is no denial."""
    after = adverb + 1
    if tree.lemma(adverb) not in ("not", "n't") or after >= len(tree.tokens):
        return False
    return tree.lemma(after) in words("modality", "not_only")


@rule("EVT-031")
def _inverted(tree: Parse, verb: int) -> bool:
    """ "Had Egypt closed the strait", "do you support the ban?": a condition or a question."""
    first = tree.low[verb]
    while first < verb and tree.tokens[first].upos in ("PUNCT", "CCONJ"):
        first += 1
    if tree.tokens[first].deprel not in ("aux", "aux:pass") or tree.tokens[first].head != verb:
        return False
    subject = tree.kid(verb, "nsubj", "nsubj:pass")
    if subject is None or not first < subject < verb:
        return False
    return tree.word(first) in _INVERTED or _asked(tree, verb)


@rule("EVT-032")
def _asked(tree: Parse, verb: int) -> bool:
    """True in a sentence that ends with a question mark."""
    top = next((at for at in tree.climb(verb) if tree.head(at) is None), verb)
    last = tree.high[top]
    return any(
        tree.tokens[at].text == "?" for at in range(last - 1, min(last + 1, len(tree.tokens)))
    )


def auxiliary(tree: Parse, verb: int, aux: int) -> Status | None:
    """The status an auxiliary gives its verb, or the noun it stands before with "be"."""
    token = tree.tokens[aux]
    form = _MODALS.get(token.text.lower(), token.text.lower())
    if tree.lemma(aux) == "be" and tree.tokens[verb].xpos == "VBG":
        return "ongoing" if token.xpos not in ("VBD", "VB") else None
    if tree.lemma(aux) == "be" and any(tree.lemma(kid) == "to" for kid in tree.kids(verb, "mark")):
        return "planned"
    if token.xpos != "MD":
        return None
    if form == "would" and _future_in_past(tree, verb):
        return "planned"
    return told_by("auxiliaries", form)


@rule("EVT-033")
def _future_in_past(tree: Parse, verb: int) -> bool:
    """ "said it would withdraw": a plan seen from the past, unless a condition stands by."""
    if _conditional(tree, verb) or any(tree.lemma(kid) == "have" for kid in tree.kids(verb, "aux")):
        return False
    for at in tree.climb(verb):
        head = tree.head(at)
        if head is None:
            return any(
                tree.lemma(kid) in words("modality", "future_in_past", "speech")
                for kid in tree.kids(at, "parataxis")
            )
        if tree.tokens[at].deprel == "ccomp":
            return tree.lemma(head) in words("modality", "future_in_past", "speech")
        if tree.tokens[at].deprel not in ("conj", "xcomp", "parataxis"):
            return False
    return False


@rule("EVT-034")
def _conditional(tree: Parse, verb: int) -> bool:
    """True where a condition hangs on the verb or its complement: "would have to leave if"."""
    return any(
        told_by("marks", tree.lemma(mark))
        for at in (verb, *tree.kids(verb, "xcomp"))
        for kid in tree.kids(at, "advcl")
        for mark in tree.kids(kid, "mark")
    )


@rule("EVT-035")
def _empty(tree: Parse, noun: int) -> bool:
    """ "no injuries", "nobody", "none of the missiles"."""
    if tree.lemma(noun) in ("nobody", "none", "nothing", "neither"):
        return True
    return any(tree.lemma(kid) in ("no", "neither") for kid in tree.kids(noun, "det"))


@rule("EVT-036")
def _imperative(tree: Parse, verb: int) -> bool:
    token = tree.tokens[verb]
    if token.xpos != "VB" or token.deprel not in ("root", "ccomp", "parataxis"):
        return False
    return tree.kid(verb, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark") is None


def _above(tree: Parse, verb: int, depth: int) -> Status | None:
    """What the word the clause hangs on makes of it."""
    token = tree.tokens[verb]
    head = tree.head(verb)
    if head is None:
        return None
    if token.deprel == "conj":
        shared = token.xpos in ("VB", "VBN", "VBG") and tree.kid(verb, "nsubj") is None
        marks = {tree.lemma(kid) for kid in tree.kids(verb, "mark")}
        bare = shared and tree.kid(verb, "aux") is None and marks <= {"to"}
        return (
            verb_status(tree, head, depth + 1)
            if bare and tree.tokens[head].upos == "VERB"
            else None
        )
    if _is_ready(tree, head):
        return None if tree.tokens[head].upos == "VERB" else "hypothetical"
    if token.deprel in ("xcomp", "ccomp", "csubj"):
        told = _governed(tree, head, depth)
        return None if told == "planned" and _reported(tree, verb, head) else told
    if token.deprel == "acl":
        return _after_noun(tree, verb, head, depth)
    if token.deprel.startswith(_FREE):
        return _adverbial(tree, verb, head, depth)
    return None


@rule("EVT-300")
def _is_ready(tree: Parse, head: int) -> bool:
    """True for who is not held back: "did not hesitate to condemn", "is not afraid to condemn"."""
    return tree.lemma(head) in words("modality", "reluctant") and _own(tree, head) == "denied"


@rule("EVT-037")
def _reported(tree: Parse, verb: int, head: int) -> bool:
    """ "told him that it attacked": a statement, not an order or a promise to."""
    finite = not any(tree.lemma(kid) == "to" for kid in tree.kids(verb, "mark"))
    spoken = tree.lemma(head) in words("modality", "future_in_past", "speech")
    return finite and spoken and tree.tokens[verb].deprel == "ccomp"


def _adverbial(tree: Parse, verb: int, head: int, depth: int) -> Status | None:
    marks = {tree.lemma(kid) for kid in tree.kids(verb, "mark")}
    if "to" in marks:
        if tree.tokens[head].upos == "ADJ":
            return told_by("adjectives", tree.lemma(head)) or "hypothetical"
        governed = governor(tree, head)
        if governed is not None and governed != "transparent":
            return governed
        means = verb_status(tree, head, depth + 1)
        return means if _runs_on(tree, head) else _purpose(means)
    if "without" in marks:
        return "denied"
    if tree.tokens[verb].xpos == "VBG" and marks & {
        "of",
        "for",
        "from",
        "with",
        "against",
        "about",
    }:
        return _governed(tree, head, depth, marks)
    if tree.tokens[verb].xpos in ("VBG", "VBN") and not marks:
        return verb_status(tree, head, depth + 1)
    if tree.tokens[verb].xpos == "VBG" and marks & words("modality", "alongside"):
        would = any(tree.lemma(kid) == "would" for kid in tree.kids(head, "aux"))
        return _alongside("hypothetical" if would else verb_status(tree, head, depth + 1), marks)
    return None


def _alongside(means: Status, marks: set[str]) -> Status | None:
    """What the main clause makes of "by doing" and "after doing": a means is as real as its end,
    what went before is as doubtful."""
    if means == "unconfirmed":
        return means
    by = not marks.isdisjoint(words("modality", "means"))
    return means if by and means in ("hypothetical", "planned", "threatened") else None


@rule("EVT-038")
def _runs_on(tree: Parse, head: int) -> bool:
    """ "Went on to seize": no purpose but what came of it."""
    forms = {f"{tree.lemma(head)}+{each}" for each in particles(tree, head)}
    listed = words("modality", "running_on")
    return bool(forms & listed) or (tree.lemma(head) in listed and not tree.kid(head, "obj"))


def _purpose(means: Status) -> Status:
    """What an act is done for: to come with an act to come, else no more than meant."""
    return means if means in ("planned", "threatened") else "hypothetical"


def governor(
    tree: Parse, head: int, cases: frozenset[str] | set[str] = frozenset()
) -> WordStatus | None:
    """What a governing word says of the event that hangs on it: a status, "transparent" or None."""
    lemma = tree.lemma(head)
    forms = [f"{lemma}+{extra}" for extra in sorted({*particles(tree, head), *cases})]
    if is_passive(tree, head):
        forms.append(f"{lemma}+passive")
    section = "adjectives" if tree.tokens[head].upos == "ADJ" else "governors"
    told = (_effect(section, form) for form in (*forms, lemma))
    return next((effect for effect in told if effect is not None), None)


def _effect(section: str, form: str) -> WordStatus | None:
    transparent = form in words("modality", section, "transparent")
    return told_by(section, form) or ("transparent" if transparent else None)


def _governed(
    tree: Parse, head: int, depth: int, cases: frozenset[str] | set[str] = frozenset()
) -> Status | None:
    """A governor's effect, with the governor's own status: "may try to", "did not agree to"."""
    told = governor(tree, head, cases)
    if tree.tokens[head].upos not in (*VERBAL, "ADJ"):
        return told_by("nouns", tree.lemma(head))
    if told is None or told == "transparent":
        return verb_status(tree, head, depth + 1)
    above = verb_status(tree, head, depth + 1)
    if above == "denied":
        clause = tree.kid(head, "ccomp") is not None
        return "hypothetical" if told == "denied" or clause else "denied"
    under_way = tree.tokens[head].xpos == "VBG"  # "believed Iran was preparing to attack"
    if told == "planned" and above == "unconfirmed" and not under_way:
        return above  # "claims that he planned to invade"
    doubtful = above in ("planned", "threatened") and told == "denied"
    return "hypothetical" if doubtful or above == "hypothetical" else told


def _after_noun(tree: Parse, verb: int, noun: int, depth: int) -> Status | None:
    """ "a plan to attack", "accusations of shelling"; a participle tells of what happened."""
    marks = {tree.lemma(kid) for kid in tree.kids(verb, "mark")}
    clause = tree.tokens[verb].xpos not in ("VBG", "VBN") or tree.kid(verb, "aux") is not None
    told = told_by("nouns", tree.lemma(noun)) if marks or clause else None
    if told is None:
        afraid = _of_concern(tree, noun)
        return "hypothetical" if "to" in marks or (not clause and afraid) else None
    done = "to" not in marks or any(tree.lemma(kid) == "have" for kid in tree.kids(verb, "aux"))
    if told == "unconfirmed" and (_empty(tree, noun) or not done):
        return "hypothetical"  # "no evidence that he fled" leaves open whether he did
    # Who rejects a call to strike does not say that nobody struck.
    return "denied" if told != "hypothetical" and _undone(tree, noun, depth) else told


@rule("EVT-245")
def _of_concern(tree: Parse, noun: int) -> bool:
    """True for those of whom somebody is worried that they do it: "worried about him leaving"."""
    head = tree.head(noun)
    if head is None or tree.tokens[noun].deprel != "obl":
        return False
    return tree.lemma(head) in words("modality", "worried") and tree.case(noun) in ("about", "of")


@rule("EVT-039")
def _undone(tree: Parse, noun: int, depth: int) -> bool:
    """True for plans and reports that come to nothing: "no plan to", "plans were cancelled"."""
    if _empty(tree, noun):
        return True
    head = tree.head(noun)
    if head is None or tree.tokens[noun].deprel not in ("obj", "nsubj:pass"):
        return False
    return governor(tree, head) == "denied" and verb_status(tree, head, depth + 1) == "happened"

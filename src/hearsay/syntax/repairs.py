"""Heads as they should be: every reattachment, made once for whoever reads the trees.

A repair takes the tokens, their heads so far and what else is known, and gives the heads it
changes. `REPAIRS` says in which order: each may rely on those before it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from hearsay.model import Analysis, Span, Token
from hearsay.ontology import table

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DEEPEST = 4  # verbs coordinated with verbs are followed no further
_BE = frozenset({"be", "am", "is", "are", "was", "were", "'s", "'re", "’s", "’re"})
_DO = frozenset({"do", "does", "did"})
_GOVERNED = frozenset({"ccomp", "xcomp", "obj", "iobj"})
_SPEAKING = ("anonymous", "office", "institution", "document")

Heads = Sequence[int]
Moved = Mapping[int, int]
Lists = Sequence[Sequence[int]]


def repaired(analysis: Analysis, lemmas: Sequence[str], dateline: Span | None) -> list[int]:
    """The head of each token, its own number for a root."""
    heads = [token.head for token in analysis.tokens]
    for repair in REPAIRS:
        for number, head in repair(analysis, lemmas, heads, dateline).items():
            heads[number] = head
    return heads


def children_of(heads: Heads) -> list[list[int]]:
    """What hangs on each token, in the order of the text."""
    children: list[list[int]] = [[] for _ in heads]
    for number, head in enumerate(heads):
        if head != number:
            children[head].append(number)
    return children


def _astray(
    analysis: Analysis, lemmas: Sequence[str], heads: Heads, dateline: Span | None
) -> Moved:
    """Tokens whose head lies outside their sentence, or that are in none, become roots."""
    found = {number: number for number in range(len(heads))}
    for sentence in analysis.sentences:
        for number in range(sentence.first, sentence.last):
            if sentence.first <= heads[number] < sentence.last:
                del found[number]
    return found


def _circles(
    analysis: Analysis, lemmas: Sequence[str], heads: Heads, dateline: Span | None
) -> Moved:
    """Tokens from which no root is reached become roots."""
    children = children_of(heads)
    order = [number for number, head in enumerate(heads) if head == number]
    for number in order:  # grows as it is walked
        order.extend(children[number])
    return {number: number for number in set(range(len(heads))).difference(order)}


def _dateline(
    analysis: Analysis, lemmas: Sequence[str], heads: Heads, dateline: Span | None
) -> Moved:
    """A dateline's city is no subject: its words and those behind it hang on nothing across."""
    if dateline is None:
        return {}
    inside = [dateline.start <= token.start < dateline.end for token in analysis.tokens]
    across = (number for number, head in enumerate(heads) if inside[number] != inside[head])
    return {number: number for number in across}


def _going_on(
    analysis: Analysis, lemmas: Sequence[str], heads: Heads, dateline: Span | None
) -> Moved:
    """Verbs joined inside what is told that go on with the telling are hung on the telling.

    In "told the council that the town was building a clinic and ordered a quarantine" parsers hang
    "ordered" on "building", and the town orders. The forms of the verbs show that it goes with
    "told".
    """
    tokens = analysis.tokens
    joined = [
        number
        for number, token in enumerate(tokens)
        if token.deprel == "conj" and token.xpos in _FINITE and heads[number] < number
    ]
    told = (number for number in joined if lemmas[number] in _telling_verbs())
    children = children_of(heads) if joined else []
    above = {n: _telling(tokens, lemmas, (heads, children), n) for n in told}
    return {number: head for number, head in above.items() if head is not None}


Repair = Callable[[Analysis, Sequence[str], Heads, Span | None], Moved]
REPAIRS: tuple[Repair, ...] = (
    _astray,  # first: every later one looks heads up and counts on finding them
    _circles,  # before any that climbs
    _dateline,  # before verbs are hung anew: none may be hung on a dateline's word
    _going_on,  # last: it hangs a verb on one above it, and so makes no circle
)


def _telling(
    tokens: Sequence[Token], lemmas: Sequence[str], tree: tuple[Heads, Lists], verb: int
) -> int | None:
    """The verb of telling that `verb` goes on with, None where it is part of what is told."""
    heads, children = tree
    kids = {tokens[kid].deprel.partition(":")[0] for kid in children[verb]}
    if "nsubj" in kids or "aux" in kids or "cc" not in kids:
        return None
    if not kids & _GOVERNED and not _phrasal(tokens, lemmas, children, verb):
        return None
    inner = heads[verb]
    for _ in range(_DEEPEST):
        if tokens[inner].deprel != "conj":
            break
        inner = heads[inner]
    above = heads[inner]
    told = tokens[inner].deprel == "ccomp" and above < inner and lemmas[above] in _telling_verbs()
    if not told or _past(tokens, children[above], above) != tokens[verb].xpos:
        return None
    return above if _unlike(tokens, lemmas, children[heads[verb]], (heads[verb], verb)) else None


# no rule: look-up of a verb and its preposition in the table of cues
def _phrasal(tokens: Sequence[Token], lemmas: Sequence[str], children: Lists, verb: int) -> bool:
    """True for a cue of two words with what it governs: "called for an inquiry"."""
    below = [kid for kid in children[verb] if tokens[kid].deprel == "obl"]
    cases = [tokens[n].text.lower() for kid in below for n in children[kid] if n < kid]
    return any(f"{lemmas[verb]} {case}" in _cue_phrases() for case in cases)


def _past(tokens: Sequence[Token], below: Sequence[int], verb: int) -> str:
    """The form of a verb of telling; "has said" goes on as "said" does."""
    perfect = any(tokens[kid].text.lower() in ("has", "have") for kid in below)
    return "VBD" if tokens[verb].xpos == "VBN" and perfect else tokens[verb].xpos


def _unlike(
    tokens: Sequence[Token], lemmas: Sequence[str], below: Sequence[int], pair: tuple[int, int]
) -> bool:
    """True when the verb does not go with the one told: of another form, or its subject is mute."""
    inner, verb = pair
    kids = {tokens[kid].deprel: kid for kid in reversed(below)}
    helper = kids.get("aux", kids.get("aux:pass"))
    if helper is not None:
        word = tokens[helper].text.lower()
        if tokens[helper].xpos == "MD" or (word in _BE and tokens[inner].xpos == "VBG"):
            return True
        if word in _DO:  # "said it does not agree and called for": the forms differ
            return tokens[helper].xpos != tokens[verb].xpos
    elif "cop" not in kids and tokens[inner].xpos != tokens[verb].xpos:
        return tokens[inner].xpos in _FINITE
    subject = kids.get("nsubj", kids.get("nsubj:pass"))
    if subject is None:
        return False
    if tokens[subject].upos == "PRON":
        return helper is not None or "cop" in kids
    return tokens[subject].upos == "NOUN" and lemmas[subject] not in _speakers()


@cache
def _telling_verbs() -> frozenset[str]:
    return frozenset(
        word.strip() for row in table("cues")["verbs"] for word in row["lemmas"].split(",")
    )


@cache
def _cue_phrases() -> frozenset[str]:
    rows = table("cues")["phrases"]
    return frozenset(words.strip() for row in rows for words in row["words"].split(","))


@cache
def _speakers() -> frozenset[str]:
    cells = (table("anonymity")[kind] for kind in _SPEAKING)
    return frozenset(word.strip() for cell in cells for word in cell.split(","))

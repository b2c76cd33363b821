"""Verbs joined inside what is told that go on with the telling, hung on the telling.

In "told the council that the town was building a clinic and ordered a quarantine" parsers hang
"ordered" on "building", and the town orders. The forms of the verbs show that it goes with "told".
"""

from collections.abc import Sequence
from dataclasses import replace

from hearsay.model import Analysis, Token
from hearsay.ontology import table
from hearsay.reading.statements.cues import listed, verbs
from hearsay.reading.statements.forms import noun_forms, verb_forms

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DEEPEST = 4
_BE = frozenset({"be", "am", "is", "are", "was", "were", "'s", "'re", "’s", "’re"})
_GOVERNED = frozenset({"ccomp", "xcomp", "obj", "iobj"})
_SPEAKING = ("anonymous", "office", "institution", "document")


def rejoined(analysis: Analysis) -> Analysis:
    """The analysis with these verbs hung on the telling, for whoever reads its trees."""
    tokens = list(analysis.tokens)
    children: list[list[int]] = [[] for _ in tokens]
    for sentence in analysis.sentences:
        for number in range(sentence.first, sentence.last):
            head = tokens[number].head
            if not sentence.first <= head < sentence.last:
                tokens[number] = replace(tokens[number], head=number)
            elif head != number:
                children[head].append(number)
    moved = rehung(tokens, children)
    for number, head in moved.items():
        tokens[number] = replace(tokens[number], head=head)
    return replace(analysis, tokens=tuple(tokens)) if moved else analysis


def rehung(tokens: Sequence[Token], children: Sequence[Sequence[int]]) -> dict[int, int]:
    """The new head, a verb of telling, of each verb that goes on with a telling."""
    found = {}
    for number, token in enumerate(tokens):
        if token.deprel == "conj" and token.xpos in _FINITE and token.head < number:
            above = _telling(tokens, children, number)
            if above is not None:
                found[number] = above
    return found


def _telling(tokens: Sequence[Token], children: Sequence[Sequence[int]], verb: int) -> int | None:
    """The verb of telling that `verb` goes on with, None where it is part of what is told."""
    kids = {tokens[kid].deprel.partition(":")[0]: kid for kid in children[verb]}
    if "nsubj" in kids or "aux" in kids or "cc" not in kids or not kids.keys() & _GOVERNED:
        return None
    if _verb(tokens[verb]) not in verbs():
        return None
    inner = tokens[verb].head
    for _ in range(_DEEPEST):
        if tokens[inner].deprel != "conj":
            break
        inner = tokens[inner].head
    above = tokens[inner].head
    told = tokens[inner].deprel == "ccomp" and above < inner and _verb(tokens[above]) in verbs()
    if not told or tokens[above].xpos != tokens[verb].xpos:
        return None
    return above if _unlike(tokens, children, tokens[verb].head, verb) else None


def _unlike(
    tokens: Sequence[Token], children: Sequence[Sequence[int]], inner: int, verb: int
) -> bool:
    """True when the verb does not go with the one told: of another form, or its subject is mute."""
    kids = {tokens[kid].deprel: kid for kid in reversed(children[inner])}
    helper = kids.get("aux", kids.get("aux:pass"))
    if helper is not None:
        word = tokens[helper].text.lower()
        if tokens[helper].xpos == "MD" or (word in _BE and tokens[inner].xpos == "VBG"):
            return True
    elif "cop" not in kids and tokens[inner].xpos != tokens[verb].xpos:
        return tokens[inner].xpos in _FINITE
    subject = next((kids[name] for name in ("nsubj", "nsubj:pass") if name in kids), None)
    if subject is None:
        return False
    if tokens[subject].upos == "PRON":
        return helper is not None or "cop" in kids
    return tokens[subject].upos == "NOUN" and not _speaks(tokens[subject])


def _verb(token: Token) -> str:
    return verb_forms().get(token.text.lower()) or token.lemma.lower()


def _speaks(token: Token) -> bool:
    lemma = noun_forms().get(token.text.lower()) or token.lemma.lower()
    return any(lemma in listed(table("anonymity")[kind]) for kind in _SPEAKING)

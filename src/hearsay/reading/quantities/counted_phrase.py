"""The noun phrase that a number counts, from tags and tree together.

The tags say how far a phrase can reach, the tree which of its nouns is the head: either alone is
wrong too often right after a number.
"""

from collections.abc import Sequence
from functools import cache

from hearsay import ontology
from hearsay.model import Token
from hearsay.reading.quantities.numerals import read_numeral
from hearsay.rules import rule

_NOUNS = ("NOUN", "PROPN")
_INSIDE = ("NOUN", "PROPN", "ADJ", "SYM")
_HYPHENS = ("-", "–", "‑", "‐")
_PARTICIPLES = ("VBN", "VBG", "VBD")
_SKIPPED = frozenset(["more", "other", "further", "additional", "such", "different", "separate"])
_QUOTES = frozenset({'"', "“", "‘", "'", "``"})
_LONGEST = 10


def counted_range(
    tokens: Sequence[Token], at: int, last: int, number: int, root: int | None = None
) -> tuple[int, int] | None:
    """Tokens first:last of the noun phrase at `at`, without what only adds to the number.

    `number` is the token whose head in the tree says where the phrase ends: the numeral, or after
    "of" the phrase's own first; `root` is the numeral where it is another.
    """
    while at < last and tokens[at].text.lower() in _SKIPPED | _QUOTES:
        at += 1
    end = _end(tokens, at, last, number)
    if end is None:
        return None
    return at, _joined(tokens, at, end, (last, number if root is None else root))


def after_of(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """Where the noun phrase begins after "of" and its determiners; None without an "of"."""
    if at >= last or tokens[at].text.lower() != "of":
        return None
    at += 1
    while at < last and (tokens[at].upos == "DET" or tokens[at].xpos in ("PRP$", "PDT")):
        at += 1
    return at


def _end(tokens: Sequence[Token], at: int, last: int, number: int) -> int | None:
    """Where the phrase at `at` ends: after its head noun; None when there is no noun."""
    reach = _reach(tokens, at, last)
    nouns = [n for n in range(at, reach) if tokens[n].upos in _NOUNS]
    if not nouns:
        return None
    head = tokens[number].head
    if head in nouns:
        while (
            tokens[head].deprel in ("compound", "nmod:poss", "flat") and tokens[head].head in nouns
        ):
            if tokens[head].head <= head:
                break
            head = tokens[head].head
        return head + 1
    return _first_whole(tokens, nouns) + 1


def _first_whole(tokens: Sequence[Token], nouns: Sequence[int]) -> int:
    """The last noun of the first run of nouns; a plural ends the run unless it is a compound's."""
    for number, noun in enumerate(nouns):
        following = nouns[number + 1] if number + 1 < len(nouns) else None
        if following != noun + 1:
            return noun
        plural = tokens[noun].xpos in ("NNS", "NNPS")
        if plural and not (tokens[noun].deprel == "compound" and tokens[noun].head > noun):
            return noun
    return nouns[-1]


def _reach(tokens: Sequence[Token], at: int, last: int) -> int:
    """How far the tags let the phrase go."""
    stop = min(last, at + _LONGEST)
    here = at
    while here < stop and _belongs(tokens, here, stop):
        here += 1
    return here


@rule("QTY-010")
def _belongs(tokens: Sequence[Token], at: int, stop: int) -> bool:
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < stop else None
    if token.upos in _INSIDE:
        return token.text not in ("$", "£", "€")
    if token.upos == "NUM" and token.text.isalpha():
        return read_numeral((token,), 0, 1) is None and following is not None
    if token.text in _HYPHENS:
        return following is not None and following.start == token.end
    if following is None:
        return False
    modified = following.upos in _INSIDE or following.text in _HYPHENS
    if token.upos == "VERB" and token.xpos in _PARTICIPLES:
        return modified and following.upos != "PROPN"
    if token.upos == "ADV":
        return following.upos == "ADJ" or following.xpos in _PARTICIPLES
    if token.text.lower() in ("and", "or", ","):
        return tokens[at - 1].upos == "ADJ" and following.upos == "ADJ" and at + 2 < stop
    return token.text in ("'s", "’s", "'", "’") and modified


def _joined(tokens: Sequence[Token], at: int, end: int, bounds: tuple[int, int]) -> int:
    """The end with what is counted together: drones *and missiles*, members *of parliament*.

    `bounds` are the sentence's end and the numeral, on which the tree may hang the second noun.
    """
    last, number = bounds
    head = end - 1
    if tokens[head].text.lower() in partitives() and end < last:
        start = after_of(tokens, end, last)
        material = start == end + 1 and start < last and tokens[start].upos in ("NOUN", "ADJ")
        inner = _end(tokens, start, last, start) if start is not None and material else None
        if inner is not None:
            return inner
    ends = [end]
    while ends[-1] + 1 < last:
        joint = tokens[ends[-1]].text.lower()
        further = _further(tokens, range(number, ends[-1]), last)
        if further is None:
            break
        ends.append(further)
        if joint in ("and", "or"):
            return further if _alike(tokens, ends) else end
    return end


def _further(tokens: Sequence[Token], so_far: range, last: int) -> int | None:
    """Where the next noun of a list ends, when a joint word and the tree bind it to the list."""
    start = so_far.stop + 1
    if tokens[so_far.stop].text.lower() not in ("and", "or", ","):
        return None
    if tokens[start].upos not in ("NOUN", "ADJ"):
        return None
    further = _end(tokens, start, last, start)
    return further if further is not None and _conjoined(tokens, further - 1, so_far) else None


@rule("QTY-011")
def _alike(tokens: Sequence[Token], ends: Sequence[int]) -> bool:
    """True when all nouns of a list are plural or none is: 12 trucks, spare parts and sulphur."""
    return len({tokens[end - 1].xpos in ("NNS", "NNPS") for end in ends}) == 1


@rule("QTY-012")
def _conjoined(tokens: Sequence[Token], noun: int, phrase: range) -> bool:
    token = tokens[noun]
    return token.deprel == "conj" and token.head in phrase and token.upos == "NOUN"


@cache
def partitives() -> frozenset[str]:
    return frozenset(ontology.table("figure_company")["partitives"])

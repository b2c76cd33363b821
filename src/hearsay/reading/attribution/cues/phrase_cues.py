"""Attributions told without a verb of telling: "according to", "reportedly", "the claim that"."""

from collections.abc import Iterator
from functools import cache

from hearsay.model.vocabulary import Act
from hearsay.ontology import table
from hearsay.reading.attribution.candidate import (
    MOST_CUES,
    AttributionCandidate,
    pieces,
    stretch,
    union,
)
from hearsay.reading.attribution.cues.cue_tables import act_of, nouns, words
from hearsay.reading.attribution.cues.modality import negated
from hearsay.reading.attribution.sources.embedded import citing
from hearsay.reading.attribution.sources.subjects import speaker
from hearsay.rules import rule
from hearsay.syntax import Parse, Range

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def phrase_candidates(tree: Parse) -> Iterator[AttributionCandidate]:
    """Candidates of prepositions, hedging adverbs and cue nouns, in the order of the text."""
    sentence, count = -1, 0
    for number in range(len(tree.tokens)):
        found = _phrase(tree, number)
        if found is None:
            continue
        count = count + 1 if tree.sentence[number] == sentence else 1
        sentence = tree.sentence[number]
        if count <= MOST_CUES:
            yield found


def _phrase(tree: Parse, number: int) -> AttributionCandidate | None:
    lower = tree.word(number)
    if lower in _prepositions():
        for phrase, act in _prepositions()[lower]:
            last = number + len(phrase)
            if tree.lowered[number:last] == phrase:
                return _according(tree, number, last, act)
    elif lower in words("hedges", "adverbs"):
        return _hedge(tree, number)
    elif tree.tokens[number].upos == "NOUN" and tree.lemma(number) in nouns():
        return _noun(tree, number)
    return None


@cache
def _prepositions() -> dict[str, list[tuple[tuple[str, ...], Act]]]:
    found: dict[str, list[tuple[tuple[str, ...], Act]]] = {}
    for row in table("cues")["according"]:
        phrase = tuple(row["words"].split())
        found.setdefault(phrase[0], []).append((phrase, act_of(row, "words")))
    return found


# --- according to --------------------------------------------------------------------------


def _according(tree: Parse, first: int, last: int, act: Act) -> AttributionCandidate | None:
    source = _governed(tree, first, last)
    if source is None:
        return None
    cited = tuple(citing(tree, source))
    contents = _accorded(tree, source, first)
    if not contents:
        return None
    return AttributionCandidate(
        head=first,
        cue=(first, last),
        source=source,
        contents=contents,
        act=act,
        frame="according",
        cited=cited,
    )


def _governed(tree: Parse, first: int, last: int) -> int | None:
    """The noun that the words first:last govern."""
    if last >= len(tree.tokens):
        return None
    for number in (first, last - 1):
        head = tree.tokens[number].head
        if tree.tokens[number].deprel in ("case", "mark") and head >= last:
            return head
        below = [kid for kid in tree.dependents(number, "obl", "obj", "nmod") if kid >= last]
        if below:
            return below[0]
    at = last
    end = tree.sentence_of(first)[1]
    while at < end:
        token = tree.tokens[at]
        if token.upos in ("NOUN", "PROPN", "PRON") and not last <= token.head < end:
            return at
        if token.upos in ("NOUN", "PROPN", "PRON") and token.head < last:
            return at
        at += 1
    return None


def _accorded(tree: Parse, source: int, first: int) -> tuple[Range, ...]:
    """What is told: the clause that the phrase stands in, without the phrase."""
    top = source
    cut = source
    while tree.head(top) is not None:
        above = tree.tokens[top].head
        if _clausal(tree, top) and tree.relation(top) in ("ccomp", "parataxis") and top != source:
            break
        if (
            tree.relation(top) in ("advcl", "acl")
            and top != source
            and first > top
            and _clausal(tree, top)
        ):
            break
        top = above
    if tree.relation(cut) == "conj" or cut == top:
        return ()
    start, end = tree.sentence_of(source)
    last = max(tree.high[cut], first + 2)
    outermost = first <= start + 1 or all(tree.tokens[n].upos == "PUNCT" for n in range(last, end))
    if tree.head(top) is None or (outermost and _open(tree, start, end)):
        return _sentence_without(tree, start, end, (min(first, tree.low[cut]), tree.high[cut]))
    return pieces(tree, top, (cut, first))


@rule("ATT-050")
def _open(tree: Parse, first: int, last: int) -> bool:
    """True for a sentence without quotation marks, colons and semicolons."""
    return not any(
        tree.word(n) in ("“", '"', "”", ":", ";", "``", "''") for n in range(first, last)
    )


def _sentence_without(tree: Parse, start: int, end: int, cut: Range) -> tuple[Range, ...]:
    low, high = cut
    parts = [*stretch(tree, start, low), *stretch(tree, high, end)]
    return union(parts, tree.text) if parts else ()


@rule("ATT-051")
def _clausal(tree: Parse, number: int) -> bool:
    return tree.dependent(number, "nsubj", "cop") is not None


# --- reportedly ----------------------------------------------------------------------------


def _hedge(tree: Parse, number: int) -> AttributionCandidate | None:
    """The clause that an adverb of hearsay modifies; none where it modifies a word alone."""
    head = tree.tokens[number].head
    if head == number or tree.tokens[number].deprel != "advmod":
        return None
    if tree.dependent(head, "nsubj") is None or tree.relation(head) in ("amod", "acl"):
        return None
    contents = pieces(tree, head, (number,))
    if not contents:
        return None
    return AttributionCandidate(
        head=number,
        cue=(number, number + 1),
        source=None,
        contents=_bridged(tree, contents, number),
        act="said",
        frame="hedge",
        hedged=True,
    )


def _bridged(tree: Parse, contents: tuple[Range, ...], number: int) -> tuple[Range, ...]:
    """The clause as one stretch where nothing but the adverb parts it."""
    token = tree.tokens[number]
    joined: list[Range] = []
    for start, end in contents:
        if joined and tree.text[joined[-1][1] : start].replace(token.text, "").strip() == "":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


# --- the claim that ------------------------------------------------------------------------


def _noun(tree: Parse, number: int) -> AttributionCandidate | None:
    """A cue noun with a clause that says what: "its claim that the well was clean"."""
    lemma = tree.lemma(number)
    clause = _said_clause(tree, number)
    if clause is None:
        return None
    source = _giver(tree, number)
    hedge = lemma in words("nouns", "hedged") and source is None
    if source is None and not hedge:
        return None
    return AttributionCandidate(
        head=number,
        cue=(number, number + 1),
        source=source,
        contents=pieces(tree, clause),
        act=nouns()[lemma],
        frame="noun",
        hedged=hedge,
        negated=_none(tree, number),
    )


def _said_clause(tree: Parse, number: int) -> int | None:
    """The "that" clause or infinitive of a cue noun. A relative clause says nothing of content."""
    for kid in tree.dependents(number, "acl", "ccomp"):
        if kid < number or tree.tokens[kid].deprel == "acl:relcl":
            continue
        marks = {tree.word(mark) for mark in tree.dependents(kid, "mark")}
        if "that" in marks and tree.dependent(kid, "nsubj", "cop", "expl") is not None:
            return kid
        if "to" in marks and nouns()[tree.lemma(number)] in (
            "promised",
            "demanded",
            "warned",
            "asked",
        ):
            return kid
    return None


def _giver(tree: Parse, number: int) -> int | None:
    """Whose claim it is: "its claim", "a claim by X", "X repeated its claim"."""
    own = tree.dependent(number, "nmod:poss")
    head = tree.tokens[number].head
    light = tree.tokens[number].deprel == "obj" and tree.lemma(head) in words("nouns", "light")
    if own is not None:
        return speaker(tree, head) if light and tree.tokens[own].upos == "PRON" else own
    for kid in tree.dependents(number, "nmod"):
        if kid > number and tree.case(kid) in ("by", "from", "of"):
            return kid
    if light:
        return speaker(tree, head)
    if tree.relation(number) == "obl" and tree.case(number) in ("in", "with"):
        return speaker(tree, head)
    return None


@rule("ATT-052")
def _none(tree: Parse, number: int) -> bool:
    determiner = tree.dependent(number, "det")
    head = tree.tokens[number].head
    negative = determiner is not None and tree.word(determiner) == "no"
    return negative or (tree.tokens[number].deprel == "obj" and negated(tree, head))

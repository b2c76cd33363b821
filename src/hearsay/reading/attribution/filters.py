"""Which candidates are statements, and what each is nested in."""

import calendar
from bisect import bisect_left
from collections.abc import Sequence

from hearsay.reading.attribution.candidate import AttributionCandidate
from hearsay.reading.attribution.cues.complements import bare_judgement
from hearsay.reading.attribution.cues.cue_tables import nouns, words
from hearsay.reading.attribution.mention_index import MentionIndex, kinds
from hearsay.reading.attribution.quotations.quotation_index import QuotationIndex
from hearsay.reading.attribution.sources.source_chains import SourceDocuments, can_speak
from hearsay.reading.attribution.sources.speaking_documents import given, is_document
from hearsay.rules import rule
from hearsay.syntax import Parse

_SAYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "AUX", "PRON", "ADV", "INTJ"})
_DAYS = frozenset(calendar.day_name) | frozenset(
    {"today", "yesterday", "tomorrow", "late", "early"}
)
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_EMPTY = frozenset({"no", "nobody", "none", "nothing"})
_TOLD = frozenset({"said", "believed", "asked", "confirmed", "denied"})
_ANSWERING = frozenset({"respond", "reply", "comment", "answer", "return"})
_SURE_ENOUGH = 0.5
_SURE = 0.8
_DEEPEST = 64
_OPENING = frozenset("\"“„«‟‘'`")
_SUBORDINATE = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who"})
_NOTHING = frozenset({"nothing", "anything", "something", "everything"})
_EMPTY_THINGS = frozenset({"it", "this", "that", "so", "them"})


def arranged(tree: Parse, candidates: Sequence[AttributionCandidate]) -> list[AttributionCandidate]:
    """The statements in the order of the text, the outer before the inner, none told twice."""
    told = {
        one.head for one in candidates if one.act in _TOLD and one.contents and one.frame != "hedge"
    }
    chosen = [one for one in candidates if not _doubled(tree, one, told) and _says(tree, one)]
    ordered = sorted(chosen, key=lambda one: (one.start, -one.end, one.cue or (0, 0)))
    ordered = _telling_apart(tree, ordered)
    seen: set[tuple[object, ...]] = set()
    unique = []
    for one in ordered:
        key = (one.contents, one.source) if one.frame != "hedge" else (one.contents, one.head)
        if key not in seen:
            seen.add(key)
            unique.append(one)
    return unique


@rule("ATT-028")
def _says(tree: Parse, one: AttributionCandidate) -> bool:
    """False where nothing is left of a content but a date or a number outside of marks."""
    if tree.text[one.start] in _OPENING:
        return True
    tokens = (tree.tokens[n] for part in one.contents for n in range(*tree.at(*part)))
    return any(t.upos in _SAYING and t.text not in _DAYS for t in tokens)


def _telling_apart(
    tree: Parse, ordered: Sequence[AttributionCandidate]
) -> list[AttributionCandidate]:
    """Without those told by another that overlaps them; `ordered` by where they begin."""
    told: set[int] = set()
    open_: list[int] = []
    for number, one in enumerate(ordered):
        open_ = [n for n in open_ if ordered[n].end > one.start][-_DEEPEST:]
        for n in open_:
            if _told_by(tree, one, ordered[n]):
                told.add(number)
            if _told_by(tree, ordered[n], one):
                told.add(n)
        open_.append(number)
    return [one for number, one in enumerate(ordered) if number not in told]


@rule("ATT-029")
def _told_by(tree: Parse, one: AttributionCandidate, other: AttributionCandidate) -> bool:
    """True where each stands in the other's content, and the other is the telling: in "they have
    agreed, mediators announced" the mediators tell, and the agreement tells nothing of them."""
    if one is other or one.cue is None or other.cue is None or other.act not in _TOLD:
        return False
    mine, theirs = tree.place(one.cue)[0], tree.place(other.cue)[0]
    return _holds(one, theirs) and _holds(other, mine) and theirs > mine


# no rule: range test: whether a place lies in one of a candidate's stretches
def _holds(one: AttributionCandidate, at: int) -> bool:
    return any(start <= at < end for start, end in one.contents)


@rule("ATT-031")
def is_statement(
    page: QuotationIndex, cast: MentionIndex, papers: SourceDocuments, one: AttributionCandidate
) -> bool:
    """True when there is enough to call it a statement."""
    tree = page.tree
    if one.shy and not one.tagged and not (one.frame == "judge" and _marked(page, one)):
        return False
    if not one.ruled and one.tagged < _SURE_ENOUGH:
        return False
    if one.source is None:
        return _sourceless(one)
    if tree.word(one.source) in _FIRST or tree.word(one.source) in _EMPTY:
        return False
    if any(tree.word(kid) in _FIRST for kid in tree.dependents(one.source, "conj")):
        return False
    if one.frame == "tagged" and (one.tagged < _SURE or one.passive) and not _telling(page, one):
        return False
    if _attitude(page, one) or _withheld(page, one) or _bare_thing(page, one):
        return False
    lemma = tree.lemma(one.head) if one.head is not None else ""
    if not one.ruled and lemma in words("negation", "above"):
        return False
    if one.negated and lemma in _ANSWERING:  # "did not respond to a request for comment"
        return False
    determiners = tree.dependents(one.source, "det", "cc")
    if any(tree.word(number) in ("no", "neither") for number in determiners):
        return False
    return can_speak(cast, papers, one) or one.tagged >= _SURE_ENOUGH


@rule("ATT-032")
def _attitude(page: QuotationIndex, one: AttributionCandidate) -> bool:
    """True for what the tagger alone calls a cue, none too sure, with no word of anybody: "loves
    her school"."""
    sure = one.ruled or one.tagged >= _SURE
    if sure or one.act != "believed" or one.head is None or _marked(page, one):
        return False
    tree = page.tree
    if tree.tokens[one.head].upos == "PUNCT" or tree.lemma(one.head) in nouns():
        return False
    return not any(_clausal(tree, *tree.at(*part)) for part in one.contents)


@rule("ATT-033")
def _clausal(tree: Parse, first: int, last: int) -> bool:
    """True when the tokens first:last are a clause: opened by "that", or with a subject."""
    if first < last and tree.word(first) in _SUBORDINATE:
        return True
    tops = [n for n in range(first, last) if not first <= tree.tokens[n].head < last]
    return any(tree.dependent(n, "nsubj") is not None for n in tops)


@rule("ATT-034")
def _withheld(page: QuotationIndex, one: AttributionCandidate) -> bool:
    """True for "asked that his name not be used": what one asks for oneself tells nothing."""
    if one.act not in ("asked", "demanded") or _marked(page, one):
        return False
    tree = page.tree
    tokens = [n for part in one.contents for n in range(*tree.at(*part))]
    named = any(tree.word(n) in kinds("withheld") for n in tokens)
    denied = any(tree.word(n) in ("not", "n't", "n’t", "anonymity", "anonymous") for n in tokens)
    return named and denied and len(tokens) < 12


@rule("ATT-035")
def _bare_thing(page: QuotationIndex, one: AttributionCandidate) -> bool:
    """True for a pronoun, a paper, a thing that tells nothing: "said it twice", "read the
    statement", "called a strike"."""
    if one.frame in ("judge", "tagged") and one.head is not None and not _marked(page, one):
        naming = page.tree.lemma(one.head) in words("speech", "naming")
        if naming and bare_judgement(page.tree, one.head):
            return True
    if one.frame != "tagged" or one.head is None or _marked(page, one) or len(one.contents) > 1:
        return False
    tree = page.tree
    thing = tree.dependent(one.head, "obj")
    if thing is None or not one.start <= tree.starts[thing] < one.end:
        return False
    if tree.word(thing) in _NOTHING:
        return True
    if any(tree.tokens[n].upos == "VERB" for n in range(*tree.at(one.start, one.end))):
        return False
    paper = is_document(tree.lemma(thing)) and tree.lemma(one.head) in given()
    return tree.word(thing) in _EMPTY_THINGS or paper


@rule("ATT-037")
def _telling(page: QuotationIndex, one: AttributionCandidate) -> bool:
    """True when a content the rules did not see has a verb or a quotation in it."""
    tokens = page.tree.tokens
    inside = (tokens[n] for part in one.contents for n in range(*page.tree.at(*part)))
    return any(t.upos in ("VERB", "AUX") for t in inside) or _marked(page, one)


@rule("ATT-038")
def _sourceless(one: AttributionCandidate) -> bool:
    """True for what may stand with no source told: hearsay, somebody being told, sure tags."""
    if one.frame in ("hedge", "alone") or one.hedged:
        return True
    return one.addressee is not None or one.tagged >= _SURE


@rule("ATT-039")
def _marked(page: QuotationIndex, one: AttributionCandidate) -> bool:
    for number in range(bisect_left(page.starts, one.start), len(page.starts)):
        if page.starts[number] >= one.end:
            return False
        if page.quotations[number].end <= one.end:
            return True
    return False


@rule("ATT-040")
def _doubled(tree: Parse, one: AttributionCandidate, told: set[int | None]) -> bool:
    """True for "reportedly" beside a cue of telling: a hedge of that cue, no cue itself."""
    return (
        one.frame == "hedge"
        and one.head is not None
        and tree.tokens[one.head].upos == "ADV"
        and (tree.tokens[one.head].head in told)
    )


def parents(tree: Parse, statements: Sequence[AttributionCandidate]) -> list[int | None]:
    """For each statement the number of the one whose content holds its cue and its content."""
    found: list[int | None] = []
    open_: list[int] = []
    for number, one in enumerate(statements):
        while open_ and statements[open_[-1]].end <= one.start:
            open_.pop()
        found.append(_holder(tree, statements, open_[-_DEEPEST:], one))
        open_.append(number)
    return found


def _holder(
    tree: Parse,
    statements: Sequence[AttributionCandidate],
    around: list[int],
    one: AttributionCandidate,
) -> int | None:
    at = tree.place(one.cue)[0] if one.cue is not None else one.start
    for number in reversed(around):
        other = statements[number]
        inside = any(start <= at < end for start, end in other.contents)
        if inside and one.end <= other.end and other.cue != one.cue:
            return number
    return None

"""Which candidates are statements, and what each is nested in."""

import calendar
from bisect import bisect_left
from collections.abc import Sequence

from hearsay.reading.attribution.candidate import AttributionCandidate
from hearsay.reading.attribution.cues.complements import bare_judgement
from hearsay.reading.attribution.cues.cue_tables import nouns, phrases, verbs, words
from hearsay.reading.attribution.cues.modality import questioned, supposed
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
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SURE_ENOUGH = 0.5
_SURE = 0.8
_DEEPEST = 64
_OPENING = frozenset("\"“„«‟‘'`")
_SUBORDINATE = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who"})
_THAT = frozenset({"that"})
_REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself"})
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
    if tree.text[one.start] in _OPENING or one.frame == "turn":
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
    if one.head is not None and questioned(tree, one.head):
        return False
    if one.source is None:
        return _sourceless(tree, one)
    if tree.word(one.source) in _FIRST or tree.word(one.source) in _EMPTY:
        return False
    if any(tree.word(kid) in _FIRST for kid in tree.dependents(one.source, "conj")):
        return False
    if one.frame == "clause" and _subjectless(page, one):
        return False
    if _attitude(page, one) or _withheld(page, one) or _bare_thing(page, one):
        return False
    if _seen(page, one) or _names_itself(tree, one) or _weighed(tree, one):
        return False
    if one.head is not None and supposed(tree, one.head):
        return False
    if one.frame == "tagged" and not _telling(page, one):
        return False
    lemma = tree.lemma(one.head) if one.head is not None else ""
    if not one.ruled and lemma in words("negation", "above"):
        return False
    if one.negated and _unanswered(tree, one, lemma):
        return False
    determiners = tree.dependents(one.source, "det", "cc")
    if any(tree.word(number) in ("no", "neither") for number in determiners):
        return False
    return one.frame == "turn" or can_speak(cast, papers, one) or one.tagged >= _SURE_ENOUGH


@rule("ATT-119")
def _subjectless(page: QuotationIndex, one: AttributionCandidate) -> bool:
    """True for "what it says | are defensive moves": words without whom they are about."""
    tree = page.tree
    first, last = tree.at(*one.contents[0])
    opens = first < last and tree.tokens[first].xpos in _TENSED
    return opens and not tree.quoted(first) and len(one.contents) == 1


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


@rule("ATT-127")
def _seen(page: QuotationIndex, one: AttributionCandidate) -> bool:
    """True for "footage showed him leaving": what is seen there is said by nobody."""
    if one.source is None or one.head is None or _marked(page, one):
        return False
    cue = verbs().get(page.tree.lemma(one.head))
    shows = cue is not None and cue.shows
    return shows and page.tree.lemma(one.source) in kinds("pictures")


@rule("ATT-128")
def _names_itself(tree: Parse, one: AttributionCandidate) -> bool:
    """True for "a group calling itself the Watch": its name, not what it says of itself."""
    if one.head is None or tree.relation(one.head) != "acl":
        return False
    if tree.lemma(one.head) not in words("speech", "naming"):
        return False
    things = tree.dependents(one.head, "obj", "nsubj", "xcomp")
    return any(tree.word(thing) in _REFLEXIVE for thing in things)


@rule("ATT-131")
def _weighed(tree: Parse, one: AttributionCandidate) -> bool:
    """True for "is considering new steps": what is weighed is not yet thought."""
    if one.frame not in ("judge", "tagged") or one.head is None:
        return False
    weighing = tree.lemma(one.head) in words("speech", "weighing")
    thing = tree.dependent(one.head, "obj")
    return weighing and tree.tokens[one.head].xpos == "VBG" and thing is not None


@rule("ATT-037")
def _telling(page: QuotationIndex, one: AttributionCandidate) -> bool:
    """True when a content the rules did not see is told: a clause of its own behind a cue that
    takes one, or words in marks; behind a word that is no cue only "that …" and a quotation."""
    tree = page.tree
    if one.head is None or tree.tokens[one.head].upos == "PUNCT":
        return True
    if _quoted_from_the_start(page, one):
        return True
    known = _tells_clauses(tree, one.head)
    if known and _marked(page, one):
        return True
    opening = _SUBORDINATE if known else _THAT
    spans = [tree.at(*part) for part in one.contents]
    if any(first < last and _opens(tree, first, opening) for first, last in spans):
        return True
    sure = known or one.tagged >= _SURE
    return sure and any(_main_clause(tree, first, last) for first, last in spans)


@rule("ATT-106")
def _opens(tree: Parse, first: int, opening: frozenset[str]) -> bool:
    """True for a word that opens a clause told: "that" before a clause, not "that message"."""
    return tree.word(first) in opening and tree.relation(first) not in ("det", "nsubj")


@rule("ATT-100")
def _main_clause(tree: Parse, first: int, last: int) -> bool:
    """True when the tokens first:last hold a finite clause that hangs on nothing else of them."""
    for number in range(first, last):
        token = tree.tokens[number]
        within = first <= token.head < last and token.head != number
        if within or tree.relation(number) in ("advcl", "acl", "amod", "nmod"):
            continue
        subject = tree.dependent(number, "nsubj", "expl")
        if subject is not None and first <= subject < last and _finite(tree, number):
            return True
    return False


@rule("ATT-101")
def _finite(tree: Parse, number: int) -> bool:
    """True for a predicate with a tense: its own or that of its auxiliary or copula."""
    verbs_ = (number, *tree.dependents(number, "aux", "cop"))
    return any(tree.tokens[verb].xpos in _TENSED for verb in verbs_)


@rule("ATT-102")
def _quoted_from_the_start(page: QuotationIndex, one: AttributionCandidate) -> bool:
    """True where the content begins with a whole quotation: not in "signed “harsh” laws"."""
    opening = page.outer.at(one.start)
    return opening is not None and _marked(page, one) and one.contents[0][1] <= opening.end


# no rule: mere look-up of a word in the tables of cues
def _tells_clauses(tree: Parse, head: int) -> bool:
    """True for a cue that can tell a clause."""
    lemma = tree.lemma(head)
    cue = verbs().get(lemma)
    phrased = any(lemma == first for first, _ in phrases())
    return phrased or lemma in nouns() or (cue is not None and set(cue.acts) != {"quote"})


@rule("ATT-038")
def _sourceless(tree: Parse, one: AttributionCandidate) -> bool:
    """True for what may stand with no source told: hearsay, and somebody being told a clause."""
    if one.frame in ("hedge", "alone", "colon", "dash", "turn") or one.hedged:
        return True
    if one.frame != "clause" or one.head is None:
        return False
    return one.addressee is not None and not (one.act == "asked" and _fronted(tree, one.head))


@rule("ATT-103")
def _fronted(tree: Parse, verb: int) -> bool:
    """True for "Asked whether …, the mayor said": nobody is told of who asks."""
    return tree.dependent(verb, "aux", "nsubj") is None and tree.tokens[verb].xpos in ("VBN", "VBD")


@rule("ATT-104")
def _unanswered(tree: Parse, one: AttributionCandidate, lemma: str) -> bool:
    """True for "did not respond to a request", "gave no details": nothing is left open by name as
    in "declined to comment on whether …"."""
    if one.frame in ("about", "thing", "tagged") or lemma in _ANSWERING:
        return not any(_open_question(tree, *tree.at(*part)) for part in one.contents)
    return False


@rule("ATT-105")
def _open_question(tree: Parse, first: int, last: int) -> bool:
    return any(tree.word(n) in _SUBORDINATE for n in range(first, min(first + 2, last)))


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


def without_repeats(
    tree: Parse, cast: MentionIndex, statements: Sequence[AttributionCandidate]
) -> list[AttributionCandidate]:
    """Without those that tell nothing beyond the statement they are nested in: one sentence is one
    statement, however many cues it holds."""
    above = parents(tree, statements)
    return [
        one
        for one, parent in zip(statements, above, strict=True)
        if parent is None or not _repeats(tree, cast, one, statements[parent])
    ]


@rule("ATT-107")
def _repeats(
    tree: Parse, cast: MentionIndex, one: AttributionCandidate, outer: AttributionCandidate
) -> bool:
    """True for "she wants to go" in "she said she wants to go", no clause of its own, and for what
    nobody is told to say there: "denied reports that …"."""
    if one.source is None:
        return one.frame != "alone"
    if outer.source is None or one.act != "believed" or one.frame == "clause":
        return False
    return _same_teller(tree, cast, one.source, outer.source)


@rule("ATT-108")
def _same_teller(tree: Parse, cast: MentionIndex, token: int, other: int) -> bool:
    """True for two words for one teller, by their mentions or as one pronoun told twice."""
    mine, theirs = cast.name_of(token), cast.name_of(other)
    if mine is not None and theirs is not None:
        return cast.names[mine].chain == cast.names[theirs].chain
    same = tree.word(token) == tree.word(other) and tree.tokens[token].upos == "PRON"
    return mine is theirs and (token == other or same)


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

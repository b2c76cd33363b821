"""Attributions told by a verb: its subject, and the clause, order, plan or thing it governs."""

from collections.abc import Iterator
from dataclasses import replace

from hearsay.reading.attribution.candidate import MOST_CUES, AttributionCandidate, pieces
from hearsay.reading.attribution.cues.complements import FRAMES, bare_judgement
from hearsay.reading.attribution.cues.cue_tables import (
    Cue,
    first_words,
    nouns,
    phrases,
    verbs,
    words,
)
from hearsay.reading.attribution.cues.modality import cue_range, hedged, negated, unreal
from hearsay.reading.attribution.cues.trailing_cues import trailing
from hearsay.reading.attribution.sources.embedded import (
    carrier,
    citing,
    names_source,
    quoted,
    relayed_by,
    saying,
)
from hearsay.reading.attribution.sources.subjects import goes_on_inside, roles, speaker
from hearsay.rules import rule
from hearsay.syntax import Parse, Range, Word

_UNTOLD = frozenset({"of", "without", "from"})


def verb_candidates(tree: Parse) -> Iterator[AttributionCandidate]:
    """One candidate for every cue verb that tells something, in the order of the text.

    A cue verb with a speaker but no content of its own is given too, its contents empty, as it
    may belong to a quotation.
    """
    sentence, count = -1, 0
    for number, token in enumerate(tree.tokens):
        if token.upos != "VERB" and token.xpos[:2] != "VB":
            continue
        lemma = tree.lemma(number)
        phrase, rest = _phrase(tree, number, lemma)
        cue = phrase or verbs().get(lemma)
        if cue is None or _idle(tree, number):
            continue
        count = count + 1 if tree.sentence[number] == sentence else 1
        sentence = tree.sentence[number]
        if count <= MOST_CUES:
            yield _candidate(tree, number, cue, rest)


def _candidate(tree: Parse, verb: int, cue: Cue, rest: int | None) -> AttributionCandidate:
    passive = _passive(tree, verb)
    source, addressee = roles(tree, verb, passive, rest)
    cited = citing(tree, verb) + (citing(tree, source) if source is not None else [])
    relayed = quoted(tree, verb)
    if relayed is None and source is not None and not passive:
        relayed = carrier(tree, source) or relayed_by(tree, verb), source
    if relayed is not None:
        teller, source = relayed
        if teller is not None:
            source, cited = teller, [source]
    outer = speaker(tree, tree.tokens[verb].head) if goes_on_inside(tree, verb) else None
    if outer is not None and source is not None and not cited:
        source, cited = outer, [source]
    shell = AttributionCandidate(
        head=verb,
        cue=cue_range(tree, verb),
        source=source,
        contents=(),
        act=cue.act,
        frame="quote",
        cited=tuple(cited),
        addressee=addressee,
        negated=negated(tree, verb),
        hedged=hedged(tree, verb),
        shy=unreal(tree, verb),
        passive=passive,
    )
    if passive and source is None and addressee is None:
        return _hearsay(tree, shell)
    closing = trailing(tree, verb) if "clause" in cue.acts and not passive else None
    if closing is not None:
        source, contents = closing
        return replace(
            shell, source=source, contents=contents, act=cue.acts["clause"], frame="clause"
        )
    for frame, find in FRAMES:
        if frame not in cue.acts:
            continue
        contents = find(tree, verb, rest)
        if contents and not (passive and frame == "to"):  # "threatened by a plan to cut"
            shy = shell.shy or frame in cue.shy or (frame == "judge" and bare_judgement(tree, verb))
            if frame == "thing" and shell.negated:
                shy = True
            if frame == "order" and passive and source is None:  # "told to pay": nobody is quoted
                shy = True
            return replace(shell, contents=contents, act=cue.acts[frame], frame=frame, shy=shy)
    return replace(
        shell, act=cue.acts.get("quote", cue.act), shy=shell.shy or "quote" not in cue.acts
    )


@rule("ATT-066")
def _passive(tree: Parse, verb: int) -> bool:
    """True for "was told" and for "asked whether …, he said"."""
    if Word(tree, verb).passive:
        return True
    bare = tree.dependent(verb, "aux", "nsubj") is None and tree.relation(verb) == "advcl"
    marks = tree.dependents(verb, "mark", "advmod")
    fronted = tree.tokens[verb].xpos == "VBD" and verb == tree.opening(verb) + len(marks)
    return bare and (fronted or tree.tokens[verb].xpos == "VBN")


def _phrase(tree: Parse, verb: int, lemma: str) -> tuple[Cue | None, int | None]:
    """The cue of two words that begins with this verb, and the noun its preposition governs."""
    if lemma not in first_words():
        return None, None
    for kid in tree.children[verb]:
        relation = tree.relation(kid)
        if relation in ("compound", "advmod", "xcomp", "obj") and kid > verb:
            cue = phrases().get((lemma, tree.word(kid)))
            if cue is not None:
                return cue, None
        elif relation in ("obl", "nmod"):
            cue = phrases().get((lemma, tree.case(kid)))
            if cue is not None:
                return cue, kid
    return None, None


@rule("ATT-067")
def _idle(tree: Parse, verb: int) -> bool:
    """True for a cue word that tells nothing: "so-called", "called Anna", a bare imperative."""
    token = tree.tokens[verb]
    if tree.relation(verb) in (
        "amod",
        "compound",
        "aux",
        "cop",
        "case",
        "fixed",
        "flat",
        "nsubj",
        "obj",
    ):
        return True
    if token.xpos == "VBG" and set(map(tree.word, tree.dependents(verb, "mark", "case"))) & _UNTOLD:
        return True
    if _carries(tree, verb) or saying(tree, verb) is not None:
        return True
    if names_source(tree, verb) or _goes_on_doing(tree, verb):
        return True
    return (
        token.xpos == "VB"
        and tree.head(verb) is None
        and tree.dependent(verb, "nsubj", "aux") is None
    )


@rule("ATT-129")
def _goes_on_doing(tree: Parse, verb: int) -> bool:
    """True for "continues to buy land": a deed that goes on, unlike "…,” she continued"."""
    goal = tree.dependent(verb, "xcomp")
    known = tree.lemma(verb) in words("negation", "actual")
    return known and goal is not None and goal > verb and tree.tokens[goal].xpos == "VB"


@rule("ATT-069")
def _carries(tree: Parse, verb: int) -> bool:
    """True for "repeated its claim that", where the noun is the cue."""
    thing = tree.dependent(verb, "obj")
    if thing is None or tree.lemma(verb) not in words("nouns", "light"):
        return False
    return tree.lemma(thing) in nouns() and tree.dependent(thing, "acl", "ccomp") is not None


def _hearsay(tree: Parse, shell: AttributionCandidate) -> AttributionCandidate:
    """Passives with no teller: "is believed to have left", "it is said that …"."""
    verb = shell.head
    assert verb is not None
    lemma = tree.lemma(verb)
    if lemma not in words("hedges", "passives"):
        return replace(shell, shy=True)
    act = verbs()[lemma].acts.get("clause", "said") if lemma in verbs() else "said"
    hedge = lemma not in words("hedges", "certain")
    subject = tree.dependent(verb, "nsubj:pass", "nsubj", "expl")
    clause = tree.dependent(verb, "ccomp", "csubj")
    goal = tree.dependent(verb, "xcomp")
    if clause is not None and any(
        tree.word(kid) == "to" for kid in tree.dependents(clause, "mark")
    ):
        clause, goal = None, clause
    contents: tuple[Range, ...] = ()
    if clause is not None:
        contents = pieces(tree, clause)
    elif goal is not None and subject is not None and tree.word(subject) != "it":
        contents = tuple(sorted(pieces(tree, subject) + pieces(tree, goal)))
    elif "as" in (tree.word(kid) for kid in tree.dependents(verb, "mark")):
        return replace(shell, shy=True)
    return replace(shell, contents=contents, act=act, frame="hedge", hedged=hedge)

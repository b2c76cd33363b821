"""The cue itself: its words, whether it is denied, hedged, or no fact at all."""

from hearsay.reading.attribution.cues.cue_tables import phrases, verbs, words
from hearsay.rules import rule
from hearsay.syntax import Parse, Range

_DEEPEST = 8
_PERFECT = frozenset({"have", "has", "had"})
_ASIDE = frozenset(
    {
        "after",
        "before",
        "by",
        "for",
        "without",
        "despite",
        "since",
        "from",
        "of",
        "in",
        "on",
        "upon",
        "to",
    }
)


def cue_range(tree: Parse, verb: int) -> Range:
    """The verb with the auxiliaries, "not" and adverbs right before it and its particle after."""
    first, last = verb, verb + 1
    while first > 0 and tree.tokens[first - 1].head == verb and _fore(tree, first - 1):
        first -= 1
    above = tree.tokens[verb].head
    known = words("negation", "above") | words("negation", "actual")
    if (
        tree.tokens[verb].deprel == "xcomp"
        and 0 < first - above <= 2
        and tree.lemma(above) in known
    ):
        first = above
    return first, last + _particle(tree, verb, last)


def _particle(tree: Parse, verb: int, after: int) -> int:
    """1 where the word after a verb is part of the cue: "pointed out", "confirmed to"."""
    if after >= len(tree.tokens):
        return 0
    token = tree.tokens[after]
    if token.deprel == "compound:prt":
        return int(token.head == verb)
    pair = (tree.lemma(verb), tree.word(after))
    toward = pair[1] == "to" and pair[0] in words("speech", "toward")
    governed = token.deprel == "case" and tree.tokens[token.head].head == verb
    return int(governed and (toward or pair in phrases()))


@rule("ATT-061")
def _fore(tree: Parse, number: int) -> bool:
    relation = tree.relation(number)
    return relation in ("aux", "mark") or (
        relation == "advmod" and tree.tokens[number].upos in ("ADV", "PART")
    )


@rule("ATT-062")
def negated(tree: Parse, verb: int, depth: int = 0) -> bool:
    """True where the words tell that nothing was said: "did not say", "refused to say"."""
    denying = words("negation", "words")
    if any(tree.word(kid) in denying for kid in tree.dependents(verb, "advmod", "cc")):
        return True
    above = tree.tokens[verb].head
    if tree.tokens[verb].deprel == "xcomp" and depth < _DEEPEST:
        above_all = negated(tree, above, depth + 1)
        return tree.lemma(above) in words("negation", "above") or above_all
    if tree.tokens[verb].deprel == "conj" and tree.dependent(verb, "nsubj") is None:
        return (
            tree.dependent(verb, "cc") is not None
            and tree.word(tree.dependents(verb, "cc")[0]) == "nor"
        )
    return False


@rule("ATT-063")
def hedged(tree: Parse, verb: int) -> bool:
    """True where an adverb beside the cue makes the telling itself hearsay."""
    return any(
        tree.word(kid) in words("hedges", "adverbs") for kid in tree.dependents(verb, "advmod")
    )


@rule("ATT-064")
def unreal(tree: Parse, verb: int, depth: int = 0) -> bool:
    """True where the telling is no fact: "could say", "if he says", "to say the least"."""
    doubtful = words("negation", "unreal")
    if any(tree.word(kid) in doubtful for kid in tree.dependents(verb, "aux")):
        return True
    if any(tree.word(kid) in ("will", "wo", "'ll") for kid in tree.dependents(verb, "aux")):
        return True
    marks = {tree.word(kid) for kid in tree.dependents(verb, "mark")}
    if marks & {"if", "unless", "whether"}:
        return True
    if tree.tokens[verb].xpos == "VBG" and (marks | set(tree.case(verb).split())) & _ASIDE:
        return True
    above = tree.tokens[verb].head
    joined = tree.tokens[verb].deprel == "conj" and depth < _DEEPEST
    same = tree.tokens[above].xpos == tree.tokens[verb].xpos
    if joined and same and tree.dependent(verb, "nsubj", "aux") is None:
        return unreal(tree, above, depth + 1)
    if tree.tokens[verb].xpos == "VB" and tree.dependent(verb, "mark") is not None:
        known = words("negation", "above") | words("negation", "actual")
        return not (tree.tokens[verb].deprel == "xcomp" and tree.lemma(above) in known)
    return False


@rule("ATT-125")
def supposed(tree: Parse, verb: int, depth: int = 0) -> bool:
    """True where nobody has spoken yet, or never will: "may say", "would deny", "warned him not
    to call it …", "the attempt to claim"."""
    auxiliaries = {tree.word(kid) for kid in tree.dependents(verb, "aux")}
    modal = auxiliaries & words("negation", "supposed") and not auxiliaries & _PERFECT
    if modal:
        return not negated(tree, verb)
    above = tree.tokens[verb].head
    if tree.tokens[verb].deprel == "conj" and depth < _DEEPEST:
        alike = tree.tokens[above].xpos == tree.tokens[verb].xpos
        own = tree.dependent(verb, "nsubj", "aux", "mark") is not None
        return alike and not own and supposed(tree, above, depth + 1)
    if tree.tokens[verb].xpos != "VB" or tree.dependent(verb, "mark") is None:
        return False
    if tree.relation(verb) in ("xcomp", "advcl") and depth < _DEEPEST:
        aims = tree.relation(verb) == "xcomp" and _aims(tree, above)
        return aims or supposed(tree, above, depth + 1)
    return tree.relation(verb) == "acl" and tree.lemma(above) in words("negation", "tried")


@rule("ATT-126")
def _aims(tree: Parse, above: int) -> bool:
    """True for a cue that governs what is to be done: "urged", "planned", "threatened"."""
    cue = verbs().get(tree.lemma(above))
    return cue is not None and bool({"order", "to"} & set(cue.acts))


@rule("ATT-115")
def questioned(tree: Parse, verb: int) -> bool:
    """True in a question and a condition: "Did the mayor ask for help?", "if the mayor calls it a
    crime" tell nothing of the mayor."""
    if any(tree.word(kid) in ("if", "unless") for kid in tree.dependents(verb, "mark")):
        return True
    subject = tree.dependent(verb, "nsubj")
    auxiliaries = tree.dependents(verb, "aux")
    inverted = subject is not None and any(number < tree.low[subject] for number in auxiliaries)
    last = tree.sentence_of(verb)[1] - 1
    return inverted and any(tree.word(n) == "?" for n in range(max(verb, last - 2), last + 1))

"""What a cue verb governs: a clause, an order, a plan, a judgement, a thing said."""

from collections.abc import Callable

from hearsay.model.mention_vocabulary import CueFrame
from hearsay.reading.attribution.candidate import pieces, stretch
from hearsay.reading.attribution.cues.cue_tables import verbs
from hearsay.reading.attribution.cues.modality import negated
from hearsay.reading.attribution.sources.subjects import added
from hearsay.rules import rule
from hearsay.syntax import Parse, Range

_CLAUSE_END = frozenset({",", "—", "–", "-", "?", "!", "...", "…", "--"})
_MARKS = frozenset("\"“”„«»'‘’`") | {"``", "''"}
_ABOUT = frozenset({"about", "of", "over", "against", "for", "on", "regarding", "concerning"})
_ASKING = frozenset({"whether", "how", "what", "when", "where", "who", "why", "which"})
_TERMS = frozenset({"if", "unless", "until"})
_CONTRAST = frozenset({"while", "whereas", "although", "though", "as", "but"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"which", "whom", "that", "who"})
_NEAR = 15
_NAMING = frozenset({"as", "of", "for", "to", "with"})


def _clause(tree: Parse, verb: int, rest: int | None) -> tuple[Range, ...]:
    """A clause below the verb, or the clause beside which the verb stands ("…, she said")."""
    below = [kid for kid in tree.dependents(verb, "ccomp") if _told(tree, kid, verb)]
    for clear in tree.dependents(verb, "xcomp"):  # "made clear that …"
        if clear < verb + 4 and tree.tokens[clear].upos == "ADJ":
            below += [
                kid for kid in tree.dependents(clear, "ccomp", "csubj", "advcl") if kid > clear
            ]
    below += [kid for kid in tree.dependents(verb, "advcl") if _asked_back(tree, kid, verb)]
    if any(kid > verb and _that(tree, kid) for kid in below):
        below = [kid for kid in below if kid > verb]
    below = _before_next_cue(tree, below, verb)
    if below:
        resumed = [part for kid in _resumed(tree, verb, below) for part in pieces(tree, kid)]
        kept = (part for kid in below for part in _kept_parts(tree, kid, verb))
        return tuple(sorted([*kept, *resumed]))
    beside = [kid for kid in tree.dependents(verb, "parataxis", "dep") if _beside(tree, kid, verb)]
    if beside:
        return pieces(tree, beside[0])
    colon = _after_colon(tree, verb)
    if colon:
        return colon
    head = tree.tokens[verb].head
    relation = tree.relation(verb)
    if relation == "ccomp" and _closed_by(tree, verb, head):
        lost = [
            kid for kid in tree.dependents(head, "ccomp") if verb < kid < head and _that(tree, kid)
        ]
        return pieces(tree, lost[0]) if lost else ()
    marks = [tree.word(kid) for kid in tree.dependents(verb, "mark", "advmod")]
    if relation == "advcl" and "as" in marks and tree.dependent(verb, "nsubj") is not None:
        further = [kid for kid in tree.dependents(head, "conj") if kid > verb]
        told = [kid for kid in further if tree.lemma(kid) in verbs()]  # "…, as X hoped, and said"
        return pieces(tree, head, (verb, *told, *told_apart(tree, head)))
    if relation == "advcl" and _between_commas(tree, verb):
        return pieces(tree, head, (verb,))
    if relation in ("parataxis", "ccomp", "dep", "discourse") and _aside(tree, verb):
        return pieces(tree, head, (verb, *told_apart(tree, head, verb)))
    return ()


def _resumed(tree: Parse, verb: int, below: list[int]) -> list[int]:
    """What goes on behind a cue that is set into it: "It had asked, it said, but had not been
    heard"."""
    return [kid for kid in tree.dependents(verb, "conj") if _resumes(tree, kid, verb, below)]


@rule("ATT-130")
def _resumes(tree: Parse, kid: int, verb: int, below: list[int]) -> bool:
    """True where what follows the cue has no subject of its own and shares the auxiliary of what
    stands before it, unlike the cue."""
    if tree.dependent(kid, "nsubj") is not None or not below or below[-1] > verb or kid < verb:
        return False
    if tree.dependent(kid, "cc") is None or tree.dependent(verb, "aux") is not None:
        return False
    helpers = {tree.word(n) for n in tree.dependents(kid, "aux", "cop")}
    earlier = (n for top in below for n in tree.dependents(top, "aux", "cop"))
    return bool(helpers & set(map(tree.word, earlier)))


@rule("ATT-014")
def _between_commas(tree: Parse, verb: int) -> bool:
    """True for a cue set into the clause it tells: "the witness had, the court found, lied"."""
    subject = tree.dependent(verb, "nsubj")
    if subject is None or subject > verb or tree.dependent(verb, "mark", "advmod") is not None:
        return False
    first = min(tree.low[subject], verb)
    if first == 0 or verb + 1 >= len(tree.tokens):
        return False
    return tree.word(first - 1) == tree.word(verb + 1) == ","


@rule("ATT-015")
def _closed_by(tree: Parse, verb: int, head: int) -> bool:
    """True where a cue behind the verb tells its clause: "X concluded that …, officials said"."""
    return head > verb and tree.lemma(head) in verbs() and tree.dependent(head, "nsubj") is not None


def _before_next_cue(tree: Parse, below: list[int], verb: int) -> list[int]:
    """Without a clause that stands behind a further cue: "said it would not, telling X: “…”"."""
    cues = [kid for kid in tree.dependents(verb, "advcl", "conj") if tree.lemma(kid) in verbs()]
    first = min((kid for kid in below if kid > verb), default=verb)
    return [kid for kid in below if kid <= first or not any(first < cue < kid for cue in cues)]


@rule("ATT-016")
def _asked_back(tree: Parse, kid: int, verb: int) -> bool:
    """True for a question right after a cue that asks or tells nothing: "did not say when …"."""
    first = tree.low[kid]
    open_ = tree.lemma(verb) == "ask" or negated(tree, verb)
    return open_ and first == verb + 1 and tree.word(first) in _ASKING


@rule("ATT-017")
def _that(tree: Parse, kid: int) -> bool:
    return any(tree.word(mark) == "that" for mark in tree.dependents(kid, "mark"))


def _after_colon(tree: Parse, verb: int) -> tuple[Range, ...]:
    """A sentence without marks behind a colon: "was telling officials: If you go, you go alone"."""
    last = tree.sentence_of(verb)[1]
    for number in range(verb + 1, min(last, verb + _NEAR)):
        if tree.word(number) == ":" and number + 1 < last:
            marked = tree.word(number + 1) in _MARKS
            finite = any(tree.tokens[n].xpos in _FINITE for n in range(number + 1, last))
            return stretch(tree, number + 1, last) if finite and not marked else ()
        if tree.tokens[number].xpos in _FINITE:
            break
    return ()


@rule("ATT-018")
def _told(tree: Parse, kid: int, verb: int) -> bool:
    """True for a clause that can be told: with a verb or subject, no bare infinitive after it."""
    if kid < verb and any(
        tree.word(mark) in ("whether", "if") for mark in tree.dependents(kid, "mark")
    ):
        return False
    clausal = (
        tree.tokens[kid].upos in ("VERB", "AUX") or tree.dependent(kid, "nsubj", "cop") is not None
    )
    if any(tree.word(mark) == "as" for mark in tree.dependents(kid, "mark", "case")):
        return False
    bare = tree.dependent(kid, "nsubj", "csubj", "aux", "cop", "mark") is None
    if bare and kid > verb and tree.tokens[kid].xpos == "VBG" and not _in_marks(tree, kid):
        return False  # "they showed launching pads": a noun that the tree takes for a clause
    if kid > verb and _infinitive(tree, kid) and tree.dependent(kid, "nsubj") is None:
        return any(
            tree.word(mark) in _ASKING for mark in tree.dependents(kid, "mark", "advmod", "obj")
        )
    return clausal or _in_marks(tree, kid)


@rule("ATT-019")
def _in_marks(tree: Parse, kid: int) -> bool:
    first, last = tree.reach(kid)
    return any(tree.word(number) in _MARKS for number in (max(first - 1, 0), first, last - 1))


def _kept_parts(tree: Parse, kid: int, verb: int) -> tuple[Range, ...]:
    """The parts of a clause told; one before the cue that is an aside of the cue's is none."""
    parts = pieces(tree, kid, told_apart(tree, kid))
    if kid < verb:
        return parts
    start = tree.starts[verb]
    central = [
        tree.starts[n] for n in tree.dependents(kid, "nsubj", "obj", "mark", "advmod", "obl")
    ]
    front = [tree.starts[n] for n in tree.dependents(kid, "advcl") if n < verb]
    return tuple(
        part
        for part in parts
        if part[0] > start
        or any(part[0] <= at < part[1] for at in central)
        or not any(part[0] <= at < part[1] for at in front)
    )


def told_apart(tree: Parse, top: int, verb: int | None = None) -> tuple[int, ...]:
    """Clauses below a content that tell what another says, joined by ";", "while" or "and"."""
    apart = []
    for kid in tree.dependents(top, "conj", "advcl", "parataxis"):
        if kid != verb and kid > top and tree.lemma(kid) in verbs() and added(tree, kid):
            apart.append(kid)
            continue
        if (
            kid == verb
            or kid < top
            or tree.dependent(kid, "nsubj") is None
            or tree.lemma(kid) not in verbs()
        ):
            continue
        words = {tree.word(n) for n in tree.dependents(kid, "mark", "cc")}
        first = tree.low[kid]
        before = {tree.word(n) for n in (first - 1, first) if n >= 0}
        if before & {",", ";"} and (words & _CONTRAST or before & {";"} or "and" in words):
            apart.append(kid)
    return tuple(apart)


@rule("ATT-020")
def _beside(tree: Parse, kid: int, verb: int) -> bool:
    """True when a clause under the verb is what is said: it ends or begins at a mark or comma."""
    first, last = tree.reach(kid)
    if last <= verb:
        return True
    before = tree.word(first - 1) if first else ""
    if first > verb and _that(tree, kid):
        return True
    return first > verb and (before == ":" or before in _MARKS or tree.word(first) in _MARKS)


@rule("ATT-021")
def _aside(tree: Parse, verb: int) -> bool:
    """True when the verb's clause stands aside from the clause above it, behind a comma."""
    if tree.dependent(verb, "nsubj") is None:
        return False
    head = tree.tokens[verb].head
    first, _ = tree.reach(verb)
    inner = min(
        (tree.low[kid] for kid in tree.children[verb] if tree.tokens[kid].upos != "PUNCT"),
        default=verb,
    )
    first = min(verb, max(first, inner))
    before = tree.word(first - 1) if first else ""
    if head > verb:
        return True
    return before in _CLAUSE_END or before in _MARKS


def _order(tree: Parse, verb: int, rest: int | None) -> tuple[Range, ...]:
    """Somebody and what they are to do: "urged both sides to talk"; of "told", the doing alone."""
    somebody = rest if rest is not None else tree.dependent(verb, "obj", "iobj")
    passive = tree.dependent(verb, "nsubj:pass")
    goal = tree.dependent(verb, "xcomp")
    if goal is None and somebody is not None:
        joined = [*tree.dependents(verb, "ccomp", "advcl"), *tree.dependents(somebody, "acl")]
        goal = next((n for n in joined if n > somebody and _infinitive(tree, n)), None)
    if goal is None or goal < verb or not _infinitive(tree, goal):
        return ()
    if passive is not None:
        return pieces(tree, goal)
    if somebody is None:
        return ()
    if tree.lemma(verb) == "tell":
        return _with_terms(tree, verb, pieces(tree, goal))
    first = tree.low[somebody] + len(tree.dependents(somebody, "case")) * (rest is not None)
    return _with_terms(tree, verb, stretch(tree, first, tree.high[goal]))


def _with_terms(tree: Parse, verb: int, contents: tuple[Range, ...]) -> tuple[Range, ...]:
    """With the condition that follows: "to close the canal unless the tolls were paid"."""
    for kid in tree.dependents(verb, "advcl"):
        marks = {tree.word(mark) for mark in tree.dependents(kid, "mark")}
        low, high = tree.reach(kid)
        if contents and marks & _TERMS and tree.text[contents[-1][1] : tree.starts[low]].isspace():
            return (*contents[:-1], (contents[-1][0], tree.ends[high - 1]))
    return contents


@rule("ATT-022")
def _infinitive(tree: Parse, verb: int) -> bool:
    return any(tree.word(kid) in ("to", "not") for kid in tree.dependents(verb, "mark", "advmod"))


def _to(tree: Parse, verb: int, rest: int | None) -> tuple[Range, ...]:
    goal = tree.dependent(verb, "xcomp")
    if goal is None or goal < verb or not _infinitive(tree, goal):
        return ()
    somebody = tree.dependent(verb, "obj")
    if somebody is not None and verb < somebody < goal:  # "expects it to weaken"
        return _with_terms(tree, verb, stretch(tree, tree.low[somebody], tree.high[goal]))
    return _with_terms(tree, verb, pieces(tree, goal))


def _gerund(tree: Parse, verb: int, rest: int | None) -> tuple[Range, ...]:
    for kid in tree.dependents(verb, "xcomp", "ccomp", "obj", "advcl"):
        if kid > verb and tree.tokens[kid].xpos == "VBG":
            return pieces(tree, kid)
    return ()


def _thing(tree: Parse, verb: int, rest: int | None) -> tuple[Range, ...]:
    thing = tree.dependent(verb, "obj")
    if thing is None or tree.tokens[thing].upos in ("PRON", "DET", "NUM"):
        return ()
    owner = tree.dependent(verb, "iobj")
    if owner is not None and verb < owner < thing and tree.dependents(owner, "case"):
        return stretch(tree, tree.low[owner], tree.high[thing])  # "the firms' claims"
    return pieces(tree, thing, (verb,) if tree.below(verb, thing) else ())


def _judge(tree: Parse, verb: int, rest: int | None) -> tuple[Range, ...]:
    """A thing and what it is called: "called it a crime", "accused them of theft"."""
    thing = tree.dependent(verb, "obj")
    name = _naming(tree, verb)
    referring = verb + 1 < len(tree.tokens) and tree.word(verb + 1) in ("to", "as")
    if thing is None and referring and name is not None and _as(tree, name) and name > verb + 2:
        return stretch(tree, verb + 1, tree.high[name])
    if thing is None:
        return ()
    cut = (verb,) if tree.below(verb, thing) else ()
    if name is None:
        return pieces(tree, thing, cut)
    if name > thing > verb:
        return stretch(tree, tree.low[thing], tree.high[name])
    if tree.word(thing) in _RELATIVE:  # "the militia, which it calls a gang"
        return pieces(tree, name)
    return tuple(sorted(pieces(tree, thing, cut) + pieces(tree, name)))


def _naming(tree: Parse, verb: int) -> int | None:
    things = [kid for kid in tree.dependents(verb, "obj") if kid > verb]
    if len(things) == 2 and things[0] + 1 < things[1]:
        return things[1]
    for kid in tree.dependents(verb, "xcomp", "obl", "advcl", "acl", "ccomp"):
        if kid < verb:
            continue
        if tree.relation(kid) == "xcomp":
            return kid
        marks = {tree.word(mark) for mark in tree.dependents(kid, "case", "mark")}
        if "as" in marks or (marks & _NAMING and tree.relation(kid) != "ccomp"):
            return kid
    return None


@rule("ATT-023")
def _as(tree: Parse, number: int) -> bool:
    return any(tree.word(mark) == "as" for mark in tree.dependents(number, "case", "mark"))


@rule("ATT-024")
def bare_judgement(tree: Parse, verb: int) -> bool:
    """True for a judging verb with a thing and no word for what it is called."""
    return _naming(tree, verb) is None


def _about(tree: Parse, verb: int, rest: int | None) -> tuple[Range, ...]:
    for kid in [rest] if rest is not None else tree.dependents(verb, "obl"):
        if kid is not None and kid > verb and tree.case(kid) in _ABOUT:
            first = tree.low[kid]
            if kid == rest:  # "called for calm": the preposition is the cue's
                first += len(tree.dependents(kid, "case"))
            return stretch(tree, first, tree.high[kid])
    for kid in tree.dependents(verb, "advcl", "ccomp"):  # "warned against cutting it short"
        marks = {tree.word(mark) for mark in tree.dependents(kid, "mark", "case")}
        if kid > verb and tree.tokens[kid].xpos == "VBG" and marks & _ABOUT:
            return stretch(tree, tree.low[kid], tree.high[kid])
    return ()


_Find = Callable[[Parse, int, int | None], tuple[Range, ...]]
FRAMES: tuple[tuple[CueFrame, _Find], ...] = (
    ("clause", _clause),
    ("order", _order),
    ("to", _to),
    ("gerund", _gerund),
    ("judge", _judge),
    ("thing", _thing),
    ("about", _about),
)

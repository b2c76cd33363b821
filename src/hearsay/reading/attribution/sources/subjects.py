"""Who says what a verb tells: its subject, found up the tree where it has none."""

from hearsay.reading.attribution.cues.cue_tables import verbs, words
from hearsay.rules import rule
from hearsay.syntax import Parse

_DEEPEST = 8
_TAG = 7  # tokens of a party's tag: "R-S.C."
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_QUOTED = frozenset("\"”’»'") | {"''"}
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def roles(tree: Parse, verb: int, passive: bool, rest: int | None) -> tuple[int | None, int | None]:
    """The source and the addressee of a verb."""
    addressed = tree.lemma(verb) in words("speech", "object")
    if passive:
        agent = next((n for n in tree.dependents(verb, "obl") if tree.case(n) == "by"), None)
        told = tree.dependent(verb, "nsubj:pass") if addressed else None
        if told is None and addressed and tree.relation(verb) == "advcl":
            told = speaker(tree, tree.tokens[verb].head)  # "asked whether …, the general said"
        return agent, told
    if rest is not None and tree.case(rest) in ("on", "upon", "to"):
        return speaker(tree, verb), rest
    told = tree.dependent(verb, "iobj", "obj") if addressed else None
    if told is not None and _turned(tree, verb, told):
        return told, None
    if told is None and tree.lemma(verb) in words("speech", "toward") | {"speak"}:
        told = next((n for n in tree.dependents(verb, "obl") if tree.case(n) == "to"), None)
    return speaker(tree, verb), told


@rule("ATT-054")
def _turned(tree: Parse, verb: int, noun: int) -> bool:
    """True where the speaker stands behind the cue of a quotation: "“If …,” warned the abbot"."""
    if tree.dependent(verb, "nsubj", "aux") is not None or tree.tokens[verb].xpos not in _FINITE:
        return False
    behind = tree.low[noun] == verb + 1
    return behind and verb > 0 and tree.word(verb - 1) in _QUOTED


def speaker(tree: Parse, verb: int, depth: int = 0) -> int | None:
    """The head of the phrase that names who says `verb`, found up the tree if need be."""
    subjects = tree.dependents(verb, "nsubj")
    subject = min(
        subjects, key=lambda kid: (_dateline(tree, kid), kid > verb, abs(kid - verb)), default=None
    )
    relation = tree.tokens[verb].deprel
    if subject is not None and _dateline(tree, subject):
        subject = None
    if subject is not None:
        tagged = tagged_name(tree, subject)
        if tagged is not None:
            return tagged
        if tree.word(subject) in _RELATIVE:
            antecedent = _named_before(tree, subject) or _antecedent(tree, verb)
            return antecedent if antecedent is not None else subject
        return subject
    head = tree.tokens[verb].head
    if depth == 0 and relation not in ("xcomp", "conj"):
        beside = _just_before(tree, verb)
        if beside is not None:
            return beside
    if depth > 4 or head == verb:
        return None
    if added(tree, verb):
        above = teller_above(tree, head)
        if above is not None:
            return speaker(tree, above, depth + 1)
    if goes_on_inside(tree, verb):
        return speaker(tree, tree.dependents(head, "ccomp")[-1], depth + 1)
    if relation in ("conj", "xcomp", "advcl", "parataxis", "ccomp") and _verbal(tree, head):
        if relation == "ccomp" or (relation == "parataxis" and tree.tokens[verb].xpos != "VBG"):
            return None
        if relation == "xcomp" and tree.dependent(head, "obj") is not None:
            return tree.dependent(head, "obj")
        return speaker(tree, head, depth + 1)
    if relation.startswith("acl"):
        owner = tree.dependent(head, "nsubj")
        if owner is not None and relation != "acl:relcl":
            return owner  # "the cabinet is in the process of …"
        if tree.tokens[verb].xpos == "VBG" and tree.dependent(verb, "mark", "case") is not None:
            return speaker(tree, tree.tokens[head].head, depth + 1)  # "in addition to saying"
        return head if tree.tokens[verb].xpos in ("VBG", "VB") or relation == "acl:relcl" else None
    return None


def tagged_name(tree: Parse, token: int) -> int | None:
    """The name before a party's tag taken for the subject: "Ana Hart, D-N.Y., said"."""
    for dash in range(token - 1, max(token - _TAG, 1), -1):
        if tree.word(dash) == "-":
            comma = dash - 2
            party = tree.tokens[dash - 1].text in words("sources", "parties")
            named = comma > 0 and tree.word(comma) == "," and tree.tokens[comma - 1].upos == "PROPN"
            return _top_name(tree, comma - 1) if party and named else None
    return None


def _top_name(tree: Parse, token: int) -> int:
    """The head of the name that a token is part of."""
    for _ in range(_DEEPEST):
        if tree.relation(token) not in ("flat", "compound"):
            break
        token = tree.tokens[token].head
    return token


def _just_before(tree: Parse, verb: int) -> int | None:
    """The noun right before a finite verb that the tree gives no subject."""
    at = verb - 1
    while at >= 0 and tree.tokens[at].upos in ("ADV", "AUX", "PART"):
        at -= 1
    first = tree.opening(verb)
    finite = tree.tokens[verb].xpos in ("VBD", "VBZ", "VBP")
    nominal = at >= first and tree.tokens[at].upos in ("PROPN", "PRON")
    return at if finite and nominal and tree.word(at) not in _RELATIVE else None


@rule("ATT-055")
def added(tree: Parse, verb: int) -> bool:
    """True for a participle behind a comma that goes on telling: "…, adding that"."""
    before = verb
    while before > 0 and tree.tokens[before - 1].upos == "ADV":
        before -= 1
    after_comma = before > 0 and tree.word(before - 1) in (",", "and")
    token = tree.tokens[verb]
    return after_comma and token.xpos == "VBG" and tree.relation(verb) in ("advcl", "conj")


def teller_above(tree: Parse, number: int) -> int | None:
    """The finite cue verb whose content `number` stands in, where it is in one."""
    for _ in range(8):
        above = tree.tokens[number].head
        if above == number:
            return None
        if tree.relation(number) == "ccomp" and tree.lemma(above) in verbs() and number > above:
            return above if tree.tokens[above].xpos != "VBG" else None
        if tree.relation(number) not in ("conj", "xcomp", "advcl", "parataxis"):
            return None
        number = above
    return None


@rule("ATT-056")
def _dateline(tree: Parse, number: int) -> bool:
    """True for the place of a dateline, which says nothing."""
    if number < tree.dateline:
        return True
    after = number + 1
    opens = number == tree.opening(number)
    return (
        opens and after < len(tree.tokens) and tree.word(after) in ("–", "—", "―", "-", "--", "(")
    )


def _named_before(tree: Parse, relative: int) -> int | None:
    """The name right before "who" or "which", where it is of the kind the word asks for."""
    at = relative - 1
    while at > 0 and tree.word(at) == ",":
        at -= 1
    wanted = {"who": ("person",), "which": ("organization", "state")}.get(tree.word(relative), ())
    if at < 0 or tree.labels.get(at) not in wanted:
        return None
    while (
        tree.relation(at) in ("flat", "compound")
        and tree.labels.get(tree.tokens[at].head) in wanted
    ):
        at = tree.tokens[at].head
    return at


def _antecedent(tree: Parse, verb: int) -> int | None:
    at = verb
    for _ in range(6):
        if tree.tokens[at].deprel == "acl:relcl":
            return tree.tokens[at].head
        if tree.head(at) is None:
            return None
        at = tree.tokens[at].head
    return None


@rule("ATT-117")
def goes_on_inside(tree: Parse, verb: int) -> bool:
    """True where tense ties a verb to what is told before it: in "told us that the mayor had
    agreed but had said" the mayor said."""
    head = tree.tokens[verb].head
    told = tree.dependents(head, "ccomp") if tree.tokens[verb].deprel == "conj" else []
    if not told or not told[-1] < verb or tree.dependent(told[-1], "nsubj") is None:
        return False
    return _pluperfect(tree, verb) and _pluperfect(tree, told[-1]) and not _pluperfect(tree, head)


@rule("ATT-118")
def _pluperfect(tree: Parse, verb: int) -> bool:
    return any(tree.word(kid) == "had" for kid in tree.dependents(verb, "aux"))


@rule("ATT-057")
def _verbal(tree: Parse, number: int) -> bool:
    return (
        tree.tokens[number].upos in ("VERB", "AUX")
        or tree.dependent(number, "cop", "nsubj") is not None
    )

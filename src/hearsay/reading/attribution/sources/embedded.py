"""Sources behind a source: "citing X", "quoted X as saying", "X, quoted by Y, said"."""

from hearsay.reading.attribution.cues.cue_tables import verbs, words
from hearsay.reading.attribution.sources.subjects import speaker
from hearsay.rules import rule
from hearsay.syntax import Parse

_DEEPEST = 8
_RELAY = 30  # tokens behind a cue in which "as quoted by" is looked for


def saying(tree: Parse, verb: int) -> int | None:
    """The "saying" of "quoted X as saying" below a verb of citing, None where there is none."""
    if tree.lemma(verb) not in words("citing", "verbs"):
        return None
    thing = tree.dependent(verb, "obj")
    beside = tree.dependents(thing, "acl") if thing is not None else []  # "quoted an aide saying …"
    for kid in tree.dependents(verb, "advcl", "xcomp", "ccomp") + beside:
        told = tree.tokens[kid].xpos == "VBG" and tree.lemma(kid) in verbs()
        if told and kid > verb and not names_source(tree, kid):
            return kid
    return None


def quoted(tree: Parse, verb: int) -> tuple[int | None, int] | None:
    """Who quotes and who is quoted, of the "saying" of "X quoted Y as saying", "Y was quoted (by
    X) as saying (by X)"; None for any other verb."""
    above = tree.tokens[verb].head
    if tree.relation(verb) == "acl":
        above = tree.tokens[above].head
    if above == verb or saying(tree, above) != verb:
        return None
    told = tree.dependent(above, "nsubj:pass")
    if told is None:
        told = tree.dependent(above, "obj")
        return (speaker(tree, above), told) if told is not None else None
    agents = [
        n
        for n in tree.dependents(above, "obl") + tree.dependents(verb, "obl")
        if tree.case(n) == "by"
    ]
    return (agents[0] if agents else None), told


@rule("ATT-053")
def names_source(tree: Parse, verb: int) -> bool:
    """True for "citing X" beside a cue, "which cited X": a source follows, no content."""
    above = tree.tokens[verb].head
    if tree.lemma(verb) not in words("citing", "verbs") or tree.dependent(verb, "obj") is None:
        return False
    if above == verb or above > verb or tree.dependent(verb, "ccomp") is not None:
        return False
    if tree.tokens[verb].deprel == "acl:relcl":
        return True
    return tree.tokens[verb].xpos == "VBG" and tree.lemma(above) in verbs()


def carrier(tree: Parse, source: int) -> int | None:
    """Who carries the words of a source: the paper in "the envoy, quoted by the paper, said"."""
    for kid in tree.dependents(source, "acl", "advcl"):
        if tree.tokens[kid].xpos == "VBN" and tree.lemma(kid) in words("citing", "verbs"):
            by = [n for n in tree.dependents(kid, "obl") if tree.case(n) in ("by", "in")]
            return by[0] if by else None
    return None


def relayed_by(tree: Parse, verb: int) -> int | None:
    """Who relays what a cue tells, named behind it: "…,” said the abbot, as quoted by the paper".

    Told by the order of words, since parsers hang it on the words quoted.
    """
    last = min(tree.sentence_of(verb)[1], verb + _RELAY)
    for number in range(verb + 1, last - 1):
        cites = tree.lemma(number + 1) in words("citing", "verbs")
        if tree.word(number) == "as" and cites and tree.tokens[number + 1].xpos == "VBN":
            agents = [n for n in tree.dependents(number + 1, "obl") if tree.case(n) == "by"]
            return agents[0] if agents else None
    return None


def citing(tree: Parse, above: int, depth: int = 0) -> list[int]:
    """Sources behind a source: the objects of "citing", "quoting" below the token, in order."""
    found: list[int] = []
    for kid in tree.children[above]:
        if (
            tree.relation(kid) in ("advcl", "acl", "conj", "parataxis", "case", "mark")
            and tree.lemma(kid) in words("citing", "verbs")
            and tree.tokens[kid].xpos != "VBN"
        ):
            cited = tree.dependent(kid, "obj", "obl")
            if cited is not None and kid < cited:
                found.append(cited)
                found.extend(citing(tree, cited, depth + 1) if depth < _DEEPEST else [])
    return found

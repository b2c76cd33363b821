"""Who says what a verb tells: its subject, found up the tree where it has none."""

from hearsay.reading.statements.cues import words
from hearsay.reading.statements.tree import Tree

_RELATIVE = frozenset({"who", "which", "that", "whom"})


def roles(tree: Tree, verb: int, passive: bool, rest: int | None) -> tuple[int | None, int | None]:
    """The source and the addressee of a verb."""
    addressed = tree.lemma(verb) in words("speech", "object")
    if passive:
        agent = next((n for n in tree.kids(verb, "obl") if tree.case(n) == "by"), None)
        told = tree.child(verb, "nsubj:pass") if addressed else None
        if told is None and addressed and agent is None:
            told = None
        return agent, told
    if rest is not None and tree.case(rest) in ("on", "upon", "to"):
        return speaker(tree, verb), rest
    told = tree.child(verb, "iobj", "obj") if addressed else None
    if told is None and tree.lemma(verb) in words("speech", "toward") | {"speak"}:
        told = next((n for n in tree.kids(verb, "obl") if tree.case(n) == "to"), None)
    return speaker(tree, verb), told


def speaker(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """The head of the phrase that names who says `verb`, found up the tree if need be."""
    subjects = tree.kids(verb, "nsubj")
    subject = min(subjects, key=lambda kid: abs(kid - verb)) if subjects else None
    relation = tree.tokens[verb].deprel
    if subject is not None:
        if tree.lower(subject) in _RELATIVE:
            antecedent = _antecedent(tree, verb)
            return antecedent if antecedent is not None else subject
        return subject
    head = tree.tokens[verb].head
    if depth > 4 or head == verb:
        return None
    if relation in ("conj", "xcomp", "advcl", "parataxis", "ccomp") and _verbal(tree, head):
        if relation == "ccomp" or (relation == "parataxis" and tree.tokens[verb].xpos != "VBG"):
            return None
        if relation == "xcomp" and tree.child(head, "obj") is not None:
            return tree.child(head, "obj")
        return speaker(tree, head, depth + 1)
    if relation.startswith("acl"):
        return head if tree.tokens[verb].xpos in ("VBG", "VB") or relation == "acl:relcl" else None
    return None


def _antecedent(tree: Tree, verb: int) -> int | None:
    at = verb
    for _ in range(6):
        if tree.tokens[at].deprel == "acl:relcl":
            return tree.tokens[at].head
        if tree.is_root(at):
            return None
        at = tree.tokens[at].head
    return None


def _verbal(tree: Tree, number: int) -> bool:
    return (
        tree.tokens[number].upos in ("VERB", "AUX")
        or tree.child(number, "cop", "nsubj") is not None
    )

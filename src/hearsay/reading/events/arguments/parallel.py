"""Which verb a coordinated verb goes with: the one of its own form, whatever the tree hangs it on.

"After insisting that Chad had gone, and then slamming the claims" slams as it insists: a gerund
goes with a gerund, a finite verb with a finite one, an infinitive with an infinitive.
"""

from collections.abc import Iterator

from hearsay.rules import rule
from hearsay.syntax import Parse

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBAL = frozenset({"VERB", "AUX"})
_REACH = 60  # tokens back that are looked at: a longer sentence is a list


def goes_with(tree: Parse, verb: int) -> int | None:
    """The verb that a coordinated verb shares its subject with, None where none is sure."""
    head = tree.tokens[verb].head
    if _is_alternative(tree, verb, head):
        return next(_told(tree, verb, head), None)
    if not _differs(tree, verb, head):
        return head
    return next((at for at in _before(tree, verb, head) if not _differs(tree, verb, at)), None)


@rule("EVT-210")
def _differs(tree: Parse, verb: int, other: int) -> bool:
    """True for a verb of another form than the coordinated one: it is told within, not beside."""
    tag, head = tree.tokens[verb].xpos, tree.tokens[other]
    if tag in _FINITE or _is_helped(tree, verb):
        return not _is_finite(tree, other) and (head.xpos != "VBN" or head.deprel == "acl")
    if tag == "VBG":
        return head.xpos != "VBG"
    return tag == "VB" and head.xpos not in ("VB", "VBP") and head.upos in _VERBAL


# no rule: a look-up of tags
def _is_finite(tree: Parse, verb: int) -> bool:
    """True for a verb with a tense of its own, or a predicate with a verb that has one."""
    return tree.tokens[verb].xpos in _FINITE or _is_helped(tree, verb)


# no rule: a look-up of tags
def _is_helped(tree: Parse, verb: int) -> bool:
    """True where a helping verb gives the tense: "had gone", "will go"."""
    helpers = tree.kids(verb, "aux", "aux:pass", "cop")
    return any(tree.tokens[kid].xpos in (*_FINITE, "MD") for kid in helpers)


@rule("EVT-211")
def _is_alternative(tree: Parse, verb: int, head: int) -> bool:
    """True for a verb behind "or" with a clause told before it, which it goes on with: "saw no sign
    that Chad knew of the raid or ordered it"."""
    joined = {tree.lemma(kid) for kid in tree.kids(verb, "cc")}
    return not joined.isdisjoint({"or", "nor"}) and next(_told(tree, verb, head), None) is not None


def _told(tree: Parse, verb: int, head: int) -> Iterator[int]:
    """The verbs told under the head of the form of the coordinated one, the nearest first."""
    for at in range(verb - 1, max(head, verb - _REACH), -1):
        token = tree.tokens[at]
        same = token.xpos == tree.tokens[verb].xpos and token.upos == "VERB"
        if same and tree.kid(at, "nsubj") is not None and tree.below(at, head):
            yield at


def _before(tree: Parse, verb: int, head: int) -> Iterator[int]:
    """The verbs that the coordinated one may go with: above its head or below it, nearest first."""
    above = set(tree.climb(head))
    for at in range(verb - 1, max(-1, verb - _REACH), -1):
        if tree.sentence[at] != tree.sentence[verb]:
            return
        if tree.tokens[at].upos == "VERB" and (at in above or tree.below(at, head)):
            yield at

"""Whom grammar forbids a pronoun to mean: those that take part in the same thing beside it."""

from collections.abc import Iterator

from hearsay.reading.names.link.mention_chains import Chains
from hearsay.rules import rule
from hearsay.syntax import Parse

SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
OBJECT = frozenset({"obj", "iobj"})
_OTHERS = OBJECT | {"obl", "obl:agent", "obl:arg"}
_RELATIVE = frozenset({"WP", "WDT"})
_UNFINISHED = frozenset({"VB", "VBG", "VBN"})
# "He took the boy with him": what goes along with somebody may go with the doer.
_ALONG = frozenset(
    {"with", "along with", "behind", "around", "beside", "before", "after", "near", "above"}
)
_SHARED = 4  # verbs through which a subject is handed down
_MOST = 64  # dependents of a word that are looked at


def barred(chains: Chains, tree: Parse, number: int) -> frozenset[int]:
    """The chains that the pronoun at this token cannot be of, if it is no reflexive."""
    heads = (step for fellow in _fellows(tree, number) for step in _joint(tree, fellow))
    held = (chains.at(head) for head in heads if head != number)
    return frozenset(chains.chain(mention) for mention in held if mention is not None)


def _fellows(tree: Parse, number: int) -> Iterator[int]:
    """The head words of the other parties: "Blair met him", "came out to meet him"."""
    token = tree.tokens[number]
    if token.deprel == "nmod:poss":
        yield from _owned(tree, token.head)
        return
    for _ in range(_MOST):
        if token.deprel != "conj" or token.head == number:
            break
        number = token.head
        yield number
        token = tree.tokens[number]
    if token.deprel in SUBJECT | _OTHERS:
        yield from _parties(tree, number, token.head)


def _owned(tree: Parse, noun: int) -> Iterator[int]:
    """ "Blair is his friend", "Blair, his friend", "chose Blair as his deputy": not Blair's own."""
    yield noun
    token = tree.tokens[noun]
    if tree.kid(noun, "cop") is not None:
        subject = subject_of(tree, noun)
        if subject is not None:
            yield subject
    elif token.deprel == "appos":
        yield token.head
    elif tree.case(noun) == "as":
        yield from (k for k in tree.children[token.head][:_MOST] if tree.tokens[k].deprel in OBJECT)


def _parties(tree: Parse, number: int, verb: int) -> Iterator[int]:
    """The other parties to what a verb says, and to what hangs on it without a subject."""
    subject = subject_of(tree, verb)
    if subject is not None and subject != number and not _goes_along(tree, number, verb):
        yield subject
    yield from _others(tree, number, verb)
    role = tree.tokens[number].deprel
    for kid in tree.children[verb][:_MOST]:
        token = tree.tokens[kid]
        shares = token.deprel == "conj" and role in SUBJECT
        if (shares or token.deprel == "xcomp") and tree.kid(kid, *SUBJECT) is None:
            yield from _others(tree, number, kid)


def _others(tree: Parse, number: int, verb: int) -> Iterator[int]:
    for kid in tree.children[verb][:_MOST]:
        if kid != number and tree.tokens[kid].deprel in _OTHERS:
            yield _meant(tree, kid, verb)
    if tree.tokens[verb].deprel == "acl:relcl":
        yield tree.tokens[verb].head


@rule("NAM-005")
def _goes_along(tree: Parse, number: int, verb: int) -> bool:
    return tree.case(number) in _ALONG and tree.kid(verb, "obj") is not None


def subject_of(tree: Parse, verb: int) -> int | None:
    """Who does what a verb says: its subject, or one that it shares with the verb above it."""
    for _ in range(_SHARED):
        own = tree.kid(verb, *SUBJECT)
        if own is not None:
            return _meant(tree, own, verb)
        token = tree.tokens[verb]
        if token.deprel == "xcomp":
            held = tree.kid(token.head, *OBJECT)
            if held is not None:
                return held
        elif token.deprel == "acl:relcl":
            return token.head
        elif token.deprel != "conj" and not (
            token.deprel in ("advcl", "parataxis") and token.xpos in _UNFINISHED
        ):
            return None
        verb = token.head
    return None


def _meant(tree: Parse, part: int, verb: int) -> int:
    """Whom "who" stands for; any other word itself."""
    clause = tree.tokens[verb]
    if clause.deprel == "acl:relcl" and tree.tokens[part].xpos in _RELATIVE:
        return clause.head
    return part


def _joint(tree: Parse, head: int) -> Iterator[int]:
    """The word and those it is coordinated or put in apposition with."""
    yield head
    for kid in tree.children[head][:_MOST]:
        if tree.tokens[kid].deprel in ("conj", "appos"):
            yield kid


def coordinated(tree: Parse, head: int) -> Iterator[int]:
    """The words coordinated with this one, itself among them."""
    token = tree.tokens[head]
    first = token.head if token.deprel == "conj" else head
    yield first
    for kid in tree.children[first][:_MOST]:
        if tree.tokens[kid].deprel == "conj":
            yield kid

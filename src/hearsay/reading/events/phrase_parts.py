"""A phrase as a part of a clause: its words, whether it is several, and which event it tells of."""

from hearsay.model import ClausePart
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.reading.events.clause_words import is_bare, phrase_words
from hearsay.reading.events.page_context import PageContext
from hearsay.syntax import Parse

RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "what", "where"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


# no rule: a look-up of words
def is_relative(tree: Parse, number: int) -> bool:
    """True for a word that stands for one in another clause, and for one that asks; not for "what"
    with a clause of its own: "what he calls a raid"."""
    return tree.lowered[number] in RELATIVES and tree.kid(number, "acl", "acl:relcl") is None


# no rule: a look-up of number
def is_several(tree: Parse, head: int) -> bool:
    """True for several: by ending, by words for many, by "and"."""
    many = words("sentences", "many")
    counted = any(tree.lowered[kid] in many for kid in tree.kids(head, "nummod"))
    others = [kid for kid in tree.kids(head, "conj") if tree.tokens[kid].upos in NOMINAL]
    joined = bool(others) and not _is_titled(tree, head, others[-1])
    ending = tree.tokens[head].xpos in ("NNS",)
    return ending or joined or counted or tree.lowered[head] in many


# no rule: a look-up of a form
def _is_titled(tree: Parse, head: int, last: int) -> bool:
    """True for several titles of one: "writer and teacher Mira Sol"."""
    bare = tree.kid(head, "det", "nmod:poss", "nummod", "flat") is None
    return bare and tree.tokens[head].xpos == "NN" and tree.kid(last, "flat") is not None


def head_told(page: PageContext, head: int, top: int) -> int:
    """The event above the noun that a relative clause hangs on, where the clause tells what an
    event does: "the raid on two farms that killed six"."""
    tree = page.tree
    above = tree.head(head)
    held = (
        above is not None
        and tree.relation(head) == "nmod"
        and tree.case(head) in words("sentences", "struck")
    )
    subject = tree.kid(top, "nsubj")
    if above is None or not held or subject is None or tree.lowered[subject] == "who":
        return head
    return above if tree.lemma(top) in words("sentences", "wounding") else head


def told_by_event(page: PageContext, noun: int) -> tuple[int, ...]:
    """The relative clauses on a noun that tell what the event above it did."""
    kids = page.tree.dependents(noun, "acl")
    return tuple(kid for kid in kids if head_told(page, noun, kid) != noun)


def phrase_part(page: PageContext, head: int, slot: str, needed: bool = True) -> ClausePart | None:
    """A phrase with its words; None for a relative, and for one too long."""
    spans = phrase_words(page, head, ())
    if not spans or is_relative(page.tree, head):
        return None
    return ClausePart(slot, spans, needed, is_several(page.tree, head), is_bare(page, head))

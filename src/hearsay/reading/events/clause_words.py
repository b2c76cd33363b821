"""The words of a phrase that a sentence needs: without times, asides and long relative clauses."""

from collections.abc import Iterable, Iterator

from hearsay.model import Span
from hearsay.reading.events.arguments.control import VERBAL
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.reading.events.page_context import PageContext
from hearsay.syntax import Parse

LONGEST = 60
"""Tokens that a part may have; a longer one is left out."""

_LONGEST_RELATIVE = 8
_LONGEST_INFINITIVE = 20
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_EDGES = frozenset({",", "-", "–", "—", ";", ":", ".", "--", "..."})
_MARKED = frozenset('"“”«»„') | {"``", "''"}


def phrase_words(page: PageContext, head: int, without: Iterable[int]) -> tuple[Span, ...]:
    """The words of a phrase without what may be left out of it, in stretches."""
    tokens = set(needed_tokens(page, head))
    for kid in without:
        tokens.difference_update(range(page.tree.low[kid], page.tree.high[kid]))
    if len(tokens) > LONGEST:
        return ()
    return spans_of(page, tokens)


def needed_tokens(page: PageContext, head: int) -> Iterator[int]:
    """The tokens under a head that a sentence needs."""
    tree = page.tree
    todo, count = [head], 0
    while todo and count <= LONGEST:  # a longer one is not told, and need not be walked
        at = todo.pop()
        count += 1
        yield at
        todo += [kid for kid in tree.children[at] if not _spare(page, head, at, kid)]


# no rule: what a sentence may lose, which decides no reading
def _spare(page: PageContext, top: int, at: int, kid: int) -> bool:
    """True for what may be left out: times, asides, clauses set off by a comma, long relatives."""
    tree = page.tree
    relation = tree.relation(kid)
    low, high = tree.low[kid], tree.high[kid]
    if relation in words("sentences", "asides"):
        return relation != "appos" or _set_off(tree, at, kid)
    if kid in page.nouns.timed:
        whole = relation in ("obl", "nmod", "advmod") and tree.tokens[kid].deprel != "nmod:poss"
        return whole or not words("sentences", "relative_days").isdisjoint(tree.lowered[low:high])
    if relation == "advmod" and tree.lowered[kid] in words("sentences", "passing"):
        if tree.quoted(kid):
            return False  # the words of others stay whole
        return tree.text[tree.ends[kid] : tree.ends[kid] + 1] != "-"  # "so-called"
    if relation == "nummod" and _set_off(tree, at, kid):  # "Iva Mar, 52, said"
        return True
    if relation in ("acl", "advcl"):
        if relation == "acl" and any(each in page.nouns.timed for each in tree.children[kid]):
            return True  # "a visit planned for Friday"
        marks = {tree.lowered[mark] for mark in tree.kids(kid, "mark", "case")}
        gerund = tree.tokens[kid].xpos == "VBG" and not marks.isdisjoint(
            words("sentences", "gerunds")
        )
        if _set_off(tree, at, kid):
            return marks.isdisjoint(words("sentences", "conditions"))
        longest = (
            _LONGEST_INFINITIVE
            if gerund or not marks.isdisjoint({"to", "that"})
            else _LONGEST_RELATIVE
        )
        return high - low > longest
    if relation == "conj" and tree.tokens[kid].upos in VERBAL:
        return True
    if relation in ("obl", "nmod") and tree.case(kid) in words("sentences", "tellers"):
        return True
    if relation == "case" and at == top and tree.tokens[kid].xpos == "POS":
        return True
    return low > at and tree.tokens[low].text in _OPENING


# no rule: a look-up of marks
def _set_off(tree: Parse, at: int, kid: int) -> bool:
    """True for words behind a head that a comma or a dash parts from it."""
    low = tree.low[kid]
    return low > at and not _EDGES.isdisjoint((tree.tokens[low - 1].text, tree.tokens[low].text))


def spans_of(page: PageContext, tokens: set[int]) -> tuple[Span, ...]:
    """Tokens as stretches of the page, edges free of commas, dashes and brackets."""
    tree = page.tree
    runs: list[list[int]] = []
    cut = {*_EDGES, *_OPENING, *_CLOSING}
    for at in _unbracketed(tree, sorted(tokens)):
        if runs and at == runs[-1][-1] + 1 and at not in tree.broken:
            runs[-1].append(at)
        else:
            runs.append([at])
    made = []
    for run in runs:
        while run and tree.tokens[run[0]].text in cut:
            run.pop(0)
        while run and tree.tokens[run[-1]].text in cut:
            run.pop()
        if run and any(tree.tokens[at].text not in _MARKED for at in run):
            made.append(page.document.span(tree.starts[run[0]], tree.ends[run[-1]]))
    return tuple(made)


def _unbracketed(tree: Parse, tokens: list[int]) -> Iterator[int]:
    """The tokens outside brackets."""
    inside = False
    for at in tokens:
        inside = tree.tokens[at].text in _OPENING or (
            inside and tree.tokens[at - 1].text not in _CLOSING
        )
        if not inside:
            yield at


# no rule: whether an article must be put back
def is_bare(page: PageContext, head: int) -> bool:
    """True for a noun whose article went with a time: "Monday's attack"."""
    return any(
        kid in page.nouns.timed and _spare(page, head, head, kid)
        for kid in page.tree.kids(head, "nmod:poss")
    )

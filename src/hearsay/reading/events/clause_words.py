"""The words of a phrase that a sentence needs: without times, asides and long relative clauses."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hearsay.model import Span
from hearsay.reading.events.arguments.control import VERBAL
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.reading.events.page_context import PageContext
from hearsay.syntax import Parse

LONGEST = 60
"""Tokens that a part may have; a longer one is left out."""

_LONGEST_RELATIVE = 10
_LONGEST_INFINITIVE = 20
_LONGEST_CITED = 12
_LONGEST_NOUN = 4
_FARTHEST = 400  # tokens before a noun in which its page may have said more of it
_ARTICLES = frozenset({"a", "an", "the", "this"})
_BEHIND_ADVERBS = frozenset({"acl", "advcl", "obl", "ccomp"})
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


@dataclass(frozen=True, slots=True)
class _Link:
    """A word under another one in the phrase of `top`."""

    page: PageContext
    top: int
    at: int
    kid: int

    @property
    def relation(self) -> str:
        return self.page.tree.relation(self.kid)


# no rule: what a sentence may lose, which decides no reading
def _spare(page: PageContext, top: int, at: int, kid: int) -> bool:
    """True for what may be left out: times, asides, clauses set off by a comma, long relatives."""
    link = _Link(page, top, at, kid)
    if _is_cited(link):
        return False
    if link.relation in words("sentences", "asides"):
        return link.relation != "appos" or is_set_off(page.tree, at, kid)
    if kid in page.nouns.timed:
        return _is_spare_time(link)
    lost = _LOSSES.get(link.relation)
    if lost is not None and lost(link):
        return True
    low = page.tree.low[kid]
    return low > at and page.tree.tokens[low].text in _OPENING


# no rule: part of what a sentence may lose
def _is_cited(link: _Link) -> bool:
    """True for a few words inside a quotation that stands in the phrase: it is told word for
    word."""
    tree, kid = link.page.tree, link.kid
    if tree.high[kid] - tree.low[kid] > _LONGEST_CITED:
        return False
    opened = tree.quote[kid]
    return tree.low[link.top] <= opened and opened == tree.quote[link.at]


# no rule: part of what a sentence may lose
def _is_spare_time(link: _Link) -> bool:
    """True for a time, except where it is part of a name or a measure: "a 9 p.m. curfew"."""
    tree, kid = link.page.tree, link.kid
    if tree.text[tree.ends[kid] : tree.ends[kid] + 1] == "-":  # "the now-banned party"
        return False
    stands = tree.lowered[tree.low[kid] : tree.high[kid]]
    if not words("sentences", "relative_days").isdisjoint(stands):
        return True
    timed = link.at in link.page.nouns.timed
    before = timed or (kid < link.at and tree.tokens[link.at].upos in ("NOUN", "NUM"))
    whole = link.relation in ("obl", "nmod", "advmod") and not before
    return whole and tree.tokens[kid].deprel != "nmod:poss"


# no rule: part of what a sentence may lose
def _is_spare_adverb(link: _Link) -> bool:
    """True for an adverb that ties a clause to its page, one set off, and one that is a stub
    without the words it would lose: "as long" of "as long as the truce holds"."""
    tree, kid = link.page.tree, link.kid
    if any(
        tree.relation(each) in _BEHIND_ADVERBS and _spare(link.page, link.top, kid, each)
        for each in tree.children[kid]
    ):
        return True
    if is_set_off(tree, link.at, kid):
        return True
    verbal = tree.tokens[link.at].upos in VERBAL and link.at == link.top
    if not verbal or tree.lowered[kid] not in words("sentences", "passing"):
        return False
    if tree.tokens[kid].xpos == "WRB" or tree.quoted(kid):  # the words of others stay whole
        return False
    return tree.text[tree.ends[kid] : tree.ends[kid] + 1] != "-"  # "so-called"


# no rule: part of what a sentence may lose
def _is_spare_number(link: _Link) -> bool:
    """True for an age: "Iva Mar, 52, said"."""
    return is_set_off(link.page.tree, link.at, link.kid)


# no rule: part of what a sentence may lose
def _is_spare_clause(link: _Link) -> bool:
    """True for a clause set off by a comma or long, unless its head says nothing without it."""
    tree, at, kid = link.page.tree, link.at, link.kid
    if link.relation == "acl" and _is_content(tree, at, kid):
        return False
    if link.relation == "acl" and any(each in link.page.nouns.timed for each in tree.children[kid]):
        return True  # "a visit planned for Friday"
    marks = {tree.lowered[mark] for mark in tree.kids(kid, "mark", "case")}
    if is_set_off(tree, at, kid):
        return marks.isdisjoint(words("sentences", "conditions"))
    gerund = is_gerund(tree, kid) and not marks.isdisjoint(words("sentences", "gerunds"))
    completes = gerund or not marks.isdisjoint({"to", "that"})
    longest = _LONGEST_INFINITIVE if completes else _LONGEST_RELATIVE
    return tree.high[kid] - tree.low[kid] > longest


# no rule: part of what a sentence may lose
def _is_content(tree: Parse, at: int, kid: int) -> bool:
    """True for a clause without which its head says nothing: "those who fled", "the claim that"."""
    if tree.lowered[at] in words("sentences", "unfinished"):
        return True
    told = tree.kid(kid, "nsubj", "nsubj:pass") is not None or tree.tokens[kid].xpos == "VB"
    return told and tree.lemma(at) in words("sentences", "contentful")


# no rule: part of what a sentence may lose
def _is_spare_verb(link: _Link) -> bool:
    """True for a second verb, unless words behind it hang on the first: they may be its own."""
    tree, kid = link.page.tree, link.kid
    behind = any(each >= tree.high[kid] for each in tree.children[link.at])
    return tree.tokens[kid].upos in VERBAL and not (behind and link.at != link.top)


# no rule: part of what a sentence may lose
def _is_spare_phrase(link: _Link) -> bool:
    """True for a phrase that tells by whose word, one set off by a comma, and one that stands for a
    clause: "with most aid still on its way"."""
    tree, kid = link.page.tree, link.kid
    if tree.case(kid) in words("sentences", "tellers") or is_set_off(tree, link.at, kid):
        return True
    return is_absolute(tree, kid)


# no rule: part of what a sentence may lose
def _is_spare_ending(link: _Link) -> bool:
    """True for the ending of a possessive."""
    return link.at == link.top and link.page.tree.tokens[link.kid].xpos == "POS"


_LOSSES: dict[str, Callable[[_Link], bool]] = {
    "advmod": _is_spare_adverb,
    "nummod": _is_spare_number,
    "acl": _is_spare_clause,
    "advcl": _is_spare_clause,
    "conj": _is_spare_verb,
    "obl": _is_spare_phrase,
    "nmod": _is_spare_phrase,
    "case": _is_spare_ending,
}
"""By the relation of a word to the one above it, whether a sentence may lose it."""


# no rule: a look-up of a form
def is_gerund(tree: Parse, verb: int) -> bool:
    """True for "hiding" and for "having hidden"."""
    helped = tree.kid(verb, "aux", "cop", "aux:pass")
    return "VBG" in (tree.tokens[verb].xpos, "" if helped is None else tree.tokens[helped].xpos)


# no rule: a look-up of a form
def is_absolute(tree: Parse, kid: int) -> bool:
    """True for a clause in the form of a phrase: "with the crew still looking for him"."""
    doing = any(tree.tokens[each].xpos == "VBG" for each in tree.kids(kid, "acl", "advcl"))
    return tree.case(kid) == "with" and doing


# no rule: a look-up of marks
def is_set_off(tree: Parse, at: int, kid: int) -> bool:
    """True for words behind a head that a comma or a dash parts from it."""
    low = tree.low[kid]
    if low <= at:
        return False
    marks = {tree.tokens[low - 1].text, tree.tokens[low].text}
    if "-" in marks and (tree.ends[low - 1] == tree.starts[low] or tree.tokens[low].text == "-"):
        return False  # "surface-to-air"
    return not _EDGES.isdisjoint(marks)


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


def earlier_words(page: PageContext, head: int) -> tuple[Span, ...]:
    """What the page called a thing before it says no more of it than "the ban": "flight ban"; ()
    where it says more here, or the last one told of is several, or is none of its own."""
    tree = page.tree
    if not _says_the_noun_alone(tree, head) or head in page.nouns.name_at:
        return ()
    for at in range(head - 1, max(-1, head - _FARTHEST), -1):
        alike = tree.tokens[at].upos == "NOUN" and tree.lemma(at) == tree.lemma(head)
        if alike and not _says_the_noun_alone(tree, at):
            return _described(page, at)
    return ()


def _described(page: PageContext, noun: int) -> tuple[Span, ...]:
    """A noun with the words before it that tell which one it is; () for several, for part of
    another phrase, for one that was not there ("no ban") and for the words of others."""
    tree = page.tree
    told = {tree.lowered[kid] for kid in tree.kids(noun, "det", "nmod:poss", "nummod")}
    part = tree.tokens[noun].deprel in ("compound", "flat")
    if part or tree.tokens[noun].xpos != "NN" or not told <= _ARTICLES or tree.quoted(noun):
        return ()
    before = [kid for kid in tree.kids(noun, "compound", "amod") if kid < noun]
    kept = [kid for kid in before if kid not in page.nouns.timed]
    tokens = {noun, *(each for kid in kept for each in needed_tokens(page, kid))}
    whole = len(tokens) == noun - min(tokens) + 1 and len(tokens) <= _LONGEST_NOUN
    return spans_of(page, tokens) if kept and whole else ()


# no rule: a look-up of forms
def _says_the_noun_alone(tree: Parse, noun: int) -> bool:
    """True for "the ban": a common noun with an article and nothing else."""
    if tree.tokens[noun].xpos != "NN" or tree.low[noun] != noun - 1:
        return False
    return tree.high[noun] == noun + 1 and tree.lowered[noun - 1] in ("the", "this", "that")


# no rule: whether an article must be put back
def is_bare(page: PageContext, head: int) -> bool:
    """True for a noun whose article went with a time: "Monday's attack"."""
    return any(
        kid in page.nouns.timed and _spare(page, head, head, kid)
        for kid in page.tree.kids(head, "nmod:poss")
    )

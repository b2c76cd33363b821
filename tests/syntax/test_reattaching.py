"""Reattachment of any heads: what holds whatever the parser gave."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Analysis, Sentence, Span, Token
from hearsay.syntax.repairs import REPAIRS, children_of, repaired
from tests.limits import within

_RELATIONS = st.sampled_from(["conj", "ccomp", "nsubj", "aux", "cc", "obj", "dep"])
_TAGS = st.sampled_from([("VERB", "VBD"), ("VERB", "VBZ"), ("NOUN", "NN"), ("AUX", "MD")])


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """A sentence or two of verbs of telling and nouns, hung anyhow."""
    size = draw(st.integers(1, 14))
    cut = draw(st.integers(1, size))
    tokens = []
    for number in range(size):
        head = draw(st.integers(0, size - 1))
        upos, xpos = draw(_TAGS)
        word = draw(st.sampled_from(["told", "closed", "kiln", "mayor"]))
        at = 8 * number
        lemma = word.replace("told", "tell").removesuffix("d")
        relation = draw(_RELATIONS)
        tokens.append(Token(at, at + len(word), word, lemma, upos, xpos, head, relation))
    edges = [(0, cut), (cut, size)] if cut < size else [(0, size)]
    sentences = tuple(Sentence(first, last, 0) for first, last in edges)
    return Analysis("x" * 8 * size, tuple(tokens), sentences)


def heads_of(analysis: Analysis, dateline: Span | None = None) -> list[int]:
    return repaired(analysis, [token.lemma for token in analysis.tokens], dateline)


@settings(max_examples=300, deadline=None)
@given(analyses())
def test_every_word_reaches_a_root_in_its_own_sentence(analysis: Analysis) -> None:
    heads = heads_of(analysis)
    for sentence in analysis.sentences:
        for number in range(sentence.first, sentence.last):
            at, steps = number, 0
            while heads[at] != at:
                at, steps = heads[at], steps + 1
                assert sentence.first <= at < sentence.last and steps <= len(heads)


@settings(max_examples=300, deadline=None)
@given(analyses(), st.integers(0, 14))
def test_nothing_hangs_across_the_edge_of_a_dateline(analysis: Analysis, words: int) -> None:
    if not words:
        return
    dateline = Span(0, 8 * words, "x" * 8 * words)
    for number, head in enumerate(heads_of(analysis, dateline)):
        assert (number < words) == (head < words)


@settings(max_examples=200, deadline=None)
@given(analyses())
def test_a_sound_tree_is_changed_by_the_last_repair_alone(analysis: Analysis) -> None:
    heads = heads_of(analysis)
    lemmas = [token.lemma for token in analysis.tokens]
    for repair in REPAIRS[:-1]:
        assert not [n for n, head in repair(analysis, lemmas, heads, None).items() if n != head]


def test_children_stand_in_the_order_of_the_text_and_a_root_is_nobodys() -> None:
    assert children_of([1, 1, 1, 2, 4]) == [[], [0, 2], [3], [], []]
    assert children_of([]) == []


def test_a_chain_of_ten_thousand_is_mended_at_once() -> None:
    size = 10_000
    circle = tuple(
        Token(2 * n, 2 * n + 1, "x", "x", "VERB", "VBD", (n + 1) % size, "conj")
        for n in range(size)
    )
    with within(10):
        heads = heads_of(Analysis("x " * size, circle, (Sentence(0, size, 0),)))
    assert heads == list(range(size))

"""The parse: one view of a sentence, with heads, ranges, prepositions and quotations."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Analysis, NameSpan, Sentence, Span, Token
from hearsay.syntax import Word, parse
from tests.factories import analysis

FLED = """
Because because SCONJ IN 5 mark
the the DET DT 3 det
dam dam NOUN NN 5 nsubj:pass
was be AUX VBD 5 aux:pass
breached breach VERB VBN 10 advcl
, , PUNCT , 10 punct
families family NOUN NNS 10 nsubj
did do AUX VBD 10 aux
not not PART RB 10 advmod
come come VERB VB 0 root
out out ADP IN 13 case
of of ADP IN 13 case
Vidin Vidin PROPN NNP 10 obl
. . PUNCT . 10 punct
"""
TEXT = "Because the dam was breached, families did not come out of Vidin."


def of(text: str, rows: str, **more: object):  # type: ignore[no-untyped-def]
    return parse(analysis(text, rows, **more))  # type: ignore[arg-type]


def test_heads_children_and_ranges() -> None:
    tree = of(TEXT, FLED)
    assert tree.head(9) is None and tree.head(6) == 9
    assert tree.children[4] == (0, 2, 3)
    assert tree.reach(4) == (0, 5) and tree.reach(9) == (0, 14)
    assert tree.below(1, 4) and not tree.below(6, 4)
    assert list(tree.climb(1)) == [1, 2, 4, 9]


def test_kids_are_exact_and_dependents_take_subtypes() -> None:
    tree = of(TEXT, FLED)
    assert tree.kid(4, "nsubj") is None and tree.kids(4, "nsubj:pass") == [2]
    assert tree.dependent(4, "nsubj") == 2 and tree.dependents(4, "aux", "mark") == [0, 3]
    assert tree.dependent(4, "nsubj:pass") == 2 and tree.relation(2) == "nsubj"


def test_the_preposition_is_one_word() -> None:
    tree = of(TEXT, FLED)
    assert tree.case(12) == "out of" and tree.case(6) == ""


def test_fixed_words_are_of_the_preposition_and_a_possessive_is_none() -> None:
    rows = """
    Because because ADP IN 5 case
    of of ADP IN 1 fixed
    Vidin Vidin PROPN NNP 5 nmod:poss
    's 's PART POS 3 case
    mayor mayor NOUN NN 0 root
    """
    tree = of("Because of Vidin's mayor", rows)
    assert tree.case(4) == "because of" and tree.case(2) == ""


def test_of_two_prepositions_that_are_no_one_the_first_counts() -> None:
    rows = """
    from from ADP IN 3 case
    inside inside ADP IN 3 case
    Vidin Vidin PROPN NNP 0 root
    """
    assert of("from inside Vidin", rows).case(2) == "from"


def test_places_and_words() -> None:
    tree = of(TEXT, FLED, names=(NameSpan(12, 13, "place", 0.9),))
    assert tree.at(8, 19) == (1, 4) and tree.place((1, 3)) == (8, 15)
    assert tree.words((1, 3)) == "the dam"
    assert list(tree.inside([Span.of(TEXT, 8, 15)])) == [1, 2]
    assert tree.word(-1) == tree.word(99) == "" and tree.word(0) == "because"
    assert tree.labels == {12: "place"} and tree.opening(9) == 0 and tree.bounds == ((0, 14),)


def test_quotations_and_lines() -> None:
    rows = """
    “ “ PUNCT `` 2 punct
    Go go VERB VB 0 root
    ” ” PUNCT '' 2 punct

    Nobody nobody PRON NN 2 nsubj
    went go VERB VBD 0 root
    """
    tree = of("“Go”\nNobody went", rows)
    assert tree.quote == (0, 0, -1, -1, -1) and tree.quoted(1) and not tree.quoted(4)
    assert tree.broken == {3} and tree.parted(2, 3) and not tree.parted(0, 1)
    assert tree.sentence == (0, 0, 0, 1, 1)


def test_a_word_of_the_parse() -> None:
    tree = of(TEXT, FLED)
    breached, come, dam = Word(tree, 4), Word(tree, 9), Word(tree, 2)
    assert breached.passive and breached.finite and not breached.negated
    assert come.negated and come.finite and not come.passive and come.head is None
    assert dam.head == breached and dam.clause == breached and not dam.quoted
    assert [word.number for word in breached.subtree] == [0, 1, 2, 3, 4]
    assert [word.lemma for word in breached.children] == ["because", "dam", "be"]
    assert Word(tree, 12).case == "out of"


@st.composite
def any_analyses(draw: st.DrawFn) -> Analysis:
    size = draw(st.integers(1, 12))
    cut = draw(st.integers(1, size))
    heads = [draw(st.integers(-2, size + 1)) for _ in range(size)]
    tokens = tuple(
        Token(2 * n, 2 * n + 1, "x", "x", "NOUN", "NN", head, "dep") for n, head in enumerate(heads)
    )
    bounds = [(0, cut), (cut, size)] if cut < size else [(0, size)]
    sentences = tuple(Sentence(first, last, 0) for first, last in bounds)
    return Analysis("x " * size, tokens, sentences)


@settings(max_examples=200, deadline=None)
@given(any_analyses())
def test_whatever_the_heads_the_parse_is_a_forest(found: Analysis) -> None:
    tree = parse(found)
    assert sorted(tree.entry) == list(range(len(tree.tokens)))
    for number in range(len(tree.tokens)):
        above = list(tree.climb(number))
        assert len(set(above)) == len(above) and tree.head(above[-1]) is None
        assert len({tree.sentence[at] for at in above}) == 1
        low, high = tree.reach(number)
        assert low <= number < high and all(tree.below(number, at) for at in above)
    assert parse(tree.analysis) == tree


def test_a_sentence_without_end_is_parsed_in_one_walk() -> None:
    size = 30_000
    tokens = tuple(
        Token(2 * n, 2 * n + 1, "x", "x", "NOUN", "NN", max(n - 1, 0), "nmod") for n in range(size)
    )
    tree = parse(Analysis("x " * size, tokens, (Sentence(0, size, 0),)))
    assert tree.reach(0) == (0, size) and tree.below(size - 1, 0)

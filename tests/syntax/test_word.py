"""One word of a parse: what its neighbours make of it."""

import pytest

from hearsay.syntax import parse
from hearsay.syntax.word import Word
from tests.factories import analysis

TEXT = "The kiln was never lit by the potters, and smoke did not rise because rain fell."
ROWS = """
The the DET DT 2 det
kiln kiln NOUN NN 5 nsubj:pass
was be AUX VBD 5 aux:pass
never never ADV RB 5 advmod
lit light VERB VBN 0 root
by by ADP IN 8 case
the the DET DT 8 det
potters potter NOUN NNS 5 obl:agent
, , PUNCT , 14 punct
and and CCONJ CC 14 cc
smoke smoke NOUN NN 14 nsubj
did do AUX VBD 14 aux
not not PART RB 14 advmod
rise rise VERB VB 5 conj
because because SCONJ IN 17 mark
rain rain NOUN NN 17 nsubj
fell fall VERB VBD 14 advcl
. . PUNCT . 5 punct
"""
LIT, POTTERS, RISE, RAIN, FELL = 4, 7, 13, 15, 16


def word(number: int) -> Word:
    return Word(parse(analysis(TEXT, ROWS)), number)


def test_head_and_children_lead_there_and_back() -> None:
    for number in range(18):
        at = word(number)
        assert all(child.head == at for child in at.children)
        assert at.head is None or at in list(at.head.children)
    assert word(LIT).head is None


def test_a_subtree_holds_the_word_and_what_is_below_it_in_order() -> None:
    assert [at.lemma for at in word(FELL).subtree] == ["because", "rain", "fall"]
    assert [at.number for at in word(LIT).subtree] == list(range(18))
    assert [at.number for at in word(RAIN).subtree] == [RAIN]


FORMS = [  # negated, passive, finite
    (LIT, True, True, True),
    (RISE, True, False, True),
    (FELL, False, False, True),
    (RAIN, False, False, False),
]


@pytest.mark.parametrize(("number", "negated", "passive", "finite"), FORMS)
def test_forms_of_a_verb(number: int, negated: bool, passive: bool, finite: bool) -> None:
    at = word(number)
    assert (at.negated, at.passive, at.finite) == (negated, passive, finite)


def test_the_clause_a_word_stands_in() -> None:
    assert word(RAIN).clause.number == FELL
    assert word(POTTERS).clause.number == LIT
    assert word(FELL).clause.number == FELL
    assert word(10).clause.number == RISE


def test_the_preposition_before_a_word() -> None:
    assert word(POTTERS).case == "by" and word(RAIN).case == ""


def test_a_clause_without_a_verb_is_headed_by_its_predicate() -> None:
    rows = """
    Rain rain NOUN NN 3 nsubj
    is be AUX VBZ 3 cop
    likely likely ADJ JJ 0 root
    """
    tree = parse(analysis("Rain is likely", rows))
    assert Word(tree, 2).finite and Word(tree, 0).clause.number == 2


def test_words_in_quotation_marks_are_quoted() -> None:
    rows = """
    “ “ PUNCT `` 2 punct
    Fire fire NOUN NN 0 root
    ” ” PUNCT '' 2 punct

    He he PRON PRP 2 nsubj
    ran run VERB VBD 0 root
    """
    tree = parse(analysis("“Fire” He ran", rows))
    assert Word(tree, 1).quoted and not Word(tree, 4).quoted

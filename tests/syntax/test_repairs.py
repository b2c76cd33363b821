"""Reattachments: made once, in order, for all who read the trees."""

import pytest

from hearsay.model import Span
from hearsay.syntax import parse
from tests.factories import analysis

TOLD = """
Mayor Mayor PROPN NNP 2 compound
Ruse Ruse PROPN NNP 3 nsubj
told tell VERB VBD 0 root
the the DET DT 5 det
crew crew NOUN NN 3 obj
that that SCONJ IN 9 mark
the the DET DT 8 det
{subject} 9 nsubj
{inner} 3 ccomp
a a DET DT 11 det
quay quay NOUN NN 9 obj
and and CCONJ CC 13 cc
ordered order VERB VBD 9 conj
an an DET DT 15 det
inquiry inquiry NOUN NN 13 obj
"""


@pytest.mark.parametrize(
    ("subject", "inner", "head"),
    [
        ("harbour harbour NOUN NN", "swallowed swallow VERB VBD", 2),
        ("council council NOUN NN", "closed close VERB VBD", 8),  # a council orders things itself
        ("council council NOUN NN", "closes close VERB VBZ", 2),
    ],
)
def test_a_verb_that_goes_on_with_the_telling(subject: str, inner: str, head: int) -> None:
    words = f"the {subject.split()[0]} {inner.split()[0]} a quay"
    text = f"Mayor Ruse told the crew that {words} and ordered an inquiry"
    tree = parse(analysis(text, TOLD.format(subject=subject, inner=inner)))
    assert tree.head(12) == head
    assert (12 in tree.children[2]) == (head == 2)


def test_a_verb_the_model_gives_a_wrong_lemma_is_known() -> None:
    rows = TOLD.format(subject="harbour harbour NOUN NN", inner="swallowed swallow VERB VBD")
    text = "Mayor Ruse told the crew that the harbour swallowed a quay and ordered an inquiry"
    tree = parse(analysis(text, rows.replace("told tell", "told tol")))
    assert tree.head(12) == 2


def test_a_head_in_another_sentence_and_a_circle_become_roots() -> None:
    rows = """
    Ships ship NOUN NNS 4 nsubj
    sailed sail VERB VBD 0 root

    Crews crew NOUN NNS 2 nsubj
    slept sleep VERB VBD 1 dep
    """
    tree = parse(analysis("Ships sailed\n\nCrews slept", rows))
    assert [tree.head(number) for number in range(4)] == [None, None, None, None]
    assert tree.children == ((), (), (), ())


def test_nothing_hangs_across_the_edge_of_a_dateline() -> None:
    text = "BURGAS, Bulgaria — Dockers struck"
    rows = """
    BURGAS BURGAS PROPN NNP 6 nsubj
    , , PUNCT , 3 punct
    Bulgaria Bulgaria PROPN NNP 1 appos
    — — PUNCT : 1 punct
    Dockers docker NOUN NNS 6 nsubj
    struck strike VERB VBD 0 root
    """
    tree = parse(analysis(text, rows), Span.of(text, 0, 18))
    assert tree.head(0) is None and tree.head(2) == 0 and tree.kids(5, "nsubj") == [4]
    assert tree.dateline == 4
    assert parse(analysis(text, rows)).kids(5, "nsubj") == [0, 4]


def test_what_hangs_on_a_dateline_becomes_a_root() -> None:
    text = "BURGAS — Dockers struck"
    rows = """
    BURGAS BURGAS PROPN NNP 0 root
    — — PUNCT : 1 punct
    Dockers docker NOUN NNS 4 nsubj
    struck strike VERB VBD 1 parataxis
    """
    tree = parse(analysis(text, rows), Span.of(text, 0, 8))
    assert tree.head(3) is None and tree.reach(0) == (0, 2)

"""A sentence as atoms and the tokens behind them."""

from hearsay.language import Analyser
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from hearsay.syntax import parse
from tests import factories
from tests.reading.times import flat

TEXT = "The mid-May fair opened at 2 p.m. on the hill."
ROWS = """
The the DET DT 3 det
mid-May mid-May PROPN NNP 3 compound
fair fair NOUN NN 4 nsubj
opened open VERB VBD 0 root
at at ADP IN 6 case
2 2 NUM CD 4 obl
p.m. p.m. NOUN NN 6 nmod
on on ADP IN 10 case
the the DET DT 10 det
hill hill NOUN NN 4 obl
. . PUNCT . 4 punct
"""


def context() -> SentenceAtoms:
    tree = parse(factories.analysis(TEXT, ROWS))
    return SentenceAtoms.of(tree, *tree.bounds[0])


def test_an_atom_knows_the_token_it_stands_in() -> None:
    found = context()
    tokens = [found.tokens[found.token(at)].text for at in range(len(found.atoms))]
    assert [atom.word for atom in found.atoms][:5] == ["the", "mid", "-", "may", "fair"]
    assert tokens[:5] == ["The", "mid-May", "mid-May", "mid-May", "fair"]
    for at, atom in enumerate(found.atoms):
        token = found.tokens[found.token(at)]
        assert token.start <= atom.start < token.end


def test_outside_the_sentence_there_is_nothing() -> None:
    found = context()
    size = len(found.atoms)
    assert found.word(-1) == found.word(size) == ""
    assert found.tag(-1) is None and found.tag(size) is None
    assert found.words_before(0, 3) == "" and found.words_before(2, 9) == "the mid"


def test_what_hangs_on_a_token() -> None:
    found = context()
    assert [token.text for token in found.below(3)] == ["fair", "2", "hill", "."]
    assert found.grown


def test_a_sentence_whose_words_hang_on_nothing_has_no_tree() -> None:
    tree = parse(flat.analyse("The fair opened."))
    assert not SentenceAtoms.of(tree, *tree.bounds[0]).grown


def test_a_sentence_has_its_own_atoms_alone(analyser: Analyser) -> None:
    tree = parse(analyser.analyse("The fair opened. It rained. Nobody left."))
    cut = [SentenceAtoms.of(tree, first, last) for first, last in tree.bounds]
    assert [[atom.word for atom in one.atoms] for one in cut] == [
        ["the", "fair", "opened", "."],
        ["it", "rained", "."],
        ["nobody", "left", "."],
    ]
    assert all(one.first <= one.token(at) < one.last for one in cut for at in range(len(one.atoms)))


def test_a_run_of_marks_is_read_as_far_as_language_goes() -> None:
    text = "a " * 30_000
    tree = parse(flat.analyse(text))
    assert len(SentenceAtoms.of(tree, *tree.bounds[0]).atoms) == 4_000

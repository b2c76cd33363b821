"""Text that is no language: cut and bounded, so that it costs what its length does."""

import itertools

import numpy as np

from hearsay.language import Analyser
from hearsay.language.decode import Pairs, few
from hearsay.language.encoding import encode
from hearsay.language.features import CLOSING, INSIDE, quote_states
from hearsay.language.pieces import Pieces
from hearsay.language.sentences import DOUBT, NO, YES, begins
from hearsay.language.tokens import tokenise
from hearsay.language.weights_file import FOLDER, PIECES
from tests.language.holding import holds
from tests.limits import within


def parts(marks: list[int]) -> list[int]:
    """How many words each sentence has."""
    edges = [number for number, mark in enumerate(marks) if mark == YES]
    return [after - before for before, after in itertools.pairwise([*edges, len(marks)])]


def test_a_thousand_words_may_be_a_sentence_and_more_are_parts() -> None:
    assert parts(begins(["and"] * 1_000, [True] * 1_000)) == [1_000]
    assert parts(begins(["and"] * 1_001, [True] * 1_001)) == [200] * 5 + [1]


def test_a_stretch_is_cut_where_a_sentence_may_begin() -> None:
    words = (["and"] * 149 + ["."]) * 10
    marks = begins(words, [True] * len(words))
    assert parts(marks) == [150] * 10
    assert set(marks) == {NO, YES}
    assert DOUBT in begins(words[:900], [True] * 900)


def test_a_stop_keeps_sentences_whole() -> None:
    words = (["And", *["and"] * 299, "."]) * 10
    assert parts(begins(words, [True] * len(words))) == [301] * 10


def test_a_run_of_marks_is_cut_by_length_alone() -> None:
    run = "1999-" * 40_000
    assert [end - start for start, end in tokenise(run)] == [400] * 500


def test_pairs_of_single_marks_are_found_at_once() -> None:
    words = ["‘", *["we", "left"] * 10, ",", "’"] * 10_000
    spaced = [word not in ("’", ",") and before != "‘" for before, word in _with_before(words)]
    with within(10):
        states = quote_states(words, spaced)
    assert states[:3] == [2, INSIDE, INSIDE] and states[-1] == CLOSING


def _with_before(words: list[str]) -> list[tuple[str, str]]:
    return list(zip(["", *words], words, strict=False))


def test_a_long_text_has_no_more_pieces_than_half_its_letters() -> None:
    pieces = Pieces(FOLDER / PIECES)
    page = " ".join(f"{number * 7919 % 99991:,}" for number in range(30_000))
    assert sum(map(len, encode(page, pieces).pieces)) <= len(page) // 2
    assert len(encode("98,765", pieces).pieces[0]) > 2


def test_predicates_are_read_few_at_a_time() -> None:
    def chunk(predicates: int) -> Pairs:
        return Pairs(np.arange(predicates), *(np.zeros(0),) * 3)

    groups = [[len(p.predicates) for p in group] for group in few(map(chunk, [900] * 5))]
    assert groups == [[900, 900, 900], [900, 900]]


def test_parts_of_a_stretch_have_trees_of_their_own(analyser: Analyser) -> None:
    text = "the rebels and the town " * 300
    analysis = analyser.analyse(text)
    holds(analysis, text)
    assert max(one.last - one.first for one in analysis.sentences) <= 200

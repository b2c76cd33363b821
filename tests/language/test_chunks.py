"""Chunks part the words; windows overlap."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.chunks import MOST, chunks
from hearsay.language.encoding import Encoded
from hearsay.language.sentences import NO, YES


def _encoded(sentences: list[int]) -> Encoded:
    """Sentences of so many words, each of one or two wordpieces."""
    words = sum(sentences)
    begins = [YES if n == 0 else NO for size in sentences for n in range(size)]
    pieces = [(7,) * (1 + number % 2) for number in range(words)]
    zero = [0] * words
    return Encoded("", [], ["w"] * words, pieces, zero, zero, begins, zero)


@given(st.lists(st.one_of(st.integers(1, 40), st.integers(100, 900)), max_size=12))
def test_chunks_part_the_words(sentences: list[int]) -> None:
    encoded = _encoded(sentences)
    at = 0
    for chunk in chunks(encoded):
        assert chunk.first == at < chunk.last
        assert 0 <= chunk.start <= chunk.first
        assert chunk.last <= chunk.end <= len(encoded.words)
        assert sum(map(len, encoded.pieces[chunk.start : chunk.end])) <= MOST
        at = chunk.last
    assert at == len(encoded.words)


def test_a_short_sentence_before_is_context() -> None:
    found = chunks(_encoded([20, 120, 14, 120]))
    assert (found[1].start, found[1].first) == (140, 154)


def test_windows_of_a_long_sentence_overlap() -> None:
    first, second, *_ = chunks(_encoded([1000]))
    assert second.start < second.first == first.last < first.end


def test_no_words_no_chunks() -> None:
    assert chunks(_encoded([])) == []

"""What one pass is given, and what is kept of its outputs."""

from types import SimpleNamespace

import numpy as np

from hearsay.language.chunks import Chunk
from hearsay.language.encoding import Encoded
from hearsay.language.network import run
from hearsay.language.pieces import END, START

WORDS = ["The", "kiln", "burns", "again", "tonight"]
PIECES: list[tuple[int, ...]] = [(11,), (12, 13), (14,), (15, 16, 17), (18,)]


class Echo:
    """A session that keeps what it is given and answers with numbers of words and pairs."""

    def __init__(self) -> None:
        self.given: list[dict[str, np.ndarray]] = []  # type: ignore[type-arg]

    def get_outputs(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(name="upos"), SimpleNamespace(name="arcs")]

    def run(self, names: None, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:  # type: ignore[type-arg]
        self.given.append(inputs)
        size = inputs["first"].shape[1]
        return [np.arange(size)[None], np.arange(size * size).reshape(1, size, size)]


def encoded() -> Encoded:
    ones = [1, 2, 3, 4, 5]
    places = [(0, 1)] * 5
    return Encoded("", places, WORDS, PIECES, ones, [n * 10 for n in ones], [0] * 5, [0] * 5)


def ran(*parts: Chunk) -> tuple[Echo, list[dict[str, np.ndarray]]]:  # type: ignore[type-arg]
    session = Echo()
    return session, run(session, [(encoded(), chunk) for chunk in parts])  # type: ignore[arg-type]


def test_a_pass_has_a_chunks_pieces_between_two_marks() -> None:
    session, _ = ran(Chunk(0, 0, 5, 5))
    (given,) = session.given
    assert given["ids"].tolist() == [[START, 11, 12, 13, 14, 15, 16, 17, 18, END]]
    assert given["shapes"].tolist() == [[0, 1, 2, 2, 3, 4, 4, 4, 5, 0]]
    assert given["quotes"].tolist() == [[0, 10, 20, 20, 30, 40, 40, 40, 50, 0]]


def test_words_are_found_again_by_their_first_and_last_piece() -> None:
    session, _ = ran(Chunk(0, 0, 5, 5))
    (given,) = session.given
    assert given["first"].tolist() == [[1, 2, 4, 5, 8]]
    assert given["last"].tolist() == [[1, 3, 4, 7, 8]]


def test_context_is_read_and_not_kept() -> None:
    session, (found,) = ran(Chunk(1, 2, 4, 5))
    assert session.given[0]["first"].shape == (1, 4)
    assert found["upos"].tolist() == [1, 2]
    assert found["arcs"].tolist() == [[5, 6], [9, 10]]


def test_each_chunk_has_a_pass_of_its_own() -> None:
    session, found = ran(Chunk(0, 0, 2, 2), Chunk(1, 2, 5, 5))
    assert len(session.given) == 2
    assert [one["upos"].tolist() for one in found] == [[0, 1], [1, 2, 3]]


def test_a_word_without_a_piece_takes_no_room() -> None:
    text = encoded()
    bare = Encoded("", text.places, WORDS, [(11,), (), (14,), (), (18,)], *([[0] * 5] * 4))
    session = Echo()
    run(session, [(bare, Chunk(0, 0, 5, 5))])  # type: ignore[list-item, arg-type]
    assert session.given[0]["ids"].tolist() == [[START, 11, 14, 18, END]]

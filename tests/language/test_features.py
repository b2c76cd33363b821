"""Letter case and quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.features import CLOSING, INSIDE, OPENING, OUTSIDE, SHAPES, quote_states, shape

_LETTERS = {"o": OUTSIDE, "i": INSIDE, "(": OPENING, ")": CLOSING}


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("troops", "lower"),
        ("Suez", "title"),
        ("UNPROFOR", "upper"),
        ("A", "letter"),
        ("McNamara", "mixed"),
        ("U.S.", "dotted"),
        ("1956", "digits"),
        ("1,200", "digits"),
        ("MiG-29", "figure"),
        ("3rd", "figure"),
        ("—", "mark"),
        ("“", "quote"),
        ("...", "mark"),
        ("été", "lower"),
        ("", "mark"),
    ],
)
def test_shape(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name


@pytest.mark.parametrize(
    ("words", "joined", "states"),
    [
        ("“ No ” , he said", "01100000", "(i)oooo"),
        ('" No " , he said', "0110000", "(i)ooo"),
        ('he said " No', "0001", "oo(i"),
        ("`` No '' she said", "01100", "(i)oo"),
        ("“ he said ‘ no ’ twice ”", "", "(iiiiii)"),
        ("' No , ' he said", "01110", "(ii)oo"),
        ("the ministers ' vote was lost", "001000", "oooooo"),
        ("' the ministers ' vote , ' he said", "010101100", "(iiiii)oo"),
        ("‘ Run ’ , she cried", "01100", "(i)ooo"),
        ("rock ' n ' roll", "000000", "oooooo"),
    ],
)
def test_quote_states(words: str, joined: str, states: str) -> None:
    """`joined` has a 1 where a word is written to the one before."""
    own = words.split()
    spaced = [mark != "1" for mark in joined.ljust(len(own), "0")[: len(own)]]
    found = quote_states(own, spaced)
    assert found == [_LETTERS[letter] for letter in states][: len(own)]


def test_straight_marks_alternate_without_spaces() -> None:
    found = quote_states(['"', "a", '"', "b", '"', "c", '"'], None)
    assert found == [OPENING, INSIDE, CLOSING, OUTSIDE, OPENING, INSIDE, CLOSING]


@given(st.lists(st.sampled_from(["“", "”", '"', "'", "‘", "’", "``", "''", "word", ",", "."])))
def test_every_word_has_a_state(words: list[str]) -> None:
    for spaced in (None, [True] * len(words), [False] * len(words)):
        states = quote_states(words, spaced)
        assert len(states) == len(words)
        assert set(states) <= {OUTSIDE, INSIDE, OPENING, CLOSING}

"""Lemmas as edit rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language.lemmas import apply, rule

_WORDS = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("rebels", "rebel"),
        ("Talks", "talk"),
        ("seized", "seize"),
        ("was", "be"),
        ("BELGRADE", "Belgrade"),
        ("NATO", "NATO"),
        ("n't", "not"),
        ("Greeks", "Greek"),
        ("I", "I"),
    ],
)
def test_rule_gives_the_lemma(word: str, lemma: str) -> None:
    assert apply(rule(word, lemma), word) == lemma


@given(_WORDS, _WORDS)
def test_any_pair_has_a_rule(word: str, lemma: str) -> None:
    assert apply(rule(word, lemma), word) == lemma


def test_a_rule_that_does_not_fit_leaves_the_word() -> None:
    assert apply("l:9:y", "Oil") == "oil"

"""The steps of reading figures, each alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language import Analyser
from hearsay.model import Quantity
from hearsay.reading import parse_page
from hearsay.reading.quantities.amounts import Amount, find_amounts, lowered
from hearsay.reading.quantities.counted import count
from hearsay.reading.quantities.counted_phrase import after_of, counted_range, partitives
from hearsay.reading.quantities.effects import Place, predicate_of
from hearsay.reading.quantities.elided import resolve_elided, subject_measured
from hearsay.reading.quantities.find_quantities import find_quantities
from hearsay.reading.quantities.refusals import not_counted, refused, taken
from hearsay.reading.times import find_times
from hearsay.syntax import Parse
from tests.factories import document
from tests.reading.times import flat


def tree_of(analyser: Analyser, text: str) -> Parse:
    return parse_page(document(text), analyser.analyse(text))


def amounts(tree: Parse) -> list[Amount]:
    return list(find_amounts(tree.tokens, 0, len(tree.tokens)))


def figures(analyser: Analyser, text: str) -> tuple[Quantity, ...]:
    page, tree = document(text), tree_of(analyser, text)
    return find_quantities(page, tree, find_times(page, tree))


AMOUNTS = [  # words, least, most, unit
    ("Nearly 40 boats sank.", ("Nearly 40", None, 40.0, None)),
    ("More than 1,200 boats sank.", ("More than 1,200", 1200.0, None, None)),
    ("Between 5 and 10 boats sank.", ("Between 5 and 10", 5.0, 10.0, None)),
    ("At least six boats sank.", ("At least six", 6.0, None, None)),
    ("Two million people fled.", ("Two million", 2e6, 2e6, None)),
    ("It cost $5 million.", ("$5 million", 5e6, 5e6, "USD")),
    ("Prices rose 3.2 percent.", ("3.2 percent", 3.2, 3.2, "percent")),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_amounts(
    analyser: Analyser, text: str, expected: tuple[str, float | None, float | None, str | None]
) -> None:
    tree = tree_of(analyser, text)
    (found,) = amounts(tree)
    words = tree.text[tree.starts[found.first] : tree.ends[found.last - 1]]
    assert (words, found.low, found.high, found.unit) == expected
    assert found.first <= found.number < found.after <= found.last


@given(st.integers(2, 10**9), st.sampled_from(["", "about ", "nearly ", "more than ", "up to "]))
def test_bounds_are_in_order_whatever_the_number(number: int, lead: str) -> None:
    analysis = flat.analyse(f"{lead}{number:,} boats")
    for found in find_amounts(analysis.tokens, 0, len(analysis.tokens)):
        assert found.low is not None or found.high is not None
        assert found.low is None or found.high is None or found.low <= found.high


_WORDS = ("40", "and", "of", "to", "-", "$", "percent", "six", "million", "boats", "the", "per")


@given(st.lists(st.sampled_from(_WORDS), max_size=14))
def test_amounts_stand_in_order_and_never_overlap(words: list[str]) -> None:
    analysis = flat.analyse(" ".join(words) or ".")
    found = list(find_amounts(analysis.tokens, 0, len(analysis.tokens)))
    assert all(a.first < a.last <= len(analysis.tokens) for a in found)
    assert all(a.last <= b.first for a, b in pairwise(found))


def test_words_past_the_end_are_none() -> None:
    tokens = flat.analyse("Two BOATS").tokens
    assert lowered(tokens, 0, 9) == ["two", "boats"] and lowered(tokens, 5, 9) == []


COUNTED = [
    ("Forty old fishing boats sank.", "old fishing boats"),
    ("Forty of the boats sank.", "boats"),
    ("Forty sank.", None),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_what_is_counted(analyser: Analyser, text: str, counted: str | None) -> None:
    tree = tree_of(analyser, text)
    (amount,) = amounts(tree)
    found = count(amount, tree.tokens, len(tree.tokens), 0, None)
    phrase = None if found is None else found.phrase
    told = None if phrase is None else tree.text[tree.starts[phrase[0]] : tree.ends[phrase[-1]]]
    assert told == counted


def test_the_phrase_behind_a_number(analyser: Analyser) -> None:
    tree = tree_of(analyser, "Forty old boats of the fleet sank.")
    found = counted_range(tree.tokens, 1, len(tree.tokens), 0)
    assert found is not None and tree.tokens[found[1] - 1].text == "boats"
    assert after_of(tree.tokens, 3, len(tree.tokens)) == 5
    assert after_of(tree.tokens, 1, len(tree.tokens)) is None
    assert after_of(tree.tokens, 99, len(tree.tokens)) is None
    assert partitives() and all(word.islower() for word in partitives())


def test_what_goes_without_saying(analyser: Analyser) -> None:
    tree = tree_of(analyser, "A bomb killed six and wounded 50 more.")
    first, second = amounts(tree)
    for amount in (first, second):
        found = resolve_elided(amount, tree.tokens, len(tree.tokens), None)
        assert found is None or found.end >= amount.last
    assert [figure.low for figure in figures(analyser, tree.text)] == [6.0, 50.0]


def test_a_share_is_of_what_the_sentence_is_about(analyser: Analyser) -> None:
    tree = tree_of(analyser, "Inflation rose 3.2 percent.")
    (amount,) = amounts(tree)
    found = subject_measured(amount, tree.tokens)
    assert found is not None and tree.tokens[found[-1]].text == "Inflation"


REFUSED = [
    "They met on May 3.",
    "It opened in 1990.",
    "The F-16 landed.",
    "It was 5 p.m. in Arden.",
]


@pytest.mark.parametrize("text", REFUSED)
def test_dates_times_and_names_are_no_figures(analyser: Analyser, text: str) -> None:
    assert figures(analyser, text) == ()
    page, tree = document(text), tree_of(analyser, text)
    busy = taken(tree, find_times(page, tree))
    assert len(busy) == len(tree.tokens)
    for amount in amounts(tree):
        phrase = range(amount.first, amount.last)
        assert refused(amount, tree, busy) or not_counted(amount, tree.tokens, phrase) or any(busy)


def test_a_length_of_time_is_free() -> None:
    text = "It lasted ten days."
    analysis = flat.analyse(text)
    page = document(text)
    tree = parse_page(page, analysis)
    assert not any(taken(tree, find_times(page, tree)))


PREDICATES = [
    ("A bomb killed six people.", "people", "kill"),
    ("Six people died in the fire.", "people", "die"),
    ("Six people were wounded.", "people", "wound"),
    ("Six people stood there.", "people", "stand"),
]


@pytest.mark.parametrize(("text", "word", "expected"), PREDICATES)
def test_what_befell_those_counted(analyser: Analyser, text: str, word: str, expected: str) -> None:
    tree = tree_of(analyser, text)
    (amount,) = amounts(tree)
    noun = next(n for n, token in enumerate(tree.tokens) if token.text == word)
    place = Place(amount.first, noun + 1, amount.number, range(noun, noun + 1))
    found = predicate_of(tree, place)
    assert found == expected


@pytest.mark.parametrize(
    "text", ["", "40", "forty of", "of 40 of", "$", "40-40-40", "6 6 6 6", "½"]
)
def test_any_text_is_read(analyser: Analyser, text: str) -> None:
    for figure in figures(analyser, text):
        assert text[figure.span.start : figure.span.end] == figure.span.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high


TOLD = [
    ("The ministry requested $7 billion in emergency funding.", "request"),
    ("The guards, armed with two rifles, left the bank.", "arm"),
    ("The town mourned the loss of 40 jobs.", "lose"),
    ("Police said 17 patients were in critical condition.", "hospitalize"),
    ("The ferry left with ten passengers at noon.", "aboard"),
    ("A bomb went off in the hall, killing 12 and wounding 50 more.", "wound"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_the_last_figure_of_a_sentence_tells(
    analyser: Analyser, text: str, expected: str
) -> None:
    assert figures(analyser, text)[-1].predicate == expected

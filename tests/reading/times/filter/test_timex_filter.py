"""Which phrases stand as expressions of time."""

from itertools import pairwise

import pytest

from hearsay.language import Analyser
from hearsay.reading.times.filter.timex_filter import before_its_noun, standing
from hearsay.reading.times.find_times import phrases_in
from hearsay.reading.times.grammar.join import joined
from tests.reading.times.building import marked, phrase_over, sentence, words

STAND: list[tuple[str, list[tuple[str, str]]]] = [
    ("The 1973 war ended.", [("1973", "DATE")]),
    ("They met in May.", [("May", "DATE")]),
    ("The May vote was close.", [("May", "DATE")]),
    ("It was shelled daily.", [("daily", "SET")]),
    ("The kiln produces 20 bowls a week.", [("a week", "SET")]),
    ("He stayed for a week.", [("a week", "DURATION")]),
    ("Talks are expected to last two days.", [("two days", "DURATION")]),
    ("It happened at about 8 p.m. on Monday.", [("about 8 p.m. on Monday", "TIME")]),
    ("The third-quarter loss was small.", [("third-quarter", "DATE")]),
    ("He sat down in the morning.", [("the morning", "TIME")]),
    ("The week's raids were many.", [("The week", "DATE")]),
    ("It was the trial of the century.", []),
    ("They live in today's world.", [("today", "DATE")]),
    ("He owns 1990 goats.", []),
    ("They saw Expo 1970 in Osaka.", []),
    ("He lives at 1914 Pennsylvania Avenue.", []),
    ("They may march on the town.", []),
    ("May left the room.", []),
    ("The mayor read “One Day in August” to the guests.", []),
    ("He told USA Today that it was late.", []),
]


@pytest.mark.parametrize(("text", "expected"), STAND)
def test_what_stands(analyser: Analyser, text: str, expected: list[tuple[str, str]]) -> None:
    context = sentence(analyser.analyse(text))
    phrases = joined(list(phrases_in(context.atoms)), context.atoms)
    stand = standing(phrases, context)
    assert [(words(one, text), one.type) for one in stand] == expected


def test_what_stands_is_in_order_and_never_overlaps(analyser: Analyser) -> None:
    text = (
        "On Monday, March 3, at about 8 p.m., two days after the vote of last year, the third "
        "quarter began, and in the late 1970s it rained every other week."
    )
    context = sentence(analyser.analyse(text))
    phrases = joined(list(phrases_in(context.atoms)), context.atoms)
    stand = standing(phrases, context)
    assert len(stand) >= 5
    assert all(one.first < one.last <= after.first for one, after in pairwise(stand))
    assert standing([], context) == []


NOUNS = [
    ("The [1973] war ended.", True),
    ("The [Monday] vote was close.", True),
    ("The war of [1973] ended.", False),
    ("They voted on [Monday].", False),
]


@pytest.mark.parametrize(("text", "is_so"), NOUNS)
def test_before_its_noun(analyser: Analyser, text: str, is_so: bool) -> None:
    plain, told = marked(text)
    context = sentence(analyser.analyse(plain))
    assert before_its_noun(phrase_over(context, told), context) is is_so

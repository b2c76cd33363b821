"""Expressions that news pages seldom have, read from end to end: which words, and which way."""

import pytest

from hearsay.language import Analyser
from hearsay.model import Timex
from hearsay.reading import read
from tests.factories import document

DATE_SET = "The election date was set by the court on Friday."
SHOW = "The show played in Lima on Monday and next Friday in Oslo."
RULING = "The court will rule on Thursday, last Tuesday it heard the envoy."
MARCH = "Police arrested ten people ahead of Saturday's march in Lima."

# Rule, text, words of an expression, and on which side of the telling its days lie.
RARE = (
    ("TIM-024", DATE_SET, "Friday", "past"),
    ("TIM-026", SHOW, "next Friday", "future"),
    ("TIM-026", RULING, "last Tuesday", "past"),
    ("TIM-048", MARCH, "Saturday", "future"),
    ("TIM-048", "Residents braced for Thursday's ruling.", "Thursday", "future"),
)

# Rule, text, and the words and values of all its expressions.
WORDS = (
    ("TIM-029", "The week's raids killed ten people.", {"The week": "XXXX-WXX"}),
    ("TIM-029", "The month's rains drowned the harvest.", {"The month": "XXXX-XX"}),
    ("TIM-031", "The siege may last three weeks, the general said.", {"three weeks": "P3W"}),
    ("TIM-040", "Police arrested April Stone in Lima.", {}),
    ("TIM-040", "June Brenn was freed on Monday.", {"Monday": "XXXX-WXX-1"}),
    ("TIM-041", "Protesters marched outside Expo 2020 in Lom.", {}),
    ("TIM-041", "The firm Studio 1984 went bankrupt.", {}),
)


def timexes_of(text: str, analyser: Analyser) -> tuple[Timex, ...]:
    return read(document(text), analyser.analyse(text)).timexes


@pytest.mark.parametrize(("rule", "text", "words", "direction"), RARE)
def test_the_days_lie_where_the_words_say(
    rule: str, text: str, words: str, direction: str, analyser: Analyser
) -> None:
    timexes = [each for each in timexes_of(text, analyser) if each.span.text == words]
    assert [(each.direction, each.certain) for each in timexes] == [(direction, True)], rule


@pytest.mark.parametrize(("rule", "text", "values"), WORDS)
def test_what_says_when_is_marked_and_nothing_else(
    rule: str, text: str, values: dict[str, str], analyser: Analyser
) -> None:
    timexes = timexes_of(text, analyser)
    assert {each.span.text: each.value for each in timexes} == values, rule

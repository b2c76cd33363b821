"""Lengths and units counted from an event."""

import pytest

from hearsay.language import Analyser
from hearsay.model import Anchor
from hearsay.reading.times.anchor.event_anchors import on_event
from tests.reading.times.building import marked, phrase_over, sentence, words

FROM_EVENTS = [
    ("He died [two days] after the kiln collapsed.", (2, 2), "the kiln collapsed"),
    ("He died [hours] before the vote.", (-1, 0), "the vote"),
    ("He left within [a week] of the vote.", (0, 9), "the vote"),
    ("[Weeks] into the strike the guild gave in.", (12, 65), "the strike"),
    ("He left on [the night] of the raid.", (0, 0), "the raid"),
    ("He left [the day] after the raid.", (1, 1), "the raid"),
    ("[The third day] of the strike was the worst.", (2, 2), "the strike"),
]


@pytest.mark.parametrize(("text", "days", "event"), FROM_EVENTS)
def test_counted_from_an_event(
    analyser: Analyser, text: str, days: tuple[int, int], event: str
) -> None:
    plain, told = marked(text)
    context = sentence(analyser.analyse(plain))
    hung = on_event(phrase_over(context, told), context)
    assert hung is not None and hung.anchor is Anchor.EVENT
    assert hung.anchor_span is not None and hung.anchor_span.text == event
    assert (hung.offset, hung.weak, words(hung, plain)) == (days, False, told)


FROM_DAYS = [
    ("He died [two days] after.", (2, 2), "two days after"),
    ("He left [the day] before.", (-1, -1), "the day before"),
]


@pytest.mark.parametrize(("text", "days", "whole"), FROM_DAYS)
def test_with_nothing_to_follow_they_count_from_the_day_spoken_of(
    analyser: Analyser, text: str, days: tuple[int, int], whole: str
) -> None:
    plain, told = marked(text)
    context = sentence(analyser.analyse(plain))
    hung = on_event(phrase_over(context, told), context)
    assert hung is not None and (hung.anchor, hung.anchor_span) == (Anchor.TIMEX, None)
    assert (hung.offset, words(hung, plain)) == (days, whole)


FREE = [
    "They waited [two days].",
    "It was a high for [the year] of $42.",
    "They met on [Monday] after the vote.",
    "They stayed for [a week], and left.",
]


@pytest.mark.parametrize("text", FREE)
def test_the_others_hang_on_no_event(analyser: Analyser, text: str) -> None:
    plain, told = marked(text)
    context = sentence(analyser.analyse(plain))
    assert on_event(phrase_over(context, told), context) is None

"""How what is told lies to a day, and the event it is counted from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.language import Analyser
from hearsay.reading.times.anchor.relation import event_after, relation
from tests.reading.times import flat
from tests.reading.times.building import marked, place, sentence

RELATIONS = [
    ("They met on [Monday].", "on"),
    ("They met [Monday].", "on"),
    ("She has been mayor since [Monday].", "since"),
    ("It has burned from [Monday].", "since"),
    ("They waited until [Monday].", "until"),
    ("They must leave by [Monday].", "by"),
    ("He left before [Monday].", "before"),
    ("Nobody slept ahead of [Monday].", "before"),
    ("He left after [Monday].", "after"),
    ("He left shortly after [Monday].", "after"),
    ("Nobody has seen him since early [Monday].", "since"),
    ("It fell in the wake of the [May 3] raid.", "after"),
    ("[Monday] was quiet.", "on"),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations_need_no_tree(text: str, expected: str) -> None:
    plain, words = marked(text)
    context = sentence(flat.analyse(plain))
    assert relation(context, place(context, words)) == expected


EVENTS = [
    ("He died two days after [the kiln collapsed].", "the kiln collapsed"),
    ("He died hours before [the vote of the guild], she said.", "the vote of the guild"),
    ("He died two days after [“the great fire of the hill”].", "the great fire of the hill"),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_the_words_of_an_event(analyser: Analyser, text: str, expected: str) -> None:
    plain, words = marked(text)
    context = sentence(analyser.analyse(plain))
    event = event_after(context, place(context, words))
    assert event is not None and event.text == expected


def test_where_nothing_follows_there_is_no_event(analyser: Analyser) -> None:
    context = sentence(analyser.analyse("He died two days after."))
    assert event_after(context, len(context.atoms)) is None
    assert event_after(context, len(context.atoms) - 1) is None


@given(st.integers(1, 40))
def test_without_a_tree_an_event_is_no_longer_than_a_few_words(many: int) -> None:
    text = "It came after " + " ".join(["raid"] * many)
    context = sentence(flat.analyse(text))
    event = event_after(context, 3)
    assert event is not None and len(event.text.split()) == min(many, 8)

"""What bare descriptions take up: ages, men and women, peoples, firms; what they leave alone."""

import pytest

from hearsay.language import Analyser
from hearsay.reading.names import find_names
from hearsay.syntax import parse
from tests.factories import document

TAKEN_UP = [
    (
        "Grace Mugo won the seat by nine votes. The 38-year-old wept.",
        "The 38-year-old",
        "Grace Mugo",
    ),
    ("Police held Oleg Karpov on the quay. The man had two passports.", "The man", "Oleg Karpov"),
    (
        "France closed its embassy in Tehran. The French told nobody beforehand.",
        "The French",
        "France",
    ),
    ("Toyota shut two plants. The carmaker blamed a fire.", "The carmaker", "Toyota"),
]
LEFT_ALONE = [
    # Two men, either of whom may be meant.
    (
        "Police held Oleg Karpov and Ivan Berg on the quay. The 38-year-old had a gun.",
        "The 38-year-old",
    ),
    ("Eden and Lloyd came by car. The guards saluted. He had a cold.", "He"),
    # Frenchmen, not France.
    ("Two Frenchmen were seized. France paid nothing. The French were freed.", "The French"),
    ("France closed its embassy. The French who live there stayed.", "The French"),
    # More than one state, and those the council deals with.
    ("Iran shut the strait. Those nations had no oil.", "Those nations"),
    ("The Security Council imposed sanctions on the rebels, freezing their assets.", "their"),
    # A city does this, or its people.
    ("Iran won the cup. The Iranians celebrated all night.", "The Iranians"),
    ("Toyota shut two plants. The ministry blamed a fire.", "The ministry"),
]


@pytest.mark.parametrize(("text", "words", "name"), TAKEN_UP)
def test_taken_up(analyser: Analyser, text: str, words: str, name: str) -> None:
    names = find_names(document(text), parse(analyser.analyse(text)))
    assert [n.canonical for n in names if n.span.text == words] == [name]


@pytest.mark.parametrize(("text", "words"), LEFT_ALONE)
def test_left_alone(analyser: Analyser, text: str, words: str) -> None:
    names = find_names(document(text), parse(analyser.analyse(text)))
    assert not [n.canonical for n in names if n.span.text.startswith(words) and n.canonical]


def test_a_body_has_its_director_and_its_soldiers(analyser: Analyser) -> None:
    text = "UNICEF shut the school in March. Its director, Ann Roe, was not asked."
    names = find_names(document(text), parse(analyser.analyse(text)))
    assert next(n for n in names if n.span.text == "Its").canonical == "UNICEF"


def test_a_body_by_its_members_and_by_initials_that_are_no_word(analyser: Analyser) -> None:
    text = (
        "The National Union of Teachers met in Bournemouth. Nurses asked the World Health "
        "Organization for masks. The WHO has been blamed for its slowness."
    )
    names = find_names(document(text), parse(analyser.analyse(text)))
    told = {name.span.text: name.canonical for name in names if name.kind == "organization"}
    assert told["National Union of Teachers"] == "National Union of Teachers"
    assert told["WHO"] == told["its"] == "World Health Organization"

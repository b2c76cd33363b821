"""What tells nothing and is no statement; what is left unsaid; where source and content end."""

from typing import TYPE_CHECKING

import pytest

from hearsay.reading.attribution import find_attributions
from hearsay.reading.names import find_names
from hearsay.syntax import parse
from tests.factories import document
from tests.reading.attribution.reader import told

if TYPE_CHECKING:
    from hearsay.language import Analyser

NOTHING = [
    "Mayor Rosa Lind formally signed the “sweeping” new by-laws on Monday.",
    "The council imposed a curfew and sought a loan from the bank.",
    "In other forums, people discussed the price of fish as they waited for the boats.",
    "The storm slammed into the coast as the strongest of the year.",
    "The owners gave no details about those who had been hurt.",
    "The inspectors were not authorized to speak about the leak.",
    "The fund was threatened by a bill to cut its budget.",
    "Did the mayor ask for a guard?",
    "The tanker refused to sink.",
    "New patrols were ordered on Monday.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_decisions_acts_and_questions_are_no_statements(analyser: "Analyser", text: str) -> None:
    assert told(analyser, text) == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "The ministry declined to comment on whether the pipeline had been shut.",
            "declined to comment",
            "whether the pipeline had been shut",
        ),
        (
            "The police did not say whether the driver was drunk.",
            "did not say",
            "whether the driver was drunk",
        ),
    ],
)
def test_what_is_left_unsaid_by_name_is_negated(
    analyser: "Analyser", text: str, cue: str, content: str
) -> None:
    page, tree = document(text), parse(analyser.analyse(text))
    (one,) = find_attributions(page, tree, find_names(page, tree), ())
    assert (one.negated, one.cue and one.cue.text) == (True, cue)
    assert [part.text for part in one.contents] == [content]


SOURCES = [
    ("Some people criticizing him for the delay called it a scandal.", "Some people"),
    ("The members of the council who called the meeting urged Lima to stop.", None),
    ("The report, published in May, says the dam is unsafe.", "The report"),
    ("Critics, including senior figures in the party, said the plan was a mistake.", "Critics"),
    ("A man who runs the shop told reporters that the road was shut.", "A man"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_a_source_ends_before_a_clause(analyser: "Analyser", text: str, source: str | None) -> None:
    found = {one.chain[-1] for one in told(analyser, text)}
    assert found == {source or "The members of the council"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Forecasters expect it to weaken by Sunday.", "it to weaken by Sunday"),
        (
            "Critics have warned the mayor against cutting the harbour dues.",
            "against cutting the harbour dues",
        ),
        ("The army fears the militia, which it calls a gang.", "a gang"),
    ],
)
def test_a_content_is_whole(analyser: "Analyser", text: str, content: str) -> None:
    assert content in [one.content for one in told(analyser, text)]


def test_a_title_in_marks_is_nobodys_words(analyser: "Analyser") -> None:
    text = "“The bridge is falling,” Senator Tom Hart told “Morning News Sunday.” “It cracked.”"
    (one,) = told(analyser, text)
    assert one.content == "“The bridge is falling,” / “It cracked.”"


def test_what_nobody_is_told_to_say_inside_a_denial_is_not_his(analyser: "Analyser") -> None:
    found = told(analyser, "Tom Hart denied reports that the army had crossed the river.")
    assert {one.act for one in found} == {"denied"}


def test_tense_shows_who_goes_on_telling(analyser: "Analyser") -> None:
    text = (
        "Aides told the agency that Hale had written to the town that a flood was near, but had "
        "added that he wanted talks."
    )
    chains = {one.content: one.chain for one in told(analyser, text)}
    assert chains["that he wanted talks"] == ("Aides", "Hale")


def test_who_asks_in_front_of_an_answer_is_not_who_answers(analyser: "Analyser") -> None:
    text = "When asked what she had seen, the younger Kranz replied: “A lot of smoke.”"
    (one,) = told(analyser, text)
    assert (one.act, one.content) == ("said", "“A lot of smoke.”")

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
    "The council would do well to say that the bridge is unsafe.",
    "New patrols were ordered on Monday.",
    "Security footage showed Bram Tolle leaving the bank at noon.",
    "A video posted online showed that the gate had been open all night.",
    "As of Monday, the treasurer, Ana Brand, was still planning to attend the fair in Lindau.",
    "The letter would undermine any attempt to claim that the gate was shut.",
    "The raid was led by a group calling itself the “Free Harbour Front”.",
    "The port is considering a “wide set of steps” to cut costs.",
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


@pytest.mark.parametrize(
    ("text", "act", "chain"),
    [
        ("The mayor warned the council not to call the leak a “flood”.", "warned", ("The mayor",)),
        ("The mayor said she would deny the thief what he wanted.", "said", ("The mayor",)),
        (
            "Osei said the dam has “no future” as Lena Marsh continues to buy farms.",
            "said",
            ("Osei",),
        ),
        ("Lina Gray, R-S.C., said the town should sell the port.", "said", ("Lina Gray",)),
    ],
)
def test_one_sentence_has_one_telling(
    analyser: "Analyser", text: str, act: str, chain: tuple[str, ...]
) -> None:
    (one,) = told(analyser, text)
    assert (one.act, one.chain) == (act, chain)


@pytest.mark.parametrize(
    ("text", "content", "second"),
    [
        (
            "Lindau has said it does not believe the guards opened the gate and called for a "
            "“thorough” inquiry.",
            "it does not believe the guards opened the gate",
            "a “thorough” inquiry",
        ),
        (
            "Osei’s office said in a statement that it welcomed a delay but expressed a firm "
            "wish to go on.",
            "that it welcomed a delay but expressed a firm wish to go on",
            "a firm wish to go on",
        ),
    ],
)
def test_a_second_act_of_the_speaker_is_his_own(
    analyser: "Analyser", text: str, content: str, second: str
) -> None:
    one, other = told(analyser, text)
    assert [one.content, other.content] == [content, second]
    assert one.chain == other.chain


def test_a_content_goes_on_behind_its_cue(analyser: "Analyser") -> None:
    (one,) = told(
        analyser,
        "It had asked for more papers from the town, the bank said, but had not received them.",
    )
    assert one.content == "It had asked for more papers from the town / but had not received them"


ENDS = [
    (
        "Lindau said it would stop talking with Mirada about “night runs” -- a scheme that helps "
        "avoid collisions.",
        "it would stop talking with Mirada about “night runs”",
    ),
    ("The envoy denied involvement in a phone call with The Harbour Post.", "involvement"),
    ("The envoy denied involvement in the fire.", "involvement in the fire"),
    (
        "A second bridge was demanded by the Mirada Town Council, partly in response to reports "
        "of “long queues” and other troubles, Chief Art Hale said at a news conference Tuesday "
        "evening.",
        "A second bridge was demanded by the Mirada Town Council, partly in response to reports "
        "of “long queues” and other troubles",
    ),
    ("Union leaders condemned the raid and offered condolences on Monday.", "the raid"),
]


@pytest.mark.parametrize(("text", "content"), ENDS)
def test_a_gloss_a_medium_and_a_further_act_are_no_content(
    analyser: "Analyser", text: str, content: str
) -> None:
    assert told(analyser, text)[0].content == content


def test_who_relays_a_quotation_stands_before_the_speaker(analyser: "Analyser") -> None:
    (one,) = told(
        analyser,
        "“Our answer to anything that enters our waters will be the same,” said Gen. Amir Hale, "
        "as quoted by the Harbour News Agency.",
    )
    assert one.chain == ("Harbour News Agency", "Gen. Amir Hale")


def test_a_judge_is_nobody_of_the_sentence_before_him(analyser: "Analyser") -> None:
    (one,) = told(
        analyser,
        "Bram Tolle bowed when the judge read the charge. The judge said more would follow.",
    )
    assert one.chain == ("The judge",)


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

"""The turns of a transcript, and "I" in them and in quotations."""

import pytest

from hearsay.language import Analyser
from hearsay.reading.names import find_names
from hearsay.reading.names.link.turns import Turns
from hearsay.syntax import parse
from tests.factories import document


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("PROFUMO: No.\nWIGG: Did he?\nPROFUMO: Yes.", ["PROFUMO :", "WIGG :", "PROFUMO :"]),
        ("Profumo: No.\nWigg: Did he?\nProfumo: Yes.", ["Profumo :", "Profumo :"]),
        ("Note: the hall is shut.\nTickets: ask at the door.", []),
        ("PROFUMO: No. Nobody else spoke.", []),
        ("", []),
    ],
)
def test_lines_that_open_with_a_speaker(analyser: Analyser, text: str, labels: list[str]) -> None:
    tree = parse(analyser.analyse(text))
    turns = Turns.of(tree)
    starts = [n for n in sorted(turns.labels) if turns.own[n] == n]
    found = [
        " ".join(
            t.text for n, t in enumerate(tree.tokens) if n in turns.labels and turns.own[n] == s
        )
        for s in starts
    ]
    assert found == labels


def test_i_is_the_speaker_of_the_turn_and_he_is_not(analyser: Analyser) -> None:
    text = (
        "WIGG: The minister, John Profumo, is here. I thank him.\n"
        "PROFUMO: I came by train. I saw him on the platform.\n"
        "WIGG: I was there."
    )
    names = find_names(document(text), parse(analyser.analyse(text)))
    own = [name.canonical for name in names if name.span.text == "I"]
    assert own == ["WIGG", "John Profumo", "John Profumo", "WIGG"]
    thanked, seen = (name.canonical for name in names if name.span.text == "him")
    assert (thanked, seen != "John Profumo") == ("John Profumo", True)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"I never met her," Dag Hammarskjold said. "I wish I had."', "Dag Hammarskjold"),
        ('Dag Hammarskjold told a reporter: "I never met her."', "Dag Hammarskjold"),
        ('Ingrid Berg and the driver waited. "I never met her," a guard said.', None),
    ],
)
def test_i_is_who_is_quoted(analyser: Analyser, text: str, speaker: str | None) -> None:
    names = find_names(document(text), parse(analyser.analyse(text)))
    assert {name.canonical for name in names if name.span.text == "I"} == {speaker}

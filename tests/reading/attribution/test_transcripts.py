"""The turns of a broadcast and of a press briefing."""

from typing import TYPE_CHECKING

from tests.reading.attribution.reader import told

if TYPE_CHECKING:
    from hearsay.language import Analyser

BROADCAST = """ANNA KOLL, ANCHOR: Good evening. We begin with the dam.

PAUL REIT, CORRESPONDENT (voice-over): The gates were opened at noon. Nobody was warned.

REIT (on camera): This is what is left of the mill. (INAUDIBLE)

MARIA SOTO, NURSE, VALE HOSPITAL (through translator): We have counted 12 hurt.

KOLL: And the army?"""

BRIEFING = """MS. TRENT: Good afternoon. The lake road is open.

Q Thank you. Did the governor ask for the sheriff's arrest?

MS. TRENT: No, he did not. (Laughter.) That was a matter for the court.

Q And when will it be heard?

MS. TRENT: On Friday."""


def test_a_turn_is_its_speakers_whatever_the_label_adds(analyser: "Analyser") -> None:
    turns = [one for one in told(analyser, BROADCAST) if one.cue == ":"]
    assert [(one.chain[-1], one.content) for one in turns] == [
        ("ANNA KOLL", "Good evening. We begin with the dam."),
        ("PAUL REIT", "The gates were opened at noon. Nobody was warned."),
        ("REIT", "This is what is left of the mill."),
        ("MARIA SOTO", "We have counted 12 hurt."),
        ("KOLL", "And the army?"),
    ]
    assert turns[-1].act == "asked"


def test_a_question_by_nobody_named_ends_a_turn(analyser: "Analyser") -> None:
    found = told(analyser, BRIEFING)
    assert [(one.chain[-1], one.content) for one in found] == [
        ("MS. TRENT", "Good afternoon. The lake road is open."),
        ("MS. TRENT", "No, he did not. / That was a matter for the court."),
        ("MS. TRENT", "On Friday."),
    ]


def test_lines_with_headings_are_no_transcript(analyser: "Analyser") -> None:
    text = "WATCH: The dam breaks\n\nRELATED: Who pays for it\n\nRELATED: The mayor resigns"
    assert told(analyser, text) == []

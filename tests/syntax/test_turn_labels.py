"""The labels of a transcript's turns, by the form of lines alone."""

import pytest

from hearsay.syntax.turn_labels import turn_labels, without_notes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("KOLL: No.\nANNA KOLL, ANCHOR (on camera): Yes.", ["KOLL", "ANNA KOLL"]),
        ("Q Why?\nMS. TRENT: No.", [None, "MS. TRENT"]),
        ("QUESTION: Why?\nTRENT: No.", [None, "TRENT"]),
        ("Trent: No.\nKoll: Why?\nTrent: No.", ["Trent", "Trent"]),
        ("TRENT: No. Nobody else spoke.", []),
        ("READ MORE: No.\nREAD MORE: Yes.", []),
        ("Q is a letter.\nQ is the seventeenth.", []),
        ("", []),
    ],
)
def test_labels(text: str, names: list[str | None]) -> None:
    found = [text[slice(*one.name)] if one.name else None for one in turn_labels(text)]
    assert found == names


def test_notes_are_no_words() -> None:
    text = "Yes. (LAUGHTER) We came (he means me) late. [APPLAUSE]"
    parts = without_notes(text, 0, len(text))
    assert [text[slice(*part)] for part in parts] == ["Yes.", "We came (he means me) late."]

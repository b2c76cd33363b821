"""Whose "he said" is whose: the last teller, else open."""

import pytest

from hearsay.language import Analyser
from hearsay.reading.names import find_names
from hearsay.syntax import parse
from tests.factories import document

SAID = [
    # A long quotation takes nobody's place between its speaker and "he said".
    (
        "“The dam is old,” Jonas Feld said.\n\n“We warned them. They did not listen. Nobody came. "
        "Then the rain began. It rained for a week,” he said.",
        "he",
        "Jonas Feld",
    ),
    # The last teller goes before the man named most.
    (
        "Mayor Carl Brandt came late. Brandt had been ill. Brandt lives in Vale. The engineer, "
        "Jonas Feld, said the dam was old. He said the gates were rusty.",
        "He",
        "Jonas Feld",
    ),
    # Who is spoken of in the words is not who speaks them.
    (
        "Jonas Feld defended Carl Brandt on Monday. “He tells me that he was ill and I believe "
        "him,” he said.",
        "he",
        "Jonas Feld",
    ),
    # A body calls itself by its name in its own words.
    (
        "The State Bank raised its rate. “We see no risk. The State Bank has seen worse,” it said.",
        "it",
        "State Bank",
    ),
    # Another man of the same sentence could be meant.
    (
        "Paul Reiter spoke on Monday. After Hans Ebner's men had left, he said that the town was "
        "bankrupt.",
        "he",
        None,
    ),
]


@pytest.mark.parametrize(("text", "pronoun", "speaker"), SAID)
def test_a_pronoun_that_tells_is_the_last_teller_or_open(
    analyser: Analyser, text: str, pronoun: str, speaker: str | None
) -> None:
    names = find_names(document(text), parse(analyser.analyse(text)))
    last = [name for name in names if name.span.text == pronoun][-1]
    assert last.canonical == speaker

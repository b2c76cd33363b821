"""Names that news pages seldom have, read from end to end: who or what each stands for."""

import pytest

from hearsay.language import Analyser
from hearsay.model import Name
from hearsay.reading import read
from tests.factories import document

GOVERNOR = "Governor Peter Hale met General Simon Hale on Monday. Governor Hale spoke of the flood."
GENERAL = "Governor Peter Hale met General Simon Hale on Monday. General Hale spoke of the flood."

# Rule, text, words of a name, and its kind and best name.
RARE = (
    ("NAM-028", GOVERNOR, "Governor Hale", "person Peter Hale"),
    ("NAM-028", GENERAL, "General Hale", "person Simon Hale"),
    ("NAM-045", "The Iran Iraq war ended in 1988.", "Iraq", "state Iraq"),
    ("NAM-045", "Turkish Cypriots voted on Sunday.", "Turkish", "state Turkey"),
    ("NAM-048", "Wagner, 43, was arrested in Lima on Monday.", "Wagner", "person Wagner"),
    ("NAM-048", "Wagner said his wife had left him.", "his", "person Wagner"),
)


def names_of(text: str, analyser: Analyser) -> tuple[Name, ...]:
    return read(document(text), analyser.analyse(text)).names


@pytest.mark.parametrize(("rule", "text", "words", "told"), RARE)
def test_a_name_stands_for_whom_the_words_mean(
    rule: str, text: str, words: str, told: str, analyser: Analyser
) -> None:
    names = [name for name in names_of(text, analyser) if name.span.text == words]
    assert [f"{name.kind} {name.canonical}" for name in names] == [told], rule


@pytest.mark.parametrize("title", ["Labour Minister", "Labour Secretary"])
def test_the_field_of_an_office_is_no_party(title: str, analyser: Analyser) -> None:
    names = names_of(f"{title} Karl Braun resigned on Monday.", analyser)
    assert [name.canonical for name in names] == ["Karl Braun"], "NAM-042"

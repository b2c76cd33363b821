"""Two people of one surname: an office-holder is no relative, and none in another office."""

from typing import TYPE_CHECKING

import pytest

from hearsay.model import Document, Metadata
from hearsay.pages import extract
from hearsay.reading import read

if TYPE_CHECKING:
    from hearsay.language import Analyser

APART = [
    "President Reiter came to Lomas. His wife, Anna Reiter, spoke. President Reiter left.",
    "President Reiter came to Lomas. First Lady Anna Reiter spoke. President Reiter left.",
    "Anna Reiter, the president's daughter, opened a school. President Reiter left on Tuesday.",
    "Defence Minister Anna Reiter spoke on Monday. President Reiter left on Tuesday.",
]
TOGETHER = [
    "President Reiter spoke on Monday. Anna Reiter, who took office in May, left on Tuesday.",
    "Anna Reiter won the vote in May. On Monday President Reiter left.",
    "President Anna Reiter spoke on Monday. President Reiter left on Tuesday.",
]


def chains(analyser: "Analyser", text: str) -> dict[str, int]:
    """The chain of each name of a person by its words."""
    (page,) = extract(text.encode(), "page.txt", Metadata(published="1999-03-02"))
    assert isinstance(page, Document)
    names = read(page, analyser.analyse(page.text)).names
    return {name.core.text: name.chain for name in names if "Reiter" in name.core.text}


@pytest.mark.parametrize("text", APART)
def test_two_persons_stay_apart(analyser: "Analyser", text: str) -> None:
    found = chains(analyser, text)
    assert found["Anna Reiter"] != found["Reiter"]


@pytest.mark.parametrize("text", TOGETHER)
def test_one_person_stays_one(analyser: "Analyser", text: str) -> None:
    found = chains(analyser, text)
    assert found["Anna Reiter"] == found["Reiter"]


def test_a_surname_alone_is_the_holder_of_the_office(analyser: "Analyser") -> None:
    text = "President Reiter came. His wife, Anna Reiter, opened a school. Reiter left on Tuesday."
    found = chains(analyser, text)
    assert found["Reiter"] != found["Anna Reiter"]

"""Which outlet "the paper" is."""

from typing import TYPE_CHECKING

import pytest

from hearsay.reading.attribution import find_attributions
from hearsay.reading.attribution.sources.described_outlets import with_outlets
from hearsay.reading.names import find_names
from hearsay.syntax import parse
from tests.factories import document

if TYPE_CHECKING:
    from hearsay.language import Analyser

LEFT = "reported on Monday that the minister had left the country."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"The Harbour Times {LEFT} The paper said that a ship was waiting.", "Harbour Times"),
        (f"Reuters {LEFT} The news agency said that a ship was waiting.", "Reuters"),
        (f"Reuters {LEFT} The paper said that a ship was waiting.", "The paper"),
        ("The paper said that a ship was waiting for the minister.", "The paper"),
    ],
)
def test_the_outlet_named_before(analyser: "Analyser", text: str, source: str) -> None:
    page = document(text)
    tree = parse(analyser.analyse(page.text))
    told = find_attributions(page, tree, find_names(page, tree), ())
    assert told[-1].chain[-1].text == source


def test_nothing_told_is_nothing_described() -> None:
    assert with_outlets([], []) == ()

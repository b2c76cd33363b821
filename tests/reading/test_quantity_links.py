"""What befell those counted, and what only might have."""

from typing import TYPE_CHECKING

import pytest

from hearsay.model import Document, Metadata
from hearsay.pages import extract
from hearsay.reading import read
from hearsay.reading.quantity_links import causes_of

if TYPE_CHECKING:
    from hearsay.language import Analyser


@pytest.mark.parametrize(
    ("text", "words", "predicate"),
    [
        ("The general said 150 people would be killed by the strike.", "150 people", None),
        ("A raid could kill 40 villagers.", "40 villagers", None),
        ("The raid killed 40 villagers.", "40 villagers", "kill"),
        ("The ministry will send 40 doctors.", "40 doctors", "send"),
        ("The raid killed and wounded 30 villagers.", "30 villagers", None),
        ("Thirty people were killed and wounded.", "Thirty people", None),
        ("Fifteen men killed the writer.", "Fifteen men", None),
        ("The raid killed at least 12 people.", "at least 12 people", "kill"),
        ("Two hours after the raid, police came.", "Two hours", None),
        ("The floods killed hundreds, wounded thousands and ruined crops.", "thousands", "wound"),
    ],
)
def test_a_harm_that_did_not_come_befell_nobody(
    analyser: "Analyser", text: str, words: str, predicate: str | None
) -> None:
    source = f"{text} The envoy said so on Monday."
    (page,) = extract(source.encode(), "page.txt", Metadata(published="1999-03-02"))
    assert isinstance(page, Document)
    reading = read(page, analyser.analyse(page.text))
    found = {quantity.span.text: quantity.predicate for quantity in reading.quantities}
    assert found[words] == predicate


def test_only_harms_have_causes() -> None:
    assert "ASSAULT" in causes_of("kill")
    assert causes_of(None) == frozenset()

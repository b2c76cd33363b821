"""Chronicles tell what was in the present tense."""

from typing import TYPE_CHECKING

import pytest

from hearsay.reading.times import find_times
from hearsay.syntax import parse
from tests.factories import document

if TYPE_CHECKING:
    from hearsay.language import Analyser


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("3 May 1994 Judge Ana Sol refuses to free the banker.", "near"),
        ("3 May 1994: the court frees the banker on bail.", "near"),
        ("On 3 May 1994, the hearing begins.", "future"),
        ("The hearing begins on 3 May 1994.", "future"),
    ],
)
def test_the_head_of_an_entry_is_not_to_come(
    text: str, direction: str, analyser: "Analyser"
) -> None:
    found = find_times(document(text), parse(analyser.analyse(text)))
    assert found[0].direction == direction

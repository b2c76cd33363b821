"""The words of a cue."""

from typing import TYPE_CHECKING

import pytest

from hearsay.reading.attribution import find_attributions
from hearsay.reading.names import find_names
from hearsay.syntax import parse
from tests.factories import document

if TYPE_CHECKING:
    from hearsay.language import Analyser


@pytest.mark.parametrize(
    "text",
    [
        "The readout said the two men “discuss[ed] the aftermath of the raid” on Monday.",
        "According to the readout, the men “reiterate[d] that the border stays open”.",
        "“The ministers agree[d] that the strait must stay open,” the note said [",
    ],
)
def test_a_cue_mended_in_brackets_is_whole(analyser: "Analyser", text: str) -> None:
    tree = parse(analyser.analyse(text))
    page = document(text)
    found = find_attributions(page, tree, find_names(page, tree), ())
    cues = [each.cue.text for each in found if each.cue]
    assert cues
    assert all(cue.count("[") == cue.count("]") for cue in cues), cues

"""The examples of the codebook are read as it says."""

import re
from pathlib import Path

import pytest

from hearsay.language import Analyser
from hearsay.reading.events import find_events
from hearsay.reading.names import find_names
from hearsay.syntax import parse
from tests.factories import document

_ROW = re.compile(r"\| ([A-Z]+) \| \"([^\"]+)\"", re.M)
CODEBOOK = Path(__file__).parents[3] / "docs" / "codebook.md"


@pytest.mark.parametrize(("kind", "sentence"), _ROW.findall(CODEBOOK.read_text("utf-8")))
def test_an_example_has_its_type(analyser: Analyser, kind: str, sentence: str) -> None:
    page, tree = document(sentence), parse(analyser.analyse(sentence))
    events = find_events(page, tree, find_names(page, tree), (), ())
    assert kind in {event.type for event in events}

"""The words that fields may hold are told in the docs, and the ontology's tables have no others."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from hearsay.model import vocabulary
from hearsay.ontology import table

DOCS = Path(__file__).parent.parent.parent / "docs"
VOCABULARIES = {name: get_args(kind) for name, kind in vars(vocabulary).items() if get_origin(kind)}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_is_in_the_docs(name: str) -> None:
    pages = (DOCS / "record-format.md", DOCS / "codebook.md")
    text = "".join(page.read_text("utf-8") for page in pages)
    words = VOCABULARIES[name]
    if f'"{"|".join(words)}"' not in text:
        untold = [word for word in words if f"`{word}`" not in text and f"| {word} |" not in text]
        assert not untold, f"tell of these words of {name} in docs/record-format.md"


@pytest.mark.parametrize("name", VOCABULARIES)
def test_no_word_stands_twice(name: str) -> None:
    assert len(set(VOCABULARIES[name])) == len(VOCABULARIES[name]) > 1


def test_the_types_of_events_are_those_of_the_codebook() -> None:
    assert set(table("plover")) == set(VOCABULARIES["EventType"])


def test_roles_acts_and_bases_of_the_tables_are_words_of_the_record() -> None:
    roles = {role for kind in table("plover").values() for role in kind["verb"].values()}
    assert roles == set(VOCABULARIES["PartyRole"])
    assert set(told(table("cues"), "act")) == set(VOCABULARIES["Act"])
    assert set(told(table("date_evidence"), "basis")) <= set(VOCABULARIES["Basis"])


def told(held: Any, key: str) -> Iterator[str]:
    """Every value under a key, however deep."""
    if isinstance(held, dict):
        yield from (value for name, value in held.items() if name == key)
        held = list(held.values())
    if isinstance(held, list):
        for each in held:
            yield from told(each, key)

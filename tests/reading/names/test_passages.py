"""Names and chains on passages of our own, read with the shipped model."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hearsay.language import Analyser
from hearsay.model import Name
from hearsay.reading.names import find_names
from hearsay.syntax import parse
from tests.factories import document

HERE = Path(__file__).parent
FLOORS = {"passages.toml": 0.9, "held.toml": 0.8}


def find(names: tuple[Name, ...], words: str) -> Name | None:
    """The mention with these words as its phrase or core; "his#2" is the second."""
    text, _, number = words.partition("#")
    text = text.lower()
    exact = [name for name in names if name.span.text.lower() == text]
    cores = [name for name in names if name.core.text.lower() == text and name not in exact]
    found = sorted(exact + cores, key=lambda name: name.core.start)
    place = int(number or 1) - 1
    return found[place] if place < len(found) else None


def code(name: Name) -> str:
    return " ".join([name.country or "-", *name.sectors])


def failures(passage: dict[str, Any], names: tuple[Name, ...]) -> Iterator[tuple[str, str | None]]:
    """Every expectation, with what is wrong about it or None."""
    for group in passage.get("same", ()):
        chains = [None if (n := find(names, words)) is None else n.chain for words in group]
        for words, chain in zip(group[1:], chains[1:], strict=True):
            wrong = chain is None or chain != chains[0]
            yield f"{group[0]} = {words}", f"{chains[0]} {chain}" if wrong else None
    for one, other in passage.get("apart", ()):
        a, b = find(names, one), find(names, other)
        yield (
            f"{one} is not {other}",
            None if a is None or b is None or a.chain != b.chain else "one",
        )
    for key, value in (
        ("told", code),
        ("kind", lambda n: n.kind),
        ("canonical", lambda n: n.canonical),
        ("number", lambda n: n.number),
        ("offices", lambda n: next(iter(n.offices), None)),
    ):
        for words, expected in passage.get(key, {}).items():
            name = find(names, words)
            got = None if name is None else value(name)
            yield f"{key} of {words}: {expected}", None if got == expected else str(got)
    for words in passage.get("absent", ()):
        yield f"no {words}", None if find(names, words) is None else "found"


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_passages(analyser: Analyser, name: str) -> None:
    passages = tomllib.loads((HERE / name).read_text("utf-8"))["passage"]
    analyses = analyser.analyse_all(passage["text"] for passage in passages)
    results = [
        (expectation, wrong)
        for passage, analysis in zip(passages, analyses, strict=True)
        for expectation, wrong in failures(
            passage, find_names(document(passage["text"]), parse(analysis))
        )
    ]
    missed = [f"{expectation} — {wrong}" for expectation, wrong in results if wrong is not None]
    assert 1 - len(missed) / len(results) >= FLOORS[name], "\n".join(missed)

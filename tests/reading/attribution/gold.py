"""The labelled passages beside this file, read into spans of their texts."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Expected:
    """One statement an editor would take from a passage; see passages.toml for the fields."""

    chain: tuple[tuple[str, str, str | None], ...]
    cue: str
    contents: tuple[tuple[int, int], ...]
    kind: str
    act: str
    fields: dict[str, Any]

    def open(self, field: str) -> bool:
        """True when the label leaves this field open."""
        return bool(self.fields.get(f"{field}free"))


@dataclass(frozen=True, slots=True)
class Passage:
    id: str
    outlet: str
    text: str
    statements: tuple[Expected, ...]


def passages(file: str) -> tuple[Passage, ...]:
    """The passages of `file`, every stretch of content found in its text."""
    rows = tomllib.loads((HERE / file).read_text("utf-8"))["passage"]
    return tuple(_passage(row) for row in rows)


def _passage(row: dict[str, Any]) -> Passage:
    text = row["text"].strip()
    return Passage(
        row["id"], row["outlet"], text, tuple(_expected(text, item) for item in row["statements"])
    )


def _expected(text: str, item: dict[str, Any]) -> Expected:
    at, contents = 0, []
    for stretch in item["content"].split(" / "):
        first, _, last = stretch.partition(" … ")
        start = text.index(first, at)
        end = text.index(last, start + len(first)) + len(last) if last else start + len(first)
        contents.append((start, end))
        at = end
    chain = tuple(_link(link) for link in item["chain"].split(" > ") if link)
    return Expected(chain, item["cue"], tuple(contents), item["kind"], item["act"], item)


def _link(link: str) -> tuple[str, str, str | None]:
    kind, _, words = link.partition(": ")
    words, _, entity = words.partition(" = ")
    return kind, words, entity or None

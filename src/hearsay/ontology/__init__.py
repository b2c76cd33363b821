"""What the field knows, as readable tables: one file a concept, read once.

TOML for structured tables, TSV (first line names the columns) for long ones.
"""

import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

Word = TypeVar("Word", bound=str)


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table `name`.toml. Treat it as read-only."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `name`.tsv, each a dict by column name; lines that start with # are comments."""
    lines = (files(__package__) / f"{name}.tsv").read_text("utf-8").splitlines()
    head, *body = [line for line in lines if line and not line.startswith("#")]
    columns = head.split("\t")
    return tuple(
        dict(zip(columns, line.split("\t") + [""] * len(columns), strict=False)) for line in body
    )


def known_word(word: str, allowed: Collection[Word], file: str, row: str) -> Word:
    """The word of a table, when it is one of those allowed; ValueError for another.

    >>> known_word("asked", ("said", "asked"), "cues.toml", "ask")
    'asked'
    >>> known_word("sung", ("said", "asked"), "cues.toml", "sing")
    Traceback (most recent call last):
    ValueError: cues.toml, "sing": 'sung' is none of the words allowed there: said, asked
    """
    for each in allowed:
        if each == word:
            return each
    listed = ", ".join(allowed)
    raise ValueError(f'{file}, "{row}": {word!r} is none of the words allowed there: {listed}')

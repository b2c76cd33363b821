"""What the field knows, as readable tables: one file a concept, read once.

TOML for structured tables, TSV (first line names the columns) for long ones.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


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

"""What the tables of figures hold for a row: its floor, and the best figure known."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.corpora import Row


@cache
def _figures(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))


def _told(name: str, row: Row) -> Any:
    return _figures(name).get(row.benchmark, {}).get(row.set, {}).get(row.figure)


def floor(row: Row) -> float | None:
    """The least that the figure may be; None where no floor is set."""
    found = _told("floors.toml", row)
    return None if found is None else float(found)


def best_known(row: Row) -> tuple[str, str]:
    """The best figure known and whose it is; two empty strings where none is."""
    found = _told("best_known.toml", row) or {"value": "", "source": ""}
    return found["value"], found["source"]

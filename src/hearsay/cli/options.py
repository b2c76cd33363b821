"""Options that several commands share, and what their values mean."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hearsay.errors import UsageError

if TYPE_CHECKING:
    from hearsay.pipeline import Record

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

record_option: Decorator = click.option(
    "--record",
    "record_path",
    type=click.Path(path_type=Path),
    envvar="HEARSAY_RECORD",
    default="hearsay.db",
    show_default=True,
    show_envvar=True,
    help="The record's file.",
)
output_option: Decorator = click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Write to this file. Without it, or with -, write to standard output.",
)


def format_option(*forms: str) -> Decorator:
    """How to write the result; the first form is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="How to write it.",
    )


def open_record(path: Path) -> "Record":
    """The record at `path`. A command that asks it says where there is none."""
    from hearsay.pipeline import Record

    return Record(path)


def day(name: str, given: str | None) -> date | None:
    """The day that an option gives."""
    try:
        return None if given is None else date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"--{name} is {given!r}; give a day as 2024-04-16") from None

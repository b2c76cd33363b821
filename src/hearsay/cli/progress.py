"""How far a long work is, on standard error: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hearsay.cli.output import note

if TYPE_CHECKING:
    from hearsay.intake import Progress

_SECONDS = 5.0  # between plain lines of one stage


@contextmanager
def progress(*, quiet: bool) -> Iterator["Progress | None"]:
    """What to tell of each step; None where nothing is to be said."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        yield from _bar()
    else:
        yield _Lines()


class _Lines:
    """A line at the end of a stage, and every few seconds on the way."""

    def __init__(self) -> None:
        self._said = time.monotonic()

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if done < total and now - self._said < _SECONDS:
            return
        self._said = now
        note(f"{stage}: {done} of {total}")


def _bar() -> Iterator["Progress"]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)

        def step(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total)

        yield step

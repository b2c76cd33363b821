"""What a user may set from outside: environment variables, each with its default."""

import os
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import UsageError

DEFAULT_RECORD = "hearsay.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """`record`: the record's file. `workers`: reading processes, None to choose by the work."""

    record: Path = Path(DEFAULT_RECORD)
    workers: int | None = None


def settings() -> Settings:
    """From HEARSAY_RECORD and HEARSAY_WORKERS; UsageError when one makes no sense."""
    workers = os.environ.get("HEARSAY_WORKERS")
    if workers is not None and not (workers.isdecimal() and int(workers) > 0):
        raise UsageError(f"HEARSAY_WORKERS is {workers!r}; give a whole number from 1")
    return Settings(
        record=Path(os.environ.get("HEARSAY_RECORD") or DEFAULT_RECORD),
        workers=None if workers is None else int(workers),
    )

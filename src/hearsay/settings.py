"""What a user may set from outside: environment variables, each with its default."""

import os
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import UsageError

DEFAULT_RECORD = "hearsay.db"
DEVICES = ("cpu", "cuda")


@dataclass(frozen=True, slots=True)
class Settings:
    """`record`: the record's file. `workers`: reading processes, None to choose by the work.
    `device`: what the language model runs on, "cpu" or "cuda"."""

    record: Path = Path(DEFAULT_RECORD)
    workers: int | None = None
    device: str = "cpu"


def settings() -> Settings:
    """From HEARSAY_RECORD, HEARSAY_WORKERS and HEARSAY_DEVICE; UsageError when one makes no
    sense."""
    workers = os.environ.get("HEARSAY_WORKERS")
    if workers is not None and not (workers.isdecimal() and int(workers) > 0):
        raise UsageError(f"HEARSAY_WORKERS is {workers!r}; give a whole number from 1")
    device = os.environ.get("HEARSAY_DEVICE") or "cpu"
    if device not in DEVICES:
        raise UsageError(f"HEARSAY_DEVICE is {device!r}; give cpu or cuda")
    return Settings(
        record=Path(os.environ.get("HEARSAY_RECORD") or DEFAULT_RECORD),
        workers=None if workers is None else int(workers),
        device=device,
    )

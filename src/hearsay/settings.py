"""What a user may set from outside: environment variables, each with its default."""

import os
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import UsageError

DEFAULT_RECORD = "hearsay.db"
DEVICES = ("cpu", "cuda")


PAGE_SECONDS = 120  # a page of the largest size allowed takes some 70 on a slow machine
PAGE_MEGABYTES = 4000  # a reading process takes some 400; the largest page allowed some 1,500 more


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says.

    `record`: the record's file. `workers`: reading processes, None to choose by the work, 0 to read
    in the program itself. `device`: what the language model runs on, "cpu" or "cuda".
    `page_seconds` and `page_megabytes`: what one page may take before it is set aside; the program
    itself is not bounded so.
    """

    record: Path = Path(DEFAULT_RECORD)
    workers: int | None = None
    device: str = "cpu"
    page_seconds: int = PAGE_SECONDS
    page_megabytes: int = PAGE_MEGABYTES


def settings() -> Settings:
    """From HEARSAY_RECORD, HEARSAY_WORKERS, HEARSAY_DEVICE, HEARSAY_PAGE_SECONDS and
    HEARSAY_PAGE_MEGABYTES; UsageError when one makes no sense."""
    device = os.environ.get("HEARSAY_DEVICE") or "cpu"
    if device not in DEVICES:
        raise UsageError(f"HEARSAY_DEVICE is {device!r}; give cpu or cuda")
    return Settings(
        record=Path(os.environ.get("HEARSAY_RECORD") or DEFAULT_RECORD),
        workers=_whole("HEARSAY_WORKERS", 0),
        device=device,
        page_seconds=_whole("HEARSAY_PAGE_SECONDS", 1) or PAGE_SECONDS,
        page_megabytes=_whole("HEARSAY_PAGE_MEGABYTES", 1000) or PAGE_MEGABYTES,
    )


def _whole(name: str, least: int) -> int | None:
    """The whole number that a variable holds, None where it is not set."""
    given = os.environ.get(name)
    if not given:
        return None
    if not (given.isdecimal() and int(given) >= least):
        raise UsageError(f"{name} is {given!r}; give a whole number from {least}")
    return int(given)

"""One page's way from bytes to readings: the unit of work of every engine."""

from dataclasses import dataclass

from hearsay.model import Metadata, Reading, Rejected
from hearsay.pages import Piece


@dataclass(frozen=True, slots=True)
class Task:
    """The bytes of one page, and what the user says of it."""

    piece: Piece
    given: Metadata


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: the readings of its documents, what was set aside, and the fields of a
    row that nothing is known of."""

    readings: tuple[Reading, ...] = ()
    aside: tuple[Rejected, ...] = ()
    unknown_fields: tuple[str, ...] = ()


def too_much_memory(megabytes: int) -> str:
    """The reason to set aside a page that a limit of memory does not suffice for."""
    return (
        f"It needs more than {megabytes:,} MB of memory to read; split it into smaller pages, or "
        "allow more with HEARSAY_PAGE_MEGABYTES."
    )

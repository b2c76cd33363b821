"""What goes into the store beside readings, and what it says of them."""

from dataclasses import dataclass
from datetime import date

from hearsay.model import Metadata, Reading


@dataclass(frozen=True, slots=True)
class StoredPage:
    """What the store knows of a page read before: by what reader, with what given, since when.

    `entered` is None for a page that was kept before the store noted days.
    """

    reader: str
    given: Metadata
    entered: date | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A source that was seen to hold a document.

    `row` is True for a row of a file of many, "path:line": its lines may change places, so that
    the row says nothing of what it held before. `file` tells files of one name apart (the full
    path, where `source` is a short one); by default it is the source.
    """

    source: str
    document: str
    row: bool = False
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A page that was not read, with the reason and a hash of its bytes where they could be had."""

    source: str
    reason: str
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The current pages at one revision of the record, by document id."""

    revision: int
    readings: tuple[Reading, ...]

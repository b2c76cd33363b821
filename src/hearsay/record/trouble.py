"""What a database says of itself, as a RecordError with a remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from hearsay.errors import RecordError

_UNOPENED = "cannot be opened; check the path and its permissions"
_DAMAGED = "is damaged; restore a copy, or read the pages into a new record"
_REMEDIES = {
    "locked": "is in use by another process; try again when it has finished",
    "disk is full": "could not be written: the disk is full; make room and run again, "
    "nothing recorded is lost",
    "readonly": "may not be written; check its permissions",
    "unable to open": _UNOPENED,
    "not a database": "is no Hearsay record, or its beginning is damaged; choose another file, or "
    "restore a copy",
    "malformed": _DAMAGED,
    "no such table": _DAMAGED,
    "no such column": _DAMAGED,
    "duplicate column": _DAMAGED,
    "already exists": _DAMAGED,
    "could not decode": _DAMAGED,
    "unsupported file format": _DAMAGED,
    "disk i/o": "could not be read or written: the disk reports an error; "
    "what was recorded before is kept",
}
_NO_SUCH_VALUES = (
    msgspec.MsgspecError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What comes of reading values that are not what was written, whatever the place."""


def damaged(path: Path) -> RecordError:
    """The error for a record whose content cannot be what Hearsay wrote."""
    return RecordError(f"{path} {_DAMAGED}")


def missing(path: Path) -> RecordError:
    """The error for a record that is asked and was never made."""
    return RecordError(
        f"there is no record {path}; make one with: hearsay read PATH --record {path}"
    )


def is_busy(error: DBAPIError) -> bool:
    """True when another process holds the lock that was wanted."""
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Turns what a database or a disk says of itself into a RecordError with a remedy."""
    try:
        yield
    except OSError as error:
        raise RecordError(f"{path} {_UNOPENED}") from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        told = str(getattr(error, "orig", None) or error)
        for sign, remedy in _REMEDIES.items():
            if sign in told.lower():
                raise RecordError(f"{path} {remedy}") from error
        first = told.partition("\n")[0]
        raise RecordError(
            f"{path} cannot be used ({first}); restore a copy, or choose another file"
        ) from error


@contextmanager
def decoding(path: Path) -> Iterator[None]:
    """Turns values that cannot be read back into a RecordError: the file was changed or cut."""
    try:
        yield
    except _NO_SUCH_VALUES as error:
        raise damaged(path) from error

"""What a command says: results on standard output or in a file, messages on standard error."""

import errno
import io
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from hearsay.errors import HearsayError, UsageError

ALL_READ, SOME_ASIDE, NOTHING_DONE, CRASHED, INTERRUPTED = 0, 1, 2, 3, 130

_NARROWEST, _WIDEST, _UNKNOWN = 60, 120, 80  # columns
_SQLITE = b"SQLite format 3\x00"
# Controls but for tab and line feed, marks of direction, lone surrogates, separators of lines.
_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
# What a plainer encoding writes for a mark that it lacks.
_PLAINER = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "→": "->", "·": "-"}
)


def printable(text: str) -> str:
    """`text` without anything that a terminal obeys: controls and marks of direction are escaped.

    >>> print(printable("a\\x1b[31mb\\u202ec"))
    a\\x1b[31mb\\u202ec
    """
    return _OBEYED.sub(lambda found: ascii(found.group())[1:-1], text)


def _printable_json(text: str) -> str:
    """JSON text with what a terminal obeys as JSON's own escapes."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def complain(message: str) -> None:
    """Says it on standard error, in one sentence."""
    note(f"hearsay: {message}")


def note(text: str) -> None:
    """A line on standard error; where that is closed, nothing."""
    try:
        click.echo(_encodable(printable(text), sys.stderr), err=True)
    except OSError:
        return


@contextmanager
def errors_told() -> Iterator[None]:
    """Says an error in one sentence on standard error, and ends with the fitting exit code."""
    try:
        yield
    except HearsayError as error:
        complain(str(error))
        sys.exit(NOTHING_DONE)
    except KeyboardInterrupt:
        complain("interrupted; what was read is kept, run again to go on")
        sys.exit(INTERRUPTED)


def width() -> int:
    """The columns to write in: the terminal's, within reason; 80 where there is none."""
    if not (sys.stdout.isatty() or os.environ.get("COLUMNS")):
        return _UNKNOWN
    columns = shutil.get_terminal_size((_UNKNOWN, 24)).columns
    return min(max(columns, _NARROWEST), _WIDEST)


def write(
    text: str, output: Path | None, record: Path | None = None, *, data: bool = False
) -> None:
    """Writes a result to `output`, else (or for "-") to standard output.

    `data` marks what programs read: it is always UTF-8. A file is replaced in one step, so that a
    full disk or an interruption leaves the old one; a record is never written over. UsageError
    where it cannot be written.
    """
    text = _printable_json(text) if data else printable(text)
    if output is None or str(output) == "-":
        _to_standard_output(text, data)
    else:
        _to_file(text, output, record)


def _to_standard_output(text: str, data: bool) -> None:
    try:
        if data and isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        else:
            click.echo(_encodable(text, sys.stdout), nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        raise UsageError(f"standard output cannot be written: {error.strerror}") from error


def _encodable(text: str, stream: object) -> str:
    """`text` as the stream's encoding can write it."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAINER).encode(encoding, "backslashreplace").decode(encoding)
    except LookupError:
        return ascii(text)
    return text


def _silence() -> None:
    """Nobody listens: what is still buffered must not fail again when the program ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _to_file(text: str, output: Path, record: Path | None) -> None:
    try:
        mode = _mode(output)
        if mode is not None and stat.S_ISDIR(mode):
            raise UsageError(f"{output} is a folder; name a file")
        if mode is not None and not stat.S_ISREG(mode):
            output.write_text(text, "utf-8")  # a device or a pipe has no old content to keep
            return
        if _is_database(output) or (record is not None and _same(output, record)):
            raise UsageError(f"{output} is a record or a database; choose another file")
        _replace(output.resolve(), text, mode)
    except OSError as error:
        told = error.strerror or str(error)
        kept = "; the old file is kept" if error.errno == errno.ENOSPC else ""
        raise UsageError(f"{output} cannot be written: {told}{kept}") from error


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except FileNotFoundError:
        return False


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _replace(path: Path, text: str, mode: int | None) -> None:
    """Writes beside the file, then puts it in its place."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o666 & ~_umask() if mode is None else stat.S_IMODE(mode))
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

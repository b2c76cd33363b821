"""The files that paths, folders and globs mean, in an order that is always the same."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from hearsay.model import Rejected

_GLOB = frozenset("*?[")
_SQLITE, _APPLICATION = b"SQLite format 3\x00", b"HSY1"  # 0x48535931
_APPLICATION_AT = 68  # https://www.sqlite.org/fileformat.html, "The Database Header"
_COMPANIONS = ("-wal", "-shm", "-journal")


def gather(paths: Iterable[str | Path]) -> Iterator[Path | Rejected]:
    """Every file that `paths` name, each once: files, folders with all below them, globs.

    Folders are walked in the order of names; what begins with a dot is left out and so are records
    of Hearsay; links to folders are not followed. What is missing, no file or unreadable comes as
    `Rejected`.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _found(str(path)):
            key = os.path.realpath(found) if isinstance(found, Path) else found.source
            if key not in seen:
                seen.add(key)
                yield found


def name_of(path: str | Path) -> str:
    """The path as it can be shown, stored and sent: odd characters and bytes are escaped.

    >>> name_of("caf\\udce9\\n.txt")
    'caf\\\\xe9\\\\n.txt'
    """
    return "".join(char if char.isprintable() else _escaped(char) for char in str(path))


def _escaped(char: str) -> str:
    if "\udc80" <= char <= "\udcff":  # how Python holds a byte that is no character
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char.encode("unicode_escape").decode("ascii")


def is_record(path: Path) -> bool:
    """True for a file that holds a record of Hearsay."""
    try:
        if not path.is_file():  # opening a pipe would wait for who writes into it
            return False
        with path.open("rb") as file:
            head = file.read(_APPLICATION_AT + len(_APPLICATION))
    except (OSError, ValueError):
        return False
    return head.startswith(_SQLITE) and head.endswith(_APPLICATION)


def _found(path: str) -> Iterator[Path | Rejected]:
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises on names that are too long
        yield from _folder(path)
    elif os.path.lexists(path):
        yield _file(Path(path))
    elif _GLOB & set(path):
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not matches:
            yield Rejected(name_of(path), "No file matches this pattern; check its spelling.")
        for match in matches:
            yield from _found(match)
    else:
        yield Rejected(name_of(path), "There is no such file or folder; check its spelling.")


def _folder(path: str) -> Iterator[Path | Rejected]:
    refused: list[OSError] = []
    empty = True
    for folder, below, files in os.walk(path, onerror=refused.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in _pages(Path(folder), files):
            empty = False
            yield _file(Path(folder) / name)
    for error in refused:
        yield Rejected(name_of(str(error.filename)), unreadable(error))
    if empty and not refused:
        yield Rejected(
            name_of(path), "The folder has no pages; give the folder that holds the pages."
        )


def _pages(folder: Path, names: Iterable[str]) -> list[str]:
    """The names in their order, without hidden files and without Hearsay's own."""
    shown = sorted(name for name in names if not name.startswith("."))
    records = {name for name in shown if is_record(folder / name)}
    own = records | {record + end for record in records for end in _COMPANIONS}
    return [name for name in shown if name not in own]


def _file(path: Path) -> Path | Rejected:
    """The path of a plain file that can be opened, or why it is none."""
    try:
        if not path.is_file():
            return Rejected(
                name_of(path), "This is no plain file, or a dead link; give the page itself."
            )
        with path.open("rb"):
            return path
    except (OSError, ValueError) as error:
        return Rejected(name_of(path), unreadable(error))


def unreadable(error: Exception) -> str:
    """The reason to set aside a file that the system does not let be read."""
    told = getattr(error, "strerror", None) or str(error)
    return f"It cannot be read ({told}); check that it is there and that you may read it."

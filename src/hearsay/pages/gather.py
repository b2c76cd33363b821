"""The files that paths, folders and globs mean, in an order that is always the same."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from hearsay.model import SetAside
from hearsay.pages.extract import MOST_BYTES, too_large

_GLOB = frozenset("*?[")


def gather(paths: Iterable[str | Path]) -> Iterator[Path | SetAside]:
    """Every file that `paths` name, each once: files, folders with all below them, globs.

    Folders are walked in the order of names; what begins with a dot is left out, links to folders
    are not followed. What is missing, no file, too large or unreadable comes as a `SetAside`.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _found(str(path)):
            key = os.path.realpath(found) if isinstance(found, Path) else found.source
            if key not in seen:
                seen.add(key)
                yield found


def load(path: Path) -> bytes | SetAside:
    """The file's bytes, or why they cannot be had."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            return SetAside(str(path), too_large(size))
        return path.read_bytes()
    except OSError as error:
        return SetAside(str(path), _unreadable(error))


def _found(path: str) -> Iterator[Path | SetAside]:
    if Path(path).is_dir():
        yield from _folder(path)
    elif os.path.lexists(path):
        yield _file(Path(path))
    elif _GLOB & set(path):
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not matches:
            yield SetAside(path, "No file matches this pattern; check its spelling.")
        for match in matches:
            yield from _found(match)
    else:
        yield SetAside(path, "There is no such file or folder; check its spelling.")


def _folder(path: str) -> Iterator[Path | SetAside]:
    refused: list[OSError] = []
    empty = True
    for folder, below, files in os.walk(path, onerror=refused.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                empty = False
                yield _file(Path(folder) / name)
    for error in refused:
        yield SetAside(str(error.filename), _unreadable(error))
    if empty and not refused:
        yield SetAside(path, "The folder has no files; give the folder that holds the pages.")


def _file(path: Path) -> Path | SetAside:
    """The path of a plain file that can be opened and is small enough, or why it is not."""
    try:
        if not path.is_file():
            return SetAside(
                str(path), "This is no plain file, or a dead link; give the page itself."
            )
        if path.stat().st_size > MOST_BYTES:
            return SetAside(str(path), too_large(path.stat().st_size))
        with path.open("rb"):
            return path
    except (OSError, ValueError) as error:
        return SetAside(str(path), _unreadable(error))


def _unreadable(error: Exception) -> str:
    told = getattr(error, "strerror", None) or str(error)
    return f"It cannot be read ({told}); check that it is there and that you may read it."

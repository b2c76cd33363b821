"""Which Hearsay this is."""

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

__version__ = "0.1.0"

_ROOMS = ("model", "ontology", "pages", "language", "syntax", "reading")
_SUFFIXES = (".py", ".toml", ".tsv", "SHA256SUMS")


@cache
def reader() -> str:
    """Hearsay's version with a hash of what makes a reading: code, tables, weights, rules held off.

    Readings by another reader are made anew when their page is met again, so an edited rule takes
    effect on a record that is there already.
    """
    found = hashlib.sha256()
    for room in _ROOMS:
        for path, data in _sources(files("hearsay") / room, room):
            found.update(path.encode() + b"\0" + hashlib.sha256(data).digest())
    found.update(os.environ.get("HEARSAY_WITHOUT", "").encode())
    return f"hearsay {__version__}, {found.hexdigest()[:12]}"


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """The files of a room with their paths, in order; of the weights their checksums alone."""
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        here = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _sources(entry, here)
        elif entry.name.endswith(_SUFFIXES) and not entry.name.startswith("rules_"):
            yield here, entry.read_bytes()

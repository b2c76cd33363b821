"""Where pages were seen: which document a file holds now, and the name a page goes by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Sighting:
    """A source seen to hold a document. `file` is the file it fills alone, None for a row of a
    file of many; `arrival` counts up with every change of what a source holds."""

    source: str
    document: str
    file: str | None
    arrival: int


def contents(sightings: Iterable[Sighting]) -> dict[str, tuple[str, ...]]:
    """The documents that each file held, one after the other; the last is what it holds now."""
    held: dict[str, dict[str, int]] = defaultdict(dict)
    for seen in sightings:
        if seen.file is not None:
            before = held[seen.file].get(seen.document, seen.arrival)
            held[seen.file][seen.document] = max(before, seen.arrival)
    return {
        file: tuple(sorted(documents, key=lambda document: (documents[document], document)))
        for file, documents in held.items()
    }


def overwritten(sightings: Iterable[Sighting]) -> Iterator[tuple[str, str]]:
    """Pairs of a document and the next that took its place in a file, the oldest change first.

    A document that another file still holds, or a row, was not replaced.
    """
    every = tuple(sightings)
    files = contents(every)
    held = {seen.document for seen in every if seen.file is None}
    held |= {documents[-1] for documents in files.values()}
    when = {(seen.file, seen.document): seen.arrival for seen in every}
    pairs = (
        (when[file, newer], older, newer)
        for file, documents in files.items()
        for older, newer in pairwise(documents)
        if older not in held
    )
    for _, older, newer in sorted(pairs):
        yield older, newer


def names(sightings: Iterable[Sighting]) -> dict[str, str]:
    """The source that each document goes by: the first in the alphabet that holds it still.

    Where none does, the first that ever held it.
    """
    every = tuple(sightings)
    now = {file: documents[-1] for file, documents in contents(every).items()}
    found: dict[str, tuple[bool, str]] = {}
    for seen in every:
        gone = seen.file is not None and now[seen.file] != seen.document
        name = (gone, seen.source)
        found[seen.document] = min(name, found.get(seen.document, name))
    return {document: source for document, (_, source) in found.items()}

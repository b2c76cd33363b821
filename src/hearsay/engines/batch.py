"""One batch of files, from bytes to readings: the unit of work of every engine."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay import pages
from hearsay.model import Document, Given, Reading, SetAside, content_id
from hearsay.reading import read
from hearsay.settings import settings

if TYPE_CHECKING:
    from hearsay.language import Analyser


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of some files: readings made, pages known before, sources seen, pages aside."""

    files: int
    readings: tuple[Reading, ...]
    known: int
    seen: tuple[tuple[str, str], ...]
    aside: tuple[SetAside, ...]


@cache
def analyser() -> "Analyser":
    """This process's language model, loaded when the first page needs it, on the device set."""
    from hearsay.language import Analyser

    return Analyser.load(device=settings().device)


def read_batch(files: Sequence[Path], given: Given, known: Collection[str]) -> Batch:
    """Reads `files`; documents whose id is in `known` are only noted as seen."""
    documents: dict[str, Document] = {}
    seen: list[tuple[str, str]] = []
    aside: list[SetAside] = []
    again = 0
    for path in files:
        for found in _documents(path, given, known):
            if isinstance(found, SetAside):
                aside.append(found)
                continue
            id = found if isinstance(found, str) else found.id
            source = str(path) if isinstance(found, str) else found.source
            seen.append((source, id))
            if isinstance(found, Document) and id not in known and id not in documents:
                documents[id] = found
            else:
                again += 1
    fresh = list(documents.values())
    analyses = analyser().analyse_all([document.text for document in fresh]) if fresh else []
    readings = tuple(map(read, fresh, analyses))
    return Batch(len(files), readings, again, tuple(seen), tuple(aside))


def _documents(
    path: Path, given: Given, known: Collection[str]
) -> Sequence[Document | SetAside | str]:
    """The pages of a file, or the id alone of a page that is known by its very bytes."""
    data = pages.load(path)
    if isinstance(data, SetAside):
        return [data]
    id = content_id("document", hashlib.sha256(data).hexdigest())
    if id in known:
        return [id]
    return pages.extract(data, str(path), given)

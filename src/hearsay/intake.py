"""From files to the store: which pages need reading, and what is kept of each."""

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from hearsay import pages
from hearsay.engines import Outcome, Task, read_pages
from hearsay.errors import UsageError
from hearsay.model import Metadata, Reading, Rejected, content_id
from hearsay.pages import Piece
from hearsay.record import Aside, Seen, Store, StoredPage

_NOTES = 1000  # notes on pages known before are kept so many at a time

STANDARD_INPUT = "standard input"

Progress = Callable[[str, int, int], None]
"""Hears how far a long work is: the stage, steps done, steps in all."""


@dataclass(slots=True)
class Report:
    """How a run of `read` went.

    `read`: pages read now. `known`: pages read before. `aside`: what was set aside now, with its
    reason. `still_aside`: what was set aside before and has not changed since. `forgotten`: pages
    that were taken out of the record and stay out. `replaced`: the ids of pages that are now an
    earlier version of another. `unmet_rows`: files that the table of metadata names and no page
    read was. `unknown_fields`: fields of rows that nothing is known of, each with the
    first row that has it.
    """

    read: int = 0
    known: int = 0
    aside: list[Rejected] = field(default_factory=list)
    still_aside: list[Rejected] = field(default_factory=list)
    forgotten: int = 0
    replaced: list[str] = field(default_factory=list)
    unmet_rows: list[str] = field(default_factory=list)
    unknown_fields: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Intake:
    """One run over some files.

    `given` says what the user told of a source. With `again` pages are read whatever was read
    before. `unnamed` is the file that holds standard input. With `one_page` more than one is
    refused.
    """

    store: Store
    reader: str
    given: Callable[[str], Metadata]
    again: bool
    unnamed: Path | None = None
    one_page: bool = False
    report: Report = field(default_factory=Report)
    _kept: dict[str, StoredPage] = field(init=False)
    _aside: dict[str, Aside] = field(init=False)
    _forgotten: frozenset[str] = field(init=False)
    _pending: dict[str, list[Seen]] = field(default_factory=dict)
    _fresh: set[str] = field(default_factory=set)
    _seen: list[Seen] = field(default_factory=list)
    _refused: list[Aside] = field(default_factory=list)
    _done: int = 0

    def __post_init__(self) -> None:
        self._kept, self._aside = self.store.kept(), self.store.aside()
        self._forgotten = self.store.forgotten()

    def run(self, found: Iterable[Path | Rejected], progress: Progress | None) -> Report:
        """Reads what needs reading. Each batch is kept as soon as it is read."""
        files = list(found)
        total = sum(pages.count(path) for path in files if isinstance(path, Path))
        if self.one_page and total > 1:
            raise UsageError(
                f"an address is of one page, and there are {total:,}; give each its own in a table "
                "(--metadata)"
            )
        before = _superseded(self.store)
        for batch in read_pages(self._tasks(files), total):
            self._keep(batch)
            if progress is not None:
                progress("Reading", self._done, max(total, self._done))
        self._keep(())
        self.report.replaced = sorted(_superseded(self.store) - before)
        return self.report

    def _tasks(self, files: Iterable[Path | Rejected]) -> Iterator[Task]:
        """The pages that need reading; what is known of the others is noted on the way."""
        for found in files:
            file = None if isinstance(found, Rejected) or found == self.unnamed else found
            for piece in self._pieces(found):
                if isinstance(piece, Rejected):
                    self._refuse(piece, _stamp(piece.source))
                elif (task := self._task(piece, file)) is not None:
                    yield task
                    continue
                elif _document(piece) in self._pending:
                    continue
                self._done += isinstance(found, Path)
                if len(self._seen) + len(self._refused) >= _NOTES:
                    self._keep(())

    def _pieces(self, found: Path | Rejected) -> Iterator[Piece | Rejected]:
        """The pages of a file; those of standard input bear its name."""
        if isinstance(found, Rejected):
            yield found
            return
        for piece in pages.pieces(found):
            if found == self.unnamed:
                yield replace(piece, source=piece.source.replace(str(found), STANDARD_INPUT))
            else:
                yield piece

    def _task(self, piece: Piece, file: Path | None) -> Task | None:
        """The page as a task, or None where it needs no reading."""
        document = _document(piece)
        alone = file is not None and not piece.row
        whole = os.path.realpath(file) if file is not None and alone else None
        seen = Seen(piece.source, document, not alone, whole)
        given = self.given(piece.source)
        if document in self._pending:
            self._pending[document].append(seen)
        elif document in self._fresh:
            self._seen.append(seen)
            self.report.known += 1
        elif self.again:
            self._pending[document] = [seen]
            return Task(piece, given)
        elif document in self._forgotten:
            self.report.forgotten += 1
        elif self._is_known(document, given):
            self._seen.append(seen)
            self.report.known += 1
        elif self._is_aside(piece):
            self.report.still_aside.append(_set_aside(self._aside[piece.source]))
        else:
            self._pending[document] = [seen]
            return Task(piece, given)
        return None

    def _is_known(self, document: str, given: Metadata) -> bool:
        """True for a page read by this reader, of which nothing new is given."""
        kept = self._kept.get(document)
        return kept is not None and kept.reader == self.reader and given in (Metadata(), kept.given)

    def _is_aside(self, piece: Piece) -> bool:
        before = self._aside.get(piece.source)
        return before is not None and before.sha256 == self._mark(_sha256(piece))

    def _mark(self, told: str) -> str:
        """What a page set aside is known again by: its bytes, and who could not read them."""
        return hashlib.sha256(f"{self.reader} {told}".encode()).hexdigest()

    def _refuse(self, page: Rejected, stamp: str | None) -> None:
        mark = None if stamp is None else self._mark(stamp)
        before = self._aside.get(page.source)
        if mark is not None and before is not None and before.sha256 == mark:
            self.report.still_aside.append(page)
            return
        self.report.aside.append(page)
        if mark is None:
            return  # there is no such file: nothing to remember
        self._refused.append(Aside(page.source, page.reason, mark))

    def _keep(self, batch: Sequence[tuple[Task, Outcome]]) -> None:
        """Keeps a batch, and what was noted of other pages since the last."""
        readings: list[tuple[Reading, Metadata]] = []
        for task, outcome in batch:
            named = self._pending.pop(_document(task.piece))
            self._done += len(named)
            for page in _aside(outcome, named):
                self._refuse(page, _sha256(task.piece))
            for name in outcome.unknown_fields:
                self.report.unknown_fields.setdefault(name, task.piece.source)
            readings += [(reading, task.given) for reading in outcome.readings]
            self._seen += _arrived(outcome, named)
            self.report.known += len(named) - 1 if outcome.readings else 0
            self._fresh |= {seen.document for seen in named if outcome.readings}
        self.report.read += len(readings)
        self.store.add(readings, reader=self.reader, seen=self._seen, aside=self._refused)
        self._seen, self._refused = [], []


def _arrived(outcome: Outcome, named: Sequence[Seen]) -> Iterator[Seen]:
    """Where each document of a page was seen; `named` are the places that hold its bytes."""
    for reading in outcome.readings:
        document = reading.document
        if len(outcome.readings) > 1:
            yield Seen(document.source, document.id, True)
        else:
            yield from (replace(seen, document=document.id) for seen in named)


def _aside(outcome: Outcome, named: Sequence[Seen]) -> Iterator[Rejected]:
    """What was set aside, in each of the places that hold its bytes."""
    yield from outcome.aside
    if not outcome.readings and outcome.aside:
        reason = outcome.aside[0].reason
        yield from (Rejected(seen.source, reason) for seen in named[1:])


@contextmanager
def standard_input(paths: Sequence[str]) -> Iterator[tuple[list[str], Path | None]]:
    """The paths, with what standard input holds as a file in the place of "-"; and that file."""
    if "-" not in paths:
        yield list(paths), None
        return
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page"
        with page.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield [str(page) if path == "-" else path for path in paths], page


def _superseded(store: Store) -> set[str]:
    if not store.exists():
        return set()
    return {older for versions in store.versions().values() for older in versions}


def _document(piece: Piece) -> str:
    """The id of the page that has these bytes."""
    return content_id("document", _sha256(piece))


def _sha256(piece: Piece) -> str:
    return hashlib.sha256(piece.data.strip() if piece.row else piece.data).hexdigest()


def _stamp(source: str) -> str | None:
    """Size and time of a file that was not opened; None where there is none."""
    try:
        found = Path(source).stat()
    except (OSError, ValueError):
        return None
    return f"{found.st_size}:{found.st_mtime_ns}"


def _set_aside(page: Aside) -> Rejected:
    return Rejected(page.source, page.reason)

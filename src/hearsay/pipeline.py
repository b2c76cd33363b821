"""The whole way on one screen: pages in, one record out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from hearsay import pages
from hearsay.engines import Batch, read_files
from hearsay.model import Event, Figure, Given, Resolution, SetAside, Statement
from hearsay.publish.brief import Brief, make_brief
from hearsay.publish.export import export
from hearsay.publish.format import RecordFile
from hearsay.publish.why import Why, explain
from hearsay.record import Store
from hearsay.resolve import resolve
from hearsay.settings import settings
from hearsay.version import reader

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Report:
    """How a run of `read` went: pages read, pages known before, pages set aside with reasons."""

    read: int = 0
    known: int = 0
    aside: list[SetAside] = field(default_factory=list)


class Record:
    """One record on disk, read into and asked.

    `path` defaults to HEARSAY_RECORD, else `hearsay.db` in the working folder. Everything that
    can go wrong is a `HearsayError` whose message names the remedy.
    """

    def __init__(self, path: str | Path | None = None) -> None:
        self._store = Store(Path(path) if path is not None else settings().record)

    def read(
        self,
        *paths: str | Path,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Reads files, folders and globs into the record, and resolves it anew.

        Each batch is kept as soon as it is read; after an interruption the next call goes on.
        `progress` is told how many files of how many are done.
        """
        given = Given(outlet=outlet, published=published, url=url)
        found = list(pages.gather([str(path) for path in paths]))
        files = [path for path in found if not isinstance(path, SetAside)]
        report = Report(aside=[path for path in found if isinstance(path, SetAside)])
        known = self._known(given)
        self._store.add((), reader=reader(), aside=report.aside)
        done = 0
        for batch in read_files(files, given, known, settings().workers):
            done += batch.files
            self._keep(batch, given, known, report)
            if progress is not None:
                progress(done, len(files))
        self.resolve()
        return report

    def _known(self, given: Given) -> set[str]:
        """Documents that need no reading: read by this reader, and nothing new is given."""
        return {
            document
            for document, kept in self._store.kept().items()
            if kept.reader == reader() and given in (Given(), kept.given)
        }

    def _keep(self, batch: Batch, given: Given, known: set[str], report: Report) -> None:
        fresh = [reading for reading in batch.readings if reading.document.id not in known]
        self._store.add(
            [(reading, given) for reading in fresh],
            reader=reader(),
            seen=batch.seen,
            aside=batch.aside,
        )
        known.update(reading.document.id for reading in fresh)
        report.read += len(fresh)
        report.known += batch.known + len(batch.readings) - len(fresh)
        report.aside += batch.aside

    def resolve(self) -> None:
        """Brings the record up to its pages; nothing happens when it is."""
        if self._store.stale():
            self._store.replace(resolve(self._store.readings()))

    def resolution(self) -> Resolution:
        """The whole record, every noun sorted by id."""
        self.resolve()
        return self._store.resolution()

    def events(self) -> tuple[Event, ...]:
        return self.resolution().events

    def statements(self) -> tuple[Statement, ...]:
        return self.resolution().statements

    def figures(self) -> tuple[Figure, ...]:
        return self.resolution().figures

    def set_aside(self) -> Iterable[SetAside]:
        """Pages that could not be read, with the reason for each."""
        return self._store.set_aside()

    def brief(self) -> Brief:
        """The account by story, every line with its source and words."""
        return make_brief(self.resolution())

    def why(self, asked: str) -> Why:
        """Why an event or page has its day; `asked` is an id, its beginning, a path or address."""
        return explain(asked, self.resolution(), self._store.formerly())

    def export(self) -> RecordFile:
        """The record in its published form, format 1."""
        return export(self.resolution(), self._store.formerly())

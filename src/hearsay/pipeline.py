"""The whole way on one screen: pages in, one record out."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal, get_args, overload

from hearsay import pages
from hearsay.errors import UsageError
from hearsay.intake import Intake, Progress, Report, standard_input
from hearsay.metadata_table import MetadataTable, read_metadata
from hearsay.model import Event, Figure, Metadata, Page, Rejected, Resolution, Statement
from hearsay.publish.brief import Brief, make_brief
from hearsay.publish.export import FormatVersion, export
from hearsay.publish.format import FORMAT, RecordFile
from hearsay.publish.naming import page_named
from hearsay.publish.why import Why, explain
from hearsay.record import Store
from hearsay.resolve import resolve
from hearsay.settings import settings
from hearsay.version import reader

__all__ = ["Progress", "Record", "Report"]

_TRIES = 3  # others may resolve, or take out pages, while this resolves


class Record:
    """One record on disk, read into and asked.

    `path` defaults to HEARSAY_RECORD, else `hearsay.db` in the working folder. The file is made
    when the first page is kept. Everything that can go wrong is a `HearsayError` whose message
    names the remedy.
    """

    def __init__(self, path: str | Path | None = None) -> None:
        self._store = Store(Path(path) if path is not None else settings().record)

    def __repr__(self) -> str:
        return f"Record({str(self._store.path)!r})"

    def read(
        self,
        *paths: str | Path,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
        metadata: str | Path | None = None,
        again: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        """Reads files, folders and globs ("-": standard input) into the record, and resolves it.

        `outlet`, `published` (2024-04-16) and `url` say what is known of all these pages,
        `metadata` names a table (CSV) that says it file by file. With `again` pages are read
        whatever was read or forgotten before. Each batch is kept as soon as it is read; after an
        interruption the next call goes on. What cannot be read is no error: the report names it,
        with the reason. `progress` hears the stage, the steps done and the
        steps in all.
        """
        _check_paths(paths)
        given = Metadata(outlet=outlet, published=_day(published), url=url)
        table = read_metadata(Path(metadata)) if metadata else MetadataTable({})
        with standard_input([str(path) for path in paths]) as (named, unnamed):
            told = partial(table.given, every=given)
            intake = Intake(self._store, reader(), told, again, unnamed, url is not None)
            report = intake.run(pages.gather(named), progress)
        report.unmet_rows = list(table.unmet())
        if self._store.exists():
            self.resolve(progress)
        return report

    def forget(self, asked: str) -> Page:
        """Takes a page out of the record with all that hangs on it; returns the page.

        `asked` is an id, its beginning, a path or an address. A page forgotten stays out when its
        file is read again, unless `again` is said.
        """
        page = page_named(asked, self.resolution())
        self._store.forget(page.document.id)
        self.resolve()
        return page

    def resolve(self, progress: Progress | None = None) -> None:
        """Brings the record up to its pages; nothing happens when it is.

        Pages that another process adds meanwhile are left to the next call.
        """
        step = None if progress is None else partial(progress, "Comparing")
        for _ in range(_TRIES):
            if not self._store.stale():
                return
            snapshot = self._store.snapshot()
            if self._store.replace(resolve(snapshot.readings, step), snapshot.revision):
                return

    def resolution(self) -> Resolution:
        """The whole record, every noun sorted by id."""
        self.resolve()
        return self._store.resolution()

    def pages(self) -> tuple[Page, ...]:
        return self.resolution().pages

    def events(self) -> tuple[Event, ...]:
        return self.resolution().events

    def statements(self) -> tuple[Statement, ...]:
        return self.resolution().statements

    def figures(self) -> tuple[Figure, ...]:
        return self.resolution().figures

    def set_aside(self) -> Iterable[Rejected]:
        """Pages that could not be read, with the reason for each."""
        return self._store.set_aside()

    def versions(self) -> dict[str, tuple[str, ...]]:
        """The ids of earlier versions of a page, oldest first, by the id of the present one."""
        return self._store.versions()

    def brief(self) -> Brief:
        """The account by story, every line with its source and words."""
        return make_brief(self.resolution())

    def why(self, asked: str) -> Why:
        """Why an event or page has its day; `asked` is an id, its beginning, a path or address."""
        return explain(asked, self.resolution(), self._store.formerly())

    @overload
    def export(self, format_version: Literal[2] = ...) -> RecordFile: ...

    @overload
    def export(self, format_version: FormatVersion) -> Any: ...

    def export(self, format_version: FormatVersion = FORMAT) -> Any:
        """The record in its published form: format 2, or format 1 for programs written for it."""
        if format_version not in get_args(FormatVersion):
            raise UsageError(f"format_version is {format_version!r}; give 1 or 2")
        return export(self.resolution(), self._store.formerly(), format_version)


def _check_paths(paths: Sequence[str | Path]) -> None:
    for path in paths:
        if not isinstance(path, str | Path):
            raise UsageError(f"{path!r} is no path; give each as text or Path: read('a', 'b')")


def _day(published: str | None) -> str | None:
    """The day that was given, as 2024-04-16; UsageError where it is none."""
    if published is None:
        return None
    day = pages.day_of(published)
    if day is None:
        raise UsageError(f"published is {published!r}; give a day as 2024-04-16")
    return published

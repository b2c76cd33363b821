"""The store: readings in, the resolved record beside them, in one SQLite file."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select

from hearsay.errors import RecordError
from hearsay.model import Metadata, Reading, Rejected, Resolution
from hearsay.record import history, readings, sightings_table, tables
from hearsay.record.access import counted, is_held, note_number, number
from hearsay.record.load import resolution_of
from hearsay.record.opening import Database
from hearsay.record.rows import Row, rows_of
from hearsay.record.snapshot import Aside, Seen, Snapshot, StoredPage
from hearsay.record.trouble import decoding, missing


class Store:
    """One record on disk. Every method is one transaction; a broken one leaves no trace.

    The file is made by the first `add` that has a reading. Where there is none yet, `kept`, `aside`
    and `forgotten` are empty; whatever else is asked raises RecordError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = Database(path)

    def exists(self) -> bool:
        """True when something was kept at this path."""
        with self._file.reading() as connection:
            return connection is not None

    def kept(self) -> dict[str, StoredPage]:
        """Every page read before and not forgotten, by document id; older versions among them."""
        with self._perhaps() as connection:
            return {} if connection is None else readings.kept(connection)

    def aside(self) -> dict[str, Aside]:
        """Pages that were not read, by source, with the hash of their bytes."""
        with self._perhaps() as connection:
            found = () if connection is None else sightings_table.asides(connection)
            return {page.source: page for page in found}

    def forgotten(self) -> frozenset[str]:
        """The ids of pages that were taken out and did not come back."""
        with self._perhaps() as connection:
            return frozenset() if connection is None else readings.forgotten_ids(connection)

    def set_aside(self) -> tuple[Rejected, ...]:
        """Pages that were not read, by source."""
        with self._asked() as connection:
            return tuple(
                Rejected(page.source, page.reason) for page in sightings_table.asides(connection)
            )

    def add(
        self,
        read: Iterable[tuple[Reading, Metadata]],
        *,
        reader: str,
        seen: Iterable[Seen] = (),
        aside: Iterable[Aside] = (),
        day: date | None = None,
    ) -> None:
        """Keeps a batch: what `reader` read, sources seen, pages set aside.

        `day`, today by default, is when the pages enter; a page read again keeps its own. Where
        there is no record yet, a batch without a reading leaves none.
        """
        fresh = [readings.fresh(reading, given, reader) for reading, given in read]
        noted, left = tuple(seen), tuple(aside)
        if not fresh and not self.exists():
            return
        with self._file.writing(make=bool(fresh)) as connection, decoding(self.path):
            readings.put(connection, fresh, day or _today())
            changed = sightings_table.see(connection, noted)
            sightings_table.put_aside(connection, left)
            if fresh or changed:
                counted(connection, "revision")

    def snapshot(self) -> Snapshot:
        """The current pages, to be resolved, and the revision of the record that has them."""
        with self._asked() as connection:
            return Snapshot(number(connection, "revision"), readings.current(connection))

    def versions(self) -> dict[str, tuple[str, ...]]:
        """The older versions of each page that has some, oldest first, by its current one."""
        with self._asked() as connection:
            return readings.older(connection)

    def stale(self) -> bool:
        """True when pages came or went since those that the record was last resolved from."""
        with self._asked() as connection:
            return number(connection, "resolved") != number(connection, "revision")

    def replace(self, resolution: Resolution, revision: int, day: date | None = None) -> bool:
        """Puts `resolution`, of the snapshot `revision`, in the place of the record so far.

        Ids that go are remembered; what is new enters on `day`, today by default. False, and
        nothing is changed, when a later revision was resolved before, or a page was forgotten
        since: the record is then stale, or better than this.
        """
        rows = rows_of(resolution)
        with self._file.writing() as connection, decoding(self.path):
            pages = {page.document.id for page in resolution.pages}
            newer = number(connection, "resolved") > revision
            if newer or pages & readings.forgotten_ids(connection):
                return False
            newer_of = readings.newer(connection)
            history.hand_on(connection, resolution, newer_of, day or _today())
            _rewrite(connection, rows)
            readings.purge(connection)
            note_number(connection, "resolved", revision)
            return True

    def forget(self, document: str, day: date | None = None) -> None:
        """Takes a page and its older versions out, and remembers that they are not wanted.

        RecordError when the record has no such page.
        """
        with self._file.writing() as connection, decoding(self.path):
            if document in readings.forgotten_ids(connection):
                return
            if not is_held(connection, document):
                raise RecordError(f"{self.path} has no page {document}; nothing was forgotten")
            older = readings.older(connection).get(document, ())
            readings.forget(connection, (document, *older), day or _today())
            counted(connection, "revision")

    def resolution(self) -> Resolution:
        """The record as last resolved."""
        with self._asked() as connection:
            pages = connection.execute(select(tables.documents.c.id)).scalars().all()
            entered = history.entered_of(connection)
            entered |= {("page", id): day for id, day in readings.entered_days(connection).items()}
            return resolution_of(connection, readings.documents(connection, pages), entered)

    def formerly(self) -> dict[str, tuple[str, ...]]:
        """The former ids of each living story and event."""
        with self._asked() as connection:
            found: dict[str, list[str]] = {}
            for former in history.former_of(connection):
                if former.current is not None:
                    found.setdefault(former.current, []).append(former.former)
            return {current: tuple(sorted(ids)) for current, ids in found.items()}

    @contextmanager
    def _perhaps(self) -> Iterator[Connection | None]:
        with self._file.reading() as connection, decoding(self.path):
            yield connection

    @contextmanager
    def _asked(self) -> Iterator[Connection]:
        with self._perhaps() as connection:
            if connection is None:
                raise missing(self.path)
            yield connection


def _rewrite(connection: Connection, rows: dict[str, list[Row]]) -> None:
    """The rows by table in the place of the resolved record so far."""
    for table in reversed(tables.RESOLVED):
        connection.execute(delete(table))
    for table in tables.RESOLVED:
        if table.name in rows:
            connection.execute(insert(table), rows[table.name])


def _today() -> date:
    return datetime.now(UTC).date()

"""The file of a record: transactions on it, each begun on a checked and present schema."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from hearsay.errors import RecordError
from hearsay.record.schema import SCHEMA, migrate, version_of
from hearsay.record.trouble import decoding, is_busy, missing, said

BUSY_SECONDS = 30
_PAUSE_SECONDS = 0.05
_READ, _WRITE = "BEGIN", "BEGIN IMMEDIATE"


class Database:
    """The SQLite file at `path`. A file that is not there, or is empty, is no record yet; it is
    made by the first transaction that may make it, and only when that ends well."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.absolute()
        self._check_place()
        # The name goes in as it is: in an address "?", "%" and ":memory:" would mean other things.
        self.engine = create_engine(
            URL.create("sqlite", database=str(self._file)),
            poolclass=NullPool,
            connect_args={"timeout": BUSY_SECONDS},
        )
        event.listen(self.engine, "connect", _on_connect)
        event.listen(self.engine, "begin", _on_begin)

    @contextmanager
    def reading(self) -> Iterator[Connection | None]:
        """A connection that sees one state of the record; None where there is no record.

        A record of an older schema is brought to the present one first.
        """
        with said(self.path):
            if self._is_empty():
                yield None
                return
            with self._begun(_READ) as (connection, version):
                if version in (None, SCHEMA):
                    yield connection if version else None
                    return
            with self.writing():
                pass
            with self._begun(_READ) as (connection, _):
                yield connection

    @contextmanager
    def writing(self, *, make: bool = False) -> Iterator[Connection]:
        """A connection that alone may write; what it wrote is kept when the block ends well.

        With `make` a record that is not there is made, else RecordError says so.
        """
        with said(self.path):
            if self._is_empty() and not make:
                raise missing(self.path)
            with self._begun(_WRITE) as (connection, version):
                if version is None and not make:
                    raise missing(self.path)
                if version != SCHEMA:
                    with decoding(self.path):
                        migrate(connection, self.path)
                yield connection
                connection.commit()

    def _check_place(self) -> None:
        with said(self.path):
            if self._file.is_dir():
                raise RecordError(f"{self.path} is a folder; name a file for the record")
            if self._file.exists() and not self._file.is_file():
                raise RecordError(f"{self.path} is no plain file; name a file for the record")
            if not self._file.parent.is_dir():
                raise RecordError(
                    f"{self.path}: there is no folder {self.path.parent}; make it first"
                )

    def _is_empty(self) -> bool:
        return not self._file.exists() or self._file.stat().st_size == 0

    @contextmanager
    def _begun(self, begin: str) -> Iterator[tuple[Connection, str | None]]:
        """A connection whose transaction holds its lock, and the schema version found."""
        connection, version = self._begin(begin)
        with connection:
            yield connection, version

    def _begin(self, begin: str) -> tuple[Connection, str | None]:
        # SQLite waits for most locks by itself, but not where it fears that two wait for each
        # other, nor where what a broken process left has to be rolled back first.
        deadline = time.monotonic() + BUSY_SECONDS
        while True:
            connection = self.engine.connect().execution_options(begin=begin)
            try:
                with decoding(self.path):
                    return connection, version_of(connection, self.path)
            except DBAPIError as error:
                connection.close()
                if not is_busy(error) or time.monotonic() >= deadline:
                    raise
                time.sleep(_PAUSE_SECONDS)
            except BaseException:
                connection.close()
                raise


def _on_connect(connection: object, _: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]  # we begin transactions ourselves
    connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[attr-defined]


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", _READ))

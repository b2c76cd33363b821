"""Opening a record's database: made, checked, brought to the present schema."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from hearsay.errors import RecordError

SCHEMA = "0002"
BUSY_SECONDS = 10
_MARK = 0x48535931  # "HSY1": SQLite's application id, so that a foreign database is not touched


def open_engine(path: Path) -> Engine:
    """An engine on the record at `path`, made there when there is none.

    RecordError when the file is no record, was made by a newer Hearsay, or cannot be opened.
    """
    if path.is_dir():
        raise RecordError(f"{path} is a folder; name a file for the record")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: there is no folder {path.parent}; make it first")
    engine = create_engine(
        f"sqlite:///{path}", poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS}
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    with said(path), engine.connect() as connection:
        version = _version(connection, path)
    if version != SCHEMA:
        with said(path):
            _migrate(engine)
    return engine


def _on_connect(connection: object, _: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]  # we begin transactions ourselves
    connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[attr-defined]


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _version(connection: Connection, path: Path) -> str | None:
    """The schema version of the record, None for an empty database."""
    names = inspect(connection).get_table_names()
    mark = connection.execute(text("PRAGMA application_id")).scalar()
    if not names:
        return None
    if mark != _MARK or "alembic_version" not in names:
        raise RecordError(f"{path} is a database of something else; choose another file")
    version = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    if version > SCHEMA:
        raise RecordError(
            f"{path} was made by a newer Hearsay (schema {version}, this one knows {SCHEMA}); "
            "upgrade Hearsay or choose another file"
        )
    return version


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        connection.execute(text(f"PRAGMA application_id = {_MARK}"))
        config.attributes["connection"] = connection
        command.upgrade(config, SCHEMA)


_REMEDIES = {
    "locked": "is in use by another process; try again when it has finished",
    "disk is full": "could not be written: the disk is full; make room and run again, "
    "nothing recorded is lost",
    "readonly": "may not be written; check its permissions",
    "unable to open": "cannot be opened; check the path and its permissions",
    "not a database": "is no Hearsay record; choose another file",
    "malformed": "is damaged; restore a copy, or read the pages into a new record",
    "disk i/o": "could not be read or written: the disk reports an error; "
    "what was recorded before is kept",
}


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Turns what a database says of itself into a RecordError with a remedy."""
    try:
        yield
    except (OperationalError, DatabaseError) as error:
        words = str(error.orig).lower()
        for sign, remedy in _REMEDIES.items():
            if sign in words:
                raise RecordError(f"{path} {remedy}") from error
        raise RecordError(f"{path}: {error.orig}") from error
    except SQLAlchemyError as error:
        raise RecordError(f"{path}: {error}") from error

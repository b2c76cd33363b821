"""The schema of a record: which one a file has, and how it is brought to the present one."""

from pathlib import Path

from sqlalchemy import Connection, text

from hearsay.errors import RecordError
from hearsay.record import tables
from hearsay.record.trouble import damaged

_MIGRATIONS = Path(__file__).parent / "migrations"
KNOWN = tuple(sorted(path.name[:4] for path in _MIGRATIONS.glob("versions/[0-9]*.py")))
SCHEMA = KNOWN[-1]
_MARK = 0x48535931  # "HSY1": SQLite's application id, so that a foreign database is not touched
_NAMES = text("SELECT name FROM sqlite_master WHERE type = 'table'")


def version_of(connection: Connection, path: Path) -> str | None:
    """The schema version of the record, None for an empty database.

    RecordError when the database is another program's, a newer Hearsay's, or damaged.
    """
    names = set(connection.execute(_NAMES).scalars())
    mark = connection.execute(text("PRAGMA application_id")).scalar()
    if mark != _MARK:
        if not names:
            return None
        raise RecordError(f"{path} is a database of something else; choose another file")
    if "alembic_version" not in names:
        raise damaged(path)
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    version = str(found[0]) if len(found) == 1 else ""
    if version.isdecimal() and version > SCHEMA:
        raise RecordError(
            f"{path} was made by a newer Hearsay (schema {version}, this one knows {SCHEMA}); "
            "upgrade Hearsay or choose another file"
        )
    if version not in KNOWN or (version == SCHEMA and not names.issuperset(tables.metadata.tables)):
        raise damaged(path)
    return version


def migrate(connection: Connection, path: Path) -> None:
    """Brings the record to the present schema, within the transaction that is open."""
    # Only a record that is new or old needs alembic, which takes long to import.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    connection.execute(text(f"PRAGMA application_id = {_MARK}"))
    try:
        command.upgrade(config, SCHEMA)
    except CommandError as error:
        raise damaged(path) from error
    version_of(connection, path)

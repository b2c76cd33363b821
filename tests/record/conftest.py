"""Records of two hand-built pages."""

from datetime import date
from pathlib import Path

import pytest
from alembic.config import Config
from sqlalchemy import Connection

from hearsay import record
from hearsay.model import Metadata, Reading
from hearsay.record import Seen, Store
from tests.resolutions import ONE, TWO, resolution

FIRST_DAY = date(1931, 5, 13)


def config(connection: Connection) -> Config:
    """What alembic needs to bring the record of a connection to another schema."""
    made = Config()
    made.set_main_option("script_location", str(Path(record.__file__).parent / "migrations"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def two_pages(path: Path) -> Store:
    """A record of two pages, not yet resolved."""
    made = Store(path)
    made.add(
        [(Reading(ONE), Metadata()), (Reading(TWO), Metadata(outlet="The Post"))],
        reader="test",
        seen=[Seen("one.txt", ONE.id), Seen("two.txt", TWO.id)],
        day=FIRST_DAY,
    )
    return made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return two_pages(tmp_path / "record.db")


@pytest.fixture
def resolved(store: Store) -> Store:
    """The same record, resolved on the day it was read."""
    store.replace(resolution(), store.snapshot().revision, FIRST_DAY)
    return store

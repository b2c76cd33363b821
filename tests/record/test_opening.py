"""The file is the one named, made when there is something to keep, and shared without loss."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from hearsay.errors import RecordError
from hearsay.model import Metadata, Reading
from hearsay.record import Aside, Seen, Store
from tests.record.conftest import FIRST_DAY
from tests.resolutions import ONE, TWO, resolution

BOTH = [(Reading(ONE), Metadata()), (Reading(TWO), Metadata())]


@pytest.mark.parametrize(
    "name", ["a?b.db", "p%41.db", "m.db?mode=memory", ":memory:", "file:x.db", "a#b.db", "é.db"]
)
@pytest.mark.parametrize("whole", [False, True])
def test_a_name_is_taken_as_it_is(
    name: str, whole: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / name if whole else Path(name)
    Store(path).add(BOTH, reader="test")
    assert [made.name for made in tmp_path.iterdir()] == [name]
    assert len(Store(path).kept()) == 2


def test_a_record_stays_where_it_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = Store(Path("record.db"))
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    store.add(BOTH, reader="test")
    assert (tmp_path / "record.db").exists()


def test_no_file_is_made_before_there_is_a_page(tmp_path: Path) -> None:
    store = Store(tmp_path / "record.db")
    store.add([], reader="test", aside=[Aside("x", "It is empty.", None)])
    store.kept(), store.aside(), store.forgotten(), store.exists()
    assert list(tmp_path.iterdir()) == []
    store.add(BOTH, reader="test")
    assert store.exists()


def test_an_empty_file_is_an_empty_record(tmp_path: Path) -> None:
    (tmp_path / "record.db").touch()
    store = Store(tmp_path / "record.db")
    assert not store.exists()
    assert store.kept() == {}
    with pytest.raises(RecordError, match="there is no record"):
        store.snapshot()
    store.add(BOTH, reader="test")
    assert len(store.kept()) == 2


def test_an_interrupted_first_write_leaves_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> bool:
        raise KeyboardInterrupt

    store = Store(tmp_path / "record.db")
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("hearsay.record.sightings_table.see", interrupted)
        store.add(BOTH, reader="test")
    assert not store.exists()
    store.add(BOTH, reader="test")
    assert len(store.kept()) == 2


_KILLED = """
import os, sys
from pathlib import Path
from sqlalchemy import event
from hearsay.model import Metadata, Reading
from hearsay.record import Store, sightings_table
from tests.resolutions import ONE
store = Store(Path(sys.argv[1]))
# So small a cache writes to the file before the end, and so leaves a journal to roll back.
event.listen(store._file.engine, "connect", lambda c, _: c.execute("PRAGMA cache_size = 1"))
sightings_table.see = lambda *_: os._exit(9)
store.add([(Reading(ONE), Metadata())], reader="killed")
"""


@pytest.mark.parametrize("existing", [False, True])
def test_a_process_killed_while_it_writes_leaves_what_was(tmp_path: Path, existing: bool) -> None:
    path = tmp_path / "record.db"
    if existing:
        Store(path).add(BOTH, reader="test")
    command = [sys.executable, "-c", _KILLED, str(path)]
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'src'}:{root}"}
    assert subprocess.run(command, env=environment, check=False).returncode == 9
    assert Path(f"{path}-journal").stat().st_size > 0
    readers = {kept.reader for kept in Store(path).kept().values()}
    assert readers == ({"test"} if existing else set())
    assert Store(path).exists() == existing
    Store(path).add(BOTH, reader="next")
    assert len(Store(path).kept()) == 2


def test_a_folder_a_foreign_file_and_a_foreign_database_are_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database " * 100)
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE cats (name)")
    for name, words in (("notes.txt", "no Hearsay record"), ("other.db", "else")):
        with pytest.raises(RecordError, match=words):
            Store(tmp_path / name).kept()
        with pytest.raises(RecordError, match=words):
            Store(tmp_path / name).add(BOTH, reader="test")
    with pytest.raises(RecordError, match="folder"):
        Store(tmp_path)
    with pytest.raises(RecordError, match="there is no folder"):
        Store(tmp_path / "nowhere" / "record.db")
    with pytest.raises(RecordError, match="no plain file"):
        Store(Path(os.devnull))
    with pytest.raises(RecordError, match="cannot be opened"):
        Store(tmp_path / ("n" * 300)).kept()
    assert (tmp_path / "notes.txt").read_text().startswith("not a database")


def test_a_newer_record_is_left_alone(store: Store) -> None:
    with sqlite3.connect(store.path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(RecordError, match="newer"):
        store.kept()
    with pytest.raises(RecordError, match="newer"):
        store.add(BOTH, reader="test")


@pytest.fixture
def locked(resolved: Store) -> sqlite3.Connection:
    other = sqlite3.connect(resolved.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    return other


def test_a_locked_record_says_so(
    resolved: Store, locked: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hearsay.record.opening.BUSY_SECONDS", 0)
    waiting = Store(resolved.path)
    for ask in (waiting.kept, lambda: waiting.add([], reader="test", seen=[Seen("x", ONE.id)])):
        with pytest.raises(RecordError, match="in use by another process"):
            ask()
    locked.close()


@pytest.mark.parametrize("patient", [True, False])
def test_a_lock_is_waited_for(
    resolved: Store,
    locked: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
    patient: bool,
) -> None:
    """Even where the database itself gives up at once."""
    waiting = Store(resolved.path)
    if not patient:
        from sqlalchemy import event

        event.listen(
            waiting._file.engine, "connect", lambda c, _: c.execute("PRAGMA busy_timeout = 0")
        )
    timer = threading.Timer(0.3, locked.close)
    timer.start()
    waiting.add([], reader="test", seen=[Seen("x", ONE.id)])
    timer.join()


def test_writers_at_one_time_wait_for_each_other(resolved: Store) -> None:
    failed: list[BaseException] = []

    def write() -> None:
        store = Store(resolved.path)
        try:
            for _ in range(5):
                store.replace(resolution(), store.snapshot().revision, FIRST_DAY)
        except RecordError as error:
            failed.append(error)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_pages_of_writers_at_one_time_are_all_kept(tmp_path: Path) -> None:
    from dataclasses import replace

    def write(who: int) -> None:
        store = Store(tmp_path / "record.db")
        for number in range(8):
            page = replace(ONE, id=f"d{who}{number}")
            store.add([(Reading(page), Metadata())], reader="test")

    threads = [threading.Thread(target=write, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = Store(tmp_path / "record.db")
    assert len(store.kept()) == 32
    assert store.snapshot().revision == 32


def test_a_reader_sees_one_state_while_another_writes(resolved: Store) -> None:
    done = threading.Event()

    def write() -> None:
        try:
            for number in range(15):
                resolved.add([], reader="test", seen=[Seen(f"{number}", ONE.id)])
        finally:
            done.set()

    thread = threading.Thread(target=write)
    thread.start()
    last = 0
    while not done.is_set():
        revision = Store(resolved.path).snapshot().revision
        assert revision >= last
        last = revision
        time.sleep(0.01)
    thread.join()

"""A page forgotten is out, with its older versions, and stays out until it is read anew."""

from dataclasses import replace
from datetime import date

import pytest

from hearsay.errors import RecordError
from hearsay.model import Metadata, Reading, Resolution
from hearsay.record import Seen, Store
from tests.record.conftest import FIRST_DAY
from tests.resolutions import ONE, TWO, entered_on, resolution


def test_a_page_forgotten_is_out_at_once(resolved: Store) -> None:
    resolved.forget(ONE.id)
    assert ONE.id not in resolved.kept()
    assert [one.document.id for one in resolved.snapshot().readings] == [TWO.id]
    assert resolved.forgotten() == {ONE.id}
    assert resolved.stale()


def test_the_record_as_last_resolved_stays_whole_until_it_is_resolved_anew(resolved: Store) -> None:
    resolved.forget(ONE.id)
    assert resolved.resolution() == entered_on(resolution(), FIRST_DAY)
    assert resolved.replace(Resolution(), resolved.snapshot().revision)
    assert resolved.resolution() == Resolution()
    assert b"Guards fired on strikers" not in _values(resolved, "readings", "reading")


def _values(store: Store, table: str, column: str) -> bytes:
    import sqlite3

    connection = sqlite3.connect(store.path)
    rows = connection.execute(f"SELECT {column} FROM {table}").fetchall()
    connection.close()
    return b"".join(row[0] for row in rows)


def test_its_older_versions_go_with_it(store: Store) -> None:
    later = replace(ONE, id="dlater", text="Guards fired on strikers in Arden.")
    store.add([(Reading(later), Metadata())], reader="test", seen=[Seen("one.txt", later.id)])
    assert store.versions() == {later.id: (ONE.id,)}
    store.forget(later.id)
    assert store.forgotten() == {ONE.id, later.id}
    assert set(store.kept()) == {TWO.id}


def test_a_resolution_that_still_has_it_is_not_stored(resolved: Store) -> None:
    mine = resolved.snapshot()
    Store(resolved.path).forget(ONE.id)
    assert not resolved.replace(resolution(), mine.revision)
    assert resolved.stale()


def test_it_stays_out_when_its_file_is_met_again(resolved: Store) -> None:
    resolved.forget(ONE.id)
    resolved.add([], reader="test", seen=[Seen("one.txt", ONE.id)])
    assert resolved.forgotten() == {ONE.id}
    assert set(resolved.kept()) == {TWO.id}


@pytest.mark.parametrize("settled", [False, True])
def test_read_anew_it_is_back_as_of_that_day(resolved: Store, settled: bool) -> None:
    resolved.forget(ONE.id)
    if settled:
        resolved.replace(Resolution(), resolved.snapshot().revision)
    back = date(1931, 7, 1)
    resolved.add(
        [(Reading(ONE), Metadata())], reader="test", seen=[Seen("one.txt", ONE.id)], day=back
    )
    assert resolved.forgotten() == frozenset()
    assert resolved.kept()[ONE.id].entered == back
    assert len(resolved.snapshot().readings) == 2


def test_to_forget_twice_changes_nothing_and_an_unknown_page_is_named(resolved: Store) -> None:
    resolved.forget(ONE.id)
    revision = resolved.snapshot().revision
    resolved.forget(ONE.id)
    assert resolved.snapshot().revision == revision
    with pytest.raises(RecordError, match="has no page dnone; nothing was forgotten"):
        resolved.forget("dnone")


def test_all_pages_may_be_forgotten(store: Store) -> None:
    store.forget(ONE.id)
    store.forget(TWO.id)
    assert store.snapshot().readings == ()
    assert store.replace(Resolution(), store.snapshot().revision)
    assert not store.stale()

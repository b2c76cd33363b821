"""Whatever the order, the batching or the interruptions, the same pages give the same record."""

import itertools
from pathlib import Path

import pytest

import hearsay
from hearsay import Record
from hearsay.publish.export import as_json
from hearsay.resolve import resolve

PAGES = {
    "arden.txt": (
        "ARDEN, May 12 (Herald Press) – Guards fired on striking miners in Arden on Monday, "
        "killing at least six people, the interior minister, Ann Lee, told reporters.\n\n"
        "“We did not order anybody to shoot,” Lee said.\n"
    ),
    "union.txt": (
        "The miners’ union said on Tuesday, May 12, 1931, that guards had killed nine strikers "
        "when they fired on a crowd in Arden.\n\n"
        "The union called on Prime Minister Otto Brandt to resign.\n"
    ),
    "copy.txt": (
        "A note before the copy.\n\nARDEN, May 12 (Herald Press) – Guards fired on striking "
        "miners in Arden on Monday, killing at least six people, the interior minister, "
        "Ann Lee, told reporters.\n\n“We did not order anybody to shoot,” Lee said.\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_one_by_one_in_any_order_gives_one_record(folder: Path, tmp_path: Path) -> None:
    whole = Record(tmp_path / "whole.db")
    whole.read(folder / "*.txt")
    for number, order in enumerate(itertools.permutations(PAGES)):
        single = Record(tmp_path / f"{number}.db")
        for name in order:
            single.read(folder / name)
        assert single.resolution() == whole.resolution()


def test_the_same_page_under_two_names_is_one_page(folder: Path, tmp_path: Path) -> None:
    record = Record(tmp_path / "r.db")
    record.read(folder / "arden.txt")
    before = record.resolution()
    (folder / "arden-again.txt").write_text(PAGES["arden.txt"], "utf-8")
    report = record.read(folder / "arden-again.txt")
    assert (report.read, report.known) == (0, 1)
    assert len(record.resolution().pages) == len(before.pages) == 1


def test_what_was_read_before_an_interruption_is_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hearsay.engines.local.BATCH", 1)
    record = Record(tmp_path / "r.db")

    def stop_after_two(_: str, done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        record.read(folder / "*.txt", progress=stop_after_two)
    report = Record(tmp_path / "r.db").read(folder / "*.txt")
    assert (report.read, report.known) == (1, 2)


def test_processes_change_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = Record(tmp_path / "alone.db")
    alone.read(folder / "*.txt")
    monkeypatch.setenv("HEARSAY_WORKERS", "2")
    monkeypatch.setattr("hearsay.engines.local.BATCH", 1)
    several = Record(tmp_path / "several.db")
    several.read(folder / "*.txt")
    assert as_json(several.export()) == as_json(alone.export())


def test_what_is_known_of_a_page_can_be_said_later(folder: Path, tmp_path: Path) -> None:
    record = Record(tmp_path / "r.db")
    record.read(folder / "union.txt")
    record.read(folder / "union.txt", outlet="The Miner")
    (page,) = record.resolution().pages
    assert page.document.outlet == "The Miner"


def test_resolution_is_a_function_of_the_set_of_readings(folder: Path, tmp_path: Path) -> None:
    record = Record(tmp_path / "r.db")
    record.read(folder)
    readings = record._store.snapshot().readings
    for order in itertools.permutations(readings):
        assert resolve(order) == resolve(readings)


def test_what_is_asked_shows_itself_on_one_line(folder: Path, tmp_path: Path) -> None:
    record = Record(tmp_path / "r.db")
    record.read(folder)
    shown = [
        repr(one)
        for one in (
            record,
            record.resolution(),
            record.brief(),
            *record.pages(),
            *record.events(),
            *record.statements(),
            *record.figures(),
        )
    ]
    assert len(shown) > 8
    assert all("\n" not in one and len(one) < 140 for one in shown)
    assert "Record" in dir(hearsay)

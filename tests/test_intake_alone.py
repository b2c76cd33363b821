"""The run over files, with a store of its own and nothing read: what is a task and what is not."""

import io
from pathlib import Path

import pytest

from hearsay.errors import UsageError
from hearsay.intake import STANDARD_INPUT, Intake, Report, standard_input
from hearsay.model import Metadata, Rejected
from hearsay.pipeline import Record
from hearsay.record import Store

KILN = "Guards fired on {n} striking potters in Brenford on Monday, the interior minister said.\n"


def intake(path: Path, **fields: object) -> Intake:
    given: dict[str, object] = {"reader": "test", "given": lambda _: Metadata(), "again": False}
    return Intake(Store(path), **{**given, **fields})  # type: ignore[arg-type]


def run(path: Path, *found: Path | Rejected, **fields: object) -> Report:
    return intake(path, **fields).run(found, None)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "kiln.txt"
    file.write_text(KILN.format(n=6))
    return file


def test_nothing_found_makes_no_record(tmp_path: Path) -> None:
    report = run(tmp_path / "r.db")
    assert report == Report()
    assert not (tmp_path / "r.db").exists()


def test_a_page_is_read_once(tmp_path: Path, page: Path) -> None:
    assert run(tmp_path / "r.db", page).read == 1
    again = run(tmp_path / "r.db", page)
    assert (again.read, again.known) == (0, 1)


def test_another_reader_reads_it_anew(tmp_path: Path, page: Path) -> None:
    run(tmp_path / "r.db", page)
    assert run(tmp_path / "r.db", page, reader="next").read == 1


def test_what_is_newly_given_has_it_read_anew(tmp_path: Path, page: Path) -> None:
    run(tmp_path / "r.db", page)
    told = Metadata(outlet="Valley Press")
    assert run(tmp_path / "r.db", page, given=lambda _: told).read == 1
    assert run(tmp_path / "r.db", page, given=lambda _: told).known == 1
    assert run(tmp_path / "r.db", page).known == 1  # nothing new is given


def test_the_same_bytes_in_two_files_are_read_once(tmp_path: Path, page: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(page.read_bytes())
    report = run(tmp_path / "r.db", page, copy)
    assert (report.read, report.known) == (1, 1)


def test_what_is_refused_is_reported_and_only_once(tmp_path: Path, page: Path) -> None:
    run(tmp_path / "r.db", page)
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    missing = Rejected(str(tmp_path / "missing.txt"), "There is no such file.")
    first = run(tmp_path / "r.db", empty, missing)
    assert [Path(one.source).name for one in first.aside] == ["empty.txt", "missing.txt"]
    again = run(tmp_path / "r.db", empty, missing)
    assert [Path(one.source).name for one in again.aside] == ["missing.txt"]
    assert [Path(one.source).name for one in again.still_aside] == ["empty.txt"]


def test_an_address_is_of_one_page(tmp_path: Path, page: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "a"}\n{"text": "b"}\n')
    with pytest.raises(UsageError, match="address is of one page, and there are 2"):
        run(tmp_path / "r.db", rows, one_page=True)
    assert run(tmp_path / "r.db", page, one_page=True).read == 1


def test_progress_never_goes_back_and_ends_at_the_end(tmp_path: Path, page: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(f'{{"text": "{KILN.format(n=n).strip()}"}}\n' for n in range(20)))
    heard: list[tuple[str, int, int]] = []
    intake(tmp_path / "r.db").run([rows, page], lambda *step: heard.append(step))
    done = [step[1] for step in heard]
    assert done == sorted(done) and done[-1] == heard[-1][2] == 21


def test_standard_input_takes_the_place_of_its_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(b"The kiln was lit.")

    monkeypatch.setattr("sys.stdin", Input)
    with standard_input(["a.txt", "-", "b.txt"]) as (paths, file):
        assert file is not None and paths == ["a.txt", str(file), "b.txt"]
        assert file.read_bytes() == b"The kiln was lit."
    assert not file.exists()
    with standard_input(["a.txt"]) as (paths, file):
        assert (paths, file) == (["a.txt"], None)


def test_a_page_of_standard_input_bears_its_name(tmp_path: Path, page: Path) -> None:
    run(tmp_path / "r.db", page, unnamed=page)
    (reading,) = Store(tmp_path / "r.db").snapshot().readings
    assert reading.document.source == STANDARD_INPUT


def test_a_record_asks_and_forgets(tmp_path: Path, page: Path) -> None:
    record = Record(tmp_path / "r.db")
    report = record.read(page, published="2012-05-04")
    assert report.read == 1 and repr(record) == f"Record({str(tmp_path / 'r.db')!r})"
    (kept,) = record.pages()
    assert str(kept.published.earliest) == "2012-05-04"
    assert record.events() == record.resolution().events
    assert record.forget("kiln.txt").document.id == kept.document.id
    assert record.pages() == () and list(record.set_aside()) == []
    assert record.read(page).forgotten == 1
    assert record.read(page, again=True).read == 1


def test_resolving_what_is_resolved_changes_nothing(tmp_path: Path, page: Path) -> None:
    record = Record(tmp_path / "r.db")
    record.read(page)
    before = (tmp_path / "r.db").read_bytes()
    heard: list[object] = []
    record.resolve(lambda *step: heard.append(step))
    assert heard == [] and (tmp_path / "r.db").read_bytes() == before

"""Reading processes: any program may start them, limits end them, none outlives its parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hearsay import Record
from hearsay.engines import Task, read_pages
from hearsay.engines.local import end_spare
from hearsay.model import Metadata
from hearsay.pages import Piece

PAGE = "ARDEN, May 12 (Herald Press) - Guards fired on striking miners in Arden on Monday.\n"
LONG = "".join(PAGE.replace("striking", f"{n} striking") for n in range(18_000))
SCRIPT = """
import hearsay
report = hearsay.Record("record.db").read("pages")
print(report.read)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pages").mkdir()
    for number in range(3):
        (tmp_path / "pages" / f"{number}.txt").write_text(PAGE + "\n" * number)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEARSAY_WORKERS", "2")
    return tmp_path


def test_a_script_needs_no_guard(folder: Path) -> None:
    (folder / "script.py").write_text(SCRIPT)
    done = subprocess.run([sys.executable, "script.py"], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("3\n", "")


def test_a_script_may_come_from_standard_input(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-"], input=SCRIPT, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("3\n", "")


def test_a_page_beyond_the_limit_of_time_costs_itself_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARSAY_PAGE_SECONDS", "4")
    (folder / "pages" / "long.txt").write_text(LONG)
    report = Record(folder / "record.db").read(folder / "pages")
    assert report.read == 3
    (page,) = report.aside
    assert "more than 4 seconds" in page.reason
    assert "HEARSAY_PAGE_SECONDS" in page.reason


def test_what_is_read_again_in_one_program_takes_the_process_at_hand(folder: Path) -> None:
    task = Task(Piece("a.txt", PAGE.encode(), row=False), Metadata())
    pids = []
    for _ in range(2):
        list(read_pages([task], 1))
        pids.append(_children(os.getpid()))
    assert pids[0] == pids[1] != []
    end_spare()
    assert _children(os.getpid()) == []


def _with_interrupt() -> None:
    """Hears an interrupt, which what a shell starts in the background does not."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL", "SIGINT"])
def test_no_process_outlives_its_parent(folder: Path, name: str) -> None:
    (folder / "pages" / "long.txt").write_text(LONG)
    running = subprocess.Popen(
        [sys.executable, "-m", "hearsay", "read", "pages"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_with_interrupt,
    )
    children = _until(lambda: _children(running.pid))
    running.send_signal(getattr(signal, name))
    _, said = running.communicate(timeout=20)
    assert "Traceback" not in said
    assert _until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children))


def _children(parent: int) -> list[int]:
    """The processes that a process has started."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("this system shows no processes under /proc")
    found = []
    for entry in Path("/proc").iterdir():
        try:
            stat = (entry / "stat").read_text().rpartition(")")[2].split()
        except (OSError, ValueError):
            continue
        if int(stat[1]) == parent and stat[0] != "Z":
            found.append(int(entry.name))
    return sorted(found)


def _until(condition: object, seconds: float = 20) -> object:
    """What the condition gives once it gives something; fails after so many seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():  # type: ignore[operator]
            return found
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")

"""The two sides of a reading process, without a model where one will do."""

import io
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from hearsay.engines import process as parent_side
from hearsay.engines import worker
from hearsay.engines.process import LostError, ReadingProcess
from hearsay.engines.protocol import READY
from hearsay.engines.task import Outcome, Task, too_much_memory
from hearsay.errors import HearsayError, ModelError, UsageError
from hearsay.model import Metadata, Rejected
from hearsay.pages import Piece

TASK = Task(Piece("a.txt", b"The kiln was lit.", row=False), Metadata())

# A process that answers as told, in place of the one that reads.
STUB = """
import json, os, pickle, sys, time
sys.path[:] = json.loads(sys.argv[1])
out = os.fdopen(os.dup(1), "wb")
def send(answer):
    pickle.dump(answer, out, 5); out.flush()
"""


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Starts a process that runs `STUB` and then these lines; it is ended after the test."""
    started: list[ReadingProcess] = []

    def start(lines: str) -> ReadingProcess:
        monkeypatch.setattr(parent_side, "_START", STUB + lines)
        started.append(ReadingProcess())
        return started[-1]

    yield start
    for one in started:
        one.end()


def test_tasks_go_in_and_outcomes_come_out(stub) -> None:  # type: ignore[no-untyped-def]
    process = stub(
        f"send({READY!r})\n"
        "from hearsay.engines.task import Outcome\n"
        "while True:\n"
        "    tasks = pickle.load(sys.stdin.buffer)\n"
        "    send([Outcome(unknown_fields=(task.piece.source,)) for task in tasks])"
    )
    assert process.read([TASK, TASK], 20) == [Outcome(unknown_fields=("a.txt",))] * 2
    assert process.read([TASK], 20) == [Outcome(unknown_fields=("a.txt",))]
    assert process.alive


def test_one_that_takes_too_long_is_ended_and_says_what_to_do(stub) -> None:  # type: ignore[no-untyped-def]
    process = stub(f"send({READY!r})\ntime.sleep(600)")
    with pytest.raises(LostError, match=r"more than 1 seconds.*HEARSAY_PAGE_SECONDS"):
        process.read([TASK], 1)
    assert not process.alive


def test_one_that_dies_over_its_task_is_lost(stub) -> None:  # type: ignore[no-untyped-def]
    process = stub(f"send({READY!r})\npickle.load(sys.stdin.buffer)\nos._exit(9)")
    with pytest.raises(LostError, match="HEARSAY_PAGE_MEGABYTES"):
        process.read([TASK], 20)
    assert not process.alive


def test_one_that_answers_nonsense_is_lost(stub) -> None:  # type: ignore[no-untyped-def]
    process = stub(f"send({READY!r})\npickle.load(sys.stdin.buffer)\nos.write(1, b'no pickle')")
    with pytest.raises(LostError):
        process.read([TASK], 20)


def test_an_error_of_ours_is_passed_on(stub) -> None:  # type: ignore[no-untyped-def]
    process = stub("from hearsay.errors import ModelError\nsend(ModelError('no weights'))")
    with pytest.raises(ModelError, match="no weights"):
        process.read([TASK], 20)


def test_one_that_does_not_start_says_how_to_see_why(stub) -> None:  # type: ignore[no-untyped-def]
    process = stub("raise SystemExit(1)")
    with pytest.raises(ModelError, match="HEARSAY_WORKERS=0"):
        process.read([TASK], 20)


def test_ending_twice_is_ending(stub) -> None:  # type: ignore[no-untyped-def]
    process = stub("time.sleep(600)")
    process.end()
    process.end()
    assert not process.alive


def test_a_process_never_sees_its_parents_standard_error(stub, capfd) -> None:  # type: ignore[no-untyped-def]
    process = stub(f"print('loud', file=sys.stderr)\nsend({READY!r})\nsend([])\ntime.sleep(9)")
    process.read([], 20)
    assert capfd.readouterr() == ("", "")


def test_an_answer_is_written_whole() -> None:
    written = io.BytesIO()
    worker._send(written, [Outcome()])
    worker._send(written, READY)
    written.seek(0)
    assert [pickle.load(written), pickle.load(written)] == [[Outcome()], READY]


def test_a_worker_ends_with_its_standard_input() -> None:
    code = "from hearsay.engines import worker; worker.read_tasks = lambda tasks: [];worker.main()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=b"",
        capture_output=True,
        timeout=60,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_worker_that_cannot_begin_says_why() -> None:
    code = (
        "from hearsay.errors import UsageError; from hearsay.engines import worker\n"
        "def read(tasks): raise UsageError('odd')\n"
        "worker.read_tasks = read; worker.main()"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        answer = pickle.load(running.stdout)
    assert isinstance(answer, UsageError) and str(answer) == "odd"


def test_a_memory_limit_is_never_above_the_systems() -> None:
    code = (
        "import resource; from hearsay.engines import worker;"
        "resource.setrlimit(resource.RLIMIT_DATA, (3_000_000_000, 3_000_000_000));"
        "worker._bound_memory(9_000); worker._bound_memory(2_000);"
        "print(resource.getrlimit(resource.RLIMIT_DATA))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "(2000000000, 3000000000)", done.stderr


def test_tasks_and_outcomes_can_be_sent() -> None:
    outcome = Outcome(aside=(Rejected("a.txt", too_much_memory(4000)),))
    assert pickle.loads(pickle.dumps((TASK, outcome))) == (TASK, outcome)
    assert "4,000 MB" in outcome.aside[0].reason
    assert isinstance(UsageError("x"), HearsayError)

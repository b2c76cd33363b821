"""The local engine: pages read in processes beside the program, or in the program itself."""

import atexit
import os
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice

from hearsay.engines.process import LostError, ReadingProcess
from hearsay.engines.task import Outcome, Task
from hearsay.model import Rejected
from hearsay.settings import Settings, settings

BATCH = 8  # pages decoded together and kept together: 5% faster than one by one
PAGES_PER_PROCESS = 24  # below this, starting one more process costs more than it saves


def read_pages(tasks: Iterable[Task], expected: int) -> Iterator[list[tuple[Task, Outcome]]]:
    """Batches of tasks with what became of each, in the order of `tasks`.

    `expected` is about how many there are: the number of processes follows it where HEARSAY_WORKERS
    does not say. A process starts when the first page needs it, and one is kept for the next call.
    """
    chosen = settings().workers
    if chosen is None:
        chosen = max(min(os.cpu_count() or 1, expected // PAGES_PER_PROCESS), 1)
    batches = _batches(iter(tasks))
    if chosen == 0 or not sys.executable:
        from hearsay.engines.in_process import read_tasks  # the processes load it for themselves

        for batch in batches:
            yield list(zip(batch, read_tasks(batch), strict=True))
        return
    yield from _in_processes(batches, chosen)


def _batches(tasks: Iterator[Task]) -> Iterator[list[Task]]:
    while batch := list(islice(tasks, BATCH)):
        yield batch


def _in_processes(
    batches: Iterator[list[Task]], workers: int
) -> Iterator[list[tuple[Task, Outcome]]]:
    team = _Team(settings())
    running: deque[tuple[list[Task], Future[list[Outcome]]]] = deque()
    done = False
    with ThreadPoolExecutor(workers, thread_name_prefix="hearsay") as threads:
        try:
            for batch in islice(batches, workers * 2):
                running.append((batch, threads.submit(team.read, batch)))
            while running:
                batch, future = running.popleft()
                yield list(zip(batch, future.result(), strict=True))
                for following in islice(batches, 1):
                    running.append((following, threads.submit(team.read, following)))
            done = True
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            team.dismiss(spare=done)


class _Team:
    """The reading processes of one run, each used by one thread at a time."""

    def __init__(self, limits: Settings) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._free: list[ReadingProcess] = []
        self._all: list[ReadingProcess] = []
        self._dismissed = False

    def read(self, tasks: Sequence[Task]) -> list[Outcome]:
        """The outcome of each task. Where a process is lost over several, each is tried alone."""
        process = self._take()
        try:
            found = process.read(tasks, self._limits.page_seconds)
        except LostError as error:
            if self._dismissed or len(tasks) == 1:
                aside = tuple(Rejected(task.piece.source, str(error)) for task in tasks)
                return [Outcome(aside=(one,)) for one in aside]
            return [outcome for task in tasks for outcome in self.read([task])]
        with self._lock:
            self._free.append(process)
        return found

    def dismiss(self, *, spare: bool) -> None:
        """Ends the processes; with `spare`, one that is at hand waits for the next run."""
        self._dismissed = True
        with self._lock:
            kept = self._free[0] if spare and self._free else None
            for process in self._all:
                if process is not kept:
                    process.end()
        if kept is not None:
            _keep(self._limits, kept)

    def _take(self) -> ReadingProcess:
        with self._lock:
            if self._dismissed:
                raise LostError("The run was given up.")
            if self._free:
                return self._free.pop()
        process = _spare(self._limits) or ReadingProcess()
        with self._lock:
            self._all.append(process)
        return process


_SPARE: list[tuple[int, Settings, ReadingProcess]] = []
_SPARE_LOCK = threading.Lock()


def _spare(limits: Settings) -> ReadingProcess | None:
    """The process that waits since the last run, where it was started under the same settings."""
    with _SPARE_LOCK:
        while _SPARE:
            owner, given, process = _SPARE.pop()
            if (owner, given) == (os.getpid(), limits) and process.alive:
                return process
            if owner == os.getpid():
                process.end()
    return None


def _keep(limits: Settings, process: ReadingProcess) -> None:
    with _SPARE_LOCK:
        _SPARE.append((os.getpid(), limits, process))


@atexit.register
def end_spare() -> None:
    """Ends the process that waits for a next run."""
    with _SPARE_LOCK:
        while _SPARE:
            owner, _, process = _SPARE.pop()
            if owner == os.getpid():
                process.end()

"""The parent's side of a reading process: started, asked, bounded in time, ended."""

import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from typing import IO

from hearsay.engines.protocol import READY
from hearsay.engines.task import Outcome, Task, too_much_memory
from hearsay.errors import HearsayError, ModelError
from hearsay.settings import settings

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
_START += "from hearsay.engines.worker import main; main()"
_LOADING_SECONDS = 300  # a cold disk and a busy machine; the model takes two on an idle one


class LostError(Exception):
    """A process ended over its tasks; the message is the reason to set the page aside."""


class _Ended:
    """What a process that is no more answers."""


class ReadingProcess:
    """One reading process. It shares nothing with the program that asks but its import path: a
    script needs no guard, and a signal to the program never reaches it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        )
        self._answers: SimpleQueue[object] = SimpleQueue()
        self._ready = False
        assert self._process.stdout is not None
        listening = (self._process.stdout, self._answers)
        threading.Thread(target=_listen, args=listening, daemon=True).start()

    def read(self, tasks: Sequence[Task], seconds: float) -> list[Outcome]:
        """The outcome of each task. LostError when the process takes longer than `seconds` or
        breaks down over them, and is no more; HearsayError when it cannot read at all."""
        if not self._ready:
            self._await_model()
        self._ask(tasks)
        try:
            answer = self._answers.get(timeout=seconds)
        except Empty:
            self.end()
            raise LostError(
                f"It takes more than {seconds:,.0f} seconds to read; split it into smaller pages, "
                "or allow more with HEARSAY_PAGE_SECONDS."
            ) from None
        if isinstance(answer, HearsayError):
            raise answer
        if not isinstance(answer, list):
            self.end()
            raise LostError(too_much_memory(settings().page_megabytes))
        return answer

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def end(self) -> None:
        """Ends the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)

    def _await_model(self) -> None:
        try:
            answer = self._answers.get(timeout=_LOADING_SECONDS)
        except Empty:
            answer = None
        if isinstance(answer, HearsayError):
            raise answer
        if answer != READY:
            self.end()
            raise ModelError(
                "the reading process did not start; try HEARSAY_WORKERS=0, which reads in the "
                "program itself and shows what is wrong"
            )
        self._ready = True

    def _ask(self, tasks: Sequence[Task]) -> None:
        assert self._process.stdin is not None
        try:
            pickle.dump(tasks, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        except OSError:
            self.end()
            raise LostError(too_much_memory(settings().page_megabytes)) from None


def _listen(pipe: IO[bytes], answers: "SimpleQueue[object]") -> None:
    while True:
        try:
            answers.put(pickle.load(pipe))
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            answers.put(_Ended())
            return


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # what was still to be written has nobody to go to

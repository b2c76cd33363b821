"""A reading process: lists of tasks in on standard input, lists of outcomes out on standard output.

It is started by `hearsay.engines.process`, never by the user, and imports nothing of the program
that reads. It ends at once when its standard input does, so it never outlives its parent.
"""

import os
import pickle
import sys
import threading
from collections.abc import Sequence
from queue import SimpleQueue
from typing import BinaryIO

from hearsay.engines.in_process import read_tasks
from hearsay.engines.protocol import READY
from hearsay.engines.task import Task
from hearsay.errors import HearsayError
from hearsay.model import Metadata
from hearsay.pages import Piece
from hearsay.settings import settings

_FIRST = b'<p>The ferry left the harbour on Monday, "with 200 people", the minister said.</p>'


def main() -> None:
    """Serves until standard input ends."""
    # What libraries print must not run into the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    asked: SimpleQueue[Sequence[Task]] = SimpleQueue()
    threading.Thread(target=_receive, args=(sys.stdin.buffer, asked), daemon=True).start()
    try:
        read_tasks([Task(Piece("first.html", _FIRST, row=False), Metadata())])
        _bound_memory(settings().page_megabytes)
        _send(answers, READY)
        while True:
            _send(answers, read_tasks(asked.get()))
    except HearsayError as error:
        _send(answers, error)
    except OSError:
        os._exit(0)  # nobody listens any more


def _receive(requests: BinaryIO, asked: "SimpleQueue[Sequence[Task]]") -> None:
    """Takes requests off the pipe while the main thread reads; its end is the parent's."""
    while True:
        try:
            asked.put(pickle.load(requests))
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)


def _send(answers: BinaryIO, answer: object) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _bound_memory(megabytes: int) -> None:
    """Refuses this process more memory than that, where the system knows such a limit."""
    try:
        import resource
    except ImportError:
        return
    limit = megabytes * 1_000_000
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))

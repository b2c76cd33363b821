"""The local engine: batches of files read in this process, or in several when it pays."""

import multiprocessing
import os
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from hearsay.engines.batch import Batch, read_batch
from hearsay.model import Given

BATCH = 8
FILES_PER_WORKER = 24  # below this, starting one more process costs more than it saves


def read_files(
    files: Sequence[Path], given: Given, known: Collection[str], workers: int | None = None
) -> Iterator[Batch]:
    """Batches in the order of `files`; `workers` processes, by default as many as pay."""
    batches = [files[at : at + BATCH] for at in range(0, len(files), BATCH)]
    if workers is None:
        workers = min(os.cpu_count() or 1, len(files) // FILES_PER_WORKER)
    if workers < 2:
        for batch in batches:
            yield read_batch(batch, given, known)
        return
    # A fresh interpreter for each: the model's threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting = iter(batches)
        running = [pool.submit(read_batch, b, given, known) for b in islice(waiting, workers * 2)]
        try:
            while running:
                yield running.pop(0).result()
                running += [pool.submit(read_batch, b, given, known) for b in islice(waiting, 1)]
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

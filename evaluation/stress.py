"""What hostile pages cost, each at one size and at twice it: `python -m evaluation.stress`.

Names choose pages, `--size` the smaller size in KB. A page that costs what its size does has a
ratio of about two; each is read in a process of its own, ended after `--limit` seconds. The words
of a page that is set aside are analysed and read all the same.
"""

import argparse
import itertools
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence

from evaluation.hostile import PAGES

MOST_RATIO = 2.6
MOST_SECONDS = 20.0
MOST_MB = 1000.0
LIMIT = 120  # seconds
STAGES = ("extract", "analyse", "read")


def measure(name: str, size: int) -> dict[str, float]:
    """Processor seconds of each stage of one page of `size` bytes, and the peak memory in MB."""
    from hearsay import pages
    from hearsay.language import Analyser
    from hearsay.model import Document
    from hearsay.pages.input.decoding import decode
    from hearsay.reading import read

    analyser = Analyser.load()
    pages.extract(b"The first page wakes the model, the ministry said.", "first.txt")
    analyser.analyse("The first sentence wakes the model.")
    data = PAGES[name](size)
    clock = [time.process_time()]
    found = pages.extract(data, name)
    clock.append(time.process_time())
    kept = [document for document in found if isinstance(document, Document)]
    if not kept and not data.startswith(b"<"):
        kept = [Document("document", name, "sha256", decode(data))]
    for document in kept:
        analysis = analyser.analyse(document.text)
        clock.append(time.process_time())
        read(document, analysis)
        clock.append(time.process_time())
    spent = [after - before for before, after in itertools.pairwise(clock)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return dict(zip(STAGES, [*spent, 0.0, 0.0], strict=False)) | {"peak": peak}


def in_a_process(name: str, size: int, limit: float) -> dict[str, float] | None:
    """What `measure` gives in a fresh process, or None where it does not end in time."""
    command = [sys.executable, "-m", "evaluation.stress", name, "--bytes", str(size)]
    try:
        told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return None
    found: dict[str, float] = json.loads(told.stdout)
    return found


def row(name: str, size: int, limit: float) -> str:
    """One line of the table: the stages' seconds at twice the size, the ratio, the memory."""
    single, double = (in_a_process(name, count, limit) for count in (size, 2 * size))
    if single is None or double is None:
        return f"{name:24} not within {limit:.0f} s"
    spent, before = (sum(found[stage] for stage in STAGES) for found in (double, single))
    ratio = spent / max(before, 0.05)
    bad = ratio > MOST_RATIO or spent > MOST_SECONDS or double["peak"] > MOST_MB
    seconds = " ".join(f"{double[stage]:8.2f}" for stage in STAGES)
    return f"{name:24} {seconds} {ratio:6.2f} {double['peak']:6.0f} {'!' if bad else ''}".rstrip()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PAGES))
    parser.add_argument("--size", type=int, default=100, help="KB of the smaller page")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds for one page")
    parser.add_argument("--bytes", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.names) - set(PAGES)
    if unknown:
        parser.error(f"no page named {', '.join(sorted(unknown))}; see --help for their names")
    if chosen.bytes is not None:
        print(json.dumps(measure(chosen.names[0], chosen.bytes)))
        return
    print(f"{'page':24} {'  '.join(f'{stage:>7}' for stage in STAGES)}   ratio     MB")
    for name in chosen.names or PAGES:
        print(row(name, 1000 * chosen.size, chosen.limit), flush=True)


if __name__ == "__main__":
    main()

"""Speed and memory, measured within one run: `python -m evaluation.bench [--pages N]`.

Pages come from the PolNeAR articles where the corpora are at hand (distinct real text), else from
the bundled example. Seconds are of the processor, one thread, so that what else a machine does
counts little; shares compare across machines, seconds do not.

In pages a second of one core, once pages are analysed, and as a share of the time of the model:
`times_and_calendar`, tagging expressions and solving days; `statements_and_relating`, reading
statements, naming their tellers and relating them across pages; `after_the_model`, everything.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from unittest import mock

from hearsay import pages
from hearsay.language import Analyser
from hearsay.model import Document, Metadata, Reading
from hearsay.reading import attribution, events, names, parse_page, quantities, times
from hearsay.reading.quantity_links import place_quantities
from hearsay.record import Store
from hearsay.resolve import resolve

EXAMPLE = Path(__file__).parent.parent / "examples" / "missiles-1962" / "pages"
WORDS = 600

WITHIN_RESOLVE = {
    "calendar": (
        "hearsay.resolve.solve",
        "hearsay.resolve.dating.SolvedDays.published",
        "hearsay.resolve.dating.SolvedDays.mention",
        "hearsay.resolve.dating.SolvedDays.timex",
        "hearsay.resolve.dating.SolvedDays.events",
    ),
    "relating": (
        "hearsay.resolve.assemble.find_statements",
        "hearsay.resolve.assemble.relate_statements",
    ),
}
"""The functions whose time is that of a part of resolution."""

ASKED = {
    "times_and_calendar": ("times", "calendar"),
    "statements_and_relating": ("statements", "relating"),
}


def texts(wanted: int) -> list[bytes]:
    """So many pages of about 600 words."""
    corpora = Path(os.environ.get("HEARSAY_CORPORA", "../shared/corpora"))
    articles = sorted((corpora / "attribution/polnear").glob("*/text/*"))
    if not articles:
        articles = sorted(path for path in EXAMPLE.iterdir() if path.is_file())
    found: list[bytes] = []
    for path in articles:
        paragraphs = path.read_text("utf-8", errors="replace").split("\n")
        kept, words = [], 0
        for paragraph in paragraphs:
            kept.append(paragraph)
            words += len(paragraph.split())
            if words >= WORDS:
                found.append("\n".join(kept).encode())
                break
        if len(found) == wanted:
            break
    return found


def timed(spent: dict[str, float], stage: str, started: float) -> float:
    now = time.process_time()
    spent[stage] = spent.get(stage, 0.0) + now - started
    return now


@contextmanager
def clocked(spent: dict[str, float]) -> Iterator[None]:
    """Adds up what each part of resolution takes, by the functions that are its own."""
    with ExitStack() as stack:
        for part, names in WITHIN_RESOLVE.items():
            for name in names:
                stack.enter_context(mock.patch(name, _clocked(resolve_name(name), part, spent)))
        yield


def _clocked(function: Callable[..., Any], part: str, spent: dict[str, float]) -> Any:
    def call(*given: Any, **named: Any) -> Any:
        started = time.process_time()
        found = function(*given, **named)
        timed(spent, part, started)
        return found

    return call


def rates(pages: int, spent: Mapping[str, float], parts: Mapping[str, float]) -> dict[str, float]:
    """Pages a second of what users ask for by itself, and its time as a share of the model's."""
    seconds = {name: sum({**spent, **parts}[s] for s in stages) for name, stages in ASKED.items()}
    after = (s for stage, s in spent.items() if stage not in ("load", "pages", "language"))
    seconds["after_the_model"] = sum(after)
    return {f"{name}_pages_a_second": pages / s for name, s in seconds.items()} | {
        f"{name}_to_model": s / spent["language"] for name, s in seconds.items()
    }


def measure(wanted: int) -> dict[str, object]:
    """Processor seconds by stage, pages and words a second of it, peak memory."""
    spent: dict[str, float] = {}
    clock = time.process_time()
    analyser = Analyser.load()
    analyser.analyse("The first sentence wakes the model.")
    clock = timed(spent, "load", clock)
    sources = texts(wanted)
    clock = time.process_time()
    documents = [
        found
        for number, data in enumerate(sources)
        for found in pages.extract(data, f"{number}.txt", Metadata())
        if isinstance(found, Document)
    ]
    clock = timed(spent, "pages", clock)
    analyses = analyser.analyse_all([document.text for document in documents])
    clock = timed(spent, "language", clock)
    readings = []
    for document, analysis in zip(documents, analyses, strict=True):
        clock = time.process_time()
        tree = parse_page(document, analysis)
        clock = timed(spent, "syntax", clock)
        found_names = names.find_names(document, tree)
        clock = timed(spent, "names", clock)
        timexes = times.find_times(document, tree)
        clock = timed(spent, "times", clock)
        numbers = quantities.find_quantities(document, tree, timexes)
        clock = timed(spent, "quantities", clock)
        said = attribution.find_attributions(document, tree, found_names, timexes)
        clock = timed(spent, "statements", clock)
        told = events.find_events(document, tree, found_names, timexes, said)
        numbers = place_quantities(tree, numbers, said, told)
        clock = timed(spent, "events", clock)
        readings.append(Reading(document, found_names, timexes, numbers, said, told))
    parts: dict[str, float] = {}
    with clocked(parts):
        clock = time.process_time()
        resolution = resolve(readings)
        clock = timed(spent, "resolve", clock)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "bench.db")
        store.add([(reading, Metadata()) for reading in readings], reader="bench")
        store.replace(resolution, store.snapshot().revision)
    timed(spent, "store", clock)
    words = sum(len(document.text.split()) for document in documents)
    total = sum(seconds for stage, seconds in spent.items() if stage != "load")
    return {
        "pages": len(documents),
        "words": words,
        "seconds": spent,
        "pages_a_cpu_second": len(documents) / total,
        "model_words_a_cpu_second": words / spent["language"],
        **rates(len(documents), spent, parts),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def first_page_seconds() -> float:
    """From starting the command to one page of the example in the record."""
    page = sorted(EXAMPLE.iterdir())[0]
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "hearsay", "read", str(page), "--record", f"{folder}/r.db"],
            check=True,
            capture_output=True,
        )
        return time.perf_counter() - started


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=64)
    arguments.add_argument("--json", action="store_true")
    chosen = arguments.parse_args()
    found = measure(chosen.pages)
    found["first_page_seconds"] = first_page_seconds()
    if chosen.json:
        print(json.dumps(found, indent=2))
        return
    seconds = found.pop("seconds")
    assert isinstance(seconds, dict)
    total = sum(seconds.values()) - seconds["load"]
    for stage, spent in seconds.items():
        share = "" if stage == "load" else f"{100 * spent / total:5.1f}%"
        print(f"{stage:12} {spent:8.2f} s {share}")
    for name, value in found.items():
        print(f"{name:40} {value:10.2f}")


if __name__ == "__main__":
    main()

"""`python -m evaluation [NAME ...] [--json] [--sample]`: one table of what is measured, with its
floors and the best figures known.

The table ends with 1 when a figure is below its floor; the JSON holds the floors and ends with 0.
`--sample` measures a fixed sample of each set, judged with the tolerance that evaluation/sample.py
states.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from importlib import import_module
from pathlib import Path

from evaluation.corpora import MissingCorpusError, Row, folder
from evaluation.figures import best_known, floor
from evaluation.sample import laid_out, tolerance

# benchmark: the module whose `measure(folder)` gives its rows.
BENCHMARKS = {
    "syntax": "evaluation.syntax",
    "names": "evaluation.names",
    "roles": "evaluation.roles",
    "attribution": "evaluation.attribution",
    "statements": "evaluation.statements",
    "times": "evaluation.times",
    "dating": "evaluation.dating",
    "events": "evaluation.events",
    "coreference": "evaluation.coreference",
    "stories": "evaluation.stories",
}


def measure(name: str, root: Path) -> list[Row]:
    """The rows of one benchmark, with the floors that are set for them."""
    rows: Callable[[Path], list[Row]] = import_module(BENCHMARKS[name]).measure
    return [replace(row, value=round(row.value, 2), floor=floor(row)) for row in rows(root)]


def table(rows: list[Row], *, sample: bool = False) -> str:
    """The rows as plain text, a mark at those below their floor."""
    lines = [
        f"{'benchmark':<12} {'set':<22} {'figure':<22} {'value':>8} {'floor':>8} {'best known':>11}"
    ]
    for row in rows:
        least = "" if row.floor is None else f"{row.floor:.1f}"
        mark = " BELOW" if below(row, sample=sample) else ""
        lines.append(
            f"{row.benchmark:<12} {row.set:<22} {row.figure:<22} {row.value:>8.2f} {least:>8} "
            f"{best_known(row)[0]:>11}{mark}".rstrip()
        )
    return "\n".join(lines)


def below(row: Row, *, sample: bool = False) -> bool:
    """Whether a figure is below its floor, a sample's by more than its tolerance."""
    return row.floor is not None and row.value < row.floor - (tolerance(row) if sample else 0)


def measure_all(names: Iterable[str], root: Path, *, sample: bool) -> list[Row]:
    """The rows of several benchmarks; those whose corpora are missing are named on stderr."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as into:
        chosen = laid_out(root, Path(into)) if sample else root
        for name in names:
            try:
                rows += measure(name, chosen)
            except MissingCorpusError as error:
                print(f"{name}: {str(error).replace(str(chosen), str(root))}", file=sys.stderr)
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}")
    parser.add_argument("--json", action="store_true", help="print rows as JSON")
    parser.add_argument("--sample", action="store_true", help="measure a fixed sample of each set")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark {unknown[0]!r}: choose from {', '.join(BENCHMARKS)}")
    root, rows = folder(), []
    if root.is_dir():
        rows = measure_all(options.names or BENCHMARKS, root, sample=options.sample)
    else:
        print(f"Nothing is measured: no corpora in {root} (see HEARSAY_CORPORA).", file=sys.stderr)
    if options.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
        return 0
    if rows:
        print(table(rows, sample=options.sample))
    return 1 if any(below(row, sample=options.sample) for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())

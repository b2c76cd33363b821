"""`python -m evaluation [NAME ...] [--json]`: one table of what is measured, with its floors.

The table ends with 1 when a figure is below its floor; the JSON holds the floors and ends with 0.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Callable
from dataclasses import asdict, replace
from importlib import import_module
from pathlib import Path

from evaluation.corpora import MissingCorpusError, Row, folder

# benchmark: the module whose `measure(folder)` gives its rows.
BENCHMARKS = {
    "syntax": "evaluation.syntax",
    "names": "evaluation.names",
    "roles": "evaluation.roles",
    "attribution": "evaluation.attribution",
    "times": "evaluation.times",
    "dating": "evaluation.dating",
    "events": "evaluation.events",
    "coreference": "evaluation.coreference",
    "stories": "evaluation.stories",
}
FLOORS = Path(__file__).with_name("floors.toml")


def measure(name: str) -> list[Row]:
    """The rows of one benchmark, with the floors that are set for them."""
    rows: Callable[[Path], list[Row]] = import_module(BENCHMARKS[name]).measure
    floors = tomllib.loads(FLOORS.read_text("utf-8"))

    def floor(row: Row) -> float | None:
        found = floors.get(row.benchmark, {}).get(row.set, {}).get(row.figure)
        return None if found is None else float(found)

    return [replace(row, value=round(row.value, 2), floor=floor(row)) for row in rows(folder())]


def table(rows: list[Row]) -> str:
    """The rows as plain text, a mark at those below their floor."""
    lines = [f"{'benchmark':<12} {'set':<22} {'figure':<22} {'value':>8} {'floor':>8}"]
    for row in rows:
        floor = "" if row.floor is None else f"{row.floor:.1f}"
        mark = " BELOW" if below(row) else ""
        lines.append(
            f"{row.benchmark:<12} {row.set:<22} {row.figure:<22} {row.value:>8.2f} {floor:>8}{mark}"
        )
    return "\n".join(lines)


def below(row: Row) -> bool:
    return row.floor is not None and row.value < row.floor


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}")
    parser.add_argument("--json", action="store_true", help="print rows as JSON")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark {unknown[0]!r}: choose from {', '.join(BENCHMARKS)}")
    rows: list[Row] = []
    for name in options.names or BENCHMARKS:
        try:
            rows += measure(name)
        except MissingCorpusError as error:
            print(f"{name}: {error}", file=sys.stderr)
    if options.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
        return 0
    print(table(rows))
    return 1 if any(below(row) for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())

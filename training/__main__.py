"""Trains and exports the language model from scratch: `python -m training`.

Each step may be run alone as its module says; training goes on from its last checkpoint.
"""

import argparse
import subprocess
import sys
from pathlib import Path

FIRST, SECOND = 6, 12  # epochs from the bare encoder, then from what they gave


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("runs"), help="where runs are kept")
    parser.add_argument("--weights", type=Path, help="where to export, in place of the package")
    options = parser.parse_args()
    first, second = options.out / "first", options.out / "second"
    start = ["--start", f"{first}/weights.pt", "--rate", "1.5e-4"]
    target = ["--out", str(options.weights)] if options.weights else []
    tuned = ["--weights", str(options.weights)] if options.weights else []
    _run("training.train", "--out", str(first), "--epochs", str(FIRST))
    _run("training.train", "--out", str(second), "--epochs", str(SECOND), *start)
    _run("training.roles", f"{second}/weights.pt")
    _run("training.export", f"{second}/weights-roles.pt", *target)
    _run("training.tune", *tuned)


def _run(module: str, *options: str) -> None:
    subprocess.run([sys.executable, "-m", module, *options], check=True)


if __name__ == "__main__":
    main()

"""Writes docs/model-card.md: `python -m evaluation.card ROWS.json`, rows from `--json`."""

import json
import sys
from pathlib import Path

from evaluation.corpora import ROOT, Row
from evaluation.figures import best_known

TEMPLATE = Path(__file__).with_name("card.md")
CARD = ROOT / "docs" / "model-card.md"


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table, the best figures known beside them."""
    lines = ["| benchmark | set | figure | value | best known |", "|---|---|---|---|---|"]
    for row in rows:
        best, source = best_known(row)
        known = f"{best} ({source})" if best else ""
        cells = (row.benchmark, row.set, row.figure, f"{row.value:.1f}", known)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    rows = [Row(**row) for row in json.loads(Path(sys.argv[1]).read_text("utf-8"))]
    text = TEMPLATE.read_text("utf-8").replace("{figures}", table(rows))
    CARD.write_text(text, "utf-8")


if __name__ == "__main__":
    main()

"""Writes docs/model-card.md: `python -m evaluation.card ROWS.json`, rows from `--json`."""

import json
import sys
from pathlib import Path

from evaluation.corpora import ROOT

TEMPLATE = Path(__file__).with_name("card.md")
CARD = ROOT / "docs" / "model-card.md"

# What others reach (see the papers named in the template), beside our figure of the same kind.
BEST_KNOWN = {
    ("syntax", "ewt", "las"): "about 90–92 (110M and more)",
    ("syntax", "gum", "las"): "about 90–92 (110M and more)",
    ("attribution", "polnear-bio", "source_f1"): "83.2 (110M; two humans 78.8)",
    ("attribution", "polnear-bio", "cue_f1"): "75.3 (110M; two humans 71.1)",
    ("attribution", "polnear-bio", "content_f1"): "72.9 (110M; two humans 69.4)",
    ("attribution", "polnear", "linked_f1"): "two humans 78.6",
}


def table(rows: list[dict[str, str | float | None]]) -> str:
    """The rows as a Markdown table."""
    lines = ["| benchmark | set | figure | value | best known |", "|---|---|---|---|---|"]
    for row in rows:
        best = BEST_KNOWN.get((str(row["benchmark"]), str(row["set"]), str(row["figure"])), "")
        cells = (row["benchmark"], row["set"], row["figure"], f"{row['value']:.1f}", best)
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


def main() -> None:
    rows = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    text = TEMPLATE.read_text("utf-8").replace("{figures}", table(rows))
    CARD.write_text(text, "utf-8")


if __name__ == "__main__":
    main()

"""What each rule of the readers earns: `python -m evaluation.ablate [ID ...] [--output FILE]`.

Each rule in turn is held at no, and every text in which it said yes is read again. The table says
how often a rule was asked and said yes, how many pages then read otherwise, and what the labelled
passages lose: statements found, statements found that nobody expects, fields that are right. A rule
that changes nothing earns nothing.

Pages are the bundled example, and the stories that HEARSAY_STORIES names (../shared/stories).
"""

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

os.environ.setdefault("HEARSAY_COUNT_RULES", "1")  # before the readers are loaded

from hearsay.language import Analyser
from hearsay.model import Analysis, Document, Reading
from hearsay.pages import extract
from hearsay.publish.rule_lists import all_rules
from hearsay.reading import read
from hearsay.rules import counted, without
from tests.factories import document
from tests.reading.attribution.gold import Passage, passages
from tests.reading.attribution.measure import Found, compare

EXAMPLE = Path(__file__).parent.parent / "examples" / "missiles-1962" / "pages"
PASSAGES = (
    "passages.toml",
    "passages_held.toml",
    "passages_fresh.toml",
    "passages_fresh_held.toml",
)
HEAD = ("rule", "asked", "yes", "pages changed", "found", "extra", "right")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its analysis, as it reads with every rule: its bytes, scores, and who fired."""

    document: Document
    analysis: Analysis
    passage: Passage | None
    read: bytes
    score: Counter[str]
    fired: frozenset[str]


@dataclass(frozen=True, slots=True)
class Earned:
    """One row of the table; the last three are what the rule adds to the labelled passages."""

    rule: str
    asked: int
    fired: int
    changed: int
    found: int
    extra: int
    right: int


def documents() -> Iterator[tuple[Document, Passage | None]]:
    """The pages, then the labelled passages."""
    stories = Path(os.environ.get("HEARSAY_STORIES", "../shared/stories"))
    for path in sorted([*EXAMPLE.iterdir(), *stories.glob("*/pages/*")]):
        for found in extract(path.read_bytes(), path.name):
            if isinstance(found, Document):
                yield found, None
    for name in PASSAGES:
        for passage in passages(name):
            yield document(passage.text, source=passage.id, outlet=passage.outlet), passage


def scored(passage: Passage | None, reading: Reading) -> Counter[str]:
    """Statements found and extra, and fields that are right; nothing for a page without labels."""
    if passage is None:
        return Counter()
    found = Found(reading.names, reading.timexes, reading.attributions)
    counts, _ = compare(passage, found)
    right = sum(count for name, count in counts.items() if name.endswith(" right"))
    return Counter(found=counts["found"], extra=counts["extra"], right=right)


def texts(analyser: Analyser, totals: Counter[str]) -> Iterator[Text]:
    """Every text as it reads with every rule; `totals` counts who was asked."""
    for page, passage in documents():
        analysis = analyser.analyse(page.text)
        with counted() as counts:
            reading = read(page, analysis)
            fired = frozenset(id for id, count in counts.items() if count.fired)
            for id, count in counts.items():
                totals[f"{id} asked"] += count.asked
                totals[f"{id} fired"] += count.fired
        encoded = msgspec.json.encode(reading)
        yield Text(page, analysis, passage, encoded, scored(passage, reading), fired)


def earned(id: str, every: Sequence[Text], totals: Counter[str]) -> Earned:
    """What changes when the rule is held at no, in the texts where it said yes."""
    changed, lost = 0, Counter[str]()
    with without(id):
        for text in every:
            if id not in text.fired:
                continue
            reading = read(text.document, text.analysis)
            changed += text.passage is None and msgspec.json.encode(reading) != text.read
            lost.update(text.score)
            lost.subtract(scored(text.passage, reading))
    return Earned(
        id,
        totals[f"{id} asked"],
        totals[f"{id} fired"],
        changed,
        lost["found"],
        lost["extra"],
        lost["right"],
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("ids", nargs="*", help="only these rules, or those that begin so")
    arguments.add_argument("--output", type=Path, help="write the table there")
    chosen = arguments.parse_args()
    totals: Counter[str] = Counter()
    every = list(texts(Analyser.load(), totals))
    pages = sum(text.passage is None for text in every)
    lines = [f"{pages} pages, {len(every) - pages} labelled passages.", ""]
    lines += ["| " + " | ".join(HEAD) + " |", "|---" * len(HEAD) + "|"]
    for rule in all_rules():
        if chosen.ids and not rule.id.startswith(tuple(chosen.ids)):
            continue
        row = earned(rule.id, every, totals)
        counts = (row.asked, row.fired, row.changed)
        gains = (f"{gain:+}" if gain else "0" for gain in (row.found, row.extra, row.right))
        lines.append("| " + " | ".join([row.rule, *map(str, counts), *gains]) + " |")
        print(lines[-1], flush=True)
    if chosen.output:
        chosen.output.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

"""What became of an utterance on another page, on pairs in our own words.

All pairs are put into one record, so that a tie between two pairs counts as a wrong one. Half of
the pairs, by hash, are held: only their figures are looked at. The late ones were written when the
rules stood.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evaluation.corpora import ROOT, Row
from hearsay.model import Cite, Dated, Interval, SourceLink, Span, Statement
from hearsay.resolve.compared_text import quoted_parts
from hearsay.resolve.statements.relate_statements import Fate, find_fates

FOLDER = ROOT / "tests" / "resolve"
CHANGED = {"altered", "opposite", "another"}
KEPT = {"repeated", "cut"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings, and what became of the first in the second."""

    number: int
    fate: str
    tellers: tuple[str, str]
    days: tuple[date, date]
    texts: tuple[str, str]

    @property
    def held(self) -> bool:
        key = "\n".join(self.texts)
        return hashlib.sha256(key.encode()).digest()[0] % 2 == 0


def pairs(name: str = "utterances") -> list[Pair]:
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    lines = [line for line in lines if not line.startswith("#")]
    return [_pair(number, line.split("\t")) for number, line in enumerate(lines[1:])]


def _pair(number: int, cells: Sequence[str]) -> Pair:
    fate, by, day, one, by2, day2, other = cells
    days = date.fromisoformat(day), date.fromisoformat(day2 or day)
    return Pair(number, fate, (by, by2 or by), days, (one, other))


def told(pair: Pair, side: int) -> Statement:
    """One telling as a statement of a page of its own."""
    text, teller, day = pair.texts[side], pair.tellers[side], pair.days[side]
    quoted = tuple(Span.of(text, a, b) for a, b in quoted_parts(text))
    whole = text.strip("“”.,") == " ".join(span.text for span in quoted).strip(".,")
    unnamed = teller.startswith("?")
    link = SourceLink(None if unnamed else f"e-{teller}", teller.lstrip("?"), "person")
    link = SourceLink(None, link.name, "anonymous") if unnamed else link
    page = f"page-{pair.number}-{side}"
    return Statement(
        id=f"{pair.number}-{side}",
        kind="direct" if whole else "mixed" if quoted else "indirect",
        cite=Cite(page, Span.of(text, 0, len(text))),
        contents=(Span.of(text, 0, len(text)),),
        cue=None,
        quoted=quoted,
        chain=(link,),
        medium=None,
        addressee=None,
        date=Dated(None, day),
        event=None,
    )


def found(some: Sequence[Pair]) -> dict[tuple[str, str], Fate]:
    """The fates found among all tellings, by the ids of the two statements."""
    statements = [told(pair, side) for pair in some for side in (0, 1)]
    texts = {statement.cite.document: statement.cite.document for statement in statements}
    days = {
        f"page-{pair.number}-{side}": Interval.day(pair.days[side])
        for pair in some
        for side in (0, 1)
    }
    return {(min(fate.ids), max(fate.ids)): fate for fate in find_fates(statements, texts, days)}


def judged(some: Sequence[Pair]) -> Iterator[tuple[Pair | None, str]]:
    """Each pair with the fate found for it; None with each fate found across pairs."""
    fates = found(some)
    for pair in some:
        fate = fates.pop((f"{pair.number}-0", f"{pair.number}-1"), None)
        yield pair, "none" if fate is None else fate.kind
    for fate in fates.values():
        yield None, fate.kind


def measure(_: Path) -> list[Row]:
    every = pairs()
    rows = []
    for name in ("open", "held"):
        half = [pair for pair in every if pair.held == (name == "held")]
        rows += _figures(f"utterances-{name}", list(judged(half)))
    return rows + _figures("utterances-late", list(judged(pairs("utterances_late"))))


def _figures(name: str, results: Sequence[tuple[Pair | None, str]]) -> list[Row]:
    gold = [("none" if pair is None else pair.fate, kind) for pair, kind in results]
    tied = CHANGED | KEPT
    figures = {
        "altered_precision": _share(
            kind in CHANGED and fate in CHANGED for fate, kind in gold if kind in CHANGED
        ),
        "altered_recall": _share(kind in CHANGED for fate, kind in gold if fate in CHANGED),
        "aligned_precision": _share(fate in tied for fate, kind in gold if kind in tied),
        "aligned_recall": _share(kind in tied for fate, kind in gold if fate in tied),
        "kind_accuracy": _share(fate == kind for fate, kind in gold),
    }
    return [Row("statements", name, figure, value) for figure, value in figures.items()]


def _share(hits: Iterator[bool]) -> float:
    told_ = list(hits)
    return 100 * sum(told_) / len(told_) if told_ else 0.0

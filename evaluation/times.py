"""Time expressions against TimeML: relaxed, strict and value F1, and the days that follow.

The definitions are those of TempEval-3 (UzZaman et al. 2013): relaxed counts any overlap, strict
the same extent, value those of the relaxed matches whose TIMEX3 value is the annotators' too.
Figures are micro-averaged over a set. `day_accuracy` is, of the annotators' expressions that name
a calendar day and were found (relaxed), the share whose day is right, the document's day given.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evaluation.corpora import Row, need
from evaluation.syntax import model
from evaluation.timeml import Article, Marked, articles
from hearsay.model import Analysis, Anchor, Document, Timex, content_id
from hearsay.model.timex import days, value
from hearsay.reading.times import find_times
from hearsay.syntax import parse

SETS = ("timebank", "aquaint")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T.*)?")

Analyse = Callable[[str], Analysis]


@dataclass(frozen=True, slots=True)
class Found:
    """An expression found, with the value it has once the document's day is given."""

    start: int
    end: int
    text: str
    type: str
    value: str | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated expression and the one found for it; either is None where there is none."""

    article: Article
    marked: Marked | None
    found: Found | None


def measure(root: Path) -> list[Row]:
    """The rows of the benchmark for the sets `times/timebank` and `times/aquaint`, in percent."""
    return [row for name in SETS for row in _rows(name, need(root, f"times/{name}"))]


def _rows(name: str, folder: Path) -> list[Row]:
    figures = scored(list(paired(articles(folder), model().analyse)))
    return [Row("times", name, figure, amount) for figure, amount in figures.items()]


def paired(found: list[Article], analyse: Analyse) -> Iterator[Pair]:
    """Every expression annotated or found; each found one is matched once, best extent first."""
    for article in found:
        yield from _matched(article, resolved(article, analyse))


def resolved(article: Article, analyse: Analyse) -> list[Found]:
    """The expressions found in the article, their values filled with its day as the anchor."""
    source = content_id("document", article.name)
    document = Document(id=source, source=article.name, sha256=source, text=article.text)
    timexes = find_times(document, parse(analyse(article.text)))
    return [
        Found(
            one.span.start,
            one.span.end,
            one.span.text,
            one.type,
            value(one, anchor_day(timexes, number, article.created)),
            one.rule,
        )
        for number, one in enumerate(timexes)
    ]


def anchor_day(timexes: tuple[Timex, ...], number: int, created: date | None) -> date | None:
    """The day an expression hangs on: the document's, or the first of the expression it names."""
    one = timexes[number]
    if one.anchor is Anchor.EVENT:
        return None
    if one.anchor is not Anchor.TIMEX or one.anchor_timex is None:
        return created
    named = days(timexes[one.anchor_timex], anchor_day(timexes, one.anchor_timex, created))
    return named.earliest if named is not None else created


def _matched(article: Article, found: list[Found]) -> Iterator[Pair]:
    left = list(found)
    for marked in article.marked:
        overlapping = [f for f in left if f.start < marked.end and marked.start < f.end]
        best = min(
            overlapping,
            key=lambda f: abs(f.start - marked.start) + abs(f.end - marked.end),
            default=None,
        )
        if best is not None:
            left.remove(best)
        yield Pair(article, marked, best)
    for extra in left:
        yield Pair(article, None, extra)


def scored(pairs: list[Pair]) -> dict[str, float]:
    """Relaxed, strict and value F1 and the accuracy of days, in percent."""
    marked = sum(p.marked is not None for p in pairs)
    found = sum(p.found is not None for p in pairs)
    both = [(p.marked, p.found) for p in pairs if p.marked is not None and p.found is not None]
    strict = sum((m.start, m.end) == (f.start, f.end) for m, f in both)
    same = sum(m.value == f.value for m, f in both)
    named = [(m, f) for m, f in both if _DAY.fullmatch(m.value)]
    right = sum(m.value[:10] == (f.value or "")[:10] for m, f in named)
    return {
        "relaxed_f1": _f1(len(both), found, marked),
        "strict_f1": _f1(strict, found, marked),
        "value_f1": _f1(same, found, marked),
        "day_accuracy": 100 * right / len(named) if named else 0.0,
    }


def _f1(right: int, found: int, marked: int) -> float:
    return 200 * right / (found + marked) if found + marked else 0.0

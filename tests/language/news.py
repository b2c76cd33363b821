"""News sentences of our own, and how much of what they ask is read right.

`python -m tests.language.news` prints the share right by category, open and held.
"""

import re
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearsay.language import Analyser
from hearsay.model import Analysis, AttributionSpan

HALVES = {"open": "news.txt", "held": "news-held.txt"}

_CALL = re.compile(r"([\w:]+)\((.+)\)")
_EDGES = " ,.;:!?—–-“”\"'‘’`"


@dataclass(frozen=True, slots=True)
class Line:
    """A text, where its sentences begin, and what must be read of it."""

    category: str
    text: str
    begins: tuple[int, ...]
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check of one line; `kind` is sentences, names, tree, roles or tellers."""

    line: Line
    check: str
    kind: str
    right: bool


def lines(half: str) -> Iterator[Line]:
    category = ""
    for row in Path(__file__).with_name(HALVES[half]).read_text("utf-8").splitlines():
        if row.startswith("# "):
            category = row[2:]
        elif row and not row.startswith("##"):
            marked, _, checks = row.partition(" | ")
            text, begins = _unmarked(marked.strip())
            yield Line(category, text, begins, tuple(filter(None, re.split(r"\s*;\s*", checks))))


def _unmarked(marked: str) -> tuple[str, tuple[int, ...]]:
    """The text without its marks, and where its sentences begin.

    >>> _unmarked("He left. || She stayed.")
    ('He left. She stayed.', (0, 9))
    """
    whole = marked.replace(" ¶ ", "||\n\n").replace(" || ", "|| ").replace("↵", "\n")
    text, begins = "", []
    for piece in whole.split("||"):
        begins.append(len(text) + len(piece) - len(piece.lstrip()))
        text += piece
    return text, tuple(begins)


def outcomes(asked: Sequence[Line], analyser: Analyser) -> Iterator[Outcome]:
    """What became of every check of every line."""
    analyses = analyser.analyse_all(line.text for line in asked)
    for line, analysis in zip(asked, analyses, strict=True):
        yield from judgements(line, analysis)


def judgements(line: Line, analysis: Analysis) -> Iterator[Outcome]:
    """What became of a line's checks, its sentences first."""
    found = tuple(analysis.tokens[s.first].start for s in analysis.sentences)
    yield Outcome(line, "sentences", "sentences", found == line.begins)
    names = {f"{n.label}: {_words(analysis, n.first, n.last)}" for n in analysis.names}
    for check in line.checks:
        if check == "only":
            yield Outcome(line, check, "names", names.issubset(line.checks))
        else:
            yield Outcome(line, check, *_judged(check, analysis, names))


def asked_words(check: str) -> list[str]:
    """The words that a check quotes from its text."""
    if check in ("only", "silent"):
        return []
    if " > " in check:
        return check.removeprefix("- > ").split(" > ")
    if call := _CALL.fullmatch(check):
        return call[2].split(", ", 1)
    return [check.partition(": ")[2]]


def _judged(check: str, analysis: Analysis, names: Collection[str]) -> tuple[str, bool]:
    """The kind of a check, and whether the analysis meets it."""
    if check == "silent":
        return "tellers", not analysis.attributions
    if " > " in check:
        return "tellers", any(
            _tells(one, check.split(" > "), analysis) for one in analysis.attributions
        )
    if call := _CALL.fullmatch(check):
        name, (head, _, word) = call[1], call[2].partition(", ")
        if name.isupper():
            return "roles", (name, head, word) in _arguments(analysis)
        return "tree", (name, head, word) in _relations(analysis)
    return "names", check in names


def _words(analysis: Analysis, first: int, last: int) -> str:
    return analysis.text[analysis.tokens[first].start : analysis.tokens[last - 1].end]


def _tells(told: AttributionSpan, asked: Sequence[str], analysis: Analysis) -> bool:
    """Whether source, the beginning of the cue and the content are as asked.

    What follows a cue's verb ("said on the radio") is its medium and not judged here."""
    source, cue, *content = asked
    found = _words(analysis, *told.sources[0]).strip(_EDGES) if told.sources else "-"
    stretches = [_words(analysis, *one) for one in told.contents]
    return (
        found == source.strip(_EDGES)
        and _words(analysis, *told.cues[0]).startswith(cue)
        and all(any(words in one for one in stretches) for words in content)
    )


def _arguments(analysis: Analysis) -> Iterator[tuple[str, str, str]]:
    for frame in analysis.frames:
        for role in frame.roles:
            words = _words(analysis, role.first, role.last)
            yield role.label, analysis.tokens[frame.predicate].text, words


def _relations(analysis: Analysis) -> Iterator[tuple[str, str, str]]:
    for token in analysis.tokens:
        head = analysis.tokens[token.head]
        pair = (token.text, "") if head is token else (head.text, token.text)
        yield token.deprel, *pair


def share(judged: Iterable[Outcome]) -> float:
    """The percentage of checks that are right."""
    right = [one.right for one in judged]
    return 100 * sum(right) / len(right) if right else float("nan")


def table(halves: dict[str, list[Outcome]]) -> str:
    """Share right and number of checks by category, by kind and of all, a column for each half."""
    rows = [f"{'':<26}" + "".join(f"{half:>8}{'':9}" for half in halves)]
    for part in ("category", "kind", "all"):
        for name in dict.fromkeys(_part(one, part) for own in halves.values() for one in own):
            judged = ([one for one in own if _part(one, part) == name] for own in halves.values())
            rows.append(f"{name:<26}" + "".join(f"{share(o):8.1f} of {len(o):<5}" for o in judged))
    return "\n".join(rows)


def _part(one: Outcome, part: str) -> str:
    return {"category": one.line.category, "kind": one.kind}.get(part, part)


if __name__ == "__main__":
    model = Analyser.load()
    found = {half: list(outcomes(list(lines(half)), model)) for half in HALVES}
    sys.stdout.write(table(found) + "\n")

"""PolNeAR: segments on the BIO items, linked attributions on raw text."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.corpora import Row, Tally, need, one_of, spans
from evaluation.syntax import model
from hearsay.language.encoding import Cut
from hearsay.language.tokens import hyphen_parts
from hearsay.model import Analysis

KINDS = ("source", "cue", "content")
Place = tuple[int, int]


def measure(root: Path) -> list[Row]:
    items = need(root, "attribution/polnear-bio")
    rows = _segments(one_of(items, "valid.txt", "test.txt"))
    folder = need(root, "attribution/polnear")
    part = folder / "dev" if (folder / "dev").exists() else folder / "test"
    return rows + _linked(part)


# Segments on the items in BIO form.

_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_OPEN, _CLOSE = {"``", "“"}, {"''", "”"}


def _segments(path: Path) -> list[Row]:
    """Exact F1 of segments within sentences, tags as published."""
    documents = _documents(path)
    tagged = model().attribution_tags(cut for cut, _, _ in documents)
    tallies = {kind: Tally() for kind in KINDS}
    for (_, owners, gold), tags in zip(documents, tagged, strict=True):
        # A hyphened word was cut in three: its first part speaks for it.
        firsts = [n for n, owner in enumerate(owners) if not n or owners[n - 1] != owner]
        whole = [tags[number] for number in firsts]
        at = 0
        for sentence in gold:
            mine, theirs = spans(whole[at : at + len(sentence)]), spans(sentence)
            at += len(sentence)
            for kind, tally in tallies.items():
                tally.add({s for s in mine if s[2] == kind}, {s for s in theirs if s[2] == kind})
    return [Row("attribution", "polnear-bio", f"{k}_f1", t.f1) for k, t in tallies.items()]


def _documents(path: Path) -> list[tuple[Cut, list[int], list[list[str]]]]:
    """Each document's words, the item each belongs to, and its gold tags by sentence."""
    found = []
    name, rows = None, []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] != name and rows:
                found.append(_document(rows))
                rows = []
            name = row["id"]
            rows.append(row)
    return [*found, _document(rows)] if rows else found


def _document(rows: Sequence[dict[str, Any]]) -> tuple[Cut, list[int], list[list[str]]]:
    words: list[str] = []
    owners: list[int] = []
    starts: list[bool] = []
    paragraphs: list[bool] = []
    item, inside = 0, False
    for row in rows:
        # Where paragraphs begin is not told: one does wherever no quotation is open.
        fresh = not inside or row["tokens"][0] in _OPEN
        for number, token in enumerate(row["tokens"]):
            inside = (inside or token in _OPEN) and token not in _CLOSE
            word = _BRACKETS.get(token, token)
            for a, b in hyphen_parts(word):
                starts.append(number == 0 and a == 0)
                paragraphs.append(starts[-1] and fresh)
                words.append(word[a:b])
                owners.append(item)
            item += 1
    cut = Cut(tuple(words), None, tuple(starts), tuple(paragraphs))
    return cut, owners, [row["labels"] for row in rows]


# Linked attributions on raw text.


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution in character places; `kind` is direct, mixed or indirect."""

    sources: tuple[Place, ...]
    cues: tuple[Place, ...]
    contents: tuple[Place, ...]
    kind: str
    score: float = 1.0


def _linked(part: Path) -> list[Row]:
    """F1 of attributions whose three roles all overlap, overall, by kind and by outlet; and how far
    the scores are from how often they are right."""
    together = Tally()
    outlets: dict[str, Tally] = {name.partition("_")[0]: Tally() for name in names(part)}
    kinds = {kind: Tally() for kind in ("direct", "mixed", "indirect")}
    scored: list[tuple[float, bool]] = []
    texts = list(articles(part))
    analyses = model().analyse_all(text for text, _ in texts)
    for name, (text, gold), analysis in zip(names(part), texts, analyses, strict=True):
        found = told(text, analysis)
        pairs = matched(found, gold)
        for tally in (together, outlets[name.partition("_")[0]]):
            tally.count(len(pairs), len(found), len(gold))
        for kind, tally in kinds.items():
            mine = {n for n, one in enumerate(found) if one.kind == kind}
            theirs = {n for n, one in enumerate(gold) if one.kind == kind}
            # Half of a pair counts for each side, since kinds are told from either's content.
            right = sum((n in mine) + (m in theirs) for n, m in pairs) / 2
            tally.right += right  # type: ignore[assignment]
            tally.found += len(mine)
            tally.gold += len(theirs)
        hit = {n for n, _ in pairs}
        scored += [(one.score, n in hit) for n, one in enumerate(found)]
    rows = [("linked_f1", together.f1), *((f"linked_f1_{k}", t.f1) for k, t in kinds.items())]
    rows += [(f"linked_f1_{outlet}", tally.f1) for outlet, tally in outlets.items()]
    rows.append(("calibration_error", 100 * calibration_error(scored)))
    return [Row("attribution", "polnear", figure, value) for figure, value in rows]


def articles(part: Path) -> Iterator[tuple[str, list[Told]]]:
    """Each article with its attributions by one annotator, the first by file name."""
    for name, path in _chosen(part).items():
        with (part / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        with path.open(encoding="utf-8", newline="") as file:
            yield text, list(_annotations(file.read(), text))


def names(part: Path) -> list[str]:
    """The names of the articles, in the order of `articles`; each begins with its outlet."""
    return list(_chosen(part))


def _chosen(part: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in sorted((part / "attributions").glob("*.ann")):
        found.setdefault(path.stem.rpartition("_")[0], path)
    return found


def _annotations(standoff: str, text: str) -> Iterator[Told]:
    places: dict[str, tuple[Place, ...]] = {}
    events = []
    for line in standoff.split("\n"):
        cells = line.rstrip("\r").split("\t")
        if len(cells) > 1 and cells[0].startswith("T"):
            offsets = cells[1].split(" ", 1)[1].split(";")
            places[cells[0]] = tuple((int(a), int(b)) for a, b in (o.split() for o in offsets))
        elif len(cells) > 1 and cells[0].startswith("E"):
            events.append(cells[1].split()[1:])
    for event in events:
        parts: dict[str, tuple[Place, ...]] = dict.fromkeys(KINDS, ())
        for argument in event:
            kind, _, ident = argument.partition(":")
            kind = kind.rstrip("0123456789").lower()
            if kind in parts:
                parts[kind] += places.get(ident, ())
        if parts["cue"] and parts["content"]:
            yield Told(
                parts["source"], parts["cue"], parts["content"], _kind(text, parts["content"])
            )


_MARKS = '"“”«»'


def _kind(text: str, contents: Sequence[Place]) -> str:
    words = " ".join(text[a:b] for a, b in contents).strip(" ,.;:—–-\n")
    words = words.replace("``", "“").replace("''", "”")
    if not any(mark in words for mark in _MARKS):
        return "indirect"
    return "direct" if words[0] in _MARKS and words[-1] in _MARKS else "mixed"


def told(text: str, analysis: Analysis) -> list[Told]:
    """The attributions of an analysis in character places."""
    tokens = analysis.tokens

    def places(ranges: Sequence[Place]) -> tuple[Place, ...]:
        return tuple((tokens[a].start, tokens[b - 1].end) for a, b in ranges)

    return [
        Told(
            places(one.sources),
            places(one.cues),
            places(one.contents),
            _kind(text, places(one.contents)),
            one.score,
        )
        for one in analysis.attributions
    ]


def matched(found: Sequence[Told], gold: Sequence[Told]) -> list[tuple[int, int]]:
    """Pairs of attributions of which all roles overlap, each used once, in order of the text."""
    free = set(range(len(gold)))
    pairs = []
    for number, one in enumerate(found):
        for other in sorted(free):
            if _same(one, gold[other]):
                free.remove(other)
                pairs.append((number, other))
                break
    return pairs


def _same(one: Told, other: Told) -> bool:
    """Whether all roles overlap; a source missing on one side must be missing on both."""
    sources = _overlap(one.sources, other.sources) or not (one.sources or other.sources)
    return sources and _overlap(one.cues, other.cues) and _overlap(one.contents, other.contents)


def _overlap(one: Sequence[Place], other: Sequence[Place]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def calibration_error(scored: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """The mean distance of score and share right, over bins of score, weighted by their size."""
    if not scored:
        return 0.0
    error = 0.0
    for number in range(bins):
        inside = [
            pair for pair in scored if number <= min(pair[0] * bins, bins - 1e-9) < number + 1
        ]
        if inside:
            mean = sum(score for score, _ in inside) / len(inside)
            right = sum(hit for _, hit in inside) / len(inside)
            error += abs(mean - right) * len(inside) / len(scored)
    return error

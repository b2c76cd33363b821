"""Arguments of PropBank-EWT's predicates, on gold words."""

import json
from pathlib import Path
from typing import Any

from evaluation.corpora import Row, Tally, need, one_of
from evaluation.syntax import model
from evaluation.treebanks import TreebankDocument, documents
from hearsay.model import Frame

ROLES = ("ARG0", "ARG1", "ARG2", "LOC", "TMP", "NEG", "MOD")

Argument = tuple[int, str, int, int]


def measure(root: Path) -> list[Row]:
    """F1 of spans with their role, for gold predicates and for those the model finds."""
    frames = _frames(one_of(need(root, "roles/propbank-ewt"), "*-dev.jsonl", "*-test.jsonl"))
    treebank = need(root, "syntax/ud-english-ewt")
    gold = [_gold(d, frames) for d in documents(one_of(treebank, "*-dev.conllu", "*-test.conllu"))]
    given = model().analyse_words(d.cut(tuple(sorted(p))) for d, p, _ in gold)
    alone = model().analyse_words(d.cut() for d, _, _ in gold)
    all_, found, predicates = Tally(), Tally(), Tally()
    by_role = {role: Tally() for role in ROLES}
    for (_, heads, arguments), one, other in zip(gold, given, alone, strict=True):
        mine = _arguments(one.frames)
        all_.add(mine, arguments)
        for role, tally in by_role.items():
            tally.add({a for a in mine if a[1] == role}, {a for a in arguments if a[1] == role})
        found.add(_arguments(other.frames), arguments)
        predicates.add({frame.predicate for frame in other.frames}, heads)
    rows = [("f1", all_), ("f1_own_predicates", found), ("predicate_f1", predicates)]
    rows += [(f"f1_{role.lower()}", tally) for role, tally in by_role.items()]
    return [Row("roles", "propbank-ewt", figure, tally.f1) for figure, tally in rows]


def _frames(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as lines:
        return {row["sid"]: row for row in map(json.loads, lines)}


def _gold(
    document: TreebankDocument, frames: dict[str, Any]
) -> tuple[TreebankDocument, set[Any], set[Any]]:
    """A document with its gold predicates and arguments, by word number."""
    predicates: set[int] = set()
    arguments: set[Argument] = set()
    for sid, base in zip(document.sids, document.starts, strict=True):
        for predicate in frames.get(sid, {"preds": ()})["preds"]:
            at = base + predicate["i"]
            predicates.add(at)
            for first, last, role in predicate["args"]:
                label = role.removeprefix("ARGM-")
                if label in ROLES:
                    arguments.add((at, label, base + first, base + last))
    return document, predicates, arguments


def _arguments(frames: tuple[Frame, ...]) -> set[Any]:
    return {(f.predicate, role.label, role.first, role.last) for f in frames for role in f.roles}

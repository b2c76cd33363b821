"""The English Web Treebank with UNER's names and PropBank's roles on the same words."""

import json
from collections.abc import Iterator
from typing import Any

from training import labels
from training.corpora.files import ROOT, spans
from training.corpora.treebanks import Parsed, conllu
from training.documents import Training

UNMARKED = ("nationality", "event", "weapon", "other")


def ewt(part: str) -> list[Training]:
    """Its documents; a sentence whose words a corpus cuts otherwise goes without its labels."""
    parsed = _parsed(part)
    names = dict(_uner(part))
    frames = _frames(part)
    for document, sentences, _ in parsed:
        document.names = [-1] * len(document.words)
        document.frames, document.framed = [], [False] * len(document.words)
        for (sid, base), (first, last) in zip(sentences, document.sentences(), strict=True):
            words, xpos = document.words[first:last], document.xpos[first:last]
            if len(names.get(sid, ())) == len(words):
                document.names[first:last] = _uner_sets(words, names[sid], xpos)
            row = frames.get(sid)
            if row and len(row["w"]) == len(words):
                document.framed[first:last] = [True] * len(words)
                document.frames += [
                    (base + predicate["i"], _role_tags(predicate["args"], base))
                    for predicate in row["preds"]
                ]
    return [each.document for each in parsed]


def ewt_names(part: str) -> dict[str, list[str]]:
    """UNER's own tags of each document, one a word."""
    names = dict(_uner(part))
    return {
        document.name: [tag for sid, _ in sentences for tag in names[sid]]
        for document, sentences, _ in _parsed(part)
    }


def _parsed(part: str) -> list[Parsed]:
    return conllu(ROOT / f"syntax/ud-english-ewt/en_ewt-ud-{part}.conllu")


def _frames(part: str) -> dict[str, Any]:
    """PropBank's predicates and arguments by the id of their sentence."""
    path = ROOT / f"roles/propbank-ewt/ewt-srl-{part}.jsonl"
    with path.open(encoding="utf-8") as lines:
        return {row["sid"]: row for row in map(json.loads, lines)}


def _role_tags(arguments: list[tuple[int, int, str]], base: int) -> dict[int, str]:
    tags: dict[int, str] = {}
    for first, last, role in arguments:
        label = role.removeprefix("ARGM-")
        if label in labels.ROLES:
            for number in range(first, last):
                tags[base + number] = f"{'B' if number == first else 'I'}-{label}"
    return tags


def _uner(part: str) -> Iterator[tuple[str, list[str]]]:
    sid, tags = "", []
    for line in (ROOT / f"names/uner-ewt/en_ewt-ud-{part}.iob2").read_text("utf-8").split("\n"):
        if line.startswith("# sent_id"):
            sid = line.split("=")[-1].strip()
        elif line[:1].isdigit():
            tags.append(line.split("\t")[2])
        elif not line and tags:
            yield sid, tags
            tags = []


def _uner_sets(words: list[str], tags: list[str], xpos: list[str]) -> list[int]:
    """UNER labels persons, organisations and places; its OTH is whatever else is a name."""
    people = labels.countries()[1]
    sets = []
    for word, tag in zip(words, xpos, strict=True):
        demonym = (
            word[:1].isupper()
            and labels.key(word) in people
            and tag in ("JJ", "NNP", "NNPS", "NNS")
        )
        sets.append(labels.allowed(("nationality",), 1)[0] if demonym else labels.outside(UNMARKED))
    table = {"PER": ("person",), "ORG": ("organization",)}
    for first, last, label in spans(tags):
        inside = words[first:last]
        if label == "LOC":
            sets[first:last] = labels.allowed(labels.place_labels(inside), last - first)
        elif label in table:
            sets[first:last] = labels.allowed(table[label], last - first)
        elif label == "OTH":
            sets[first:last] = labels.allowed(labels.other_labels(inside), last - first, maybe=True)
    return sets

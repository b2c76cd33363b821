"""PolNeAR: attribution by one annotator a page, and machine-made names."""

import gzip
import json
from bisect import bisect_left, bisect_right
from pathlib import Path
from typing import Any

from hearsay.language.tokens import hyphen_parts
from training import labels
from training.corpora.files import ROOT, spans
from training.documents import Segment, Training

SILVER = {"PERSON": ("person",), "ORGANIZATION": ("organization", "facility")}


def polnear(part: str) -> list[Training]:
    """PolNeAR with its attribution (one annotator a page) and its machine-made names."""
    folder = ROOT / "attribution/polnear" / part
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rsplit("_", 1)[0], path)
    documents = []
    with gzip.open(ROOT / f"names/polnear-silver/{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["doc"] in annotations:
                with (folder / "text" / f"{row['doc']}.txt").open(
                    encoding="utf-8", newline=""
                ) as file:
                    text = file.read()
                documents.append(_article(row, text, annotations[row["doc"]]))
    return documents


def _article(row: dict[str, Any], text: str, annotation: Path) -> Training:
    document = Training(row["doc"], [], [], [], [], name_weight=0.3)
    places: list[Segment] = []
    at = 0
    for sentence in row["sentences"]:
        words = [text[b:e] for b, e in zip(sentence["b"], sentence["e"], strict=True)]
        sets = _silver_sets(words, sentence["ner"])
        fresh = True
        for b, word, chosen in zip(sentence["b"], words, sets, strict=True):
            for number, (first, last) in enumerate(hyphen_parts(word)):
                start, end = b + first, b + last
                if not text[start:end].strip():
                    continue
                gap = text[at:start]
                document.words.append(text[start:end])
                document.spaced.append(not at or bool(gap))  # type: ignore[union-attr]
                document.starts.append(fresh)
                document.paragraphs.append(not at or "\n" in gap)
                document.names.append(chosen if not number or chosen < 0 else _inner(chosen))
                places.append((start, end))
                fresh, at = False, end
    document.links = _links(annotation, places)
    document.attribution = ["O"] * len(places)
    for link in document.links:
        for kind, segments in zip(("source", "cue", "content"), link, strict=True):
            for first, last in segments:
                document.attribution[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (
                    last - first - 1
                )
    return document


def _inner(number: int) -> int:
    tags = list(labels.ALLOWED.sets)[number]
    return labels.ALLOWED.number(*(f"I{tag[1:]}" if tag[0] == "B" else tag for tag in tags))


def _silver_sets(words: list[str], tags: list[str]) -> list[int]:
    """Machine-made names; a headline in capitals teaches nothing, nor do doubtful kinds."""
    letters = [word for word in words if word[:1].isalpha()]
    if letters and sum(word[0].isupper() for word in letters) > 0.6 * len(letters):
        return [-1] * len(words)
    sets = [labels.outside()] * len(words)
    for first, last, label in spans(["O" if tag == "O" else f"I-{tag}" for tag in tags]):
        inside = words[first:last]
        if label == "LOCATION":
            sets[first:last] = labels.allowed(labels.place_labels(inside), last - first)
        elif label == "MISC":
            sets[first:last] = labels.allowed(labels.other_labels(inside), last - first)
        elif label in SILVER:
            sets[first:last] = labels.allowed(SILVER[label], last - first)
    return sets


def _links(
    path: Path, places: list[Segment]
) -> list[tuple[list[Segment], list[Segment], list[Segment]]]:
    texts: dict[str, list[Segment]] = {}
    events = []
    with path.open(encoding="utf-8", newline="") as file:
        for line in file.read().split("\n"):
            fields = line.rstrip("\r").split("\t")
            if fields[0].startswith("T") and len(fields) > 1:
                offsets = fields[1].split(" ", 1)[1]
                texts[fields[0]] = [tuple(map(int, part.split())) for part in offsets.split(";")]  # type: ignore[misc]
            elif fields[0].startswith("E") and len(fields) > 1:
                events.append(fields[1].split())
    links = []
    for event in events:
        parts: dict[str, list[Segment]] = {"Source": [], "Cue": [], "Content": []}
        for argument in event[1:]:
            kind, _, ident = argument.partition(":")
            kind = kind.rstrip("0123456789")
            if kind in parts:
                parts[kind] += [s for piece in texts.get(ident, ()) for s in _words(piece, places)]
        links.append((sorted(parts["Source"]), sorted(parts["Cue"]), sorted(parts["Content"])))
    return links


def _words(piece: Segment, places: list[Segment]) -> list[Segment]:
    first = bisect_right(places, piece[0], key=lambda place: place[1])
    last = bisect_left(places, piece[1], key=lambda place: place[0])
    return [(first, last)] if first < last else []

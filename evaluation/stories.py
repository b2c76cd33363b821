"""Stories against BASIL: three outlets' articles on one event make one story.

Measured on whole pages read as they are, with the day given and with no day at all.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from evaluation.clusterings import b3, clusters
from evaluation.corpora import Row, need
from evaluation.syntax import model
from hearsay.model import DateEvidence, Document, Interval, PartialDate, Reading, content_id
from hearsay.reading import read
from hearsay.resolve import resolve


def measure(root: Path) -> list[Row]:
    gold: dict[str, str] = {}
    readings: list[Reading] = []
    for document, triplet in _articles(need(root, "stories/basil")):
        gold[document.id] = triplet
        readings.append(read(document, model().analyse(document.text)))
    return [
        Row("stories", "basil", "b3_f1", _b3(readings, gold)),
        Row("stories", "basil-undated", "b3_f1", _b3([_undated(r) for r in readings], gold)),
    ]


def _articles(folder: Path) -> Iterator[tuple[Document, str]]:
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        text = "\n\n".join(" ".join(paragraph) for paragraph in told["body-paragraphs"])
        sha = content_id("bytes", path.name)
        yield (
            Document(
                id=content_id("document", sha),
                source=path.name,
                sha256=sha,
                text=text,
                title=told["title"],
                outlet=told["source"],
                dates=(_evidence(told["date"]),),
            ),
            told["triplet-uuid"],
        )


def _evidence(iso: str) -> DateEvidence:
    day = date.fromisoformat(iso)
    said = PartialDate(day.year, day.month, day.day)
    return DateEvidence("given", iso, Interval.day(day), said)


def _undated(reading: Reading) -> Reading:
    return replace(reading, document=replace(reading.document, dates=()))


def _b3(readings: list[Reading], gold: Mapping[str, str]) -> float:
    found = [frozenset(story.documents) for story in resolve(readings).stories]
    return b3(found, clusters(gold))

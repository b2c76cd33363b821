"""Corpora that have names alone, each with the kinds its labels may stand for."""

import re
from collections.abc import Callable, Sequence

from training import labels
from training.corpora.ewt import UNMARKED
from training.corpora.files import ROOT, columns, spans
from training.documents import Training

Sentence = tuple[list[str], list[str]]
"""Words and their tags."""

Kinds = Callable[[str, list[str]], tuple[tuple[str, ...], bool] | None]
"""From a label and its words to the kinds it may stand for, and whether it may be no name."""

CROSSNER = {
    "person": ("person",),
    "politician": ("person",),
    "politicalparty": ("organization",),
    "organisation": ("organization",),
    "election": ("event",),
    "event": ("event",),
}
RE3D = {
    "Organisation": ("organization",),
    "Person": ("person",),
    "Weapon": ("weapon",),
    "MilitaryPlatform": ("weapon",),
    "Nationality": ("nationality",),
}
PLAIN = {"PER": ("person",), "ORG": ("organization",)}
STATE_OR_GOVERNMENT = ("state", "organization")
_FUNCTION = re.compile(
    "the|an?|we|they|s?he|it|i|you|his|her|their|our|its|th(?:is|ese|ose)|some|all|many"
)


def crossner(part: str) -> list[Training]:
    return named(
        f"crossner-{part}", columns(ROOT / f"names/crossner-politics/{part}.txt"), _crossner_labels
    )


def _crossner_labels(label: str, words: list[str]) -> tuple[tuple[str, ...], bool] | None:
    if label == "country":
        return ("state",), False
    if label == "location":
        return labels.place_labels(words), False
    if label == "misc":
        return labels.other_labels(words), False
    return (CROSSNER[label], False) if label in CROSSNER else None


def re3d(part: str) -> list[Training]:
    """The defence corpus: its last seventh is kept for measuring."""
    sentences = columns(ROOT / "names/re3d/train/re3d-train.conll")
    cut = len(sentences) * 6 // 7
    chosen = sentences[:cut] if part == "train" else sentences[cut:]
    return named(f"re3d-{part}", chosen, _re3d_labels)


def _re3d_labels(label: str, words: list[str]) -> tuple[tuple[str, ...], bool] | None:
    """Descriptions count as mentions there: without a capital it may be no name of ours."""
    plain = not any(word[:1].isupper() and not _FUNCTION.fullmatch(word.lower()) for word in words)
    if label == "Location":
        return labels.place_labels(words), plain
    if label == "Organisation" and labels.key(" ".join(words)) in labels.countries()[0]:
        return STATE_OR_GOVERNMENT, plain
    return (RE3D[label], plain) if label in RE3D else None


def wikigold() -> list[Training]:
    return named("wikigold", columns(ROOT / "names/wikigold/wikigold.conll.txt"), _plain_labels)


def btc() -> list[Training]:
    sentences = [pair for part in "abefgh" for pair in columns(ROOT / f"names/btc/{part}.conll")]
    return named("btc", sentences, _plain_labels, unmarked=UNMARKED)


def _plain_labels(label: str, words: list[str]) -> tuple[tuple[str, ...], bool] | None:
    if label == "LOC":
        return labels.place_labels(words), False
    if label == "MISC":
        return labels.other_labels(words), False
    return (PLAIN[label], False) if label in PLAIN else None


def named(
    name: str,
    sentences: Sequence[Sentence],
    kinds: Kinds,
    *,
    unmarked: tuple[str, ...] = (),
) -> list[Training]:
    """Documents of about twenty sentences each."""
    documents = []
    for start in range(0, len(sentences), 20):
        document = Training(f"{name}-{start}", [], None, [], [])
        for words, tags in sentences[start : start + 20]:
            sets = [labels.outside(unmarked)] * len(words)
            for first, last, label in spans(tags):
                if words[first].lower() == "the" and name.startswith("re3d") and last - first > 1:
                    first += 1
                choice = kinds(label, words[first:last])
                if choice:
                    sets[first:last] = labels.allowed(choice[0], last - first, maybe=choice[1])
            document.words += words
            document.names += sets
            document.starts += [number == 0 for number in range(len(words))]
            document.paragraphs += [number == 0 for number in range(len(words))]
        documents.append(document)
    return documents

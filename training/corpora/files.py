"""Where the corpora are, and files of one word a line."""

import os
from pathlib import Path

ROOT = Path(os.environ.get("HEARSAY_CORPORA", "../shared/corpora"))


def columns(path: Path, *, word: int = 0, tag: int = -1) -> list[tuple[list[str], list[str]]]:
    """Sentences of a file with one word a line and its tag, each in its column."""
    sentences, words, tags = [], [], []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        parts = line.rstrip("\r").split("\t" if "\t" in line else " ")
        if len(parts) > 1 and not line.startswith("# ") and parts[word] != "-DOCSTART-":
            words.append(parts[word] or "_")
            tags.append(parts[tag])
        elif words:
            sentences.append((words, tags))
            words, tags = [], []
    return sentences


def spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """Half-open spans of IOB1 or IOB2 tags with their labels."""
    found: list[tuple[int, int, str]] = []
    for number, tag in enumerate(tags):
        if tag in ("O", "-", "_"):
            continue
        label = tag[2:]
        if tag[0] == "I" and found and found[-1][1] == number and found[-1][2] == label:
            found[-1] = (found[-1][0], number + 1, label)
        else:
            found.append((number, number + 1, label))
    return found

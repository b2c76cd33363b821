"""Documents of a treebank, with the numbers of their sentences and what stands beside each word."""

from pathlib import Path
from typing import NamedTuple

from training.documents import Training


class Parsed(NamedTuple):
    """A document, the id of each sentence with its first word, and the last column by word."""

    document: Training
    sentences: list[tuple[str, int]]
    misc: list[str]


def conllu(path: Path) -> list[Parsed]:
    """The documents of a treebank file."""
    found: list[Parsed] = []
    sentence: list[list[str]] = []
    paragraph = True
    sid = ""
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# newdoc") or not found:
            name = line.split("=")[-1].strip()
            found.append(Parsed(Training(name, [], [], [], [], gold_starts=True), [], []))
        if line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id"):
            sid = line.split("=")[-1].strip()
        elif line[:1].isdigit():
            sentence.append(line.split("\t"))
        elif not line and sentence:
            found[-1].sentences.append((sid, len(found[-1].document.words)))
            _add(found[-1], sentence, paragraph)
            sentence, paragraph = [], False
    return found


def _add(parsed: Parsed, rows: list[list[str]], paragraph: bool) -> None:
    """Adds one sentence; spacing inside a multiword token is none."""
    document = parsed.document
    base = len(document.words)
    joined: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            joined.update((number, False) for number in range(first, last))
            joined[last] = "SpaceAfter=No" not in row[9]
    words = [row for row in rows if row[0].isdigit()]
    space = True
    for number, row in enumerate(words):
        document.words.append(row[1])
        document.spaced.append(space)  # type: ignore[union-attr]
        space = joined.get(int(row[0]), "SpaceAfter=No" not in row[9])
        document.starts.append(number == 0)
        document.paragraphs.append(number == 0 and paragraph)
        document.lemmas.append(row[2])
        document.upos.append(row[3])
        document.xpos.append(row[4])
        document.heads.append(base + (int(row[6]) - 1 if row[6] != "0" else number))
        document.deprels.append(row[7])
        parsed.misc.append(row[9])

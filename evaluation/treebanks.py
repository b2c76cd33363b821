"""Treebank documents: their gold words, and their raw text with places."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hearsay.language.encoding import Cut

Place = tuple[int, int]


@dataclass(slots=True)
class Word:
    form: str
    upos: str
    xpos: str
    lemma: str
    head: int  # the number of a word in the document; its own for a root
    deprel: str
    place: Place | None = None


@dataclass(slots=True)
class TreebankDocument:
    """`sids` and `starts` run over sentences; `paragraphs` numbers sentences that begin one."""

    name: str
    words: list[Word] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    sids: list[str] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)
    spaced: list[bool] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def cut(self, predicates: tuple[int, ...] | None = None) -> Cut:
        begins = set(self.starts)
        fresh = {self.starts[number] for number in self.paragraphs} | {0}
        return Cut(
            tuple(word.form for word in self.words),
            tuple(self.spaced),
            tuple(number in begins for number in range(len(self.words))),
            tuple(number in fresh for number in range(len(self.words))),
            predicates,
        )

    def raw(self) -> tuple[str, list[Place], list[int]]:
        """The text, blank lines between paragraphs; places of words; starts of sentences."""
        text, begins = "", []
        places: list[Place] = []
        edges = [*self.starts, len(self.words)]
        for number, own in enumerate(self.texts):
            if text:
                text += "\n\n" if number in self.paragraphs else " "
            begins.append(len(text))
            at = len(text)
            text += own
            for word in self.words[edges[number] : edges[number + 1]]:
                found = text.find(word.form, at)
                # A typo that the treebank mends has no place of its own.
                found = at if found < 0 else found
                places.append((found, found + len(word.form)))
                at = min(found + len(word.form), len(text))
        return text, places, begins


def documents(path: Path) -> Iterator[TreebankDocument]:
    """The documents of a CoNLL-U file."""
    document = TreebankDocument("")
    rows: list[list[str]] = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# newdoc"):
            if document.words:
                yield document
            document = TreebankDocument(line.rpartition("=")[2].strip())
        elif line.startswith("# newpar"):
            document.paragraphs.add(len(document.starts))
        elif line.startswith("# sent_id"):
            document.sids.append(line.partition("=")[2].strip())
        elif line.startswith("# text ="):
            document.texts.append(line.partition("=")[2].strip())
        elif line[:1].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            _add(document, rows)
            rows = []
    if document.words:
        yield document


def _add(document: TreebankDocument, rows: list[list[str]]) -> None:
    base = len(document.words)
    document.starts.append(base)
    after = _spaces(rows)
    space = True
    for row in rows:
        if not row[0].isdigit():
            continue
        number = len(document.words)
        head = number if row[6] == "0" else base + int(row[6]) - 1
        document.words.append(Word(row[1], row[3], row[4], row[2], head, row[7]))
        document.spaced.append(space)
        space = after[int(row[0])]


def _spaces(rows: list[list[str]]) -> dict[int, bool]:
    """Whether white space follows each word; inside a multiword token none does."""
    after: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            after.update(dict.fromkeys(range(first, last), False))
            after[last] = "SpaceAfter=No" not in row[9]
        elif row[0].isdigit():
            after.setdefault(int(row[0]), "SpaceAfter=No" not in row[9])
    return after

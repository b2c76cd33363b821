"""Names of persons, organisations and places on gold words of several corpora, and by type."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import Row, Tally, columns, need, one_of, spans
from evaluation.syntax import model
from evaluation.treebanks import documents
from hearsay.language.encoding import Cut
from hearsay.model import Analysis

OURS = {
    "person": "person",
    "organization": "organization",
    "state": "place",
    "place": "place",
    "facility": "place",
    "nationality": "nationality",
    "weapon": "weapon",
    "event": "event",
}
CORE = ("person", "organization", "place")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set's labels by ours; others are not scored. `more` are types beyond the core."""

    table: dict[str, str]
    more: tuple[str, ...] = ()


PLAIN = Corpus({"PER": "person", "ORG": "organization", "LOC": "place"})
POLITICS = Corpus(
    {
        "person": "person",
        "politician": "person",
        "organisation": "organization",
        "politicalparty": "organization",
        "location": "place",
        "country": "place",
        "election": "event",
        "event": "event",
    },
    ("event",),
)
DEFENCE = Corpus(
    {
        "Person": "person",
        "Organisation": "organization",
        "Location": "place",
        "Weapon": "weapon",
        "MilitaryPlatform": "weapon",
        "Nationality": "nationality",
    },
    ("weapon", "nationality"),
)

Sentence = tuple[list[str], list[str]]


def measure(root: Path) -> list[Row]:
    rows = []
    for name, corpus, texts in _sets(root):
        rows += _score(name, corpus, texts)
    return rows


def _sets(root: Path) -> Iterator[tuple[str, Corpus, list[tuple[Cut, list[str]]]]]:
    conll = one_of(need(root, "names/conll2003"), "val.conllu", "test*.conllu")
    yield "conll2003", PLAIN, list(_loose(_tagged(conll, 1, 2)))
    yield "uner-ewt", PLAIN, _uner(root)
    politics = one_of(need(root, "names/crossner-politics"), "dev.txt", "test.txt")
    yield "crossner-politics", POLITICS, list(_loose(_tagged(politics, 0, -1)))
    folder = need(root, "names/re3d")
    defence = list(_tagged(one_of(folder, "dev/*.conll", "test/*.conll", "train/*.conll"), 0, -1))
    if not (folder / "test").exists() and not (folder / "dev").exists():
        # Only the training part is there: its last seventh was kept from training.
        defence = defence[len(defence) * 6 // 7 :]
    yield "re3d", DEFENCE, list(_loose(defence))


def _tagged(path: Path, word: int, tag: int) -> Iterator[Sentence]:
    for sentence in columns(path):
        if sentence[0][0] != "-DOCSTART-":
            yield [cells[word] for cells in sentence], [cells[tag] for cells in sentence]


def _uner(root: Path) -> list[tuple[Cut, list[str]]]:
    """UNER's tags on the documents of the treebank they were made on."""
    tags = _by_sentence(one_of(need(root, "names/uner-ewt"), "*-dev.iob2", "*-test.iob2"))
    own = documents(one_of(need(root, "syntax/ud-english-ewt"), "*-dev.conllu", "*-test.conllu"))
    texts = []
    for document in own:
        found = ["O"] * len(document.words)
        edges = [*document.starts, len(document.words)]
        for number, sid in enumerate(document.sids):
            first, last = edges[number], edges[number + 1]
            # A few sentences were cut otherwise in one of the two.
            found[first:last] = (tags.get(sid, []) + ["O"] * (last - first))[: last - first]
        texts.append((document.cut(), found))
    return texts


def _by_sentence(path: Path) -> dict[str, list[str]]:
    """The tags of UNER's sentences by their id."""
    found: dict[str, list[str]] = {}
    own: list[str] = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# sent_id"):
            own = found.setdefault(line.partition("=")[2].strip(), [])
        elif line[:1].isdigit():
            own.append(line.split("\t")[2])
    return found


def _loose(sentences: Iterable[Sentence], together: int = 20) -> Iterator[tuple[Cut, list[str]]]:
    """Texts of some sentences each, every sentence a paragraph."""
    listed = list(sentences)
    for start in range(0, len(listed), together):
        words: list[str] = []
        tags: list[str] = []
        starts: list[bool] = []
        for own_words, own_tags in listed[start : start + together]:
            words += own_words
            tags += own_tags
            starts += [True] + [False] * (len(own_words) - 1)
        yield Cut(tuple(words), None, tuple(starts), tuple(starts)), tags


def _score(name: str, corpus: Corpus, texts: list[tuple[Cut, list[str]]]) -> list[Row]:
    kinds = (*CORE, *corpus.more)
    tallies = {kind: Tally() for kind in kinds}
    together = Tally()
    analyses = model().analyse_words(cut for cut, _ in texts)
    for (_, tags), analysis in zip(texts, analyses, strict=True):
        gold = {(a, b, corpus.table.get(label)) for a, b, label in spans(tags)}
        found = _found(analysis)
        for kind, tally in tallies.items():
            mine = {span for span in found if span[2] == kind}
            theirs = {span for span in gold if span[2] == kind}
            tally.add(set(mine), set(theirs))
            if kind in CORE:
                together.add(set(mine), set(theirs))
    rows = [Row("names", name, "f1", together.f1)]
    return rows + [Row("names", name, f"f1_{kind}", tally.f1) for kind, tally in tallies.items()]


def _found(analysis: Analysis) -> set[tuple[int, int, str | None]]:
    return {(name.first, name.last, OURS.get(name.label)) for name in analysis.names}

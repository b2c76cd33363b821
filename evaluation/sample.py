"""A fixed sample of the corpora: of each set the documents whose hashes come first.

`laid_out` makes a folder like that of the corpora, with fewer documents, so that every benchmark
measures the sample as it measures the whole.

A sample reads some points higher or lower than its set, by the same amount as long as the model is
the same: with 300 things to find, of which 80% are found, one standard error is 2.3 points.
`TOLERANCE` allows for that: a figure of a sample fails when it is more than so many points below
the floor of the whole set. `LOOSE` names sets that need a tolerance of their own.
"""

import gzip
import io
import json
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evaluation.corpora import Row

TOLERANCE = 3.0
LOOSE = {("dating", "all"): math.inf}  # one topic tells nothing of all

Unit = tuple[str, str]
"""What decides of a piece's hash, and the piece's text."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a file falls into documents, and how some of them make a file again."""

    split: Callable[[str], Iterator[Unit]]
    head: str = ""
    between: str = ""
    tail: str = ""


def _beginning(mark: str) -> Callable[[str], Iterator[Unit]]:
    """Splits before every line that holds a mark."""

    def split(text: str) -> Iterator[Unit]:
        own: list[str] = []
        for line in io.StringIO(text):
            if mark in line and own:
                yield "".join(own), "".join(own)
                own = []
            own.append(line)
        if own:
            yield "".join(own), "".join(own)

    return split


def _sentences(text: str) -> Iterator[Unit]:
    yield from ((one, one) for one in text.split("\n\n"))


def _items(text: str) -> Iterator[Unit]:
    """Lines of JSON, those of one document together."""
    yield from ((str(json.loads(line)["id"]), line) for line in io.StringIO(text))


def _mentions(text: str) -> Iterator[Unit]:
    """A list of mentions, those of one topic together: stories are never halved."""
    yield from ((str(one["doc_id"]).partition("_")[0], json.dumps(one)) for one in json.loads(text))


TREEBANK = Form(_beginning("# newdoc"))
MENTIONS = Form(_mentions, head="[", between=",", tail="]")

# Files that are cut: pattern, share of the documents kept, form.
FILES: tuple[tuple[str, float, Form], ...] = (
    ("syntax/ud-english-ewt/*-dev.conllu", 0.5, TREEBANK),
    ("names/conll2003/val.conllu", 0.6, Form(_beginning("-DOCSTART-"))),
    ("names/crossner-politics/dev.txt", 0.5, Form(_sentences, between="\n\n")),
    ("attribution/polnear-bio/valid.txt", 0.4, Form(_items)),
    ("coreference/ecbplus-dev.json.gz", 0.4, MENTIONS),
    ("coreference/newswcl50/event_mentions.json", 0.3, MENTIONS),
)
# Folders with a file or more for a document: pattern, share, what in a name tells the document.
FOLDERS: tuple[tuple[str, float, Callable[[str], str]], ...] = (
    ("attribution/polnear/dev/text/*.txt", 0.4, lambda name: name.removesuffix(".txt")),
    ("attribution/polnear/dev/attributions/*.ann", 0.4, lambda name: name.rpartition("_")[0]),
    ("times/timebank/*.tml", 0.3, str),
    ("stories/basil/*.json", 0.3, lambda name: name.partition("_")[0]),
)
# As they are: small sets, the one treebank with news, tables that go by a cut file's sentences, and
# one topic of undated pages, since pages are dated by their neighbours.
WHOLE = (
    "syntax/ud-english-gum/*-dev.conllu",
    "times/aquaint",
    "events/*_dev.tsv",
    "events/case2021",
    "dating/timeline17/H1N1_guardian",
    "names/uner-ewt/*-dev.iob2",
    "names/re3d",
    "roles/propbank-ewt/*-dev.jsonl",
    "coreference/ecbplus-docs",
    "coreference/newswcl50/NewsWCL50.conll",
)


def tolerance(row: Row) -> float:
    """How many points a figure of a sample may be below the floor of the whole set."""
    return LOOSE.get((row.benchmark, row.set), TOLERANCE)


def laid_out(root: Path, into: Path) -> Path:
    """Fills `into` with the sample of the corpora in `root`; what is missing there is left out."""
    for pattern, share, form in FILES:
        for path in sorted(root.glob(pattern)):
            _write(_place(path, root, into), cut(_read(path), share, form))
    for pattern, share, document in FOLDERS:
        paths = sorted(root.glob(pattern))
        kept = first_hashes((document(path.name) for path in paths), share)
        _link((path for path in paths if document(path.name) in kept), root, into)
    for pattern in WHOLE:
        _link(root.glob(pattern), root, into)
    return into


def cut(text: str, share: float, form: Form) -> str:
    """A file's text with a share of its documents, in their order."""
    units = list(form.split(text))
    kept = first_hashes((key for key, _ in units), share)
    return form.head + form.between.join(piece for key, piece in units if key in kept) + form.tail


def first_hashes(keys: Iterable[str], share: float) -> frozenset[str]:
    """The share of the keys, rounded up, whose SHA-256 comes first."""
    ranked = sorted(set(keys), key=lambda key: sha256(key.encode()).digest())
    return frozenset(ranked[: math.ceil(share * len(ranked))])


def _place(path: Path, root: Path, into: Path) -> Path:
    place = into / path.relative_to(root)
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def _link(paths: Iterable[Path], root: Path, into: Path) -> None:
    for path in paths:
        _place(path, root, into).symlink_to(path.resolve())


def _read(path: Path) -> str:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")


def _write(path: Path, text: str) -> None:
    data = text.encode("utf-8")
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)

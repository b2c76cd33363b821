"""Reads the corpora into training documents. None of their text is kept in the project."""

import gzip
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from hearsay.language.tokens import hyphen_parts
from training import labels
from training.documents import Segment, Training

ROOT = Path(os.environ.get("HEARSAY_CORPORA", "../shared/corpora"))
NONCOMMERCIAL = ("GUM_whow", "GUM_fiction")  # CC BY-NC-SA by the treebank's licence file
_UNMARKED = ("nationality", "event", "weapon", "other")


def conllu(path: Path) -> list[Training]:
    """The documents of a treebank file."""
    documents: list[Training] = []
    sids: list[list[tuple[str, int]]] = []
    current: Training | None = None
    sentence: list[list[str]] = []
    paragraph = True
    sid = ""
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# newdoc") or current is None:
            current = Training(line.split("=")[-1].strip(), [], [], [], [], gold_starts=True)
            documents.append(current)
            MISC[current.name] = []
            sids.append([])
        if line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id"):
            sid = line.split("=")[-1].strip()
        elif line[:1].isdigit():
            sentence.append(line.split("\t"))
        elif not line and sentence:
            sids[-1].append((sid, len(current.words)))
            _add(current, sentence, paragraph)
            sentence, paragraph = [], False
    for document, places in zip(documents, sids, strict=True):
        SENTENCES[document.name] = places
    return documents


SENTENCES: dict[str, list[tuple[str, int]]] = {}
MISC: dict[str, list[str]] = {}


def _add(document: Training, rows: list[list[str]], paragraph: bool) -> None:
    """Adds one sentence; spacing inside a multiword token is none."""
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
        MISC[document.name].append(row[9])


def ewt(part: str) -> list[Training]:
    """English Web Treebank with UNER's names and PropBank's roles on the same words."""
    documents = conllu(ROOT / f"syntax/ud-english-ewt/en_ewt-ud-{part}.conllu")
    names = dict(_uner(part))
    frames = {
        row["sid"]: row
        for row in map(
            json.loads, (ROOT / f"roles/propbank-ewt/ewt-srl-{part}.jsonl").open(encoding="utf-8")
        )
    }
    for document in documents:
        document.names = [-1] * len(document.words)
        document.frames, document.framed = [], [False] * len(document.words)
        for (sid, base), (first, last) in zip(
            SENTENCES[document.name], document.sentences(), strict=True
        ):
            words = document.words[first:last]
            if len(names.get(sid, ())) == len(words):
                document.names[first:last] = _uner_sets(
                    words, names[sid], document.xpos[first:last]
                )
            row = frames.get(sid)
            if row and len(row["w"]) == len(words):
                document.framed[first:last] = [True] * len(words)
                document.frames += [
                    (base + predicate["i"], _role_tags(predicate["args"], base))
                    for predicate in row["preds"]
                ]
    return documents


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
        sets.append(
            labels.allowed(("nationality",), 1)[0] if demonym else labels.outside(_UNMARKED)
        )
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


def gum(part: str) -> list[Training]:
    """GUM without its non-commercial documents; names from its entities."""
    documents = conllu(ROOT / f"syntax/ud-english-gum/en_gum-ud-{part}.conllu")
    documents = [document for document in documents if not document.name.startswith(NONCOMMERCIAL)]
    for document in documents:
        document.names = _gum_sets(document, MISC[document.name])
        document.name_weight = 0.5
    return documents


_OPEN = re.compile(r"\(([^()-]+)-([^()-]+)-([^()|]*)|([^()]+)\)")


def _gum_sets(document: Training, misc: list[str]) -> list[int]:
    """Sets of tags from entity mentions: a proper-noun head and what is one name with it."""
    free = labels.ALLOWED.number(*labels.NAME_TAGS)
    sets = [free if tag == "PROPN" else labels.outside(("nationality",)) for tag in document.upos]
    for first, last, kind in sorted(_mentions(misc), key=lambda mention: mention[1] - mention[0]):
        inside = range(first, last)
        heads = [
            at for at in inside if document.heads[at] not in inside or document.heads[at] == at
        ]
        if not heads or document.upos[heads[0]] != "PROPN":
            continue
        core = _core(document, heads[0], inside)
        words = document.words[core[0] : core[1]]
        table = {
            "person": ("person",),
            "organization": ("organization",),
            "event": ("event",),
            "place": labels.place_labels(words),
            "object": ("weapon", "other"),
            "abstract": ("other", "event", "organization", "nationality"),
        }
        if kind in table:
            doubtful = kind in ("abstract", "object")
            sets[core[0] : core[1]] = labels.allowed(table[kind], core[1] - core[0], maybe=doubtful)
        else:
            sets[core[0] : core[1]] = [labels.outside(("other",))] * (core[1] - core[0])
    return sets


def _core(document: Training, head: int, inside: range) -> Segment:
    """The words around a proper-noun head that make up the name itself."""

    def names(at: int) -> bool:
        if at not in inside or document.deprels[at] in ("nmod:desc", "punct", "det"):
            return False
        return document.upos[at] == "PROPN" or (
            document.words[at][:1].isupper()
            and document.upos[at] in ("ADJ", "NOUN", "NUM", "VERB")
            and at > inside[0]
        )

    first = last = head
    while names(first - 1):
        first -= 1
    while names(last + 1) or (
        last + 1 in inside
        and document.words[last + 1] in ("of", "for", "-", "&")
        and names(last + 2)
    ):
        last += 1 if names(last + 1) else 2
    return first, last + 1


def _mentions(misc: list[str]) -> list[tuple[int, int, str]]:
    opened: dict[str, list[tuple[int, str]]] = {}
    found = []
    for number, cell in enumerate(misc):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", cell)
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", match[1]) if match else ():
            if part.startswith("("):
                ident, kind = part[1:].rstrip(")").split("-")[:2]
                if part.endswith(")"):
                    found.append((number, number + 1, kind))
                else:
                    opened.setdefault(ident, []).append((number, kind))
            elif opened.get(part[:-1]):
                start, kind = opened[part[:-1]].pop()
                found.append((start, number + 1, kind))
    return found


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


def crossner(part: str) -> list[Training]:
    return _named(
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
    return _named(f"re3d-{part}", chosen, _re3d_labels)


_FUNCTION = frozenset(
    [
        "the",
        "a",
        "an",
        "we",
        "they",
        "he",
        "she",
        "it",
        "i",
        "you",
        "his",
        "her",
        "their",
        "our",
        "its",
        "this",
        "these",
        "those",
        "some",
        "all",
        "many",
    ]
)


def _re3d_labels(label: str, words: list[str]) -> tuple[tuple[str, ...], bool] | None:
    """Descriptions count as mentions there: without a capital it may be no name of ours."""
    plain = not any(word[:1].isupper() and word.lower() not in _FUNCTION for word in words)
    if label == "Location":
        return labels.place_labels(words), plain
    if label == "Organisation" and labels.key(" ".join(words)) in labels.countries()[0]:
        return STATE_OR_GOVERNMENT, plain
    return (RE3D[label], plain) if label in RE3D else None


def wikigold() -> list[Training]:
    return _named("wikigold", columns(ROOT / "names/wikigold/wikigold.conll.txt"), _plain_labels)


def btc() -> list[Training]:
    sentences = [pair for part in "abefgh" for pair in columns(ROOT / f"names/btc/{part}.conll")]
    return _named("btc", sentences, _plain_labels, unmarked=_UNMARKED)


def _plain_labels(label: str, words: list[str]) -> tuple[tuple[str, ...], bool] | None:
    if label == "LOC":
        return labels.place_labels(words), False
    if label == "MISC":
        return labels.other_labels(words), False
    return (PLAIN[label], False) if label in PLAIN else None


def _named(name, sentences, table, *, unmarked=()) -> list[Training]:  # type: ignore[no-untyped-def]
    """Documents of about twenty sentences from a corpus that has names alone."""
    documents = []
    for start in range(0, len(sentences), 20):
        document = Training(f"{name}-{start}", [], None, [], [])
        for words, tags in sentences[start : start + 20]:
            sets = [labels.outside(unmarked)] * len(words)
            for first, last, label in spans(tags):
                if words[first].lower() == "the" and name.startswith("re3d") and last - first > 1:
                    first += 1
                choice = table(label, words[first:last])
                if choice:
                    sets[first:last] = labels.allowed(choice[0], last - first, maybe=choice[1])
            document.words += words
            document.names += sets
            document.starts += [number == 0 for number in range(len(words))]
            document.paragraphs += [number == 0 for number in range(len(words))]
        documents.append(document)
    return documents


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


def _article(row: dict, text: str, annotation: Path) -> Training:  # type: ignore[type-arg]
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
    import bisect

    first = bisect.bisect_right(places, piece[0], key=lambda place: place[1])
    last = bisect.bisect_left(places, piece[1], key=lambda place: place[0])
    return [(first, last)] if first < last else []

"""Documents cut into chunks, and chunks padded into batches of tensors."""

import itertools
import random
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from hearsay.language import lemmas, paths
from hearsay.language.features import quote_states, shape
from hearsay.language.links import pair_features
from training import labels
from training.documents import Training, keep

ROLE_GAPS = 33

UNKNOWN, CLS, SEP, MASK = 100, 101, 102, 103
MOST = 254  # wordpieces in a chunk, the two marks at its ends not counted
LONGEST_WORD = 12
LENGTHS = (32, 64, 96, 128, 160, 192, 224, 256, 320, 432)


class Pieces:
    """Wordpieces of single words, kept."""

    def __init__(self, path: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        ids = self.known.get(word)
        if ids is None:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids or [UNKNOWN]
            if len(ids) > LONGEST_WORD:
                ids = ids[: LONGEST_WORD // 2] + ids[-LONGEST_WORD // 2 :]
            self.known[word] = ids
        return ids


@dataclass(slots=True)
class Vocabulary:
    """Numbers of labels."""

    upos: dict[str, int]
    xpos: dict[str, int]
    lemma: dict[str, int]
    deprel: dict[str, int]

    @classmethod
    def of(cls, documents: list[Training], floor: int = 4) -> "Vocabulary":
        def table(values: list[str], least: int) -> dict[str, int]:
            counts: dict[str, int] = {}
            for value in values:
                counts[value] = counts.get(value, 0) + 1
            return {
                value: n for n, value in enumerate(sorted(v for v in counts if counts[v] >= least))
            }

        return cls(
            table([tag for d in documents for tag in d.upos], 1),
            table([tag for d in documents for tag in d.xpos], 1),
            table(
                [
                    lemmas.rule(w, own)
                    for d in documents
                    for w, own in zip(d.words, d.lemmas, strict=False)
                ],
                floor,
            ),
            table([relation for d in documents for relation in d.deprels], 1),
        )


@dataclass(slots=True)
class Chunk:
    """Part of a document: words first:last, of which those before `fresh` are context."""

    document: Training
    fresh: int
    pieces: int


def chunks(document: Training, pieces: Pieces, rng: random.Random | None) -> list[Chunk]:
    """Whole sentences up to `MOST` wordpieces; at random the sentence before as context."""
    document = with_quotes(document)
    sizes = [
        sum(len(pieces(word)) for word in document.words[a:b]) for a, b in document.sentences()
    ]
    sentences = document.sentences()
    groups: list[tuple[int, list[int]]] = []
    total = MOST + 1
    for number, size in enumerate(sizes):
        if total + size > MOST:
            before = sizes[number - 1] if number else MOST
            context = before < 70 and before + size <= MOST and (rng is None or rng.random() < 0.6)
            groups.append((number - 1 if context else number, []))
            total = before if context else 0
        groups[-1][1].append(number)
        total += size
    found = []
    for start, group in groups:
        begin, first, last = sentences[start][0], sentences[group[0]][0], sentences[group[-1]][1]
        part = _cut(keep(document, list(range(begin, last))), pieces)
        found.append(Chunk(part, first - begin, sum(len(pieces(word)) for word in part.words)))
    return found


def _cut(part: Training, pieces: Pieces, most: int = 420) -> Training:
    total = 0
    for number, word in enumerate(part.words):
        total += len(pieces(word))
        if total > most:
            return keep(part, list(range(number)))
    return part


@dataclass(slots=True)
class Batch:
    ids: Tensor
    shapes: Tensor
    quotes: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    upos: Tensor
    xpos: Tensor
    lemma: Tensor
    start: Tensor
    heads: Tensor
    deprels: Tensor
    sentence: Tensor
    names: Tensor
    name_weight: Tensor
    predicate: Tensor
    roles: tuple[Tensor, Tensor, Tensor, Tensor]
    role_known: Tensor
    attribution: Tensor
    fresh: list[int]
    links: list[dict]  # type: ignore[type-arg]
    words: int
    chunks: list[Chunk]


def padded(size: int) -> int:
    """Length of a row that holds `size` wordpieces and two marks.

    Few lengths: each new shape costs compiling."""
    return next(length for length in LENGTHS if length >= size + 2)


def collate(
    parts: list[Chunk], pieces: Pieces, vocabulary: Vocabulary, mask_rate: float = 0.0
) -> Batch:
    b = len(parts)
    t = padded(max(part.pieces for part in parts))
    w = -(-max(len(part.document.words) for part in parts) // 32) * 32
    ids, shapes, quotes, mask = (np.zeros((b, t), np.int64) for _ in range(4))
    first, last = np.zeros((b, w), np.int64), np.zeros((b, w), np.int64)
    upos, xpos, lemma, heads, deprels, names, attribution = (
        np.full((b, w), -100, np.int64) for _ in range(7)
    )
    start, predicate, weight = (np.full((b, w), -1.0, np.float32) for _ in range(3))
    sentence = np.full((b, w), -1, np.int64)
    rows, preds, targets, tags = [], [], [], []
    known: list[np.ndarray] = []  # type: ignore[type-arg]
    links = []
    for row, part in enumerate(parts):
        d, n = part.document, len(part.document.words)
        word_quotes, paragraph = d.quotes, np.cumsum(d.paragraphs)
        flat: list[int] = [CLS]
        word_shape: list[int] = [0]
        word_quote: list[int] = [0]
        for number, word in enumerate(d.words):
            own = pieces(word)
            first[row, number] = len(flat)
            flat += own
            last[row, number] = len(flat) - 1
            word_shape += [shape(word)] * len(own)
            word_quote += [word_quotes[number]] * len(own)
        flat.append(SEP)
        ids[row, : len(flat)] = flat
        mask[row, : len(flat)] = 1
        shapes[row, : len(word_shape)] = word_shape
        quotes[row, : len(word_quote)] = word_quote
        sentence[row, :n] = np.cumsum(d.starts) - 1
        own_range = slice(part.fresh, n)
        if d.upos:
            upos[row, own_range] = [vocabulary.upos.get(tag, -100) for tag in d.upos[part.fresh :]]
            xpos[row, own_range] = [vocabulary.xpos.get(tag, -100) for tag in d.xpos[part.fresh :]]
            lemma[row, own_range] = [
                vocabulary.lemma.get(lemmas.rule(word, own), -100) if own else -100
                for word, own in zip(d.words[part.fresh :], d.lemmas[part.fresh :], strict=False)
            ]
            for number in range(part.fresh, n):
                if d.heads[number] >= 0:
                    heads[row, number] = w if d.heads[number] == number else d.heads[number]
                    deprels[row, number] = vocabulary.deprel.get(d.deprels[number], -100)
        if d.gold_starts:
            start[row, part.fresh : n] = [float(s) for s in d.starts[part.fresh :]]
        if d.names:
            names[row, own_range] = d.names[part.fresh :]
            weight[row, own_range] = d.name_weight
        if d.frames is not None:
            framed = d.framed or [True] * n
            predicate[row, part.fresh : n] = [0.0 if ok else -1.0 for ok in framed[part.fresh :]]
            begun = len(preds)
            for at, own_tags in d.frames:
                if at >= part.fresh:
                    predicate[row, at] = 1.0
                    inside = np.nonzero(sentence[row, :n] == sentence[row, at])[0]
                    rows += [row] * len(inside)
                    preds += [at] * len(inside)
                    targets += inside.tolist()
                    tags += [labels.ROLE_TAGS.index(own_tags.get(int(i), "O")) for i in inside]
            known.append(
                _role_known(
                    d,
                    vocabulary,
                    np.array(preds[begun:], np.int64),
                    np.array(targets[begun:], np.int64),
                )
            )
        if d.attribution:
            attribution[row, own_range] = [
                labels.ATTRIBUTION_TAGS.index(tag) for tag in d.attribution[part.fresh :]
            ]
            found = _link_rows(d, sentence[row, :n], paragraph, np.array(word_quotes))
            if found:
                links.append({"row": row, **found})
    if mask_rate:
        hit = (np.random.random(ids.shape) < mask_rate) & (ids > 999)
        ids[hit] = MASK
    as_tensor = torch.from_numpy
    return Batch(
        *map(
            as_tensor,
            (
                ids,
                shapes,
                quotes,
                mask,
                first,
                last,
                upos,
                xpos,
                lemma,
                start,
                heads,
                deprels,
                sentence,
                names,
                weight,
                predicate,
            ),
        ),
        tuple(torch.tensor(values) for values in (rows, preds, targets, tags)),  # type: ignore[arg-type]
        as_tensor(np.concatenate(known) if known else np.zeros((0, 4), np.int64)),
        as_tensor(attribution),
        [part.fresh for part in parts],
        links,
        sum(len(part.document.words) for part in parts),
        parts,
    )


def with_quotes(d: Training) -> Training:
    """The document with the quote states of its words, paragraph by paragraph."""
    states: list[int] = []
    edges = sorted({0, len(d.words), *(n for n, fresh in enumerate(d.paragraphs) if fresh)})
    for a, b in itertools.pairwise(edges):
        states += quote_states(d.words[a:b], d.spaced[a:b] if d.spaced else None)
    return replace(d, quotes=states)


def _role_known(
    d: Training, vocabulary: Vocabulary, predicates: np.ndarray, words: np.ndarray
) -> np.ndarray:  # type: ignore[type-arg]
    """Features of pairs of predicate and word by the gold tree (see `paths`)."""
    # Words without a tree (a dateline put before) hang on nothing.
    heads = np.array([head if head >= 0 else number for number, head in enumerate(d.heads)])
    relations = np.array([vocabulary.deprel.get(relation, 0) for relation in d.deprels])
    path, edge = paths.pair_paths(heads, relations, predicates, words, len(vocabulary.deprel))
    half = ROLE_GAPS // 2
    gap = np.clip(words - predicates, -half, half) + half
    return np.stack([gap, path, edge, relations[predicates]], 1)


def _link_rows(d: Training, sentence, paragraph, quotes) -> dict | None:  # type: ignore[no-untyped-def, type-arg]
    """Cues, sources and contents of a chunk with the gold choice among them; none without a cue."""
    full = [(s, c, t) for s, c, t in d.links if c]
    cues = sorted({seg for _, c, _ in full for seg in c})
    sources = sorted({seg for s, _, _ in full for seg in s})
    contents = sorted({seg for _, _, t in full for seg in t})
    if not cues or not contents:
        return None
    source_of = np.full(len(cues), len(sources))
    cue_of = np.full(len(contents), -100)
    for s, c, t in full:
        for cue in c:
            if s:
                nearest = min(s, key=lambda seg: abs(seg[0] - cue[0]))
                source_of[cues.index(cue)] = sources.index(nearest)
        for content in t:
            cue_of[contents.index(content)] = cues.index(c[0])
    known = {"sentence": sentence, "paragraph": paragraph, "quotes": quotes}
    cue_array, content_array = np.array(cues), np.array(contents)
    result = {
        "cues": cue_array,
        "contents": content_array,
        "source_of": source_of,
        "cue_of": cue_of,
        "sources": np.array(sources).reshape(-1, 2),
        "content_features": pair_features(cue_array, content_array, **known),
    }
    if sources:
        result["source_features"] = pair_features(cue_array, result["sources"], **known)
    return result

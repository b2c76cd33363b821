"""Text to `Analysis`: the public face of the language room."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hearsay.language import attributions, decode, lexicon, weights_file
from hearsay.language.attributions import LinkSettings, Segment, SegmentLayout
from hearsay.language.chunks import Chunk, chunks
from hearsay.language.encoding import Cut, Encoded, encode, encode_words
from hearsay.language.heads import Heads
from hearsay.language.network import run
from hearsay.language.pieces import Pieces
from hearsay.language.sentences import YES
from hearsay.language.weights_file import Weights
from hearsay.model import Analysis, AttributionSpan, Frame, NameSpan, Role, Sentence, Token

_KEPT = 512  # chunks remembered: wire copy comes again
_AT_ONCE = 64  # chunks read and decoded together


@dataclass(frozen=True, slots=True)
class _Result:
    """What one chunk gives; words numbered from its first own word."""

    tree: decode.Tree
    names: list[tuple[int, int, str, float]]
    frames: list[tuple[int, list[tuple[str, int, int]]]]
    segments: list[Segment]


class Analyser:
    """The language model, ready. Make one with `Analyser.load()`; not for sharing by threads."""

    def __init__(self, weights: Weights) -> None:
        self._session = weights.session
        labels = weights.labels
        self._heads = Heads(weights.heads, labels["deprel"].index("root"))
        self._pieces = Pieces(weights.pieces)
        self._upos, self._xpos = labels["upos"], labels["xpos"]
        self._rules, self._relations = labels["lemma"], labels["deprel"]
        self._names, self._roles = tuple(labels["names"]), tuple(labels["roles"])
        self._tags = tuple(labels["attribution"])
        self._settings = LinkSettings(**labels.get("settings", {}))
        self._kept: OrderedDict[object, _Result] = OrderedDict()

    @classmethod
    def load(cls, folder: Path | None = None, *, device: str = "cpu") -> "Analyser":
        """The shipped model, or the one in `folder`, on "cpu" or "cuda".

        ModelError when its files are missing or damaged, or the device is not to be had.
        """
        return cls(weights_file.load(folder or weights_file.FOLDER, device=device))

    def analyse(self, text: str) -> Analysis:
        """Sentences, words, trees, names, frames and attributions of `text`.

        Paragraphs are stretches between blank lines. Any string has an analysis; one without a
        word has an empty one.
        """
        return self.analyse_all([text])[0]

    def analyse_all(self, texts: Iterable[str]) -> list[Analysis]:
        """The analyses of several texts, faster than one by one; each is what it is alone."""
        return self._analyse(encode(text, self._pieces) for text in texts)

    def analyse_words(self, texts: Iterable[Cut]) -> list[Analysis]:
        """The analyses of texts whose words and sentences are given."""
        return self._analyse(encode_words(cut, self._pieces) for cut in texts)

    def attribution_tags(self, texts: Iterable[Cut]) -> list[list[str]]:
        """The attribution tag of every word, before anything is linked: to measure segments."""
        found = []
        for cut in texts:
            encoded = encode_words(cut, self._pieces)
            own = chunks(encoded)
            results = self._read([(encoded, chunk) for chunk in own])
            pieces = [(c.first, c.last, r.segments) for c, r in zip(own, results, strict=True)]
            tags = ["O"] * len(encoded.words)
            for segment in attributions.joined(pieces):
                tags[segment.first] = f"B-{segment.kind}"
                rest = segment.last - segment.first - 1
                tags[segment.first + 1 : segment.last] = [f"I-{segment.kind}"] * rest
            found.append(tags)
        return found

    def _analyse(self, texts: Iterable[Encoded]) -> list[Analysis]:
        found = []
        for encoded in _bounded(texts):
            cut = [chunks(one) for one in encoded]
            parts = [(one, c) for one, own in zip(encoded, cut, strict=True) for c in own]
            results = iter(self._read(parts))
            for one, own in zip(encoded, cut, strict=True):
                found.append(self._assemble(one, own, [next(results) for _ in own]))
        return found

    def _read(self, parts: Sequence[tuple[Encoded, Chunk]]) -> list[_Result]:
        """The results of chunks, those seen before from memory."""
        keys = [_key(encoded, chunk) for encoded, chunk in parts]
        known = {key: self._kept[key] for key in keys if key in self._kept}
        fresh = {k: part for k, part in zip(keys, parts, strict=True) if k not in known}
        items = list(fresh.items())
        for start in range(0, len(items), _AT_ONCE):
            group = items[start : start + _AT_ONCE]
            for (key, _), result in zip(
                group, self._decode([part for _, part in group]), strict=True
            ):
                known[key] = result
        for key in dict.fromkeys(keys):
            self._kept[key] = known[key]
            self._kept.move_to_end(key)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return [known[key] for key in keys]

    def _decode(self, parts: Sequence[tuple[Encoded, Chunk]]) -> Iterator[_Result]:
        scores = run(self._session, parts)
        begins = [encoded.begins[chunk.first : chunk.last] for encoded, chunk in parts]
        trees = [
            decode.tree(own, mark, self._heads) for own, mark in zip(scores, begins, strict=True)
        ]
        pairs = (
            decode.pairs(own, tree, self._heads, _predicates(*part))
            for own, tree, part in zip(scores, trees, parts, strict=True)
        )
        frames = [
            framed for some in decode.few(pairs) for framed in decode.frames(some, self._roles)
        ]
        names = decode.names([own["names"] for own in scores], self._names)
        segments = attributions.segments(scores, self._heads, self._tags)
        return map(_Result, trees, names, frames, segments)

    def _assemble(
        self, encoded: Encoded, cut: Sequence[Chunk], results: Sequence[_Result]
    ) -> Analysis:
        tokens: list[Token] = []
        names: list[NameSpan] = []
        frames: list[Frame] = []
        edges: list[int] = []
        for chunk, result in zip(cut, results, strict=True):
            base = chunk.first
            # A chunk that begins inside a long sentence goes on with it.
            goes_on = encoded.begins[base] != YES
            root = _root(tokens, edges[-1]) if goes_on else None
            edges += [base + first for first, _ in result.tree.sentences[goes_on:]]
            tokens += self._tokens(encoded, base, result.tree, root)
            names += [NameSpan(a + base, b + base, k, round(p, 4)) for a, b, k, p in result.names]
            frames += [_frame(base, predicate, roles) for predicate, roles in result.frames]
        sentences = tuple(
            Sentence(first, last, encoded.paragraph[first])
            for first, last in zip(edges, [*edges[1:], len(tokens)], strict=False)
        )
        told = self._attributions(encoded, cut, results, edges)
        return Analysis(
            encoded.text, tuple(tokens), sentences, tuple(names), tuple(frames), tuple(told)
        )

    def _tokens(
        self, encoded: Encoded, base: int, tree: decode.Tree, sentence_root: int | None
    ) -> Iterator[Token]:
        """Tokens of a chunk. Where it goes on with a sentence read before, the root of its first
        part hangs on that sentence's root, as parataxis."""
        goes_on = range(*tree.sentences[0]) if sentence_root is not None else range(0)
        for number, head in enumerate(tree.heads):
            start, end = encoded.places[base + number]
            word = encoded.words[base + number]
            relation = self._relations[tree.relations[number]]
            hung = base + head
            if number in goes_on and head == number and sentence_root is not None:
                hung, relation = sentence_root, "parataxis"
            upos, xpos = self._upos[tree.upos[number]], self._xpos[tree.xpos[number]]
            lemma = lexicon.lemma(word, upos, self._rules[tree.lemmas[number]])
            yield Token(start, end, word, lemma, upos, xpos, hung, relation)

    def _attributions(
        self,
        encoded: Encoded,
        cut: Sequence[Chunk],
        results: Sequence[_Result],
        edges: Sequence[int],
    ) -> list[AttributionSpan]:
        pieces = [(c.first, c.last, r.segments) for c, r in zip(cut, results, strict=True)]
        starts = np.zeros(len(encoded.words), np.int64)
        starts[list(edges)] = 1
        layout = SegmentLayout(
            starts.cumsum(), np.array(encoded.paragraph), np.array(encoded.quotes)
        )
        found = attributions.joined(pieces)
        return list(attributions.link(found, layout, self._heads, self._settings))


def _frame(base: int, predicate: int, roles: list[tuple[str, int, int]]) -> Frame:
    return Frame(base + predicate, tuple(Role(k, a + base, b + base) for k, a, b in roles))


def _predicates(encoded: Encoded, chunk: Chunk) -> NDArray[np.int64] | None:
    """Predicates given beforehand that lie in a chunk, numbered from its first word."""
    if encoded.predicates is None:
        return None
    inside = [p - chunk.first for p in encoded.predicates if chunk.first <= p < chunk.last]
    return np.array(inside, np.int64)


def _root(tokens: Sequence[Token], first: int) -> int:
    """The root of the sentence that begins with token `first` and is still open."""
    return next(n for n in range(first, len(tokens)) if tokens[n].head == n)


def _key(encoded: Encoded, chunk: Chunk) -> object:
    """Everything that a chunk's result depends on."""
    inside = slice(chunk.start, chunk.end)
    return (
        tuple(encoded.words[inside]),
        tuple(encoded.quotes[inside]),
        tuple(encoded.begins[inside]),
        chunk.first - chunk.start,
        chunk.last - chunk.start,
        encoded.predicates,
    )


def _bounded(all_encoded: Iterable[Encoded], words: int = 16_000) -> Iterator[list[Encoded]]:
    """Texts in groups of about so many words, so that memory stays bounded."""
    group: list[Encoded] = []
    total = 0
    for encoded in all_encoded:
        group.append(encoded)
        total += len(encoded.words)
        if total >= words:
            yield group
            group, total = [], 0
    if group:
        yield group

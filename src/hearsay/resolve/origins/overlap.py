"""How two texts overlap, word for word and sentence by sentence.

Words inside quotation marks never count: a statement that two outlets quote at length makes
neither a copy of the other. Numbers must agree where the words do: a report brought up to date, or
a form filled in anew, is no copy.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from hearsay.model import Document
from hearsay.resolve.compared_text import (
    grammar,
    is_number,
    places_of,
    quoted_parts,
    sentences_of,
    stem,
    texts_of,
)

LONG, SHORT = 6, 3
"""Words in a shingle that tells a copy, and in one that finds a rewritten sentence."""

_ALIKE = 0.58
_LEAST_WORDS = 6
_PRIME = np.uint64(0x9E3779B97F4A7C15)

Keys = NDArray[np.uint64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TextSentence:
    """The words of a sentence outside quotation marks, as stems, numbers and short shingles;
    `told` are the stems that are not grammar."""

    start: int
    end: int
    stems: tuple[str, ...]
    told: frozenset[str]
    numbers: frozenset[str]
    shingles: frozenset[int]


@dataclass(frozen=True)
class TextWords:
    """A page's own words: their texts, where each starts, keys of the short shingles that begin
    with each, and which of those tell something; and for each sentence where it stands, and which
    words are its own."""

    texts: Sequence[str]
    shingles: Keys
    telling: NDArray[np.bool_]
    sentences: Sequence[tuple[tuple[int, int], slice]]


@dataclass(frozen=True)
class Outline:
    """A page as copies are told by: shingles, most of whose words are its own, in the order of the
    text with the place of each; and its own words by sentence."""

    document: Document
    shingles: Keys
    places: Places
    words: TextWords

    @cached_property
    def long(self) -> dict[int, tuple[int, int]]:
        """The place of each long shingle."""
        starts, ends = self.places.tolist()
        return dict(zip(self.shingles.tolist(), zip(starts, ends, strict=True), strict=True))

    @cached_property
    def sentences(self) -> tuple[TextSentence, ...]:
        return tuple(_sentence(self.words, *one) for one in self.words.sentences)

    def distinct(self) -> tuple[Keys, Keys]:
        """The long shingles, and the short ones that tell something, each once."""
        own = self.words
        kept = [
            own.shingles[_shingles_in(part)][own.telling[_shingles_in(part)]]
            for _, part in own.sentences
        ]
        return np.unique(self.shingles), np.unique(np.concatenate([np.zeros(0, np.uint64), *kept]))


@dataclass(frozen=True, slots=True)
class Overlap:
    """`forth` and `back`: shares of the first and the second page's own words told by the other.

    `shared` counts the shared long shingles; `like` the sentences of one that have a like sentence
    in the other; `aligned` is their share of the shorter page, in `order` the share in the same
    order; `agree` the share of numbers in like sentences that both have. `passage` is the longest
    common passage, as offsets in each page.
    """

    shared: int
    forth: float
    back: float
    like: int
    aligned: float
    order: float
    agree: float
    passage: tuple[tuple[int, int], tuple[int, int]] | None


def outline(document: Document) -> Outline:
    """The page's own words, quotations masked."""
    text = document.text
    texts, (starts, ends) = texts_of(text), places_of(text)
    own = _own(starts, ends, quoted_parts(text))
    known = {word: _code(word) for word in set(texts)}
    codes = np.fromiter((known[word] for word in texts), np.uint64, len(texts))
    mine = 2 * _sums(own, LONG) > LONG
    shingles, first = _shingles(codes, LONG)[mine], np.flatnonzero(mine)
    places = np.stack([starts[first], ends[first + LONG - 1]])
    return Outline(document, shingles, places, _words(text, texts, codes, starts, own))


def _words(
    text: str, texts: Sequence[str], codes: Keys, starts: Places, own: NDArray[np.bool_]
) -> TextWords:
    kept = [texts[n] for n in np.flatnonzero(own).tolist()]
    small = {word for word in set(kept) if stem(word) in grammar()}
    telling = np.fromiter((word not in small for word in kept), np.bool_, len(kept))
    parts = sentences_of(text)
    ends = np.searchsorted(starts[own], [end for _, end in parts]).tolist()
    slices = [slice(first, last) for first, last in pairwise([0, *ends])]
    return TextWords(
        kept,
        _shingles(codes[own], SHORT),
        _sums(telling, SHORT) > 0,
        [one for one in zip(parts, slices, strict=True) if _long_enough(one[1])],
    )


def _long_enough(words: slice) -> bool:
    return int(words.stop - words.start) >= _LEAST_WORDS


def _shingles(codes: Keys, size: int) -> Keys:
    """A number for each run of so many words, the same on every machine."""
    found = np.zeros(max(0, len(codes) - size + 1), np.uint64)
    for at in range(size):
        found = found * _PRIME + codes[at : at + len(found)]
    return found


def _sums(flags: NDArray[np.bool_], size: int) -> NDArray[np.int64]:
    """How many flags are up in each run of so many."""
    before = np.concatenate([[0], np.cumsum(flags)])
    return np.asarray(before[size:] - before[: max(0, len(before) - size)])


@lru_cache(maxsize=65536)
def _code(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) + 1


def compare(one: Outline, other: Outline) -> Overlap:
    """How much of each page's own words the other holds."""
    shared = one.long.keys() & other.long.keys()
    pairs = list(_like(one, other))
    shorter = min(len(one.sentences), len(other.sentences))
    return Overlap(
        shared=len(shared),
        forth=len(shared) / len(one.long) if one.long else 0.0,
        back=len(shared) / len(other.long) if other.long else 0.0,
        like=len(pairs),
        aligned=len(pairs) / shorter if shorter else 0.0,
        order=_in_order([b for _, b in pairs]),
        agree=_agree([(one.sentences[a], other.sentences[b]) for a, b in pairs]),
        passage=_passage(one, other, pairs),
    )


def _own(starts: Places, ends: Places, quoted: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """For each word, whether it stands outside every quotation."""
    if not quoted:
        return np.ones(len(starts), np.bool_)
    opened, closed = np.array(quoted).T
    at = np.searchsorted(closed, ends)
    outside = (at == len(closed)) | (starts < opened[np.minimum(at, len(closed) - 1)])
    return np.asarray(outside)


def _sentence(own: TextWords, place: tuple[int, int], part: slice) -> TextSentence:
    texts, inside = own.texts[part], _shingles_in(part)
    stems = tuple(map(stem, texts))
    return TextSentence(
        *place,
        stems,
        frozenset(stems) - grammar(),
        frozenset(filter(is_number, texts)),
        frozenset(own.shingles[inside][own.telling[inside]].tolist()),
    )


def _shingles_in(words: slice) -> slice:
    """The short shingles that lie in a run of words."""
    return slice(words.start, words.stop - SHORT + 1)


def _like(one: Outline, other: Outline) -> Iterator[tuple[int, int]]:
    """Numbers of sentences that tell the same in much the same words, each used once."""
    holders: dict[int, list[int]] = {}
    for number, sentence in enumerate(other.sentences):
        for key in sentence.shingles:
            holders.setdefault(key, []).append(number)
    used: set[int] = set()
    for number, sentence in enumerate(one.sentences):
        near = {at for key in sentence.shingles for at in holders.get(key, ())[:8]} - used
        ranked = sorted((-_alike(sentence, other.sentences[at]), at) for at in near)
        if ranked and -ranked[0][0] >= _ALIKE:
            used.add(ranked[0][1])
            yield number, ranked[0][1]


def _alike(one: TextSentence, other: TextSentence) -> float:
    """Likeness from 0 to 1: words in order, and words that carry a subject."""
    in_order = Indel.normalized_similarity(one.stems, other.stems)
    if not one.told or not other.told:
        return 0.0
    telling = 2 * len(one.told & other.told) / (len(one.told) + len(other.told))
    return (in_order + telling) / 2


def _in_order(numbers: Sequence[int]) -> float:
    """The share of neighbouring pairs that rise."""
    if len(numbers) < 2:
        return 1.0
    rises = sum(a < b for a, b in pairwise(numbers))
    return rises / (len(numbers) - 1)


def _agree(pairs: Sequence[tuple[TextSentence, TextSentence]]) -> float:
    """The share of numbers in like sentences that stand in both, with one agreement granted."""
    both = sum(len(a.numbers & b.numbers) for a, b in pairs)
    most = sum(max(len(a.numbers), len(b.numbers)) for a, b in pairs)
    return (both + 1) / (most + 1)


def _passage(
    one: Outline, other: Outline, pairs: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The longest run of shared words, else the first like sentences, else None."""
    runs: list[tuple[int, int, int, int]] = []
    for key, mine in one.long.items():
        if key not in other.long:
            continue
        theirs = other.long[key]
        if runs and mine[0] <= runs[-1][1] and runs[-1][2] <= theirs[0] <= runs[-1][3]:
            runs[-1] = (runs[-1][0], mine[1], runs[-1][2], theirs[1])
        else:
            runs.append((*mine, *theirs))
    if runs:
        start, end, from_, to = max(runs, key=lambda run: (run[1] - run[0], -run[0]))
        return (start, end), (from_, to)
    if pairs:
        a, b = one.sentences[pairs[0][0]], other.sentences[pairs[0][1]]
        return (a.start, a.end), (b.start, b.end)
    return None

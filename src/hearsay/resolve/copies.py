"""How two texts overlap, word for word and sentence by sentence.

Words inside quotation marks never count: a statement that two outlets quote at length makes
neither a copy of the other. Numbers must agree where the words do: a report brought up to date, or
a form filled in anew, is no copy.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from rapidfuzz.distance import Indel

from hearsay.model import Document
from hearsay.resolve.words import (
    Word,
    grammar,
    is_number,
    quoted_parts,
    sentences_of,
    shingles,
    stem,
    words_of,
)

LONG, SHORT = 6, 3
"""Words in a shingle that tells a copy, and in one that finds a rewritten sentence."""

_ALIKE = 0.58
_LEAST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence outside quotation marks, as stems, numbers and short shingles."""

    start: int
    end: int
    stems: tuple[str, ...]
    numbers: frozenset[str]
    shingles: frozenset[int]


@dataclass(frozen=True, slots=True)
class Outline:
    """A page as copies are told by: shingles of its own words with the place of each."""

    document: Document
    long: dict[int, tuple[int, int]]
    short: frozenset[int]
    sentences: tuple[Sentence, ...]
    words: int


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
    quoted = quoted_parts(document.text)
    words = words_of(document.text)
    own = _own(words, quoted)
    long = {number: (words[a].start, words[z - 1].end) for number, a, z in _long(words, own)}
    sentences = tuple(_sentences(document.text, words, own))
    short = frozenset(number for sentence in sentences for number in sentence.shingles)
    return Outline(document, long, short, sentences, sum(own))


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


def _own(words: Sequence[Word], quoted: Sequence[tuple[int, int]]) -> list[bool]:
    """For each word, whether it stands outside every quotation."""
    own, at = [], 0
    for word in words:
        while at < len(quoted) and quoted[at][1] < word.end:
            at += 1
        own.append(at == len(quoted) or word.start < quoted[at][0])
    return own


def _long(words: Sequence[Word], own: Sequence[bool]) -> Iterator[tuple[int, int, int]]:
    """Long shingles of which more than half the words are the page's own, with their ends."""
    before = [0, *accumulate(own)]
    for at, number in enumerate(shingles([word.text for word in words], LONG)):
        if 2 * (before[at + LONG] - before[at]) > LONG:
            yield number, at, at + LONG


def _sentences(text: str, words: Sequence[Word], own: Sequence[bool]) -> Iterator[Sentence]:
    at = 0
    for start, end in sentences_of(text):
        first = at
        while at < len(words) and words[at].start < end:
            at += 1
        kept = [word for word, mine in zip(words[first:at], own[first:at], strict=True) if mine]
        if len(kept) >= _LEAST_WORDS:
            yield _sentence(start, end, kept)


def _sentence(start: int, end: int, words: Sequence[Word]) -> Sentence:
    texts = [word.text for word in words]
    keys = tuple(stem(text) for text in texts)
    telling = [key not in grammar() for key in keys]
    numbered = enumerate(shingles(texts, SHORT))
    return Sentence(
        start,
        end,
        keys,
        frozenset(filter(is_number, texts)),
        frozenset(number for at, number in numbered if any(telling[at : at + SHORT])),
    )


def _like(one: Outline, other: Outline) -> Iterator[tuple[int, int]]:
    """Numbers of sentences that tell the same in much the same words, each used once."""
    holders: dict[int, list[int]] = {}
    for number, sentence in enumerate(other.sentences):
        for key in sorted(sentence.shingles):
            holders.setdefault(key, []).append(number)
    used: set[int] = set()
    for number, sentence in enumerate(one.sentences):
        near = {at for key in sentence.shingles for at in holders.get(key, ())[:8]} - used
        ranked = sorted((-_alike(sentence, other.sentences[at]), at) for at in near)
        if ranked and -ranked[0][0] >= _ALIKE:
            used.add(ranked[0][1])
            yield number, ranked[0][1]


def _alike(one: Sentence, other: Sentence) -> float:
    """Likeness from 0 to 1: words in order, and words that carry a subject."""
    in_order = Indel.normalized_similarity(one.stems, other.stems)
    ours, theirs = set(one.stems) - grammar(), set(other.stems) - grammar()
    if not ours or not theirs:
        return 0.0
    telling = 2 * len(ours & theirs) / (len(ours) + len(theirs))
    return (in_order + telling) / 2


def _in_order(numbers: Sequence[int]) -> float:
    """The share of neighbouring pairs that rise."""
    if len(numbers) < 2:
        return 1.0
    rises = sum(a < b for a, b in pairwise(numbers))
    return rises / (len(numbers) - 1)


def _agree(pairs: Sequence[tuple[Sentence, Sentence]]) -> float:
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

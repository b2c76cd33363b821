"""Which pages are one text: copies, excerpts and rewrites, found by shingles and then verified.

Two outlets that tell the same facts in their own words, quote one statement, or share furniture
have origins of their own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from hearsay.model import Cite, Document, Origin, Reading, Span, content_id
from hearsay.model.vocabulary import OriginKind
from hearsay.resolve.clustering import cluster
from hearsay.resolve.compared_text import folded
from hearsay.resolve.origins.overlap import Keys, Outline, Overlap, compare, outline

_CROWD = 24
"""A shingle that more pages hold than this pairs each with its neighbours alone."""

_LEAST_SHARED, _LEAST_LIKE = 12, 3
_LEAST_KEYS, _LEAST_SHARE, _CREDITED_SHARE = 4, 0.1, 0.04
_SAME, _PART, _REWRITTEN, _CREDITED = 0.7, 0.6, 0.5, 0.2
_ONE_TEXT = 0.55
"""More than half: a roundup of two reports must not make the two one."""

_KINDS: tuple[OriginKind, ...] = ("verbatim", "excerpt", "rewrite")


@dataclass(frozen=True, slots=True)
class OriginVerdict:
    """What two pages are to each other, how surely (0 to 1), and on what ground."""

    kind: OriginKind
    score: float
    why: str


def find_origins(readings: Sequence[Reading]) -> tuple[Origin, ...]:
    """The origins of pages given in order of id; every page has exactly one."""
    pages = [outline(reading.document) for reading in readings]
    overlaps = _Overlaps(pages)
    groups = cluster(len(pages), _candidates(pages), overlaps.score, _ONE_TEXT)
    found = (_origin([pages[n] for n in group], group, overlaps) for group in groups)
    return tuple(sorted(found, key=lambda origin: origin.id))


class _Overlaps:
    """Comparisons of pages by number, each made once."""

    def __init__(self, pages: Sequence[Outline]) -> None:
        self._pages = pages
        self._known: dict[tuple[int, int], tuple[Overlap, OriginVerdict | None]] = {}

    def of(self, a: int, b: int) -> tuple[Overlap, OriginVerdict | None]:
        if (a, b) not in self._known:
            one, other = self._pages[a], self._pages[b]
            overlap = compare(one, other)
            self._known[a, b] = overlap, judge(one.document, other.document, overlap)
        return self._known[a, b]

    def score(self, a: int, b: int) -> float:
        verdict = self.of(a, b)[1]
        return verdict.score if verdict else 0.0


def judge(one: Document, other: Document, overlap: Overlap) -> OriginVerdict | None:
    """What the overlap makes of two pages, None when each is a text of its own."""
    if overlap.agree < 0.5:
        return None
    low, high = sorted((overlap.forth, overlap.back))
    if overlap.shared >= _LEAST_SHARED or low == 1.0:
        if low >= _SAME:
            return OriginVerdict(
                "verbatim", low, f"{low:.0%} of the words of each stand in the other"
            )
        if high >= _PART:
            return OriginVerdict("excerpt", high, f"{high:.0%} of the shorter stands in the longer")
    credit = _credits_other(one, other)
    least = _CREDITED if credit else _REWRITTEN
    if overlap.like >= _LEAST_LIKE and overlap.aligned >= least and overlap.order >= 0.6:
        why = f"{overlap.aligned:.0%} of the sentences of the shorter follow the other's"
        if credit:
            why += f", and one credits {credit}"
        return OriginVerdict("rewrite", 0.5 + overlap.aligned / 2, why)
    return None


def agencies(document: Document) -> tuple[str, ...]:
    """Whom the page credits: its credit lines, then the agency of its dateline."""
    agency = document.dateline.agency if document.dateline else None
    return tuple(dict.fromkeys([*document.credits, *([agency] if agency else [])]))


def _credits_other(one: Document, other: Document) -> str | None:
    """The agency that one page credits and the other comes from or credits too."""
    sources = [
        {folded(name): name for name in (*agencies(page), *([page.outlet] if page.outlet else []))}
        for page in (one, other)
    ]
    credited = {folded(name) for page in (one, other) for name in agencies(page)}
    shared = sorted(sources[0].keys() & sources[1].keys() & credited)
    return sources[0][shared[0]] if shared else None


def _candidates(pages: Sequence[Outline]) -> Iterator[tuple[int, int]]:
    """Pairs that share enough of the shorter page's shingles, long or short; less is enough for
    pages that credit one agency."""
    credited = [frozenset(map(folded, agencies(page.document))) for page in pages]
    for keys in zip(*(page.distinct() for page in pages), strict=True):
        for a, b, share in _sharing(keys):
            if share >= (_CREDITED_SHARE if credited[a] & credited[b] else _LEAST_SHARE):
                yield a, b


def _sharing(keys: Sequence[Keys]) -> Iterator[tuple[int, int, float]]:
    """Pairs of pages that hold a key in common, with the share of the keys of the poorer."""
    counts: Counter[tuple[int, int]] = Counter()
    for numbers in _holders(keys):
        if len(numbers) <= _CROWD:
            counts.update(combinations(numbers, 2))
        else:
            counts.update(pairwise(numbers))
            counts.update((numbers[0], number) for number in numbers[2:])
    for (a, b), count in counts.items():
        if count >= _LEAST_KEYS:
            yield a, b, count / min(len(keys[a]), len(keys[b]))


def _holders(keys: Sequence[Keys]) -> Iterator[list[int]]:
    """The pages that hold a key, in order, for each key that more than one holds."""
    every = np.concatenate(keys)
    order = np.argsort(every, kind="stable")
    pages = np.repeat(np.arange(len(keys)), [len(own) for own in keys])[order]
    starts = np.flatnonzero(np.diff(every[order], prepend=every[order][:1] - 1))
    for first, last in pairwise([*starts.tolist(), len(every)]):
        if last - first > 1:
            yield pages[first:last].tolist()


def _origin(pages: Sequence[Outline], group: Sequence[int], overlaps: _Overlaps) -> Origin:
    ids = tuple(page.document.id for page in pages)
    kind, why, evidence = _single(pages) if len(pages) == 1 else _joined(pages, group, overlaps)
    return Origin(content_id("origin", ids[0]), ids, kind, _credit(pages), evidence, why)


def _single(pages: Sequence[Outline]) -> tuple[OriginKind, str, tuple[Cite, ...]]:
    return "single", "no other page tells it in these words", _own_credit(pages)


def _joined(
    pages: Sequence[Outline], group: Sequence[int], overlaps: _Overlaps
) -> tuple[OriginKind, str, tuple[Cite, ...]]:
    """Kind, ground and evidence: each page by its surest likeness to a page before it."""
    best: list[tuple[OriginVerdict, Overlap, int, int]] = []
    for at in range(1, len(group)):
        known = [(overlaps.of(group[before], group[at]), before) for before in range(min(at, 6))]
        sure = [(v, o, before, at) for (o, v), before in known if v]
        best += [max(sure, key=lambda link: (link[0].score, -link[2]))] if sure else []
    kind = max((link[0].kind for link in best), key=_KINDS.index)
    loosest = min(best, key=lambda link: (-_KINDS.index(link[0].kind), link[0].score))
    cites: dict[Cite, None] = {}
    for _, overlap, before, at in best:
        if overlap.passage:
            for page, (start, end) in zip((before, at), overlap.passage, strict=True):
                document = pages[page].document
                cites.setdefault(Cite(document.id, Span.of(document.text, start, end)))
    evidence = (*cites, *_own_credit(pages))
    return kind, loosest[0].why, tuple(sorted(set(evidence), key=_order))


def _order(cite: Cite) -> tuple[str, int, int]:
    return cite.document, cite.span.start, cite.span.end


def _own_credit(pages: Sequence[Outline]) -> tuple[Cite, ...]:
    """The datelines that name an agency."""
    return tuple(
        Cite(page.document.id, page.document.dateline.span)
        for page in pages
        if page.document.dateline and page.document.dateline.agency
    )


def _credit(pages: Sequence[Outline]) -> str | None:
    """The agency that most pages credit, the first by name among equals."""
    counts = Counter(name for page in pages for name in agencies(page.document))
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None

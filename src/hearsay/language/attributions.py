"""Attributions of a whole text: segments tagged chunk by chunk, linked across chunks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay.language.heads import Heads
from hearsay.language.links import pair_features
from hearsay.language.sequences import marginals, spans, viterbi
from hearsay.model import AttributionSpan

Array = NDArray[Any]

REACH = 220  # words between a cue and what may belong to it: about a chunk, as in training
_BLOCK = 64  # cues looked at together
_BESIDE = 2.0  # log-odds that a content is a cue's it ends at, beyond what the vectors tell


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch tagged source, cue or content; words numbered from the chunk's first.

    `begun` is False where the stretch goes on from before the chunk. `likely` is the mean
    probability of its tags; the vectors are those of its kind for linking, `size` how many words
    they average over.
    """

    kind: str
    first: int
    last: int
    begun: bool
    likely: float
    vector: Array


@dataclass(frozen=True, slots=True)
class SegmentLayout:
    """What linking must know of every word: its sentence, its paragraph, its quote state."""

    sentence: Array
    paragraph: Array
    quotes: Array


def segments(
    parts: Sequence[dict[str, Array]], heads: Heads, tags: tuple[str, ...]
) -> list[list[Segment]]:
    """The segments of several chunks."""
    lengths = np.array([len(part["attribution"]) for part in parts])
    padded = np.zeros((len(parts), lengths.max(), len(tags)), np.float32)
    for row, part in enumerate(parts):
        padded[row, : lengths[row]] = part["attribution"]
    paths = viterbi(padded, lengths, heads.inner, heads.begin, heads.end)
    likely = marginals(padded, lengths, heads.inner, heads.begin, heads.end)
    found = []
    for row, part in enumerate(parts):
        chosen = [tags[tag] for tag in paths[row, : lengths[row]]]
        found.append([_segment(part, chosen, likely[row], span, tags) for span in spans(chosen)])
    return found


def _segment(
    part: dict[str, Array],
    chosen: list[str],
    likely: Array,
    span: tuple[int, int, str],
    tags: tuple[str, ...],
) -> Segment:
    first, last, kind = span
    begin = tags.index(f"B-{kind}")
    sure = float(likely[first:last, begin : begin + 2].sum(1).mean())
    vectors = part[f"link_{kind}"]
    if kind == "content":
        vector = (vectors[first] + vectors[last - 1]) / 2
    else:
        vector = vectors[first:last].mean(0)
    return Segment(kind, first, last, chosen[first].startswith("B-"), sure, vector)


def joined(pieces: Sequence[tuple[int, int, list[Segment]]]) -> list[Segment]:
    """The segments of a text from those of its chunks, (first word, last word, segments) in order.

    A stretch that runs to the end of a chunk and goes on at the start of the next is one.
    """
    found: list[Segment] = []
    for base, _, own in pieces:
        for segment in own:
            moved = Segment(
                segment.kind,
                segment.first + base,
                segment.last + base,
                segment.begun,
                segment.likely,
                segment.vector,
            )
            last = found[-1] if found else None
            if last and not moved.begun and (last.kind, last.last) == (moved.kind, moved.first):
                found[-1] = _merged(last, moved)
            else:
                found.append(moved)
    return found


def _merged(one: Segment, other: Segment) -> Segment:
    size = other.last - one.first
    share = (one.last - one.first) / size
    return Segment(
        one.kind,
        one.first,
        other.last,
        one.begun,
        one.likely * share + other.likely * (1 - share),
        (one.vector + other.vector) / 2,
    )


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """Tuned on PolNeAR's dev part: a bias towards no source, and a line from the sum of the
    log-probabilities of an attribution's parts to the log-odds that it is right."""

    no_source: float = 0.0
    slope: float = 1.0
    offset: float = 0.0


def link(
    found: Sequence[Segment], layout: SegmentLayout, heads: Heads, settings: LinkSettings
) -> Iterator[AttributionSpan]:
    """The attributions that the segments of a text make up, by the order of their cues.

    Each content goes to its best cue, each cue to its best source or to none; several cues may
    share a source. A cue without content is none.
    """
    kinds = {kind: [s for s in found if s.kind == kind] for kind in ("source", "cue", "content")}
    cues = kinds["cue"]
    if not cues or not kinds["content"]:
        return
    contents_of: list[list[int]] = [[] for _ in cues]
    sure_content = np.zeros(len(kinds["content"]))
    links = _content_links(kinds["content"], cues, layout, heads)
    for number, (place, sure) in enumerate(links):
        if place >= 0:
            contents_of[place].append(number)
            sure_content[number] = sure
    sources = _source_links(cues, kinds["source"], layout, heads, settings)
    for cue, own, (source, sure) in zip(cues, contents_of, sources, strict=True):
        if not own:
            continue
        parts = [kinds["content"][number] for number in own]
        teller = [kinds["source"][source]] if source >= 0 else []
        evidence = [cue.likely, sure, *(s.likely for s in teller)]
        evidence += [max(p.likely for p in parts), max(sure_content[own])]
        yield AttributionSpan(
            sources=tuple((s.first, s.last) for s in teller),
            cues=((cue.first, cue.last),),
            contents=tuple((p.first, p.last) for p in parts),
            score=_probability(evidence, settings),
        )


def _probability(evidence: Sequence[float], settings: LinkSettings) -> float:
    total = sum(float(np.log(max(value, 1e-6))) for value in evidence)
    return round(float(1 / (1 + np.exp(-(settings.slope * total + settings.offset)))), 4)


def _content_links(
    contents: Sequence[Segment], cues: Sequence[Segment], layout: SegmentLayout, heads: Heads
) -> Iterator[tuple[int, float]]:
    """For each content its best cue in reach and how sure that is; -1 when none is in reach."""
    for block in _blocks(contents):
        low, near = _near(cues, block)
        if not near:
            yield from ((-1, 0.0) for _ in block)
            continue
        features = _features(near, block, layout)
        scores = heads.contents(_vectors(near)[:, None], _vectors(block)[None], features).T
        likely = _softmax(scores + _BESIDE * _beside(near, block))
        for row, best in enumerate(likely.argmax(1).tolist()):
            yield low + best, float(likely[row, best])


def _beside(cues: Sequence[Segment], contents: Sequence[Segment]) -> Array:
    """1 where a content ends right at a cue of one word, as in a list of “…” – X, “…” – Y."""
    ends = np.array([content.last for content in contents])[:, None]
    short = np.array([cue.first if cue.last - cue.first == 1 else -1 for cue in cues])[None]
    found: Array = (ends == short).astype(np.float32)
    return found


def _source_links(
    cues: Sequence[Segment],
    sources: Sequence[Segment],
    layout: SegmentLayout,
    heads: Heads,
    settings: LinkSettings,
) -> Iterator[tuple[int, float]]:
    """For each cue its best source in reach or -1, and how sure that is."""
    for block in _blocks(cues):
        low, near = _near(sources, block)
        none = heads.no_source(_vectors(block))[:, None] + settings.no_source
        if near:
            features = _features(block, near, layout)
            own = heads.sources(_vectors(block)[:, None], _vectors(near)[None], features)
            none = np.concatenate([own, none], 1)
        likely = _softmax(none)
        for row, best in enumerate(likely.argmax(1).tolist()):
            yield (low + best if best < len(near) else -1), float(likely[row, best])


def _blocks(segments_: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    """Runs of segments that lie close together, so that what is near them stays few."""
    start = 0
    for number, segment in enumerate(segments_):
        far = segment.first - segments_[start].first > REACH
        if number > start and (far or number - start >= _BLOCK):
            yield segments_[start:number]
            start = number
    yield segments_[start:]


def _near(candidates: Sequence[Segment], block: Sequence[Segment]) -> tuple[int, list[Segment]]:
    """The candidates within reach of a block, and the number of the first of them.

    Both stand in the order of the text."""
    low, high = block[0].first - REACH, block[-1].last + REACH
    first = bisect_left(candidates, low, key=attrgetter("first"))
    last = bisect_right(candidates, high, lo=first, key=attrgetter("first"))
    return first, list(candidates[first:last])


def _features(cues: Sequence[Segment], others: Sequence[Segment], layout: SegmentLayout) -> Array:
    return pair_features(
        np.array([(s.first, s.last) for s in cues]),
        np.array([(s.first, s.last) for s in others]),
        sentence=layout.sentence,
        paragraph=layout.paragraph,
        quotes=layout.quotes,
    )


def _vectors(of: Sequence[Segment]) -> Array:
    return np.stack([segment.vector for segment in of])


def _softmax(scores: Array) -> Array:
    likely = np.exp(scores - scores.max(1, keepdims=True))
    shares: Array = likely / likely.sum(1, keepdims=True)
    return shares

"""Segments joined across chunks and linked, with scores made by hand in place of the model's."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.language.attributions import (
    REACH,
    LinkSettings,
    Segment,
    SegmentLayout,
    joined,
    link,
    segments,
)
from hearsay.language.heads import Heads
from hearsay.model import AttributionSpan

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
WIDTH = 2


class Nearest(Heads):
    """Scores by one number alone: segments whose vectors are alike belong together."""

    def __init__(self, none: float = -50.0) -> None:
        self._none = none

    def sources(self, cues, sources, features):  # type: ignore[no-untyped-def]
        return -50 * np.abs(cues[..., 0] - sources[..., 0])

    def contents(self, cues, contents, features):  # type: ignore[no-untyped-def]
        return -50 * np.abs(cues[..., 0] - contents[..., 0])

    def no_source(self, cues):  # type: ignore[no-untyped-def]
        return np.full(len(cues), self._none, np.float32)


def segment(kind: str, first: int, last: int, mark: float = 0, *, begun: bool = True) -> Segment:
    vector = np.array([mark, 0], np.float32)
    return Segment(kind, first, last, begun, 0.9, vector)


def linked(*found: Segment, none: float = -50.0, words: int = 2_000) -> list[AttributionSpan]:
    zeros = np.zeros(words, np.int64)
    layout = SegmentLayout(zeros, zeros, zeros)
    return list(link(found, layout, Nearest(none), LinkSettings()))


def test_a_cue_with_its_source_and_content() -> None:
    (told,) = linked(segment("source", 0, 2), segment("cue", 2, 3), segment("content", 3, 9))
    assert (told.sources, told.cues, told.contents) == (((0, 2),), ((2, 3),), ((3, 9),))
    assert 0 < told.score < 1


def test_each_content_goes_to_its_own_cue_and_each_cue_to_its_own_source() -> None:
    found = linked(
        segment("source", 0, 2, 1),
        segment("cue", 2, 3, 1),
        segment("content", 3, 9, 1),
        segment("source", 10, 12, 2),
        segment("cue", 12, 13, 2),
        segment("content", 13, 19, 2),
        segment("content", 20, 24, 1),
    )
    assert [told.sources for told in found] == [((0, 2),), ((10, 12),)]
    assert [told.contents for told in found] == [((3, 9), (20, 24)), ((13, 19),)]


def test_two_cues_may_share_a_source() -> None:
    found = linked(
        segment("source", 0, 2),
        segment("cue", 2, 3, 0.1),
        segment("content", 3, 9, 0.1),
        segment("cue", 10, 11, 0.2),
        segment("content", 11, 15, 0.2),
    )
    assert [told.sources for told in found] == [((0, 2),), ((0, 2),)]


def test_a_cue_without_a_source_has_none() -> None:
    (told,) = linked(
        segment("source", 0, 2, 9), segment("cue", 2, 3), segment("content", 3, 9), none=0.0
    )
    assert told.sources == ()
    (alone,) = linked(segment("cue", 2, 3), segment("content", 3, 9))
    assert alone.sources == ()


@pytest.mark.parametrize("kind", ["source", "cue", "content"])
def test_without_cue_or_content_there_is_no_attribution(kind: str) -> None:
    assert linked() == linked(segment(kind, 0, 2)) == []
    if kind != "source":
        assert linked(segment("source", 0, 2), segment(kind, 3, 4)) == []


def test_a_content_out_of_reach_belongs_to_no_cue() -> None:
    near = segment("content", 3 + REACH // 2, 10 + REACH // 2)
    far = segment("content", 10 + 2 * REACH, 20 + 2 * REACH)
    (told,) = linked(segment("cue", 2, 3), near, far)
    assert told.contents == ((near.first, near.last),)


def test_a_content_that_ends_at_a_dash_is_the_dashes() -> None:
    """Vectors that know nothing leave it to the place: “…” – X."""
    found = linked(
        segment("content", 0, 5),
        segment("cue", 5, 6),
        segment("content", 8, 12),
        segment("cue", 12, 13),
    )
    assert [told.contents for told in found] == [((0, 5),), ((8, 12),)]


def test_stretches_that_go_on_in_the_next_chunk_are_one() -> None:
    first = [segment("cue", 0, 1), segment("content", 1, 10)]
    second = [segment("content", 0, 5, begun=False), segment("cue", 6, 7)]
    merged = joined([(0, 10, first), (10, 20, second)])
    assert [(s.kind, s.first, s.last) for s in merged] == [
        ("cue", 0, 1),
        ("content", 1, 15),
        ("cue", 16, 17),
    ]


def test_stretches_that_begin_anew_or_are_of_another_kind_are_two() -> None:
    first = [segment("content", 1, 10)]
    for following in (
        segment("content", 0, 5),
        segment("source", 0, 5, begun=False),
        segment("content", 1, 5, begun=False),
    ):
        assert len(joined([(0, 10, first), (10, 20, [following])])) == 2


def test_a_stretch_joined_is_as_likely_as_its_words_are_on_average() -> None:
    long = Segment("content", 0, 9, True, 0.9, np.zeros(WIDTH))
    short = Segment("content", 0, 1, False, 0.4, np.zeros(WIDTH))
    (whole,) = joined([(0, 9, [long]), (9, 10, [short])])
    assert whole.likely == pytest.approx(0.85)


class Free(Heads):
    """Every tag may follow every other."""

    def __init__(self) -> None:
        size = len(TAGS)
        self.inner = np.zeros((size, size), np.float32)
        self.begin, self.end = np.zeros(size, np.float32), np.zeros(size, np.float32)


def scored(*tags: str) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """A chunk whose words are surely tagged so."""
    scores = np.full((len(tags), len(TAGS)), -9.0, np.float32)
    scores[range(len(tags)), [TAGS.index(tag) for tag in tags]] = 9
    vectors = np.arange(len(tags) * WIDTH, dtype=np.float32).reshape(len(tags), WIDTH)
    return {"attribution": scores, **{f"link_{k}": vectors for k in ("source", "cue", "content")}}


def test_segments_of_chunks_of_several_lengths() -> None:
    parts = [
        scored("B-source", "I-source", "B-cue", "B-content", "I-content", "I-content"),
        scored("I-content", "O"),
        scored("O"),
    ]
    first, second, third = segments(parts, Free(), TAGS)
    assert [(s.kind, s.first, s.last, s.begun) for s in first] == [
        ("source", 0, 2, True),
        ("cue", 2, 3, True),
        ("content", 3, 6, True),
    ]
    assert [(s.kind, s.begun) for s in second] == [("content", False)] and third == []
    assert all(s.likely > 0.99 for s in [*first, *second])
    assert first[0].vector.tolist() == [1, 2]  # the mean of its words
    assert first[2].vector.tolist() == [8, 9]  # a content by its ends alone


_RUNS = st.lists(
    st.tuples(st.sampled_from(["source", "cue", "content"]), st.integers(1, 9), st.integers(0, 40)),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(_RUNS, st.floats(-60, 10))
def test_every_content_is_used_at_most_once_and_cues_stay_in_order(
    runs: list[tuple[str, int, int]], none: float
) -> None:
    found, at = [], 0
    for number, (kind, size, gap) in enumerate(runs):
        found.append(segment(kind, at, at + size, number % 5))
        at += size + gap
    told = linked(*found, none=none)
    contents = [content for one in told for content in one.contents]
    assert len(contents) == len(set(contents))
    assert set(contents) <= {(s.first, s.last) for s in found if s.kind == "content"}
    cues = [one.cues[0] for one in told]
    assert cues == sorted(set(cues))
    assert all(one.contents and len(one.sources) <= 1 and 0 <= one.score <= 1 for one in told)

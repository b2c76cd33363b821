"""Words gathered into chunks that one pass of the encoder reads.

A chunk is whole sentences up to `MOST` wordpieces, with the sentence before as context where
it is short. A sentence longer than that is read in windows that overlap, so that no word lacks
its neighbours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from hearsay.language.encoding import Encoded
from hearsay.language.sentences import YES

MOST = 254  # wordpieces, without the marks at both ends
_CONTEXT = 24  # wordpieces of context at most
_OVERLAP = 48  # wordpieces around a window of a long sentence

_BREAKS = frozenset([";", ":", ",", "—", "–", "--", ".", "!", "?", ")"])


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words first:last of a text, read from word `start` to word `end` for context."""

    start: int
    first: int
    last: int
    end: int


def chunks(encoded: Encoded) -> list[Chunk]:
    """The chunks of a text, in order; their first:last ranges part its words."""
    sizes = [0, *accumulate(len(pieces) for pieces in encoded.pieces)]
    edges = [number for number, mark in enumerate(encoded.begins) if mark == YES]
    sentences = list(zip(edges, [*edges[1:], len(encoded.words)], strict=False))
    found: list[Chunk] = []
    group: list[tuple[int, int]] = []
    room = MOST
    for number, (first, last) in enumerate(sentences):
        size = sizes[last] - sizes[first]
        if group and size > room:
            found.append(_chunk(group))
            group = []
        if size > MOST:
            found += _windows(encoded, sizes, first, last)
            continue
        if not group:
            context = _context(sentences, sizes, number) if number else None
            group = [context or (first, first)]
            room = MOST - (sizes[first] - sizes[group[0][0]])
        group.append((first, last))
        room -= size
    return [*found, _chunk(group)] if group else found


def _chunk(group: list[tuple[int, int]]) -> Chunk:
    return Chunk(group[0][0], group[1][0], group[-1][1], group[-1][1])


def _context(
    sentences: Sequence[tuple[int, int]], sizes: Sequence[int], number: int
) -> tuple[int, int] | None:
    """The sentence before, when it is short and leaves room for this one."""
    (before, first), (_, last) = sentences[number - 1], sentences[number]
    if sizes[first] - sizes[before] <= _CONTEXT and sizes[last] - sizes[before] <= MOST:
        return before, first
    return None


def _windows(encoded: Encoded, sizes: Sequence[int], first: int, last: int) -> Iterator[Chunk]:
    """Overlapping windows over one long sentence, cut after punctuation where there is some."""
    own = MOST - 2 * _OVERLAP
    while first < last:
        cut = first + 1
        while cut < last and sizes[cut + 1] - sizes[first] <= own:
            cut += 1
        cut = _at_break(encoded.words, first, cut) if cut < last else last
        start, end = first, cut
        while start > 0 and sizes[first] - sizes[start - 1] <= _OVERLAP:
            start -= 1
        while end < last and sizes[end + 1] - sizes[cut] <= _OVERLAP:
            end += 1
        yield Chunk(start, first, cut, end)
        first = cut


def _at_break(words: Sequence[str], first: int, cut: int) -> int:
    """The last place after punctuation in the second half of a window, else `cut`."""
    for number in range(cut, first + (cut - first) // 2, -1):
        if words[number - 1] in _BREAKS:
            return number
    return cut

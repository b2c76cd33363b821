"""One pass of the network over each chunk.

A pass takes one chunk and no padding: int8 activations are scaled by all that a pass holds, so
that in company a chunk's result would depend on its neighbours, and a page's on its batch.
"""

from collections.abc import Sequence

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from hearsay.language.chunks import Chunk
from hearsay.language.encoding import Encoded
from hearsay.language.pieces import END, START

Array = NDArray[np.generic]
Ints = NDArray[np.int64]


def run(
    session: onnxruntime.InferenceSession, parts: Sequence[tuple[Encoded, Chunk]]
) -> list[dict[str, Array]]:
    """The network's outputs for each chunk, arrays over its own words (arcs: own by own)."""
    names = [output.name for output in session.get_outputs()]
    return [
        _cut(part, dict(zip(names, session.run(None, _inputs(*part)), strict=True)))
        for part in parts
    ]


def _cut(part: tuple[Encoded, Chunk], found: dict[str, Array]) -> dict[str, Array]:
    chunk = part[1]
    own = slice(chunk.first - chunk.start, chunk.last - chunk.start)
    return {
        name: values[0, own, own] if name == "arcs" else values[0, own]
        for name, values in found.items()
    }


def _inputs(encoded: Encoded, chunk: Chunk) -> dict[str, Ints]:
    inside = slice(chunk.start, chunk.end)
    pieces = encoded.pieces[inside]
    counts = np.fromiter(map(len, pieces), np.int64, len(pieces))
    size = int(counts.sum())
    ends = counts.cumsum()
    ids, shapes, quotes = (np.zeros((1, size + 2), np.int64) for _ in range(3))
    ids[0, 0], ids[0, size + 1] = START, END
    ids[0, 1 : size + 1] = np.fromiter((piece for word in pieces for piece in word), np.int64, size)
    shapes[0, 1 : size + 1] = np.repeat(encoded.shapes[inside], counts)
    quotes[0, 1 : size + 1] = np.repeat(encoded.quotes[inside], counts)
    return {
        "ids": ids,
        "shapes": shapes,
        "quotes": quotes,
        "first": (ends - counts + 1)[None],
        "last": ends[None],
    }

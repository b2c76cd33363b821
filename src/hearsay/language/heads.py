"""The small scorers of pairs that run outside the exported graph, on pairs that decoding picks."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Heads:
    """Scores of relations, roles and attribution links.

    `stored` is the content of heads.npz, `root` the number of the relation "root".
    """

    def __init__(self, stored: dict[str, Floats], root: int) -> None:
        self._stored = stored
        self.root = root
        tags = len(stored["transitions"]) - 1
        # The table's last row starts a sequence, its last column ends one.
        self.inner = stored["transitions"][:tags, :tags]
        self.begin = stored["transitions"][tags, :tags]
        self.end = stored["transitions"][:tags, tags]

    def relations(self, dependents: Floats, heads: Floats, roots: NDArray[np.bool_]) -> Floats:
        """Scores [words, relations] of words with their heads' vectors; `roots` have none."""
        chosen = np.where(roots[:, None], self._stored["rel_root"], heads)
        return self._pairs("rel", dependents, chosen, None)

    def roles(self, predicates: Floats, words: Floats, gaps: Ints) -> Floats:
        """Scores [pairs, tags] of words as parts of arguments; `gaps` is word minus predicate."""
        table = self._stored["role_gap.weight"]
        half = len(table) // 2
        return self._pairs("role", predicates, words, table[np.clip(gaps, -half, half) + half])

    def sources(self, cues: Floats, sources: Floats, features: Ints) -> Floats:
        """Scores [cues, sources], given vectors [cues, 1, width] and [1, sources, width]."""
        extra = self._stored["source_gap.weight"][features].sum(2)
        return self._pairs("source_link", cues, sources, extra)[..., 0]

    def contents(self, cues: Floats, contents: Floats, features: Ints) -> Floats:
        """Scores [cues, contents] of contents for cues."""
        extra = self._stored["content_gap.weight"][features].sum(2)
        return self._pairs("content_link", cues, contents, extra)[..., 0]

    def no_source(self, cues: Floats) -> Floats:
        """Score [cues] of a cue that has no source."""
        weight, bias = self._stored["no_source.weight"], self._stored["no_source.bias"]
        scores: Floats = np.maximum(cues, 0) @ weight.T + bias
        return scores[:, 0]

    def _pairs(self, name: str, one: Floats, other: Floats, extra: Floats | None) -> Floats:
        total = one + other
        if extra is not None:
            total += extra
        np.maximum(total, 0, out=total)
        scores: Floats = np.matmul(total, self._stored[f"{name}.sum.weight"].T)
        scores += (one * other) @ self._stored[f"{name}.product.weight"].T
        scores += self._stored[f"{name}.product.bias"]
        return scores

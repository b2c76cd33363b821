"""The small scorers of pairs that run outside the exported graph, on pairs that decoding picks."""

from collections.abc import Sequence

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

    @property
    def relation_count(self) -> int:
        return len(self._stored["role.relation.weight"])

    def relations(self, dependents: Floats, heads: Floats, roots: NDArray[np.bool_]) -> Floats:
        """Scores [words, relations] of words with their heads' vectors; `roots` have none."""
        chosen = np.where(roots[:, None], self._stored["rel_root"], heads)
        return self._pairs("rel", dependents, chosen, None)

    def roles(
        self, predicates: Floats, words: Floats, gaps: Ints, places: Sequence[Ints]
    ) -> Floats:
        """Scores [pairs, tags] of words as parts of a predicate's arguments.

        `gaps` is word minus predicate; `places` are path, edge and the predicate's own relation.
        """
        total = predicates + words
        half = len(self._stored["role.gap.weight"]) // 2
        known = (np.clip(gaps, -half, half) + half, *places)
        for name, rows in zip(("gap", "path", "edge", "relation"), known, strict=True):
            total += self._stored[f"role.{name}.weight"][rows]
        np.maximum(total, 0, out=total)
        hidden: Floats = np.matmul(total, self._stored["role.hidden.weight"].T)
        hidden += self._stored["role.hidden.bias"]
        np.maximum(hidden, 0, out=hidden)
        return self._sum("role", predicates * words, hidden)

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
        return self._sum(name, one * other, total)

    def _sum(self, name: str, product: Floats, hidden: Floats) -> Floats:
        scores: Floats = np.matmul(hidden, self._stored[f"{name}.sum.weight"].T)
        scores += product @ self._stored[f"{name}.product.weight"].T
        scores += self._stored[f"{name}.product.bias"]
        return scores

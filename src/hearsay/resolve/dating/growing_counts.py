"""When other pages counted the same thing so: counts of what grows in time lie between those told
before and those told after, and a count told again is most often of the same days."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay.ontology import table

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_FIGURE = re.compile(
    rf"(?<![\w$.,-])(\d[\d,]*(?:\.\d+)?)(?: ({'|'.join(_SCALES)}))?((?: [a-z-]+){{1,3}})"
)
_LEAST, _MOST = 2.0, 1e15
"""Numbers that count something that others count too."""

Figure = tuple[str, float]
"""A word that follows a number, and the logarithm of the number."""

Days = NDArray[np.int64]
Floats = NDArray[np.float64]


def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a text, each by the words that follow it, up to one that ends what is counted.

    >>> [word for word, _ in figures_of("Some 36 dead miners were found in 2 days.")]
    ['dead', 'miners', 'were']
    """
    ends = table("date_evidence")["alike"]["figure"]["ends"]
    found: set[Figure] = set()
    for match in _FIGURE.finditer(text):
        number = float(match[1].replace(",", "")) * _SCALES.get(match[2], 1.0)
        for word in match[3].split() if _LEAST <= number <= _MOST else ():
            if word in ends:
                break
            found.add((word, log(number)))
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Figures:
    """What dated pages counted: by word the logarithms of the numbers, and the pages' days."""

    told: Mapping[str, tuple[Floats, Days]]
    rows: Mapping[str, Any]

    def met(self, figures: Sequence[Figure], days: Days) -> tuple[Floats, Floats]:
        """How far the smaller counts lie before each day and the larger ones after it; and how
        close the days lie on which just these counts were told."""
        again = np.zeros(len(days))
        at: list[Days] = []
        steps: list[Floats] = []
        for word, number in figures:
            if word not in self.told:
                continue
            numbers, since = self.told[word]
            same = np.abs(numbers - number) < 1e-9
            if same.any():
                again += self._again(days, since[same])
            near = ~same & (np.abs(numbers - number) < self.rows["range"])
            if near.sum() >= self.rows["least"]:
                at.append(since[near])
                steps.append(np.sign(number - numbers[near]) / sqrt(near.sum()))
        if not at:
            return np.zeros(len(days)), again
        known, places = np.unique(np.concatenate(at), return_inverse=True)
        sizes = np.bincount(places, np.concatenate(steps)) / sqrt(len(at))
        return _between(known, sizes, days, self.rows["fade"]), again

    def _again(self, days: Days, since: Days) -> Floats:
        close = np.exp(-np.abs(days[:, None] - since[None, :]) / self.rows["again"])
        return np.asarray(np.log1p(self.rows["sharp"] * close.mean(axis=1)))


def figures(pages: Sequence[Sequence[Figure]], days: Days, rows: Mapping[str, Any]) -> Figures:
    """The figures of dated pages, which came out on the days given; those told of few are left."""
    found: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for page, day in zip(pages, days.tolist(), strict=True):
        for word, number in page:
            found[word].append((number, day))
    kept = {word: told for word, told in found.items() if len(told) > rows["least"]}
    return Figures(
        {
            word: (np.array([n for n, _ in told]), np.array([d for _, d in told], dtype=np.int64))
            for word, told in kept.items()
        },
        rows,
    )


def _between(at: Days, sizes: Floats, days: Days, fade: float) -> Floats:
    """The steps before each day less those after it, each the less the further away."""
    before = _faded(at, sizes, days, fade)
    after = _faded(-at[::-1], sizes[::-1], -days[::-1], fade)[::-1]
    return before - after


def _faded(at: Days, sizes: Floats, days: Days, fade: float) -> Floats:
    """The sum of the sizes at the days before each day, faded by how long before they lie."""
    kept = np.exp(-np.diff(at, prepend=at[0]) / fade).tolist()
    sums = [0.0]
    for size, share in zip(sizes.tolist(), kept, strict=True):
        sums.append(sums[-1] * share + size)
    last = np.searchsorted(at, days)
    apart = np.maximum(days - at[np.maximum(last - 1, 0)], 0)
    return np.asarray(np.array(sums)[last] * np.exp(-apart / fade))

"""Which dated pages use the same rare words and turns of phrase as a page: an index of their texts.

Pages of one time tell of the same new things in the same new words. Words, pairs and triples of
words count the less the more pages hold them (one part in so many), and what two pages share is set
against what each holds, as in the cosine of vectors.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from hearsay.ontology import table

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*|[.!?;:\n]")
_STOPS = ".!?;:\n"
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_MOST_PAGES = 40
"""Turns of phrase on more pages than these say nothing of time."""

Grams = NDArray[np.uint64]


def grams_of(text: str) -> Grams:
    """The distinct words, pairs and triples of a text, as numbers; names of days are left out."""
    words = np.array(list(map(_number, _WORD.findall(text))), dtype=np.uint64)
    one, two = words, words[:-1] * _PRIME + words[1:]
    three = two[:-1] * _PRIME + words[2:]
    broken = words == 0
    pairs = two[~(broken[:-1] | broken[1:])]
    triples = three[~(broken[:-2] | broken[1:-1] | broken[2:])] if len(words) > 2 else three
    return np.unique(np.concatenate([one[~broken], pairs, triples]))


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    """A number for a word; 0 between sentences and where a day or month is named."""
    plain, calendar = word.lower(), table("months")
    if word in _STOPS or plain in calendar["months"] or plain in calendar["weekdays"]:
        return 0
    return crc32(plain.encode("utf-8", "surrogatepass")) | 1


@dataclass(frozen=True, slots=True)
class Index:
    """The rare grams of a set of pages, and the pages that hold each.

    Page numbers are positions in the sequence given; `starts` has one entry more than `vocabulary`.
    """

    vocabulary: Grams
    starts: NDArray[np.int64]
    holders: NDArray[np.int64]
    norms: NDArray[np.float64]

    def likeness(self, grams: Grams) -> NDArray[np.float64]:
        """How alike a page is to each of the index, 0 to 1."""
        places = np.searchsorted(self.vocabulary, grams)
        places = places[places < len(self.vocabulary)]
        known = places[np.isin(self.vocabulary[places], grams)]
        spans = self.starts[known + 1] - self.starts[known]
        weights = _weights(spans)
        norm = float(np.sqrt(weights.sum()))
        if not norm:
            return np.zeros(len(self.norms))
        order = np.repeat(self.starts[known] - np.cumsum(spans) + spans, spans)
        holders = self.holders[order + np.arange(spans.sum())]
        shared = np.bincount(holders, np.repeat(weights, spans), len(self.norms))
        return np.asarray(shared / (np.maximum(self.norms, 1e-9) * norm), dtype=np.float64)


def index(pages: Sequence[Grams]) -> Index:
    """The index of the grams of dated pages."""
    grams = np.concatenate([np.zeros(0, np.uint64), *pages])
    holders = np.repeat(np.arange(len(pages)), [len(page) for page in pages])
    order = np.argsort(grams, kind="stable")
    grams, holders = grams[order], holders[order]
    vocabulary, many = np.unique(grams, return_counts=True)
    kept = many <= _MOST_PAGES
    inside = np.repeat(kept, many)
    starts = np.concatenate([[0], np.cumsum(many[kept])]).astype(np.int64)
    weights = np.repeat(_weights(many[kept]), many[kept])
    norms = np.sqrt(np.bincount(holders[inside], weights, len(pages)))
    return Index(vocabulary[kept], starts, holders[inside].astype(np.int64), norms)


def _weights(many: NDArray[np.int64]) -> NDArray[np.float64]:
    """What a gram on so many pages counts."""
    return np.asarray(1.0 / np.maximum(many, 1), dtype=np.float64)

"""Quotations laid over the tree, and which of them stand where."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.reading.statements.marks import Quotation
from hearsay.reading.statements.tree import Tree

STOP = re.compile(r"[.!?…][\"”’»')\]]*\s*$")
_INSIDE = 200


@dataclass(frozen=True, slots=True)
class Page:
    """A tree with its quotations, `outer` those that lie in no other.

    `resumed`: runs that take up again in a new paragraph. `dateline` is where a dateline ends.
    """

    tree: Tree
    quotations: tuple[Quotation, ...]
    outer: tuple[Quotation, ...]
    resumed: frozenset[int]
    starts: tuple[int, ...]
    outer_ends: tuple[int, ...]
    dateline: int = 0

    def frame(self, start: int, end: int) -> Quotation | None:
        """The innermost trustworthy quotation around the code points start:end."""
        at = bisect_right(self.starts, start)
        for number in range(at - 1, max(-1, at - _INSIDE), -1):
            q = self.quotations[number]
            if q.inner[0] <= start and end <= q.inner[1] and self.whole(q):
                return q
            if q.depth == 0:
                break
        return None

    def touching(self, low: int, high: int) -> list[Quotation]:
        """The outer quotations that overlap the code points low:high."""
        first = bisect_right(self.outer_ends, low)
        found = []
        for number in range(first, len(self.outer)):
            if self.outer[number].start >= high:
                break
            found.append(self.outer[number])
        return found

    def level(self, frame: Quotation | None, start: int, end: int) -> Sequence[Quotation]:
        """The quotations right inside `frame`, or in none, in the paragraphs of start:end."""
        text = self.tree.text
        low = text.rfind("\n", 0, start) + 1
        high = text.find("\n", end)
        high = len(text) if high < 0 else high
        if frame is None:
            return self.touching(low, high)
        first, last = bisect_left(self.starts, low), bisect_left(self.starts, high)
        return [
            q
            for q in self.quotations[first:last]
            if q.depth == frame.depth + 1 and frame.start <= q.start and q.end <= frame.end
        ]

    def whole(self, quotation: Quotation) -> bool:
        """True when the end of the quotation is known."""
        return quotation.closed or quotation.run in self.resumed


def page(tree: Tree, quotations: tuple[Quotation, ...], dateline: int = 0) -> Page:
    """The quotations laid over the tree; `dateline` is where the text after it begins."""
    count: dict[int, int] = {}
    for quotation in quotations:
        count[quotation.run] = count.get(quotation.run, 0) + 1
    outer = tuple(q for q in quotations if q.depth == 0)
    return Page(
        tree,
        quotations,
        outer,
        frozenset(run for run, number in count.items() if number > 1),
        tuple(q.start for q in quotations),
        tuple(q.end for q in outer),
        dateline,
    )


def stopped(text: str, start: int, end: int) -> bool:
    """True when the words start:end close a sentence."""
    return bool(STOP.search(text, start, end))

"""Quotations laid over the tree, and which of them stand where."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hearsay.reading.attribution.quotations.quotation_marks import Quotation
from hearsay.rules import rule
from hearsay.syntax import Parse

STOP = re.compile(r"[.!?…][\"”’»')\]]*\s*$")
_LINE_END = re.compile(r"\n")
_INSIDE = 200
_INTRODUCING = frozenset({":", ","})
_SMALL = frozenset({"ADP", "DET", "CCONJ", "PART", "SCONJ"})


class Level:
    """Quotations none of which lies in another, in order, those of a stretch of the text.

    They are looked up by where they stand: a page may have thousands of them in one paragraph.
    """

    __slots__ = ("_ends", "_first", "_last", "_quotations", "_starts")

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = quotations
        self._starts = [quotation.start for quotation in quotations]
        self._ends = [quotation.end for quotation in quotations]
        self._first, self._last = 0, len(quotations)

    def between(self, low: int, high: int) -> "Level":
        """Those that overlap the code points low:high."""
        part = Level.__new__(Level)
        part._quotations, part._starts, part._ends = self._quotations, self._starts, self._ends
        part._first = bisect_right(self._ends, low, self._first, self._last)
        part._last = bisect_left(self._starts, high, part._first, self._last)
        return part

    def __iter__(self) -> Iterator[Quotation]:
        return (self._quotations[number] for number in range(self._first, self._last))

    def at(self, start: int) -> Quotation | None:
        """The one that begins right there."""
        found = self.after(start)
        return found if found is not None and found.start == start else None

    def after(self, place: int) -> Quotation | None:
        """The first that begins at a place or behind it."""
        number = bisect_left(self._starts, place, self._first, self._last)
        return self._quotations[number] if number < self._last else None

    def before(self, place: int) -> Quotation | None:
        """The last that ends at a place or before it."""
        number = bisect_right(self._ends, place, self._first, self._last)
        return self._quotations[number - 1] if number > self._first else None


@dataclass(frozen=True, slots=True)
class QuotationIndex:
    """A tree with its quotations, `outer` those that lie in no other.

    `resumed`: runs that take up again in a new paragraph. `lines` are where lines end, `levels`
    the quotations right inside each that was asked about, by where it starts. `dateline` is where
    a dateline ends.
    """

    tree: Parse
    quotations: tuple[Quotation, ...]
    outer: Level
    resumed: frozenset[int]
    starts: tuple[int, ...]
    lines: tuple[int, ...]
    dateline: int = 0
    levels: dict[tuple[int, int], Level] = field(default_factory=dict)

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
        return list(self.outer.between(low, high))

    def level(self, frame: Quotation | None, start: int, end: int) -> Level:
        """The quotations right inside `frame`, or in none, in the paragraphs of start:end."""
        low, high = self.line(start)[0], self.line(end)[1]
        if frame is None:
            return self.outer.between(low, high)
        return self._inside(frame).between(low, high)

    def line(self, place: int) -> tuple[int, int]:
        """Where the line of a place begins and ends, its end left out."""
        number = bisect_left(self.lines, place)
        low = self.lines[number - 1] + 1 if number else 0
        return low, self.lines[number] if number < len(self.lines) else len(self.tree.text)

    def _inside(self, frame: Quotation) -> Level:
        place = (frame.start, frame.end)
        if place not in self.levels:
            first, last = bisect_left(self.starts, frame.start), bisect_left(self.starts, frame.end)
            self.levels[place] = Level(
                [
                    quotation
                    for quotation in self.quotations[first:last]
                    if quotation.depth == frame.depth + 1 and quotation.end <= frame.end
                ]
            )
        return self.levels[place]

    def whole(self, quotation: Quotation) -> bool:
        """True when the end of the quotation is known."""
        return quotation.closed or quotation.run in self.resumed


def quotation_index(
    tree: Parse, quotations: tuple[Quotation, ...], dateline: int = 0
) -> QuotationIndex:
    """The quotations laid over the tree; `dateline` is where the text after it begins."""
    count: dict[int, int] = {}
    for quotation in quotations:
        count[quotation.run] = count.get(quotation.run, 0) + 1
    return QuotationIndex(
        tree,
        quotations,
        Level([q for q in quotations if q.depth == 0]),
        frozenset(run for run, number in count.items() if number > 1),
        tuple(q.start for q in quotations),
        tuple(match.start() for match in _LINE_END.finditer(tree.text)),
        dateline,
    )


def without_titles(tree: Parse, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """Without marks around a name that a verb or preposition governs: "told “Meet the Town”"."""
    return tuple(quotation for quotation in quotations if not _title(tree, quotation))


@rule("ATT-120")
def _title(tree: Parse, quotation: Quotation) -> bool:
    """True for two to six words all in capitals but small ones, right behind what governs them."""
    first, last = tree.at(*quotation.inner)
    words = [n for n in range(first, last) if tree.tokens[n].upos != "PUNCT"]
    before = tree.at(quotation.start, quotation.start + 1)[0] - 1
    if not 2 <= len(words) <= 6 or before < 0 or tree.word(before) in _INTRODUCING:
        return False
    governed = (
        tree.tokens[before].upos in ("VERB", "ADP", "DET") or tree.tokens[before].xpos == "POS"
    )
    large = (tree.tokens[n].text[0].isupper() for n in words if tree.tokens[n].upos not in _SMALL)
    tensed = any(tree.tokens[n].xpos in ("VBD", "VBZ", "VBP", "MD") for n in words)
    return governed and all(large) and tree.tokens[words[0]].text[0].isupper() and not tensed


@rule("ATT-041")
def stopped(text: str, start: int, end: int) -> bool:
    """True when the words start:end close a sentence."""
    return bool(STOP.search(text, start, end))

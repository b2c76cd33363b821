"""Direct, mixed or indirect, as PolNeAR has it, and how sure a statement is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from hearsay.model.vocabulary import StatementKind
from hearsay.reading.attribution.candidate import AttributionCandidate
from hearsay.reading.attribution.quotations.quotation_index import Level, QuotationIndex
from hearsay.syntax import Range


def kind_and_quoted(
    page: QuotationIndex, one: AttributionCandidate
) -> tuple[StatementKind, list[Range]]:
    """The kind, and the stretches of words inside marks, marks excluded.

    Direct: all of the content stands in marks, or is a turn of a transcript; mixed: part of it;
    indirect: none. Marks around the statement this one is nested in do not count.
    """
    if one.frame == "turn":
        return "direct", list(one.contents)
    frame = page.frame(*page.tree.place(one.cue)) if one.cue is not None else None
    quoted = list(_marked(one.contents, page.level(frame, one.start, one.end)))
    if not quoted:
        return "indirect", []
    told = sum(_letters(page.tree.text, part) for part in one.contents)
    marked = sum(_letters(page.tree.text, part) for part in quoted)
    return ("direct" if marked >= told else "mixed"), quoted


def _marked(contents: Sequence[Range], level: Level) -> Iterator[Range]:
    """What each quotation has of the words of a content."""
    starts = [start for start, _ in contents]
    ends = list(accumulate((end for _, end in contents), max))
    for quotation in level.between(starts[0], ends[-1]):
        low, high = quotation.inner
        for start, end in contents[bisect_right(ends, low) : bisect_left(starts, high)]:
            if max(start, low) < min(end, high):
                yield max(start, low), min(end, high)


def _letters(text: str, part: Range) -> int:
    return sum(map(str.isalnum, text[part[0] : part[1]]))


# How likely a statement is that rules alone find: by kind, and when nested in another, where the
# tagger is not trained to look. Measured on PolNeAR dev and on passages of our own.
_RULED: dict[StatementKind, float] = {"direct": 0.92, "mixed": 0.65, "indirect": 0.4}
_NESTED = 0.7
# The share of the tagger's doubt that stays when the tree or the marks agree with it.
_DOUBT: dict[StatementKind, float] = {"direct": 0.6, "mixed": 0.7, "indirect": 1.0}
_UNRULED = 0.8


def score(one: AttributionCandidate, kind: StatementKind, nested: bool) -> float:
    """How likely the statement is one that a reader would mark, from 0 to 1."""
    if not one.tagged:
        likely = max(_RULED[kind], _NESTED) if nested else _RULED[kind]
    elif one.ruled:
        likely = 1 - (1 - min(one.tagged, 1.0)) * _DOUBT[kind]
    else:
        likely = one.tagged * _UNRULED
    return round(min(1.0, max(0.0, likely)), 3)

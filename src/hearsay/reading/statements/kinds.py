"""Direct, mixed or indirect, as PolNeAR has it, and how sure a statement is."""

from hearsay.reading.statements.candidate import Candidate
from hearsay.reading.statements.laid import Page
from hearsay.reading.statements.tree import Range


def kind_and_quoted(page: Page, one: Candidate) -> tuple[str, list[Range]]:
    """The kind, and the stretches of words inside marks, marks excluded.

    Direct: all of the content stands in marks; mixed: part of it; indirect: none. Marks around
    the statement this one is nested in do not count.
    """
    frame = page.frame(*page.tree.place(one.cue)) if one.cue is not None else None
    quoted = []
    for quotation in page.level(frame, one.start, one.end):
        for start, end in one.contents:
            low, high = max(start, quotation.inner[0]), min(end, quotation.inner[1])
            if low < high:
                quoted.append((low, high))
    if not quoted:
        return "indirect", []
    told = sum(_letters(page.tree.text, part) for part in one.contents)
    marked = sum(_letters(page.tree.text, part) for part in quoted)
    return ("direct" if marked >= told else "mixed"), quoted


def _letters(text: str, part: Range) -> int:
    return sum(map(str.isalnum, text[part[0] : part[1]]))


def score(one: Candidate, kind: str) -> float:
    """How likely the statement is one that a reader would mark."""
    if one.ruled and one.tagged:
        base = 0.97 if kind == "direct" else 0.9
    elif one.ruled:
        base = 0.85 if kind != "indirect" else 0.7
    else:
        base = 0.7 * one.tagged
    return round(base * (0.8 if one.hedged or one.frame == "alone" else 1.0), 3)

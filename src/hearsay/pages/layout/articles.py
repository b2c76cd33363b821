"""Where a second article begins on a page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from hearsay.pages.input.sketch import Sketch
from hearsay.pages.layout.paragraph import KEPT
from hearsay.pages.layout.paragraph_kind import kind_alone
from hearsay.pages.layout.shape import words

_LEAST = 40  # words of running text that make an article
_HEAD = frozenset(["byline", "date"])


def first_article(sketch: Sketch) -> tuple[Sketch, str | None]:
    """The sketch as far as its first article goes, and the headline of a second one, or None.

    Both have a head: a headline, then the lines of its writer and its day. A box inside an article
    that names another page lacks one of the three, or the article has no such head itself.
    """
    reasons = [kind_alone(paragraph) for paragraph in sketch.paragraphs]
    sizes = (
        len(words(paragraph.text)) if reason in KEPT else 0
        for paragraph, reason in zip(sketch.paragraphs, reasons, strict=True)
    )
    above = tuple(accumulate(sizes, initial=0))
    first = above.count(0) - 1
    if not set(reasons[:first]) >= _HEAD:
        return sketch, None
    for number in range(first + 1, len(reasons) - 2):
        if _heads(reasons, number) and above[-1] - above[number] >= _LEAST <= above[number]:
            headline = sketch.paragraphs[number].text
            return replace(sketch, paragraphs=sketch.paragraphs[:number]), headline
    return sketch, None


def _heads(reasons: Sequence[str], number: int) -> bool:
    """True for a headline with a writer and a day below it."""
    lines = frozenset(reasons[number + 1 : number + 3])
    return reasons[number] in ("headline", "label") and lines == _HEAD

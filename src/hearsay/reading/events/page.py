"""Everything known of a page when its events are read."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from hearsay.model import Analysis, Attribution, Document, Span, Timex
from hearsay.reading.events.nouns import Nouns
from hearsay.reading.events.tree import Tree


@dataclass(frozen=True, slots=True)
class Page:
    """Everything known of a page when its events are read."""

    document: Document
    analysis: Analysis
    tree: Tree
    nouns: Nouns
    timexes: tuple[Timex, ...]
    timex_heads: dict[int, int]
    attributions: tuple[Attribution, ...]
    temporal: dict[int, tuple[tuple[int, int], ...]]
    triggers: dict[int, str]


def token_range(page: Page, span: Span) -> tuple[int, int]:
    first = bisect_right(page.tree.starts, span.start) - 1
    return max(first, 0), bisect_left(page.tree.starts, span.end)

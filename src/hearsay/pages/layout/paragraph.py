"""A paragraph as a format reader hands it over, and what is made of it."""

from dataclasses import dataclass

# What a paragraph may be that belongs to the article.
KEPT = frozenset(["prose", "short", "quotation", "item", "lead-in", "dateline"])


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `kind` is "", or by markup "item", "heading" or "outside" the article."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphVerdict:
    """Whether a paragraph belongs to the article, and as what: its kind, or why it was dropped.

    Kinds: prose, short, quotation, item, lead-in, dateline. Reasons: those of
    `ontology/furniture.toml` and no words, address, code, foreign, date, byline, title, headline,
    label, tags, copy, apart,
    after the end, outside.
    """

    text: str
    kept: bool
    reason: str

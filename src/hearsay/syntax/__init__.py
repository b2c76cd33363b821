"""Sentences as all readers see them: repaired trees, lemmas, prepositions. Knows no room."""

from hearsay.syntax.parse import Parse, Range, parse
from hearsay.syntax.word import Word

__all__ = ["Parse", "Range", "Word", "parse"]

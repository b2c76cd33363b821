"""Bytes to documents: formats, main text, title, byline, dateline, credits, dates, language."""

from hearsay.pages.extract import extract
from hearsay.pages.furniture import judge
from hearsay.pages.gather import gather, is_record, name_of
from hearsay.pages.paragraph import Paragraph, Verdict
from hearsay.pages.pieces import Piece, count, pieces
from hearsay.pages.rows import unknown_fields
from hearsay.pages.told_days import day_of

__all__ = [
    "Paragraph",
    "Piece",
    "Verdict",
    "count",
    "day_of",
    "extract",
    "gather",
    "is_record",
    "judge",
    "name_of",
    "pieces",
    "unknown_fields",
]

"""Bytes to documents: formats, main text, title, byline, dateline, credits, dates, language."""

from hearsay.pages.input.extract import extract
from hearsay.pages.input.gather import gather, is_record, name_of
from hearsay.pages.input.json_rows import unknown_fields
from hearsay.pages.input.page_pieces import Piece, count, pieces
from hearsay.pages.layout.furniture import judge
from hearsay.pages.layout.paragraph import Paragraph, ParagraphVerdict
from hearsay.pages.metadata.machine_days import day_of

__all__ = [
    "Paragraph",
    "ParagraphVerdict",
    "Piece",
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

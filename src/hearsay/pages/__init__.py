"""Bytes to documents: formats, main text, title, byline, dateline, credits, dates, language."""

from hearsay.pages.extract import extract
from hearsay.pages.furniture import judge
from hearsay.pages.gather import gather, load
from hearsay.pages.paragraph import Paragraph, Verdict

__all__ = ["Paragraph", "Verdict", "extract", "gather", "judge", "load"]

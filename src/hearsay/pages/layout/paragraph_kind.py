"""What a paragraph is by itself, before its neighbours are asked."""

import re
from functools import lru_cache

from hearsay import ontology
from hearsay.pages.layout.address import is_address
from hearsay.pages.layout.furniture_cues import cue
from hearsay.pages.layout.language_id import is_foreign
from hearsay.pages.layout.paragraph import KEPT, Paragraph
from hearsay.pages.layout.shape import ParagraphShape, shape
from hearsay.pages.metadata.bylines import read_byline
from hearsay.pages.metadata.date_lines import is_date_line
from hearsay.pages.metadata.dateline import find_dateline
from hearsay.pages.metadata.stated_dates import find_stated

_CODE = re.compile(r"[{}]\s*+$|\);\s*+$|^\s*[<{]|function\s*+\(|=>|</|\w\.\w++\(|\bvar \w++ =")
# ", Monday, Oct. 14, 2024." ends a photograph's caption; running prose says "on Monday".
_CAPTION_DAY = re.compile(
    r",\s+(?:on\s+)?(?:\w+day,\s+)?[A-Z][a-z]+\.?\s+\d{1,2},\s+\d{4}\.?\)?(?:\s+\(.*\))?$"
)
# “We are leaving,” she said: speech and its speaker make a sentence even where the stop was lost.
_SPOKEN = re.compile(r"[,?!.][\"”’']\s+\w+")
_SAID = re.compile(r"\b(?:said|says|told|added|according)\b")
# "Ana Sol and John Roe reported from Split": people; of news that came from a place prose tells.
_REPORTED_FROM = re.compile(
    r"^\W*(?:[A-Z][\w'’.-]+\s+){2,4}(?:and\s+(?:[A-Z][\w'’.-]+\s+){2,4})?(?:also\s+)?reported\s+from\b"
)
_CAPTION_WORDS = 50
_LABEL_WORDS = 3
_SENTENCE_WORDS = 12  # a headline that is a sentence has fewer


@lru_cache(maxsize=4096)  # a page is judged twice: with its furniture and without
def kind_alone(paragraph: Paragraph) -> str:
    """The kind of the paragraph, or the reason to drop it, by its own words alone."""
    kind = _kind(paragraph)
    return "outside" if paragraph.kind == "outside" and kind in KEPT else kind


def _kind(paragraph: Paragraph) -> str:
    text = paragraph.text
    looks = shape(text)
    furniture = _furniture(text, looks)
    if furniture is not None:
        return furniture
    if paragraph.kind == "heading" and not _set_large(text, looks):
        return "headline"
    if looks.finished:
        return _finished(text, looks)
    return _unfinished(paragraph, looks)


def _set_large(text: str, looks: ParagraphShape) -> bool:
    """True for a heading that is a sentence of the report: its lead, set in large letters."""
    table = ontology.table("furniture")["prose"]
    told = looks.function_share >= float(table["unfinished_share"]) and not looks.shouted
    return looks.words >= _SENTENCE_WORDS and text.rstrip('"”’').endswith(".") and told


def _furniture(text: str, looks: ParagraphShape) -> str | None:
    """The reason to drop a paragraph whatever its form, or None."""
    if is_address(text):
        return "address"
    if not any(char.isalpha() for char in text):
        return "date" if is_date_line(text) else "no words"
    if looks.latin_share < 0.5:
        return "foreign"
    if looks.quoted and looks.finished:
        return None
    reason = cue(text, words=looks.words, finished=looks.finished)
    if reason is not None:
        return reason
    if _REPORTED_FROM.match(text):
        return "credit"
    if read_byline(text) is not None:
        return "byline"
    if _own_dateline(text):
        return "dateline"
    if is_date_line(text):
        return "date"
    if _caption(text, looks):
        return "caption"
    return "code" if _CODE.search(text) and looks.function_share < 0.2 else None


def _own_dateline(text: str) -> bool:
    """True for a dateline that has a line to itself."""
    head = find_dateline(text)
    return head is not None and head.own_line


def _caption(text: str, looks: ParagraphShape) -> bool:
    """True for a caption that no cue betrays: it names a full day at its end, and nobody speaks."""
    if looks.words > _CAPTION_WORDS or looks.quoted or _SAID.search(text):
        return False
    if _CAPTION_DAY.search(text) and (not looks.finished or "day, " in text):
        return True
    stated = find_stated(text) if not looks.finished else []
    return bool(stated) and stated[-1].days is not None and stated[-1].end >= len(text) - 3


def ends_in_day(text: str) -> bool:
    """True for a short paragraph in which nobody speaks and that ends in a full day, as captions
    do."""
    looks = shape(text)
    if looks.words > _CAPTION_WORDS or looks.quoted or _SAID.search(text):
        return False
    stated = find_stated(text)
    return bool(stated) and stated[-1].days is not None and stated[-1].end >= len(text) - 2


def _finished(text: str, looks: ParagraphShape) -> str:
    if looks.function_share < 0.15 and is_foreign(text):
        return "foreign"
    if looks.words < int(ontology.table("furniture")["prose"]["words"]):
        return "short"
    if looks.shouted and looks.words < 8:
        return "label"
    return "prose"


def _unfinished(paragraph: Paragraph, looks: ParagraphShape) -> str:
    text, prose = paragraph.text, ontology.table("furniture")["prose"]
    if looks.shouted:
        return "label"
    if looks.words >= 5 and is_foreign(text):
        return "foreign"
    if text.endswith(":") and looks.lower:
        return "lead-in"
    if (paragraph.kind == "item" or looks.bullet) and looks.words >= _LABEL_WORDS and looks.lower:
        return "item"
    if looks.quoted and text.endswith(("”", '"', "’", "'")) and looks.words > _LABEL_WORDS:
        return "quotation"
    if looks.quoted and _SPOKEN.search(text):
        return "prose"
    long = looks.words >= int(prose["unfinished_words"])
    if long and looks.function_share >= float(prose["unfinished_share"]):
        return "prose"
    if text.count(",") >= 3 and looks.function_share < 0.2:
        return "tags"
    return "headline" if looks.words > _LABEL_WORDS else "label"

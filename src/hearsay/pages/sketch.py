"""What a format reader finds on a page, before it is judged."""

import re
from dataclasses import dataclass
from functools import cache

from hearsay import ontology
from hearsay.model import DateEvidence
from hearsay.pages.hyphens import joined
from hearsay.pages.lines import mend, paragraphs
from hearsay.pages.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Sketch:
    """Paragraphs in the order of the page, and what markup or a feed says of it."""

    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    dates: tuple[DateEvidence, ...] = ()


def text_sketch(text: str) -> Sketch:
    """The sketch of a page of plain text: its paragraphs alone."""
    return Sketch(tuple(Paragraph(without_tail(line)) for line in mend(paragraphs(joined(text)))))


def without_tail(text: str) -> str:
    """`text` without an insert glued to its last sentence.

    >>> without_tail("The port is shut. Read more: Ten storms of the decade")
    'The port is shut.'
    """
    match = _tail().search(text)
    return text[: match.start()] if match else text


@cache
def _tail() -> re.Pattern[str]:
    cues = ontology.table("furniture")["tail"]["cues"]
    either = "|".join(re.escape(cue) + (r"\b" if cue[-1].isalpha() else "") for cue in cues)
    return re.compile(rf"(?<=[.!?”\"])\s(?:{either})[^.!?]{{0,200}}$", re.IGNORECASE)

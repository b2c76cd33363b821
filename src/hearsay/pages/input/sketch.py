"""What a format reader finds on a page, before it is judged."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from hearsay import ontology
from hearsay.model import DateEvidence
from hearsay.pages.layout.furniture_cues import cue
from hearsay.pages.layout.hyphens import joined
from hearsay.pages.layout.lines import mend, paragraphs
from hearsay.pages.layout.paragraph import Paragraph

_SENTENCE = re.compile(r"(?<=[.!?”\"])(?<!\b[A-Z]\.)\s+(?=[(\[]?[A-Z])")
_PROSE = 8  # words: fewer before a credit belong to it
_CREDITS = 3  # so many sentences of a paragraph may be a credit


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


def without_credit(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, a credit glued to the end of one as a paragraph of its own.

    >>> text = "The port will be shut until noon on Friday. (Reporting by Ana Sol)"
    >>> [paragraph.text for paragraph in without_credit([Paragraph(text)])]
    ['The port will be shut until noon on Friday.', '(Reporting by Ana Sol)']
    """
    for paragraph in paragraphs:
        text = paragraph.text
        cuts = [match.end() for match in _SENTENCE.finditer(text)][-_CREDITS:]
        told = (at for at in cuts if len(text[:at].split()) >= _PROSE)
        cut = next((at for at in told if _is_credit(text[at:])), len(text))
        yield replace(paragraph, text=text[:cut].rstrip())
        if text[cut:]:
            yield replace(paragraph, text=text[cut:])


def _is_credit(text: str) -> bool:
    return cue(text, words=len(text.split()), finished=True) == "credit"


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

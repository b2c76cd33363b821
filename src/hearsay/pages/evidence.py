"""What a judged page says of its day outside the article's text."""

import re
from collections.abc import Iterator, Sequence

from hearsay.model import DateEvidence
from hearsay.pages.bylines import read_byline
from hearsay.pages.date_lines import copyright_evidence, line_evidence, says_published
from hearsay.pages.dateline import find_dateline
from hearsay.pages.furniture import same_words
from hearsay.pages.paragraph import Verdict
from hearsay.pages.stated_dates import find_stated

_HEAD = 3  # so many lines above its headline an article may be dated
_DOTS = re.compile(r"\.\.\.|…")


def furniture_evidence(verdicts: Sequence[Verdict], title: str | None) -> list[DateEvidence]:
    """The dates told in the paragraphs that were dropped, in the order of the page, each once.

    A date line above the article is its header, unless it stands well above the headline: then it
    is the masthead's. Below the article, or inside, a date line dates another page, unless it says
    "published" or "updated" itself.
    """
    kept = [number for number, verdict in enumerate(verdicts) if verdict.kept]
    first = kept[0] if kept else len(verdicts)
    headline = next((n for n, v in enumerate(verdicts) if title and same_words(v.text, title)), 0)
    found: list[DateEvidence] = []
    for number, verdict in enumerate(verdicts):
        above = "masthead" if number < headline - _HEAD else "header"
        heads = number < first or _opens_report(verdicts, number)
        found += _of(verdict, above if heads else "related")
    return list(dict.fromkeys(found))


def _opens_report(verdicts: Sequence[Verdict], number: int) -> bool:
    """True for a line right above the report's dateline, whatever stands above it."""
    below = verdicts[number + 1 : number + 2]
    return any(v.kept and find_dateline(v.text) is not None for v in below)


def _of(verdict: Verdict, place: str) -> Iterator[DateEvidence]:
    text, reason = verdict.text, verdict.reason
    if reason == "legal":
        year = copyright_evidence(text)
        yield from (year,) if year else ()
    elif reason == "caption":
        yield from line_evidence(text, kind="caption")
    elif reason == "copy":
        yield from _after_dots(text, place)
    elif reason == "date" or (reason == "byline" and read_byline(text) is not None):
        yield from line_evidence(text, kind="header" if says_published(text) else place)
    elif reason in ("note", "navigation", "label", "headline") and says_published(text):
        yield from line_evidence(text, kind="header")
    elif reason == "note":
        yield from (e for e in line_evidence(text, kind="related") if e.kind == "updated")


def _after_dots(text: str, place: str) -> Iterator[DateEvidence]:
    """The date after the dots of a teaser: "… in the Middle East... 01.11.2024, Harbour Post"."""
    parts = _DOTS.split(text)
    if len(parts) > 1 and find_stated(parts[-1]):
        yield from line_evidence(parts[-1].strip(), kind=place)

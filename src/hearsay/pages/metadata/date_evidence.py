"""What a judged page says of its day outside the article's text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from hearsay import ontology
from hearsay.model import DateEvidence, Interval
from hearsay.pages.layout.furniture import alike
from hearsay.pages.layout.paragraph import ParagraphVerdict
from hearsay.pages.metadata.bylines import read_byline
from hearsay.pages.metadata.date_lines import (
    copyright_evidence,
    dates_byline,
    is_bare_day,
    is_readers,
    is_stamp,
    line_evidence,
    of_the_past,
    says_clock,
    says_published,
)
from hearsay.pages.metadata.dateline import find_dateline
from hearsay.pages.metadata.stated_dates import find_stated

_HEAD = 3  # so many lines above its headline an article may be dated
_TEASERS = 8  # so many paragraphs may stand above the line that a dateline follows
_STANDFIRST = 3  # and so many above a stamp that none follows: a headline, notes to readers
_UNDER = 2  # and so many, each of so many words, above a day alone: a standfirst, a caption
_STANDFIRST_WORDS = 45
_ENTRIES = 2  # so many days on lines of their own inside a text make it a chronicle
_LEAD = 12  # in so many paragraphs of the report its first weekday is looked for
_LONGEST = 1_000  # characters of a line that dates a page: each of its days is kept with its words
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_DOTS = re.compile(r"\.\.\.|…")
_POST = re.compile(r"\(@\w{1,30}\)\s+(?=\S)(.{6,40}?)\s*(?:$|\n)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where on the page its headline and its first paragraph stand, `titled` when there is one;
    how many paragraphs of the article stand above each line; `retold` when the days above the
    article are those of what it tells."""

    headline: int
    titled: bool
    first: int
    above: tuple[int, ...]
    retold: bool


def furniture_evidence(
    verdicts: Sequence[ParagraphVerdict], title: str | None
) -> list[DateEvidence]:
    """The dates told in the paragraphs that were dropped, in the order of the page, each once.

    A date line above the article is its header, unless it stands well above the headline, or above
    it where another stands below it: then it is the masthead's. In a chronicle, or on a page of the
    archive, it is of what is told. Below the article, or inside, a date line dates another page,
    unless it says "published" or "updated" itself and no reader's. Headers of several days
    contradict each other: none is believed.
    """
    layout = _layout(verdicts, title)
    found = [
        (number, item)
        for number, verdict in enumerate(verdicts)
        for item in _of(verdict, _place(verdicts, number, layout), layout)
    ]
    found = _agreed(_own_first(found, layout))
    told = _pictured([item for _, item in found], [v.text for v in verdicts if v.kept])
    return list(dict.fromkeys((*told, *_last_post(verdicts))))


def _last_post(verdicts: Sequence[ParagraphVerdict]) -> list[DateEvidence]:
    """The day of the last post set into the page, which it signs "Name (@name) March 3, 2015"."""
    signed = (
        (stated.days.latest, stated.evidence("post", signature.group()))
        for verdict in verdicts
        for signature in _POST.finditer(verdict.text)
        for stated in find_stated(signature.group(1))
        if stated.days is not None and stated.days.length == 1 and stated.days.latest is not None
    )
    last = max(signed, key=lambda pair: pair[0], default=None)
    return [] if last is None else [last[1]]


def _layout(verdicts: Sequence[ParagraphVerdict], title: str | None) -> _Layout:
    kept = [number for number, verdict in enumerate(verdicts) if verdict.kept]
    first = kept[0] if kept else len(verdicts)
    headlines = alike([v.text for v in verdicts], title) if title else iter(())
    headline = next(headlines, None)
    reprints: list[str] = ontology.table("date_evidence")["words"]["reprints"]
    above = [verdict.text.lower() for verdict in verdicts[:first]]
    again = any(phrase in line for line in above for phrase in reprints)
    retold = again or (bool(kept) and _chronicle(verdicts[max(first - 1, 0) : kept[-1] + 1]))
    counts = tuple(accumulate((verdict.kept for verdict in verdicts), initial=0))
    titled = headline is not None and headline < first
    return _Layout(headline or 0, titled, first, counts, retold)


def _chronicle(verdicts: Sequence[ParagraphVerdict]) -> bool:
    """True where days without a clock head parts of the text. The first of the lines stands above
    the text: it counts where another, between two paragraphs, is printed like it."""
    bare = [number for number, verdict in enumerate(verdicts) if _bare(verdict)]
    if len(_days(verdicts[number].text for number in bare if number)) >= _ENTRIES:
        return True
    heads = [
        verdicts[n].text
        for n in bare
        if all(verdict.kept for verdict in (*verdicts[n - 1 : n], *verdicts[n + 1 : n + 2]))
    ]
    same = [text for text in heads if _form(text) == _form(heads[0])]
    return bare[:1] == [0] and len(same) >= _ENTRIES and len(_days(same)) >= _ENTRIES


def _bare(verdict: ParagraphVerdict) -> bool:
    """True for a date line without a clock that does not say whose day it tells."""
    text = verdict.text
    return verdict.reason == "date" and not says_clock(text) and not says_published(text)


def _days(texts: Iterable[str]) -> set[Interval | None]:
    return {stated.days for text in texts for stated in find_stated(text)}


def _form(text: str) -> str:
    """How a date is printed, whichever it is: "May 3, 1999" and "June 11, 1999" alike."""
    return re.sub(r"[^\W\d_]+", "w", re.sub(r"\d+", "9", text))


def _place(verdicts: Sequence[ParagraphVerdict], number: int, layout: _Layout) -> str:
    """What a date line is by its place: "masthead", "header", or "related" below the head."""
    if number < layout.headline - _HEAD:
        return "masthead"
    above = layout.above[number]
    opens = number < layout.first or _opens_report(verdicts, number, above)
    if opens or (layout.titled and _under_standfirst(verdicts, number, above)):
        return "header"
    return "related"


def _opens_report(verdicts: Sequence[ParagraphVerdict], number: int, above: int) -> bool:
    """True for a line right above the report's dateline, and for a stamp, if few paragraphs stand
    above it."""
    below = verdicts[number + 1 : number + 2]
    lined = any(v.kept and find_dateline(v.text) is not None for v in below)
    return above <= _TEASERS and (
        lined or (above <= _STANDFIRST and is_stamp(verdicts[number].text))
    )


def _under_standfirst(verdicts: Sequence[ParagraphVerdict], number: int, above: int) -> bool:
    """True for a day that stands alone between the short lines below a headline and the report, on
    a page that has no other such day."""
    below = verdicts[number + 1 : number + 2]
    if above > _UNDER or not is_bare_day(verdicts[number].text) or not (below and below[0].kept):
        return False
    standfirst = [verdict.text for verdict in verdicts[:number] if verdict.kept]
    days = _days(v.text for v in verdicts if v.reason == "date" and is_bare_day(v.text))
    report = sum(verdict.kept for verdict in verdicts[number:])
    short = all(len(text.split()) <= _STANDFIRST_WORDS for text in standfirst)
    return short and len(days) == 1 and report >= above


def _pictured(found: Sequence[DateEvidence], report: Sequence[str]) -> Iterator[DateEvidence]:
    """The evidence, the captions of the last day a picture is of as "pictured" where the first
    weekday that the report tells is that day's alone: its pictures are of what it tells."""
    last = max((d for item in found if (d := _of_picture(item)) is not None), default=None)
    fits = last is not None and _first_weekdays(report[:_LEAD]) == {last.weekday()}
    for item in found:
        yield replace(item, kind="pictured") if fits and _of_picture(item) == last else item


def _of_picture(item: DateEvidence) -> date | None:
    """The day that a caption tells, None where it says that the picture is an old one."""
    old: list[str] = ontology.table("date_evidence")["words"]["old_pictures"]
    lowered = item.text.lower()
    if item.kind != "caption" or any(re.search(rf"\b{cue}\b", lowered) for cue in old):
        return None
    return item.days.earliest if item.days is not None and item.days.length == 1 else None


def _first_weekdays(report: Sequence[str]) -> set[int]:
    """The weekdays in the first sentence that names any."""
    numbers: dict[str, int] = ontology.table("months")["weekdays"]
    for sentence in (part for text in report for part in _SENTENCE.split(text)):
        named = set(_WORD.findall(sentence.lower())) & numbers.keys()
        if named:
            return {numbers[name] for name in named}
    return set()


def _of(verdict: ParagraphVerdict, place: str, layout: _Layout) -> Iterator[DateEvidence]:
    text, reason = verdict.text, verdict.reason
    if reason == "legal":
        year = copyright_evidence(text)
        yield from (year,) if year else ()
    elif reason == "caption":
        yield from line_evidence(text, kind="caption")
    elif reason == "copy":
        yield from _after_dots(text, place)
    elif _dates(verdict):
        yield from line_evidence(text, kind=_kind(text, place, layout))
    elif reason == "note":
        yield from (e for e in line_evidence(text, kind="related") if e.kind == "updated")


def _dates(verdict: ParagraphVerdict) -> bool:
    """True for a date line, a byline with dates of its own, and other lines that say so."""
    text, reason = verdict.text, verdict.reason
    if reason == "byline":
        return read_byline(text) is not None and dates_byline(text)
    if reason in ("note", "navigation", "label", "headline"):
        return len(text) <= _LONGEST and says_published(text)
    return reason == "date"


def _kind(text: str, place: str, layout: _Layout) -> str:
    """The kind of evidence that a date line at a place is."""
    if says_published(text):
        return "below" if place == "related" and is_readers(text) else "header"
    return "related" if layout.retold or of_the_past(text) else place


_Numbered = list[tuple[int, DateEvidence]]


def _own_first(found: _Numbered, layout: _Layout) -> _Numbered:
    """The headers, those set apart that a better one stands beside: a bare date above the headline,
    or beside a line that says "published", is the masthead's; below the article it is another's."""
    headers = [(n, item) for n, item in found if item.kind == "header"]
    under = any(n > layout.headline for n, _ in headers)
    above = [item for n, item in headers if n < layout.first or not says_published(item.text)]
    said = any(says_published(item.text) for item in above)

    def kind(number: int, item: DateEvidence) -> str:
        if item.kind != "header":
            return item.kind
        published = says_published(item.text)
        if published:
            return "related" if above and number > layout.first else "header"
        return "masthead" if said or (under and number < layout.headline) else "header"

    return [(number, replace(item, kind=kind(number, item))) for number, item in found]


def _agreed(found: _Numbered) -> _Numbered:
    """The headers, none believed where they tell days further apart than a night."""
    days = [item.days for _, item in found if item.kind == "header" and item.days is not None]
    told = [day for each in days for day in (each.earliest, each.latest) if day is not None]
    if not told or (max(told) - min(told)).days <= 1:
        return found
    return [
        (number, replace(item, kind="contradicted") if item.kind == "header" else item)
        for number, item in found
    ]


def _after_dots(text: str, place: str) -> Iterator[DateEvidence]:
    """The date after the dots of a teaser: "… in the Middle East... 01.11.2024, Harbour Post"."""
    parts = _DOTS.split(text)
    if len(parts) > 1 and find_stated(parts[-1]):
        yield from line_evidence(parts[-1].strip(), kind=place)

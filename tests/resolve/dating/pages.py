"""Readings built from a few words for tests of the calendar: what a page tells, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hearsay.model import (
    Anchor,
    Attribution,
    Dated,
    DateEvidence,
    Document,
    EventMention,
    Interval,
    PartialDate,
    Reading,
    Span,
    Timex,
    content_id,
)

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?P<day>\d+)"
_DATE = re.compile(_MONTH + r"(?:, (?P<year>\d{4}))?")
_OFFSETS = {"today": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "tonight": 0}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a page tells it: its word, when in words, its status, its order to others.

    `after` and `before` name events of the page told earlier, with the least and most days.
    """

    event: str
    when: tuple[str, ...] = ()
    status: str = "happened"
    after: tuple[tuple[int, int | None, int | None], ...] = ()
    before: tuple[tuple[int, int | None, int | None], ...] = ()


def told(event: str, *when: str, status: str = "happened", **order: object) -> Told:
    return Told(event, when, status, **order)  # type: ignore[arg-type]


def page(
    source: str, *events: Told, dates: Sequence[DateEvidence] = (), quoted: str = ""
) -> Reading:
    """A page that tells of the events in turn, a sentence each; `quoted` is said by somebody."""
    text = ""
    timexes: list[Timex] = []
    mentions: list[EventMention] = []
    for one in events:
        start = len(text)
        text += f"The {one.event} "
        trigger = Span.of(text, start + 4, len(text) - 1)
        numbers = []
        for words in one.when:
            numbers.append(len(timexes))
            at = len(text)
            text += words + " "
            span = Span.of(text, at, len(text) - 1)
            timexes.append(timex(span, future=one.status == "planned", spans=mentions))
        text += "was reported. "
        mentions.append(
            EventMention(
                span=Span.of(text, start, len(text) - 1),
                trigger=trigger,
                lemma=one.event,
                type="ASSAULT",
                status=one.status,
                timexes=tuple(numbers),
                after=one.after,
                before=one.before,
            )
        )
    said: tuple[Attribution, ...] = ()
    if quoted:
        start = len(text)
        text += quoted
        span = Span.of(text, start, len(text))
        timexes.append(timex(span, future=False, spans=()))
        said = (Attribution("direct", span, (span,), None, (), (span,)),)
    sha = content_id("bytes", source, text)
    document = Document(
        id=content_id("document", sha),
        source=source,
        sha256=sha,
        text=text or " ",
        dates=tuple(dates),
    )
    return Reading(document, timexes=tuple(timexes), attributions=said, events=tuple(mentions))


def timex(span: Span, *, future: bool, spans: Sequence[EventMention]) -> Timex:
    """A time expression from a few plain words.

    A weekday or date, with "last", "next", "since", "night" or "overnight"; today, yesterday;
    "hours after the EVENT" for an event told before.
    """
    words = span.text.lower()
    relation = next((r for r in ("since", "until", "by", "before") if words.startswith(r)), "on")
    night = "night" in words
    offset = next((n for word, n in _OFFSETS.items() if word in words), None)
    anchored = re.fullmatch(r"(hours|days) after the (\w+)", words)
    if anchored:
        trigger = next(m.trigger for m in reversed(spans) if m.lemma == anchored[2])
        low, high = (0, 1) if anchored[1] == "hours" else (2, 9)
        return Timex(span, "DATE", None, Anchor.EVENT, offset=(low, high), anchor_span=trigger)
    if offset is not None:
        fixed = (offset, offset)
        return Timex(span, "DATE", None, Anchor.PUBLICATION, offset=fixed, night=night)
    said = said_in(span.text)
    anchor = Anchor.ABSOLUTE if said.year else Anchor.PUBLICATION
    direction = "future" if future or "next" in words else "past" if said.day is None else "near"
    return Timex(
        span,
        "DATE",
        None,
        anchor,
        said=said,
        direction=direction,
        night=night,
        relation=relation,
        strict="last" in words or "next" in words,
    )


def said_in(words: str) -> PartialDate:
    """The weekday, month, day and year that words name."""
    lowered = words.lower()
    weekday = next((n for n, name in enumerate(_WEEKDAYS) if name in lowered), None)
    found = _DATE.search(words)
    if found is None:
        return PartialDate(weekday=weekday)
    month = _MONTHS.index(found["month"].lower()) + 1
    year = int(found["year"]) if found["year"] else None
    return PartialDate(year=year, month=month, day=int(found["day"]), weekday=weekday)


def evidence(kind: str, words: str) -> DateEvidence:
    """Evidence from an ISO day, or from words such as "Oct 1"."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return DateEvidence(kind, words, Interval.day(day(words)))
    said = said_in(words)
    if said.year and said.month and said.day:
        try:
            whole = Interval.day(date(said.year, said.month, said.day))
        except ValueError:
            return DateEvidence(kind, words, None, said)
        return DateEvidence(kind, words, whole, said)
    if said == PartialDate() and re.search(r"\d{4}", words):
        said = PartialDate(year=int(re.search(r"\d{4}", words)[0]))  # type: ignore[index]
    return DateEvidence(kind, words, None, said)


def day(iso: str) -> date:
    return date.fromisoformat(iso)


def days(found: Dated) -> str:
    """The interval of a date in short: "1982-05-02", "1982-05-02/1982-05-04", "/1982-05-04", ""."""
    low, high = found.earliest, found.latest
    if low is None and high is None:
        return ""
    if low == high:
        return str(low)
    return f"{low or ''}/{high or ''}"


def later(iso: str, many: int) -> str:
    return str(day(iso) + timedelta(days=many))

"""A time expression: constraints on days, not yet a date; and the days it allows from an anchor."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from hearsay.model.days import Interval, PartialDate, chosen, narrowed, nearest, unit, within
from hearsay.model.holidays import feast_days
from hearsay.model.mention_vocabulary import DayMod, Direction, Grain, TimexRelation, TimexType
from hearsay.model.span import Span

NOTHING_SAID = PartialDate()
_SUNDAY = 6


class Anchor(StrEnum):
    """What the days of an expression hang on."""

    ABSOLUTE = "absolute"  # "November 1, 2024": nothing else is needed
    PUBLICATION = "publication"  # "on Tuesday", "April 13", "yesterday": the day of writing
    TIMEX = "timex"  # "two days later", "that night": an earlier expression
    EVENT = "event"  # "hours after the attack": another event's day
    NONE = "none"  # a duration or a set: no day follows


@dataclass(frozen=True, slots=True)
class Timex:
    """Words that say when, as TimeML's TIMEX3 has them, with the days they allow.

    `type` is DATE, TIME, DURATION or SET; `value` the TIMEX3 value as far as the words alone give
    it ("XXXX-04-13", "PT2H"). `said` is what the calendar says (month-day, weekday, year).
    The days are those from `offset[0]` to `offset[1]` counted from the anchor day, when `offset`
    is given, and of those the one of the weekday `said` ("Monday week"); otherwise the nearest
    days from the anchor that `said` admits in `direction` ("past", "future", "near", "nearest").
    `night` marks a part of day that runs past midnight: the days then include the morning after.
    `relation` says how the thing told lies to those days: "on", "since", "until", "by", "before",
    "after". `until` closes a range ("April 13–14"). `anchor_span` is the words of the event or
    expression that anchors it ("the attack").
    `certain` is False where the words leave it open whether a day is meant at all.

    `months` are the first and last month of a season, quarter or half year, with `said` naming
    the year where it is told. `grain` and `shift` name the calendar unit meant, counted from the
    anchor's own ("last week": week, -1; a weekend of no shift is the one `direction` gives);
    `said` and `months` then choose within it ("Monday of last week"). `strict` keeps the
    anchor's own day, month or season out ("last Monday"). `mod` is the part of the days meant:
    "start", "mid", "end" or a half ("early June"); `inner` the days meant of a unit or month,
    counted from its first (0 on) or from its last (below 0): "the last five days of May".
    `feast` is the calendar rule of a named day ("easter-2", see `hearsay.model.holidays`).
    """

    span: Span
    type: TimexType
    value: str | None
    anchor: Anchor
    said: PartialDate = NOTHING_SAID
    until: PartialDate | None = None
    offset: tuple[int, int] | None = None
    direction: Direction = "past"
    part: str | None = None
    night: bool = False
    relation: TimexRelation = "on"
    anchor_span: Span | None = None
    anchor_timex: int | None = None
    fixed: Interval | None = None
    rule: str = ""
    certain: bool = True
    months: tuple[int, int] | None = None
    grain: Grain | None = None
    shift: int | None = None
    strict: bool = False
    mod: DayMod | None = None
    feast: str | None = None
    inner: tuple[int, int] | None = None


def days(timex: Timex, anchor: date | None) -> Interval | None:
    """The days `timex` allows when its anchor is `anchor`; None when none follows or none fits.

    The anchor is the publication day for Anchor.PUBLICATION, the day of the event or of the
    other expression for EVENT and TIMEX, and not looked at for ABSOLUTE. The relation is left
    to the caller: "since Monday" gives Monday.

    >>> saturday = Timex(Span(0, 8, "Saturday"), "DATE", "XXXX-WXX-6", Anchor.PUBLICATION,
    ...                  said=PartialDate(weekday=5))
    >>> days(saturday, date(2024, 4, 15)) == Interval.day(date(2024, 4, 13))
    True
    """
    found = _plain_days(timex, anchor)
    if found is not None and timex.mod is not None:
        found = narrowed(found, timex.mod)
    if found is not None and timex.until is not None:
        found = _closed(found, timex.until)
    if found is None:
        return None
    if timex.night and timex.until is None:
        found = Interval(found.earliest, found.shift(1).latest)
    return found


def _plain_days(timex: Timex, anchor: date | None) -> Interval | None:
    if timex.anchor is Anchor.NONE:
        return None
    if timex.inner is not None:
        return _inner_days(timex, timex.inner, anchor)
    if timex.fixed is not None:
        return timex.fixed
    if timex.feast is not None:
        return _feast_days(timex, anchor)
    if timex.anchor is Anchor.ABSOLUTE:
        year = unit("year", date(timex.said.year, 1, 1)) if timex.said.year else None
        return within(timex.said, timex.months, year) if year else None
    if anchor is None:
        return None
    if timex.offset is not None:
        return _within_reach(timex, anchor, timex.offset)
    return _named_days(timex, anchor)


def _inner_days(timex: Timex, inner: tuple[int, int], anchor: date | None) -> Interval | None:
    """The days counted within a unit or month, or the weekday told among them."""
    weekday = timex.said.weekday
    frame = _plain_days(replace(timex, inner=None, said=replace(timex.said, weekday=None)), anchor)
    if frame is None or frame.earliest is None or frame.latest is None:
        return None
    start = frame.earliest if inner[0] >= 0 else frame.latest + timedelta(days=1)
    reach = Interval(start + timedelta(days=inner[0]), start + timedelta(days=inner[1]))
    counted = reach if weekday is None else within(PartialDate(weekday=weekday), None, reach)
    return None if counted is None else counted.meet(frame)


def _feast_days(timex: Timex, anchor: date | None) -> Interval | None:
    """The feast in the year told, or the one nearest to the anchor that the direction allows."""
    if timex.feast is None:
        return None
    if timex.said.year is not None:
        return feast_days(timex.feast, timex.said.year)
    if anchor is None:
        return None
    years = range(anchor.year - 1, anchor.year + 2)
    found = (feast_days(timex.feast, year) for year in years)
    known = [(d.earliest, d.latest) for d in found if d and d.earliest and d.latest]
    return chosen(known, anchor, direction=timex.direction, strict=timex.strict)


def _named_days(timex: Timex, anchor: date) -> Interval | None:
    """The days of an expression that names its days, near the anchor or in a unit near it."""
    if timex.grain == "weekend" and timex.shift == 0:
        around = [unit("weekend", anchor, step) for step in (-1, 0, 1)]
        known = [(d.earliest, d.latest) for d in around if d and d.earliest and d.latest]
        return chosen(known, anchor, direction=timex.direction)
    if timex.shift is not None and timex.grain is not None:
        frame = unit(timex.grain, anchor, timex.shift)
        if frame is None or (timex.said == NOTHING_SAID and timex.months is None):
            return _week_by_either_count(timex, frame, anchor)
        return within(timex.said, timex.months, frame)
    return nearest(timex.said, timex.months, anchor, direction=timex.direction, strict=timex.strict)


def _week_by_either_count(timex: Timex, frame: Interval | None, anchor: date) -> Interval | None:
    """The week told; on a Sunday "last week" is for some the one that has just ended, for others
    the one before, so that it runs through both."""
    if frame is None or timex.grain != "week" or timex.shift not in (-1, 0):
        return frame
    if anchor.weekday() != _SUNDAY or timex.anchor is not Anchor.PUBLICATION:
        return frame
    following = unit("week", anchor, timex.shift + 1)
    return frame if following is None else Interval(frame.earliest, following.latest)


def _within_reach(timex: Timex, anchor: date, offset: tuple[int, int]) -> Interval | None:
    """The days counted from the anchor, or the weekday told among them: "two Fridays ago"."""
    reach = _moved(anchor, offset)
    if reach is None or timex.said.weekday is None:
        return reach
    return within(timex.said, None, reach)


def _moved(anchor: date, offset: tuple[int, int]) -> Interval | None:
    """The days from `offset[0]` to `offset[1]` after the anchor; None outside the calendar."""
    low = Interval.day(anchor).shift(offset[0]).earliest
    high = Interval.day(anchor).shift(offset[1]).latest
    return Interval(low, high) if low is not None and high is not None else None


def _closed(start: Interval, until: PartialDate) -> Interval | None:
    """From the start of `start` to the end of the first days from there on that `until` admits."""
    if start.earliest is None:
        return start
    end = nearest(until, None, start.earliest, direction="future")
    if end is None or end.latest is None or end.latest < start.earliest:
        return None
    return Interval(start.earliest, end.latest)


def value(timex: Timex, anchor: date | None) -> str | None:
    """The TIMEX3 value with its unknown places filled from the anchor, as far as they can be.

    >>> today = Timex(Span(0, 7, "tonight"), "TIME", "XXXX-XX-XXTNI", Anchor.PUBLICATION,
    ...               offset=(0, 0), night=True)
    >>> value(today, date(1956, 11, 5))
    '1956-11-05TNI'
    """
    if timex.value is None or not timex.value.startswith("XX"):
        return timex.value
    found = days(timex, anchor)
    if found is None or found.earliest is None:
        return timex.value
    first = found.earliest
    if timex.offset is not None and found.length is not None:
        first = found.shift((found.length - 1) // 2).earliest or first
    return _filled(timex.value, first)


def _filled(template: str, day: date) -> str:
    """The template with the places that are X filled from `day`."""
    body, mark, time = template.partition("T")
    year, week, _ = day.isocalendar()
    if body == "XXXX-WXX":
        body = f"{year:04d}-W{week:02d}"
    elif body == "XXXX-WXX-WE":
        body = f"{year:04d}-W{week:02d}-WE"
    elif body in ("XXXX-QX", "XXXX-HX"):
        size = 3 if body == "XXXX-QX" else 6
        body = f"{day.year:04d}-{body[5]}{(day.month - 1) // size + 1}"
    elif body.startswith("XXXX-WXX-"):
        body = day.isoformat()
    else:
        known = f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
        filled = (b if a == "X" else a for a, b in zip(body, known[: len(body)], strict=False))
        body = "".join(filled) + body[len(known) :]
    return body + mark + time

"""A time expression: constraints on days, not yet a date."""

from dataclasses import dataclass
from enum import StrEnum

from hearsay.model.days import Interval, PartialDate
from hearsay.model.span import Span


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
    is given; otherwise the nearest days that `said` admits in `direction` ("past", "future" or
    "near") from the anchor. `night` marks a part of day that runs past midnight: the days then
    include the morning after. `relation` says how the thing told lies to those days: "on",
    "since", "until", "by", "before", "after". `until` closes a range ("April 13–14").
    `anchor_span` is the words of the event or expression that anchors it ("the attack").
    `certain` is False where the words leave it open whether a day is meant at all.
    """

    span: Span
    type: str
    value: str | None
    anchor: Anchor
    said: PartialDate = PartialDate()
    until: PartialDate | None = None
    offset: tuple[int, int] | None = None
    direction: str = "past"
    part: str | None = None
    night: bool = False
    relation: str = "on"
    anchor_span: Span | None = None
    anchor_timex: int | None = None
    fixed: Interval | None = None
    rule: str = ""
    certain: bool = True

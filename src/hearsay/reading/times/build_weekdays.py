"""What weekdays say: builders named by `time_rules.toml`."""

from hearsay.model import PartialDate
from hearsay.reading.times.build_dates import direction_in
from hearsay.reading.times.build_feasts import by_rule
from hearsay.reading.times.build_quarters import nth
from hearsay.reading.times.grammar import Match
from hearsay.reading.times.phrase import Phrase, phrase

_DAYS = ("WEEKDAY", "WEEKDAY_OR_WORD")
_MOST = 4
"""Every month has four of each weekday; a fifth is left to the last."""


def weekday(match: Match) -> Phrase:
    """ "Monday", "last Monday", "next Friday", "the following Sunday"."""
    said = PartialDate(weekday=match.value(*_DAYS))
    return phrase(match, "weekday", said=said, **direction_in(match, None))


def weekdays_ago(match: Match) -> Phrase:
    """ "two Fridays ago", "a week from Monday": counted in weeks from the one of the telling."""
    many = int(next((a.number or 1 for a in match.numbers()), 1))
    said = PartialDate(weekday=match.value("WEEKDAYS", *_DAYS))
    step = -many if match.has("ago") else many
    return phrase(match, "weekday", said=said, grain="week", shift=step, certain=False)


def beside_weekday(match: Match) -> Phrase:
    """ "the day before last Tuesday's vote": a Monday."""
    step = -1 if match.has("before") else 1
    said = PartialDate(weekday=(match.value(*_DAYS) + step) % 7)
    return phrase(match, "weekday", said=said, **direction_in(match, None))


def weekday_of_month(match: Match) -> Phrase | None:
    """ "the first Monday of June", "the last Sunday in March 2021"."""
    which = -1 if match.has("last", "final") else nth(match)
    weekday = match.value("WEEKDAY", "WEEKDAY_OR_WORD")
    month = match.value("MONTH", "MONTH_OR_WORD")
    if which == 0 or which > _MOST:
        return None
    return by_rule(match, f"{which} {weekday} {month}")

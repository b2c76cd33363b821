"""What weekdays say: builders named by `time_rules.toml`."""

from hearsay.model import PartialDate
from hearsay.reading.times.grammar.build_dates import direction_in
from hearsay.reading.times.grammar.build_holidays import by_rule
from hearsay.reading.times.grammar.build_quarters import nth
from hearsay.reading.times.grammar.phrase import Phrase, phrase
from hearsay.reading.times.grammar.rule_patterns import RuleMatch

_DAYS = ("WEEKDAY", "WEEKDAY_OR_WORD")
_WEEK = 7
_LENGTHENS = ("for", "of", "another", "least")
_MOST = 4
"""Every month has four of each weekday; a fifth is left to the last."""


def weekday(match: RuleMatch) -> Phrase:
    """ "Monday", "last Monday", "next Friday", "the following Sunday"."""
    said = PartialDate(weekday=match.value(*_DAYS))
    return phrase(match, "weekday", said=said, **direction_in(match, None))


def weekdays_ago(match: RuleMatch) -> Phrase:
    """ "two Fridays ago", "a week ago last Friday", "a week ago Friday"."""
    first = -_weeks(match)
    if match.has("last"):
        first -= _WEEK
    elif not match.every("WEEKDAYS"):
        first -= _WEEK - 1  # told on a Friday, "a week ago Friday" is that of the week before
    return _in_a_week(match, first, certain=not match.every("WEEKDAYS"))


def weekdays_on(match: RuleMatch) -> Phrase | None:
    """ "two weeks from Monday", "Monday week": so many weeks on from the next one.

    "For two weeks from Monday" is a length that begins on it.
    """
    counted = bool(match.numbers()) or match.has("a")
    if counted and match.first > 0 and match.atoms[match.first - 1].word in _LENGTHENS:
        return None
    return _in_a_week(match, _weeks(match))


def _weeks(match: RuleMatch) -> int:
    """The days of the weeks told."""
    many = int(next((a.number or 1 for a in match.numbers()), 1))
    return many * _WEEK * (2 if match.has("fortnight") else 1)


def _in_a_week(match: RuleMatch, first: int, *, certain: bool = True) -> Phrase:
    """The weekday within the seven days that begin so many days from the telling."""
    said = PartialDate(weekday=match.value("WEEKDAYS", *_DAYS))
    offset = (first, first + _WEEK - 1)
    return phrase(match, "weekday", said=said, offset=offset, certain=certain)


def beside_weekday(match: RuleMatch) -> Phrase:
    """ "the day before last Tuesday's vote": a Monday."""
    step = -1 if match.has("before") else 1
    said = PartialDate(weekday=(match.value(*_DAYS) + step) % 7)
    return phrase(match, "weekday", said=said, **direction_in(match, None))


def weekday_of_month(match: RuleMatch) -> Phrase | None:
    """ "the first Monday of June", "the last Sunday in March 2021"."""
    which = -1 if match.has("last", "final") else nth(match)
    weekday = match.value("WEEKDAY", "WEEKDAY_OR_WORD")
    month = match.value("MONTH", "MONTH_OR_WORD")
    if which == 0 or which > _MOST:
        return None
    return by_rule(match, f"{which} {weekday} {month}")

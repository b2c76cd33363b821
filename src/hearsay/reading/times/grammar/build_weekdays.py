"""What weekdays say: builders named by `time_rules.toml`."""

from hearsay.model import PartialDate
from hearsay.reading.times.grammar.build_dates import absolute, direction_in, year_in
from hearsay.reading.times.grammar.build_holidays import by_rule
from hearsay.reading.times.grammar.build_quarters import nth
from hearsay.reading.times.grammar.build_units import from_where
from hearsay.reading.times.grammar.phrase import Phrase, phrase
from hearsay.reading.times.grammar.rule_patterns import RuleMatch

_DAYS = ("WEEKDAY", "WEEKDAY_OR_WORD")
_WEEK = 7
_LENGTHENS = ("for", "of", "another", "least")
_MOST = 4
"""Every month has four of each weekday; a fifth is left to the last."""
_SHORTEST_MONTH = 28


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


def weekday_of_month_near(match: RuleMatch) -> Phrase | None:
    """ "the first Monday of next month", "the last Friday of that month"."""
    head, month = _parted(match)
    which = -1 if head.has("last", "final") else nth(head)
    if which == 0 or which > _MOST:
        return None
    step, anchor = from_where(month)
    return phrase(
        match,
        "unit",
        said=PartialDate(weekday=head.value(*_DAYS)),
        value="XXXX-XX-XX",
        grain="month",
        shift=step,
        anchor=anchor,
        inner=(-_WEEK, -1) if which < 0 else (_WEEK * (which - 1), _WEEK * which - 1),
    )


def days_of_month(match: RuleMatch) -> Phrase | None:
    """ "the last five days of May 2017", "the first three days of next month"."""
    head, month = _parted(match)
    many = int(head.numbers()[0].number or 0)
    if not 0 < many <= _SHORTEST_MONTH:
        return None
    inner = (-many, -1) if head.has("last", "final", "closing") else (0, many - 1)
    if month.has("month"):
        step, anchor = from_where(month)
        return phrase(match, "unit", grain="month", shift=step, anchor=anchor, inner=inner)
    year, certain = year_in(month)
    said = PartialDate(year=year, month=month.value("MONTH", "MONTH_OR_WORD"))
    near = absolute(year)
    return phrase(match, "month", said=said, anchor=near, inner=inner, certain=certain)


def _parted(match: RuleMatch) -> tuple[RuleMatch, RuleMatch]:
    """What stands before "of" or "in", and what stands behind it."""
    words = [atom.word for atom in match.atoms[match.first : match.last]]
    at = match.first + next(n for n, word in enumerate(words) if word in ("of", "in"))
    before = RuleMatch(match.rule, match.atoms, match.first, at)
    return before, RuleMatch(match.rule, match.atoms, at + 1, match.last)

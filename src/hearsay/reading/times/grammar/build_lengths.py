"""What lengths and repetitions say: builders named by `time_rules.toml`."""

from hearsay.model import Anchor
from hearsay.reading.times.grammar.build_units import from_where
from hearsay.reading.times.grammar.lengths import (
    SEVERAL,
    count,
    days_taken,
    half_value,
    length_value,
    unit_days,
    unit_in,
)
from hearsay.reading.times.grammar.phrase import Phrase, phrase
from hearsay.reading.times.grammar.rule_patterns import RuleMatch


def length(match: RuleMatch) -> Phrase:
    """ "two days", "more than four hours", "a year and a half", "10-year"."""
    low, high, form = count(match)
    grain = unit_in(match)
    span = days_taken(low, high, grain)
    value = length_value(form, grain)
    if match.has("half") and not match.has("and"):
        value = half_value(grain)
    return phrase(match, "length", type="DURATION", value=value, grain=grain, offset=span)


def open_length(match: RuleMatch) -> Phrase:
    """ "years", "weeks or months": only where a preposition makes it a length."""
    grain = match.every("UNITS")[0]
    low, high = SEVERAL
    span = days_taken(low, high, grain)
    value = length_value("X", grain)
    return phrase(
        match, "length", type="DURATION", value=value, grain=grain, offset=span, weak=True
    )


def window(match: RuleMatch) -> Phrase:
    """ "the last three months", "the next few days": a length that touches the day of telling."""
    _, high, form = count(match)
    grain = unit_in(match)
    most = max(round(high * unit_days(grain)), 1)
    step, anchor = from_where(match)
    return phrase(
        match,
        "window",
        type="DURATION",
        value=length_value(form, grain),
        offset=(-most, 0) if step < 0 else (0, most),
        anchor=anchor,
    )


def recent(match: RuleMatch) -> Phrase:
    """ "recent days", "the coming weeks"."""
    sign = match.rule.row["sign"]
    grain = unit_in(match)
    most = SEVERAL[1] * max(unit_days(grain), 1)
    offset = (-most, 0) if sign < 0 else (0, most)
    value = length_value("X", grain)
    return phrase(match, "window", type="DURATION", value=value, offset=offset)


def repeated(match: RuleMatch) -> Phrase:
    """ "every Friday", "each year", "Tuesday nights"."""
    days = match.every("WEEKDAY") + match.every("WEEKDAYS") + match.every("WEEKDAY_OR_WORD")
    part = match.value("PART", "PARTS")
    if days:
        value = f"XXXX-WXX-{days[0] + 1}" + (f"T{part}" if part else "")
    elif (month := match.value("MONTH", "MONTH_OR_WORD")) is not None:
        value = f"XXXX-{month:02d}"
    elif part is not None:
        value = f"XXXX-XX-XXT{part}"
    elif (season := match.value("SEASON")) is not None:
        value = f"XXXX-{season}"
    else:
        step = 2 if match.has("other", "second") else None
        value = length_value(step or count(match)[2], unit_in(match))
    return phrase(match, "set", type="SET", value=value, anchor=Anchor.NONE)


def some_day(match: RuleMatch) -> Phrase | None:
    """ "one day", told of what is to come; a length where a preposition leads."""
    if match.numbers() and match.numbers()[0].number == 1 and match.value("UNIT") == "day":
        return phrase(match, "some_day", value="FUTURE_REF", anchor=Anchor.NONE)
    return None


def frequency(match: RuleMatch) -> Phrase:
    value = match.value("FREQUENCY")
    return phrase(match, "set", type="SET", value=value, anchor=Anchor.NONE, weak=True)


def rate(match: RuleMatch) -> Phrase:
    """ "twice a week", "$5 a year"; "a week" alone is told from a length by what leads it."""
    grain = match.value("UNIT")
    value = length_value(1, grain)
    if match.atoms[match.first].word in ("a", "an"):
        span = days_taken(1, 1, grain)
        return phrase(match, "rate", type="SET", value=value, grain=grain, offset=span, weak=True)
    return phrase(match, "set", type="SET", value=value, anchor=Anchor.NONE)

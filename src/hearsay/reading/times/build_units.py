"""What counted units, quarters, decades and lengths say: builders named by `time_rules.toml`."""

from datetime import date
from typing import Any

from hearsay.model import Anchor, Interval, PartialDate
from hearsay.model.days import unit
from hearsay.reading.times.grammar import Match
from hearsay.reading.times.phrase import Phrase, phrase

DAYS_IN = {
    "second": 0,
    "minute": 0,
    "hour": 0,
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "weekend": 7,
    "month": 31,
    "quarter": 92,
    "year": 366,
    "decade": 3653,
    "century": 36525,
}
"""The most days of each unit; the clock's units are less than a day."""

_LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
_SEVERAL = (2, 9)
"""How many "several" and "a few" may be, at the least and the most."""


def relative_day(match: Match) -> Phrase:
    """ "today", "yesterday", "the day before yesterday"."""
    shift = match.rule.row.get("offset", match.value("RELATIVE"))
    return phrase(match, "relday", offset=(shift, shift), anchor=Anchor.PUBLICATION)


def _unit_in(match: Match) -> str:
    return str(match.value("UNIT", "UNITS"))


def _from(match: Match) -> tuple[int, Anchor | None]:
    """How many units on, and from where: "last" from the telling, "previous" from a day told."""
    if (step := match.value("BEFORE_IT", "AFTER_IT")) is not None:
        return step, Anchor.TIMEX
    if match.has("that", "same", "very"):
        return 0, Anchor.TIMEX
    if match.has("latest"):
        return 0, Anchor.PUBLICATION
    return match.value("LAST", "NEXT", "THIS") or 0, Anchor.PUBLICATION


def unit_near(match: Match) -> Phrase | None:
    """ "last week", "this month", "the following day", "that year"."""
    grain = _unit_in(match)
    step, anchor = _from(match)
    if grain == "day":
        if match.has("past", "last", "current", "coming", "upcoming", "this"):
            return None
        anchor = Anchor.TIMEX
    if grain in ("minute", "hour", "fortnight"):
        return _window_of_one(match, grain)
    if match.has("past") and not match.has("this"):
        low = -DAYS_IN[grain]
        value = _length(1, grain)
        return phrase(match, "window", type="DURATION", value=value, offset=(low, 0))
    if match.has("latest") and grain == "quarter":
        return phrase(match, "same_quarter", grain=grain, shift=-1, anchor=anchor)
    return phrase(match, "unit", grain=grain, shift=step, anchor=anchor)


def _window_of_one(match: Match, grain: str) -> Phrase:
    step, _ = _from(match)
    most = max(DAYS_IN[grain], 1)
    window = (-most, 0) if step < 0 else (0, most)
    return phrase(match, "window", type="DURATION", value=_length(1, grain), offset=window)


def count(match: Match) -> tuple[float, float, str]:
    """Least and most of the count told, and its form in a TIMEX3 value."""
    matched = match.atoms[match.first : match.last]
    if [atom.word for atom in matched[-2:]] == ["or", "two"]:
        return 1, 2, "X"
    numbers = [a.number for a in matched if a.number is not None and not a.ending]
    half = 0.5 if match.has("half") else 0.0
    if numbers and None not in numbers:
        low, high = min(numbers) + half, max(numbers) + half
        return low, high, f"{(numbers[0] or 0) + half:g}"
    if match.has("couple"):
        return 2, 2, "2"
    if match.has("dozen"):
        return 12, 12, "12"
    if match.every("VAGUE"):
        return (*_SEVERAL, "X")
    return 1 + half if not _half_of_one(match) else 0.5, 1 + half, f"{1 + half:g}"


def _half_of_one(match: Match) -> bool:
    return match.atoms[match.first].word == "half" or (match.has("half") and not match.has("and"))


def _length(many: float | str, grain: str) -> str:
    """The TIMEX3 duration: P2D, PT3H, PXY, P20Y for two decades."""
    letter = _LETTERS[grain]
    if many == "X":
        return f"PT{many}{letter[1]}" if letter[0] == "T" else f"P{many}{letter}"
    number = float(many)
    if grain == "decade" and number > 1:
        return f"P{number * 10:g}Y"
    if grain == "century":
        return f"P{number * 100:g}Y"
    if grain == "fortnight":
        number *= 2
    return f"PT{number:g}{letter[1]}" if letter[0] == "T" else f"P{number:g}{letter}"


def length(match: Match) -> Phrase:
    """ "two days", "more than four hours", "a year and a half", "10-year"."""
    low, high, form = count(match)
    grain = _unit_in(match)
    span = days_taken(low, high, grain)
    value = _length(form, grain)
    if match.has("half") and not match.has("and"):
        value = _half(grain)
    return phrase(match, "length", type="DURATION", value=value, grain=grain, offset=span)


def before_last(match: Match) -> Phrase:
    """ "the week before last", "the Friday after next"."""
    step = -2 if match.has("before") else 2
    weekday = match.value("WEEKDAY", "WEEKDAY_OR_WORD")
    if weekday is None:
        return phrase(match, "unit", grain=_unit_in(match), shift=step)
    said = PartialDate(weekday=weekday)
    return phrase(match, "weekday", said=said, grain="week", shift=step)


def days_taken(low: float, high: float, grain: str) -> tuple[int, int]:
    """The least and most days from an event to so many units after it.

    Days are exact, hours reach into the days they touch, and longer units are told to a third.
    """
    size = DAYS_IN[grain]
    if size == 0:
        hours = {"hour": 24, "minute": 1440, "second": 86400}[grain]
        return int(low / hours), int(high / hours) + 1
    slack = size // 3 if size > 1 else 0
    return int(low * size) - slack, round(high * size + 0.49) + slack


def _half(grain: str) -> str:
    return {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y"}.get(
        grain, _length("0.5", grain)
    )


def open_length(match: Match) -> Phrase:
    """ "years", "weeks or months": only where a preposition makes it a length."""
    grain = match.every("UNITS")[0]
    low, high = _SEVERAL
    span = days_taken(low, high, grain)
    value = _length("X", grain)
    return phrase(
        match, "length", type="DURATION", value=value, grain=grain, offset=span, weak=True
    )


def window(match: Match) -> Phrase:
    """ "the last three months", "the next few days": a length that touches the day of telling."""
    _, high, form = count(match)
    grain = _unit_in(match)
    most = max(round(high * DAYS_IN[grain]), 1)
    step, anchor = _from(match)
    return phrase(
        match,
        "window",
        type="DURATION",
        value=_length(form, grain),
        offset=(-most, 0) if step < 0 else (0, most),
        anchor=anchor,
    )


def recent(match: Match) -> Phrase:
    """ "recent days", "the coming weeks"."""
    sign = match.rule.row["sign"]
    grain = _unit_in(match)
    most = _SEVERAL[1] * max(DAYS_IN[grain], 1)
    offset = (-most, 0) if sign < 0 else (0, most)
    value = _length("X", grain)
    return phrase(match, "window", type="DURATION", value=value, offset=offset)


def counted(match: Match) -> Phrase:
    """ "two years ago", "three days later", "a week earlier"."""
    low, high, _ = count(match)
    if match.every("UNITS") and not match.every("VAGUE") and not match.numbers():
        low, high = _SEVERAL
    grain = _unit_in(match)
    back = match.has("ago", "earlier")
    told = Anchor.PUBLICATION if match.has("ago", "now", "today", "hence") else Anchor.TIMEX
    if low != high or low != int(low):
        return _vague_count(match, (low, high), back=back, anchor=told)
    step = int(low) * (-1 if back else 1)
    fields = _exact_count(grain, step)
    return phrase(match, "counted", anchor=told, **fields)


def _exact_count(grain: str, step: int) -> dict[str, Any]:
    """Days are exact, weeks to a few days, longer units to the unit; hours to the day around."""
    if grain in ("second", "minute", "hour"):
        reach = abs(step) // 24 + 1 if grain == "hour" else 1
        offset = (-reach, 0) if step < 0 else (0, reach)
        return {"type": "TIME", "offset": offset}
    if grain == "day":
        return {"offset": (step, step), "value": "XXXX-XX-XX"}
    if grain in ("week", "fortnight"):
        middle = step * DAYS_IN[grain]
        return {"offset": (middle - 3, middle + 3), "value": "XXXX-WXX"}
    return {"grain": grain, "shift": step}


def _vague_count(match: Match, many: tuple[float, float], *, back: bool, anchor: Anchor) -> Phrase:
    size = max(DAYS_IN[_unit_in(match)], 1)
    slack = size / 8 if many[0] == many[1] else 0
    low, high = int(many[0] * size - slack), round(many[1] * size + slack + 0.49)
    offset = (-high, -low) if back else (low, high)
    value = "PAST_REF" if back else "FUTURE_REF"
    return phrase(match, "counted", value=value, offset=offset, anchor=anchor)


def bare_unit(match: Match) -> Phrase:
    """ "the day", "the week": the one spoken of; counts only with company."""
    if (part := match.value("PART")) is not None:
        return phrase(match, "part", type="TIME", part=part, weak=True)
    grain = match.value("UNIT") or "quarter"
    anchor = Anchor.TIMEX if grain == "day" else Anchor.PUBLICATION
    if match.has("latest"):
        return phrase(match, "same_quarter", grain=grain, shift=-1, anchor=anchor)
    return phrase(match, "unit", grain=grain, shift=0, anchor=anchor, weak=True)


def year_ago(match: Match) -> Phrase:
    """ "the year-earlier quarter", "the same period last year": of the quarter spoken of."""
    year = next((int(a.number) for a in match.numbers() if a.number and a.number > 999), None)
    if year is not None:
        return phrase(match, "unit", value=f"{year}-QX", fixed=_year_days(year))
    return phrase(match, "year_ago", grain="quarter", shift=-4, anchor=Anchor.TIMEX)


def _year_days(year: int) -> Interval | None:
    return unit("year", date(year, 1, 1))


def year_end(match: Match) -> Phrase:
    said = PartialDate(month=12, day=31)
    return phrase(match, "monthday", said=said, direction="near")


def mid_year(match: Match) -> Phrase:
    said = PartialDate(month=6)
    return phrase(match, "month", said=said, direction="near", value="XXXX-06")


def _year_told(match: Match) -> int | None:
    for atom in match.atoms[match.first : match.last]:
        if atom.number is not None and not atom.ending and 1000 <= atom.number < 2200:
            return int(atom.number)
    return None


def _nth(match: Match) -> int:
    for atom in match.atoms[match.first : match.last]:
        if atom.ending and atom.number is not None:
            return int(atom.number)
    return int(match.value("ORDINAL", "QUARTER_NAME", "HALF_NAME") or 0)


def _part_of_year(match: Match, size: int, letter: str) -> Phrase | None:
    """A quarter or half of a year; fiscal years are not known and so taken for calendar years."""
    which, year = _nth(match), _year_told(match)
    if not 1 <= which <= 12 // size:
        return None
    return phrase(
        match,
        "months",
        value=f"{year or 'XXXX'}-{letter}{which}",
        months=(size * (which - 1) + 1, size * which),
        said=PartialDate(year=year),
        anchor=Anchor.ABSOLUTE if year else None,
        certain=not match.has("fiscal"),
    )


def quarter(match: Match) -> Phrase | None:
    return _part_of_year(match, 3, "Q")


def half(match: Match) -> Phrase | None:
    return _part_of_year(match, 6, "H")


def quarter_of_year(match: Match) -> Phrase:
    """ "the 1988 quarter", "last year's period": the quarter spoken of, in that year."""
    year = _year_told(match)
    if year is None:
        return phrase(match, "year_ago", grain="quarter", shift=-4, anchor=Anchor.TIMEX)
    return phrase(
        match,
        "same_quarter",
        value=f"{year}-QX",
        said=PartialDate(year=year),
        fixed=_year_days(year),
        anchor=Anchor.ABSOLUTE,
    )


def decade(match: Match) -> Phrase | None:
    """ "the 1980s", "the '80s", "the eighties"."""
    tens = next((int(a.number) for a in match.numbers("s") if a.number is not None), None)
    told = tens if tens is not None else match.value("DECADE_WORD")
    if told is None:
        return None
    start = told if told > 99 else told + (1900 if told >= 20 else 2000)
    days = unit("decade", date(start, 1, 1))
    certain = told > 99 or told >= 30
    return phrase(
        match,
        "decade",
        value=f"{start // 10:03d}",
        fixed=days,
        anchor=Anchor.ABSOLUTE,
        certain=certain,
    )


def century(match: Match) -> Phrase | None:
    which = _nth(match)
    if not 2 <= which <= 22:
        return None
    days = unit("century", date(100 * (which - 1), 1, 1))
    return phrase(match, "century", value=f"{which - 1:02d}", fixed=days, anchor=Anchor.ABSOLUTE)


def repeated(match: Match) -> Phrase:
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
        value = _length(step or count(match)[2], _unit_in(match))
    return phrase(match, "set", type="SET", value=value, anchor=Anchor.NONE)


def some_day(match: Match) -> Phrase | None:
    """ "one day", told of what is to come; a length where a preposition leads."""
    if match.numbers() and match.numbers()[0].number == 1 and match.value("UNIT") == "day":
        return phrase(match, "some_day", value="FUTURE_REF", anchor=Anchor.NONE)
    return None


def nth_day_of(match: Match) -> Phrase | None:
    """ "the third day of" a strike: counted from its first."""
    return phrase(match, "nth_day_of", offset=(_nth(match) - 1, _nth(match) - 1), weak=True)


def frequency(match: Match) -> Phrase:
    value = match.value("FREQUENCY")
    return phrase(match, "set", type="SET", value=value, anchor=Anchor.NONE, weak=True)


def rate(match: Match) -> Phrase:
    """ "twice a week", "$5 a year"; "a week" alone is told from a length by what leads it."""
    grain = match.value("UNIT")
    value = _length(1, grain)
    if match.atoms[match.first].word in ("a", "an"):
        span = days_taken(1, 1, grain)
        return phrase(match, "rate", type="SET", value=value, grain=grain, offset=span, weak=True)
    return phrase(match, "set", type="SET", value=value, anchor=Anchor.NONE)


def reference(match: Match) -> Phrase:
    value = match.rule.row["value"]
    return phrase(match, "ref", value=value, anchor=Anchor.NONE)


def modifier(match: Match) -> Phrase:
    """ "early", "late in", "the end of": narrows what follows."""
    mod = match.value("MOD")
    if match.has("half"):
        mod = "first half" if match.has("first") else "second half"
    return phrase(match, "mod", mod=mod, weak=True)

"""What dates, months, years and weekdays say: builders named by `time_rules.toml`."""

import re
from calendar import monthrange
from datetime import date
from typing import Any

from hearsay.model import Anchor, Interval, PartialDate
from hearsay.model.days import unit
from hearsay.model.mention_vocabulary import Grain
from hearsay.ontology import table
from hearsay.reading.times.grammar.phrase import Phrase, phrase
from hearsay.reading.times.grammar.rule_patterns import RuleMatch

_MONTHS = ("MONTH", "MONTH_OR_WORD")
_LEAPLESS = 1999
_PIVOT = 40
"""Two-digit years from here on are of the 1900s, those below of the 2000s: marked uncertain."""


def stamp(match: RuleMatch) -> Phrase | None:
    """ "2024-10-01", "1/10/2024": when day and month may be either way round both stay open."""
    word = match.atoms[match.first].word
    day, _, time = word.partition("t" if "t" in word else " ")
    parts = [int(p) for p in day.replace("/", "-").replace(".", "-").split("-")]
    clock = {"clock": time.removesuffix("z"), "type": "TIME"} if time else {}
    if parts[0] > 31 or len(day.split("-")[0]) == 4:
        return phrase(match, "monthday", said=_date(*parts), anchor=Anchor.ABSOLUTE, **clock)
    first, second, year = parts
    full = year if year > 99 else _four_digits(year)
    readings = [_date(full, second, first)] * (second <= 12)
    readings += [_date(full, first, second)] * (first <= 12 and first != second)
    if "." in day:
        readings = [_date(full, second, first)]
    return _of_readings(match, readings, certain=year > 99)


def _of_readings(match: RuleMatch, readings: list[PartialDate], *, certain: bool) -> Phrase | None:
    days = [d for d in (_real(said) for said in readings) if d is not None]
    if not days:
        return _impossible(match)
    if len(days) == 1:
        said = next(said for said in readings if _real(said) is not None)
        return phrase(match, "monthday", said=said, anchor=Anchor.ABSOLUTE, certain=certain)
    hull = Interval(min(days), max(days))
    return phrase(
        match,
        "monthday",
        value=f"{days[0].year:04d}",
        fixed=hull,
        anchor=Anchor.ABSOLUTE,
        certain=False,
    )


def _impossible(match: RuleMatch) -> Phrase:
    """A day that no calendar has ("31/04/2012") is kept as said, with no days to it."""
    first, second, year = (int(p) for p in re.split(r"[-/.]", match.atoms[match.first].word)[:3])
    month, day = (second, first) if second <= 12 else (first, second)
    said = _date(year if year > 99 else _four_digits(year), month, day)
    return phrase(match, "monthday", said=said, anchor=Anchor.ABSOLUTE, certain=False)


def _date(year: int, month: int, day: int) -> PartialDate:
    return PartialDate(year=year, month=month, day=day)


def _real(said: PartialDate) -> date | None:
    try:
        return date(said.year or 0, said.month or 0, said.day or 0)
    except ValueError:
        return None


def _four_digits(two: int) -> int:
    return two + (1900 if two >= _PIVOT else 2000)


def year_in(match: RuleMatch) -> tuple[int | None, bool]:
    """The year told among the matched atoms, and whether all its digits are."""
    matched = match.atoms[match.first : match.last]
    for before, atom in zip([None, *matched], matched, strict=False):
        if atom.number is None or atom.ending:
            continue
        if before is not None and before.word == "'":
            return _four_digits(int(atom.number)), False
        if 1000 <= atom.number < 2200:
            return int(atom.number), True
    return None, True


def absolute(year: int | None) -> Anchor | None:
    return Anchor.ABSOLUTE if year is not None else None


def _day_numbers(match: RuleMatch) -> list[int]:
    """The days of the month told, figures and ordinal words alike, in their order."""
    found = [
        int(a.number)
        for a in match.atoms[match.first : match.last]
        if a.number is not None and 1 <= a.number <= 31
    ]
    return found or [n for n in match.every("ORDINAL") if n <= 31]


def month_day(match: RuleMatch) -> Phrase | None:
    """ "April 13", "13 April 2024", "the 4th of July"."""
    year, certain = year_in(match)
    days = _day_numbers(match)
    if not days:
        return None
    said = PartialDate(year=year, month=match.value(*_MONTHS), day=days[0])
    fields = {"anchor": absolute(year), **direction_in(match, None)}
    return phrase(match, "monthday", said=said, certain=certain, **fields)


def day_range(match: RuleMatch) -> Phrase | None:
    """ "April 13–14", "from 3 to 8 October", "April 29–May 2"."""
    year, _ = year_in(match)
    days, months = _day_numbers(match), _months(match)
    if len(days) < 2:
        return None
    until = PartialDate(year=year, month=months[-1], day=days[-1])
    said = PartialDate(year=year, month=months[0], day=days[0])
    return phrase(match, "monthday", said=said, until=until, anchor=absolute(year))


def week_of_month(match: RuleMatch) -> Phrase | None:
    """ "the first week of October": its first seven days; "the last week", its last seven."""
    year, _ = year_in(match)
    month = match.value(*_MONTHS)
    which = next(iter(match.every("ORDINAL") + _day_numbers(match)), 0)
    length = monthrange(year or _LEAPLESS, month)[1]
    first = length - 6 if match.has("last", "final") else 7 * which - 6
    if not 1 <= first <= length - 6:
        return None
    return phrase(
        match,
        "month",
        value=f"{year or 'XXXX'}-{month:02d}",
        said=PartialDate(year=year, month=month, day=first),
        until=PartialDate(year=year, month=month, day=first + 6),
        anchor=absolute(year),
    )


def _months(match: RuleMatch) -> list[int]:
    atoms = match.atoms[match.first : match.last]
    return [
        number
        for atom in atoms
        for number in RuleMatch(match.rule, [atom], 0, 1).every("MONTH")
        + RuleMatch(match.rule, [atom], 0, 1).every("MONTH_OR_WORD")
    ]


def month(match: RuleMatch) -> Phrase:
    return phrase(match, "month", said=PartialDate(month=match.value(*_MONTHS)))


def month_year(match: RuleMatch) -> Phrase:
    year, certain = year_in(match)
    said = PartialDate(year=year, month=match.value(*_MONTHS))
    return phrase(match, "month", said=said, anchor=absolute(year), certain=certain)


def month_range(match: RuleMatch) -> Phrase:
    """ "April-June 1994"."""
    year, _ = year_in(match)
    first, last = _months(match)[:2]
    said, until = PartialDate(year=year, month=first), PartialDate(year=year, month=last)
    return phrase(match, "month", said=said, until=until, anchor=absolute(year))


def month_near(match: RuleMatch) -> Phrase:
    """ "last March", "this April", "the following May"."""
    said = PartialDate(month=match.value(*_MONTHS))
    return phrase(match, "month", said=said, **direction_in(match, "year"))


def nth_day(match: RuleMatch) -> Phrase | None:
    """ "the 13th", when no noun follows and a preposition leads."""
    said = PartialDate(day=_day_numbers(match)[0])
    return phrase(match, "monthday", said=said, weak=True, certain=False)


def day_beside(match: RuleMatch) -> Phrase:
    """ "the 12th inst.", "the 28th ult."."""
    said = PartialDate(day=_day_numbers(match)[0])
    shift = match.value("MONTH_BESIDE")
    return phrase(match, "monthday", said=said, grain="month", shift=shift)


def year(match: RuleMatch) -> Phrase | None:
    """ "1996", "'96"; an opening quote before a length ("'60 minutes") makes no year."""
    found, certain = year_in(match)
    after = match.atoms[match.last].word if match.last < len(match.atoms) else ""
    counts = not certain and after in table("time_words")["UNITS"]
    if found is None or counts:
        return None
    return phrase(
        match,
        "year",
        said=PartialDate(year=found),
        fixed=unit("year", date(found, 1, 1)),
        anchor=Anchor.ABSOLUTE,
        certain=certain and 1900 <= found <= 2100,
    )


def year_range(match: RuleMatch) -> Phrase | None:
    """ "1914-1918", "1990-91"."""
    numbers = [int(a.number or 0) for a in match.numbers()]
    first, last = numbers[0], numbers[1]
    last += first // 100 * 100 if last < 100 else 0
    if last <= first or last - first > 150:
        return None
    start, end = unit("year", date(first, 1, 1)), unit("year", date(last, 1, 1))
    if start is None or end is None:
        return None
    days = Interval(start.earliest, end.latest)
    return phrase(match, "year", value=f"{first:04d}", fixed=days, anchor=Anchor.ABSOLUTE)


def ancient(match: RuleMatch) -> Phrase:
    number = int(match.numbers()[0].number or 0)
    return phrase(match, "ref", value=f"BC{number:04d}", anchor=Anchor.NONE)


def direction_in(match: RuleMatch, frame: Grain | None) -> dict[str, Any]:
    """How a modifier places a weekday, month or season; `frame` is the unit "this" keeps it in."""
    if match.has("last", "past"):
        return {"direction": "past", "strict": True}
    if match.has("next"):
        return {"direction": "future", "strict": True}
    if match.has("coming", "upcoming"):
        return {"direction": "future"}
    if match.has("this", "current"):
        return {"grain": frame, "shift": 0} if frame else {"direction": "nearest"}
    if match.every("BEFORE_IT"):
        return {"direction": "past", "strict": True, "anchor": Anchor.TIMEX}
    if match.every("AFTER_IT"):
        return {"direction": "future", "strict": True, "anchor": Anchor.TIMEX}
    if match.has("that", "same"):
        return {"direction": "near", "anchor": Anchor.TIMEX}
    return {}

"""What quarters, halves, seasons, decades, centuries say: builders named by `time_rules.toml`."""

from datetime import date

from hearsay.model import Anchor, Interval, PartialDate
from hearsay.model.days import unit
from hearsay.model.mention_vocabulary import Grain
from hearsay.reading.times.grammar.build_dates import absolute, direction_in, year_in
from hearsay.reading.times.grammar.phrase import Phrase, phrase
from hearsay.reading.times.grammar.rule_patterns import RuleMatch

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_TENS = 10
_HUNDREDS = range(1000, 1901, 100)
"""What "the 1700s" are told by: centuries. "The 2000s" are as a rule ten years."""


def year_ago(match: RuleMatch) -> Phrase:
    """ "the year-earlier quarter", "the same period last year": of the quarter spoken of."""
    year = next((int(a.number) for a in match.numbers() if a.number and a.number > 999), None)
    if year is not None:
        return phrase(match, "unit", value=f"{year}-QX", fixed=_year_days(year))
    return phrase(match, "year_ago", grain="quarter", shift=-4, anchor=Anchor.TIMEX)


def _year_days(year: int) -> Interval | None:
    return unit("year", date(year, 1, 1))


def year_end(match: RuleMatch) -> Phrase:
    said = PartialDate(month=12, day=31)
    return phrase(match, "monthday", said=said, direction="near", value="XXXX")


def turn_of_year(match: RuleMatch) -> Phrase:
    """ "the turn of the year": December and January."""
    return phrase(match, "months", value="XXXX", months=(12, 1))


def mid_year(match: RuleMatch) -> Phrase:
    said = PartialDate(month=6)
    return phrase(match, "month", said=said, direction="near", value="XXXX-06")


def _year_told(match: RuleMatch) -> int | None:
    for atom in match.atoms[match.first : match.last]:
        if atom.number is not None and not atom.ending and 1000 <= atom.number < 2200:
            return int(atom.number)
    return None


def nth(match: RuleMatch) -> int:
    for atom in match.atoms[match.first : match.last]:
        if atom.ending and atom.number is not None:
            return int(atom.number)
    if match.has("last", "latter"):
        return 2
    return int(match.value("ORDINAL", "QUARTER_NAME", "HALF_NAME") or 0)


def _part_of_year(match: RuleMatch, size: int, letter: str) -> Phrase | None:
    """A quarter or half of a year; fiscal years are not known and so taken for calendar years."""
    which, year = nth(match), _year_told(match)
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
        weak=bool(match.every("QUARTER_NAME")) and year is None,
    )


def quarter(match: RuleMatch) -> Phrase | None:
    return _part_of_year(match, 3, "Q")


def half(match: RuleMatch) -> Phrase | None:
    return _part_of_year(match, 6, "H")


def quarter_of_year(match: RuleMatch) -> Phrase:
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


def season_near(match: RuleMatch) -> Phrase:
    """ "last summer", "this fall"; months are those of the northern hemisphere."""
    name = match.value("SEASON")
    frame: Grain | None = None if name == "WI" else "year"
    return phrase(
        match,
        "months",
        value=f"XXXX-{name}",
        months=_SEASONS[name],
        **direction_in(match, frame),
    )


def season(match: RuleMatch) -> Phrase | None:
    """ "the spring of 1973", "the fall"; "the fall of the town" is none."""
    name = match.value("SEASON")
    year, _ = year_in(match)
    after = [atom.word for atom in match.atoms[match.last : match.last + 2]]
    if match.has("fall") and after[:1] == ["of"] and after[-1] not in ("last", "this", "next"):
        return None
    return phrase(
        match,
        "months",
        value=f"{year or 'XXXX'}-{name}",
        said=PartialDate(year=year),
        months=_SEASONS[name],
        anchor=absolute(year),
        weak=year is None,
    )


def decade(match: RuleMatch) -> Phrase | None:
    """ "the 1980s", "the '80s", "the eighties"."""
    tens = next((int(a.number) for a in match.numbers("s") if a.number is not None), None)
    told = tens if tens is not None else match.value("DECADE_WORD")
    if told is None or (told == _TENS and not match.has("the", "'")):
        return None  # "10s of thousands"
    start = told if told > 99 else told + (1900 if told >= 20 else 2000)
    if told in _HUNDREDS:
        return _century(match, start)
    days = unit("decade", date(start, 1, 1))
    certain = told >= 30 and start % 100 != 0
    return phrase(
        match,
        "decade",
        value=f"{start // 10:03d}",
        fixed=days,
        anchor=Anchor.ABSOLUTE,
        mod=match.value("MOD"),
        certain=certain,
    )


def century(match: RuleMatch) -> Phrase | None:
    which = nth(match)
    if not 2 <= which <= 22:
        return None
    return _century(match, 100 * (which - 1))


def _century(match: RuleMatch, start: int) -> Phrase:
    days = unit("century", date(start, 1, 1))
    value = f"{start // 100:02d}"
    return phrase(match, "century", value=value, fixed=days, anchor=Anchor.ABSOLUTE)


def turn_of_century(match: RuleMatch) -> Phrase | None:
    """ "the turn of the 20th century": the years around its first."""
    which = nth(match)
    if not 2 <= which <= 22:
        return None
    start = 100 * (which - 1)
    days = Interval(date(start - 1, 1, 1), date(start + 1, 12, 31))
    value = f"{start // 100:02d}"
    anchor = Anchor.ABSOLUTE
    return phrase(match, "century", value=value, fixed=days, anchor=anchor, certain=False)

"""Phrases made time expressions: what each hangs on, in which direction, in which relation."""

from dataclasses import replace
from datetime import date

from hearsay.model import Anchor, Span, Timex
from hearsay.reading.times.context import Context
from hearsay.reading.times.direction import direction, in_an_event_name
from hearsay.reading.times.phrase import Phrase, timex_value
from hearsay.reading.times.plans import UNTOLD
from hearsay.reading.times.ranges import close_ranges
from hearsay.reading.times.relation import relation
from hearsay.reading.times.rows import align_rows
from hearsay.reading.times.telling import count_from_telling

_QUARTERS_BACK = 4
_RECENT = 6
"""How many expressions back "a year earlier" looks for its quarter, and an hour for its day."""
_MONTHS = "window from the day spoken of"
_FAR = 40
"""How many expressions back "the following day" looks for its day."""


def anchor_all(phrases: list[Phrase], context: Context, found: list[Timex]) -> None:
    """Adds the phrases of a sentence to the expressions `found` on the page before it."""
    first = len(found)
    for one in phrases:
        found.append(_timex(one, context, found))
    _hang_hours(found, first)
    count_from_telling(found, first, phrases, context)
    align_rows(found, first, phrases, context)
    close_ranges(found, first, phrases, context)


def _hang_hours(found: list[Timex], first: int) -> None:
    """Hours with no day of their own take that of their sentence, told before or after them."""
    for at in range(first, len(found)):
        known = found[at].anchor_timex
        if not _is_bare_hour(found[at]) or (known is not None and known >= first):
            continue
        told = next((i for i in range(at + 1, len(found)) if _gives_a_day(found[i])), None)
        if told is not None:
            found[at] = replace(found[at], anchor=Anchor.TIMEX, anchor_timex=told)


def _is_bare_hour(one: Timex) -> bool:
    return one.type == "TIME" and one.offset == (0, 0) and not one.certain


def _gives_a_day(one: Timex) -> bool:
    return (
        one.certain
        and one.type in ("DATE", "TIME")
        and one.anchor is Anchor.PUBLICATION
        and (one.said.weekday is not None or one.said.day is not None or one.offset is not None)
    )


def _timex(one: Phrase, context: Context, before: list[Timex]) -> Timex:
    one, told = _hung(one, before)
    atoms = context.atoms
    lies = relation(context, one.first)
    towards = one.direction or direction(one, context)
    if lies == "after" and one.clock == "24:00":
        one = replace(one, clock="00:00")  # "after midnight on Wednesday" is its first hour
    return Timex(
        span=Span.of(context.analysis.text, atoms[one.first].start, atoms[one.last - 1].end),
        type=one.type,
        value=timex_value(one),
        anchor=one.anchor or Anchor.PUBLICATION,
        said=one.said,
        until=one.until,
        offset=one.offset if one.anchor is not Anchor.NONE else None,
        direction=towards,
        part=one.part,
        night=one.part == "NI" or one.clock == "24:00",
        relation=one.relation or ("on" if one.until is not None else lies),
        anchor_span=one.anchor_span,
        anchor_timex=told,
        fixed=one.fixed,
        rule=one.rule,
        certain=one.certain
        and towards != UNTOLD
        and _is_possible(one)
        and not in_an_event_name(one, context),
        months=one.months,
        grain=one.grain if one.shift is not None else None,
        shift=one.shift,
        strict=one.strict,
        mod=one.mod,
        feast=one.feast,
    )


def _is_possible(one: Phrase) -> bool:
    """False for a day that no calendar has: February 30, a Monday that was a Saturday."""
    said = one.said
    if said.month is None or said.day is None:
        return True
    try:
        day = date(said.year or _LEAP_YEAR, said.month, said.day)
    except ValueError:
        return False
    return said.year is None or said.admits(day)


def _hung(one: Phrase, before: list[Timex]) -> tuple[Phrase, int | None]:
    """The phrase with its anchor settled, and the number of the expression it hangs on."""
    bare_quarter = one.grain == "quarter" and one.rule == "bare unit"
    if one.kind in ("year_ago", "same_quarter") or bare_quarter or _compares(one):
        return _quarter_hung(one, before)
    if one.kind in ("part", "clock") and one.offset is None:
        one = replace(one, offset=(0, 0), certain=False)
        told = _antecedent(one, before)
        if told is None or told < len(before) - _RECENT:
            return one, None
        return replace(one, anchor=Anchor.TIMEX), told
    if one.anchor is not Anchor.TIMEX:
        return one, None
    told = _antecedent(one, before)
    return (one if told is not None else replace(one, certain=False)), told


def _compares(one: Phrase) -> bool:
    return one.kind == "counted" and one.grain == "year" and one.shift == -1


def _quarter_hung(one: Phrase, before: list[Timex]) -> tuple[Phrase, int | None]:
    """ "a year earlier", "the quarter": counted from the quarter last spoken of, if one was."""
    far = _RECENT if _compares(one) else _FAR
    reach = range(len(before) - 1, max(-1, len(before) - 1 - far), -1)
    told = next((i for i in reach if _is_reported(before[i], one)), None)
    if told is not None and not _is_quarter(before[told]):
        return replace(one, grain="year", shift=-1, anchor=Anchor.PUBLICATION), None
    if told is None:
        return one, None
    if one.said.year is not None:
        months = before[told].months or (1, 3)
        value = f"{one.said.year}-Q{(months[0] + 2) // 3}"
        return replace(one, value=value, months=months, fixed=None), None
    shift = -_QUARTERS_BACK if one.kind == "year_ago" or _compares(one) else 0
    return replace(one, grain="quarter", shift=shift, anchor=Anchor.TIMEX, value=None), told


def _is_reported(told: Timex, one: Phrase) -> bool:
    """True for the quarter last spoken of, or the months for what compares with them.

    "In the first nine months profit rose from a year earlier": not from the quarter's.
    """
    months = told.rule == _MONTHS and told.span.text.endswith("months")
    if months and (one.kind == "year_ago" or _compares(one)):
        return True
    return _is_quarter(told) and _is_over(told)


def _is_over(told: Timex) -> bool:
    """False for a quarter to come and one that others are measured by: "after a flat second"."""
    return told.direction != "future" and told.relation in ("on", "since")


def _is_quarter(one: Timex) -> bool:
    if one.rule in ("ago", "year-ago unit", "quarter of a year"):
        return False
    return (
        one.months is not None and one.months[1] - one.months[0] == 2 and "-Q" in (one.value or "")
    )


def _antecedent(one: Phrase, before: list[Timex]) -> int | None:
    """The last expression before that names a day (or a year, for a year) to count from."""
    for number in range(len(before) - 1, max(-1, len(before) - 1 - _FAR), -1):
        if _names_days(before[number], one):
            return number
    return None


def _names_days(told: Timex, one: Phrase) -> bool:
    if told.type in ("DURATION", "SET") or told.anchor is Anchor.NONE or told.value is None:
        return False
    if told.value.endswith("_REF") or _is_bare_hour(told):
        return False
    fine = told.grain not in ("week", "month", "year", "quarter", "decade", "century")
    day = fine and told.months is None and told.fixed is None
    day = day and (told.said.month is None or told.said.day is not None or told.offset is not None)
    if one.grain in ("year", "month", "decade", "century", "quarter", "week"):
        return one.grain != "month" or told.said.month is not None or day
    return day


_LEAP_YEAR = 2000

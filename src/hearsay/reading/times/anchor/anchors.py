"""Phrases made time expressions: what each hangs on, in which direction, in which relation."""

from dataclasses import replace
from datetime import date

from hearsay.model import Anchor, Span, Timex
from hearsay.reading.times.anchor.direction import direction, in_an_event_name
from hearsay.reading.times.anchor.periods import close_period
from hearsay.reading.times.anchor.plans import UNTOLD
from hearsay.reading.times.anchor.relation import relation
from hearsay.reading.times.anchor.telling_days import count_from_telling
from hearsay.reading.times.filter.comparisons import compares, on_period
from hearsay.reading.times.grammar.day_lists import align_rows
from hearsay.reading.times.grammar.phrase import Phrase, timex_value
from hearsay.reading.times.grammar.ranges import close_ranges
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from hearsay.rules import rule

_RECENT = 6
"""How many expressions back an hour looks for its day."""
_FAR = 40
"""How many expressions back "the following day" looks for its day."""


def anchor_all(phrases: list[Phrase], context: SentenceAtoms, found: list[Timex]) -> None:
    """Adds the phrases of a sentence to the expressions `found` on the page before it."""
    first = len(found)
    for number, one in enumerate(phrases):
        found.append(_timex(one, context, found))
        close_period(found, phrases, number, context)
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


@rule("TIM-001")
def _is_bare_hour(one: Timex) -> bool:
    return one.type == "TIME" and one.offset == (0, 0) and not one.certain


@rule("TIM-002")
def _gives_a_day(one: Timex) -> bool:
    return (
        one.certain
        and one.type in ("DATE", "TIME")
        and one.anchor is Anchor.PUBLICATION
        and (one.said.weekday is not None or one.said.day is not None or one.offset is not None)
    )


def _timex(one: Phrase, context: SentenceAtoms, before: list[Timex]) -> Timex:
    one, told = _hung(one, before)
    atoms = context.atoms
    lies = relation(context, one.first)
    towards = direction(one, context)
    if lies == "after" and one.clock == "24:00":
        one = replace(one, clock="00:00")  # "after midnight on Wednesday" is its first hour
    return Timex(
        span=Span.of(context.tree.text, atoms[one.first].start, atoms[one.last - 1].end),
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
        and (one.direction is not None or towards != UNTOLD)
        and _is_possible(one)
        and not in_an_event_name(one, context),
        months=one.months,
        grain=one.grain if one.shift is not None else None,
        shift=one.shift,
        strict=one.strict,
        mod=one.mod,
        feast=one.feast,
        inner=one.inner,
    )


@rule("TIM-003")
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
    if compares(one):
        return on_period(one, before)
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


def _antecedent(one: Phrase, before: list[Timex]) -> int | None:
    """The last expression before that names a day (or a year, for a year) to count from."""
    for number in range(len(before) - 1, max(-1, len(before) - 1 - _FAR), -1):
        if _names_days(before[number], one):
            return number
    return None


@rule("TIM-004")
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

"""Every time expression of a page, in the order of the text.

One way: sentence → atoms → phrases of the rules → joined phrases → those that stand → anchored.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from hearsay.model import Dateline, Document, Timex
from hearsay.reading.times.anchor.anchors import anchor_all
from hearsay.reading.times.filter.timex_filter import standing
from hearsay.reading.times.grammar import (
    build_clock,
    build_dates,
    build_holidays,
    build_lengths,
    build_quarters,
    build_units,
    build_weekdays,
)
from hearsay.reading.times.grammar.atoms import Atom
from hearsay.reading.times.grammar.join import joined
from hearsay.reading.times.grammar.phrase import Phrase, phrase
from hearsay.reading.times.grammar.rule_patterns import RuleMatch, grammar, letters, longest
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from hearsay.rules import rule
from hearsay.syntax import Parse


def find_times(document: Document, tree: Parse) -> tuple[Timex, ...]:
    """The time expressions of the page, as TimeML would mark them, each with its constraints."""
    found: list[Timex] = []
    for context in _sentences(tree):
        phrases = standing(joined(list(phrases_in(context.atoms)), context.atoms), context)
        anchor_all(phrases, context, found)
    return tuple(_dated(one, document.dateline) for one in found)


def _dated(one: Timex, dateline: Dateline | None) -> Timex:
    """The day of a dateline lies near the publication, on either side of it."""
    if dateline is None or not dateline.span.covers(one.span):
        return one
    return replace(one, direction="near", relation="on")


def _sentences(tree: Parse) -> Iterator[SentenceAtoms]:
    for first, last in tree.bounds:
        if any(map(_may_say_when, tree.lowered[first:last])):
            yield SentenceAtoms.of(tree, first, last)


@rule("TIM-018")
def _may_say_when(word: str) -> bool:
    return word in grammar().triggers or any(c.isdigit() or c in "-–." for c in word)


def phrases_in(found: list[Atom]) -> Iterator[Phrase]:
    """What the rules find, from left to right, none over another; traps are passed over."""
    coded = letters(found)
    at = 0
    while at < len(found):
        one = _at(found, coded, at)
        if one is None:
            at += 1
            continue
        at = one.last
        if one.kind != "trap":
            yield one


def _at(found: list[Atom], coded: str, at: int) -> Phrase | None:
    for match in longest(found, coded, at):
        one = BUILDERS[match.rule.build](match)
        if one is not None:
            return one
    return None


def _trap(match: RuleMatch) -> Phrase:
    return phrase(match, "trap")


BUILDERS: dict[str, Callable[[RuleMatch], Phrase | None]] = {
    "trap": _trap,
    "stamp": build_dates.stamp,
    "month_day": build_dates.month_day,
    "day_range": build_dates.day_range,
    "month": build_dates.month,
    "month_year": build_dates.month_year,
    "month_range": build_dates.month_range,
    "before_last": build_units.before_last,
    "month_near": build_dates.month_near,
    "week_of_month": build_dates.week_of_month,
    "nth_day": build_dates.nth_day,
    "year": build_dates.year,
    "year_range": build_dates.year_range,
    "ancient": build_dates.ancient,
    "weekday": build_weekdays.weekday,
    "feast": build_holidays.feast,
    "named": build_holidays.named,
    "weekday_of_month": build_weekdays.weekday_of_month,
    "weekday_of_month_near": build_weekdays.weekday_of_month_near,
    "days_of_month": build_weekdays.days_of_month,
    "beside_weekday": build_weekdays.beside_weekday,
    "weekdays_ago": build_weekdays.weekdays_ago,
    "weekdays_on": build_weekdays.weekdays_on,
    "day_beside": build_dates.day_beside,
    "beside_relative_day": build_units.beside_relative_day,
    "season": build_quarters.season,
    "season_near": build_quarters.season_near,
    "relative_day": build_units.relative_day,
    "unit_near": build_units.unit_near,
    "window": build_lengths.window,
    "recent": build_lengths.recent,
    "counted": build_units.counted,
    "bare_unit": build_units.bare_unit,
    "year_ago": build_quarters.year_ago,
    "year_end": build_quarters.year_end,
    "mid_year": build_quarters.mid_year,
    "turn_of_year": build_quarters.turn_of_year,
    "turn_of_century": build_quarters.turn_of_century,
    "quarter": build_quarters.quarter,
    "half": build_quarters.half,
    "quarter_of_year": build_quarters.quarter_of_year,
    "decade": build_quarters.decade,
    "century": build_quarters.century,
    "length": build_lengths.length,
    "open_length": build_lengths.open_length,
    "repeated": build_lengths.repeated,
    "frequency": build_lengths.frequency,
    "rate": build_lengths.rate,
    "reference": build_units.reference,
    "some_day": build_lengths.some_day,
    "nth_day_of": build_units.nth_day_of,
    "modifier": build_units.modifier,
    "part_near": build_clock.part_near,
    "part": build_clock.part,
    "overnight": build_clock.overnight,
    "clock": build_clock.clock,
}

"""What the weekdays told on a page make likely of the day it came out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt

from hearsay.model import Attribution, Reading, Timex
from hearsay.ontology import table
from hearsay.resolve.dating.page_constraints import told_weekdays
from hearsay.resolve.dating.timex_days import told_weekday

MONDAY = 1
"""The day number 1 is a Monday."""

_WEEK = range(7)


@dataclass(frozen=True, slots=True)
class Habit:
    """Weekdays a page tells in its own voice (0 is Monday).

    `past` counts how often each is told as past; `sure` are those of them on which something is
    told to have happened or been said, `coming` those told as to come, `filed` those of its
    dateline. `close` marks a page that calls the days around it "today" or "yesterday".
    """

    past: tuple[int, ...] = (0,) * 7
    sure: frozenset[int] = frozenset()
    coming: frozenset[int] = frozenset()
    filed: frozenset[int] = frozenset()
    close: bool = False

    def latest(self, day: int) -> int | None:
        """The weekday told as past that lies nearest before a day, None when none is told."""
        told = sorted(self.filed | {weekday for weekday in _WEEK if self.past[weekday]})
        return min(told, key=lambda weekday: (day - MONDAY - weekday) % 7, default=None)


@dataclass(frozen=True, slots=True)
class Rates:
    """How pages tell the days around the day they come out by weekday.

    `each`: the share of all past weekdays told that lie 0 to 6 days back; `past`, `coming`: the
    share of pages that tell at all the day so many days back, or so many days ahead.
    """

    each: tuple[float, ...]
    past: tuple[float, ...]
    coming: tuple[float, ...]


@cache
def usual_rates(close: bool) -> Rates:
    """The rates of pages at large."""
    row = table("date_evidence")["habit"]["close" if close else "plain"]
    return Rates(tuple(row["each"]), tuple(row["past"]), tuple(row["coming"]))


def observed(habit: Habit, day: int) -> tuple[float, ...]:
    """What a page of a known day adds to the rates: seven shares, then twice seven noughts or ones.

    All are 0 for a page that tells no weekday as past.
    """
    many = sum(habit.past)
    if not many:
        return (0.0,) * (3 * len(_WEEK))
    return (
        *(_back(habit, day, away) / many for away in _WEEK),
        *(float(_back(habit, day, away) > 0) for away in _WEEK),
        *(float(_ahead(habit, day, away)) for away in _WEEK),
    )


def learned_rates(sums: Sequence[float], usual: Rates) -> Rates:
    """The rates of pages whose `observed` rows add up to `sums`, leaning on the usual ones where
    they are few."""
    lean = float(table("date_evidence")["habit"]["lean"])
    week = len(_WEEK)
    many = sum(sums[:week])
    before = (*usual.each, *usual.past, *usual.coming)
    found = [(lean * b + s) / (lean + many) for b, s in zip(before, sums, strict=True)]
    return Rates(tuple(found[:week]), tuple(found[week : 2 * week]), tuple(found[2 * week :]))


def _back(habit: Habit, day: int, away: int) -> int:
    return habit.past[(day - away - MONDAY) % 7]


def _ahead(habit: Habit, day: int, away: int) -> bool:
    return (day + away - MONDAY) % 7 in habit.coming


def log_likelihood(habit: Habit, rates: Rates, day: int) -> float:
    """How much the weekdays told, and those not told, speak for a day of publication (a log).

    Weekdays of one page hang together, so that their number counts by its root, and counting them
    and asking whether they are told at all by half each: weights fitted on dated pages. One page
    seldom means two days by one weekday.
    """
    rows = table("date_evidence")["habit"]
    weekday = (day - MONDAY) % 7
    score = sum(log(rows["filed"][(weekday - told) % 7]) for told in sorted(habit.filed))
    many = sum(habit.past)
    for away in _WEEK if many else ():
        told, there = _back(habit, day, away), (weekday - away) % 7
        surely = rows["sure"][away] if there in habit.sure else 1.0
        score += 0.5 * told * log(rates.each[away] * surely) / sqrt(many)
        score += 0.5 * _log_of(rates.past[away] * surely, told > 0)
        score += 0.8 * _log_of(rates.coming[away], _ahead(habit, day, away))
        if away and told and there in habit.coming:
            score += log(rows["two_days"])
    return score


def _log_of(rate: float, so: bool) -> float:
    return log(rate if so else 1 - rate)


def habit_of(reading: Reading) -> Habit:
    """The habit of a page, from its expressions outside quotations."""
    past = [0] * 7
    coming: set[int] = set()
    sure: set[int] = set()
    close = False
    told = told_on(reading)
    for number in own_voice(reading.timexes, reading.attributions):
        timex = reading.timexes[number]
        weekday = told_weekday(timex)
        if weekday is not None and timex.direction == "future":
            coming.add(weekday)
        elif weekday is not None and timex.direction != "nearest":
            past[weekday] += 1
            sure |= {weekday} if number in told else set()
        close |= timex.type == "DATE" and timex.offset in ((0, 0), (-1, -1))
    filed = frozenset(told_weekdays(reading.document))
    return Habit(tuple(past), frozenset(sure), frozenset(coming), filed, close)


def past_weekdays(reading: Reading) -> list[tuple[int, int]]:
    """Where a page tells a weekday as past, outside quotations, and which; in the text's order."""
    found: list[tuple[int, int]] = []
    for number in own_voice(reading.timexes, reading.attributions):
        timex = reading.timexes[number]
        weekday = told_weekday(timex)
        if weekday is not None and timex.direction not in ("future", "nearest"):
            found.append((timex.span.start, weekday))
    return found


def lag_rates(lags: Sequence[int]) -> list[float]:
    """The shares of pages that come out 0 to 6 days after a weekday they tell, leaning on the usual
    ones where few are known."""
    rows = table("date_evidence")["habit"]
    return _leaning(lags, rows["lag"], rows["lag_lean"])


def week_rates(weekdays: Sequence[int]) -> list[float]:
    """The shares of pages that come out on each weekday, leaning on even ones."""
    even = [1 / len(_WEEK)] * len(_WEEK)
    return _leaning(weekdays, even, table("date_evidence")["habit"]["week_lean"])


def _leaning(told: Sequence[int], usual: Sequence[float], lean: float) -> list[float]:
    many = Counter(told)
    return [(many[n] + lean * usual[n]) / (len(told) + lean) for n in _WEEK]


def told_on(reading: Reading) -> set[int]:
    """The expressions on which something is told to have happened or been said."""
    happened = ("happened", "ongoing")
    said = {a.timex for a in reading.attributions if a.timex is not None}
    return said.union(*(event.timexes for event in reading.events if event.status in happened))


def own_voice(timexes: Sequence[Timex], attributions: Sequence[Attribution]) -> list[int]:
    """The numbers of the expressions outside quotation marks, in the order of the text."""
    quoted = sorted((q.start, q.end) for a in attributions for q in a.quoted)
    found: list[int] = []
    at, reach = 0, -1
    for number in sorted(range(len(timexes)), key=lambda number: timexes[number].span.start):
        start = timexes[number].span.start
        while at < len(quoted) and quoted[at][0] <= start:
            reach = max(reach, quoted[at][1])
            at += 1
        if start >= reach:
            found.append(number)
    return found

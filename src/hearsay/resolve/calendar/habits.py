"""What the weekdays told on a page make likely of the day it came out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt

from hearsay.model import Attribution, Reading, Timex
from hearsay.ontology import table
from hearsay.resolve.calendar.clock import told_weekday
from hearsay.resolve.calendar.evidence import told_weekdays

_MONDAY = 1
"""The day number 1 is a Monday."""

_WEEK = range(7)


@dataclass(frozen=True, slots=True)
class Habit:
    """Weekdays a page tells in its own voice (0 is Monday).

    `past` counts how often each is told as past; `coming` are those told as to come, `filed` those
    of its dateline. `close` marks a page that calls the days around it "today" or "yesterday".
    """

    past: tuple[int, ...] = (0,) * 7
    coming: frozenset[int] = frozenset()
    filed: frozenset[int] = frozenset()
    close: bool = False

    def latest(self, day: int) -> int | None:
        """The weekday told as past that lies nearest before a day, None when none is told."""
        told = sorted(self.filed | {weekday for weekday in _WEEK if self.past[weekday]})
        return min(told, key=lambda weekday: (day - _MONDAY - weekday) % 7, default=None)


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


def learned_rates(pages: Iterable[tuple[Habit, int]], usual: Rates) -> Rates:
    """The rates of pages whose days are known, leaning on the usual ones where they are few."""
    known = [(habit, day) for habit, day in pages if any(habit.past)]
    lean = float(table("date_evidence")["habit"]["lean"])

    def rate(before: float, seen: float) -> float:
        return (lean * before + seen) / (lean + len(known))

    return Rates(
        tuple(rate(usual.each[n], sum(_share(h, day, n) for h, day in known)) for n in _WEEK),
        tuple(rate(usual.past[n], sum(_back(h, day, n) > 0 for h, day in known)) for n in _WEEK),
        tuple(rate(usual.coming[n], sum(_ahead(h, day, n) for h, day in known)) for n in _WEEK),
    )


def _back(habit: Habit, day: int, away: int) -> int:
    return habit.past[(day - away - _MONDAY) % 7]


def _share(habit: Habit, day: int, away: int) -> float:
    return _back(habit, day, away) / sum(habit.past)


def _ahead(habit: Habit, day: int, away: int) -> bool:
    return (day + away - _MONDAY) % 7 in habit.coming


def log_likelihood(habit: Habit, rates: Rates, day: int) -> float:
    """How much the weekdays told, and those not told, speak for a day of publication (a log).

    Weekdays of one page hang together, so that their number counts by its root, and counting them
    and asking whether they are told at all by half each: weights fitted on dated pages.
    """
    rows = table("date_evidence")["habit"]
    score = 0.0
    many = sum(habit.past)
    for away in _WEEK if many else ():
        score += 0.5 * _back(habit, day, away) * log(rates.each[away]) / sqrt(many)
        score += 0.5 * _log_of(rates.past[away], _back(habit, day, away) > 0)
        score += 0.8 * _log_of(rates.coming[away], _ahead(habit, day, away))
    weekday = (day - _MONDAY) % 7
    return score + sum(log(rows["filed"][(weekday - told) % 7]) for told in sorted(habit.filed))


def _log_of(rate: float, so: bool) -> float:
    return log(rate if so else 1 - rate)


def habit_of(reading: Reading) -> Habit:
    """The habit of a page, from its expressions outside quotations."""
    past = [0] * 7
    coming: set[int] = set()
    close = False
    for timex in own_voice(reading.timexes, reading.attributions):
        weekday = told_weekday(timex)
        if weekday is not None and timex.direction == "future":
            coming.add(weekday)
        elif weekday is not None:
            past[weekday] += 1
        close |= timex.type == "DATE" and timex.offset in ((0, 0), (-1, -1))
    filed = frozenset(told_weekdays(reading.document))
    return Habit(tuple(past), frozenset(coming), filed, close)


def own_voice(timexes: Sequence[Timex], attributions: Sequence[Attribution]) -> list[Timex]:
    """The expressions that stand outside quotation marks, in the order of the text."""
    quoted = sorted((q.start, q.end) for a in attributions for q in a.quoted)
    found: list[Timex] = []
    at, reach = 0, -1
    for timex in sorted(timexes, key=lambda timex: timex.span.start):
        while at < len(quoted) and quoted[at][0] <= timex.span.start:
            reach = max(reach, quoted[at][1])
            at += 1
        if timex.span.start >= reach:
            found.append(timex)
    return found

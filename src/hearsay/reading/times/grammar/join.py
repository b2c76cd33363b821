"""Neighbouring phrases made one: "Monday" + "night", "early" + "1990", "June" + "last year"."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hearsay.model import Anchor, PartialDate
from hearsay.reading.times.grammar.atoms import Atom
from hearsay.reading.times.grammar.phrase import Phrase, said_together

Joiner = Callable[[Phrase, Phrase], Phrase | None]

_NOTHING: tuple[str, ...] = ()
_COMMA = (",",)
_OF = ("of",)
_ON = ("on",)
_AT = ("at",)
_POSSESSIVE = ("'", "s")
_PLURAL_POSSESSIVE = ("'",)
_LEAPLESS = 1999


@dataclass(frozen=True, slots=True)
class Join:
    """Kinds that may stand left and right, the words that may stand between, and the joiner."""

    left: frozenset[str]
    between: tuple[tuple[str, ...], ...]
    right: frozenset[str]
    joined: Joiner


def joined(phrases: list[Phrase], atoms: list[Atom]) -> list[Phrase]:
    """The phrases with neighbours joined from left to right, each as far as it goes."""
    done: list[Phrase] = []
    for found in phrases:
        done.append(found)
        while len(done) > 1 and (one := _pair(done[-2], done[-1], atoms)) is not None:
            done[-2:] = [one]
    return done


def _pair(left: Phrase, right: Phrase, atoms: list[Atom]) -> Phrase | None:
    if right.first - left.last > 3:
        return None
    between = tuple(atom.word for atom in atoms[left.last : right.first])
    for row in JOINS:
        if left.kind in row.left and right.kind in row.right and between in row.between:
            one = row.joined(left, right)
            if one is not None:
                return replace(one, first=left.first, last=right.last, weak=False)
    return None


def _narrowed(mod: Phrase, found: Phrase) -> Phrase | None:
    """ "early" + "next year"."""
    return replace(found, mod=mod.mod or found.mod)


def _same_day(left: Phrase, right: Phrase) -> Phrase | None:
    """ "Monday" + "April 13"."""
    if left.strict or left.said.weekday is None or right.said.day is None:
        return None
    said = said_together(right.said, left.said)
    timed = left.part is not None or left.clock is not None
    return replace(
        right,
        said=said,
        part=left.part or right.part,
        clock=left.clock or right.clock,
        type="TIME" if timed else right.type,
    )


def _part_of(day: Phrase, part: Phrase) -> Phrase | None:
    """ "Monday" + "night"; a part of day says nothing of which day."""
    if day.clock is not None and part.kind == "part":
        return _hour_of(day, replace(day, part=part.part, clock=None))
    if day.part is not None or day.clock is not None or part.kind not in ("part", "clock"):
        return None
    return replace(day, type="TIME", part=part.part, clock=part.clock)


def _part_first(part: Phrase, day: Phrase) -> Phrase | None:
    """ "the night of" + "April 13"; "the early hours of" + "this morning"."""
    if day.part is not None and part.clock is None:
        return day
    return _part_of(day, part)


def _night_from(part: Phrase, day: Phrase) -> Phrase | None:
    """ "overnight from Saturday" (to Sunday): the night that begins on that day."""
    return _part_of(day, part) if part.rule == "overnight" else None


def _night_into(part: Phrase, day: Phrase) -> Phrase | None:
    """ "overnight into Sunday": the night that began on the day before."""
    if part.rule != "overnight" or day.said.weekday is None or day.said.day is not None:
        return None
    before = PartialDate(weekday=(day.said.weekday - 1) % 7)
    return replace(day, said=before, type="TIME", part=part.part)


def _day_of_week(counted: Phrase, day: Phrase) -> Phrase | None:
    """ "two weeks ago" + "on Friday": that day of that week."""
    if counted.value != "XXXX-WXX" or counted.offset is None or day.strict:
        return None
    weeks = (counted.offset[0] + 3) // 7
    return replace(day, grain="week", shift=weeks, anchor=counted.anchor)


def _hour_of(clock: Phrase, day: Phrase) -> Phrase | None:
    """ "8:30" + "Monday night": the evening makes it 20:30."""
    if clock.clock is None or day.clock is not None:
        return None
    hour, told = int(clock.clock[:2]), clock.clock
    if day.part in ("AF", "EV", "NI") and 3 < hour < 12:
        told = f"{hour + 12:02d}{told[2:]}"
    return replace(day, type="TIME", clock=told, part=None)


def _hour_last(day: Phrase, clock: Phrase) -> Phrase | None:
    return _hour_of(clock, day)


def _within(named: Phrase, unit: Phrase) -> Phrase | None:
    """ "June" + "last year", "Monday" + "of last week", "the third quarter" + "of this year"."""
    grain = {"weekday": "week", "month": "year", "months": "year", "monthday": "year"}[named.kind]
    if named.kind == "monthday" and named.said.month is None:
        grain = "month"
    if unit.grain != grain or named.said.year is not None or named.grain is not None:
        return None
    anchor = unit.anchor or Anchor.PUBLICATION
    return replace(named, grain=grain, shift=unit.shift, anchor=anchor, direction=None)


def _unit_first(unit: Phrase, named: Phrase) -> Phrase | None:
    return _within(named, unit)


def _week_of(week: Phrase, day: Phrase) -> Phrase | None:
    """ "the week" + "of March 6": seven days from that day on."""
    said = day.said
    if week.grain != "week" or not week.weak or said.month is None or said.day is None:
        return None
    try:
        last = date(said.year or _LEAPLESS, said.month, said.day) + timedelta(days=6)
    except (ValueError, OverflowError):
        return None
    until = PartialDate(year=said.year and last.year, month=last.month, day=last.day)
    value = "XXXX-WXX" if said.year is None else None
    return replace(day, until=until, value=value)


def _of_year(named: Phrase, year: Phrase) -> Phrase | None:
    """ "the third quarter" + "of 1989"."""
    if named.said.year is not None or year.said.year is None or named.value is None:
        return None
    value = named.value.replace("XXXX", f"{year.said.year:04d}")
    said = said_together(named.said, year.said)
    return replace(named, value=value, said=said, anchor=Anchor.ABSOLUTE)


def _year_first(year: Phrase, named: Phrase) -> Phrase | None:
    return _of_year(named, year)


_DAYS = frozenset({"weekday", "monthday", "relday", "feast"})
_CALENDAR = _DAYS | {"month", "months", "year", "unit", "decade", "century", "window"}
_PART = frozenset({"part"})
_CLOCK = frozenset({"clock"})
_UNIT = frozenset({"unit"})

JOINS = (
    Join(frozenset({"mod"}), (_NOTHING,), _CALENDAR, _narrowed),
    Join(frozenset({"weekday"}), (_NOTHING, _COMMA), frozenset({"monthday"}), _same_day),
    Join(_CLOCK, (_NOTHING, _ON, _COMMA, ("in",), _OF), _DAYS | _UNIT, _hour_of),
    Join(_CLOCK, (_NOTHING, ("in",), ("at",)), _PART, _hour_of),
    Join(_DAYS, (_NOTHING, _AT, _COMMA, (",", "at")), _CLOCK, _hour_last),
    Join(_DAYS, (_NOTHING, ("in",), ("at",)), _PART, _part_of),
    Join(_PART, (_NOTHING, _ON, _OF), _DAYS, _part_first),
    Join(_PART, (("from",),), _DAYS, _night_from),
    Join(_PART, (("into",),), frozenset({"weekday"}), _night_into),
    Join(
        frozenset({"weekday", "month", "months", "monthday"}),
        (_NOTHING, _OF, _COMMA, ("in",)),
        _UNIT,
        _within,
    ),
    Join(frozenset({"counted"}), (_NOTHING, _ON), frozenset({"weekday"}), _day_of_week),
    Join(_UNIT, (_OF, ("beginning",), ("starting",)), frozenset({"monthday"}), _week_of),
    Join(_UNIT, (_POSSESSIVE, _PLURAL_POSSESSIVE), frozenset({"months", "month"}), _unit_first),
    Join(frozenset({"months"}), (_NOTHING, _OF, ("in",), _COMMA), frozenset({"year"}), _of_year),
    Join(frozenset({"year"}), (_NOTHING, _POSSESSIVE), frozenset({"months"}), _year_first),
)
"""What may be joined, in the order tried."""

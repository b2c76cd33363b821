"""Periods that reports compare: "the quarter", "a year earlier", "the year-ago period"."""

from dataclasses import replace

from hearsay.model import Anchor, Timex
from hearsay.reading.times.grammar.phrase import Phrase
from hearsay.rules import rule

_RECENT, _FAR = 6, 40
"""How many expressions back "a year earlier" and "the quarter" look for the period told."""
_MONTHS = "window from the day spoken of"


@rule("TIM-006")
def compares(one: Phrase) -> bool:
    """True for what may speak of a quarter told before: "the quarter", "a year earlier"."""
    bare_quarter = one.grain == "quarter" and one.rule == "bare unit"
    return one.kind in ("year_ago", "same_quarter") or bare_quarter or _is_year_back(one)


@rule("TIM-007")
def _is_year_back(one: Phrase) -> bool:
    return one.kind == "counted" and one.grain == "year" and one.shift == -1


def on_period(one: Phrase, before: list[Timex]) -> tuple[Phrase, int | None]:
    """ "a year earlier", "the quarter": counted from the quarter last spoken of, if one was."""
    far = _RECENT if _is_year_back(one) else _FAR
    reach = range(len(before) - 1, max(-1, len(before) - 1 - far), -1)
    told = next((i for i in reach if _is_reported(before[i], one)), None)
    if told is None:
        return one, None
    if one.said.year is not None:
        months = before[told].months or (1, 3)
        value = f"{one.said.year}-Q{(months[0] + 2) // 3}"
        return replace(one, value=value, months=months, fixed=None), None
    return _like(one, before[told], told)


def _like(one: Phrase, told: Timex, number: int) -> tuple[Phrase, int | None]:
    """The same months as those told, or those of the year before."""
    earlier = one.kind == "year_ago" or _is_year_back(one)
    if told.months is None:
        return replace(one, grain="year", shift=-1, anchor=Anchor.PUBLICATION), None
    return replace(
        one,
        anchor=Anchor.TIMEX,
        months=told.months,
        direction="past",
        strict=earlier,
        value=f"XXXX{(told.value or '')[4:]}" if _is_quarter(told) else "XXXX",
        grain=None,
        shift=None,
        fixed=None,
        relation="on",
    ), number


@rule("TIM-008")
def _is_reported(told: Timex, one: Phrase) -> bool:
    """True for the quarter last spoken of, or the months for what compares with them.

    "In the first nine months profit rose from a year earlier": not from the quarter's.
    """
    months = told.rule == _MONTHS and told.span.text.endswith("months")
    if months and (one.kind == "year_ago" or _is_year_back(one)):
        return True
    return _is_quarter(told) and _is_over(told)


@rule("TIM-009")
def _is_over(told: Timex) -> bool:
    """False for a quarter to come and one that others are measured by: "after a flat second"."""
    return told.direction != "future" and told.relation in ("on", "since")


@rule("TIM-010")
def _is_quarter(one: Timex) -> bool:
    if one.rule in ("ago", "year-ago unit", "quarter of a year"):
        return False
    return one.months is not None and "-Q" in (one.value or "")

"""How long a unit is, how many of them are told, and what that is as a TIMEX3 duration."""

from hearsay.model.mention_vocabulary import Grain
from hearsay.ontology import table
from hearsay.reading.times.grammar.rule_patterns import RuleMatch
from hearsay.rules import rule

SEVERAL = (2, 9)
"""How many "several" and "a few" may be, at the least and the most."""


_HALVES = {"year": "6M", "hour": "30M", "minute": "30S", "day": "T12H"}
"""What half a unit is as the smaller one after it: a year and a half is P1Y6M."""


def unit_days(grain: Grain) -> int:
    """The most days of a unit; 0 for those of the clock."""
    return int(table("time_units")[grain]["days"])


def unit_in(match: RuleMatch) -> Grain:
    grain: Grain = match.value("UNIT", "UNITS", "LONG")
    return grain


def count(match: RuleMatch) -> tuple[float, float, str]:
    """Least and most of the count told, and its form in a TIMEX3 value."""
    matched = match.atoms[match.first : match.last]
    if _one_or_two(match):
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
    spread = match.has("or", "long") and match.every("UNITS")
    if match.every("VAGUE") or spread:
        return (*SEVERAL, "X")
    if _half_of_one(match):
        return 0.5, 0.5, "0.5"
    return 1 + half, 1 + half, f"{1 + half:g}"


# no rule: what the words say; "a week or two", but not "one or two weeks"
def _one_or_two(match: RuleMatch) -> bool:
    told = [atom.word for atom in match.atoms[match.first : match.last]]
    at = told.index("or") if "or" in told else 0
    return told[at + 1 : at + 2] == ["two"] and told[at - 1] in table("time_words")["UNIT"]


@rule("TIM-020")
def _half_of_one(match: RuleMatch) -> bool:
    return match.atoms[match.first].word == "half" or (match.has("half") and not match.has("and"))


def length_value(many: float | str, grain: Grain) -> str:
    """The TIMEX3 duration: P2D, PT3H, PXY, P20Y for two decades."""
    letter = table("time_units")[grain]["letter"]
    if many == "X":
        return f"PT{many}{letter[1]}" if letter[0] == "T" else f"P{many}{letter}"
    number = float(many)
    if grain == "decade" and number > 1:
        return f"P{number * 10:g}Y"
    if grain == "century":
        return f"P{number * 100:g}Y"
    if grain == "fortnight":
        number *= 2
    if number % 1 == 0.5 and grain in _HALVES:
        mark = "PT" if letter[0] == "T" else "P"
        return f"{mark}{number // 1:g}{letter[-1]}{_HALVES[grain]}"
    return f"PT{number:g}{letter[1]}" if letter[0] == "T" else f"P{number:g}{letter}"


def days_taken(low: float, high: float, grain: Grain) -> tuple[int, int]:
    """The least and most days from an event to so many units after it.

    Days are exact, hours reach into the days they touch, and longer units are told to a third.
    """
    size = unit_days(grain)
    if size == 0:
        hours = {"hour": 24, "minute": 1440, "second": 86400}[grain]
        return int(low / hours), int(high / hours) + 1
    slack = size // 3 if size > 1 else 0
    return int(low * size) - slack, round(high * size + 0.49) + slack


def half_value(grain: Grain) -> str:
    return {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y"}.get(
        grain, length_value("0.5", grain)
    )

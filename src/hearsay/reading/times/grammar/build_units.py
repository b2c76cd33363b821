"""What days, weeks and years counted from another say: builders named by `time_rules.toml`."""

from typing import Any

from hearsay.model import Anchor, PartialDate
from hearsay.model.mention_vocabulary import Grain
from hearsay.reading.times.grammar.build_quarters import nth
from hearsay.reading.times.grammar.lengths import SEVERAL, count, length_value, unit_days, unit_in
from hearsay.reading.times.grammar.phrase import Phrase, phrase
from hearsay.reading.times.grammar.rule_patterns import RuleMatch


def relative_day(match: RuleMatch) -> Phrase | None:
    """ "today", "yesterday", "the day before yesterday", "to-morrow"."""
    if match.has("to") and not all(a.glued for a in match.atoms[match.first + 1 : match.last]):
        return None
    shift = match.rule.row.get("offset", match.value("RELATIVE"))
    return phrase(match, "relday", offset=(shift, shift), anchor=Anchor.PUBLICATION)


def beside_relative_day(match: RuleMatch) -> Phrase:
    """ "three weeks ago today", "a week from tomorrow", "today week"."""
    low, _, _ = count(match)
    many = int(low) * unit_days(unit_in(match)) * (-1 if match.has("ago") else 1)
    shift = match.value("RELATIVE") + many
    return phrase(match, "relday", offset=(shift, shift), anchor=Anchor.PUBLICATION)


def from_where(match: RuleMatch) -> tuple[int, Anchor | None]:
    """How many units on, and from where: "last" from the telling, "previous" from a day told."""
    if (step := match.value("BEFORE_IT", "AFTER_IT")) is not None:
        return step, Anchor.TIMEX
    if match.has("that", "same", "very"):
        return 0, Anchor.TIMEX
    if match.has("latest"):
        return 0, Anchor.PUBLICATION
    return match.value("LAST", "NEXT", "THIS") or 0, Anchor.PUBLICATION


def unit_near(match: RuleMatch) -> Phrase | None:
    """ "last week", "this month", "the following day", "that year"."""
    grain = unit_in(match)
    step, anchor = from_where(match)
    if grain == "day":
        if match.has("past", "last", "current", "coming", "upcoming", "this"):
            return None
        anchor = Anchor.TIMEX
    if grain in ("minute", "hour", "fortnight"):
        return _window_of_one(match, grain)
    if match.has("past") and not match.has("this"):
        low = -unit_days(grain)
        value = length_value(1, grain)
        return phrase(match, "window", type="DURATION", value=value, offset=(low, 0))
    if match.has("latest") and grain == "quarter":
        return phrase(match, "same_quarter", grain=grain, shift=-1, anchor=anchor)
    return phrase(match, "unit", grain=grain, shift=step, anchor=anchor)


def _window_of_one(match: RuleMatch, grain: Grain) -> Phrase:
    step, _ = from_where(match)
    most = max(unit_days(grain), 1)
    window = (-most, 0) if step < 0 else (0, most)
    return phrase(match, "window", type="DURATION", value=length_value(1, grain), offset=window)


def before_last(match: RuleMatch) -> Phrase:
    """ "the week before last", "the Friday after next"."""
    step = -2 if match.has("before") else 2
    weekday = match.value("WEEKDAY", "WEEKDAY_OR_WORD")
    if weekday is None:
        return phrase(match, "unit", grain=unit_in(match), shift=step)
    said = PartialDate(weekday=weekday)
    return phrase(match, "weekday", said=said, grain="week", shift=step)


def counted(match: RuleMatch) -> Phrase | None:
    """ "two years ago", "three days later", "a week earlier"; not "a week later than promised"."""
    if match.last < len(match.atoms) and match.atoms[match.last].word == "than":
        return None
    low, high, _ = count(match)
    if match.every("UNITS") and not match.every("VAGUE") and not match.numbers():
        low, high = SEVERAL
    grain = unit_in(match)
    back = match.has("ago", "earlier")
    told = Anchor.PUBLICATION if match.has("ago", "now", "today", "hence", "time") else Anchor.TIMEX
    if low != high or low != int(low):
        return _vague_count(match, (low, high), back=back, anchor=told)
    step = int(low) * (-1 if back else 1)
    fields = _exact_count(grain, step)
    return phrase(match, "counted", anchor=told, **fields)


def _exact_count(grain: Grain, step: int) -> dict[str, Any]:
    """Days are exact, weeks to a few days, longer units to the unit; hours to the day around."""
    if grain in ("second", "minute", "hour"):
        reach = abs(step) // 24 + 1 if grain == "hour" else 1
        offset = (-reach, 0) if step < 0 else (0, reach)
        return {"type": "TIME", "offset": offset}
    if grain == "day":
        return {"offset": (step, step), "value": "XXXX-XX-XX"}
    if grain in ("week", "fortnight"):
        middle = step * unit_days(grain)
        return {"offset": (middle - 3, middle + 3), "value": "XXXX-WXX"}
    return {"grain": grain, "shift": step}


def _vague_count(
    match: RuleMatch, many: tuple[float, float], *, back: bool, anchor: Anchor
) -> Phrase:
    value = "PAST_REF" if back else "FUTURE_REF"
    if unit_in(match) in ("second", "minute", "hour"):
        near = (-1, 0) if back else (0, 1)
        return phrase(match, "counted", value=value, offset=near, anchor=anchor)
    size = max(unit_days(unit_in(match)), 1)
    slack = size / 8 if many[0] == many[1] else 0
    low, high = int(many[0] * size - slack), round(many[1] * size + slack + 0.49)
    offset = (-high, -low) if back else (low, high)
    return phrase(match, "counted", value=value, offset=offset, anchor=anchor)


def bare_unit(match: RuleMatch) -> Phrase:
    """ "the day", "the week": the one spoken of; counts only with company."""
    if (part := match.value("PART")) is not None:
        return phrase(match, "part", type="TIME", part=part, weak=True)
    grain = match.value("UNIT") or "quarter"
    anchor = Anchor.TIMEX if grain == "day" else Anchor.PUBLICATION
    if match.has("latest"):
        return phrase(match, "same_quarter", grain=grain, shift=-1, anchor=anchor)
    return phrase(match, "unit", grain=grain, shift=0, anchor=anchor, weak=True)


def nth_day_of(match: RuleMatch) -> Phrase | None:
    """ "the third day of" a strike: counted from its first."""
    step = match.rule.row.get("offset", nth(match) - 1)
    return phrase(match, "nth_day_of", offset=(step, step), weak=True)


def reference(match: RuleMatch) -> Phrase:
    value = match.rule.row["value"]
    return phrase(match, "ref", value=value, anchor=Anchor.NONE)


def modifier(match: RuleMatch) -> Phrase:
    """ "early", "late in", "the end of": narrows what follows."""
    mod = match.value("MOD")
    if match.has("half"):
        mod = "first half" if match.has("first") else "second half"
    return phrase(match, "mod", mod=mod, weak=True)

"""Phrases made time expressions: what each hangs on, in which direction, in which relation."""

from dataclasses import replace
from datetime import date

from hearsay.model import Anchor, PartialDate, Span, Timex
from hearsay.ontology import table
from hearsay.reading.times.context import Context
from hearsay.reading.times.phrase import Phrase, timex_value
from hearsay.reading.times.relation import relation
from hearsay.reading.times.standing import before_its_noun
from hearsay.reading.times.tense import defers, is_moved, outlook

_AFTERMATH = ("in the wake of the", "in the aftermath of the")
_QUARTERS_BACK = 4
_RECENT = 6
"""How many expressions back "a year earlier" looks for its quarter, and an hour for its day."""
_FAR = 40
"""How many expressions back "the following day" looks for its day."""


def anchor_all(phrases: list[Phrase], context: Context, found: list[Timex]) -> None:
    """Adds the phrases of a sentence to the expressions `found` on the page before it."""
    first = len(found)
    for one in phrases:
        found.append(_timex(one, context, found))
    _hang_hours(found, first)
    _close_ranges(found, first, phrases, context)


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
        direction=one.direction or _direction(one, context, lies),
        part=one.part,
        night=one.part == "NI" or one.clock == "24:00",
        relation=one.relation or ("on" if one.until is not None else lies),
        anchor_span=one.anchor_span,
        anchor_timex=told,
        fixed=one.fixed,
        rule=one.rule,
        certain=one.certain and _is_possible(one) and not _in_an_event_name(one, context),
        months=one.months,
        grain=one.grain if one.shift is not None else None,
        shift=one.shift,
        strict=one.strict,
        mod=one.mod,
        feast=one.feast,
    )


def _direction(one: Phrase, context: Context, lies: str) -> str:
    """Past or future by tense, which binds weekdays closely and month-days hardly.

    Writers leave out the year of a month-day only when it is near, so that the nearest one is
    meant even in the past tense ("payable Jan. 3, the company said" in November).
    """
    if (sign := _moved(one)) != 0:
        return "future" if sign > 0 else "past"
    if context.word(one.first - 1) in _OVER or context.words_before(one.first, 5) in _AFTERMATH:
        return "past"
    tense, direct = outlook(context, one.first)
    if one.months is not None and "Q" in (one.value or ""):
        led = context.word(one.first - 1) in ("in", "by", "during", "through", "until")
        return "future" if tense == "future" and led else "past"
    if one.kind == "weekday" and one.said.day is None:
        return "future" if _weekday_to_come(one, context, tense, direct=direct) else "past"
    led = context.word(one.first - 1) in _UNTIL_WHEN
    if tense is not None and (one.grain == "weekend" or (one.kind == "month" and direct)):
        return "near" if led and one.kind == "month" else tense
    if one.said.weekday is not None:
        return "near"
    if direct and (tense == "future" or (tense == "past" and _led_by_on(one, context))):
        return tense
    named = one.kind == "monthday" or (one.kind == "month" and context.word(one.first - 1) != "for")
    if tense == "past" and named and _names_an_event(one, context):
        after = context.tag(one.last)
        planned = after is not None and after.lemma.lower() in _PLANNED
        return "near" if planned else "past"
    led = context.word(one.first - 1) in _AHEAD.get(one.kind, ())
    return "future" if tense == "future" and led else "near"


def _moved(one: Phrase) -> int:
    """Which way from the day of telling the words themselves point: "last month", "tomorrow"."""
    if one.anchor not in (None, Anchor.PUBLICATION):
        return 0
    return (one.shift or 0) or sum(one.offset or (0, 0))


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


def _in_an_event_name(one: Phrase, context: Context) -> bool:
    """ "the October 7 attacks": a day, but of which year the words do not tell."""
    if one.kind != "monthday" or one.said.year is not None or one.said.weekday is not None:
        return False
    return _names_an_event(one, context)


def _names_an_event(one: Phrase, context: Context) -> bool:
    """True for "the October 7 attacks", by the tree or by the article and the noun around it."""
    if before_its_noun(one, context):
        return True
    after = context.tag(one.last)
    if after is None or after.upos != "NOUN":
        return False
    before = [tag.upos for at in (1, 2) if (tag := context.tag(one.first - at)) is not None]
    return before[:1] == ["DET"] or before == ["ADJ", "DET"]


def _weekday_to_come(one: Phrase, context: Context, tense: str | None, *, direct: bool) -> bool:
    """ "Sunday's election could …" is to come, "Sunday's bombing could …" was."""
    if _possessive(one, context):
        named = context.tag(one.last + 2)
        planned = named is not None and named.lemma.lower() in _PLANNED
        return tense == "future" and (direct or planned)
    if context.word(one.first - 1) in _UNTIL_WHEN and defers(context, one.first):
        return True
    return tense == "future" or context.word(one.first - 1) == "for"


def _led_by_on(one: Phrase, context: Context) -> bool:
    return context.word(one.first - 1) in ("on", "since")


def _possessive(one: Phrase, context: Context) -> bool:
    return context.word(one.last) == "'"


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
    told = next((i for i in reach if _is_quarter(before[i]) and _is_over(before[i])), None)
    if told is None:
        return one, None
    if one.said.year is not None:
        months = before[told].months or (1, 3)
        value = f"{one.said.year}-Q{(months[0] + 2) // 3}"
        return replace(one, value=value, months=months, fixed=None), None
    shift = -_QUARTERS_BACK if one.kind == "year_ago" or _compares(one) else 0
    return replace(one, grain="quarter", shift=shift, anchor=Anchor.TIMEX, value=None), told


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


def _close_ranges(found: list[Timex], start: int, phrases: list[Phrase], context: Context) -> None:
    """ "between Monday and Wednesday": the first is closed by the second, which says until when."""
    for i in range(len(phrases) - 1):
        first, second = phrases[i], phrases[i + 1]
        between = [atom.word for atom in context.atoms[first.last : second.first]]
        led = context.word(first.first - 1)
        closes = between in _UNTIL or (between == ["and"] and led == "between")
        alike = second.kind == first.kind in _RANGED
        if closes and alike and first.until is None and not is_moved(context, first.first):
            at = start + i
            found[at] = _closed_by(found[at], second.said)
            if second.kind == "weekday" and found[at].direction == "future" and not second.strict:
                found[at + 1] = replace(found[at + 1], anchor=Anchor.TIMEX, anchor_timex=at)
            found[at + 1] = replace(found[at + 1], relation="until")


def _closed_by(first: Timex, until: PartialDate) -> Timex:
    """The range closed; its year, where only the end tells it ("from March to June 2019")."""
    first = replace(first, until=until, relation="on")
    said = first.said
    if until.year is None or said.year is not None or None in (said.month, until.month):
        return first
    later = (said.month or 0, said.day or 0) > (until.month or 0, until.day or 0)
    year = until.year - later
    value = (first.value or "").replace("XXXX", f"{year:04d}")
    return replace(
        first, said=replace(said, year=year), value=value, anchor=Anchor.ABSOLUTE, anchor_timex=None
    )


_AHEAD = {
    "month": ("in", "by", "until", "for", "from", "through"),
    "monthday": ("by", "until", "from", "through"),
}
_LEAP_YEAR = 2000
_OVER = frozenset(table("time_company")["tense"]["over"])
_UNTIL_WHEN = ("until", "till")
_RANGED = ("weekday", "monthday", "month", "year")
_PLANNED = frozenset(table("time_company")["tense"]["planned_nouns"])
_UNTIL = (["to"], ["through"], ["until"], ["till"])

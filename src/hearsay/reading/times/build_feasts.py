"""What named days and counted weekdays of a month say: builders named by `time_rules.toml`."""

from hearsay.model import Anchor, PartialDate
from hearsay.model.feasts import feast_day
from hearsay.reading.times.build_dates import absolute, direction_in, year_in
from hearsay.reading.times.build_quarters import nth
from hearsay.reading.times.grammar import Match
from hearsay.reading.times.phrase import Phrase, phrase

_MOST = 4
"""Every month has four of each weekday; a fifth is left to the last."""


def feast(match: Match) -> Phrase:
    """ "Christmas Eve", "Easter Monday 1916"; the day of a feast of the moon is not told."""
    year, _ = year_in(match)
    rule = match.rule.row.get("rule")
    if rule is None:
        return phrase(match, "feast", anchor=Anchor.NONE, certain=False)
    fields = direction_in(match, "year") if match.last - match.first > 1 else {}
    fields.pop("grain", None), fields.pop("shift", None)
    day = feast_day(rule, year) if year is not None else None
    return phrase(
        match,
        "feast",
        feast=rule,
        value=day.isoformat() if day is not None else None,
        said=PartialDate(year=year),
        anchor=absolute(year) or Anchor.PUBLICATION,
        weak=match.last - match.first == 1,
        **fields,
    )


def named(match: Match) -> Phrase:
    """A date that is a name: "9/11"."""
    row = match.rule.row
    said = PartialDate(year=row["year"], month=row["month"], day=row["day"])
    return phrase(match, "monthday", said=said, anchor=Anchor.ABSOLUTE, certain=False)


def weekday_of_month(match: Match) -> Phrase | None:
    """ "the first Monday of June", "the last Sunday in March 2021"."""
    which = -1 if match.has("last", "final") else nth(match)
    weekday = match.value("WEEKDAY", "WEEKDAY_OR_WORD")
    month = match.value("MONTH", "MONTH_OR_WORD")
    if which == 0 or which > _MOST:
        return None
    year, _ = year_in(match)
    rule = f"{which} {weekday} {month}"
    day = feast_day(rule, year) if year is not None else None
    return phrase(
        match,
        "feast",
        feast=rule,
        value=day.isoformat() if day is not None else None,
        said=PartialDate(year=year),
        anchor=absolute(year) or Anchor.PUBLICATION,
    )

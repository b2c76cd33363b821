"""What named days say: builders named by `time_rules.toml`."""

from typing import Any

from hearsay.model import Anchor, PartialDate
from hearsay.model.holidays import feast_days
from hearsay.reading.times.grammar.build_dates import absolute, direction_in, year_in
from hearsay.reading.times.grammar.phrase import Phrase, phrase
from hearsay.reading.times.grammar.rule_patterns import RuleMatch


def feast(match: RuleMatch) -> Phrase:
    """ "Christmas Eve", "Easter Monday 1916"; the day of a feast of the moon is not told."""
    rule = match.rule.row.get("rule")
    if rule is None:
        return phrase(match, "feast", anchor=Anchor.NONE, certain=False)
    fields = direction_in(match, "year") if match.last - match.first > 1 else {}
    fields.pop("grain", None), fields.pop("shift", None)
    return by_rule(match, rule, weak=match.last - match.first == 1, **fields)


def by_rule(match: RuleMatch, rule: str, **fields: Any) -> Phrase:
    """The day that a rule finds in the year told with it, or in any (see `model.holidays`)."""
    year, _ = year_in(match)
    days = feast_days(rule, year) if year is not None else None
    day = days.earliest if days is not None and days.length == 1 else None
    return phrase(
        match,
        "feast",
        feast=rule,
        value=day.isoformat() if day is not None else None,
        said=PartialDate(year=year),
        anchor=absolute(year) or Anchor.PUBLICATION,
        **fields,
    )


def named(match: RuleMatch) -> Phrase:
    """A date that is a name: "9/11"."""
    row = match.rule.row
    said = PartialDate(year=row["year"], month=row["month"], day=row["day"])
    return phrase(match, "monthday", said=said, anchor=Anchor.ABSOLUTE, certain=False)

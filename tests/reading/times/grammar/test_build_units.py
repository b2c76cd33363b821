"""Days, weeks and years counted from another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Anchor
from hearsay.reading.times.grammar import build_units
from tests.reading.times.building import built, match

DAYS = [
    ("relative_day", "today", 0),
    ("relative_day", "yesterday", -1),
    ("relative_day", "to-morrow", 1),
    ("relative_day", "the day before yesterday", -2),
    ("relative_day", "the day after tomorrow", 2),
    ("beside_relative_day", "three weeks ago today", -21),
    ("beside_relative_day", "a week from tomorrow", 8),
    ("beside_relative_day", "today week", 7),
]


@pytest.mark.parametrize(("build", "text", "step"), DAYS)
def test_days_from_the_telling(build: str, text: str, step: int) -> None:
    found = built(text, build)
    assert found is not None
    assert (found.offset, found.anchor) == ((step, step), Anchor.PUBLICATION)


UNITS = [
    ("last week", "week", -1, Anchor.PUBLICATION),
    ("this month", "month", 0, Anchor.PUBLICATION),
    ("next year", "year", 1, Anchor.PUBLICATION),
    ("that year", "year", 0, Anchor.TIMEX),
    ("the previous year", "year", -1, Anchor.TIMEX),
    ("the following day", "day", 1, Anchor.TIMEX),
]


@pytest.mark.parametrize(("text", "grain", "shift", "anchor"), UNITS)
def test_units_near(text: str, grain: str, shift: int, anchor: Anchor) -> None:
    found = build_units.unit_near(match(text, "unit_near"))
    assert found is not None
    assert (found.kind, found.grain, found.shift, found.anchor) == ("unit", grain, shift, anchor)


def test_the_last_day_is_not_yesterday() -> None:
    assert build_units.unit_near(match("last day", "unit_near")) is None


def test_hours_and_fortnights_are_windows() -> None:
    for text, days in (("the next hour", (0, 1)), ("next fortnight", (0, 14))):
        found = build_units.unit_near(match(text, "unit_near"))
        assert found is not None and (found.kind, found.offset) == ("window", days)


BEFORE_LAST = [
    ("the week before last", "week", -2, None),
    ("the month after next", "month", 2, None),
    ("the Friday after next", "week", 2, 4),
]


@pytest.mark.parametrize(("text", "grain", "shift", "weekday"), BEFORE_LAST)
def test_the_one_before_the_last(text: str, grain: str, shift: int, weekday: int | None) -> None:
    found = build_units.before_last(match(text, "before_last"))
    assert (found.grain, found.shift, found.said.weekday) == (grain, shift, weekday)


COUNTED = [
    ("three days later", (3, 3), None, Anchor.TIMEX),
    ("three days ago", (-3, -3), None, Anchor.PUBLICATION),
    ("three days' time", (3, 3), None, Anchor.PUBLICATION),
    ("a week earlier", (-10, -4), None, Anchor.TIMEX),
    ("two weeks ago", (-17, -11), None, Anchor.PUBLICATION),
    ("two years ago", None, ("year", -2), Anchor.PUBLICATION),
    ("a decade ago", None, ("decade", -1), Anchor.PUBLICATION),
    ("30 hours ago", (-2, 0), None, Anchor.PUBLICATION),
    ("hours later", (0, 1), None, Anchor.TIMEX),
    ("a day or two ago", (-2, -1), None, Anchor.PUBLICATION),
    ("a week or two later", (7, 14), None, Anchor.TIMEX),
    ("days ago", (-9, -2), None, Anchor.PUBLICATION),
]


@pytest.mark.parametrize(("text", "days", "unit", "anchor"), COUNTED)
def test_counted(
    text: str, days: tuple[int, int] | None, unit: tuple[str, int] | None, anchor: Anchor
) -> None:
    found = build_units.counted(match(text, "counted"))
    assert found is not None and (found.offset, found.anchor) == (days, anchor)
    assert unit is None or (found.grain, found.shift) == unit


def test_a_comparison_counts_from_nothing() -> None:
    assert build_units.counted(match("a week later than promised", "counted")) is None


@given(
    st.integers(1, 90),
    st.sampled_from(["hours", "days", "weeks", "months", "years"]),
    st.sampled_from(["ago", "earlier", "later"]),
)
def test_before_is_never_after(many: int, unit: str, towards: str) -> None:
    found = build_units.counted(match(f"{many} {unit} {towards}", "counted"))
    assert found is not None
    low, high = found.offset or (found.shift or 0, found.shift or 0)
    assert low <= high
    assert high <= 0 if towards in ("ago", "earlier") else low >= 0


def test_a_unit_alone_needs_company() -> None:
    day = build_units.bare_unit(match("the day", "bare_unit"))
    week = build_units.bare_unit(match("the week", "bare_unit"))
    assert day.weak and week.weak
    assert (day.anchor, week.anchor) == (Anchor.TIMEX, Anchor.PUBLICATION)


NTH = [("the first day of", 0), ("the third day of", 2), ("the 10th day of", 9), ("the eve of", -1)]


@pytest.mark.parametrize(("text", "step"), NTH)
def test_days_of_an_event_are_counted_from_its_first(text: str, step: int) -> None:
    found = build_units.nth_day_of(match(text, "nth_day_of"))
    assert found is not None and found.offset == (step, step)


MODS = [
    ("early", "start"),
    ("late in", "end"),
    ("the end of", "end"),
    ("the first half of", "first half"),
    ("the second half of", "second half"),
]


@pytest.mark.parametrize(("text", "mod"), MODS)
def test_parts_of_what_follows(text: str, mod: str) -> None:
    found = build_units.modifier(match(text, "modifier"))
    assert (found.kind, found.mod, found.weak) == ("mod", mod, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [("now", "PRESENT_REF"), ("currently", "PRESENT_REF"), ("the future", "FUTURE_REF")],
)
def test_references_have_no_days(text: str, value: str) -> None:
    found = build_units.reference(match(text, "reference"))
    assert (found.value, found.anchor) == (value, Anchor.NONE)

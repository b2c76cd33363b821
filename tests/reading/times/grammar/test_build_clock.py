"""Hours and parts of the day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Anchor
from hearsay.reading.times.grammar import build_clock
from tests.reading.times.building import match

CLOCKS = [
    ("2:30 p.m.", "14:30"),
    ("2:30 pm", "14:30"),
    ("2.15 p.m.", "14:15"),
    ("12:00 a.m.", "00:00"),
    ("12:00 p.m.", "12:00"),
    ("12:10 a.m.", "00:10"),
    ("0:30 a.m.", "00:30"),
    ("00:15 a.m.", "00:15"),
    ("0614 GMT", "06:14Z"),
    ("14:05", "14:05"),
    ("24:00", "24:00"),
    ("six o'clock", "06:00"),
    ("half past six", "06:30"),
    ("eight in the evening", "20:00"),
    ("eleven at night", "23:00"),
    ("two at night", "02:00"),
    ("seven in the morning", "07:00"),
    ("three in the afternoon", "15:00"),
]


@pytest.mark.parametrize(("text", "told"), CLOCKS)
def test_clocks(text: str, told: str) -> None:
    found = build_clock.clock(match(text, "clock"))
    assert found is not None and found.clock == told
    assert (found.kind, found.type, found.certain) == ("clock", "TIME", False)


@pytest.mark.parametrize("text", ["13 p.m.", "25:10", "3:75", "14 a.m."])
def test_what_no_clock_shows_is_none(text: str) -> None:
    assert build_clock.clock(match(text, "clock")) is None


@given(st.integers(0, 12), st.integers(0, 59), st.sampled_from(["a.m.", "p.m."]))
def test_every_hour_of_the_twelve_is_one_of_the_twenty_four(
    hour: int, minute: int, half: str
) -> None:
    found = build_clock.clock(match(f"{hour}:{minute:02} {half}", "clock"))
    assert found is not None and found.clock is not None
    told, after = map(int, found.clock.split(":"))
    assert (told % 12, after) == (hour % 12, minute)
    assert (told >= 12) == (half == "p.m.")


PARTS = [
    ("the morning", "MO"),
    ("dawn", "MO"),
    ("mid-afternoon", "AF"),
    ("the evening", "EV"),
    ("the night", "NI"),
]


@pytest.mark.parametrize(("text", "name"), PARTS)
def test_a_part_of_the_day_needs_company(text: str, name: str) -> None:
    found = build_clock.part(match(text, "part"))
    assert (found.kind, found.part, found.weak, found.offset) == ("part", name, True, None)


@pytest.mark.parametrize(("text", "told"), [("noon", "12:00"), ("midnight", "24:00")])
def test_noon_and_midnight_are_hours(text: str, told: str) -> None:
    found = build_clock.part(match(text, "part"))
    assert (found.kind, found.clock, found.part) == ("clock", told, None)


def test_overnight_is_the_night_before_the_telling() -> None:
    found = build_clock.overnight(match("overnight", "overnight"))
    assert (found.part, found.offset) == ("NI", (-1, -1))


NEAR = [
    ("this morning", "MO", 0, Anchor.PUBLICATION),
    ("tonight", "NI", 0, Anchor.PUBLICATION),
    ("last night", "NI", -1, Anchor.PUBLICATION),
    ("the night before last", "NI", -2, Anchor.PUBLICATION),
    ("that evening", "EV", 0, Anchor.TIMEX),
    ("the same afternoon", "AF", 0, Anchor.TIMEX),
    ("the previous night", "NI", -1, Anchor.TIMEX),
    ("the following morning", "MO", 1, Anchor.TIMEX),
    ("next morning", "MO", 1, Anchor.TIMEX),
]


@pytest.mark.parametrize(("text", "name", "step", "anchor"), NEAR)
def test_parts_of_days_near(text: str, name: str, step: int, anchor: Anchor) -> None:
    found = build_clock.part_near(match(text, "part_near"))
    assert (found.part, found.offset, found.anchor) == (name, (step, step), anchor)
    assert found.type == "TIME" and not found.weak

"""Lengths, stretches around the telling, and what comes again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Anchor
from hearsay.reading.times.grammar import build_lengths
from tests.reading.times.building import match

LENGTHS = [
    ("two days", "P2D", (2, 2)),
    ("more than four hours", "PT4H", (0, 1)),
    ("30 hours", "PT30H", (1, 2)),
    ("half an hour", "PT30M", (0, 1)),
    ("a year and a half", "P1Y6M", (427, 671)),
    ("10-year", "P10Y", (3538, 3782)),
    ("two or three weeks", "P2W", (12, 23)),
    ("a day or two", "PXD", (1, 2)),
    ("two and one half years", "P2Y6M", (427, 1037)),
    ("a couple of months", "P2M", (52, 72)),
    ("a dozen years", "P12Y", (4270, 4514)),
    ("several days", "PXD", (2, 9)),
    ("two decades", "P20Y", (6089, 8523)),
    ("a fortnight", "P2W", (10, 18)),
    ("six centuries", "P600Y", (206975, 231325)),
]


@pytest.mark.parametrize(("text", "value", "days"), LENGTHS)
def test_lengths(text: str, value: str, days: tuple[int, int]) -> None:
    found = build_lengths.length(match(text, "length"))
    assert (found.type, found.value, found.offset) == ("DURATION", value, days)


@given(
    st.integers(2, 400),
    st.sampled_from(["minutes", "hours", "days", "weeks", "months", "years", "decades"]),
)
def test_the_least_of_a_length_is_never_more_than_the_most(many: int, unit: str) -> None:
    found = build_lengths.length(match(f"{many} {unit}", "length"))
    assert found.offset is not None
    low, high = found.offset
    assert 0 <= low <= high
    more = build_lengths.length(match(f"{many + 1} {unit}", "length"))
    assert more.offset is not None and more.offset[0] >= low and more.offset[1] >= high


def test_units_alone_are_several_and_need_company() -> None:
    found = build_lengths.open_length(match("years", "open_length"))
    assert (found.value, found.weak) == ("PXY", True)
    assert found.offset is not None and found.offset[0] > 365 and found.offset[1] < 10 * 366


WINDOWS = [
    ("the last three months", "P3M", (-93, 0), Anchor.PUBLICATION),
    ("the next few days", "PXD", (0, 9), Anchor.PUBLICATION),
    ("the previous two weeks", "P2W", (-14, 0), Anchor.TIMEX),
]


@pytest.mark.parametrize(("text", "value", "days", "anchor"), WINDOWS)
def test_windows_touch_the_day_of_telling(
    text: str, value: str, days: tuple[int, int], anchor: Anchor
) -> None:
    found = build_lengths.window(match(text, "window"))
    assert (found.value, found.offset, found.anchor) == (value, days, anchor)


def test_recent_and_coming() -> None:
    recent = build_lengths.recent(match("recent days", "recent"))
    coming = build_lengths.recent(match("the coming weeks", "recent"))
    assert (recent.value, recent.offset) == ("PXD", (-9, 0))
    assert (coming.value, coming.offset) == ("PXW", (0, 63))


SETS = [
    ("every Friday", "XXXX-WXX-5"),
    ("Tuesday nights", "XXXX-WXX-2TNI"),
    ("every March", "XXXX-03"),
    ("every morning", "XXXX-XX-XXTMO"),
    ("each year", "P1Y"),
    ("every other week", "P2W"),
    ("every two hours", "PT2H"),
]


@pytest.mark.parametrize(("text", "value"), SETS)
def test_what_comes_again_has_no_day(text: str, value: str) -> None:
    found = build_lengths.repeated(match(text, "repeated"))
    assert (found.type, found.value, found.anchor) == ("SET", value, Anchor.NONE)


def test_one_day_is_some_day_and_two_are_none() -> None:
    found = build_lengths.some_day(match("one day", "some_day"))
    assert found is not None and found.value == "FUTURE_REF"


def test_rates_and_frequencies() -> None:
    daily = build_lengths.frequency(match("daily", "frequency"))
    twice = build_lengths.rate(match("twice a week", "rate"))
    bare = build_lengths.rate(match("a week", "rate"))
    assert (daily.value, daily.weak) == ("P1D", True)
    assert (twice.kind, twice.value, twice.weak) == ("set", "P1W", False)
    assert (bare.kind, bare.weak, bare.grain) == ("rate", True, "week")

"""The parts of the grammar: rules, numbers, lengths, values, and what is joined."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import PartialDate
from hearsay.reading.times.find_times import phrases_in
from hearsay.reading.times.grammar import lengths
from hearsay.reading.times.grammar.atoms import atoms
from hearsay.reading.times.grammar.join import joined
from hearsay.reading.times.grammar.phrase import Phrase, said_together, timex_value, widened
from hearsay.reading.times.grammar.rule_patterns import grammar, letters, longest, number_classes
from tests.limits import within
from tests.reading.times.building import match, words

RULES = {rule.name: rule for rules in grammar().starts.values() for rule in rules}
WORDS = sorted(grammar().classes)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, "7", "1990", "2:30", "'", ",", "-", "kiln"]), max_size=8))
def test_the_rules_tried_by_their_first_letter_are_all_that_fit(told: list[str]) -> None:
    scanned = atoms(text := " ".join(told), 0, len(text))
    coded = letters(scanned)
    assert len(coded) == len(scanned)
    for at in range(len(scanned)):
        fits = longest(scanned, coded, at)
        by_all = {
            (rule.name, hit.end())
            for rule in RULES.values()
            if (hit := rule.pattern.match(coded, at)) and hit.end() > at
        }
        assert by_all <= {(fit.rule.name, fit.last) for fit in fits}
        ends = [fit.last for fit in fits]
        assert ends == sorted(ends, reverse=True)


NUMBERS = [
    ("7", "", {"NUM", "DAY", "HOUR"}),
    ("07", "", {"NUM", "DAY", "HOUR", "TWO"}),
    ("31", "", {"NUM", "DAY", "TWO"}),
    ("32", "", {"NUM", "TWO"}),
    ("0730", "", {"NUM", "HHMM"}),
    ("1990", "", {"NUM", "YEAR"}),
    ("2030", "", {"NUM", "YEAR", "HHMM"}),
    ("2200", "", {"NUM", "HHMM"}),
    ("31", "st", {"NTH", "DAY_TH"}),
    ("32", "nd", {"NTH"}),
    ("80", "s", {"DECADE"}),
    ("1980", "s", {"DECADE"}),
    ("85", "s", set()),
    ("180", "s", set()),
]


@pytest.mark.parametrize(("digits", "ending", "classes"), NUMBERS)
def test_classes_of_numbers(digits: str, ending: str, classes: set[str]) -> None:
    assert number_classes(digits, float(digits), ending) == classes


@pytest.mark.parametrize("text", ["F-16", "MH17", "K2", "Tupolev-154"])
def test_a_number_in_a_name_is_no_number(text: str) -> None:
    scanned = atoms(text, 0, len(text))
    assert letters(scanned)[-1] == grammar().letters[frozenset()]


def test_a_capital_tells_may_from_may() -> None:
    small, large = (letters(atoms(word, 0, 3)) for word in ("may", "May"))
    assert small == "." != large


COUNTS = [
    ("two days", (2, 2, "2")),
    ("a week", (1, 1, "1")),
    ("two or three weeks", (2, 3, "2")),
    ("a day or two", (1, 2, "X")),
    ("one or two days", (1, 2, "1")),
    ("a couple of months", (2, 2, "2")),
    ("a dozen years", (12, 12, "12")),
    ("several days", (2, 9, "X")),
    ("half an hour", (0.5, 0.5, "0.5")),
    ("a year and a half", (1.5, 1.5, "1.5")),
    ("two and a half years", (2.5, 2.5, "2.5")),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: tuple[float, float, str]) -> None:
    assert lengths.count(match(text, "length")) == expected


VALUES = [
    (2, "day", "P2D"),
    (1.5, "year", "P1Y6M"),
    (2.5, "hour", "PT2H30M"),
    (1, "fortnight", "P2W"),
    (1, "decade", "P1E"),
    (2, "decade", "P20Y"),
    (3, "century", "P300Y"),
    ("X", "year", "PXY"),
    ("X", "hour", "PTXH"),
    ("0.5", "week", "P0.5W"),
]


@pytest.mark.parametrize(("many", "grain", "value"), VALUES)
def test_values_of_lengths(many: float | str, grain: str, value: str) -> None:
    assert lengths.length_value(many, grain) == value or (grain == "decade" and many == 1)


def test_halves_of_units() -> None:
    assert lengths.half_value("hour") == "PT30M" and lengths.half_value("year") == "P6M"
    assert lengths.half_value("week") == "P0.5W"


@given(
    st.floats(0, 500),
    st.floats(0, 500),
    st.sampled_from(["second", "minute", "hour", "day", "week", "month", "year", "century"]),
)
def test_the_days_of_a_length_are_ordered(one: float, more: float, grain: str) -> None:
    low, high = lengths.days_taken(min(one, more), max(one, more), grain)
    assert low <= high and isinstance(low, int) and isinstance(high, int)
    if lengths.unit_days(grain):
        assert low <= min(one, more) * lengths.unit_days(grain) + 1
        assert high >= max(one, more) * lengths.unit_days(grain) - 1


def phrase(**fields: object) -> Phrase:
    return Phrase(2, 4, "weekday", "test", **fields)  # type: ignore[arg-type]


TIMEX_VALUES = [
    (phrase(said=PartialDate(2024, 4, 13)), "2024-04-13"),
    (phrase(said=PartialDate(month=4, day=13)), "XXXX-04-13"),
    (phrase(said=PartialDate(month=4)), "XXXX-04"),
    (phrase(said=PartialDate(day=13)), "XXXX-XX-13"),
    (phrase(said=PartialDate(weekday=6), part="NI"), "XXXX-WXX-7TNI"),
    (phrase(said=PartialDate(year=1990)), "1990"),
    (phrase(grain="week"), "XXXX-WXX"),
    (phrase(offset=(0, 0), clock="14:30"), "XXXX-XX-XXT14:30"),
    (phrase(value="P2D", said=PartialDate(year=1990)), "P2D"),
    (phrase(feast="easter"), "XXXX-XX-XX"),
    (phrase(mod="start"), None),
]


@pytest.mark.parametrize(("found", "value"), TIMEX_VALUES, ids=lambda value: str(value)[:14])
def test_timex_values(found: Phrase, value: str | None) -> None:
    assert timex_value(found) == value


_PARTS = st.builds(
    PartialDate,
    st.none() | st.integers(1900, 2030),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 28),
    st.none() | st.integers(0, 6),
)


@given(_PARTS, _PARTS)
def test_what_is_said_together_keeps_the_first_and_adds_the_second(
    first: PartialDate, second: PartialDate
) -> None:
    both = said_together(first, second)
    for name in ("year", "month", "day", "weekday"):
        told = getattr(first, name)
        assert getattr(both, name) == (told if told is not None else getattr(second, name))
    assert said_together(both, second) == both


def test_a_phrase_grows_and_never_shrinks() -> None:
    assert (widened(phrase(), 1, 3).first, widened(phrase(), 1, 3).last) == (1, 4)
    assert widened(phrase(), 3, 3) == phrase()
    assert phrase().day and not Phrase(0, 1, "month", "test").day


JOINED = [
    ("Monday night", ["Monday night"], "XXXX-WXX-1TNI"),
    ("Monday, April 13", ["Monday, April 13"], "XXXX-04-13"),
    ("early next year", ["early next year"], "XXXX"),
    ("June of last year", ["June of last year"], "XXXX-06"),
    ("the third quarter of 1989", ["the third quarter of 1989"], "1989-Q3"),
    ("1989's third quarter", ["1989's third quarter"], "1989-Q3"),
    ("8:30 on Monday night", ["8:30 on Monday night"], "XXXX-WXX-1T20:30"),
    ("Monday at 8:30", ["Monday at 8:30"], "XXXX-WXX-1T08:30"),
    ("the week of March 6", ["the week of March 6"], "XXXX-WXX"),
    ("overnight into Sunday", ["overnight into Sunday"], "XXXX-WXX-6TNI"),
    ("overnight from Saturday", ["overnight from Saturday"], "XXXX-WXX-6TNI"),
    ("two weeks ago on Friday", ["two weeks ago on Friday"], "XXXX-WXX-5"),
    ("last Monday, April 13", ["last Monday", "April 13"], "XXXX-WXX-1"),
    ("Monday and Tuesday", ["Monday", "Tuesday"], "XXXX-WXX-1"),
    ("kiln", [], None),
]


@pytest.mark.parametrize(("text", "expected", "value"), JOINED)
def test_joins(text: str, expected: list[str], value: str | None) -> None:
    scanned = atoms(text, 0, len(text))
    found = joined(list(phrases_in(scanned)), scanned)
    assert [words(one, text) for one in found] == expected
    assert value is None or timex_value(found[0]) == value


def test_a_day_that_ends_the_calendar_opens_no_week() -> None:
    text = "the week of December 31, 9999"
    scanned = atoms(text, 0, len(text))
    assert joined(list(phrases_in(scanned)), scanned)


def test_a_page_of_nothing_but_times_is_read_at_once() -> None:
    picked = random.Random(3).choices(WORDS, k=20_000)
    text = " ".join(picked)
    with within(20):
        scanned = atoms(text, 0, len(text))
        found = joined(list(phrases_in(scanned)), scanned)
    assert len(found) > 1_000
    assert all(one.last <= after.first for one, after in pairwise(found))

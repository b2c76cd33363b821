"""The day of entry is the first one, and goes from an event to what takes its place."""

from datetime import date

from hearsay.record.entered import first_days
from hearsay.record.former import Former

MONDAY, TUESDAY, FRIDAY = date(1931, 5, 11), date(1931, 5, 12), date(1931, 5, 15)
E1, E2, E3 = ("event", "e1"), ("event", "e2"), ("event", "e3")


def test_what_is_new_enters_today_and_what_is_known_keeps_its_day() -> None:
    assert first_days({E1: MONDAY}, [E1, E2], [], FRIDAY) == {E1: MONDAY, E2: FRIDAY}


def test_what_is_gone_is_forgotten() -> None:
    assert first_days({E1: MONDAY, E2: MONDAY}, [E1], [], FRIDAY) == {E1: MONDAY}


def test_an_heir_takes_the_earliest_day() -> None:
    former = [Former("e1", "event", "e3"), Former("e2", "event", "e3")]
    assert first_days({E1: TUESDAY, E2: MONDAY}, [E3], former, FRIDAY) == {E3: MONDAY}
    grown = first_days({E1: MONDAY, E3: TUESDAY}, [E3], former, FRIDAY)
    assert grown == {E3: MONDAY}


def test_an_heir_of_what_went_before_days_were_noted_has_none() -> None:
    former = [Former("e1", "event", "e3")]
    assert first_days({E1: None, E3: MONDAY}, [E3], former, FRIDAY) == {E3: None}


def test_ids_of_two_kinds_are_not_mistaken() -> None:
    former = [Former("e1", "story", "e3"), Former("e2", "event", None)]
    assert first_days({E1: MONDAY, E2: MONDAY}, [E3], former, FRIDAY) == {E3: FRIDAY}

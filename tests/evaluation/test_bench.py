"""The bench: what its figures are made of."""

from evaluation.bench import clocked, rates
from hearsay import resolve as room
from tests.readings import reading

PAGE = reading(
    "[Olof Palme|person 1 SWE GOV] {met|CONSULT/visit p=1,2 on=0} [Urho Kekkonen|person 2 FIN GOV] "
    "<on Monday|weekday=0>. “~We spoke of the sea|direct 1 cue=said~,” he said.",
    published="1975-08-05",
)


def test_what_parts_of_resolution_take_is_found_by_their_functions() -> None:
    parts: dict[str, float] = {}
    with clocked(parts):
        found = room.resolve([PAGE])
    assert set(parts) == {"calendar", "relating"}
    assert all(seconds > 0 for seconds in parts.values())
    assert found == room.resolve([PAGE])


def test_rates_are_of_what_is_asked_for() -> None:
    spent = {"load": 9.0, "pages": 1.0, "language": 4.0, "times": 0.5, "statements": 1.0}
    found = rates(10, {**spent, "resolve": 0.5}, {"calendar": 0.5, "relating": 1.0})
    assert found["times_and_calendar_pages_a_second"] == 10.0
    assert found["statements_and_relating_pages_a_second"] == 5.0
    assert found["after_the_model_pages_a_second"] == 5.0
    assert found["times_and_calendar_to_model"] == 0.25

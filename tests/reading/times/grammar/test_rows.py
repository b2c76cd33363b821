"""Days told in a row, and ranges told by two expressions."""

import pytest

from hearsay.model import Anchor, Timex
from hearsay.reading.times.grammar.day_lists import align_rows
from hearsay.reading.times.grammar.ranges import close_ranges
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from tests.reading.times import flat
from tests.reading.times.building import phrase_over, sentence


def timex(context: SentenceAtoms, words: str, direction: str) -> Timex:
    found = phrase_over(context, words)
    text = context.tree.text
    from hearsay.model import Span

    start = text.index(words)
    span = Span.of(text, start, start + len(words))
    return Timex(span, "DATE", None, Anchor.PUBLICATION, said=found.said, direction=direction)


def rowed(text: str, first: str, second: str, *, towards: str = "future") -> list[Timex]:
    context = sentence(flat.analyse(text))
    found = [timex(context, first, towards), timex(context, second, "past")]
    align_rows(found, 0, [phrase_over(context, word) for word in (first, second)], context)
    return found


ROWS = [
    "on Monday and Tuesday",
    "on Monday or on Tuesday",
    "on Monday, Tuesday",
    "on Monday, and Tuesday",
]


@pytest.mark.parametrize("text", ROWS)
def test_the_second_of_a_row_follows_the_first(text: str) -> None:
    _, second = rowed(text, "Monday", "Tuesday")
    assert (second.direction, second.anchor, second.anchor_timex) == ("future", Anchor.TIMEX, 0)
    _, second = rowed(text, "Monday", "Tuesday", towards="past")
    assert (second.direction, second.anchor) == ("past", Anchor.PUBLICATION)


NO_ROWS = [
    ("on Monday but not Tuesday", "Monday", "Tuesday"),
    ("on Monday, Tuesday's storm", "Monday", "Tuesday"),
    ("on Monday and next Tuesday", "Monday", "next Tuesday"),
    ("on Monday and May 3", "Monday", "May"),
]


@pytest.mark.parametrize(("text", "first", "second"), NO_ROWS)
def test_what_is_no_row_is_left(text: str, first: str, second: str) -> None:
    found = rowed(text, first, second)
    assert found[1].direction == "past" and found[1].anchor is Anchor.PUBLICATION


def closed(text: str, first: str, second: str, *, towards: str = "past") -> list[Timex]:
    context = sentence(flat.analyse(text))
    found = [timex(context, first, towards), timex(context, second, "past")]
    phrases = [phrase_over(context, word) for word in (first, second)]
    close_ranges(found, 0, phrases, context)
    return found


CLOSED = [
    ("between Monday and Wednesday", "Monday", "Wednesday"),
    ("from Monday to Wednesday", "Monday", "Wednesday"),
    ("Monday through Wednesday", "Monday", "Wednesday"),
    ("from Monday until Wednesday", "Monday", "Wednesday"),
    ("from March to June", "March", "June"),
]


@pytest.mark.parametrize(("text", "first", "second"), CLOSED)
def test_the_first_of_a_range_is_closed_by_the_second(text: str, first: str, second: str) -> None:
    start, end = closed(text, first, second)
    assert start.until == end.said and (start.relation, end.relation) == ("on", "until")


@pytest.mark.parametrize("text", ["Monday and Wednesday", "from Monday, in Wednesday"])
def test_what_is_no_range_is_not_closed(text: str) -> None:
    start, end = closed(text, "Monday", "Wednesday")
    assert start.until is None and end.relation == "on"


def test_a_range_to_come_ends_after_it_begins() -> None:
    _, end = closed("from Monday to Wednesday", "Monday", "Wednesday", towards="future")
    assert (end.anchor, end.anchor_timex) == (Anchor.TIMEX, 0)


YEARS = [("from March to June 2019", 2019), ("from November to June 2019", 2018)]


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_the_year_of_the_end_gives_that_of_the_start(text: str, year: int) -> None:
    first = text.split()[1]
    start, _ = closed(text, first, "June")
    assert (start.said.year, start.anchor) == (year, Anchor.ABSOLUTE)

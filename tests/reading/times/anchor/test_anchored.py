"""Expressions of whole texts: what they hang on, together."""

from datetime import date

import pytest

from hearsay.language import Analyser
from hearsay.model import Anchor, Timex
from hearsay.reading import parse_page
from hearsay.reading.times.anchor.anchors import anchor_all
from hearsay.reading.times.anchor.periods import close_period
from hearsay.reading.times.anchor.telling_days import count_from_telling
from hearsay.reading.times.find_times import find_times
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from hearsay.syntax import parse
from tests import factories
from tests.reading.times import flat
from tests.reading.times.building import phrase_over, sentence
from tests.reading.times.passages import told

DAY = date(1998, 3, 20)  # a Friday


def found(analyser: Analyser, text: str) -> tuple[Timex, ...]:
    page = factories.document(text)
    return find_times(page, parse_page(page, analyser.analyse(text)))


TEXTS: list[tuple[str, list[str]]] = [
    # Periods told by their end.
    ("Sales rose in the quarter ended Aug. 31.", ["1997-06-01..1997-08-31", "1997-08-31"]),
    ("Sales rose in the year to September.", ["1996-10-01..1997-09-30", "1997-09-01..1997-09-30"]),
    (
        "Sales rose in the six months to the end of June.",
        ["1998-01-01..1998-06-30", "1998-06-21..1998-06-30"],
    ),
    ("Sales rose in the quarter that ended on Jan. 2.", ["1997-10-01..1997-12-31", "1998-01-02"]),
    ("Sales rose in the quarter ended May 15.", ["1998-01-01..1998-03-31", "1997-05-15"]),
    # Days counted from the day of telling.
    ("The mayor said on Monday that he would leave on Tuesday.", ["1998-03-16", "1998-03-17"]),
    ("“We leave tomorrow,” the mayor said on Monday.", ["1998-03-17", "1998-03-16"]),
    ("The mayor said on Monday that she left on Sunday.", ["1998-03-16", "1998-03-15"]),
    (
        "The mayor told guests on Monday the fair would open on Monday.",
        ["1998-03-16", "1998-03-23"],
    ),
    # Rows of days.
    ("They met on Monday and Tuesday.", ["1998-03-16", "1998-03-17"]),
    ("They will meet on Monday and Tuesday.", ["1998-03-23", "1998-03-24"]),
    ("They met on Monday, Wednesday and Friday.", ["1998-03-16", "1998-03-18", "1998-03-20"]),
    ("They met on Monday and will meet next Friday.", ["1998-03-16", "1998-03-27"]),
    # Hours without a day of their own.
    ("They met on Monday at noon. By 8 p.m. the kiln was lit.", ["1998-03-16", "1998-03-16"]),
    ("At 8 p.m. the potters rose, and on Monday they slept.", ["1998-03-16", "1998-03-16"]),
    # Days that follow one another.
    ("They met on March 3. The following day it rained.", ["1998-03-03", "1998-03-04"]),
    ("It began on Tuesday. Two days later it ended.", ["1998-03-17", "1998-03-19"]),
    ("It began in 1990. That year it rained.", ["1990-01-01..1990-12-31"] * 2),
    ("The following day it rained.", ["open"]),
    # Periods that are compared.
    (
        "Profit rose in the second quarter. A year earlier it had fallen.",
        ["1997-04-01..1997-06-30", "1996-04-01..1996-06-30"],
    ),
    # Days that no calendar has.
    ("They met on February 30.", ["open"]),
    ("They met on Monday, March 17, 1998.", ["open"]),
    ("They met on Monday, March 16, 1998.", ["1998-03-16"]),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_the_days_of_texts(analyser: Analyser, text: str, expected: list[str]) -> None:
    timexes = found(analyser, text)
    assert [told(timexes, number, DAY) for number in range(len(timexes))] == expected


@pytest.mark.parametrize("text", ["They met on February 30.", "The following day it rained."])
def test_what_cannot_be_or_hangs_on_nothing_is_not_certain(analyser: Analyser, text: str) -> None:
    (timex,) = found(analyser, text)
    assert not timex.certain


def test_after_midnight_is_the_first_hour_of_the_day(analyser: Analyser) -> None:
    (after,) = found(analyser, "It began after midnight on Wednesday.")
    (at,) = found(analyser, "It began at midnight on Wednesday.")
    assert (after.night, at.night) == (False, True)


def anchored(context: SentenceAtoms, *words: str) -> list[Timex]:
    timexes: list[Timex] = []
    anchor_all([phrase_over(context, word) for word in words], context, timexes)
    return timexes


def test_phrases_are_added_to_what_was_found_before() -> None:
    context = sentence(flat.analyse("They landed on Monday and sailed on Tuesday"))
    timexes = anchored(context, "Monday")
    anchor_all([phrase_over(context, "Tuesday")], context, timexes)
    assert [timex.span.text for timex in timexes] == ["Monday", "Tuesday"]
    anchor_all([], context, timexes)
    assert len(timexes) == 2


def test_a_first_phrase_closes_no_period() -> None:
    context = sentence(flat.analyse("Sales climbed in the quarter ended Aug. 31"))
    phrases = [phrase_over(context, word) for word in ("the quarter", "Aug.")]
    timexes = anchored(context, "the quarter")
    before = list(timexes)
    close_period(timexes, phrases, 0, context)
    assert timexes == before


def test_without_a_tree_nothing_is_counted_from_the_telling() -> None:
    text = "He announced on Monday that he would leave on Tuesday"
    context = SentenceAtoms.of(parse(flat.analyse(text)), 0, 10)
    phrases = [phrase_over(context, word) for word in ("Monday", "Tuesday")]
    timexes = anchored(context, "Monday", "Tuesday")
    before = list(timexes)
    count_from_telling(timexes, 0, phrases, context)
    assert timexes == before and all(t.anchor is Anchor.PUBLICATION for t in timexes)


def test_an_hour_looks_no_further_back_than_some_expressions(analyser: Analyser) -> None:
    years = " ".join(f"In {year} it rained." for year in range(1950, 1960))
    near = found(analyser, "They met on Monday. At 8 p.m. the kiln was lit.")
    far = found(analyser, f"They met on Monday. {years} At 8 p.m. the kiln was lit.")
    assert near[-1].anchor_timex == 0 and far[-1].anchor_timex is None

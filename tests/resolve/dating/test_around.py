"""The likely day of an act of speech: the telling's, when the page is of that day or the next."""

from dataclasses import replace

from hearsay.model import Dated, Reading
from hearsay.resolve.dating import solve
from tests.resolve.dating.pages import Told, days, evidence, page, told


def reading(published: str, *events: Told, around: tuple[int, ...]) -> Reading:
    """A page whose last event is an act of speech in the telling that `around` dates."""
    made = page("a.txt", *events, dates=[evidence("given", published)])
    *others, last = made.events
    return replace(made, events=(*others, replace(last, around=around)))


def last_day(*readings: Reading) -> Dated:
    """The day of the last event, told on all the pages."""
    link = frozenset((one.document.id, len(one.events) - 1) for one in readings)
    return solve(readings, [link]).events(0)


def test_the_day_before_when_all_is_told_of_it() -> None:
    found = last_day(reading("1984-03-14", told("strike", "on Tuesday"), told("plea"), around=(0,)))
    assert (days(found), found.basis) == ("1984-03-13", "inferred")
    assert '"on Tuesday", most likely its day too' in found.why
    assert "tells of it as past" not in found.why


def test_one_of_two_days_when_the_page_tells_of_its_own() -> None:
    events = told("strike", "on Tuesday"), told("march", "today"), told("plea")
    assert days(last_day(reading("1984-03-14", *events, around=(0,)))) == "1984-03-13/1984-03-14"
    assert days(last_day(reading("1984-03-14", *events, around=(0, 1)))) == "1984-03-13/1984-03-14"


def test_no_likely_day_when_the_telling_is_of_another_time() -> None:
    events = told("strike", "on Tuesday"), told("raid", "May 3"), told("plea")
    assert days(last_day(reading("1984-03-14", *events, around=(0, 1)))) == "/1984-03-14"
    old = reading("1984-03-16", told("strike", "on Tuesday"), told("plea"), around=(0,))
    assert days(last_day(old)) == "/1984-03-16"


def test_a_day_told_is_never_outweighed() -> None:
    one = reading("1984-03-14", told("strike", "on Tuesday"), told("plea"), around=(0,))
    other = page("b.txt", told("plea", "March 2, 1984"), dates=[evidence("given", "1984-03-15")])
    assert days(last_day(one, other)) == "1984-03-02"


def test_a_page_of_days_later_says_nothing_of_an_act_told_before() -> None:
    first = page("b.txt", told("plea"), dates=[evidence("given", "1984-03-10")])
    later = reading("1984-03-14", told("strike", "on Tuesday"), told("plea"), around=(0,))
    assert days(last_day(first, later)) == "/1984-03-10"


def test_likely_days_are_kept_from_the_mentions() -> None:
    one = reading("1984-03-14", told("strike", "on Tuesday"), told("plea"), around=(0,))
    assert days(solve([one]).mention(one.document.id, 1)) == "/1984-03-14"


def test_what_is_planned_or_happened_turns_a_weekday() -> None:
    """ "Planned a march on Saturday" is of the Saturday to come, whatever the tense of the verb."""
    made = page("a.txt", told("march", "on Saturday"), dates=[evidence("given", "1990-08-15")])
    (march,) = made.events
    ahead = replace(made, events=(replace(march, status="planned"),))
    assert days(solve([made]).mention(made.document.id, 0)) == "1990-08-11"
    assert days(solve([ahead]).mention(made.document.id, 0)) == "1990-08-18"


def test_numbers_of_no_expression_are_passed_over() -> None:
    one = reading("1984-03-14", told("plea"), around=(7, -1))
    assert days(last_day(one)) == "/1984-03-14"

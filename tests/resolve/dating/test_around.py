"""The likely day of an act of speech: the telling's, when the page is of that day or the next."""

from dataclasses import replace

from hearsay.model import Dated, PartialDate, Reading, Span
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


def test_an_act_of_speech_told_as_news_is_reported_on_the_day_of_its_page() -> None:
    one = page("a.txt", told("plea"), dates=[evidence("given", "1984-03-14")])
    (plea,) = one.events
    found = last_day(replace(one, events=(replace(plea, reported=True),)))
    assert (days(found), found.basis) == ("1984-03-14", "reported")
    assert found.why.startswith("Reported Wednesday March 14, 1984: the page")


def test_nothing_is_reported_by_a_page_of_no_known_day() -> None:
    one = page("a.txt", told("plea"))
    (plea,) = one.events
    assert days(last_day(replace(one, events=(replace(plea, reported=True),)))) == ""


def test_a_row_of_days_is_all_of_them() -> None:
    one = page("a.txt", told("raid", "on Monday"), dates=[evidence("given", "1990-08-16")])
    text = "a raid on Monday and Tuesday"
    assert one.timexes
    first = replace(one.timexes[0], span=Span.of(text, 10, 16))
    second = replace(first, span=Span.of(text, 21, 28), said=PartialDate(weekday=1))
    (raid,) = one.events
    made = replace(
        one,
        document=replace(one.document, text=text),
        timexes=(first, second),
        events=(replace(raid, timexes=(0, 1)),),
    )
    assert days(solve([made]).mention(made.document.id, 0)) == "1990-08-13/1990-08-14"


def test_what_goes_on_for_a_third_day_began_two_days_before() -> None:
    one = page("a.txt", told("raid", "on Monday"), dates=[evidence("given", "1990-08-16")])
    (raid,) = one.events
    running = replace(one, events=(replace(raid, begun=2),))
    assert days(solve([running]).mention(one.document.id, 0)) == "1990-08-11/1990-08-13"


def test_a_weekday_six_days_back_is_the_next_day_where_the_page_may_be_of_it() -> None:
    """An address is made by the clock of the outlet, "on Saturday" is of that of the place."""
    by_address = page("a.txt", told("march", "on Saturday"), dates=[evidence("url", "1990-08-17")])
    assert days(solve([by_address]).mention(by_address.document.id, 0)) == "1990-08-18"
    given = page("a.txt", told("march", "on Saturday"), dates=[evidence("given", "1990-08-17")])
    assert days(solve([given]).mention(given.document.id, 0)) == "1990-08-11"


def test_since_a_year_is_published_however_long_ago() -> None:
    one = page("a.txt", told("siege", "March 2, 1950"), dates=[evidence("given", "1990-08-17")])
    since = replace(one, timexes=(replace(one.timexes[0], relation="since"),))
    assert days(solve([since]).mention(one.document.id, 0)) == "1950-03-02/1990-08-17"


def test_a_page_of_any_time_is_of_the_crisis_its_kin_are_of() -> None:
    dated = [
        page(f"{name}.txt", told("raid"), dates=[evidence("given", f"1990-08-{day}")])
        for name, day in (("a", 13), ("b", 15))
    ]
    undated = page("c.txt", told("plea", "on Tuesday"), told("march", "on Tuesday"))
    kin = {undated.document.id: tuple(each.document.id for each in dated)}
    found = solve([*dated, undated], kin=kin).published(undated.document.id)
    assert (days(found), found.basis) == ("1990-08-14/1990-08-15", "inferred")
    assert "pages on the same people are of" in found.why
    alone = solve([*dated[:1], undated], kin=kin).published(undated.document.id)
    assert days(alone) == ""

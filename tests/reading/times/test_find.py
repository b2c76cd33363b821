"""What is found in small texts with no model, and what must hold for any text."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Anchor, Dateline, PartialDate, Timex
from hearsay.model.timex import days, value
from hearsay.ontology import table
from hearsay.reading import parse_page
from hearsay.reading.times import find_times
from hearsay.syntax import parse
from tests import factories
from tests.reading.times.flat import analyse

DAY = date(1998, 3, 20)


def found(text: str) -> tuple[Timex, ...]:
    return find_times(factories.document(text), parse(analyse(text)))


def one(text: str) -> Timex:
    timexes = found(text)
    assert len(timexes) == 1, timexes
    return timexes[0]


@pytest.mark.parametrize(
    ("text", "words", "type_", "expected"),
    [
        ("They landed on June 6, 1944.", "June 6, 1944", "DATE", "1944-06-06"),
        ("They landed on 6 June 1944.", "6 June 1944", "DATE", "1944-06-06"),
        ("They landed on the sixth of June.", "the sixth of June", "DATE", "1997-06-06"),
        ("It was twenty-third of May.", "twenty-third of May", "DATE", "1998-05-23"),
        ("It ended in nineteen forty-five.", "nineteen forty-five", "DATE", "1945"),
        ("It started at 2:30 p.m. yesterday.", "2:30 p.m. yesterday", "TIME", "1998-03-19T14:30"),
        ("It started at 2:30p.m. yesterday.", "2:30p.m. yesterday", "TIME", "1998-03-19T14:30"),
        ("It lasted for two and a half hours.", "two and a half hours", "DURATION", "PT2H30M"),
        ("It lasted nearly two months.", "nearly two months", "DURATION", "P2M"),
        ("It happens every other week.", "every other week", "SET", "P2W"),
        ("They meet on Tuesday nights.", "Tuesday nights", "SET", "XXXX-WXX-2TNI"),
        ("It grew in the third quarter.", "the third quarter", "DATE", "1997-Q3"),
        ("It ended in the late 1970s.", "the late 1970s", "DATE", "197"),
        ("It stood since the 11th century.", "the 11th century", "DATE", "10"),
        ("It happened last week.", "last week", "DATE", "1998-W11"),
        ("It happened over the last three days.", "the last three days", "DURATION", "P3D"),
        ("It happened two years ago.", "two years ago", "DATE", "1996"),
        ("They waited a year and a half.", "a year and a half", "DURATION", "P1Y6M"),
        ("They fled in recent days.", "recent days", "DURATION", "PXD"),
        ("It began on New Year’s Eve 1958.", "New Year’s Eve 1958", "DATE", "1958-12-31"),
        ("It was 44 BC.", "44 BC", "DATE", "BC0044"),
        ("They waited 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("They waited a hundred days.", "a hundred days", "DURATION", "P100D"),
        ("They waited weeks or months.", "weeks or months", "DURATION", "PXW"),
        ("It was a two-year-long siege.", "a two-year-long", "DURATION", "P2Y"),
        ("It fell in the week of March 2.", "the week of March 2", "DATE", "1998-W10"),
        ("It fell on the first Monday of May.", "the first Monday of May", "DATE", "1998-05-04"),
        ("It grew in Q2 1996.", "Q2 1996", "DATE", "1996-Q2"),
        ("It stood since the 1700s.", "the 1700s", "DATE", "17"),
        ("It ended at 16.30 GMT.", "16.30 GMT", "TIME", "1998-03-20T16:30Z"),
        ("It ended by year-end.", "year-end", "DATE", "1997"),
        ("It ended in the last half of 1996.", "the last half of 1996", "DATE", "1996-H2"),
        ("It starts in three days' time.", "three days' time", "DATE", "1998-03-23"),
        (
            "They meet the first Monday of every month.",
            "the first Monday of every month",
            "SET",
            "XXXX-WXX-1",
        ),
    ],
)
def test_words_type_and_value(text: str, words: str, type_: str, expected: str) -> None:
    timex = one(text)
    assert (timex.span.text, timex.type, value(timex, DAY)) == (words, type_, expected)


@pytest.mark.parametrize(
    "text",
    [
        "A 25-year-old man paid $1,999 for it.",
        "The woman, aged 30, and a 9-month-old baby lived.",
        "Two F-16 jets, a Su-27 and flight MH17 were lost.",
        "The T-34 and the 2S19 fired 20mm shells.",
        "They may march, and prices fall.",
        "Resolution 1973 and Route 1945 and No. 1980.",
        "The score was 2-3 and 5:x.",
        "Only 52 percent of 2000 people came.",
        "He read the Sunday Times and the Sun.",
        "Bloody Sunday and the Six-Day War.",
        "The Good Friday Agreement held.",
        "It is the second of three.",
        "A day trader works the night shift.",
        "The Audi Q3 was sold and three-quarters of it paid.",
        "It was the third raid in as many days.",
        "The Thirty Years' War and the Seven Years' War.",
        "They lived at 1998 Main Street and watched This Week.",
        "",
        " \n\n ",
    ],
)
def test_traps_are_no_times(text: str) -> None:
    assert found(text) == ()


def test_the_tense_gives_weekdays_their_direction() -> None:
    assert one("They landed on Monday.").direction == "past"
    assert one("They will land on Monday.").direction == "future"


def test_a_night_runs_into_the_next_day() -> None:
    timex = one("They attacked overnight Monday.")
    assert timex.night
    interval = days(timex, DAY)
    assert interval is not None
    assert (str(interval.earliest), str(interval.latest)) == ("1998-03-16", "1998-03-17")


def test_ranges_are_one_expression_when_the_second_part_is_bare() -> None:
    timex = one("They talked from Oct 1 to 8.")
    assert timex.until == PartialDate(month=10, day=8)
    first, second = found("They talked between Monday and Wednesday.")
    assert first.until == PartialDate(weekday=2)
    assert second.relation == "until"


def test_a_range_takes_its_year_from_its_end() -> None:
    first, _ = found("They talked from December 28 to January 3, 1990.")
    interval = days(first, DAY)
    assert interval is not None
    assert (str(interval.earliest), str(interval.latest)) == ("1989-12-28", "1990-01-03")


def test_only_the_first_month_of_a_range_is_narrowed() -> None:
    first, _ = found("They talked from mid-January until late February.")
    interval = days(first, DAY)
    assert interval is not None
    assert (str(interval.earliest), str(interval.latest)) == ("1998-01-11", "1998-02-28")


def test_words_that_point_ahead_or_back_say_so_whatever_the_tense() -> None:
    told = {"They talked next month.": "future", "They talk last month.": "past"}
    assert {text: one(text).direction for text in told} == told
    assert one("They talked tomorrow.").direction == "future"


def test_a_night_into_a_day_began_on_the_day_before() -> None:
    interval = days(one("They attacked overnight into Sunday."), DAY)
    assert interval is not None
    assert (str(interval.earliest), str(interval.latest)) == ("1998-03-14", "1998-03-15")


def test_relations_come_from_the_words_before() -> None:
    told = {
        "They stayed since Monday.": "since",
        "They stayed until Monday.": "until",
        "They agreed by Monday.": "by",
        "They left before Monday.": "before",
        "They left after Monday.": "after",
        "They resigned in the wake of the October 7 attacks.": "after",
        "They left on Monday.": "on",
    }
    assert {text: one(text).relation for text in told} == told


def test_a_length_before_an_event_hangs_on_it() -> None:
    timex = one("It ended two days before the vote.")
    assert timex.anchor is Anchor.EVENT
    assert timex.offset == (-2, -2)
    assert timex.anchor_span is not None
    assert timex.anchor_span.text == "the vote"


def test_the_following_day_hangs_on_the_day_told() -> None:
    first, second = found("They landed on June 6.\nThe following day they moved inland.")
    assert (second.anchor, second.anchor_timex) == (Anchor.TIMEX, 0)
    assert first.anchor is Anchor.PUBLICATION


def test_without_a_day_told_the_following_day_is_uncertain() -> None:
    timex = one("The following day they moved inland.")
    assert timex.anchor_timex is None
    assert not timex.certain


def test_impossible_and_two_sided_dates_are_kept_as_said_and_marked() -> None:
    impossible = one("It was dated February 30.")
    assert (impossible.value, impossible.certain) == ("XXXX-02-30", False)
    assert days(impossible, DAY) is None
    either = one("It was dated 03/04/2012.")
    assert not either.certain
    assert either.fixed is not None
    assert str(either.fixed.earliest), str(either.fixed.latest) == ("2012-03-04", "2012-04-03")
    assert not one("It was dated 13/04/12.").certain
    assert one("It was dated 31/04/2012.").value == "2012-04-31"
    against = one("It was Monday, April 13, 2024.")
    assert (against.value, against.certain) == ("2024-04-13", False)
    assert not one("It happened in 1788.").certain
    assert not one("It will end in 2150.").certain


def test_a_month_day_in_the_name_of_an_event_leaves_the_year_open() -> None:
    text = "They recalled the September 11 attacks."
    rows = """They they PRON PRP 2 nsubj
recalled recall VERB VBD 0 root
the the DET DT 6 det
September September PROPN NNP 6 compound
11 11 NUM CD 4 nummod
attacks attack NOUN NNS 2 obj
. . PUNCT . 2 punct"""
    analysis = factories.analysis(text, rows)
    (timex,) = find_times(factories.document(text), parse(analysis))
    assert timex.span.text == "September 11"
    assert not timex.certain


def test_the_day_of_a_dateline_lies_near_on_either_side() -> None:
    text = "PORT SAID, Nov 6 (Wire) – Troops landed."
    span = factories.document(text).span(0, 25)
    document = factories.document(text, dateline=Dateline(span, "PORT SAID", None, "Wire"))
    (timex,) = find_times(document, parse_page(document, analyse(text)))
    assert (timex.direction, timex.relation) == ("near", "on")


WORDS = sorted(
    {w for words in table("time_words").values() for w in words}
    | {"the", "of", "on", "in", "at", "to", "and", "or", "(", ")", "'", "s", "31", "1999", "2:30"}
    | {"every", "before", "after", "ago", "o", "clock", "old", "year's", "a", "0614", "99/99/9999"}
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200),
    st.dates(),
)
def test_any_words_give_exact_spans_and_days_or_none(text: str, anchor: date) -> None:
    timexes = found(text)
    for timex in timexes:
        span = timex.span
        assert text[span.start : span.end] == span.text
        interval = days(timex, anchor)
        assert interval is None or interval.earliest is None or interval.length != 0
        value(timex, anchor)
        assert timex.anchor_timex is None or 0 <= timex.anchor_timex < len(timexes)
    starts = [timex.span.start for timex in timexes]
    assert starts == sorted(starts)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join).map(str.title) | st.text())
@settings(max_examples=50, deadline=None)
def test_the_same_words_give_the_same_result(text: str) -> None:
    assert found(text) == found(text)


@pytest.mark.parametrize("piece", ["1 ", "the the ", "two and a half ", "May 1, ", "'80s ", "- "])
def test_hostile_text_ends(piece: str) -> None:
    text = piece * 1000
    assert all(text[t.span.start : t.span.end] == t.span.text for t in found(text))

"""Sentences that once gave a wrong day or none, with the days they should have."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.reading.times.passages import Passage, outcome

if TYPE_CHECKING:
    from hearsay.language import Analyser

THURSDAY = date(2012, 1, 5)


def seen(analyser: "Analyser", day: date, sentence: str, words: str) -> str:
    return outcome(Passage(day, sentence, words, "", held=False), analyser.analyse)


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("The meeting takes place on Monday and Tuesday in Lyon.", "Tuesday", "2012-01-10"),
        ("Polls open on Saturday and Sunday.", "Sunday", "2012-01-08"),
        ("Trains will not run on Monday, Wednesday or Friday.", "Friday", "2012-01-13"),
        ("Riots broke out on Monday night and Tuesday morning.", "Tuesday", "2012-01-03"),
        ("Buses burned on Monday, and on Friday he will fly home.", "Friday", "2012-01-06"),
        ("Turnout will be low on Monday, Sunday's storm being over.", "Sunday", "2012-01-01"),
    ],
)
def test_days_in_a_row_lie_in_one_direction(
    analyser: "Analyser", sentence: str, words: str, expected: str
) -> None:
    assert seen(analyser, THURSDAY, sentence, words) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("The ministers are to meet again on Monday week.", "Monday week", "2012-01-16"),
        ("The whips recalled them for Thursday week.", "Thursday week", "2012-01-12"),
        ("The court sits again today fortnight.", "today fortnight", "2012-01-19"),
        ("The inspectors leave tomorrow week.", "tomorrow week", "2012-01-13"),
        ("Talks resume two weeks from Monday.", "two weeks from Monday", "2012-01-23"),
        ("Pits will close for two weeks from Monday.", "Monday", "2012-01-09"),
        ("They quit a week ago last Saturday.", "a week ago last Saturday", "2011-12-24"),
        ("They quit two Wednesdays ago.", "two Wednesdays ago", "2011-12-28"),
        ("The town fell three weeks ago today.", "three weeks ago today", "2011-12-15"),
        ("Your note of the 2nd inst. has been read.", "the 2nd inst.", "2012-01-02"),
        ("Your note of the 28th ult. has been read.", "the 28th ult.", "2011-12-28"),
        ("The steamer leaves to-morrow for Aden.", "to-morrow", "2012-01-06"),
        ("The Premier spoke to-day at Leeds.", "to-day", "2012-01-05"),
        ("They met the night before last.", "the night before last", "2012-01-03..2012-01-04"),
    ],
)
def test_older_and_british_ways_of_naming_a_day(
    analyser: "Analyser", sentence: str, words: str, expected: str
) -> None:
    assert seen(analyser, THURSDAY, sentence, words) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("The college had been due to reopen on Sunday.", "Sunday", "2012-01-08"),
        ("The case was due to start on Wednesday.", "Wednesday", "2012-01-04"),
        ("The board was to meet on Friday to discuss the loan.", "Friday", "2012-01-06"),
        ("He was to have flown to Geneva on Saturday.", "Saturday", "2012-01-07"),
        ("The storm was expected to pass Friday morning.", "Friday morning", "2012-01-06"),
        ("The date was set on Monday.", "Monday", "2012-01-02"),
        ("A rally planned for Wednesday was cancelled.", "Wednesday", "2012-01-04"),
        ("A rally planned for Wednesday will go ahead.", "Wednesday", "2012-01-11"),
        ("He was forced to resign on Friday.", "Friday", "2011-12-30"),
    ],
)
def test_the_day_of_a_past_plan_is_the_nearest(
    analyser: "Analyser", sentence: str, words: str, expected: str
) -> None:
    assert seen(analyser, THURSDAY, sentence, words) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("He said on Monday he would leave on Tuesday.", "Tuesday", "2012-01-03"),
        ("They announced on Monday that voting would start on Monday.", "on Monday.", "2012-01-09"),
        ('"We march tomorrow," he said on Monday.', "tomorrow", "2012-01-03"),
        ('"I saw him yesterday," she told them on Monday.', "yesterday", "2012-01-01"),
        ("He told them on Monday that it ended yesterday.", "yesterday", "2012-01-04"),
        ("He was killed on Monday and will be buried on Friday.", "Friday", "2012-01-06"),
        ("He said on Monday that it burned on Tuesday.", "Tuesday", "2012-01-03"),
    ],
)
def test_what_was_told_to_come_is_counted_from_the_telling(
    analyser: "Analyser", sentence: str, words: str, expected: str
) -> None:
    assert seen(analyser, THURSDAY, sentence, words) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Prices rose 4 percent in the year to November.", "the year", "2010-12-01..2011-11-30"),
        ("Sales fell in the six months to 30 June.", "the six months", "2011-01-01..2011-06-30"),
        ("Net fell in the third quarter ended Oct. 31.", "quarter", "2011-08-01..2011-10-31"),
        ("It lost money in the year ended July 2.", "the year", "2010-07-01..2011-06-30"),
        ("It will be shut for two months from Oct. 14.", "two months", "open"),
        (
            "Net for the fourth quarter ended November 30 was up from a year earlier.",
            "a year earlier",
            "2010-09-01..2010-11-30",
        ),
        (
            "In the nine months ended Sept. 30 net was $3 million, against $2 million a year ago.",
            "a year ago",
            "2010-01-01..2010-09-30",
        ),
    ],
)
def test_periods_have_the_months_up_to_their_end(
    analyser: "Analyser", sentence: str, words: str, expected: str
) -> None:
    assert seen(analyser, THURSDAY, sentence, words) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("The church was built at the turn of the century.", "the century", "none"),
        ("By the turn of the year prices had doubled.", "the year", "2011-12-01..2012-01-31"),
        ("Crowds fell in the 2003/04 season.", "2003/04", "2003-01-01..2004-12-31"),
        ("He led the Twentieth Century Fund.", "Century", "none"),
        ("Oil cost one quarter as much before.", "quarter", "none"),
        ("For the youth of today's world that is no choice.", "today", "open"),
        ("Today's vote was close.", "Today", "2012-01-05"),
        ("Papers called it the trial of the century.", "the century", "none"),
        ("Drought was the worst of the century.", "the century", "2000-01-01..2099-12-31"),
        ("They left in May 2011, two months later than promised.", "two months", "open"),
        ("Before them stood 10s of thousands.", "10s", "none"),
    ],
)
def test_words_of_time_that_name_no_day_or_other_days(
    analyser: "Analyser", sentence: str, words: str, expected: str
) -> None:
    assert seen(analyser, THURSDAY, sentence, words) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("A woman weeps beside a shelled bus Wednesday in Aden.", "Wednesday", "2012-01-04"),
        ("The court sits on Wednesday.", "Wednesday", "2012-01-11"),
        ("In an interview Wednesday, she would not rule out a pact.", "Wednesday", "2012-01-04"),
        ("The talks will not open on Wednesday.", "Wednesday", "2012-01-11"),
        ("Wind halted efforts to lower the dome on Tuesday.", "Tuesday", "2012-01-03"),
        ("The crowd knelt for Friday prayers.", "Friday", "2011-12-30"),
        ("The union called for Friday protests.", "Friday", "2012-01-06"),
    ],
)
def test_the_verb_tells_behind_from_ahead(
    analyser: "Analyser", sentence: str, words: str, expected: str
) -> None:
    assert seen(analyser, THURSDAY, sentence, words) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Since the weekend 40 have died.", "the weekend", "2011-12-31..2012-01-01"),
        ("The council will meet this Monday.", "this Monday", "2012-01-09"),
        ("He was shot this Monday.", "this Monday", "2012-01-02"),
        ("Talks set for Monday were put back to Wednesday.", "Wednesday", "2012-01-11"),
        ("The strike began in the autumn.", "the autumn", "2011-09-01..2011-11-30"),
        ("The trial will begin in the autumn.", "the autumn", "2012-09-01..2012-11-30"),
        ("He ruled in the late Sixties.", "Sixties", "1966-09-01..1969-12-31"),
        ("It lasted from May 3, 2009, to July 1, 2010.", "May 3, 2009", "2009-05-03..2010-07-01"),
        ('Her novel "One Day in August" won a prize.', "August", "none"),
        ('"On Monday," he said, "we marched."', "Monday", "2012-01-02"),
        ("Police stopped a 1987 Ford near the border.", "1987", "none"),
    ],
)
def test_seasons_titles_and_days_put_back(
    analyser: "Analyser", sentence: str, words: str, expected: str
) -> None:
    assert seen(analyser, THURSDAY, sentence, words) == expected

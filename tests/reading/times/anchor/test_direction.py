"""Before the day of telling or after it."""

import pytest

from hearsay.language import Analyser
from hearsay.reading.times.anchor.direction import direction, in_an_event_name
from tests.reading.times.building import marked, phrase_over, sentence

DIRECTIONS = [
    # Weekdays follow the tense.
    ("The potters met the mayor on [Friday].", "past"),
    ("The potters will meet the mayor on [Friday].", "future"),
    ("The court is expected to rule on [Tuesday].", "future"),
    ("They must leave by [Monday].", "future"),
    ("They waited until [Monday].", "past"),
    # What is put off, planned or awaited lies ahead whatever the tense.
    ("The match was postponed until [Tuesday].", "future"),
    ("The guild announced a strike from [Monday].", "future"),
    ("Both sides campaigned ahead of [Sunday]'s vote.", "future"),
    ("The town braced for [Thursday]'s ruling.", "future"),
    # What "could" be is ahead only where its noun is planned.
    ("[Sunday]'s election could bring down the mayor.", "future"),
    ("[Sunday]'s bombing could bring down the mayor.", "past"),
    ("Thousands gathered for [Friday] prayers.", "past"),
    # Words that place it themselves.
    ("The guild will honour those who came [last Friday].", "past"),
    ("They met those who will come [next Friday].", "future"),
    ("They will speak of what they did [yesterday].", "past"),
    ("They spoke of what they would do [tomorrow].", "future"),
    # A day of the month is near, and tense binds it hardly.
    ("Payment is due on [January 3], the company said.", "future"),
    ("The kiln burned down on [January 3].", "past"),
    ("The guild will meet in [March].", "future"),
    ("The guild met in [March].", "past"),
    # Open.
    ("The kiln was due to reopen on [Friday].", "nearest"),
    ("A rally planned for [Saturday] was banned.", "nearest"),
]


@pytest.mark.parametrize(("text", "expected"), DIRECTIONS)
def test_directions(analyser: Analyser, text: str, expected: str) -> None:
    plain, words = marked(text)
    context = sentence(analyser.analyse(plain))
    assert direction(phrase_over(context, words), context) == expected


NAMES = [
    ("The [October 7] attacks changed the town.", True),
    ("The [March 3] fire is not forgotten.", True),
    ("The attacks of [October 7] changed the town.", False),
    ("The [October 7, 1998] attacks changed the town.", False),
    ("They met on [October 7].", False),
]


@pytest.mark.parametrize(("text", "is_so"), NAMES)
def test_days_in_the_names_of_events(analyser: Analyser, text: str, is_so: bool) -> None:
    plain, words = marked(text)
    context = sentence(analyser.analyse(plain))
    assert in_an_event_name(phrase_over(context, words), context) is is_so

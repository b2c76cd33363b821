"""What one page tells that pages of its time tell too: its words, its lead, its moments, its days.

A moment is an expression that names a day, with the words around it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.model import PartialDate, Reading
from hearsay.resolve.dating.growing_counts import Figure, figures_of
from hearsay.resolve.dating.shingles import Grams, grams_of
from hearsay.resolve.dating.timex_days import TimexDays, told_weekday
from hearsay.resolve.dating.weekday_rates import Habit, habit_of, own_voice, past_weekdays, told_on

LEAD = 700
"""Code points at the head of a page that tell its news."""

_AROUND = 150
"""Code points on either side of an expression that tell what was on its day."""


@dataclass(frozen=True, slots=True)
class PageFeatures:
    """What a page tells. `moments` are numbers of expressions with the words around them; `opening`
    is the first weekday of the lead, `main` that told most often, both told as past; `nights` are
    the expressions that name the night of a weekday on which something is told as over; `named` are
    the days that the lead names by month and day."""

    reading: Reading
    clock: TimexDays
    whole: Grams
    lead: Grams
    moments: tuple[tuple[int, Grams], ...]
    habit: Habit
    opening: int | None
    main: int | None
    nights: tuple[int, ...]
    named: tuple[PartialDate, ...]
    figures: tuple[Figure, ...]

    @property
    def outlet(self) -> str:
        return self.reading.document.outlet or ""


def told_by(reading: Reading, clock: TimexDays) -> PageFeatures:
    """What a page tells."""
    text = reading.document.text
    weekdays = past_weekdays(reading)
    told = [weekday for _, weekday in weekdays]
    return PageFeatures(
        reading,
        clock,
        whole=grams_of(text),
        lead=grams_of(text[:LEAD]),
        moments=tuple(_moments(reading)),
        habit=habit_of(reading),
        opening=told[0] if weekdays and weekdays[0][0] < LEAD else None,
        main=max(told, key=lambda one: (told.count(one), -told.index(one)), default=None),
        nights=tuple(
            number for number in sorted(_told_as_over(reading)) if _night(reading, number)
        ),
        named=tuple(_named(reading)),
        figures=figures_of(text),
    )


def _told_as_over(reading: Reading) -> set[int]:
    """The expressions on which something is told to have happened or been said, or around which
    somebody speaks."""
    happened = ("happened", "ongoing")
    around = (event.around for event in reading.events if event.status in happened)
    return told_on(reading).union(*around)


def _night(reading: Reading, number: int) -> bool:
    timex = reading.timexes[number]
    return timex.night and told_weekday(timex) is not None and timex.direction == "past"


def _named(reading: Reading) -> Iterator[PartialDate]:
    for number in own_voice(reading.timexes, reading.attributions):
        timex = reading.timexes[number]
        if timex.span.start < LEAD and timex.said.month and timex.said.day:
            yield timex.said


def _moments(reading: Reading) -> Iterator[tuple[int, Grams]]:
    """The expressions of a page, in its own voice, that name a day; and the words around each."""
    text = reading.document.text
    for number in own_voice(reading.timexes, reading.attributions):
        timex = reading.timexes[number]
        said = timex.said
        if said.day is not None or said.weekday is not None or timex.offset is not None:
            start = max(timex.span.start - _AROUND, 0)
            start = max(text.rfind("\n", start, timex.span.start), start)
            end = text.find("\n", timex.span.end, timex.span.end + _AROUND)
            end = timex.span.end + _AROUND if end < 0 else end
            yield number, grams_of(text[start:end])

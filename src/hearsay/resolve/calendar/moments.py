"""What pages tell of single days: the words around each expression that names one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.model import Anchor, Reading
from hearsay.resolve.calendar.alike import Grams, Index, grams_of, index
from hearsay.resolve.calendar.clock import Clock
from hearsay.resolve.calendar.habits import own_voice

_AROUND = 150
"""Code points on either side of an expression that tell what was on its day."""

_MOST_ALIKE = 8
_LEAST_ALIKE = 0.03
_POWER = 1.5
_LONGEST = 2
"""Days an expression may leave open and still count as one day."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Moments:
    """The moments told on dated pages: an index of their words, and the day of each."""

    words: Index
    days: NDArray[np.int64]

    def support(self, reading: Reading, candidates: NDArray[np.int64]) -> Floats:
        """How far each day of publication puts what the page tells on the days that others tell it.

        For each moment of the page the moments most alike in words count by their likeness, in
        full where the days are the same, less where they are a day or two apart.
        """
        clock = Clock(reading)
        found = np.zeros(len(candidates))
        for number, grams in _around(reading):
            if reading.timexes[number].anchor is Anchor.ABSOLUTE:
                continue
            alike = self.words.likeness(grams)
            best = np.argsort(-alike, kind="stable")[:_MOST_ALIKE]
            best = best[alike[best] > _LEAST_ALIKE]
            if len(best):
                told = _told(clock, number, candidates)
                apart = np.abs(told[:, None] - self.days[best][None, :])
                found += (np.exp(-apart) * alike[best][None, :] ** _POWER).sum(axis=1)
        return found


def moments(readings: Sequence[Reading], published: Mapping[str, int]) -> Moments:
    """The moments of dated pages, `published` on the days given by document id."""
    words: list[Grams] = []
    days: list[int] = []
    for reading in readings:
        clock = Clock(reading)
        for number, grams in _around(reading):
            told = clock.days(number, published[reading.document.id])
            if told is not None and told[1] - told[0] < _LONGEST:
                words.append(grams)
                days.append(told[0])
    return Moments(index(words), np.array(days, dtype=np.int64))


def _around(reading: Reading) -> Iterator[tuple[int, Grams]]:
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


def _told(clock: Clock, number: int, candidates: NDArray[np.int64]) -> Floats:
    """The first day of an expression for each day of publication; infinite where there is none."""
    days = (clock.days(number, int(day)) for day in candidates)
    return np.array([told[0] if told is not None else np.inf for told in days])

"""Which days pages tell of alike: the words around each expression that names a day, and leads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay.model import Anchor
from hearsay.resolve.dating.page_features import PageFeatures
from hearsay.resolve.dating.shingles import Grams, Index, index
from hearsay.resolve.dating.timex_days import TimexDays

_LONGEST = 2
"""Days an expression may leave open and still count as one day."""

Days = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Moments:
    """The moments and the leads of dated pages: indexes of their words, and the day of each.

    `rows` says how alike words have to be, how many are heard, and what likeness counts.
    """

    words: Index
    days: Days
    leads: Index
    published: Days
    rows: Mapping[str, Any]

    def met(self, page: PageFeatures, candidates: Days) -> tuple[Floats, Floats]:
        """How far each day of publication puts the page's moments on the days that others tell
        them, and on the days, or the day before, that others led with them."""
        told, led = np.zeros(len(candidates)), np.zeros(len(candidates))
        for number, grams in page.moments:
            if page.reading.timexes[number].anchor is Anchor.ABSOLUTE:
                continue
            alike, days = self._alike(self.words, self.days, grams)
            first, since = self._alike(self.leads, self.published, grams)
            near = _within(candidates, np.union1d(days, since), page.clock.reach(number) + _FAR)
            named = _named(page.clock, number, candidates[near])[:, None]
            told[near] += (np.exp(-np.abs(named - days[None, :])) * alike[None, :]).sum(axis=1)
            eve = np.abs(named - since[None, :] + _EVE)
            led[near] += (np.exp(-eve) * first[None, :]).sum(axis=1)
        return told, led

    def led(self, page: PageFeatures, candidates: Days) -> Floats:
        """How far each day of publication lies on, or soon after, days of which others tell the
        news of the page's lead."""
        alike, days = self._alike(self.words, self.days, page.lead)
        apart = candidates[:, None] - days[None, :]
        return np.asarray((fall(apart, *_NEWS) * alike[None, :]).sum(axis=1), dtype=np.float64)

    def _alike(self, words: Index, days: Days, grams: Grams) -> tuple[Floats, Days]:
        """What the texts most alike count, and their days."""
        likeness = words.likeness(grams)
        near = np.flatnonzero(likeness > self.rows["least"])
        best = near[np.argsort(-likeness[near], kind="stable")[: self.rows["most"]]]
        return likeness[best] ** self.rows["power"], days[best]


_FAR = 4
"""Days so far from a moment are none of its own."""

_EVE = 0.4
"""What is told of a day is led with on that day, or on the day after, nearly as often."""

_NEWS = (1.0, 0.4)
"""Days after its day, and before it, on which a moment is news."""


def fall(apart: NDArray[Any], after: float, before: float) -> Floats:
    """A density over days that falls off after a day and before it."""
    ahead = np.exp(-np.maximum(apart, 0) / after)
    found = np.where(apart >= 0, ahead, np.exp(np.minimum(apart, 0) / before))
    return np.asarray(found / (after + before), dtype=np.float64)


def moments(pages: Sequence[PageFeatures], published: Days, rows: Mapping[str, Any]) -> Moments:
    """The moments and leads of dated pages, which came out on the days given."""
    words: list[Grams] = []
    days: list[int] = []
    for page, day in zip(pages, published.tolist(), strict=True):
        for grams, told in _dated(page, day):
            words.append(grams)
            days.append(told)
    leads = index([page.lead for page in pages])
    return Moments(index(words), np.array(days, dtype=np.int64), leads, published, rows)


def _dated(page: PageFeatures, published: int) -> Iterator[tuple[Grams, int]]:
    """The words of each moment of a dated page, with its day."""
    for number, grams in page.moments:
        told = page.clock.days(number, published)
        if told is not None and told[1] - told[0] < _LONGEST:
            yield grams, told[0]


def _within(candidates: Days, days: Days, most: int) -> Days:
    """The numbers of the candidates that lie so many days at most from one of some days."""
    if not len(days):
        return np.zeros(0, dtype=np.int64)
    after = np.clip(np.searchsorted(days, candidates), 1, len(days) - 1) if len(days) > 1 else 0
    gap = np.minimum(np.abs(candidates - days[after]), np.abs(candidates - days[after - 1]))
    return np.flatnonzero(gap <= most)


def _named(clock: TimexDays, number: int, candidates: Days) -> Floats:
    """The first day of an expression for each day of publication; infinite where there is none."""
    days = (clock.days(number, day) for day in candidates.tolist())
    return np.array([told[0] if told is not None else np.inf for told in days])

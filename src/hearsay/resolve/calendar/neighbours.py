"""The day of an undated page by dated pages that use the same rare words: likely, never certain."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay.model import Reading
from hearsay.ontology import table
from hearsay.resolve.calendar.alike import grams_of, index
from hearsay.resolve.calendar.claims import Claim, Settled
from hearsay.resolve.calendar.daysets import DaySet
from hearsay.resolve.calendar.habits import (
    habit_of,
    learned_rates,
    log_likelihood,
    observed,
    own_voice,
    usual_rates,
)
from hearsay.resolve.calendar.moments import Moments, moments
from hearsay.resolve.calendar.network import Network
from hearsay.resolve.calendar.wording import day, label

_VAGUE = 3
"""Pages with more days open than these are dated by their neighbours."""

_MOST_ALIKE = 40
_FEW = 10
_MARGIN = 10
_MOST_NAMED = 2

Days = NDArray[np.int64]
Floats = NDArray[np.float64]


def date_by_neighbours(network: Network) -> None:
    """Gives undated pages the days that the dated pages most alike make likely, where they do."""
    rows = table("date_evidence")["alike"]
    undated = [d for d in sorted(network.pages) if network.published[d].days.size > _VAGUE]
    dated = [d for d in sorted(network.pages) if _surely_dated(network.published[d])]
    if not undated or len(dated) < rows["least_pages"]:
        return
    library = Library(network, dated)
    found = {document: library.claims(document) for document in undated}
    network.claim({document: claims for document, claims in found.items() if claims})


def _surely_dated(settled: Settled) -> bool:
    return settled.days.size == 1 and all(claim.basis != "inferred" for claim in settled.used)


class Library:
    """The dated pages of a record, as the undated are compared with them."""

    def __init__(self, network: Network, dated: Sequence[str]) -> None:
        self._network = network
        self._dated = dated
        readings = [network.pages[document].reading for document in dated]
        published = {document: network.published[document].days.low for document in dated}
        self._days: Days = np.array([published[document] for document in dated], dtype=np.int64)
        self._outlets = [reading.document.outlet for reading in readings]
        self._index = index([grams_of(reading.document.text) for reading in readings])
        self._moments: Moments = moments(readings, published)
        habits = [habit_of(reading) for reading in readings]
        self._close = np.array([habit.close for habit in habits])
        self._observed = np.array(
            [observed(h, published[d]) for h, d in zip(habits, dated, strict=True)]
        )
        self._rows: dict[str, Any] = table("date_evidence")["alike"]

    def claims(self, document: str) -> list[Claim]:
        """The claim on the day of an undated page; none when its neighbours leave it open."""
        reading = self._network.pages[document].reading
        alike = self._index.likeness(grams_of(reading.document.text))
        nearest = np.argsort(-alike, kind="stable")[:_MOST_ALIKE]
        nearest = nearest[alike[nearest] > 0]
        days = self._candidates(document, nearest)
        if not len(days) or not self._of_one_time(alike[nearest]):
            return []
        scores = self._scores(reading, alike, nearest, days)
        shares = np.exp(scores - scores.max())
        return self._chosen(days, shares / shares.sum(), nearest)

    def _of_one_time(self, alike: Floats) -> bool:
        """True when the pages most alike are more alike than pages of other times are."""
        best, mean = alike[0], alike[:_FEW].mean()
        return bool(best >= self._rows["least_best"] or mean >= self._rows["least_mean"])

    def _candidates(self, document: str, nearest: Days) -> Days:
        """The days about those of the nearest pages that the page may have come out on."""
        near = {
            int(other) + shift
            for other in self._days[nearest]
            for shift in range(-_MARGIN, _MARGIN + 1)
        }
        allowed = self._network.published[document].days.meet(DaySet.union((d, d) for d in near))
        return np.array(list(allowed.days()), dtype=np.int64)

    def _scores(self, reading: Reading, alike: Floats, nearest: Days, days: Days) -> Floats:
        """The logarithm of how likely each day is, up to a constant."""
        rows = self._rows
        apart = days[:, None] - self._days[nearest][None, :]
        near = _density(apart, alike[nearest] ** 4, rows["near_days"])
        wide = _density(apart, alike[nearest], rows["wide_days"])
        support = self._moments.support(reading, days)
        return np.asarray(
            rows["near"] * np.log(near + rows["floor"])
            + rows["wide"] * np.log(wide + rows["floor"])
            + rows["moment"] * np.log(1 + support / rows["moment_floor"])
            + rows["habit"] * self._habit(reading, alike, days)
            + _dates(reading, days, rows["dates"])
        )

    def _habit(self, reading: Reading, alike: Floats, days: Days) -> Floats:
        """How the weekdays told speak for each day, by the habit of the outlet's pages alike."""
        habit = habit_of(reading)
        outlet = reading.document.outlet
        same = np.array([other == outlet for other in self._outlets])
        like = same & (self._close == habit.close) & (alike > 0)
        rates = learned_rates(self._observed[like].sum(axis=0).tolist(), usual_rates(habit.close))
        week = {d % 7: log_likelihood(habit, rates, d) for d in range(1, 8)}
        return np.array([week[int(d) % 7] for d in days])

    def _chosen(self, days: Days, shares: Floats, nearest: Days) -> list[Claim]:
        """The likeliest day with its neighbours, alone where it is likely enough alone."""
        rows = self._rows
        about = np.array([shares[np.abs(days - d) <= 1].sum() for d in days])
        best = int(np.argmax(shares))
        if about[best] < rows["enough"]:
            return []
        alone = shares[best] >= rows["alone"]
        low, high = (days[best] - (not alone), days[best] + (not alone))
        named = " and ".join(self._named(int(number)) for number in nearest[:_MOST_NAMED])
        sure = "nine" if about[best] >= rows["sure"] else "seven"
        why = (
            f"most likely, by its weekdays and by the dated pages most alike, {named};"
            f" {sure} in ten pages dated so come out within a day of that"
        )
        return [
            Claim(DaySet.between(int(low), int(high)), rows["weight"], "inferred", why, ("alike",))
        ]

    def _named(self, number: int) -> str:
        page = self._network.pages[self._dated[number]].reading.document
        return f"{label(page)} of {day(int(self._days[number]))}"


def _density(apart: Days, weights: Floats, spread: Sequence[float]) -> Floats:
    """The weighted mean over pages of a density that falls off after their days and before them."""
    after, before = spread
    ahead = np.exp(-np.maximum(apart, 0) / after)
    fall = np.where(apart >= 0, ahead, np.exp(np.minimum(apart, 0) / before)) / (after + before)
    return np.asarray((fall * weights[None, :]).sum(axis=1) / weights.sum())


def _dates(reading: Reading, days: Days, gains: Sequence[Sequence[float]]) -> Floats:
    """What the latest month-day told, in the page's own voice, speaks for each day after it."""
    lag = np.full(len(days), np.inf)
    years = range(date.fromordinal(int(days[0])).year - 1, date.fromordinal(int(days[-1])).year + 1)
    for number in own_voice(reading.timexes, reading.attributions):
        said = reading.timexes[number].said
        if said.month is None or said.day is None:
            continue
        for year in years if said.year is None else (said.year,):
            try:
                told = date(year, said.month, said.day).toordinal()
            except ValueError:
                continue
            since = days - told
            lag = np.where((since >= 0) & (since < lag), since, lag)
    found = np.zeros(len(days))
    for most, gain in reversed(gains):
        found = np.where(lag <= most, gain, found)
    return found

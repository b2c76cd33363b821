"""The dated pages of a record, as an undated page is compared with them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from hearsay.ontology import table
from hearsay.resolve.dating.date_contexts import Days, Floats, fall, moments
from hearsay.resolve.dating.growing_counts import figures
from hearsay.resolve.dating.page_features import PageFeatures
from hearsay.resolve.dating.recurring import days_of
from hearsay.resolve.dating.shingles import index
from hearsay.resolve.dating.weekday_rates import (
    lag_rates,
    learned_rates,
    log_likelihood,
    observed,
    usual_rates,
    week_rates,
)


class DatedIndex:
    """Dated pages, by number in the sequence given; `days` are those they came out on."""

    def __init__(self, pages: Sequence[PageFeatures], days: Days) -> None:
        self.days = days
        self._rows: Mapping[str, Any] = table("date_evidence")["alike"]
        self._whole = index([page.whole for page in pages])
        self._moments = moments(pages, days, self._rows["moment"])
        self._leads = self._moments.leads
        self._figures = figures([page.figures for page in pages], days, self._rows["figure"])
        self._groups = np.array([_group(page) for page in pages])
        self._outlets = np.array([page.outlet for page in pages])
        self._opening = [page.opening for page in pages]
        self._main = [page.main for page in pages]
        told = zip(pages, days.tolist(), strict=True)
        self._observed = np.array([observed(page.habit, day) for page, day in told])

    def likeness(self, page: PageFeatures) -> Floats:
        """How alike a page is to each of the library, 0 to 1."""
        return self._whole.likeness(page.whole)

    def grounds(self, page: PageFeatures, alike: Floats, days: Days) -> dict[str, Floats]:
        """What speaks for each day of publication, ground by ground, as logarithms."""
        met, led = self._moments.met(page, days)
        between, again = self._figures.met(page.figures, days)
        moment = self._rows["moment"]["floor"]
        likeness = {
            "near": alike,
            "wide": alike,
            "lead": self._leads.likeness(page.lead),
            "later": self._whole.likeness(page.lead),
        }
        return {
            **{name: self._beside(name, like, days) for name, like in likeness.items()},
            "each": self._each(alike, days),
            "told": np.log(1 + met / moment),
            "led": np.log(1 + led / moment),
            "news": np.log(1 + self._moments.led(page, days) / moment),
            "night": _after_nights(page, days),
            "between": between,
            "again": again,
            "named": _since_named(page, days, self._rows["named"]),
            **self._weekdays(page, days),
        }

    def _beside(self, name: str, like: Floats, days: Days) -> Floats:
        """How thick the pages most alike lie about each day."""
        row = self._rows["likeness"][name]
        best = np.argsort(-like, kind="stable")[: row["most"]]
        weights = like[best] ** row["power"]
        apart = days[:, None] - self.days[best][None, :]
        dense = (fall(apart, *row["days"]) * weights[None, :]).sum(axis=1)
        return np.asarray(np.log(dense / max(weights.sum(), 1e-12) + row["floor"]))

    def _each(self, like: Floats, days: Days) -> Floats:
        """What the pages most alike about each day add up to, each of them heard for itself."""
        row = self._rows["each"]
        best = np.argsort(-like, kind="stable")[: row["most"]]
        apart = days[:, None] - self.days[best][None, :]
        close = np.exp(-np.where(apart >= 0, apart / row["days"][0], -apart / row["days"][1]))
        return np.asarray(np.log1p(close * (like[best] / row["likeness"])[None, :]).sum(axis=1))

    def _weekdays(self, page: PageFeatures, days: Days) -> dict[str, Floats]:
        """How the weekdays a page tells speak for each day, by the habit of its outlet's pages."""
        like, habit = self._groups == _group(page), page.habit
        rates = learned_rates(self._observed[like].sum(axis=0).tolist(), usual_rates(habit.close))
        week = np.array([log_likelihood(habit, rates, day or 7) for day in range(7)])
        kept, own = np.flatnonzero(like).tolist(), self.days[self._outlets == page.outlet]
        return {
            "habit": week[days % 7],
            "opening": self._since(self._opening, page.opening, kept, days),
            "main": self._since(self._main, page.main, kept, days),
            "week": np.log(week_rates(((own - 1) % 7).tolist()))[(days - 1) % 7],
        }

    def _since(
        self, told: Sequence[int | None], weekday: int | None, kept: Sequence[int], days: Days
    ) -> Floats:
        """How a weekday told speaks for each day, by how long before the pages kept theirs lies."""
        if weekday is None:
            return np.zeros(len(days))
        lags = [(int(self.days[n]) - 1 - w) % 7 for n in kept if (w := told[n]) is not None]
        return np.asarray(np.log(lag_rates(lags))[(days - 1 - weekday) % 7])


def _after_nights(page: PageFeatures, days: Days) -> Floats:
    """A page that tells as over what was in a night seldom came out on the day it began."""
    over = float(np.log(table("date_evidence")["habit"]["over_night"]))
    found = np.zeros(len(days))
    for number in page.nights:
        for at, day in enumerate(days.tolist()):
            night = page.clock.days(number, day)
            if night is not None and night[0] == day:
                found[at] = over
    return found


def _since_named(page: PageFeatures, days: Days, row: Mapping[str, Any]) -> Floats:
    """How soon after a day that the head of the page names by month and day each day comes."""
    years = range(_year(days[0]) - 1, _year(days[-1]) + 1)
    told = {day for said in page.named for year in years for day, _ in days_of(said, year)}
    named = np.array([-np.inf, *sorted(told)])
    apart = days - named[np.searchsorted(named, days, side="right") - 1]
    return np.asarray(-np.log1p(np.minimum(apart, row["most"]) / row["scale"]))


def _year(day: int) -> int:
    return date.fromordinal(int(day)).year


def _group(page: PageFeatures) -> str:
    """Pages of one outlet that tell the days about them in the same way."""
    return f"{page.outlet}\0{page.habit.close}"

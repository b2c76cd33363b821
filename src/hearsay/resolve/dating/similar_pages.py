"""The day of an undated page by dated pages that tell of the same: likely, never certain."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np

from hearsay.ontology import table
from hearsay.resolve.dating.cache import DatedPage, DatingCache
from hearsay.resolve.dating.constraint import Constraint, Settled
from hearsay.resolve.dating.date_contexts import Days, Floats
from hearsay.resolve.dating.dated_index import DatedIndex
from hearsay.resolve.dating.day_wording import day, label
from hearsay.resolve.dating.daysets import DaySet
from hearsay.resolve.dating.graph import DayGraph

_VAGUE = 3
"""Pages with more days open than these are dated by their neighbours."""

_MOST_ALIKE = 40
_FEW = 10
_MARGIN = 10
_MOST_NAMED = 2


def date_by_neighbours(network: DayGraph, memory: DatingCache) -> None:
    """Gives undated pages the days that the dated pages most alike make likely, where they do."""
    rows = table("date_evidence")["alike"]
    undated = [d for d in sorted(network.pages) if network.published[d].days.size > _VAGUE]
    dated = [d for d in sorted(network.pages) if _surely_dated(network.published[d])]
    if not undated or len(dated) < rows["least_pages"]:
        return
    neighbours = Neighbours(network, dated, memory)
    found = {document: neighbours.claims(document) for document in undated}
    network.claim({document: claims for document, claims in found.items() if claims})


def _surely_dated(settled: Settled) -> bool:
    return settled.days.size == 1 and all(claim.basis != "inferred" for claim in settled.used)


class Neighbours:
    """The dated pages of a network, and what they make likely of the others."""

    def __init__(self, network: DayGraph, dated: Sequence[str], memory: DatingCache) -> None:
        self._network = network
        self._dated = dated
        self._memory = memory
        self._rows: dict[str, Any] = table("date_evidence")["alike"]
        pages = [network.pages[d].page for d in dated]
        days = [network.published[d].days.low for d in dated]
        self._library = memory.library.get("dated", (pages, days), partial(_library, pages, days))

    def claims(self, document: str) -> Sequence[Constraint]:
        """The claim on the day of an undated page; none when its neighbours leave it open."""
        known = self._library, self._network.published[document].days
        return self._memory.likely.get(document, known, partial(self._found, document))

    def _found(self, document: str) -> list[Constraint]:
        found = self.grounds(document)
        if found is None:
            return []
        nearest, days, grounds = found
        return self._chosen(days, shares(grounds, self._rows["weight"]), nearest)

    def grounds(self, document: str) -> tuple[Days, Days, dict[str, Floats]] | None:
        """The pages most alike, the days a page may have come out on by them, and what speaks for
        each; None when no page is alike, or a page of another time might be as much so."""
        page = self._network.pages[document].page.told
        alike = self._library.likeness(page)
        nearest = np.argsort(-alike, kind="stable")[:_MOST_ALIKE]
        nearest = nearest[alike[nearest] > 0]
        days = self._candidates(document, nearest)
        if not len(days) or not self._of_one_time(alike[nearest], days):
            return None
        return nearest, days, self._library.grounds(page, alike, days)

    def _of_one_time(self, alike: Floats, days: Days) -> bool:
        """True when the pages most alike are more alike than pages of other times are, or the days
        so many that the probability of such a page would scatter."""
        rows = self._rows
        close = alike[0] >= rows["least_best"] or alike[:_FEW].mean() >= rows["least_mean"]
        return bool(close or len(days) >= rows["many_days"])

    def _candidates(self, document: str, nearest: Days) -> Days:
        """The days about those of the nearest pages that the page may have come out on."""
        near = {
            other + shift
            for other in self._library.days[nearest].tolist()
            for shift in range(-_MARGIN, _MARGIN + 1)
        }
        allowed = self._network.published[document].days.meet(DaySet.union((d, d) for d in near))
        return np.array(list(allowed.days()), dtype=np.int64)

    def _chosen(self, days: Days, likely: Floats, nearest: Days) -> list[Constraint]:
        """The likeliest day with its neighbours, alone where it is likely enough alone."""
        rows = self._rows
        best = int(np.argmax(likely))
        about = float(likely[np.abs(days - days[best]) <= 1].sum())
        if about < rows["enough"]:
            return []
        margin = 0 if likely[best] >= rows["alone"] else 1
        span = DaySet.between(int(days[best]) - margin, int(days[best]) + margin)
        named = " and ".join(self._named(number) for number in nearest[:_MOST_NAMED].tolist())
        why = (
            f"most likely, by its weekdays and by the dated pages most alike, {named}; of pages"
            f" dated so {self._in_ten(about)} in ten come out within a day of that"
        )
        return [Constraint(span, rows["claim"], "inferred", why, ("alike",))]

    def _in_ten(self, likely: float) -> str:
        """How many in ten of the pages whose day was as likely came out within a day of it."""
        return str([word for least, word in self._rows["in_ten"] if likely >= least][-1])

    def _named(self, number: int) -> str:
        page = self._network.pages[self._dated[number]].reading.document
        return f"{label(page)} of {day(int(self._library.days[number]))}"


def _library(pages: Sequence[DatedPage], days: Sequence[int]) -> DatedIndex:
    return DatedIndex([page.told for page in pages], np.array(days, dtype=np.int64))


def shares(grounds: Mapping[str, Floats], weights: Mapping[str, float]) -> Floats:
    """The probability of each day: a sum of weighted grounds, made to add up to 1."""
    scores = sum(weights[name] * grounds[name] for name in sorted(weights))
    likely = np.exp(scores - np.max(scores))
    return np.asarray(likely / likely.sum(), dtype=np.float64)

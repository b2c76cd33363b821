"""What solving finds that holds for the next solving of the same pages, by other links."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hearsay.model import Reading
from hearsay.resolve.dating.constraint import Constraint
from hearsay.resolve.dating.dated_index import DatedIndex
from hearsay.resolve.dating.page_features import PageFeatures, told_by
from hearsay.resolve.dating.timex_days import TimexDays
from hearsay.resolve.memo import Memo


class DatedPage:
    """A page, with what it tells that hangs on no other page."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.clock = TimexDays(reading)

    @cached_property
    def told(self) -> PageFeatures:
        return told_by(self.reading, self.clock)


@dataclass(frozen=True, slots=True)
class DatingCache:
    """Pages by document; the library of the dated ones, and its claims on each of the others."""

    pages: Memo[DatedPage] = field(default_factory=Memo)
    library: Memo[DatedIndex] = field(default_factory=Memo)
    likely: Memo[Sequence[Constraint]] = field(default_factory=Memo)

    def page(self, reading: Reading) -> DatedPage:
        return self.pages.get(reading.document.id, reading, lambda: DatedPage(reading))

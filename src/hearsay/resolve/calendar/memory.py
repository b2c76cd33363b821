"""What solving finds that holds for the next solving of the same pages, by other links."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hearsay.model import Reading
from hearsay.resolve.calendar.claims import Claim
from hearsay.resolve.calendar.clock import Clock
from hearsay.resolve.calendar.library import Library
from hearsay.resolve.calendar.told import Told, told_by
from hearsay.resolve.kept import Kept


class Page:
    """A page, with what it tells that hangs on no other page."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.clock = Clock(reading)

    @cached_property
    def told(self) -> Told:
        return told_by(self.reading, self.clock)


@dataclass(frozen=True, slots=True)
class Memory:
    """Pages by document; the library of the dated ones, and its claims on each of the others."""

    pages: Kept[Page] = field(default_factory=Kept)
    library: Kept[Library] = field(default_factory=Kept)
    likely: Kept[Sequence[Claim]] = field(default_factory=Kept)

    def page(self, reading: Reading) -> Page:
        return self.pages.get(reading.document.id, reading, lambda: Page(reading))

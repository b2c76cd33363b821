"""Claims on a day, and the days that stand when the weakest of those that clash are refused."""

from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.model.vocabulary import Basis
from hearsay.resolve.dating.daysets import ALL, DaySet

GUESS = 15
"""Claims of this weight or less are guesses: likely days, not days that follow."""

CRISIS = 6
"""Claims of this weight or less say no more than that a page is of the crisis it tells of: events
are not told apart, nor taken for one, by what follows from them."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """A ground for a day to lie in `days`.

    `weight` is 1 (weak) to 100; `basis` is a `Dated`'s; `why` a clause that names the words and the
    rule, with no full stop. `far` marks what other pages say, heard after what the page itself
    gives at the same weight; `key` settles what is left of the order by content alone.
    """

    days: DaySet
    weight: int
    basis: Basis
    why: str
    key: tuple[str, ...] = ()
    far: bool = False

    @property
    def rank(self) -> tuple[int, bool, tuple[str, ...], str, str, tuple[tuple[int, int], ...]]:
        return -self.weight, self.far, self.key, self.why, self.basis, self.days.stretches


@dataclass(frozen=True, slots=True)
class Settled:
    """The days that stand, the claims that narrowed them, and the claims refused."""

    days: DaySet = ALL
    used: tuple[Constraint, ...] = ()
    refused: tuple[Constraint, ...] = ()

    @property
    def weight(self) -> int:
        """That of the weakest claim the days rest on; 0 when nothing is claimed."""
        return min((claim.weight for claim in self.used), default=0)

    @property
    def guessed(self) -> bool:
        """True when the days rest on a guess, which weighs no more than `GUESS`."""
        return bool(self.used) and self.used[-1].weight <= GUESS

    @property
    def latest(self) -> int:
        """The last day by the heaviest claim alone, where that is the day after those that stand.

        An address or a stamp may be of the evening before where the news was made.
        """
        if not self.used or not self.used[0].days.closed:
            return self.days.high
        high = self.used[0].days.high
        return high if high == self.days.high + 1 else self.days.high

    def heard(self, least: int) -> "Settled":
        """What stands by the claims that weigh more than `least`."""
        if not self.used or self.used[-1].weight > least:
            return self
        return settle(claim for claim in self.used if claim.weight > least)

    def tiers(self) -> "tuple[Settled, ...]":
        """What stands without guesses, and what stands with them where there are any."""
        if not self.guessed:
            return (self,)
        return settle(claim for claim in self.used if claim.weight > GUESS), self


def settle(claims: Iterable[Constraint]) -> Settled:
    """The days admitted by the claims, the strongest heard first.

    A claim that would leave no day is refused and kept. The result depends on the claims alone,
    not on their order.
    """
    days = ALL
    used: list[Constraint] = []
    refused: list[Constraint] = []
    for claim in sorted(claims, key=lambda claim: claim.rank):
        met = days.meet(claim.days)
        if not met.stretches:
            refused.append(claim)
        elif met != days:
            used.append(claim)
            days = met
    return Settled(days, tuple(used), tuple(refused))

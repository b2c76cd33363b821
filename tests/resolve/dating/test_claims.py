"""The strongest claims stand; what they leave no day to is refused and kept."""

import random

from hypothesis import given
from hypothesis import strategies as st

from hearsay.resolve.dating.constraint import ALL, GUESS, Constraint, Settled, settle
from hearsay.resolve.dating.daysets import DaySet

_claims = st.lists(
    st.builds(
        Constraint,
        st.tuples(st.integers(1000, 1030), st.integers(0, 9)).map(
            lambda p: DaySet.between(p[0], p[0] + p[1])
        ),
        st.integers(1, 100),
        st.sampled_from(("stated", "derived", "inferred")),
        st.sampled_from("abc"),
    ),
    max_size=8,
)


def _claim(low: int, high: int, weight: int) -> Constraint:
    return Constraint(DaySet.between(low, high), weight, "stated", f"{low} to {high}")


def test_nothing_claimed_is_any_day() -> None:
    assert settle([]) == Settled(ALL)


def test_the_lighter_of_two_that_clash_is_refused() -> None:
    light, heavy = _claim(1000, 1003, 20), _claim(1005, 1009, 60)
    found = settle([light, heavy])
    assert found.days == heavy.days
    assert found.used == (heavy,)
    assert found.refused == (light,)


def test_a_claim_that_narrows_nothing_is_not_named() -> None:
    wide, tight = _claim(1000, 1010, 20), _claim(1002, 1003, 60)
    assert settle([wide, tight]).used == (tight,)


def test_a_guess_is_told_from_what_follows() -> None:
    firm, guess = _claim(1000, 1010, 60), _claim(1002, 1003, GUESS)
    found = settle([firm, guess])
    assert [tier.days for tier in found.tiers()] == [firm.days, guess.days]
    assert settle([firm]).tiers() == (settle([firm]),)


@given(_claims, st.randoms())
def test_order_never_matters(claims: list[Constraint], rng: random.Random) -> None:
    shuffled = list(claims)
    rng.shuffle(shuffled)
    assert settle(shuffled).days == settle(claims).days
    assert settle(shuffled).refused == settle(claims).refused


@given(_claims)
def test_some_day_always_stands(claims: list[Constraint]) -> None:
    found = settle(claims)
    assert found.days.stretches
    assert all(not found.days.meet(claim.days).stretches for claim in found.refused)

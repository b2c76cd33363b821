"""Acts of pages made by hand: nothing is told but what a test says."""

import random
from datetime import date

from hypothesis import strategies as st

from hearsay.model import Interval
from hearsay.resolve.events.date_hints import NOTHING, DateHint
from hearsay.resolve.events.page_events import PageEvent, Who

RUSK = Who("rusk", "USA", person=True)
GROMYKO = Who("gromyko", "SUN", person=True)
HOME = Who("home", "GBR", person=True)
CHILE = Who("chile", "CHL", state=True)
PERU = Who("peru", "PER", state=True)
ARMY = Who("army", "CHL")
LIMA = Who("lima", "PER")
MONDAY = Interval.day(date(1962, 10, 1))
TUESDAY = Interval.day(date(1962, 10, 2))


def act(document: str = "a", **fields: object) -> PageEvent:
    """An attack of which nothing is told; sets may be given as tuples."""
    told: dict[str, object] = {
        "numbers": (0,),
        "start": 0,
        "types": frozenset({"ASSAULT"}),
        "modes": frozenset(),
        "lemmas": frozenset({"attack"}),
        "statuses": frozenset({"happened"}),
        "sources": frozenset(),
        "targets": frozenset(),
        "participants": frozenset(),
        "doer_words": frozenset(),
        "target_words": frozenset(),
        "days": Interval(),
        "clue": NOTHING,
        "place": None,
        "ordinals": frozenset(),
        "words": frozenset(),
        "named": frozenset(),
        "figures": frozenset(),
        "definite": False,
        "indefinite": False,
        "fresh": False,
        "nominal": False,
    }
    for name, value in fields.items():
        told[name] = frozenset(value) if isinstance(told[name], frozenset) else value  # type: ignore[call-overload]
    return PageEvent(document=document, **told)  # type: ignore[arg-type]


_WHOS = (RUSK, GROMYKO, HOME, CHILE, PERU, ARMY, LIMA)
_DAYS = (Interval(), MONDAY, TUESDAY, Interval(MONDAY.earliest, TUESDAY.latest))
_CLUES = (NOTHING, DateHint(frozenset({0})), DateHint(frozenset({1})), DateHint(season=(275, 276)))


def acts() -> st.SearchStrategy[PageEvent]:
    """Any act: of few parties, days and words, so that two have things in common.

    Drawn from one number, which is many times quicker than a draw for each field.
    """
    return st.integers(0, 2**32).map(_drawn)


def _drawn(seed: int) -> PageEvent:
    rng = random.Random(seed)

    def some(*values: object, least: int = 0, most: int = 2) -> frozenset[object]:
        return frozenset(rng.sample(values, rng.randint(least, min(most, len(values)))))

    return act(
        rng.choice("abc"),
        start=rng.randint(0, 2_000),
        types=some("ASSAULT", "CONSULT", "DEMAND", least=1),
        modes=some("phone", "visit", "aerial", most=1),
        lemmas=some("attack", "call", "ATTACK", least=1, most=3),
        statuses=some("happened", "planned", "denied", least=1),
        sources=some(*_WHOS),
        targets=some(*_WHOS),
        participants=some(*_WHOS),
        doer_words=some("men", "troop"),
        target_words=some("ship", "town"),
        days=rng.choice(_DAYS),
        clue=rng.choice(_CLUES),
        place=rng.choice((None, LIMA, CHILE)),
        ordinals=some(1, 2, most=1),
        words=some("radar", "dawn", "port", "the", most=4),
        named=some("rusk", "lima"),
        figures=some((frozenset({"ship"}), 2.0)),
        definite=rng.random() < 0.5,
        indefinite=rng.random() < 0.5,
        fresh=rng.random() < 0.5,
        nominal=rng.random() < 0.5,
    )

"""A case of the calendar: pages, the events they share, their kin, and the days expected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.model import Dated, Reading
from hearsay.resolve.dating import SolvedDays, solve
from tests.resolve.dating.pages import days

Place = tuple[str, int]
"""A page by its source, and the number of an event told on it."""


@dataclass(frozen=True)
class Case:
    """`expected` holds days in short by page, by (page, event number) or by the number of a link;
    with a word after them, the basis too: "1982-05-02 derived"."""

    name: str
    pages: Sequence[Reading]
    expected: Mapping[str | Place | int, str]
    links: Sequence[Sequence[Place]] = ()
    kin: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def solved(case: Case) -> tuple[SolvedDays, dict[str, str]]:
    """The days of a case, and the document ids of its pages by source."""
    ids = {page.document.source: page.document.id for page in case.pages}
    links = [frozenset((ids[source], n) for source, n in link) for link in case.links]
    kin = {ids[one]: tuple(ids[other] for other in others) for one, others in case.kin.items()}
    return solve(case.pages, links, kin), ids


def check(case: Case) -> None:
    found, ids = solved(case)
    for place, expected in case.expected.items():
        dated = _at(found, ids, place)
        wanted, _, basis = expected.partition(" ")
        assert days(dated) == wanted, (place, dated)
        assert not basis or dated.basis == basis, (place, dated)
        assert dated.why


def _at(found: SolvedDays, ids: Mapping[str, str], place: str | Place | int) -> Dated:
    if isinstance(place, int):
        return found.events(place)
    if isinstance(place, str):
        return found.published(ids[place])
    return found.mention(ids[place[0]], place[1])

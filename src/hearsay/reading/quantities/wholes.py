"""Which figure another is a part of: half of these missiles, 300 missiles including 30."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay import ontology
from hearsay.model import Token
from hearsay.reading.quantities.amounts import lowered

_NEAR = 3  # sentences back that "these missiles" may point


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure as found: tokens first:last, what it counts, and where its "of" stands."""

    first: int
    last: int
    sentence: int
    phrase: range | None
    unit: str | None
    of: int | None = None
    back: bool = False


def find_wholes(counted: Sequence[Counted], tokens: Sequence[Token]) -> list[int | None]:
    """For each figure, the number of the figure that it is a part of, where that is sure."""
    wholes: list[int | None] = []
    tops: list[int] = []  # what each is a part of in the end
    for number, part in enumerate(counted):
        whole = _inside(number, counted)
        if whole is None and part.back:
            whole = _before(number, counted)
        if whole is None and part.of is not None:
            whole = _pointed(number, counted, tops, tokens)
        if whole is None:
            whole = _including(number, counted, wholes, tokens)
        wholes.append(whole)
        tops.append(number if whole is None or whole >= number else tops[whole])
    return wholes


def _inside(number: int, counted: Sequence[Counted]) -> int | None:
    """10 of the 33 hostages: the whole stands inside."""
    part = counted[number]
    after = number + 1
    if part.of is not None and after < len(counted):
        whole = counted[after]
        if part.of < whole.first and whole.last <= part.last:
            return after
    return None


def _before(number: int, counted: Sequence[Counted]) -> int | None:
    if number and counted[number].sentence - counted[number - 1].sentence <= 1:
        return number - 1 if counted[number - 1].unit is None else None
    return None


def _pointed(
    number: int, counted: Sequence[Counted], tops: Sequence[int], tokens: Sequence[Token]
) -> int | None:
    """Half of these missiles: the figure just before that counted missiles, parts left out."""
    part = counted[number]
    if part.phrase is None or part.of is None:
        return None
    pointer = tokens[part.of + 1].text.lower() if part.of + 1 < part.last else ""
    if pointer not in _table()["pointing"]:
        return None
    head = tokens[part.phrase[-1]].text.lower()
    found: int | None = None
    latest = part.sentence - _NEAR  # the sentence of those found, the earliest looked at till then
    for before in range(number - 1, -1, -1):
        other = counted[before]
        if other.sentence < latest:
            break
        if other.unit is None and head in _heads(other, tokens):
            if found is not None and found != tops[before]:
                return None
            found, latest = tops[before], other.sentence
    return found


def _including(
    number: int, counted: Sequence[Counted], wholes: Sequence[int | None], tokens: Sequence[Token]
) -> int | None:
    """300 missiles, including 100 ballistic missiles and 30 cruise missiles."""
    part = counted[number]
    if number == 0 or part.unit is not None or counted[number - 1].sentence != part.sentence:
        return None
    before = counted[number - 1]
    between = lowered(tokens, before.last, part.first)
    said = " ".join(word for word in between if word not in (",", "–", "—", "-", "("))
    if said in _table()["parts"]:
        return number - 1 if before.unit is None else None
    return wholes[number - 1] if said in ("and", "") and between else None


def _heads(counted: Counted, tokens: Sequence[Token]) -> frozenset[str]:
    """The nouns of a counted phrase that may be meant: missiles, drones."""
    if counted.phrase is None:
        return frozenset()
    last = tokens[counted.phrase[-1]]
    return frozenset(
        tokens[n].text.lower()
        for n in counted.phrase
        if tokens[n].upos == "NOUN" and (tokens[n] is last or tokens[n].deprel != "compound")
    )


@cache
def _table() -> dict[str, list[str]]:
    return ontology.table("figure_company")

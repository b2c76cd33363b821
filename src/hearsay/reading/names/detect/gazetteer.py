"""Names that everyone knows, by longest match: states, peoples, regions, institutions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from hearsay.model.mention_vocabulary import GazetteerSort
from hearsay.ontology import rows
from hearsay.syntax import Parse

_KEY = 2  # characters by which the table is bucketed
_SHORTEST_CAPITALS = 4  # "IRAN" is Iran; shorter words in capitals are too often something else


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """What a table says of a name.

    `sort` is state, people (adjectives and words for a people), capital, region, regional (words
    for a region's people) or institution; `name` the one name by which all its forms go;
    `rivals` are other things that go by the same form ("Moscow": Russia, Soviet Union).
    """

    name: str
    sort: GazetteerSort
    country: str | None
    sectors: tuple[str, ...] = ()
    rivals: tuple["GazetteerEntry", ...] = ()


@dataclass(frozen=True, slots=True)
class GazetteerMatch:
    """Tokens `first` to `last` (half-open) are a known name."""

    first: int
    last: int
    known: GazetteerEntry


def find_known(tree: Parse) -> tuple[GazetteerMatch, ...]:
    """All known names of the text, longest first from the left, none overlapping another.

    Where a form has rivals, the one whose country the page names by other words is taken.
    """
    hits = tuple(_matches(tree))
    named = _countries(hits)
    return tuple(replace(hit, known=_settle(hit.known, named)) for hit in hits)


def _matches(tree: Parse) -> Iterator[GazetteerMatch]:
    text = tree.text
    ends = {token.end: number + 1 for number, token in enumerate(tree.tokens)}
    reach, buckets = 0, _buckets()
    for number, token in enumerate(tree.tokens):
        if (
            number < reach
            or token.upos == "PUNCT"
            or text[token.start : token.start + _KEY] not in buckets
        ):
            continue
        hit = _match(text, number, token.start, ends)
        if hit is not None:
            yield hit
            reach = hit.last


def _match(text: str, number: int, start: int, ends: dict[int, int]) -> GazetteerMatch | None:
    for form in _buckets().get(text[start : start + _KEY], ()):
        end = start + len(form)
        if end in ends and text.startswith(form, start):
            return GazetteerMatch(number, ends[end], _table()[form])
    return None


def _countries(hits: Iterable[GazetteerMatch]) -> frozenset[str]:
    """Countries that the page names by words that mean nothing else."""
    sure = (hit.known.country for hit in hits if not hit.known.rivals)
    return frozenset(country for country in sure if country is not None)


def _settle(held: GazetteerEntry, named: frozenset[str]) -> GazetteerEntry:
    if not held.rivals or held.country in named:
        return held
    return next((rival for rival in held.rivals if rival.country in named), held)


@cache
def _table() -> dict[str, GazetteerEntry]:
    """Every form of every known name; where several share a form, the first stands."""
    found: dict[str, GazetteerEntry] = {}
    for form, entry in _forms():
        held = found.setdefault(form, entry)
        if held.country != entry.country:
            found[form] = replace(held, rivals=(*held.rivals, entry))
    for form, entry in list(found.items()):
        if len(form) >= _SHORTEST_CAPITALS:
            found.setdefault(form.upper(), entry)
    return found


def _forms() -> Iterator[tuple[str, GazetteerEntry]]:
    for row in rows("institutions"):
        sectors = tuple(row["sectors"].split())
        entry = GazetteerEntry(row["name"], "institution", row["country"] or None, sectors)
        yield from ((form, entry) for form in _cells(row["name"], row["aliases"]))
    for row in rows("countries"):
        parts: tuple[tuple[GazetteerSort, tuple[str, ...]], ...] = (
            ("state", (row["name"], row["aliases"])),
            ("people", (row["demonyms"],)),
            ("capital", (row["capital"], row["seats"])),
        )
        for sort, cells in parts:
            entry = GazetteerEntry(row["name"], sort, row["code"])
            yield from ((form, entry) for form in _cells(*cells))
    for row in rows("regions"):
        lands: tuple[tuple[GazetteerSort, tuple[str, ...]], ...] = (
            ("region", (row["name"], row["aliases"])),
            ("regional", (row["demonyms"],)),
        )
        for sort, cells in lands:
            entry = GazetteerEntry(row["name"], sort, row["country"] or None)
            yield from ((form, entry) for form in _cells(*cells))


def _cells(*cells: str) -> list[str]:
    return [part for cell in cells for part in cell.split("|") if part]


@cache
def _buckets() -> dict[str, tuple[str, ...]]:
    """Forms by their first characters, longest first."""
    buckets: dict[str, list[str]] = {}
    for form in _table():
        buckets.setdefault(form[:_KEY], []).append(form)
    return {key: tuple(sorted(forms, key=lambda f: (-len(f), f))) for key, forms in buckets.items()}

"""Whom and what each page speaks of: the page's chains of mentions, one referent each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hearsay.model import Cite, Name, Reading
from hearsay.model.vocabulary import EntityKind
from hearsay.ontology import table
from hearsay.resolve.compared_text import fold

Told = TypeVar("Told", bound=str)

Key = tuple[str, int]
"""A page's referent: document id and chain."""


@dataclass(frozen=True, slots=True)
class Referent:
    """One chain of one page. `name` is its best name there, None when it is never named."""

    key: Key
    kind: EntityKind
    name: str | None
    forms: tuple[str, ...]
    offices: tuple[str, ...]
    country: str | None
    sectors: tuple[str, ...]
    gender: str | None
    plural: bool
    cites: tuple[Cite, ...]


def referents_of(reading: Reading) -> tuple[Referent, ...]:
    """The referents of a page, in the order of their first mention."""
    chains: dict[int, list[Name]] = defaultdict(list)
    for name in reading.names:
        chains[name.chain].append(name)
    document = reading.document.id
    return tuple(_referent((document, chain), names) for chain, names in chains.items())


def _referent(key: Key, names: Sequence[Name]) -> Referent:
    named = [name for name in names if name.form == "name"]
    told = [name for name in names if name.form != "pronoun"]
    return Referent(
        key=key,
        kind=_most(name.kind for name in named or told or names) or "other",
        name=_best_name(named, told),
        forms=tuple(dict.fromkeys(name.core.text for name in named)),
        offices=tuple(dict.fromkeys(office for name in told for office in name.offices)),
        country=_most(name.country for name in told if name.country),
        sectors=tuple(sorted({sector for name in told for sector in name.sectors})),
        gender=_gender(names),
        plural=any(name.plural for name in told),
        cites=tuple(Cite(key[0], name.span) for name in told),
    )


def _best_name(named: Sequence[Name], told: Sequence[Name]) -> str | None:
    canonical = _most(name.canonical for name in told if name.canonical)
    if canonical or not named:
        return canonical
    return max((name.core.text for name in named), key=lambda text: (len(text.split()), len(text)))


def _most(values: Iterable[Told | None]) -> Told | None:
    """The value told most often, the first told among equals."""
    told = [value for value in values if value]
    if len(told) < 2:
        return told[0] if told else None
    counts = Counter(told)
    return max(counts, key=lambda value: counts[value])


def _gender(names: Sequence[Name]) -> str | None:
    """What the pronouns of a chain tell, when they tell one thing."""
    told = set(_pronoun_genders(names))
    return told.pop() if len(told) == 1 else None


def _pronoun_genders(names: Sequence[Name]) -> Iterator[str]:
    pronouns = table("clause_words")
    for name in names:
        if name.form == "pronoun":
            for gender in ("male", "female"):
                if fold(name.span.text) in pronouns[gender]:
                    yield gender

"""Common nouns that stand for persons, groups, organisations and places, and what they tell."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

from hearsay.model.mention_vocabulary import Gender, NounKind
from hearsay.ontology import known_word, table
from hearsay.reading.names.detect.noun_phrases import joined
from hearsay.rules import rule
from hearsay.syntax import Parse

_NEVER = frozenset({"PUNCT", "DET", "ADP", "AUX", "PRON", "CCONJ", "SCONJ", "PART", "SYM", "NUM"})


@dataclass(frozen=True, slots=True)
class Noun:
    """What the tables say of a noun.

    `kind` is person, organization, place, state or honorific. `firm` sectors hold whatever
    organisation is named beside it. `office` marks a post or calling that is told of its holder;
    `collective` a singular for several; `named` one that counts only inside a name; `doubtful` one
    that often means a thing.
    """

    word: str
    kind: NounKind
    sectors: tuple[str, ...] = ()
    firm: bool = False
    office: bool = False
    collective: bool = False
    named: bool = False
    gender: Gender | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class NounMatch:
    """Tokens `first` to `last` (half-open) are the noun; `plural` when they stand in the plural."""

    first: int
    last: int
    noun: Noun
    plural: bool


def match_noun(tree: Parse, number: int) -> NounMatch | None:
    """The longest noun of the tables that starts at this token. Hyphens count as spaces."""
    if tree.tokens[number].upos in _NEVER:
        return None
    for words, noun in _index().get(_plain(tree, number), ()) or _index().get(
        _lemma(tree, number), ()
    ):
        last = _run(tree, number, words)
        if last is not None:
            return NounMatch(number, last, noun, _plural(tree, last - 1, noun))
    return None


def _run(tree: Parse, number: int, words: tuple[str, ...]) -> int | None:
    """One past the token that ends these words, the last of them in any number."""
    for place, word in enumerate(words):
        if place and number < len(tree.tokens) and joined(tree, number):
            number += 1
        if number >= len(tree.tokens):
            return None
        last = place == len(words) - 1
        if _plain(tree, number) != word and not (last and _lemma(tree, number) == word):
            return None
        number += 1
    return number


def _plain(tree: Parse, number: int) -> str:
    return tree.word(number).rstrip(".")


def _lemma(tree: Parse, number: int) -> str:
    return tree.lemma(number).rstrip(".")


@rule("NAM-023")
def _plural(tree: Parse, last: int, noun: Noun) -> bool:
    token = tree.tokens[last]
    word = _plain(tree, last)
    if noun.kind == "organization" and noun.word.endswith(word):
        return False  # "police" stands in the plural of the treebank
    return noun.collective or token.xpos in ("NNS", "NNPS") or word.endswith("men")


@cache
def _index() -> dict[str, tuple[tuple[tuple[str, ...], Noun], ...]]:
    """Nouns by their first word, longest first; where a noun is in two tables the first stands."""
    held: dict[str, Noun] = {}
    doubtful = table("groups")["doubtful"]["words"]
    for noun in _nouns():
        held.setdefault(noun.word, replace(noun, doubtful=noun.word in doubtful))
    found: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for noun in held.values():
        words = tuple(noun.word.split())
        found.setdefault(words[0], []).append((words, noun))
    return {word: tuple(sorted(entries, key=_length)) for word, entries in found.items()}


def _length(entry: tuple[tuple[str, ...], Noun]) -> tuple[int, tuple[str, ...]]:
    return (-len(entry[0]), entry[0])


def _nouns() -> Iterator[Noun]:
    yield from _offices()
    yield from _persons()
    yield from _peoples()
    for kind, words in table("groups")["places"].items():
        kind = known_word(kind, get_args(NounKind), "groups.toml", "places")
        yield from (Noun(word, kind) for word in _list(words))
    for word, value in table("sectors")["heads"].items():
        breadth, *sectors = value.split()
        firm = word in table("sectors")["firm"]["heads"]
        yield Noun(word, "organization", tuple(sectors), firm=firm, named=breadth == "named")


def _offices() -> Iterator[Noun]:
    offices = table("offices")
    genders = offices["gender"]
    for part, firm in (("posts", False), ("callings", True)):
        for word, sectors in offices[part].items():
            gender = _gender(genders.get(word), "offices.toml", word)
            yield Noun(word, "person", tuple(sectors.split()), firm, office=True, gender=gender)
    for word, gender in offices["honorifics"].items():
        told = _gender(gender, "offices.toml", word)
        yield Noun(word.rstrip("."), "honorific", gender=told)


def _persons() -> Iterator[Noun]:
    groups = table("groups")
    genders = {word: sex for sex, words in groups["gender"].items() for word in _list(words)}
    collective = frozenset(groups["collective"]["nouns"])
    for sector, words in groups["nouns"].items():
        sectors = () if sector == "none" else (sector,)
        for word in _list(words):
            many, gender = word in collective, _gender(genders.get(word), "groups.toml", word)
            yield Noun(
                word, "person", sectors, sector not in ("GOV", "MIL"), False, many, False, gender
            )


def _peoples() -> Iterator[Noun]:
    """Peoples without a state: "Kurds", "a Muslim"."""
    yield from (Noun(word.lower(), "person") for word in table("groups")["peoples"]["words"])


def _gender(told: str | None, file: str, row: str) -> Gender | None:
    """The gender told; None where none is, ValueError for another word."""
    if not told:
        return None
    gender: Gender = known_word(told, get_args(Gender), file, row)
    return gender


def _list(words: str) -> list[str]:
    return [word.strip() for word in words.replace("\n", " ").split(",") if word.strip()]

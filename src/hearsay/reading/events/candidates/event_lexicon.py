"""The event lexicon: senses of verbs, nouns and adjectives with the frames they need."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from hearsay.model.mention_vocabulary import SenseType
from hearsay.model.vocabulary import EventType, PartyRole
from hearsay.ontology import known_word, rows, table

_CONDITION = re.compile(r'(?:"[^"]*"|[^\s"])+')
_KIND = re.compile(r'"([^"]*)"|([^,]+)')
_FLAGS = frozenset(
    {"that", "ing", "passive", "plural", "reflexive", "poss", "refused", "self", "ahead"}
)


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a frame: what must stand at `slot`, and of which kinds (empty: nothing)."""

    slot: str
    kinds: frozenset[str]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """One row of the lexicon for one word. `roles` maps slots of the frame to roles."""

    word: str
    conditions: tuple[Condition, ...]
    type: SenseType
    mode: str | None
    roles: dict[str, PartyRole]
    score: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Senses by part of speech and word; phrases by the word that heads them."""

    senses: dict[tuple[str, str], tuple[Sense, ...]]
    phrases: dict[tuple[str, str], tuple[tuple[str, ...], ...]]
    types: dict[str, frozenset[EventType]]
    particles: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The tables `lexicon.tsv` and `plover.toml`, read once."""
    senses: dict[tuple[str, str], list[Sense]] = {}
    for row in rows("lexicon"):
        for word in row["words"].split(","):
            sense = _sense(word.replace("-", " "), row)
            senses.setdefault((row["pos"], sense.word), []).append(sense)
    return Lexicon(
        {key: tuple(found) for key, found in senses.items()},
        _phrases(senses),
        _types(senses),
        _particles(senses),
    )


def _sense(word: str, row: dict[str, str]) -> Sense:
    default: dict[str, str] = {}
    if row["type"] != "none":
        pos = "noun" if row["pos"] == "noun" else "verb"
        default = table("plover")[row["type"]][pos]
        if pos == "noun":
            default = {
                "o": "participant" if default.get("s") == "participant" else "target",
                **default,
            }
    own = dict(part.replace("_", " ").split("=") for part in row["roles"].split())
    roles = {slot: role for slot, role in {**default, **own}.items() if role != "none"}
    place = ("lexicon.tsv", row["words"])
    known = {slot: known_word(role, get_args(PartyRole), *place) for slot, role in roles.items()}
    kind: SenseType = known_word(row["type"], get_args(SenseType), *place)
    score = float(row["score"]) if row["score"] else 1.0
    conditions = tuple(_condition(text) for text in _CONDITION.findall(row["frame"]))
    return Sense(word, conditions, kind, row["mode"] or None, known, score)


def _condition(text: str) -> Condition:
    """A condition from its words.

    >>> _condition("against:state,agent").slot, _condition("-inf").negated
    ('against', True)
    """
    negated = text.startswith("-")
    text = text.removeprefix("-")
    if text.startswith("+"):
        return Condition("particle", frozenset({text[1:]}), negated)
    slot, colon, kinds = text.partition(":")
    slot = slot.replace("_", " ")
    if not colon:
        if slot not in _FLAGS and slot not in ("inf", "xcomp"):
            raise ValueError(f"lexicon.tsv: {text!r} is no condition")
        return Condition(slot, frozenset({"any"}), negated)
    if kinds == "none":
        return Condition(slot, frozenset({"any"}), True)
    return Condition(slot, frozenset(a or b for a, b in _KIND.findall(kinds)), negated)


def _phrases(senses: dict[tuple[str, str], list[Sense]]) -> dict[Any, tuple[tuple[str, ...], ...]]:
    found: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for pos, word in senses:
        parts = tuple(word.split())
        if len(parts) > 1:
            head = (
                parts[0] if any(part in ("of", "d'etat", "d'état") for part in parts) else parts[-1]
            )
            found.setdefault((pos, head), []).append(parts)
    return {key: tuple(sorted(parts, key=len, reverse=True)) for key, parts in found.items()}


def _particles(senses: dict[tuple[str, str], list[Sense]]) -> frozenset[str]:
    """The particles any row or support verb asks for; other adverbs make no phrasal verb."""
    told = {
        kind
        for found in senses.values()
        for sense in found
        for condition in sense.conditions
        if condition.slot == "particle"
        for kind in condition.kinds
    }
    listed = [table("support_verbs")["perform"], *table("support_verbs")["others"].values()]
    listed += table("modality")["governors"].values()
    parts = (part for text in listed for part in text.split(","))
    return frozenset(told | {part.partition("+")[2].strip() for part in parts if "+" in part})


def _types(senses: dict[tuple[str, str], list[Sense]]) -> dict[str, frozenset[EventType]]:
    """For every noun, the types it may tell of: "strike" is ASSAULT and PROTEST."""
    return {
        word: frozenset(sense.type for sense in found if sense.type != "none")
        for (pos, word), found in senses.items()
        if pos == "noun"
    }


@cache
def words(name: str, *path: str) -> frozenset[str]:
    """The comma-parted words of an ontology table at a path of keys; empty when it has none."""
    at: Any = table(name)
    for key in path:
        at = at.get(key, "")
    parts = at.split(",") if isinstance(at, str) else at
    return frozenset(part.strip() for part in parts if part.strip())


@cache
def retyped(column: str) -> dict[EventType, EventType]:
    """By which type an act of each type is told instead, by a column of `plover.toml`."""
    allowed: tuple[EventType, ...] = get_args(EventType)
    return {
        kind: known_word(table("plover")[kind][column], allowed, "plover.toml", kind)
        for kind in allowed
        if column in table("plover")[kind]
    }

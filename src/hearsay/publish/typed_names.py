"""Names as people type them: matched whole, by office, spread over several, or in part."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache

from hearsay.model import Entity, Resolution, SourceLink
from hearsay.ontology import rows

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_LEAST_PART = 3
_LEAST_PLURAL = 4
_MOST_NEAR = 5
_SMALL = frozenset({"the", "of", "a", "an", "and", "for", "to", "in", "on", "at"})
_UNNAMED = frozenset({"anonymous", "unnamed"})

Keys = frozenset[str]


def plain(text: str) -> str:
    """Lower case, without accents, straight apostrophes.

    >>> plain("António’s")
    "antonio's"
    """
    marks = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in marks if not unicodedata.combining(c)).casefold()


def keys_of(text: str) -> Keys:
    """What a text is matched by: its words without endings, a country's name for its adjective.

    >>> keys_of("US officials") == keys_of("an American official")
    True
    """
    keys = {_key(_bare(word)) for word in _WORD.findall(plain(text))}
    return frozenset(keys - _SMALL) or frozenset(keys)


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    """The state a word stands for, else its lemma, else the word without a plural's ending."""
    known = _peoples().get(word) or _lemmas().get(word)
    if known is not None:
        return known
    for ending in ("ing", "ed"):
        for base in (word.removesuffix(ending), word.removesuffix(ending) + "e"):
            if word.endswith(ending) and base in _lemmas():
                return _lemmas()[base]
    plural = len(word) >= _LEAST_PLURAL and not word.endswith(("ss", "us", "is"))
    return word.removesuffix("s") if plural else word


def _bare(word: str) -> str:
    return word.removesuffix("'s").replace(".", "")


@cache
def _peoples() -> dict[str, str]:
    """Adjectives and short names of states, one word each, by the name they stand for."""
    found: dict[str, str] = {}
    for row in rows("countries"):
        for cell in (row["name"], row["aliases"], row["demonyms"]):
            for form in cell.split("|"):
                word = _bare(plain(form))
                if word and " " not in word:
                    found.setdefault(word, f"={row['code']}")
    return found


@cache
def _lemmas() -> dict[str, str]:
    """Lemmas by form; of a form of several, the verb's first."""
    found: dict[str, str] = {}
    for upos in ("VERB", "NOUN", "ADJ"):
        for row in rows("lemmas"):
            if row["upos"] == upos:
                for form in (row["lemma"], *row["forms"].split()):
                    found.setdefault(form.casefold(), row["lemma"].casefold())
    return found


@dataclass(frozen=True, slots=True)
class Names:
    """Everybody the record names, by the words of their names and offices."""

    forms: Mapping[str, tuple[Keys, ...]]
    spread: Mapping[str, Keys]

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> "Names":
        forms: dict[str, tuple[Keys, ...]] = {}
        spread: dict[str, Keys] = {}
        for entity in entities:
            told = (entity.name, *entity.names, *entity.offices)
            forms[entity.id] = tuple(dict.fromkeys(map(keys_of, told)))
            country = {f"={entity.actor.country}"} if entity.actor.country else set()
            spread[entity.id] = frozenset().union(country, *forms[entity.id])
        return cls(forms, spread)

    def ways(self, asked: str) -> tuple["Way", ...]:
        """The ways a name can be meant, the surest first; a search takes the first that finds."""
        keys = keys_of(asked)
        return (
            Way(
                keys, frozenset(i for i, told in self.forms.items() if any(keys <= k for k in told))
            ),
            Way(keys, frozenset(i for i, told in self.spread.items() if keys <= told)),
            Way(
                keys,
                frozenset(i for i, told in self.spread.items() if _parts(keys, told)),
                part=True,
            ),
        )


@dataclass(frozen=True, slots=True)
class Way:
    """Whom a name can mean: entities, and others by the words that tell of them."""

    keys: Keys
    entities: frozenset[str]
    part: bool = False

    def means(self, link: SourceLink) -> bool:
        """True when a link of a chain, or an addressee, is whom the name means."""
        if link.kind == "anonymous" and self.keys <= _UNNAMED:
            return True
        if link.entity is not None and link.entity in self.entities:
            return True
        told = keys_of(link.name)
        return self.keys <= told or (self.part and _parts(self.keys, told))


def _parts(keys: Keys, told: Keys) -> bool:
    """True when every word asked for begins a word told."""
    return all(
        len(key) >= _LEAST_PART and any(word.startswith(key) for word in told) for key in keys
    )


def nearest(asked: str, resolution: Resolution) -> list[str]:
    """Names of the record that are spelled most like the one asked for, the likest first."""
    told = (link for s in resolution.statements for link in (*s.chain, *s.jointly, s.addressee))
    links = [link for link in told if link is not None]
    full = {link.name for link in links}
    full |= {e.name for e in resolution.entities if e.kind in ("person", "organization", "office")}
    spelled: dict[str, str] = {}
    for name in sorted(full, key=lambda name: (len(name), name)):
        for form in (name, *name.split()):
            spelled.setdefault(plain(form), name)
    close = get_close_matches(plain(asked), sorted(spelled), n=3 * _MOST_NEAR, cutoff=0.6)
    return list(dict.fromkeys(spelled[form] for form in close))[:_MOST_NEAR]

"""What a figure counts, by its words: things, and what narrows them."""

import re
from functools import cache, lru_cache

from hearsay.ontology import table
from hearsay.resolve.compared_text import stem, words_of

PEOPLE = "people"
_JOINED = re.compile(r",|\band\b|\bor\b")


@lru_cache(maxsize=16384)
def counted_of(phrase: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The things counted, as stems, and the stems that narrow them; people where nothing is said.

    >>> counted_of("ballistic missiles and drones") == counted_of("drones, ballistic missiles")
    True
    """
    dropped = table("counting")["dropped"]
    things: set[str] = set()
    narrowed: set[str] = set()
    for part in _JOINED.split(phrase or ""):
        stems = [stem(word.text) for word in words_of(part) if word.text not in dropped]
        if stems:
            things.add(PEOPLE if stems[-1] in _people() else stems[-1])
            narrowed |= set(stems[:-1])
    return frozenset(things or {PEOPLE}), frozenset(narrowed)


@cache
def _people() -> frozenset[str]:
    return frozenset(stem(word) for word in table("counting")["people"])

"""Whether two names in print can be one person's, or one body's."""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler

from hearsay.ontology import table
from hearsay.resolve.compared_text import words_of

_VOWELS = frozenset("aeiouy")


class Likeness(StrEnum):
    """How two personal names lie to each other."""

    FULL = "the full names agree"
    SPELLING = "the names differ in spelling only"
    SHORT = "one is the surname of the other"
    SURNAME = "the same single name"
    APART = "the names differ"


@lru_cache(maxsize=65536)
def person_parts(name: str) -> tuple[str, ...]:
    """The words of a personal name, folded, without suffixes and particles.

    A capital "Al" that stands apart is a given name. A word of descent stays with the father's
    name: who is called by that name alone is the father.

    >>> person_parts("Lloyd J. Austin III"), person_parts("Bashar al-Assad")
    (('lloyd', 'j', 'austin'), ('bashar', 'assad'))
    >>> person_parts("Omar bin Faisal"), person_parts("Faisal")
    (('omar', 'bin faisal'), ('faisal',))
    """
    known = table("name_forms")
    words = [word for word in words_of(name) if word.text not in known["suffixes"]]
    if any(word.text in known["descent"] for word in words):
        return of_descent([word.text for word in words])
    bare = [
        word.text
        for word in words
        if word.text not in known["particles"]
        or not (name[word.start].islower() or name[word.end : word.end + 1] == "-")
    ]
    return tuple(bare or [word.text for word in words])


def of_descent(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a folded name, each word of descent with the name behind it.

    >>> of_descent(["omar", "bin", "faisal", "bin", "zaki"])
    ('omar', 'bin faisal', 'bin zaki')
    """
    known, made, tied = table("name_forms"), list[str](), ""
    for word in words:
        if word in known["descent"]:
            tied = f"{word} "
        elif tied or word not in known["particles"]:
            made.append(tied + word)
            tied = ""
    return tuple(made or words)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What is left of a folded word when what transliterations exchange is levelled.

    >>> skeleton("gallant") == skeleton("galant"), skeleton("qaddafi") == skeleton("gadhafi")
    (True, True)
    """
    for old, new in table("name_forms")["letters"]:
        word = word.replace(old, new)
    kept = ""
    for at, letter in enumerate(word):
        if (at == 0 or letter not in _VOWELS) and not kept.endswith(letter) and letter.isalnum():
            kept += letter
    return kept.replace("h", "") if len(kept) > 3 else kept


def spelled_alike(one: str, other: str) -> bool:
    """True when two folded words may be one name in two spellings.

    >>> spelled_alike("gallant", "galant"), spelled_alike("bush", "busch")
    (True, True)
    >>> spelled_alike("gallant", "gantz"), spelled_alike("khan", "ghani")
    (False, False)
    """
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or skeleton(one) != skeleton(other):
        return False
    return float(JaroWinkler.similarity(one, other)) >= 0.82


def compare_persons(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    """How two names, given as `person_parts`, lie to each other.

    >>> compare_persons(("lloyd", "j", "austin"), ("lloyd", "austin")).name
    'FULL'
    >>> compare_persons(("yoav", "galant"), ("yoav", "gallant")).name
    'SPELLING'
    >>> compare_persons(("george", "bush"), ("laura", "bush")).name
    'APART'
    """
    short, long = sorted((one, other), key=len)
    if not short:
        return Likeness.APART
    if len(short) == 1:
        return _single(short[0], long)
    if _within(short, long):
        return Likeness.FULL
    if not _given_agree(short, long):
        return Likeness.APART
    if short[-1] == long[-1]:
        return Likeness.FULL
    return Likeness.SPELLING if spelled_alike(short[-1], long[-1]) else Likeness.APART


def _single(word: str, name: tuple[str, ...]) -> Likeness:
    if len(name) == 1:
        if word == name[0]:
            return Likeness.SURNAME
        return Likeness.SPELLING if spelled_alike(word, name[0]) else Likeness.APART
    return Likeness.SHORT if spelled_alike(word, name[-1]) or word == name[0] else Likeness.APART


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True when two full words or more of the short name all stand in the long one."""
    words = [word for word in short if len(word) > 1]
    return len(words) >= 2 and set(words) <= set(long)


def _given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    a, b = one[0], other[0]
    if a == b or spelled_alike(a, b):
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return bool(_full_forms(a) & _full_forms(b))


@lru_cache(maxsize=16384)
def _full_forms(given: str) -> frozenset[str]:
    return frozenset(row[0] for row in table("name_forms")["short"] if given in row) | {given}


@cache
def _generic() -> frozenset[str]:
    return frozenset(table("name_forms")["generic"])


def is_generic(name: str) -> bool:
    """True for a folded name that bodies of many countries bear ("defense ministry")."""
    return all(word in _generic() for word in name.split())


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """A key for the name of a body or place: acronyms in capitals, all else folded.

    >>> body_key("the Ministry of Defence") == body_key("Defense Ministry"), body_key("U.N.")
    (True, 'UN')
    """
    bare = name.replace(".", "")
    if bare.isupper() and bare.isalpha() and len(bare) <= 6:
        return bare
    spelling = table("unique_offices")["spelling"]
    words = [spelling.get(word.text, word.text) for word in words_of(name)]
    kept = [word for word in words if word not in ("the", "of", "for", "and")] or words
    return " ".join(sorted(kept) if is_generic(" ".join(kept)) else kept)


def initials(name: str) -> str:
    """The initials of a name's words, small words left out.

    >>> initials("International Atomic Energy Agency")
    'IAEA'
    """
    return "".join(word[0] for word in name.split() if word[:1].isupper())

"""Offices in a form that can be compared: "the defence minister", "Minister of Defense"."""

from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from hearsay.ontology import table
from hearsay.rules import rule

# An office for comparison: its head word and the words that say which ("minister", {"defense"}).
Post: TypeAlias = tuple[str, frozenset[str]]

_SPELLING = {"defence": "defense", "labour": "labor"}
_IN_POST = frozenset({"of", "and", "the", "for", "&", "s", "'s", "’s", ",", "-"})


def post_of(words: Iterable[str]) -> Post:
    """An office in a form that can be compared.

    >>> post_of(["defence", "minister"]) == ("minister", frozenset({"defense"}))
    True
    """
    same = table("offices")["same"]
    plain = [_SPELLING.get(word, word) for word in words if word not in _IN_POST or word == "of"]
    joined = " ".join(plain)
    plain = same.get(joined, joined).split()
    for cut in range(1, len(plain)):  # "deputy foreign secretary": the longest known ending
        ending = same.get(" ".join(plain[cut:]))
        if ending is not None:
            plain = [*plain[:cut], *ending.split()]
            break
    if "of" in plain[1:]:
        place = plain.index("of")
        return plain[place - 1], frozenset(w for w in plain if w not in ("of", plain[place - 1]))
    if plain[-1] == "general" and len(plain) > 1:
        return plain[-2], frozenset({*plain[:-2], "general"})
    return plain[-1], frozenset(plain[:-1])


@rule("NAM-036")
def same_post(one: Post, other: Post) -> bool:
    """True when two offices may be one: "the secretary" and "the defense secretary" may."""
    if one[0] != other[0]:
        return False
    if (one[1] & _ranks()) != (other[1] & _ranks()):
        return False
    return one[1] <= other[1] or other[1] <= one[1]


@cache
def _ranks() -> frozenset[str]:
    qualifiers = table("offices")["qualifiers"]
    return frozenset(word for word, sort in qualifiers.items() if sort == "rank")

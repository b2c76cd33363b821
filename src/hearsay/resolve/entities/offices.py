"""Offices as keys: "Minister of Defence", "defense secretary" and "defence chief" are one."""

from functools import cache, lru_cache
from typing import Any

from hearsay.ontology import rows, table
from hearsay.resolve.compared_text import folded


@lru_cache(maxsize=16384)
def office_key(office: str, country: str | None) -> str | None:
    """A key for an office one person holds at a time; None for any other, or one no longer held.

    >>> office_key("Secretary of Defense", "USA") == office_key("U.S. defence chief", "USA")
    True
    >>> office_key("former president", "FRA"), office_key("spokesman", None)
    (None, None)
    """
    known = table("unique_offices")
    words = _plain(office, known)
    text = " ".join(words)
    if set(words) & set(known["apart"]) and text not in known["alone"]:
        return None
    for alias in known["alias"]:
        if alias["country"] == country and set(alias["words"].split()) == set(words):
            return str(alias["office"])
    return text if text in known["alone"] else _of_field(words, known)


def _plain(office: str, known: dict[str, Any]) -> list[str]:
    """The words of an office, spelled one way, without articles, countries and peoples."""
    words = folded(office.replace("-", " ")).split()
    spelled = [known["spelling"].get(word, word) for word in words]
    return [w for w in spelled if w not in known["dropped"] and w not in country_words()]


def _of_field(words: list[str], known: dict[str, Any]) -> str | None:
    heads = [word for word in words if word in known["heads"]]
    rest = " ".join(word for word in words if word not in known["heads"])
    if len(heads) != 1 or rest not in known["fields"]:
        return None
    same = heads[0] in known["same_heads"] and rest in known["same_fields"]
    return f"{rest} {'minister' if same else heads[0]}"


@cache
def country_words() -> frozenset[str]:
    """Single folded words that name states and their peoples."""
    found = {"us", "u", "uk"}
    for row in rows("countries"):
        for cell in ("name", "aliases", "demonyms"):
            found |= {folded(name) for name in row[cell].split("|") if " " not in name}
    return frozenset(found - {""})

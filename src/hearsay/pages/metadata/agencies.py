"""Agencies and houses by the names that datelines and credits give them."""

from functools import cache

from hearsay import ontology


def agency(words: str) -> str:
    """The agency's own name for a form of it ("AP": Associated Press); unknown ones as written."""
    clean = words.strip(" .,-–—")
    return agency_forms().get(clean, clean)


@cache
def agency_forms() -> dict[str, str]:
    """Every known form of an agency's name, to the name."""
    rows = ontology.table("agencies")["agency"]
    return {form: row["name"] for row in rows for form in row["forms"]}


def is_house(name: str) -> bool:
    """True for a name of two to five words that ends as those of papers and agencies do.

    >>> is_house("Meridian Press"), is_house("Ana Sol")
    (True, False)
    """
    words = name.split()
    houses: list[str] = ontology.table("agencies")["words"]["houses"]
    return (
        2 <= len(words) <= 5
        and words[-1].lower() in houses
        and all(word[:1].isupper() or word in ("of", "and", "the") for word in words)
    )

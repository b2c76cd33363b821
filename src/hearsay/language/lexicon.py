"""Lemmas of words that a table knows; the model's edit rule decides for all others."""

from functools import cache

from hearsay.language import lemmas
from hearsay.ontology import rows

# How regular forms end, and what stands there in the lemma.
_ENDINGS = {
    "VERB": (
        *(("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", "")),
        *(("ing", ""), ("ing", "e")),
    ),
    "NOUN": (("ies", "y"), ("es", ""), ("s", "")),
    "ADJ": (("er", ""), ("er", "e"), ("est", ""), ("est", "e")),
}


def lemma(word: str, upos: str, rule: str) -> str:
    """The lemma of `word` by the table, else by `rule`, where the table bears that out.

    >>> lemma("told", "VERB", "l:2:y"), lemma("Tehran", "PROPN", "k:0:")
    ('tell', 'Tehran')
    """
    known = _known()
    low = word.lower()
    if (low, upos) in known:
        return known[low, upos]
    proposed = lemmas.apply(rule, word)
    if upos not in _ENDINGS or (proposed, upos) in _lemmas():
        return proposed
    return next(
        (regular for regular in _regular(low, upos) if (regular, upos) in _lemmas()), proposed
    )


def _regular(word: str, upos: str) -> list[str]:
    """What the lemma may be where the word is formed regularly: "banned" gives "bann" and "ban"."""
    stems = [word.removesuffix(end) + new for end, new in _ENDINGS[upos] if word.endswith(end)]
    undoubled = [stem[:-1] for stem in stems if len(stem) > 2 and stem[-1] == stem[-2]]
    return stems + undoubled


@cache
def _known() -> dict[tuple[str, str], str]:
    return {
        (form, row["upos"]): row["lemma"] for row in rows("lemmas") for form in row["forms"].split()
    }


@cache
def _lemmas() -> frozenset[tuple[str, str]]:
    return frozenset((row["lemma"], row["upos"]) for row in rows("lemmas"))

"""The past tense of a verb."""

from functools import cache

from hearsay.ontology import rows, table

_VOWELS = "aeiou"


def past(lemma: str) -> str:
    """The simple past of a verb by its base form.

    >>> [past(verb) for verb in ("recall", "deny", "strike", "seize", "stop", "visit", "find")]
    ['recalled', 'denied', 'struck', 'seized', 'stopped', 'visited', 'found']
    """
    known = _irregular().get(lemma)
    if known:
        return known
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return f"{lemma[:-1]}ied"
    return f"{lemma}{lemma[-1]}ed" if _doubles(lemma) else f"{lemma}ed"


def _doubles(lemma: str) -> bool:
    """True where the last consonant is doubled: one syllable of one vowel letter, or as listed."""
    vowels = [n for n, letter in enumerate(lemma) if letter in _VOWELS]
    short = len(vowels) == 1 and vowels[0] == len(lemma) - 2 and lemma[-1] not in "wxy"
    return short or lemma in table("past_tense")["doubled"]


@cache
def _irregular() -> dict[str, str]:
    listed = {row["lemma"]: row["forms"].split(",")[0] for row in rows("irregular_verbs")}
    more: dict[str, str] = table("past_tense")["irregular"]
    return listed | more

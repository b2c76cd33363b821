"""Words that a hyphen cuts at the end of a line of text."""

import re
from functools import cache

from hearsay import ontology

_CUT = re.compile(
    r"(?<![\w-])(?P<head>[A-Za-zÀ-ÿ]?[a-zß-ÿ]+)-[^\S\n]*\n"
    r"(?P<indent>[^\S\n]*)(?P<tail>[a-zß-ÿ]+)(?![\w-])"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def joined(text: str) -> str:
    """`text` with each cut word whole, on the second of its lines.

    >>> joined("The govern-\\nment fell to a two-\\nthirds vote.")
    'The \\ngovernment fell to a \\ntwo-thirds vote.'
    """
    if _CUT.search(text) is None:
        return text
    page = frozenset(word.lower() for word in _WORD.findall(_CUT.sub("", text)))

    def whole(cut: re.Match[str]) -> str:
        mark = "-" if _hyphened(cut["head"].lower(), cut["tail"], page) else ""
        return f"\n{cut['indent']}{cut['head']}{mark}{cut['tail']}"

    return _CUT.sub(whole, text)


def _hyphened(head: str, tail: str, page: frozenset[str]) -> bool:
    """True for a word that is written with a hyphen, by the words of the page, then of English."""
    for words in (page, _english()):
        if f"{head}-{tail}" in words or head + tail in words:
            return f"{head}-{tail}" in words
    table = ontology.table("hyphens")
    rest = tail if head in table["before"] else head if tail in table["after"] else ""
    return rest in page or rest in _english()


@cache
def _english() -> frozenset[str]:
    return frozenset(form for row in ontology.rows("lemmas") for form in row["forms"].split())

"""First letters that a page lost because they were set large."""

import re
from functools import cache
from string import ascii_uppercase

from hearsay import ontology

_FIRST = re.compile(r"(?P<letter>[A-Z]\s+)?(?P<rest>[a-z]{2,})(?![\w-])")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 3
_ALONE = frozenset("AI")  # letters that are words


def with_first_letter(text: str, title: str | None = None) -> str:
    """The article with the letter that its first word lost, or that stands apart from it.

    A letter is given back where the page has one word alone with it, or, where what is left is
    no word of English, where English has one alone.

    >>> with_first_letter("resident Sol left.\\n\\nAides of President Sol stayed.")[:18]
    'President Sol left'
    >>> with_first_letter("T he boat sank."), with_first_letter("he boat sank.")
    ('The boat sank.', 'he boat sank.')
    """
    match = _FIRST.match(text)
    if match is None:
        return text
    rest = match["rest"]
    if match["letter"]:
        letter = match["letter"].strip()
        whole = letter not in _ALONE and (letter + rest).lower() in _english()
        return letter + text[match.start("rest") :] if whole else text
    found = _lost(rest, f"{title or ''} {text[match.end() :]}") if len(rest) >= _LEAST else []
    return found[0] + text if len(found) == 1 else text


def _lost(rest: str, page: str) -> list[str]:
    """The letters before `rest` that make it a word: of the page, else of English."""
    words = frozenset(_WORD.findall(page))
    here = [letter for letter in ascii_uppercase if letter + rest in words]
    if here or rest in _english():
        return here
    return [letter for letter in ascii_uppercase if letter.lower() + rest in _english()]


@cache
def _english() -> frozenset[str]:
    forms = frozenset(form for row in ontology.rows("lemmas") for form in row["forms"].split())
    return forms | frozenset(str(ontology.table("function_words")["words"]).split())

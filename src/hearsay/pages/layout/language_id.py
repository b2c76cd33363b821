"""Which language a page is in, and which of its paragraphs are not in English."""

from collections.abc import Sequence
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from hearsay import ontology
from hearsay.pages.layout.shape import words

_SAMPLE = 6000
_SURE = 0.7
_LEAST = 5  # words: shorter lines are names as often as not
_ENGLISH_SHARE = (
    0.12  # of running English is among the commonest words; hardly any of its neighbours
)
_NEAR_ENGLISH = frozenset(
    ["en", "pcm"]
)  # Nigerian Pidgin is what the identifier makes of terse English


def foreign_language(paragraphs: Sequence[str]) -> str | None:
    """The English name of the page's language, or None when that is English.

    >>> foreign_language(["Le gouvernement a annoncé mardi que la grève des trains est finie."])
    'French'
    """
    text = " ".join(paragraphs)[:_SAMPLE]
    if not text or _plainly_english(text):
        return None
    language, confidence = _identifier().classify(text)
    if language in _NEAR_ENGLISH or confidence < 0.5:
        return None
    return language_name(language)


def is_foreign(paragraph: str) -> bool:
    """True for a paragraph that is surely not English; short ones and lists of names pass."""
    if len(words(paragraph)) < _LEAST or _plainly_english(paragraph):
        return False
    language, confidence = _identifier().classify(paragraph[:_SAMPLE])
    return language not in _NEAR_ENGLISH and confidence >= _SURE


def language_name(code: str) -> str:
    """The English name of a language by its ISO 639 code; the code itself when unknown."""
    names = {row["code"]: row["name"] for row in ontology.rows("languages")}
    return names.get(code, f"the language {code}")


def _plainly_english(text: str) -> bool:
    found = [word.lower() for word in words(text)]
    common = sum(word in _commonest() for word in found)
    return common >= _ENGLISH_SHARE * max(len(found), _LEAST)


@cache
def _commonest() -> frozenset[str]:
    return frozenset(str(ontology.table("function_words")["commonest"]).split())


@cache
def _identifier() -> LanguageIdentifier:
    """The identifier, loaded when a page first needs it (0.7 s)."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

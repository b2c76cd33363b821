"""Forms of the words in the tables: a cue is known whatever lemma the model gives it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from hearsay.ontology import table
from hearsay.reading.statements.cues import listed, nouns, phrases, verbs, words

_VOWELS = "aeiou"
# Doubled before -ed and -ing though not all of one syllable.
_DOUBLED = frozenset(
    {"admit", "commit", "permit", "omit", "refer", "concur", "demur", "prefer", "rebut", "infer"}
)


@cache
def verb_forms() -> Mapping[str, str]:
    """The lemma by each form of the verbs in the cue tables.

    >>> verb_forms()["denied"], verb_forms()["quipping"], verb_forms()["told"]
    ('deny', 'quip', 'tell')
    """
    known = [*verbs(), *(verb for verb, _ in phrases()), "cite", "speak"]
    for section, cell in (
        ("negation", "above"),
        ("negation", "silence"),
        ("negation", "actual"),
        ("nouns", "light"),
        ("hedges", "passives"),
        ("speech", "interview"),
    ):
        known += sorted(words(section, cell))
    known += sorted(listed(table("anonymity")["gives"]) | listed(table("anonymity")["issuing"]))
    found: dict[str, str] = {}
    irregular = table("cues")["irregular"]
    for lemma in dict.fromkeys(known):
        for form in (*_regular(lemma), *listed(irregular.get(lemma, ""))):
            found.setdefault(form, lemma)
    return found


@cache
def noun_forms() -> Mapping[str, str]:
    """The singular by each form of the nouns in the tables of cues, media and tellers."""
    cells = [
        table("anonymity")[cell] for cell in ("anonymous", "office", "institution", "document")
    ]
    known: Iterable[str] = [
        *nouns(),
        *table("media")["heads"],
        *(n for cell in cells for n in sorted(listed(cell))),
    ]
    singles = [lemma for lemma in dict.fromkeys(known) if " " not in lemma]
    found = {lemma: lemma for lemma in singles}
    for lemma in singles:
        found.setdefault(_plural(lemma), lemma)
    return found


def _regular(lemma: str) -> Iterator[str]:
    """The forms that spelling gives: "deny", "denies", "denied", "denying"."""
    yield lemma
    yield _plural(lemma)
    stem = lemma
    if lemma.endswith("e"):
        yield lemma + "d"
        yield (lemma if lemma.endswith(("ee", "ye", "oe")) else lemma[:-1]) + "ing"
        return
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        yield lemma[:-1] + "ied"
        yield lemma + "ing"
        return
    if lemma in _DOUBLED or _short(lemma):
        stem = lemma + lemma[-1]
    yield stem + "ed"
    yield stem + "ing"
    if lemma.endswith("l"):  # British "signalled"
        yield lemma + "led"
        yield lemma + "ling"


def _short(lemma: str) -> bool:
    """True for one syllable that ends in one vowel and one consonant: "nod", "beg"."""
    vowels = sum(letter in _VOWELS for letter in lemma.replace("qu", "q"))
    return vowels == 1 and len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in _VOWELS


def _plural(lemma: str) -> str:
    if lemma.endswith("y") and len(lemma) > 1 and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "go")):
        return lemma + "es"
    if lemma.endswith("man"):
        return lemma[:-3] + "men"
    return lemma + "s"

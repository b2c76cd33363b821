"""Lemmas of the words the event tables name, whatever the language model takes them for.

A model's lemma of a rare form may be wrong ("fired" as "fir"). The tables are closed, so the forms
of their words can be written out: regular ones by rule, the others from `irregular_verbs.tsv`.
"""

from functools import cache
from itertools import chain

from hearsay.ontology import rows, table
from hearsay.reading.events.lexicon import lexicon

_VOWELS = "aeiou"


@cache
def forms() -> dict[tuple[str, str], str]:
    """(part of speech, form) → lemma, for verbs and nouns of the tables."""
    found: dict[tuple[str, str], str] = {}
    for lemma in sorted(_verbs()):
        for form in (lemma + "s", _sibilant(lemma), *_past_and_ing(lemma)):
            found.setdefault(("VERB", form), lemma)
    for row in rows("irregular_verbs"):
        for form in row["forms"].split(","):
            found[("VERB", form)] = row["lemma"]
    for lemma in sorted(_nouns()):
        found.setdefault(("NOUN", _sibilant(lemma)), lemma)
        if lemma.endswith("man"):
            found[("NOUN", lemma[:-2] + "en")] = lemma
    return found


def _verbs() -> set[str]:
    listed = {word for pos, word in lexicon().senses if pos == "verb" and " " not in word}
    return listed | set(_governors()) | {row["lemma"] for row in rows("irregular_verbs")}


def _governors() -> chain[str]:
    texts = [*table("modality")["governors"].values(), table("support_verbs")["perform"]]
    texts += table("support_verbs")["others"].values()
    return chain.from_iterable(_plain(text) for text in texts)


def _plain(text: str) -> list[str]:
    return [part.strip().partition("+")[0] for part in text.split(",") if part.strip()]


def _nouns() -> set[str]:
    listed = {word for pos, word in lexicon().senses if pos == "noun" and " " not in word}
    for text in table("noun_classes")["classes"].values():
        listed |= {part.strip() for part in text.split(",") if " " not in part.strip()}
    for senses in lexicon().senses.values():
        for sense in senses:
            listed |= {kind for condition in sense.conditions for kind in condition.kinds}
    return {word for word in listed if word.islower() and not word.endswith("s")}


def _sibilant(lemma: str) -> str:
    """The form in -s.

    >>> _sibilant("clash"), _sibilant("ally"), _sibilant("raid")
    ('clashes', 'allies', 'raids')
    """
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past_and_ing(lemma: str) -> tuple[str, ...]:
    """Regular forms in -ed and -ing, with and without a doubled consonant.

    >>> _past_and_ing("ban")
    ('baned', 'baning', 'banned', 'banning')
    >>> _past_and_ing("fire"), _past_and_ing("deny")
    (('fired', 'firing'), ('denied', 'denying'))
    """
    if lemma.endswith("e"):
        ing = lemma + "ing" if lemma.endswith(("ee", "ye", "oe")) else lemma[:-1] + "ing"
        return lemma + "d", ing
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied", lemma + "ing"
    plain = lemma + "ed", lemma + "ing"
    double = lemma[-1] not in "wxy" + _VOWELS and lemma[-2:-1] in _VOWELS
    return (*plain, lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing") if double else plain

"""Forms of the words the tables name, and their lemmas: whatever the language model takes them for.

A model's lemma of a rare form may be wrong ("fired" as "fir"). The tables are closed, so the forms
of their words can be written out: regular ones by rule, the others from `irregular_verbs.tsv`.
Where a form has two readings the part of speech decides, and then the commoner word: "bases" are
of a base and no basis.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any

from hearsay.model import Token
from hearsay.ontology import rows, table

_VOWELS = "aeiou"
_BASE = frozenset({"VB", "VBP"})
_PLURAL = frozenset({"NNS", "NNPS"})
# Where the tables name words: a table, and the keys of the cells.
_VERBS = (
    ("modality", "governors"),
    ("support_verbs", "perform"),
    ("support_verbs", "others"),
    ("cues", "verbs", "lemmas"),
    ("cues", "phrases", "words"),
    ("cues", "citing"),
    ("cues", "negation", "above"),
    ("cues", "negation", "actual"),
    ("cues", "nouns", "light"),
    ("cues", "hedges", "passives"),
    ("cues", "speech", "interview"),
    ("anonymity", "gives"),
    ("anonymity", "issuing"),
    ("metonyms", "subject", "place"),
    ("metonyms", "object", "government"),
    *(("time_company", "tense", key) for key in ("drops", "sets_out", "awaiting", "moving")),
    *(("time_company", "tense", key) for key in ("arranged", "withholds", "deferring")),
    *(("time_company", "tense", key) for key in ("tells", "reports")),
)
_SAYING = ("said", "believed", "demanded", "denied", "asked", "promised", "confirmed", "warned")
_NOUNS = (
    ("noun_classes", "classes"),
    ("groups", "nouns"),
    ("modality", "nouns"),
    ("time_company", "tense", "planned_nouns"),
    *(("cues", "nouns", act) for act in _SAYING),
    *(("anonymity", kind) for kind in ("anonymous", "office", "institution", "document")),
)
# Those whose keys are the nouns.
_HEADS = (("media", "heads"), ("offices", "posts"), ("offices", "callings"), ("sectors", "heads"))


def lemma_of(token: Token) -> str:
    """The lemma in lower case: by the tables where they know the form, else as the model has it."""
    known = _known(token.text.lower(), token.upos, token.xpos)
    return known or token.lemma.lower()


def _known(word: str, upos: str, xpos: str) -> str | None:
    if upos in ("VERB", "AUX"):
        return word if xpos in _BASE and word in _verbs() else verb_forms().get(word)
    if xpos in _PLURAL:
        return noun_forms().get(word)
    if upos == "NOUN":
        return word if word in _nouns() else None
    return word if upos == "ADJ" and word in _adjectives() else None


@cache
def verb_forms() -> dict[str, str]:
    """The base form by each inflected form of the verbs in the tables.

    >>> [verb_forms()[form] for form in ("denied", "quipping", "told", "found", "fires")]
    ['deny', 'quip', 'tell', 'find', 'fire']
    """
    found: dict[str, str] = {
        past: lemma for lemma, past in table("past_tense")["irregular"].items()
    }
    for row in rows("irregular_verbs"):
        found.update(dict.fromkeys(row["forms"].split(","), row["lemma"]))
    for lemma in sorted(_verbs()):
        for form in _regular(lemma):
            found.setdefault(form, lemma)
    return found


@cache
def noun_forms() -> dict[str, str]:
    """The singular by the plural of the nouns in the tables.

    >>> [noun_forms()[form] for form in ("allies", "men", "bases", "clashes")]
    ['ally', 'man', 'base', 'clash']
    """
    listed = sorted(word for word in _nouns() if not word.endswith(("s", "men")))
    return {plural(lemma): lemma for lemma in listed}


def singular(word: str) -> str:
    """The singular of a plural in the tables; any other word itself."""
    return noun_forms().get(word, word)


def plural(lemma: str) -> str:
    """The plural of a noun.

    >>> plural("clash"), plural("ally"), plural("raid"), plural("serviceman")
    ('clashes', 'allies', 'raids', 'servicemen')
    """
    if lemma.endswith("man"):
        return lemma[:-3] + "men"
    return _sibilant(lemma)


def past(lemma: str) -> str:
    """The simple past of a verb by its base form.

    >>> [past(verb) for verb in ("recall", "deny", "strike", "seize", "stop", "visit", "find")]
    ['recalled', 'denied', 'struck', 'seized', 'stopped', 'visited', 'found']
    """
    return _irregular().get(lemma) or _past_and_ing(lemma, doubled=_doubles(lemma))[0]


def participle(lemma: str) -> str:
    """The past participle of a verb by its base form.

    >>> [participle(verb) for verb in ("recall", "deny", "strike", "take", "stop", "come", "hit")]
    ['recalled', 'denied', 'struck', 'taken', 'stopped', 'come', 'hit']
    """
    listed: dict[str, str] = table("past_tense")["participles"]
    return listed.get(lemma) or _participles().get(lemma) or past(lemma)


def gerund(lemma: str) -> str:
    """The form in -ing of a verb by its base form.

    >>> [gerund(verb) for verb in ("recall", "seize", "die", "stop", "flee", "be")]
    ['recalling', 'seizing', 'dying', 'stopping', 'fleeing', 'being']
    """
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma == "be":
        return "being"
    return _past_and_ing(lemma, doubled=_doubles(lemma))[1]


def third_person(lemma: str) -> str:
    """The present of a verb by its base form, as said of another.

    >>> [third_person(verb) for verb in ("deny", "reach", "have", "be", "go", "vow")]
    ['denies', 'reaches', 'has', 'is', 'goes', 'vows']
    """
    return {"be": "is", "have": "has", "do": "does"}.get(lemma) or _sibilant(lemma)


@cache
def _participles() -> dict[str, str]:
    return {row["lemma"]: row["forms"].split(",")[-1] for row in rows("irregular_verbs")}


def _regular(lemma: str) -> Iterator[str]:
    """The forms that spelling allows; of a longer verb both "targeted" and "targetted"."""
    yield _sibilant(lemma)
    yield from _past_and_ing(lemma, doubled=_doubles(lemma))
    if _may_double(lemma) and not _short(lemma):
        yield from _past_and_ing(lemma, doubled=not _doubles(lemma))


def _past_and_ing(lemma: str, *, doubled: bool) -> tuple[str, str]:
    """Regular forms in -ed and -ing.

    >>> _past_and_ing("ban", doubled=True), _past_and_ing("deny", doubled=False)
    (('banned', 'banning'), ('denied', 'denying'))
    """
    if lemma.endswith("e"):
        ing = lemma + "ing" if lemma.endswith(("ee", "ye", "oe")) else lemma[:-1] + "ing"
        return lemma + "d", ing
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied", lemma + "ing"
    stem = lemma + lemma[-1] if doubled else lemma
    return stem + "ed", stem + "ing"


def _sibilant(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "go")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _doubles(lemma: str) -> bool:
    """True where the last consonant is doubled: one syllable of one vowel letter, or as listed."""
    return _short(lemma) or lemma in table("past_tense")["doubled"]


def _may_double(lemma: str) -> bool:
    return lemma[-1] not in "wxy" + _VOWELS and lemma[-2:-1] in _VOWELS


def _short(lemma: str) -> bool:
    """True for one syllable that ends in one vowel and one consonant: "nod", "beg", "quip"."""
    vowels = sum(letter in _VOWELS for letter in lemma.replace("qu", "q"))
    return vowels == 1 and len(lemma) > 2 and _may_double(lemma)


@cache
def _irregular() -> dict[str, str]:
    listed = {row["lemma"]: row["forms"].split(",")[0] for row in rows("irregular_verbs")}
    more: dict[str, str] = table("past_tense")["irregular"]
    return listed | more


@cache
def _verbs() -> frozenset[str]:
    named = chain.from_iterable(_words(*place) for place in _VERBS)
    firsts = (word.partition(" ")[0].partition("+")[0] for word in named)
    irregular = (row["lemma"] for row in rows("irregular_verbs"))
    return frozenset(word for word in chain(firsts, irregular, _senses("verb")) if word)


@cache
def _nouns() -> frozenset[str]:
    named = chain.from_iterable(_words(*place) for place in _NOUNS)
    heads = chain.from_iterable(table(name)[key] for name, key in _HEADS)
    kinds = (kind for row in rows("lexicon") for kind in _kinds(row["frame"]))
    return frozenset(
        word
        for word in chain(named, heads, kinds, _senses("noun"))
        if word.islower() and " " not in word
    )


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(chain(_senses("adj"), _words("modality", "adjectives")))


def _senses(pos: str) -> Iterator[str]:
    """The single words of the lexicon of events of this part of speech."""
    for row in rows("lexicon"):
        if row["pos"] == pos:
            yield from (word for word in _split(row["words"]) if " " not in word)


def _kinds(frame: str) -> Iterator[str]:
    """The words that a row's conditions name: "strike" in "of:strike,COERCE"."""
    for condition in frame.split():
        kinds = condition.partition(":")[2].split(",")
        yield from (kind for kind in kinds if '"' not in kind)


def _words(name: str, *keys: str) -> Iterator[str]:
    """The words of the cells of a table under these keys; a list of rows is taken row by row."""
    cells: list[Any] = [table(name)]
    for key in keys:
        parts = chain.from_iterable(cell if isinstance(cell, list) else [cell] for cell in cells)
        cells = [part[key] for part in parts]
    return chain.from_iterable(map(_listed, cells))


def _listed(cell: Any) -> Iterable[str]:
    if isinstance(cell, str):
        return _split(cell)
    if isinstance(cell, list):
        return cell
    return chain.from_iterable(map(_listed, cell.values()))


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]

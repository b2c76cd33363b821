"""The words of an utterance as tellings of it are compared: tense, person and spelling levelled."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from hearsay.model import Span
from hearsay.ontology import rows, table
from hearsay.resolve.compared_text import common_shares, fold, grammar, stem

_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)|…|\.\.\.")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*(?:[.,]\d+)*")
_RARE = 0.02
_LEAST_SPELLED = 5
_MOST = 400

NEGATION = "!"


class WordingToken(NamedTuple):
    """What a word, or a part of one, is compared by (a tuple, since statements make many).

    `word` numbers the word it is of. `turned` marks one that stands for the opposite of its key
    ("unable": able). `role` is negation, person, verb, mode, small, number, quantity or content.
    """

    key: str
    word: int
    role: str
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """An utterance by its words as written, which of them are quoted or names, and its tokens."""

    words: tuple[str, ...]
    quoted: tuple[bool, ...]
    names: tuple[bool, ...]
    tokens: tuple[WordingToken, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(token.key for token in self.tokens)

    def weight(self, number: int) -> float:
        """How much a token tells of what is said: 0 for grammar, 1 for a rare word."""
        return _weight(self.tokens[number].key) if telling(self.tokens[number]) else 0.0


def telling(token: WordingToken) -> bool:
    return token.role in ("content", "number", "quantity")


def wording(text: str, quoted: Sequence[Span] = (), start: int = 0) -> Wording:
    """The wording of a text that begins at `start` of its page, `quoted` being places there.

    Editors' brackets are left out, and all beyond some hundred words.
    """
    masked = _BRACKETS.sub(lambda match: " " * len(match.group()), text)
    found = [m for m, _ in zip(_WORD.finditer(masked), range(_MOST), strict=False)]
    words = tuple(match.group() for match in found)
    places = [(span.start - start, span.end - start) for span in quoted]
    inside = (any(a <= m.start() and m.end() <= b for a, b in places) for m in found)
    names = (m.group()[0].isupper() and _named(masked, m) for m in found)
    return Wording(words, tuple(inside), tuple(names), tuple(_tokens(words)))


def _named(text: str, match: re.Match[str]) -> bool:
    """True for a word with a capital that does not open a sentence or a quotation."""
    start = match.start()
    before = text[max(0, start - 3) : start].rstrip()[-1:]
    return bool(before) and before not in '.!?:“"«' and match.group() != "I"


def _tokens(words: Sequence[str]) -> Iterator[WordingToken]:
    opened = [(word, n) for n, text in enumerate(words) for word in _plain(text)]
    for key, number in _numbered(list(_phrased(opened))):
        told = _described(key)
        if told is not None:
            yield WordingToken(told[0], number, told[1], told[2])


@lru_cache(maxsize=65536)
def _plain(word: str) -> tuple[str, ...]:
    """A word as written as the folded words it stands for."""
    return _opened(_folded(word))


def _folded(word: str) -> str:
    """A word folded, without the possessive ending that is no "is"."""
    known = fold(word)
    if "." in word and not word[-1].isdigit():
        return known.replace(".", "")  # U.N.
    return known if known in table("wording")["expand"] else known.removesuffix("'s")


@lru_cache(maxsize=16384)
def _opened(word: str) -> tuple[str, ...]:
    """A joined form as the words it stands for.

    >>> _opened("can't"), _opened("nobody")
    (('can', 'not'), ('not', 'anybody'))
    """
    known = table("wording")
    opened = known["expand"].get(word)
    if opened is None:
        ending = next((e for e in known["endings"] if word.endswith(e) and word != e), "")
        opened = f"{word.removesuffix(ending)} {known['endings'][ending]}" if ending else word
    return tuple(opened.split())


def _phrased(words: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Runs of words as what stands for them in the table, the longest first."""
    phrases, at = _phrases(), 0
    while at < len(words):
        size = 1
        for run, instead in phrases.get(words[at][0], ()):
            if tuple(word for word, _ in words[at : at + len(run)]) == run:
                yield from ((word, words[at][1]) for word in instead)
                size = len(run)
                break
        else:
            yield words[at]
        at += size


@cache
def _phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """By first word the runs and what stands for them, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for run, instead in table("wording")["phrases"].items():
        words = tuple(run.split())
        found[words[0]].append((words, tuple(instead.split())))
    return {first: sorted(runs, key=lambda r: -len(r[0])) for first, runs in found.items()}


def _numbered(words: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Number words as figures: "two hundred" and "200" alike."""
    known, total = table("number_words"), None
    for at, (word, number) in enumerate(words):
        value = _value(word)
        scale = known["scale"].get(word) if total is not None else None
        if value is None and scale is None:
            yield word, number
            continue
        total = (total or 1) * scale if scale else (total or 0) + (value or 0)
        following = words[at + 1][0] if at + 1 < len(words) else ""
        if not (following in known["scale"] or (total >= 20 and following in known["small"])):
            yield f"#{total:g}", number
            total = None


@lru_cache(maxsize=65536)
def _value(word: str) -> float | None:
    """The number that a word or figures tell; None where they tell none, and for "one"."""
    value: float | None = table("number_words")["small"].get(word) if word != "one" else None
    if value is None and word.replace(",", "").replace(".", "", 1).isdecimal():
        return float(word.replace(",", ""))
    return value


@lru_cache(maxsize=16384)
def _described(word: str) -> tuple[str, str, bool] | None:
    """The key and role of a word, and whether it is turned; None for one that is not compared.

    >>> _described("unlawful"), _described("would"), _described("the")
    (('lawful', 'content', True), ('will', 'mode', False), None)
    """
    known = table("wording")
    shifting = known["shifting"]
    if word in shifting["dropped"] or word in shifting["titles"]:
        return None
    if word in known["modes"]:
        return known["modes"][word], "mode", False
    for key, role, words in (
        (NEGATION, "negation", known["opposite"]["negation"]),
        ("@", "person", shifting["persons"]),
        ("@'s", "person", shifting["owners"]),
        ("be", "verb", shifting["verbs"]),
        (word, "verb", shifting["here"]),
    ):
        if word in words:
            return key, role, False
    if word.startswith("#"):
        return word, "number", False
    base, turned = _base(word)
    if word in known["quantity"]["words"]:
        return base, "quantity", turned
    return base, "small" if base in grammar() and not turned else "content", turned


@lru_cache(maxsize=16384)
def _base(word: str) -> tuple[str, bool]:
    """The key of a word, and whether it stands for the opposite.

    >>> _base("unable"), _base("rejected"), _base("colours")
    (('able', True), ('accept', True), ('color', False))
    """
    lemma = _lemma(word)
    for candidate in (word, lemma):
        if candidate in _turned():
            return _like(_lemma(_turned()[candidate])), True
        bare = _bare(candidate)
        if bare is not None:
            return _like(_lemma(bare)), True
    return _like(lemma), False


@cache
def _turned() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for word, opposite in table("wording")["opposite"]["pairs"]:
        found.setdefault(opposite, word)
    return found


def _bare(word: str) -> str | None:
    """The adjective that a prefix turns round, None where there is none."""
    known = table("wording")["opposite"]
    if word in known["whole"]:
        return None
    for prefix in known["prefixes"]:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 2 and rest in _adjectives():
            return rest
    return None


@cache
def _adjectives() -> frozenset[str]:
    every = frozenset(row["lemma"] for row in rows("lemmas") if row["upos"] == "ADJ")
    return frozenset(word for word in every if word.islower()) | {
        *table("wording")["opposite"]["bare"]
    }


def _like(lemma: str) -> str:
    """The word that stands for all that a second translation may choose."""
    return stem(_spelled(_likes().get(lemma, lemma)))


@cache
def _likes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for first, *others in table("wording")["like"]["rows"]:
        for word in others:
            found.setdefault(word, first)
    return found


def _spelled(word: str) -> str:
    if len(word) < _LEAST_SPELLED:
        return word
    for end, instead in table("wording")["spelling"]["ends"]:
        if word.endswith(end):
            return word.removesuffix(end) + str(instead)
    return word


@lru_cache(maxsize=16384)
def _lemma(word: str) -> str:
    return _lemmas().get(word, word)


@cache
def _lemmas() -> Mapping[str, str]:
    """Lemmas of verbs and of irregular plurals, by form."""
    found: dict[str, str] = {}
    for upos in ("VERB", "NOUN"):
        for row in rows("lemmas"):
            if row["upos"] == upos and row["lemma"].islower():
                for form in row["forms"].split():
                    found.setdefault(form, row["lemma"])
    for row in rows("irregular_verbs"):
        for form in row["forms"].split(","):
            found.setdefault(form, row["lemma"])
    return found


@lru_cache(maxsize=16384)
def _weight(key: str) -> float:
    return min(1.0, log(1 / common_shares().get(key, _RARE)) / log(1 / _RARE))

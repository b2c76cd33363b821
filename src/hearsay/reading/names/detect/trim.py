"""Names as the model proposes them, cut to the bare name and completed from the tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from hearsay.model import NameSpan
from hearsay.model.mention_vocabulary import NameKind
from hearsay.model.vocabulary import EntityKind
from hearsay.ontology import rows, table
from hearsay.reading.names.classify.noun_table import NounMatch
from hearsay.reading.names.detect.gazetteer import GazetteerMatch
from hearsay.reading.names.detect.noun_phrases import joined
from hearsay.reading.names.detect.signs import Signs
from hearsay.rules import rule
from hearsay.syntax import Parse

TITLES = frozenset({"person", "honorific"})  # nouns that may stand before a person's name
_EDGE = frozenset({"PUNCT", "ADP", "DET", "CCONJ", "SCONJ", "AUX", "PRON", "PART", "SYM", "VERB"})
_BY_LABEL: dict[str, NameKind] = {"nationality": "people", "facility": "place"}
_BY_LABEL |= {kind: kind for kind in get_args(EntityKind)}  # the model has names of its own
_TITLE_SCORE = 0.7  # of a name told by the title before it alone
_LISTED = frozenset({"person", "place", "state", "people"})  # kinds whose spans are cut at commas
_SUFFIXES = frozenset({"jr", "sr", "jr.", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Proper:
    """A proper name: tokens `first`:`last`, its kind, and the table's entry if it has one.

    `kind` is a kind of `Name`, or "people" for adjectives of a state and words for its people.
    """

    first: int
    last: int
    kind: NameKind
    score: float
    hit: GazetteerMatch | None = None


def trimmed(signs: Signs, raw: NameSpan) -> Iterator[Proper]:
    """The name without titles, articles and marks; several names where the span is a list."""
    kind = _BY_LABEL[raw.label]
    whole = signs.hits.get(raw.first)
    if whole is not None and whole.last == raw.last:
        yield Proper(raw.first, raw.last, kind, raw.score)
        return
    pieces = _pieces(signs.tree, raw) if kind in _LISTED else [(raw.first, raw.last)]
    for first, last in pieces:
        if last - first == 1 and _letter(signs.tree, first):
            continue
        first, last = _strip(signs, first, last, kind)
        if any(
            token.text[0].isupper() or token.text[0].isdigit()
            for token in signs.tree.tokens[first:last]
        ):
            first, last = _complete(signs, first, last, kind)
            yield Proper(first, last, kind, raw.score)


def _pieces(tree: Parse, raw: NameSpan) -> Iterator[tuple[int, int]]:
    first = raw.first
    for number in range(raw.first, raw.last):
        token = tree.tokens[number]
        comma = token.text == "," and tree.word(number + 1) not in _SUFFIXES
        if comma or token.text in ("(", ")", "/", ";") or token.upos == "CCONJ":
            if first < number:
                yield first, number
            first = number + 1
    if first < raw.last:
        yield first, raw.last


def _strip(signs: Signs, first: int, last: int, kind: NameKind) -> tuple[int, int]:
    tree = signs.tree
    while first < last and tree.tokens[last - 1].upos in _EDGE and not _bound(tree, last - 1):
        last -= 1
    while (
        first < last and tree.tokens[first].upos in _EDGE and tree.tokens[first].text[0].islower()
    ):
        first += 1
    while first < last and tree.word(first) in ("the", "a", "an"):
        first += 1
    return (_untitled(signs, first, last), last) if kind == "person" else (first, last)


@rule("NAM-063")
def _bound(tree: Parse, number: int) -> bool:
    """True for the end of "Yahoo!" or "Jeb!": a mark that the tree calls a name."""
    return (
        tree.tokens[number].upos not in ("PUNCT", "PART") and tree.tokens[number].text[0].isupper()
    )


def _untitled(signs: Signs, first: int, last: int) -> int:
    """The first token after titles ("Israeli Defense Minister Yoav Gallant": "Yoav")."""
    start = first
    number = first
    while number < last - 1:
        match = signs.covered.get(number)
        if not isinstance(match, NounMatch) or match.last >= last or match.noun.kind not in TITLES:
            number += 1
            continue
        if given(signs.tree.tokens[number].text) and number == first:
            break
        start = number = _after_of(signs, match.last, last)
    return start


def _after_of(signs: Signs, number: int, last: int) -> int:
    """Past "of Defense" after "Secretary"."""
    if signs.tree.word(number) != "of":
        return number
    domains = table("offices")["domains"]
    number += 1
    while number < last - 1 and signs.tree.word(number) in (*domains, "the", "and"):
        number += 1
    return number


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("given_names"))


# no rule: a lookup of one word in the table of given names
def given(word: str) -> bool:
    return word in _given_names()


def _complete(signs: Signs, first: int, last: int, kind: NameKind) -> tuple[int, int]:
    """The span with the words of the name that the tree ties to it and the model left out."""
    tree = signs.tree
    ties = ("flat",) if kind == "person" else ("flat", "compound")
    if kind not in ("person", "organization"):
        return first, last
    if kind == "person":
        first, last = _hyphened(tree, first, last)
        if (
            first > 0
            and _letter(tree, first - 1)
            and tree.sentence[first - 1] == tree.sentence[first]
        ):
            first -= 1  # "U Thant", "J Edgar Hoover"
    while last < len(tree.tokens) and _tied(tree, last, first, last, ties):
        last += 1
    while first > 0 and _free(signs, first - 1) and _tied(tree, first - 1, first, last, ties):
        first -= 1
    return first, last


@rule("NAM-065")
def _letter(tree: Parse, number: int) -> bool:
    """A capital letter alone, which names nobody without what follows; "I" is a pronoun."""
    word = tree.tokens[number].text
    return len(word) == 1 and word.isupper() and word not in ("I", "A")


def _hyphened(tree: Parse, first: int, last: int) -> tuple[int, int]:
    """With the other half of "Jean-Marc" or "Ki-moon"; not of "the Biden-Xi summit"."""
    if first > 1 and joined(tree, first - 1) and given(tree.tokens[first - 2].text):
        first -= 2
    if last < len(tree.tokens) - 1 and joined(tree, last):
        after = tree.tokens[last + 1]
        if after.upos == "PROPN" and (after.text[0].islower() or given(tree.tokens[last - 1].text)):
            last += 2
    return first, last


@rule("NAM-066")
def _tied(tree: Parse, number: int, first: int, last: int, ties: tuple[str, ...]) -> bool:
    """True when the capitalised token and the span are one name in the tree."""
    token = tree.tokens[number]
    if token.upos != "PROPN" or not token.text[0].isupper():
        return False
    if token.deprel in ties and first <= token.head < last:
        return True
    edge = tree.tokens[first if number < first else last - 1]
    return edge.deprel in ties and edge.head == number


# no rule: a lookup whether a token is among those covered by known words
def _free(signs: Signs, number: int) -> bool:
    """True when the token belongs to no noun and no known name of its own."""
    return number not in signs.covered


def titled(signs: Signs, proposed: list[Proper]) -> Iterator[Proper]:
    """Names that the model missed and a title before them tells ("Gen. Ridgway")."""
    taken = {number for span in proposed for number in range(span.first, span.last)}
    for match in signs.nouns.values():
        if match.noun.kind not in ("person", "honorific") or match.plural:
            continue
        if not signs.tree.tokens[match.first].text[0].isupper() or match.first in taken:
            continue
        end = match.last
        while (
            end < len(signs.tree.tokens) and end not in taken and _namelike(signs, end, match.last)
        ):
            end += 1
        if end > match.last:
            yield Proper(match.last, end, "person", _TITLE_SCORE)


@rule("NAM-068")
def _namelike(signs: Signs, number: int, start: int) -> bool:
    tree = signs.tree
    token = tree.tokens[number]
    return (
        token.upos == "PROPN"
        and token.text[0].isupper()
        and tree.sentence[number] == tree.sentence[start - 1]
        and number not in signs.covered
    )

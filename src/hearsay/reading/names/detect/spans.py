"""The proper names of a page: what the model proposes set against what the tables know."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hearsay.model.mention_vocabulary import GazetteerSort, NameKind
from hearsay.ontology import table
from hearsay.reading.names.classify.noun_table import NounMatch
from hearsay.reading.names.detect.gazetteer import GazetteerMatch
from hearsay.reading.names.detect.noun_phrases import joined
from hearsay.reading.names.detect.signs import Signs
from hearsay.reading.names.detect.trim import TITLES, Proper, given, titled, trimmed
from hearsay.rules import rule
from hearsay.syntax import Parse

_BY_SORT: dict[GazetteerSort, NameKind] = {
    "state": "state",
    "people": "people",
    "regional": "people",
    "capital": "place",
    "region": "place",
    "institution": "organization",
}
_TABLE_SCORE = 0.9  # of a name that a table knows and the model did not propose
_LEAST_SCORE = 0.5  # below this the model's word for a person or organisation is not believed
_PARTIES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "nmod:poss", "obl:agent"})
_INNER = frozenset({"of", "the", "and", "for", "to", "'s", "’s"})


def find_spans(signs: Signs) -> tuple[Proper, ...]:
    """All proper names in the order of the text, none overlapping another."""
    proposed = _apart(span for raw in signs.tree.analysis.names for span in trimmed(signs, raw))
    proposed = _apart([*proposed, *titled(signs, proposed)])
    people = _surnames(signs.tree, proposed)
    unwanted = (_common, _dated, _known_words)
    kept = [span for span in proposed if not any(test(signs, span) for test in unwanted)]
    settled = [_settle(signs, span, people) for span in kept]
    spans = _apart([*settled, *_unproposed(signs, settled), *_again(signs, settled)])
    return _agreed(signs.tree, spans)


def _apart(spans: Iterable[Proper]) -> list[Proper]:
    """In order; of two that overlap the longer stays, of two equally long the surer."""
    kept: dict[int, Proper] = {}
    taken: set[int] = set()
    for span in sorted(spans, key=lambda s: (s.first - s.last, -s.score, s.first)):
        tokens = range(span.first, span.last)
        if span.first < span.last and taken.isdisjoint(tokens):
            taken.update(tokens)
            kept[span.first] = span
    return [kept[first] for first in sorted(kept)]


def _surnames(tree: Parse, spans: list[Proper]) -> frozenset[str]:
    """Last words of the full names of persons on the page."""
    return frozenset(
        tree.tokens[span.last - 1].text
        for span in spans
        if span.kind == "person" and span.last - span.first > 1
    )


def _settle(signs: Signs, span: Proper, surnames: frozenset[str]) -> Proper:
    """The span with its kind corrected by tables, titles and the page's full names."""
    if span.kind in ("person", "organization") and _holds_office(signs, span):
        return replace(span, kind="person", score=max(span.score, _TABLE_SCORE))
    if _personal(signs, span, surnames):
        return replace(span, kind="person")
    hit = _covering(signs, span) or _ending(signs, span)
    if hit is not None and (hit.first, hit.last) != (span.first, span.last):
        return Proper(hit.first, hit.last, _BY_SORT[hit.known.sort], _TABLE_SCORE, hit)
    if hit is not None and not _surely_person(span, hit):
        return replace(span, kind=_BY_SORT[hit.known.sort], hit=hit)
    if _body(signs, span):
        return replace(span, kind="organization")
    doubtful = span.score < _LEAST_SCORE and span.kind in ("person", "organization")
    return replace(span, kind="other") if doubtful else span


@rule("NAM-043")
def _common(signs: Signs, span: Proper) -> bool:
    """True when the words are a post or calling and no name ("U.S. Secretary", "Defense")."""
    offices = table("offices")
    number, posts = span.first, 0
    while number < span.last:
        match, hit = signs.covered.get(number), signs.hits.get(number)
        word = signs.tree.word(number).rstrip(".")
        if (
            isinstance(match, NounMatch)
            and match.noun.kind == "honorific"
            and match.last < span.last
        ):
            return False
        if isinstance(match, NounMatch) and _of_members(signs, match, span):
            return False
        if isinstance(match, NounMatch) and match.noun.kind in TITLES:
            posts, number = posts + 1, match.last
        elif hit is not None and span.last - span.first > hit.last - hit.first:
            number = hit.last
        elif word in offices["domains"] or word in offices["qualifiers"]:
            posts, number = posts + (span.last - span.first == 1), number + 1
        elif word in _INNER or joined(signs.tree, number):
            number += 1
        else:
            return False
    return posts > 0 and not (
        span.last - span.first == 1 and given(signs.tree.tokens[span.first].text)
    )


@rule("NAM-044")
def _of_members(signs: Signs, match: NounMatch, span: Proper) -> bool:
    """True for "Union" in the "National Union of Teachers": a body by whom it is of."""
    followed = match.last < span.last - 1 and signs.tree.word(match.last) == "of"
    return match.noun.kind == "organization" and followed


@rule("NAM-045")
def _known_words(signs: Signs, span: Proper) -> bool:
    """True for several known names in a row, which stand for themselves ("Lebanese Iran")."""
    number, count = span.first, 0
    while number < span.last:
        hit = signs.hits.get(number)
        if hit is None or hit.last > span.last or hit.known.sort == "institution":
            return False
        number, count = hit.last, count + 1
    return count > 1


@rule("NAM-047")
def _dated(signs: Signs, span: Proper) -> bool:
    """True for a month or weekday that is no person's name ("elected in May")."""
    tree, calendar = signs.tree, table("months")
    word = tree.word(span.first).rstrip(".")
    named = span.last - span.first == 1 and any(word in part for part in calendar.values())
    return named and (span.kind != "person" or tree.case(span.first) in ("in", "on", "since", "by"))


def _covering(signs: Signs, span: Proper) -> GazetteerMatch | None:
    """A known name that is the span or holds all of it."""
    for number in range(span.first, max(-1, span.first - 6), -1):
        hit = signs.hits.get(number)
        if hit is not None:
            return hit if hit.last >= span.last else None
    return None


@rule("NAM-048")
def _surely_person(span: Proper, hit: GazetteerMatch) -> bool:
    """True where the model is sure of a person by an institution's name ("Wagner")."""
    return span.kind == "person" and hit.known.sort == "institution" and span.score > _TABLE_SCORE


def _ending(signs: Signs, span: Proper) -> GazetteerMatch | None:
    """The institution that ends the span behind words for a state ("Palestinian Hamas")."""
    number = span.first
    while number < span.last:
        hit = signs.hits.get(number)
        if hit is None:
            return None
        if hit.last == span.last:
            return hit if hit.known.sort == "institution" and number > span.first else None
        number = hit.last
    return None


@rule("NAM-049")
def _personal(signs: Signs, span: Proper, surnames: frozenset[str]) -> bool:
    """True for a single word that a title before it or a full name elsewhere makes a person."""
    if span.last - span.first > 1:
        return False
    tree = signs.tree
    before = _noun_ending(signs, span.first)
    if before is not None and tree.tokens[before].text[0].isupper():
        return signs.nouns[before].noun.kind == "honorific" or span.kind == "person"
    located = tree.case(span.first) in ("in", "at", "near")
    return tree.tokens[span.first].text in surnames and not located


@rule("NAM-050")
def _holds_office(signs: Signs, span: Proper) -> bool:
    """True for a name in apposition to one office: "the secretary-general, U Thant"."""
    tokens = signs.tree.tokens
    heads = [n for n in range(span.first, span.last) if tokens[n].deprel == "appos"]
    found = [signs.covered.get(tokens[n].head) for n in heads]
    return any(
        isinstance(match, NounMatch)
        and match.noun.kind == "person"
        and match.noun.office
        and not match.plural
        for match in found
    )


def _noun_ending(signs: Signs, number: int) -> int | None:
    """Where the noun starts that ends right before this token."""
    for start in range(number - 1, max(-1, number - 5), -1):
        match = signs.nouns.get(start)
        if match is not None:
            return start if match.last == number else None
    return None


@rule("NAM-051")
def _body(signs: Signs, span: Proper) -> bool:
    """True when the name ends in, or is built around, a word for organisations."""
    for number in range(span.first, span.last):
        match = signs.nouns.get(number)
        if match is None or match.noun.kind != "organization" or match.last > span.last:
            continue
        if match.last == span.last or signs.tree.word(match.last) in ("of", "for", "on"):
            longer = span.last - span.first > match.last - match.first
            return longer or not match.noun.named
    return False


def _unproposed(signs: Signs, spans: list[Proper]) -> Iterator[Proper]:
    """Known names that the model did not propose."""
    taken = {number for span in spans for number in range(span.first, span.last)}
    for hit in signs.hits.values():
        if taken.isdisjoint(range(hit.first, hit.last)) and _plausible(signs, hit, taken):
            yield Proper(hit.first, hit.last, _BY_SORT[hit.known.sort], _TABLE_SCORE, hit)


def _again(signs: Signs, spans: list[Proper]) -> Iterator[Proper]:
    """Surnames of persons of the page that the model overlooked where they stand alone."""
    taken = {number for span in spans for number in range(span.first, span.last)}
    sure = [span for span in spans if span.kind == "person" and span.score > _TABLE_SCORE]
    people = frozenset(signs.tree.tokens[span.last - 1].text for span in sure)
    for number in range(len(signs.tree.tokens)):
        if number not in taken and _overlooked(signs, number, people):
            yield Proper(number, number + 1, "person", _TABLE_SCORE)


@rule("NAM-152")
def _overlooked(signs: Signs, number: int, surnames: frozenset[str]) -> bool:
    """True for a surname of the page that stands alone as subject, object, owner or doer."""
    token = signs.tree.tokens[number]
    alone = token.deprel in _PARTIES and token.text in surnames
    return alone and token.upos == "PROPN" and number not in signs.covered


@rule("NAM-052")
def _plausible(signs: Signs, hit: GazetteerMatch, taken: set[int]) -> bool:
    """True when the words are used as a name here, and are not a part of a longer one."""
    tree = signs.tree
    last = tree.tokens[hit.last - 1]
    if last.upos not in ("PROPN", "ADJ", "NOUN") and hit.last - hit.first == 1:
        return False
    sides = (hit.first - 1, hit.last)
    return not any(_part_of_name(signs, hit, side) for side in sides if side not in taken)


@rule("NAM-053")
def _part_of_name(signs: Signs, hit: GazetteerMatch, side: int) -> bool:
    """True when the capitalised word beside a known name is of one name with it ("Iran Air")."""
    tree = signs.tree
    if not 0 <= side < len(tree.tokens) or side in signs.hits or side in signs.nouns:
        return False
    beside, last = tree.tokens[side], tree.tokens[hit.last - 1]
    if beside.upos != "PROPN" or not beside.text[0].isupper():
        return False
    return (
        hit.first <= beside.head < hit.last
        or last.head == side
        or (beside.head == last.head and {beside.deprel, last.deprel} <= {"compound", "flat"})
    )


def _agreed(tree: Parse, spans: list[Proper]) -> tuple[Proper, ...]:
    """The same words mean the same kind all over a page: the kind with the highest score wins."""
    votes: dict[str, dict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    for span in spans:
        votes[_text(tree, span)][span.kind] += span.score
    agreed: list[Proper] = []
    for span in spans:
        ballot = votes[_text(tree, span)]
        best = max(sorted(ballot), key=ballot.__getitem__)
        agreed.append(span if span.hit is not None else replace(span, kind=best))
    return tuple(agreed)


def _text(tree: Parse, span: Proper) -> str:
    return " ".join(token.text for token in tree.tokens[span.first : span.last])

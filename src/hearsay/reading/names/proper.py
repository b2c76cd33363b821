"""Mentions by name: persons with their titles, organisations, states, places, and all other names."""

from collections.abc import Iterator

from hearsay.model import Analysis
from hearsay.reading.names.codes import Signs, Told, organisation_sectors, tell
from hearsay.reading.names.gazetteer import Known
from hearsay.reading.names.mention import Mention
from hearsay.reading.names.metonyms import governs
from hearsay.reading.names.spans import Proper
from hearsay.reading.names.tree import Tree

_TITLE_TIES = ("flat", "appos", "nmod:desc", "compound")


def proper_mentions(
    analysis: Analysis, signs: Signs, spans: tuple[Proper, ...]
) -> Iterator[Mention]:
    """A mention for every proper name that refers; words for a people that head a phrase are left
    to the nominals."""
    for span in spans:
        if span.kind == "person":
            yield _person(analysis.text, signs, span)
        elif span.kind == "people":
            yield from _people(signs, span)
        else:
            yield _named(analysis.text, signs, span)


def phrase_head(tree: Tree, first: int, last: int) -> int:
    """The token of first:last that hangs on a word outside, or is a root."""
    for number in range(first, last):
        head = tree.tokens[number].head
        if (head == number or not first <= head < last) and tree.tokens[number].deprel != "punct":
            return number
    return last - 1


def _person(text: str, signs: Signs, span: Proper) -> Mention:
    tree = signs.tree
    first = tree.left_edge(_title_start(signs, span), span.last)
    told = tell(signs, first, span.first, text)
    return Mention(
        first,
        span.last,
        span.first,
        span.last,
        phrase_head(tree, first, span.last),
        "person",
        "name",
        told,
        owner=_owner(tree, first, span.first),
        score=span.score,
    )


def _title_start(signs: Signs, span: Proper) -> int:
    """Where the titles before a name start, as far as the tree may not show it: "Lt. Gen. Rossi",
    "his counterpart Rossi"."""
    start = span.first
    moved = True
    while moved:
        moved = False
        for number in range(start - 1, max(-1, start - 6), -1):
            match = signs.nouns.get(number)
            if (
                match is None
                or match.last > start
                or match.noun.kind not in ("person", "honorific")
            ):
                continue
            if match.plural or not _leads(signs, number, match.last, start, span):
                break
            start, moved = number, True
            break
    return start


def _leads(signs: Signs, first: int, last: int, start: int, span: Proper) -> bool:
    """True when the noun at first:last is a title of the name and not a phrase of its own."""
    tree = signs.tree
    if any(
        tree.tokens[number].text in (",", ";", ":", "(", "—", "–") for number in range(last, start)
    ):
        return False
    if tree.sentence[first] != tree.sentence[span.first]:
        return False
    head = tree.tokens[last - 1]
    if span.first <= head.head < span.last:
        return head.deprel in _TITLE_TIES
    core = tree.tokens[phrase_head(tree, span.first, span.last)]
    if first <= core.head < last:
        return core.deprel in _TITLE_TIES
    return (
        last == start and head.text[0].isupper() and head.deprel in (*_TITLE_TIES, "nsubj", "obj")
    )


def _owner(tree: Tree, first: int, last: int) -> int | None:
    """The head of "his" or "Iran's" inside first:last."""
    for number in range(first, last):
        if tree.tokens[number].deprel == "nmod:poss":
            return number
    return None


def _named(text: str, signs: Signs, span: Proper) -> Mention:
    tree = signs.tree
    known = None if span.hit is None else span.hit.known
    kind, told = span.kind, Told()
    head = phrase_head(tree, span.first, span.last)
    first = span.first
    if known is not None:
        told = Told(country=known.country, sectors=known.sectors)
        if known.sort == "capital" and governs(tree, head):
            kind, told = "state", Told(country=known.country, sectors=("GOV",))
    if kind == "organization":
        first = _trim_article(tree, tree.left_edge(span.first, span.last), span.first)
        before = tell(signs, first, span.first, text)
        sectors = (
            told.sectors or organisation_sectors(signs, span.first, span.last) or before.sectors
        )
        country = told.country or before.country or _inner_country(signs, span)
        told = Told(country=country, sectors=sectors)
    return Mention(
        first,
        span.last,
        span.first,
        span.last,
        head,
        kind,
        "name",
        told,
        label=_label(known, kind),
        plural=False,
        owner=_owner(tree, first, span.first),
        score=span.score,
    )


def _label(known: Known | None, kind: str) -> str | None:
    """The table's name: of the state for its capital's government, none for the city itself."""
    if known is None or (known.sort == "capital" and kind != "state"):
        return None
    return known.name


def _trim_article(tree: Tree, first: int, core: int) -> int:
    return core if first == core - 1 and tree.tokens[first].upos == "DET" else first


def _inner_country(signs: Signs, span: Proper) -> str | None:
    """The state in the name of one of its own bodies ("Iranian Foreign Ministry", "Bank of Japan")."""
    if not organisation_sectors(signs, span.first, span.last):
        return None
    for number in range(span.first, span.last):
        hit = signs.hits.get(number)
        if hit is not None and hit.known.sort in ("state", "people") and hit.last <= span.last:
            return hit.known.country
    return None


def _people(signs: Signs, span: Proper) -> Iterator[Mention]:
    """The state that an adjective names ("the Iranian attack"); nothing for a region's adjective."""
    tree = signs.tree
    head = phrase_head(tree, span.first, span.last)
    known = None if span.hit is None else span.hit.known
    if known is None or known.sort != "people" or heads_phrase(tree, head):
        return
    told = Told(country=known.country)
    yield Mention(
        span.first,
        span.last,
        span.first,
        span.last,
        head,
        "state",
        "name",
        told,
        label=known.name,
        score=span.score,
    )


def heads_phrase(tree: Tree, head: int) -> bool:
    """True when a word for a people is a noun phrase itself ("Israelis", "the French")."""
    token = tree.tokens[head]
    if token.deprel in ("amod", "compound", "nmod:desc", "flat", "advmod"):
        return False
    if token.upos == "ADJ":
        kid = tree.kid(head, "det")
        return kid is not None and tree.word(kid) == "the"
    return token.upos in ("NOUN", "PROPN")

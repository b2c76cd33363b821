"""Mentions by name: persons with their titles, organisations, states, places, all others."""

from collections.abc import Iterator
from functools import cache

from hearsay.model.vocabulary import EntityKind
from hearsay.ontology import table
from hearsay.reading.names.classify.actor_codes import NounInfo, organisation_sectors, tell
from hearsay.reading.names.classify.metonyms import datelined, governs
from hearsay.reading.names.classify.noun_table import NounMatch
from hearsay.reading.names.detect.gazetteer import GazetteerEntry, GazetteerMatch
from hearsay.reading.names.detect.noun_phrases import joined, left_edge, possessive
from hearsay.reading.names.detect.signs import Signs
from hearsay.reading.names.detect.trim import Proper
from hearsay.reading.names.mention import Mention
from hearsay.rules import rule
from hearsay.syntax import Parse

_ADJECTIVAL = frozenset({"amod", "compound", "nmod:desc", "flat", "advmod"})
_PARTING = frozenset({",", ";", ":", "(", ")", "—", "–", "'s", "’s"})
_MODIFYING = frozenset({"compound", "nmod:poss", "nmod:desc", "amod", "appos", "flat"})
_TITLE_TIES = ("flat", "appos", "nmod:desc", "compound")


def proper_mentions(signs: Signs, spans: tuple[Proper, ...]) -> Iterator[Mention]:
    """A mention for every proper name that refers; words for a people that head a phrase are left
    to the nominals."""
    for span in spans:
        if span.kind == "person" and _thing_named_after(signs, span):
            yield _named(signs.tree.text, signs, span, "other")
        elif span.kind == "person":
            yield _person(signs.tree.text, signs, span)
        elif span.kind == "people":
            yield from _people(signs, span)
        else:
            yield _named(signs.tree.text, signs, span, span.kind)


@rule("NAM-037")
def _thing_named_after(signs: Signs, span: Proper) -> bool:
    """An article or a vessel right before a full name: a ship or a hall called after somebody
    ("the Abraham Lincoln", "the destroyer John Roe"); a person takes an article only with a title
    or an epithet between ("the late …")."""
    first = span.first
    if span.last - first < 2 or first == 0 or signs.tree.parted(first - 1, first):
        return False
    if signs.tree.lemma(first - 1) not in _vessels() and signs.tree.word(first - 1) != "the":
        return False
    head = signs.tree.tokens[phrase_head(signs.tree, first, span.last)]
    if signs.tree.lemma(first - 1) in _vessels():
        return True
    return head.deprel not in _MODIFYING  # "the John Roe case" is about a person


@cache
def _vessels() -> frozenset[str]:
    listed = table("noun_classes")["classes"]["vehicle"]
    return frozenset(word.strip() for word in listed.split(","))


def phrase_head(tree: Parse, first: int, last: int) -> int:
    """The token of first:last that hangs on a word outside, or is a root."""
    for number in range(first, last):
        head = tree.tokens[number].head
        if (head == number or not first <= head < last) and tree.tokens[number].deprel != "punct":
            return number
    return last - 1


def _person(text: str, signs: Signs, span: Proper) -> Mention:
    tree = signs.tree
    first = left_edge(tree, _title_start(signs, span), span.last)
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
    while True:
        match = _title_before(signs, start, span)
        if match is None:
            return start
        start = _widened(signs, match.first)


def _title_before(signs: Signs, start: int, span: Proper) -> NounMatch | None:
    for number in range(start - 1, max(-1, start - 6), -1):
        match = signs.nouns.get(number)
        if match is None or match.last > start or match.noun.kind not in ("person", "honorific"):
            continue
        leads = not match.plural and _leads(signs, (match.first, match.last, start), span)
        return match if leads else None
    return None


def _widened(signs: Signs, start: int) -> int:
    """Over what a title is about and whose it is: "U.S. Defense" before "Secretary"."""
    offices, first = table("offices"), start
    while first > 0 and not signs.tree.parted(first - 1, first):
        before = signs.covered.get(first - 1)
        if isinstance(before, GazetteerMatch):
            return before.first
        word = signs.tree.word(first - 1).rstrip(".")
        about = word in offices["domains"] or word in offices["qualifiers"]
        if signs.held(first - 1) or not (about or joined(signs.tree, first - 1)):
            return first
        first -= 1
    return first


@rule("NAM-038")
def _leads(signs: Signs, where: tuple[int, int, int], span: Proper) -> bool:
    """True when the noun at first:last is a title of the name and not a phrase of its own."""
    tree, (first, last, start) = signs.tree, where
    between = [tree.tokens[number] for number in range(last, start)]
    if any(token.text in _PARTING or token.upos in ("CCONJ", "VERB") for token in between):
        return False
    if tree.sentence[first] != tree.sentence[span.first] or start in tree.broken:
        return False
    head = tree.tokens[last - 1]
    core = tree.tokens[phrase_head(tree, span.first, span.last)]
    if span.first <= head.head < span.last:
        return head.deprel in _TITLE_TIES or last == start
    if first <= core.head < last:
        return core.deprel in _TITLE_TIES or (last == start and core.deprel != "nmod:poss")
    if last != start or possessive(tree, last - 1):
        return False
    match = signs.nouns.get(first)
    bare = match is not None and match.noun.office and tree.kid(last - 1, "det") is None
    return bare or head.text[0].isupper() or not core.deprel.startswith("nsubj")


def _owner(tree: Parse, first: int, last: int) -> int | None:
    """The head of "his" or "Iran's" inside first:last."""
    for number in range(first, last):
        if tree.tokens[number].deprel == "nmod:poss":
            return number
    return None


def _named(text: str, signs: Signs, span: Proper, kind: EntityKind) -> Mention:
    tree = signs.tree
    known = None if span.hit is None else span.hit.known
    told = NounInfo()
    head = phrase_head(tree, span.first, span.last)
    first = span.first
    if known is not None:
        told = NounInfo(country=known.country, sectors=known.sectors)
        if known.sort == "capital" and not datelined(tree, span.first) and governs(tree, head):
            kind, told = "state", NounInfo(country=known.country, sectors=("GOV",))
    if kind == "organization":
        first = _described_from(signs, left_edge(tree, span.first, span.last), span.first)
        before = tell(signs, first, span.first, text)
        sectors = (
            told.sectors or organisation_sectors(signs, span.first, span.last) or before.sectors
        )
        country = told.country or before.country or _inner_country(signs, span)
        told = NounInfo(country=country, sectors=sectors)
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


def _label(known: GazetteerEntry | None, kind: EntityKind) -> str | None:
    """The table's name: of the state for its capital's government, none for the city itself."""
    if known is None or (known.sort == "capital" and kind != "state"):
        return None
    return known.name


def _described_from(signs: Signs, first: int, core: int) -> int:
    """The first word before a name that tells whose or what it is ("militant group")."""
    for number in range(first, core):
        if number in signs.covered or signs.tree.tokens[number].deprel == "nmod:poss":
            return number
    return core


def _inner_country(signs: Signs, span: Proper) -> str | None:
    """The state in the name of one of its own bodies ("Iranian Foreign Ministry")."""
    if not organisation_sectors(signs, span.first, span.last):
        return None
    for number in range(span.first, span.last):
        hit = signs.hits.get(number)
        if hit is not None and hit.known.sort in ("state", "people") and hit.last <= span.last:
            return hit.known.country
    return None


def _people(signs: Signs, span: Proper) -> Iterator[Mention]:
    """The state that an adjective names ("the Iranian attack"); none for a region's adjective."""
    tree = signs.tree
    head = phrase_head(tree, span.first, span.last)
    known = None if span.hit is None else span.hit.known
    if known is None or known.sort != "people" or heads_phrase(tree, head):
        return
    told = NounInfo(country=known.country)
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


@rule("NAM-039")
def heads_phrase(tree: Parse, head: int) -> bool:
    """True when a word for a people is a noun phrase itself ("Israelis", "the French")."""
    token = tree.tokens[head]
    for step in tree.climb(head):
        relation = tree.tokens[step].deprel
        if relation in _ADJECTIVAL:
            return False
        if relation != "conj":
            break
    if token.xpos in ("NNS", "NNPS"):
        return True
    kid = tree.kid(head, "det", "nummod")
    if kid is None:
        return False
    return token.upos in ("NOUN", "PROPN") or tree.word(kid) == "the"

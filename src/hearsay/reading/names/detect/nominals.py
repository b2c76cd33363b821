"""Mentions by description: "the defence secretary", "two US officials", "the ministry"."""

from collections.abc import Iterator
from functools import cache

from hearsay.model.mention_vocabulary import MentionKind
from hearsay.ontology import table
from hearsay.reading.names.classify.actor_codes import NounInfo, organisation_sectors, tell
from hearsay.reading.names.classify.noun_table import NounMatch
from hearsay.reading.names.detect.noun_phrases import left_edge, right_edge
from hearsay.reading.names.detect.proper import heads_phrase
from hearsay.reading.names.detect.signs import Signs
from hearsay.reading.names.detect.trim import Proper
from hearsay.reading.names.mention import Mention
from hearsay.rules import rule
from hearsay.syntax import Parse

_MODIFIER = frozenset({"compound", "flat", "amod", "nmod:desc", "fixed", "advmod"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_NOBODY = frozenset(
    {"no", "any", "every", "each", "neither", "either", "what", "which", "whatever"}
)
_OFFICIAL = frozenset({"to"})  # "ambassador to France"; elsewhere "to" says where something goes
_PERSONAL = frozenset({"with", "on"})  # "a source with knowledge of it", "an expert on Iran"
_LOOSE = _OFFICIAL | _PERSONAL
_BARE_PLACE = frozenset({"in", "at", "on", "by", "as", "for", "into", "from", "to"})


def nominal_mentions(
    signs: Signs, taken: frozenset[int], spans: tuple[Proper, ...]
) -> Iterator[Mention]:
    """Descriptions outside the tokens `taken` by names and their titles."""
    seen: set[int] = set()
    for match in signs.nouns.values():
        head = match.last - 1
        if head not in taken and _refers(signs, match):
            seen.add(head)
            yield _nominal(signs.tree.text, signs, match)
    for span in spans:
        if span.kind == "people" and not seen.intersection(range(span.first, span.last)):
            yield from _people(signs.tree.text, signs, span)


@rule("NAM-018")
def _refers(signs: Signs, match: NounMatch) -> bool:
    """True when the noun heads a phrase that stands for somebody."""
    tree, head = signs.tree, match.last - 1
    token = tree.tokens[head]
    if match.noun.named or match.noun.kind == "honorific" or token.deprel in _MODIFIER:
        return False
    determiner = _determiner(tree, head)
    if token.upos == "ADJ" and not (determiner in _DEFINITE and _stands_alone(match)):
        return False
    if token.upos not in ("NOUN", "PROPN", "ADJ") or determiner in _NOBODY:
        return False
    if _before_person(signs, match) or (match.noun.doubtful and not _acts(tree, head)):
        return False
    if determiner is None and _start(signs, match) < match.first:
        return True
    bare = determiner is None and not match.plural and not _modified(tree, head)
    if bare and token.deprel in ("xcomp", "obl", "nmod", "compound", "advcl", "root", "appos"):
        return match.noun.kind == "organization" and tree.case(head) not in _BARE_PLACE
    return not (bare and match.noun.kind in ("place", "state"))


@rule("NAM-019")
def _stands_alone(match: NounMatch) -> bool:
    """True for adjectives put for persons: "the wounded", "the 54-year-old"."""
    return match.noun.collective or match.noun.word in table("groups")["stand_ins"]["words"]


@rule("NAM-020")
def _before_person(signs: Signs, match: NounMatch) -> bool:
    """True for "ministry" in "a ministry spokeswoman", whatever the tree says."""
    after = signs.nouns.get(match.last)
    return (
        after is not None
        and after.noun.kind == "person"
        and not match.plural
        and signs.tree.tokens[match.last - 1].upos == "NOUN"
        and signs.tree.tokens[match.last].head == signs.tree.tokens[match.last - 1].head
    )


@rule("NAM-021")
def _acts(tree: Parse, head: int) -> bool:
    """True for the subject of a verb, an owner, and one that "who" or "according to" follows."""
    token = tree.tokens[head]
    if token.deprel in ("nsubj", "nsubj:pass", "nmod:poss", "obl:agent", "appos"):
        return True
    if tree.case(head) == "according to":
        return True
    clause = tree.kid(head, "acl:relcl")
    return clause is not None and any(tree.word(k) == "who" for k in tree.children[clause])


@rule("NAM-022")
def _modified(tree: Parse, head: int) -> bool:
    return tree.kid(head, "amod", "compound", "nmod:poss") is not None


def _determiner(tree: Parse, head: int) -> str | None:
    kid = tree.kid(head, "det")
    return None if kid is None else tree.word(kid)


def _nominal(text: str, signs: Signs, match: NounMatch) -> Mention:
    tree, head = signs.tree, match.last - 1
    first, top = _counted(tree, left_edge(tree, _start(signs, match), match.last), head)
    without = _LOOSE - (_PERSONAL if match.noun.kind == "person" else frozenset())
    without = without - (_OFFICIAL if match.noun.office else frozenset())
    clauses = match.noun.kind == "person"
    last = max(match.last, right_edge(tree, head, clauses=clauses, without=without))
    plain = max(match.last, right_edge(tree, head, clauses=False, without=without))
    told = tell(signs, first, plain, text, match)
    kind: MentionKind = "person" if match.noun.kind == "honorific" else match.noun.kind
    if kind == "organization":
        sectors = organisation_sectors(signs, first, match.last)
        told = NounInfo(country=told.country, sectors=sectors)
    if kind in ("person", "organization") and (match.plural or top != head):
        kind = "group"
    if match.plural:
        told = NounInfo((), (), told.country, told.sectors, told.gender)
    return Mention(
        first,
        last,
        match.first,
        match.last,
        top,
        kind,
        "nominal",
        told,
        noun=match.noun.word,
        plural=match.plural or top != head,
        number=_number(tree, head),
        definite=_definite(tree, first, head),
        owner=tree.kid(head, "nmod:poss"),
    )


def _start(signs: Signs, match: NounMatch) -> int:
    """The first token of the noun with the nouns before it that the tree should have tied to it."""
    before = signs.covered.get(match.first - 1)
    if isinstance(before, NounMatch) and _before_person(signs, before):
        return left_edge(signs.tree, before.first, before.last)
    return match.first


def _counted(tree: Parse, first: int, head: int) -> tuple[int, int]:
    """The start and head of "hundreds of people" where the phrase is counted so."""
    token = tree.tokens[head]
    if tree.case(head) == "of" and tree.lemma(token.head) in _quantities() and token.head < first:
        return left_edge(tree, token.head, token.head + 1), token.head
    return first, head


@cache
def _quantities() -> frozenset[str]:
    return frozenset(table("groups")["quantity"]["words"])


def _number(tree: Parse, head: int) -> int | None:
    kid = tree.kid(head, "nummod")
    if kid is None:
        both = tree.kid(head, "det", "det:predet")
        kid = both if both is not None and tree.word(both) == "both" else None
    if kid is None:
        return None
    word = tree.word(kid)
    if word.isascii() and word.isdigit() and len(word) < 4:
        return int(word)
    number = table("groups")["numbers"].get(word)
    return number if isinstance(number, int) else None


def _definite(tree: Parse, first: int, head: int) -> bool | None:
    determiner = _determiner(tree, head)
    if determiner is None and tree.tokens[first].upos == "DET":
        determiner = tree.word(first)  # where the tree ties it to another word
    if determiner is not None:
        return determiner in _DEFINITE
    return True if tree.kid(head, "nmod:poss") is not None else None


def _people(text: str, signs: Signs, span: Proper) -> Iterator[Mention]:
    """ "Israelis", "two Americans", "the French": people of a state."""
    tree, head = signs.tree, span.last - 1
    if span.hit is None or not heads_phrase(tree, head):
        return
    token = tree.tokens[head]
    plural = token.xpos in ("NNS", "NNPS") or token.upos == "ADJ" or token.text.endswith("men")
    first, top = _counted(tree, left_edge(tree, span.first, span.last), head)
    yield Mention(
        first,
        max(span.last, right_edge(tree, head, clauses=True)),
        span.first,
        span.last,
        top,
        "group" if plural else "person",
        "nominal",
        NounInfo(country=span.hit.known.country),
        noun=token.text.lower(),
        plural=plural,
        number=_number(tree, head),
        definite=_definite(tree, first, head),
        owner=tree.kid(head, "nmod:poss"),
    )


def other_nouns(tree: Parse, taken: frozenset[int]) -> Iterator[Mention]:
    """Nouns that head a phrase and stand for no actor: what "it" and "they" may mean instead."""
    for number, token in enumerate(tree.tokens):
        if token.upos not in ("NOUN", "PROPN") or number in taken or token.deprel in _MODIFIER:
            continue
        plural = token.xpos in ("NNS", "NNPS")
        yield Mention(
            number, number + 1, number, number + 1, number, "thing", "nominal", plural=plural
        )

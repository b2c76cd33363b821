"""Source chains, from the outermost to the one whose words they are."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.model import Source, Span
from hearsay.model.vocabulary import TellerKind
from hearsay.reading.attribution.candidate import AttributionCandidate
from hearsay.reading.attribution.circumstances import outlet_of, own
from hearsay.reading.attribution.mention_index import MentionIndex
from hearsay.reading.attribution.sources.source_types import guessed, kind_of, teller
from hearsay.reading.attribution.sources.speaking_documents import (
    gives_document,
    is_document,
    issuer,
)
from hearsay.reading.attribution.sources.subjects import speaker
from hearsay.rules import rule

_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class SourceDocuments:
    """The documents a page tells of, by token in order: who gave out each (`givers`), all
    (`tokens`) and those of each head noun (`by_noun`)."""

    givers: dict[int, int]
    tokens: tuple[int, ...]
    by_noun: dict[str, list[int]]

    def giver(self, cast: MentionIndex, token: int) -> int | None:
        """Who gave out the document at `token`: told in its phrase, or of the one it takes up."""
        tree = cast.tree
        own_giver = issuer(cast, token)
        if own_giver is not None:
            return own_giver
        if token in self.givers:
            return self.givers[token]
        determiner = tree.dependent(token, "det")
        if determiner is None or tree.word(determiner) not in _DEFINITE:
            return None
        earlier = _last_before(self.by_noun.get(tree.lemma(token), ()), token)
        return None if earlier is None else self.givers[earlier]

    def last(self, token: int) -> int | None:
        """The last document told of before `token`, for "it" that takes it up."""
        return _last_before(self.tokens, token)


def _last_before(tokens: Sequence[int], token: int) -> int | None:
    at = bisect_left(tokens, token)
    return tokens[at - 1] if at else None


def source_documents(cast: MentionIndex) -> SourceDocuments:
    """Every document of the page whose giver is told."""
    tree = cast.tree
    givers: dict[int, int] = {}
    by_noun: dict[str, list[int]] = defaultdict(list)
    for number, token in enumerate(tree.tokens):
        if token.upos != "NOUN" or not is_document(tree.lemma(number)):
            continue
        verb = gives_document(tree, number)
        if verb is None and tree.relation(number) == "obl" and tree.case(number) == "in":
            verb = token.head
        giver = speaker(tree, verb) if verb is not None else None
        if giver is None and verb is None and tree.relation(number) in ("obl", "nsubj"):
            giver = issuer(cast, number)
        if giver is not None and giver != number:
            givers[number] = giver
            by_noun[tree.lemma(number)].append(number)
    return SourceDocuments(givers, tuple(givers), dict(by_noun))


def source_of(
    cast: MentionIndex, papers_: SourceDocuments, candidate: AttributionCandidate
) -> int | None:
    """The source, where "it" takes up a document told of shortly before, that document."""
    token = candidate.source
    if token is None or cast.tree.word(token) != "it" or cast.name_of(token) is not None:
        return token
    paper = papers_.last(token)
    if paper is None or cast.tree.sentence[token] - cast.tree.sentence[paper] > 2:
        return token
    if cast.tree.sentence[token] == cast.tree.sentence[paper] and papers_.givers[paper] < paper:
        return papers_.givers[paper]  # "the port said in a statement that it …"
    return paper


def chain(
    cast: MentionIndex,
    papers_: SourceDocuments,
    candidate: AttributionCandidate,
    outer: Sequence[Source] = (),
) -> tuple[Source, ...]:
    """The links of one statement behind those of the statement it is nested in.

    The outlet spoken to stands before the speaker, a document before who gave it out, and sources
    cited behind the one that cites them. The page's own outlet is no link.
    """
    if candidate.frame == "turn" and candidate.source is not None:
        return (_labelled(cast, candidate.source),)
    links: list[Source] = []
    if candidate.addressee is not None:
        outlet = outlet_of(cast, candidate.addressee)
        if outlet is not None:
            links.extend(_link(cast, outlet, "outlet"))
    tokens = [source_of(cast, papers_, candidate), *candidate.cited]
    for token in tokens:
        if token is None:
            continue
        link = _link(cast, token)
        links.extend(link)
        if link and link[0].kind == "document":
            giver = papers_.giver(cast, token)
            if giver is not None:
                links.extend(_link(cast, giver))
    kept = [link for link in links if not (link.kind == "outlet" and own(cast, link.text))]
    return (*outer, *_distinct(kept, outer))


def _labelled(cast: MentionIndex, token: int) -> Source:
    """Who speaks by the label of a turn: the words from the start of its line to the name."""
    tree, first = cast.tree, token
    while first > 0 and first not in tree.broken:
        first -= 1
    span = Span.of(tree.text, *tree.place((first, token + 1)))
    return Source("person", span.text, span, cast.name_of(token))


def _link(cast: MentionIndex, token: int, kind: TellerKind | None = None) -> list[Source]:
    link = teller(cast, token, kind or guessed(cast, token))
    if link is None:
        return []
    return [link if kind is None else Source(kind, link.text, link.span, link.name)]


def _distinct(links: list[Source], outer: Sequence[Source]) -> list[Source]:
    """Without a link told twice by the same words."""
    seen = {(link.kind, link.span) for link in outer}
    fresh = []
    for link in links:
        if (link.kind, link.span) not in seen:
            seen.add((link.kind, link.span))
            fresh.append(link)
    return fresh


@rule("ATT-003")
def can_speak(
    cast: MentionIndex, papers_: SourceDocuments, candidate: AttributionCandidate
) -> bool:
    """True when the source is somebody or something that can tell."""
    token = source_of(cast, papers_, candidate)
    return token is not None and kind_of(cast, token) is not None

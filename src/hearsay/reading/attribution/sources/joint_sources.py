"""Who says a thing together: "the mayor and the bishop said", "they" for the two."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hearsay.model import Name, Source, Span
from hearsay.reading.attribution.candidate import AttributionCandidate
from hearsay.reading.attribution.circumstances import own
from hearsay.reading.attribution.mention_index import MentionIndex
from hearsay.reading.attribution.sources.source_chains import SourceDocuments, source_of
from hearsay.reading.attribution.sources.source_types import kind_of, teller
from hearsay.rules import rule
from hearsay.syntax import Parse

_JOINING = frozenset({"and", "&", "as"})
_WITH = frozenset({"along with", "together with"})
_BACK = 4  # sentences back to the last narrated one, what is quoted between among them
_SPEAKERS = frozenset({"person", "organization", "state"})

Chain = tuple[Source, ...]


def together(
    cast: MentionIndex, papers: SourceDocuments, candidate: AttributionCandidate, links: Chain
) -> tuple[Chain, Chain]:
    """The links, the last without those who say it with it; and these, in the order of the text."""
    token = source_of(cast, papers, candidate)
    if token is None or candidate.cited or not links:
        return links, ()
    if _open_they(cast, token):
        met = [link for member in _met_before(cast, token) if (link := teller(cast, member))]
        return ((*links[:-1], met[0]), tuple(met[1:])) if len(met) > 1 else (links, ())
    joined = tuple(_joined(cast, token, links))
    return (*links[:-1], _bare(cast, links[-1], joined)), joined


@rule("ATT-112")
def _open_they(cast: MentionIndex, token: int) -> bool:
    """True for "they" that takes up no one mention: it may stand for several named one by one."""
    if cast.tree.word(token) != "they":
        return False
    number = cast.name_of(token)
    return number is None or cast.face(number).form == "pronoun"


def _met_before(cast: MentionIndex, token: int) -> tuple[int, ...]:
    """The heads of the subjects joined by "and" in the last narrated sentence before "they", or
    before the "they" that it goes on from; none where they are no persons, bodies or states."""
    tree, number = cast.tree, cast.name_of(token)
    if number is not None:
        chain = cast.names[number].chain
        first = next(name for name in cast.names if name.chain == chain)
        token = tree.at(first.span.start, first.span.end)[0]
    sentence = tree.sentence[token]
    for back in range(sentence, max(sentence - _BACK, 0) - 1, -1):
        first_token, end = tree.bounds[back]
        subjects = [n for n in range(first_token, min(end, token)) if _leads(tree, n)]
        if subjects:
            return _members(cast, subjects[0])
    return ()


@rule("ATT-113")
def _leads(tree: Parse, number: int) -> bool:
    """True for a subject outside of quotations."""
    return tree.relation(number) == "nsubj" and not tree.quoted(number)


def _members(cast: MentionIndex, token: int) -> tuple[int, ...]:
    """The heads of a phrase of several named persons, bodies or states; else none."""
    tree = cast.tree
    heads = (token, *tree.dependents(token, "conj"))
    if len(heads) < 2 or not _opens_with_and(tree, heads[-1]):
        return ()
    names = [cast.name_of(head) for head in heads]
    told = [n for n in names if n is not None and _single(cast.names[n])]
    return heads if len(told) == len(heads) else ()


@rule("ATT-114")
def _single(name: Name) -> bool:
    """True for one person, body or state, named or described."""
    return name.kind in _SPEAKERS and name.form != "pronoun" and not name.plural


def _joined(cast: MentionIndex, token: int, links: Sequence[Source]) -> Iterator[Source]:
    known = {link.name for link in links if link.name is not None}
    kind = kind_of(cast, token)
    for other in _others(cast, token):
        link = teller(cast, other)
        if link is None or link.kind == "document" or own(cast, link.text):
            continue
        if link.kind != kind and _ambiguous(cast.tree, token, other):
            continue
        if link.name is None or link.name not in known:
            yield link


def _others(cast: MentionIndex, token: int) -> Iterator[int]:
    """The heads of what is joined to a source by "and" or "along with"; of a list, each name."""
    tree = cast.tree
    last = [kid for kid in tree.dependents(token, "conj", "flat") if _opens_with_and(tree, kid)]
    if last:
        yield from _listed(cast, token, tree.low[last[0]])
    yield from last
    yield from (kid for kid in tree.dependents(token, "nmod") if tree.case(kid) in _WITH)
    verb = tree.tokens[token].head
    hung = (kid for kid in tree.dependents(verb, "obl") if token < kid < verb)
    yield from (kid for kid in hung if tree.case(kid) in _WITH)


def _listed(cast: MentionIndex, token: int, end: int) -> Iterator[int]:
    """The names between a named source and the token `end`, each between commas."""
    tree, source = cast.tree, cast.name_of(token)
    if source is None or cast.names[source].form != "name":
        return
    low = bisect_left(cast.names, tree.ends[token], key=_start)
    for name in cast.names[low : bisect_left(cast.names, tree.starts[end], lo=low, key=_start)]:
        first, last = tree.at(name.span.start, name.span.end)
        inside = token < first and last <= end and last < len(tree.tokens)
        if not inside or name.form != "name" or name.chain == cast.names[source].chain:
            continue
        if name.kind in _SPEAKERS and tree.word(first - 1) == "," and _ends(tree, last):
            yield tree.at(name.core.start, name.core.end)[0]


def _start(name: Name) -> int:
    return name.span.start


@rule("ATT-025")
def _ends(tree: Parse, last: int) -> bool:
    return tree.word(last) == "," or tree.word(last) in _JOINING


@rule("ATT-026")
def _opens_with_and(tree: Parse, token: int) -> bool:
    first = tree.low[token]
    while first < token and tree.tokens[first].upos == "PUNCT":
        first += 1
    return first < token and tree.word(first) in _JOINING


@rule("ATT-027")
def _ambiguous(tree: Parse, token: int, other: int) -> bool:
    """True where what is joined may belong to the phrase behind the source: "a spokesman for the
    army and the police"."""
    return any(token < kid < other for kid in tree.dependents(token, "nmod", "acl"))


def _bare(cast: MentionIndex, link: Source, joined: Sequence[Source]) -> Source:
    """The link whose words end before the first who says it too."""
    inside = [j.span.start for j in joined if j.span and link.span and link.span.covers(j.span)]
    if not inside or link.span is None:
        return link
    tree = cast.tree
    last = tree.at(link.span.start, min(inside))[1]
    while last > 0 and (
        tree.tokens[last - 1].upos in ("PUNCT", "CCONJ", "ADP", "ADV", "DET")
        or tree.word(last - 1) in _JOINING
    ):
        last -= 1
    end = tree.ends[last - 1] if last else 0
    if end <= link.span.start:
        return link
    span = Span.of(tree.text, link.span.start, end)
    return Source(link.kind, span.text, span, link.name)

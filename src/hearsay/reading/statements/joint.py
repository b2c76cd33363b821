"""Who says a thing together: "the mayor and the bishop said"."""

from collections.abc import Iterator, Sequence

from hearsay.model import Span, Teller
from hearsay.reading.statements.candidate import Candidate
from hearsay.reading.statements.cast import Cast
from hearsay.reading.statements.chains import Papers, source_of
from hearsay.reading.statements.circumstances import own
from hearsay.reading.statements.tellers import kind_of, teller
from hearsay.reading.statements.tree import Tree

_JOINING = frozenset({"and", "&", "as"})

Chain = tuple[Teller, ...]


def together(cast: Cast, papers: Papers, candidate: Candidate, links: Chain) -> tuple[Chain, Chain]:
    """The links, the last without those who say it with it; and these, in the order of the text."""
    token = source_of(cast, papers, candidate)
    if token is None or candidate.cited or not links:
        return links, ()
    joined = tuple(_joined(cast, token, links))
    return (*links[:-1], _bare(cast, links[-1], joined)), joined


def _joined(cast: Cast, token: int, links: Sequence[Teller]) -> Iterator[Teller]:
    known = {link.name for link in links if link.name is not None}
    kind = kind_of(cast, token)
    for other in _others(cast.tree, token):
        link = teller(cast, other)
        if link is None or link.kind == "document" or own(cast, link.text):
            continue
        if link.kind != kind and _ambiguous(cast.tree, token, other):
            continue
        if link.name is None or link.name not in known:
            yield link


def _others(tree: Tree, token: int) -> Iterator[int]:
    """The heads of what is joined to a source by "and"; of a list, each, where "and" ends it."""
    kids = tree.kids(token, "conj", "flat")
    opened = [kid for kid in kids if _opens_with_and(tree, kid)]
    for kid in kids:
        if kid in opened or (tree.relation(kid) == "conj" and opened and kid < opened[-1]):
            yield kid


def _opens_with_and(tree: Tree, token: int) -> bool:
    first = tree.reach[token][0]
    while first < token and tree.tokens[first].upos == "PUNCT":
        first += 1
    return first < token and tree.lower(first) in _JOINING


def _ambiguous(tree: Tree, token: int, other: int) -> bool:
    """True where what is joined may belong to the phrase behind the source: "a spokesman for the
    army and the police"."""
    return any(token < kid < other for kid in tree.kids(token, "nmod", "acl"))


def _bare(cast: Cast, link: Teller, joined: Sequence[Teller]) -> Teller:
    """The link whose words end before the first who says it too."""
    inside = [j.span.start for j in joined if j.span and link.span and link.span.covers(j.span)]
    if not inside or link.span is None:
        return link
    tree = cast.tree
    last = tree.at(link.span.start, min(inside))[1]
    while last > 0 and (
        tree.tokens[last - 1].upos in ("PUNCT", "CCONJ", "ADP", "ADV", "DET")
        or tree.lower(last - 1) in _JOINING
    ):
        last -= 1
    end = tree.ends[last - 1] if last else 0
    if end <= link.span.start:
        return link
    span = Span.of(tree.text, link.span.start, end)
    return Teller(link.kind, span.text, span, link.name)

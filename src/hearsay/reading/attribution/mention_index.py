"""Everybody named or meant on a page, and the words that name them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.model import Document, Name
from hearsay.ontology import table
from hearsay.reading.attribution.cues.cue_tables import listed, verbs, words
from hearsay.reading.attribution.sources.outlet_names import own_outlet
from hearsay.rules import rule
from hearsay.syntax import Parse, Range

_OUTSIDE = frozenset({"punct", "acl:relcl", "appos", "parataxis", "cc", "case", "advcl", "advmod"})
_FORMS = ("name", "nominal", "pronoun")


@dataclass(frozen=True, slots=True)
class MentionIndex:
    """Everybody named or meant on a page, found by token and by chain."""

    tree: Parse
    names: Sequence[Name]
    by_token: Mapping[int, int]
    outer: Mapping[int, int]
    faces: Mapping[int, Name]
    own: frozenset[str]

    def name_of(self, token: int) -> int | None:
        return self.by_token.get(token)

    def whole(self, token: int) -> int | None:
        """The longest mention that covers a token: "Israeli" in "Israeli Lt. Col. Peter Lerner"."""
        return self.outer.get(token)

    def face(self, number: int) -> Name:
        """The mention that tells most of whom `number` means: a name, else a description."""
        return self.faces[self.names[number].chain]


def index_mentions(document: Document, tree: Parse, names: Sequence[Name]) -> MentionIndex:
    """The names by token; where several cover one, that whose core does, else the shortest."""
    best: dict[int, tuple[tuple[bool, int], int]] = {}
    outer: dict[int, tuple[int, int]] = {}
    faces: dict[int, Name] = {}
    for number, name in enumerate(names):
        known = faces.get(name.chain)
        if known is None or _FORMS.index(name.form) < _FORMS.index(known.form):
            faces[name.chain] = name
        first, last = tree.at(name.span.start, name.span.end)
        for token in range(first, last):
            start = tree.starts[token]
            rank = (not name.core.start <= start < name.core.end, name.span.end - name.span.start)
            if token not in best or rank < best[token][0]:
                best[token] = (rank, number)
            if token not in outer or rank[1] > outer[token][0]:
                outer[token] = (rank[1], number)
    return MentionIndex(
        tree,
        names,
        {token: number for token, (_, number) in best.items()},
        {token: number for token, (_, number) in outer.items()},
        faces,
        own_outlet(document),
    )


@cache
def kinds(cell: str) -> frozenset[str]:
    return listed(table("anonymity")[cell].replace("\n", " "))


def apposed(cast: MentionIndex, token: int) -> int | None:
    """The number of the person's name that stands in apposition to a post or description."""
    tree = cast.tree
    for kid in tree.dependents(token, "appos", "flat"):
        number = cast.name_of(kid)
        if number is not None and _is_person(cast.names[number]):
            return number
    return None


# no rule: property of a mention: its form is a name and its kind is person
def _is_person(name: Name) -> bool:
    return name.form == "name" and name.kind == "person"


def mention_of(cast: MentionIndex, token: int) -> int | None:
    """The number of the mention a source phrase is: its name in apposition, else its head's."""
    number = cast.name_of(token)
    around = cast.whole(token)
    if around is not None and _is_person(cast.names[around]):
        return around
    named = apposed(cast, token)
    if named is None:
        return number
    head = cast.tree.lemma(token)
    people = head in kinds("office") or head in kinds("anonymous")
    unmet = number is None and head not in kinds("document")
    known = number is not None and cast.names[number].chain == cast.names[named].chain
    personal = number is not None and cast.names[number].kind in ("person", "office")
    return named if people or unmet or known or personal else number


def phrase(tree: Parse, token: int) -> Range:
    """The code points of a noun phrase without its appositions, relative clauses and asides."""
    first, last = token, token + 1
    for kid in tree.children[token]:
        if tree.tokens[kid].deprel in _OUTSIDE or tree.dependent(kid, "nsubj", "ccomp") is not None:
            continue
        if tree.lemma(kid) in words("citing", "verbs") or _telling(tree, kid):
            continue
        low, high = tree.reach(kid)
        if (
            kid < token
            or low == last
            or tree.relation(kid) in ("nmod", "amod", "acl", "flat", "compound", "conj")
        ):
            first, last = min(first, low), max(last, high)
    while last - 1 > token and tree.tokens[last - 1].upos == "PUNCT":
        last -= 1
    while first < token and (
        tree.tokens[first].upos in ("PUNCT", "ADP", "VERB") or tree.tokens[first].xpos == "POS"
    ):
        first += 1
    if token >= tree.dateline:
        first = max(first, tree.dateline)
    return tree.place((first, unclaused(tree, token, last)))


@rule("ATT-110")
def _telling(tree: Parse, kid: int) -> bool:
    """True for the telling itself below its source: "people criticizing the mayor"."""
    return tree.tokens[kid].xpos == "VBG" and tree.lemma(kid) in verbs()


def unclaused(tree: Parse, token: int, last: int) -> int:
    """The end of the phrase token:last before any clause in it: "the men | who called it"."""
    for number in range(token + 1, last):
        if _opens_clause(tree, number):
            while number - 1 > token and tree.tokens[number - 1].upos in ("PUNCT", "ADP", "CCONJ"):
                number -= 1
            return number
    return last


@rule("ATT-111")
def _opens_clause(tree: Parse, number: int) -> bool:
    """True for "who", a verb with a tense, what tells, and a participle behind a comma."""
    xpos = tree.tokens[number].xpos
    if tree.relation(number) == "acl" and _telling(tree, number):
        return True
    aside = xpos in ("VBN", "VBG") and tree.word(number - 1) == ","
    return aside or xpos in ("WP", "WDT", "VBD", "VBZ", "VBP", "MD")

"""Who tells: the links of a chain, each with its kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.model import Document, Name, Span, Teller
from hearsay.ontology import table
from hearsay.reading.statements.cues import listed, words
from hearsay.reading.statements.forms import noun_forms
from hearsay.reading.statements.outlets import is_outlet, outlet_words, own_outlet
from hearsay.reading.statements.tree import Range, Tree

_OUTSIDE = frozenset({"punct", "acl:relcl", "appos", "parataxis", "cc", "case", "advcl", "advmod"})
_FORMS = ("name", "nominal", "pronoun")
_AGENTS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "person")
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "who", "whom"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody named or meant on a page, found by token and by chain."""

    tree: Tree
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


def cast(document: Document, tree: Tree, names: Sequence[Name]) -> Cast:
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
    return Cast(
        tree,
        names,
        {token: number for token, (_, number) in best.items()},
        {token: number for token, (_, number) in outer.items()},
        faces,
        own_outlet(document),
    )


# --- kinds ---------------------------------------------------------------------------------


@cache
def _kinds(cell: str) -> frozenset[str]:
    return listed(table("anonymity")[cell].replace("\n", " "))


def teller(cast: Cast, token: int, otherwise: str | None = None) -> Teller | None:
    """The link of a chain that the phrase headed by `token` makes; None when it cannot speak.

    `otherwise` is the kind where the tables know none.
    """
    kind = kind_of(cast, token) or otherwise
    if kind is None:
        return None
    number = mention_of(cast, token)
    span = _span(cast, token, kind)
    return Teller(kind, span.text, span, number)


def guessed(cast: Cast, token: int) -> str | None:
    """The kind of a source that only the tagger calls one: by its pronoun, or the end of its noun."""
    lower, lemma = cast.tree.lower(token), cast.tree.lemma(token)
    if lower in ("they", "them", "their", "those", "some"):
        return "anonymous"
    if lower in ("it", "its"):
        return "institution"
    if cast.tree.tokens[token].upos != "NOUN":
        return None
    return "anonymous" if lemma.endswith(_AGENTS) else "document"


def kind_of(cast: Cast, token: int) -> str | None:
    """The kind of teller the phrase headed by `token` is; None for a thing that cannot speak."""
    tree = cast.tree
    lower, lemma = tree.lower(token), tree.lemma(token)
    if lower in _kinds("first"):
        return None
    number = mention_of(cast, token)
    if number is None:
        return _unnamed(cast, token, lower, lemma)
    name = cast.names[number]
    face = cast.face(number)
    if name.form == "pronoun" and face.form == "pronoun":
        return "person" if lower in _PERSONAL else None
    if lower in _kinds("nobody") and name.form != "pronoun" and lower != "one":
        return None
    head = _head_lemma(cast, face, lemma if face is name else None)
    if (
        face.form == "name"
        and " " not in face.core.text
        and noun_forms().get(lower)
        and (tree.starts[token] == tree.starts[tree.bounds[tree.sentence[token]][0]])
    ):
        return _unnamed(cast, token, lower, noun_forms()[lower])
    return _kind(face, head)


def _kind(face: Name, head: str) -> str | None:
    """The kind of a teller by the mention that tells most of it."""
    if face.form == "name":
        if is_outlet(face.core.text, head if face.kind != "person" else ""):
            return "outlet"
        if face.kind == "person":
            return "person"
        if face.kind in ("organization", "group", "state", "place", "office", "other"):
            if "MED" in face.sectors and face.kind == "organization":
                return "outlet"
            if head in _kinds("document") and face.kind == "other":
                return "document"
            if face.kind == "office":
                return "office"
            return "institution"
        return None
    if head in _kinds("office") and not face.plural:
        return "office"
    if head in _kinds("document"):
        return "document"
    if head in _kinds("anonymous"):
        return "anonymous"
    if head in outlet_words("nouns"):
        return "outlet"
    if head in _kinds("office") or face.kind == "office":
        return "office"
    if head in _kinds("institution") or face.kind in ("organization", "state", "place"):
        return "institution"
    return "anonymous" if face.kind in ("person", "group") else None


def _unnamed(cast: Cast, token: int, lower: str, lemma: str) -> str | None:
    """The kind of a teller that is no known mention, by its head noun alone."""
    tree = cast.tree
    if lower in _PERSONAL:
        return "person"
    if lower == "one" and tree.child(token, "nmod") is not None:
        return "anonymous"
    if lower in _kinds("nobody"):
        return None
    known = any(lemma in _kinds(kind) for kind in ("office", "anonymous", "institution"))
    if tree.tokens[token].upos == "PROPN" and not known:
        return "outlet" if is_outlet(_core(tree, token)) else "person"
    for kind in ("office", "document", "anonymous", "institution"):
        if lemma in _kinds(kind):
            return kind
    return "outlet" if lemma in outlet_words("nouns") else None


def _head_lemma(cast: Cast, face: Name, known: str | None) -> str:
    if known is not None:
        return known
    first, last = cast.tree.at(face.core.start, face.core.end)
    return cast.tree.lemma(last - 1) if first < last else ""


def _core(tree: Tree, token: int) -> str:
    """A proper name by its tree: the words joined to its head."""
    parts = [token, *tree.kids(token, "flat", "compound", "amod")]
    proper = [number for number in parts if tree.tokens[number].upos == "PROPN"]
    return tree.words((min(proper), max(proper) + 1))


# --- the words of a teller -------------------------------------------------------------------


def apposed(cast: Cast, token: int) -> int | None:
    """The number of the person's name that stands in apposition to a post or description."""
    tree = cast.tree
    for kid in tree.kids(token, "appos", "flat"):
        number = cast.name_of(kid)
        if number is not None and _is_person(cast.names[number]):
            return number
    return None


def _is_person(name: Name) -> bool:
    return name.form == "name" and name.kind == "person"


def mention_of(cast: Cast, token: int) -> int | None:
    """The number of the mention that a source phrase is: its name in apposition, else its head's."""
    number = cast.name_of(token)
    around = cast.whole(token)
    if around is not None and _is_person(cast.names[around]):
        return around
    named = apposed(cast, token)
    if named is None:
        return number
    head = cast.tree.lemma(token)
    people = head in _kinds("office") or head in _kinds("anonymous")
    known = number is not None and cast.names[number].chain == cast.names[named].chain
    personal = number is not None and cast.names[number].kind in ("person", "office")
    return named if people or known or personal else number


def _span(cast: Cast, token: int, kind: str) -> Span:
    """The words that name a teller: those of its name, or the phrase with what is told of it."""
    number = mention_of(cast, token)
    if number is not None:
        name = cast.names[number]
        if name.form != "nominal" or kind == "person":
            return name.span
    start, end = phrase(cast.tree, token)
    if number is not None:
        start, end = (
            min(start, cast.names[number].span.start),
            max(end, cast.names[number].span.end),
        )
    return Span.of(cast.tree.text, start, end)


def phrase(tree: Tree, token: int) -> Range:
    """The code points of a noun phrase without its appositions, relative clauses and asides."""
    first, last = token, token + 1
    for kid in tree.children[token]:
        if tree.tokens[kid].deprel in _OUTSIDE or tree.child(kid, "nsubj") is not None:
            continue
        low, high = tree.reach[kid]
        if (
            kid < token
            or low == last
            or tree.relation(kid) in ("nmod", "amod", "acl", "flat", "compound", "conj")
        ):
            first, last = min(first, low), max(last, high)
    while last - 1 > token and tree.tokens[last - 1].upos == "PUNCT":
        last -= 1
    while first < token and tree.tokens[first].upos in ("PUNCT", "ADP", "VERB"):
        first += 1
    return tree.place((first, last))


# --- documents and who gave them ---------------------------------------------------------------


def issuer(cast: Cast, token: int) -> int | None:
    """The head of who gave a document out, told in its phrase: "a Pentagon readout", "a poll by X"."""
    tree = cast.tree
    table_ = table("anonymity")
    prepositions, participles = listed(table_["issuers"]), listed(table_["issuing"])
    for kid in tree.kids(token, "nmod:poss", "compound", "amod", "nmod", "acl"):
        if tree.relation(kid) == "acl":
            if tree.lemma(kid) in participles:
                agent = next((n for n in tree.kids(kid, "obl") if tree.case(n) == "by"), None)
                if agent is not None and _can_issue(cast, agent):
                    return agent
            continue
        if tree.tokens[kid].deprel == "nmod" and tree.case(kid) not in prepositions:
            continue
        if _can_issue(cast, kid):
            return kid
    return None


def _can_issue(cast: Cast, token: int) -> bool:
    number = cast.name_of(token)
    if number is None:
        return cast.tree.lemma(token) in _kinds("office") | _kinds("institution")
    name = cast.names[number]
    return name.kind in ("organization", "person", "office", "state") and name.form != "pronoun"


def gives_document(tree: Tree, token: int) -> int | None:
    """The verb by which a document is given out ("issued a statement"), where it is its object."""
    head = tree.tokens[token].head
    given = listed(table("anonymity")["gives"])
    if tree.tokens[token].deprel == "obj" and tree.lemma(head) in given:
        return head
    return None


def is_document(lemma: str) -> bool:
    """True for nouns of things that speak by being read."""
    return lemma in _kinds("document")


def interviews(lemma: str) -> bool:
    """True for verbs that make an interview of what is told to an outlet."""
    return lemma in words("speech", "interview")

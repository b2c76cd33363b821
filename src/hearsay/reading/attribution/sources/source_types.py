"""Who tells: the links of a chain, each with its kind."""

from functools import cache

from hearsay.model import Name, Source, Span
from hearsay.model.vocabulary import TellerKind
from hearsay.ontology import table
from hearsay.reading.attribution.cues.cue_tables import nouns
from hearsay.reading.attribution.mention_index import (
    MentionIndex,
    kinds,
    mention_of,
    phrase,
    unclaused,
)
from hearsay.reading.attribution.sources.outlet_names import is_outlet, is_paper, outlet_words
from hearsay.rules import rule
from hearsay.syntax import Parse
from hearsay.syntax.inflection import singular

_AGENTS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "person")
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "who", "whom"})


def teller(cast: MentionIndex, token: int, otherwise: TellerKind | None = None) -> Source | None:
    """The link of a chain that the phrase headed by `token` makes; None when it cannot speak.

    `otherwise` is the kind where the tables know none.
    """
    kind = kind_of(cast, token) or otherwise
    if kind is None:
        return None
    number = mention_of(cast, token)
    span = _span(cast, token, kind)
    return Source(kind, span.text, span, number)


def guessed(cast: MentionIndex, token: int) -> TellerKind | None:
    """The kind of a source only the tagger calls one: by its pronoun or the end of its noun."""
    lower, lemma = cast.tree.word(token), cast.tree.lemma(token)
    if lower in ("they", "them", "their", "those", "some", "one", "others", "many", "most"):
        return "anonymous"
    if lower in ("it", "its"):
        return "institution"
    if cast.tree.tokens[token].upos != "NOUN":
        return None
    clause = cast.tree.dependent(token, "acl:relcl")
    who = clause is not None and "who" in map(cast.tree.word, cast.tree.dependents(clause, "nsubj"))
    return "anonymous" if who or lemma.endswith(_AGENTS) else "document"


def kind_of(cast: MentionIndex, token: int) -> TellerKind | None:
    """The kind of teller the phrase headed by `token` is; None for a thing that cannot speak."""
    tree = cast.tree
    lower, lemma = tree.word(token), tree.lemma(token)
    if lower in kinds("first"):
        return None
    number = mention_of(cast, token)
    if number is None:
        return _unnamed(cast, token, lower, lemma)
    name = cast.names[number]
    face = cast.face(number)
    if name.form == "pronoun" and face.form == "pronoun":
        return "person" if lower in _PERSONAL else None
    if lower in kinds("nobody") and name.form != "pronoun" and lower != "one":
        return None
    head = _head_lemma(cast, face, lemma if face is name else None)
    if (
        face.form == "name"
        and " " not in face.core.text
        and singular(lower) in _common()
        and token == tree.opening(token)
    ):
        return _unnamed(cast, token, lower, singular(lower))
    if face.form == "name" and is_paper(tree.text, face.core):
        return "outlet"
    return _kind(face, head)


@cache
def _common() -> frozenset[str]:
    """The nouns of the tables of cues, media and sources: no names, wherever a sentence begins."""
    spoken = (kinds(cell) for cell in ("anonymous", "office", "institution", "document"))
    return frozenset().union(nouns(), table("media")["heads"], *spoken)


def _kind(face: Name, head: str) -> TellerKind | None:
    """The kind of a teller by the mention that tells most of it."""
    if face.form == "name":
        if is_outlet(face.core.text, head if face.kind != "person" else ""):
            return "outlet"
        if face.kind == "person":
            return "person"
        if face.kind in ("organization", "group", "state", "place", "office", "other"):
            if "MED" in face.sectors and face.kind == "organization":
                return "outlet"
            if head in kinds("document") and face.kind == "other":
                return "document"
            if face.kind == "office":
                return "office"
            return "institution"
        return None
    if head in kinds("office") and (not face.plural or face.number is not None):
        return "anonymous" if face.number is not None and face.plural else "office"
    if head in kinds("document"):
        return "document"
    if head in kinds("anonymous"):
        return "anonymous"
    words = set(face.span.text.lower().split())
    if head in outlet_words("nouns") or (
        head in outlet_words("some") and words & outlet_words("of")
    ):
        return "outlet"
    if head in kinds("office") or face.kind == "office":
        return "office"
    if head in kinds("institution") or face.kind in ("organization", "state", "place"):
        return "institution"
    return "anonymous" if face.kind in ("person", "group") else None


def _unnamed(cast: MentionIndex, token: int, lower: str, lemma: str) -> TellerKind | None:
    """The kind of a teller that is no known mention, by its head noun alone."""
    tree = cast.tree
    if lower in _PERSONAL:
        return "person"
    if lower == "one" and (tree.dependent(token, "nmod") is not None or _told(tree, token)):
        return "anonymous"
    if lower in kinds("ordinal"):
        return "anonymous"
    if lower in kinds("nobody"):
        return None
    known = any(lemma in kinds(kind) for kind in ("office", "anonymous", "institution"))
    if tree.tokens[token].upos == "PROPN" and not known:
        article = tree.dependent(token, "det") is not None and tree.tokens[token].text
        paper = article in outlet_words("alone")
        return "outlet" if paper or is_outlet(_core(tree, token)) else "person"
    known_kinds: tuple[TellerKind, ...] = ("office", "document", "anonymous", "institution")
    for kind in known_kinds:
        if lemma in kinds(kind):
            return kind
    return "outlet" if lemma in outlet_words("nouns") else None


@rule("ATT-060")
def _told(tree: Parse, token: int) -> bool:
    """True for the subject of a verb in the past: "one muttered", not "one says"."""
    return tree.relation(token) == "nsubj" and tree.tokens[tree.tokens[token].head].xpos == "VBD"


def _head_lemma(cast: MentionIndex, face: Name, known: str | None) -> str:
    if known is not None:
        return known
    first, last = cast.tree.at(face.core.start, face.core.end)
    return cast.tree.lemma(last - 1) if first < last else ""


def _core(tree: Parse, token: int) -> str:
    """A proper name by its tree: the words joined to its head."""
    parts = [token, *tree.dependents(token, "flat", "compound", "amod")]
    proper = [number for number in parts if tree.tokens[number].upos == "PROPN"]
    return tree.words((min(proper), max(proper) + 1))


def _span(cast: MentionIndex, token: int, kind: TellerKind) -> Span:
    """The words that name a teller: those of its name, or the phrase with what is told of it."""
    number = mention_of(cast, token)
    if number is not None:
        name = cast.names[number]
        if name.form == "nominal" and kind == "person":
            first, last = cast.tree.at(name.span.start, name.span.end)
            end = cast.tree.ends[unclaused(cast.tree, min(max(token, first), last - 1), last) - 1]
            return Span.of(cast.tree.text, name.span.start, end)
        if name.form != "nominal":
            return name.span
    start, end = phrase(cast.tree, token)
    return Span.of(cast.tree.text, start, end)

"""Mentions that the sentence itself says are one: appositions, "X is the minister", "(IDF)"."""

from collections.abc import Iterator

from hearsay.ontology import table
from hearsay.reading.names.classify.actor_codes import NounInfo
from hearsay.reading.names.link.bodies import acronyms
from hearsay.reading.names.link.mention_chains import Chains
from hearsay.reading.names.link.persons import name_words, same_person
from hearsay.reading.names.mention import Mention
from hearsay.rules import rule
from hearsay.syntax import Parse

_CALLED = frozenset({"named", "called", "identified", "nicknamed", "codenamed", "dubbed"})
_MODALS = frozenset(
    {"would", "could", "may", "might", "should", "must", "will", "can", "shall", "'d", "ll", "'ll"}
)
_CLOSE = frozenset({",", ".", "", ";", ")", "—", "–"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "longer", "hardly", "neither"})
_EARLIER = frozenset({"was", "were", "been"})


def link_ties(chains: Chains, tree: Parse, labels: frozenset[int]) -> dict[int, NounInfo]:
    """Joins them, and gives what each name's description tells of it, by the mention's number.

    `labels` are the tokens of the labels of a transcript's turns.
    """
    told: dict[int, NounInfo] = {}
    for one, other, holds in list(_find_ties(chains, tree)):
        if {chains.mentions[one].head, chains.mentions[other].head} & labels:
            continue  # "SMITH: The speaker?" asks about another
        chains.join(one, other)
        for named, described in ((one, other), (other, one)):
            a, b = chains.mentions[named], chains.mentions[described]
            if holds and a.form == "name" and b.form == "nominal":
                told[named] = told.get(named, NounInfo()).joined(b.told)
    return told


def _find_ties(chains: Chains, tree: Parse) -> Iterator[tuple[int, int, bool]]:
    """Pairs of mentions that are one, and whether what one tells holds of the other now."""
    yield from _appositions(chains, tree)
    yield from _so_named(chains, tree)
    yield from _copulas(chains, tree)
    yield from _brackets(chains, tree)
    yield from _beside(chains, tree)


def _appositions(chains: Chains, tree: Parse) -> Iterator[tuple[int, int, bool]]:
    for number, mention in enumerate(chains.mentions):
        head, token = mention.head, tree.tokens[mention.head]
        if chains.at(head) != number:
            continue
        if token.deprel == "appos" or _naming(tree, head):
            above = token.head if token.deprel == "appos" else tree.tokens[token.head].head
            other = chains.at(above)
            if other is not None and other != number and _may_be_one(chains, tree, other, number):
                yield other, number, True


def _so_named(chains: Chains, tree: Parse) -> Iterator[tuple[int, int, bool]]:
    """ "the kingdom of Tonga", "the port of Aden": the noun and the name after "of" are one."""
    for number, mention in enumerate(chains.mentions):
        if mention.form != "nominal" or not _has_its_name(mention, tree):
            continue
        for kid in tree.children[mention.head]:
            other = chains.at(kid) if tree.case(kid) == "of" else None
            if other is not None and _place_name(chains, other) and mention.plural is False:
                yield other, number, True


@rule("NAM-170")
def _has_its_name(mention: Mention, tree: Parse) -> bool:
    """True for "the port of Aden"; "a suburb of Aden", or one told of a name, lies in Aden."""
    if mention.noun not in table("name_forms")["so_named"]:
        return False
    return mention.definite is not False and tree.tokens[mention.head].deprel != "appos"


@rule("NAM-054")
def _place_name(chains: Chains, number: int) -> bool:
    mention = chains.mentions[number]
    return mention.form == "name" and mention.kind in ("state", "place")


@rule("NAM-055")
def _naming(tree: Parse, head: int) -> bool:
    """True in "a man named Rossi"."""
    token = tree.tokens[head]
    above = tree.tokens[token.head]
    return (
        token.deprel in ("xcomp", "obj", "obl") and above.deprel == "acl" and above.text in _CALLED
    )


@rule("NAM-056")
def _may_be_one(chains: Chains, tree: Parse, one: int, other: int) -> bool:
    """True when kinds and numbers agree and two names are not two persons'."""
    a, b = chains.mentions[one], chains.mentions[other]
    if a.plural != b.plural or "pronoun" in (a.form, b.form) or chains.clash(one, other):
        return False
    if a.kind != b.kind and not _kinds_agree(a, b):
        return False
    if a.form == b.form == "name":
        return a.kind == "person" and same_person(name_words(tree, a), name_words(tree, b))
    if a.first < b.last and b.first < a.last and not _naming(tree, b.head):
        return False
    return "name" in (a.form, b.form) or b.definite is not None


@rule("NAM-057")
def _kinds_agree(a: Mention, b: Mention) -> bool:
    """True for a group that is an organisation, and for a state called neighbour or ally."""
    described, named = (a, b) if a.form == "nominal" else (b, a)
    anybody = described.noun in table("name_forms")["any_actor"]
    if named.form == "name" and anybody and named.kind in ("state", "organization"):
        return True
    return {a.kind, b.kind} == {"group", "organization"}


def _copulas(chains: Chains, tree: Parse) -> Iterator[tuple[int, int, bool]]:
    """Subject and predicate of a plain statement with "be"."""
    for number, predicate in enumerate(chains.mentions):
        head = predicate.head
        verb = tree.kid(head, "cop")
        subject = tree.kid(head, "nsubj")
        if verb is None or subject is None or not _plainly(tree, head):
            continue
        other = chains.at(subject)
        if other is None or predicate.form != "nominal" or predicate.definite is False:
            continue
        if _agree(chains, number, other) and not chains.clash(number, other):
            yield other, number, tree.word(verb) not in _EARLIER


@rule("NAM-058")
def _agree(chains: Chains, number: int, other: int) -> bool:
    a, b = chains.mentions[number], chains.mentions[other]
    return a.kind == b.kind and a.plural == b.plural and b.form in ("name", "pronoun")


@rule("NAM-059")
def _plainly(tree: Parse, head: int) -> bool:
    """True without denial, modal, question or condition."""
    words = {tree.word(kid) for kid in tree.children[head]}
    if words & _NOT or words & _MODALS:
        return False
    return not any(
        tree.tokens[kid].deprel == "mark"
        for kid in tree.children[head]
        if tree.word(kid) in ("if", "whether", "unless")
    )


def _brackets(chains: Chains, tree: Parse) -> Iterator[tuple[int, int, bool]]:
    """A name and its initials or another name for it in brackets right behind it."""
    ends = _ends(chains)
    for number, mention in enumerate(chains.mentions):
        before = mention.first - 2
        if mention.form != "name" or tree.word(mention.first - 1) != "(":
            continue
        if tree.word(mention.last) != ")" or before + 1 not in ends:
            continue
        other = ends[before + 1]
        if _short_for(chains, tree, other, number):
            yield other, number, True


def _ends(chains: Chains) -> dict[int, int]:
    """The longest mention that ends before each token."""
    ends: dict[int, int] = {}
    for number, mention in enumerate(chains.mentions):
        ends.setdefault(mention.last, number)
    return ends


@rule("NAM-060")
def _short_for(chains: Chains, tree: Parse, full: int, short: int) -> bool:
    a, b = chains.mentions[full], chains.mentions[short]
    text = tree.tokens[b.core_first].text.replace(".", "")
    if a.form == "name":
        return b.core_last - b.core_first == 1 and text in acronyms(tree, a)
    return a.kind == b.kind == "person" and not a.plural and not chains.clash(full, short)


def _beside(chains: Chains, tree: Parse) -> Iterator[tuple[int, int, bool]]:
    """A name and a description between commas, tied or not: "Rossi, the mayor, said"."""
    ends = _ends(chains)
    for number, mention in enumerate(chains.mentions):
        other = ends.get(mention.first - 1)
        if (
            other is None
            or tree.word(mention.first - 1) != ","
            or tree.word(mention.last) not in _CLOSE
        ):
            continue
        forms = {mention.form, chains.mentions[other].form}
        listed = tree.word(mention.last + 1) in ("and", "or") or (
            tree.tokens[mention.head].deprel == "conj"
            and tree.word(chains.mentions[other].first - 1) != "and"
        )
        if forms == {"name", "nominal"} and not listed and _may_be_one(chains, tree, other, number):
            persons = mention.kind == chains.mentions[other].kind == "person"
            if persons and tree.sentence[mention.first] == tree.sentence[mention.first - 1]:
                yield other, number, True

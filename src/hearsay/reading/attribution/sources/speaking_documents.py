"""Documents that speak by being read, and who gave them out."""

from hearsay.ontology import table
from hearsay.reading.attribution.cues.cue_tables import listed
from hearsay.reading.attribution.mention_index import MentionIndex, kinds
from hearsay.rules import rule
from hearsay.syntax import Parse


def issuer(cast: MentionIndex, token: int) -> int | None:
    """The head of who gave a document out, told in its phrase: "a Pentagon readout"."""
    tree = cast.tree
    table_ = table("anonymity")
    prepositions, participles = listed(table_["issuers"]), listed(table_["issuing"])
    for kid in tree.dependents(token, "nmod:poss", "compound", "amod", "nmod", "acl"):
        if tree.tokens[kid].deprel == "acl:relcl":
            own = tree.dependent(kid, "nsubj")
            gives = own is not None and tree.lemma(kid) in given()
            if own is not None and gives and tree.word(own) not in ("who", "which", "that"):
                return own  # "a speech she gave"
        if tree.relation(kid) == "acl":
            if tree.lemma(kid) in participles:
                agent = next((n for n in tree.dependents(kid, "obl") if tree.case(n) == "by"), None)
                if agent is not None and _can_issue(cast, agent):
                    return agent
            continue
        if tree.tokens[kid].deprel == "nmod" and tree.case(kid) not in prepositions:
            continue
        if _can_issue(cast, kid):
            return kid
    return None


@rule("ATT-007")
def _can_issue(cast: MentionIndex, token: int) -> bool:
    number = cast.name_of(token)
    if number is None:
        return cast.tree.lemma(token) in kinds("office") | kinds("institution")
    name = cast.names[number]
    return name.kind in ("organization", "person", "office", "state") and name.form != "pronoun"


def given() -> frozenset[str]:
    """The verbs that give a document out."""
    return listed(table("anonymity")["gives"])


def gives_document(tree: Parse, token: int) -> int | None:
    """The verb by which a document is given out ("issued a statement"), where it is its object."""
    head = tree.tokens[token].head
    if tree.tokens[token].deprel == "obj" and tree.lemma(head) in given():
        return head
    return None


# no rule: mere look-up of a noun in the table of documents
def is_document(lemma: str) -> bool:
    """True for nouns of things that speak by being read."""
    return lemma in kinds("document")

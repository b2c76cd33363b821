"""How far a noun phrase reaches in a parse, and what its edges are."""

from hearsay.rules import rule
from hearsay.syntax import Parse

# What may stand to the left of a noun inside its own phrase (Universal Dependencies 2).
_INSIDE_LEFT = frozenset(
    {
        "det",
        "det:predet",
        "amod",
        "compound",
        "nmod:poss",
        "nummod",
        "nmod:desc",
        "flat",
        "nmod",
        "advmod",
        "obl:unmarked",  # "Iran" of "the Iran-backed militia"
    }
)
# Prepositions after which a phrase still says who is meant; others say when, where or why.
_BELONGING = frozenset(
    {"of", "for", "from", "in", "at", "with", "to", "on", "near", "behind", "within", "inside",
     "around", "by", "under", "between", "among", "about", "without"}
)  # fmt: skip
_AFTER = frozenset({"amod", "acl", "acl:relcl"})
_HYPHENS = frozenset("-‐‑–")
_BOUNDS = frozenset({("at", "least"), ("at", "most")})
_NESTED = 6  # prepositional phrases inside one another
_LONGEST_CLAUSE = 12  # tokens of a relative clause kept in a description


@rule("NAM-029")
def possessive(tree: Parse, number: int) -> bool:
    """True for "Iran's"."""
    return any(tree.tokens[kid].xpos == "POS" for kid in tree.children[number])


@rule("NAM-030")
def joined(tree: Parse, number: int) -> bool:
    """True when the token is a hyphen between two words."""
    return tree.tokens[number].text in _HYPHENS and (
        0 < number < len(tree.tokens) - 1
        and tree.ends[number - 1] == tree.starts[number]
        and tree.ends[number] == tree.starts[number + 1]
    )


def left_edge(tree: Parse, first: int, last: int) -> int:
    """The first token of the noun phrase that tokens first:last end: modifiers, owners, titles.

    Stops at prepositions, commas and coordinated phrases.
    """
    edge = first
    floor = max(0, first - 40)
    for number in range(first - 1, floor - 1, -1):
        if not _belongs(tree, number, edge, last):
            break
        edge = number
    while edge < first and tree.tokens[edge].upos in ("PUNCT", "CCONJ", "PART"):
        edge += 1
    # "at" of "at least six" is no preposition of the noun.
    whole = edge and edge < first and (tree.word(edge - 1), tree.word(edge)) in _BOUNDS
    return edge - 1 if whole else edge


@rule("NAM-031")
def _belongs(tree: Parse, number: int, edge: int, last: int) -> bool:
    token = tree.tokens[number]
    if tree.parted(number, edge) or token.text in (",", ";", ":", "(", ")"):
        return False
    for step in tree.climb(number):
        if edge <= tree.tokens[step].head < last and step != tree.tokens[step].head:
            return _attaches(tree, step, number)
    return False


@rule("NAM-032")
def _attaches(tree: Parse, step: int, number: int) -> bool:
    """True when what hangs at `step` belongs inside the phrase to the left of its head."""
    token = tree.tokens[step]
    if token.deprel == "case":
        return token.xpos == "POS" and step == number
    if token.deprel in ("punct", "cc", "conj"):
        return step == number and (joined(tree, number) or token.deprel != "punct")
    return token.deprel in _INSIDE_LEFT


def right_edge(
    tree: Parse, head: int, *, clauses: bool, without: frozenset[str] = frozenset(), depth: int = 0
) -> int:
    """One past the last token of the phrase of `head`: its prepositional phrases,
    but for those `without`, short restrictive clauses where `clauses`; no apposition, nothing
    after a comma."""
    edge = head + 1
    for kid in tree.children[head]:
        token = tree.tokens[kid]
        if kid < head:
            continue
        if token.deprel == "flat" and kid == edge:
            edge = kid + 1
            continue
        if tree.low[kid] != edge or tree.tokens[edge].upos == "PUNCT":
            break
        if token.deprel in ("nmod", "nmod:unmarked") and tree.case(kid) in _BELONGING - without:
            if depth == _NESTED:
                break
            edge = right_edge(tree, kid, clauses=False, depth=depth + 1)
        elif clauses and token.deprel in _AFTER:
            if tree.high[kid] - tree.low[kid] > _LONGEST_CLAUSE:
                break
            edge = _clause_edge(tree, kid)
        else:
            break
    return edge


def _clause_edge(tree: Parse, kid: int) -> int:
    edge = tree.high[kid]
    while edge > kid + 1 and tree.tokens[edge - 1].upos == "PUNCT":
        edge -= 1
    return edge

"""Who is named together: coordinated nouns, and those that hang on one another as its name."""

from hearsay.rules import rule
from hearsay.syntax import Parse

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM")
_LONG = 12  # coordinations are followed no further than this


def coordinated(tree: Parse, number: int) -> tuple[int, ...]:
    """The token and what is coordinated with it as a noun, or with its bare apposition.

    A comma-less apposition is one name with its title ("Secretary Lloyd Austin").
    """
    titles = [kid for kid in tree.kids(number, "appos", "flat") if not _parted(tree, kid)]
    found = [number]
    for at in (number, *titles):
        found += [kid for kid in tree.kids(at, "conj") if tree.tokens[kid].upos in _NOMINAL]
    if len(found) > 1:
        listed = _listed(tree, number)
        found += [*listed, *(kid for at in listed for kid in _listed(tree, at))]
    return tuple(sorted(found)[:_LONG])


def _listed(tree: Parse, number: int) -> list[int]:
    """Those of several that hang on the one before as if they were its name: "President Lim,
    Minister Petrov, and the envoy" are three, since each has a title."""
    titled = tree.kid(number, "nmod:desc") is not None
    return [
        kid
        for kid in tree.kids(number, "appos", "flat")
        if titled and tree.tokens[kid].upos == "PROPN" and tree.kid(kid, "nmod:desc") is not None
    ]


@rule("EVT-008")
def _parted(tree: Parse, number: int) -> bool:
    first = tree.low[number]
    return tree.tokens[first].upos == "PUNCT" or tree.tokens[first - 1].upos == "PUNCT"

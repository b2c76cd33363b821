"""The contexts of an event mention: what the words of its clause and its mode tell."""

from functools import cache

from hearsay.ontology import table
from hearsay.syntax import Parse

_MOST = 4


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Word or two-word phrase → contexts, in the order of the table."""
    found: dict[str, list[str]] = {}
    for context, listed in table("contexts")["words"].items():
        for word in listed.split(","):
            found.setdefault(" ".join(word.split()), []).append(context)
    return {word: tuple(contexts) for word, contexts in found.items()}


def contexts(tree: Parse, first: int, last: int, mode: str | None) -> tuple[str, ...]:
    """Contexts told by tokens first:last and by the mode, the table's order, at most four."""
    known = _words()
    counts: dict[str, int] = dict.fromkeys(table("contexts")["modes"].get(mode or "", ()), 2)
    for at in range(first, last):
        lemma = tree.lemma(at)
        following = f"{lemma} {tree.lemma(at + 1)}" if at + 1 < last else ""
        for context in (*known.get(lemma, ()), *known.get(following, ())):
            counts[context] = counts.get(context, 0) + 1
    order = list(table("contexts")["words"])
    best = sorted(counts, key=lambda context: (-counts[context], order.index(context)))[:_MOST]
    return tuple(sorted(best, key=order.index))

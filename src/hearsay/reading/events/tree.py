"""The dependency tree of a page, with its downward edges."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearsay.model import Analysis, Span, Token
from hearsay.reading.events.forms import forms

_POS = {"PROPN": "NOUN"}
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM")
_LONG = 12  # coordinations and chains of control are followed no further than this


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens, their `lemmas` in lower case, `children` in order, and the range each governs.

    `starts` are the tokens' offsets; `low` and `high` the half-open ranges of tokens.
    """

    tokens: tuple[Token, ...]
    lemmas: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]

    def kids(self, number: int, *relations: str) -> Iterator[int]:
        """The children with one of the relations; "nsubj" takes in "nsubj:pass" only when named."""
        tokens = self.tokens
        return (kid for kid in self.children[number] if tokens[kid].deprel in relations)

    def kid(self, number: int, *relations: str) -> int | None:
        return next(self.kids(number, *relations), None)

    def lemma(self, number: int) -> str:
        return self.lemmas[number]

    def relation(self, number: int) -> str:
        """The relation without its subtype."""
        return self.tokens[number].deprel.partition(":")[0]

    def head(self, number: int) -> int | None:
        """The governor, None for a root."""
        head = self.tokens[number].head
        return None if head == number else head

    def case(self, number: int) -> str:
        """The preposition before a noun: "on", "because of", "" when there is none."""
        for kid in self.kids(number, "case"):
            if self.tokens[kid].text not in ("'s", "’s", "'", "’"):
                words = (kid, *self.kids(kid, "fixed"))
                return " ".join(self.tokens[at].text.lower() for at in words)
        return ""

    def coordinated(self, number: int) -> tuple[int, ...]:
        """The token and what is coordinated with it as a noun, or with its bare apposition.

        A comma-less apposition is one name with its title ("Secretary Lloyd Austin").
        """
        titles = [kid for kid in self.kids(number, "appos", "flat") if not self._parted(kid)]
        found = [number]
        for at in (number, *titles):
            found += [kid for kid in self.kids(at, "conj") if self.tokens[kid].upos in _NOMINAL]
        if len(found) > 1:
            listed = self._listed(number)
            found += [*listed, *(kid for at in listed for kid in self._listed(at))]
        return tuple(sorted(found)[:_LONG])

    def _listed(self, number: int) -> list[int]:
        """Those of several that hang on the one before as if they were its name: "President Lim,
        Minister Petrov, and the envoy" are three, since each has a title."""
        titled = self.kid(number, "nmod:desc") is not None
        return [
            kid
            for kid in self.kids(number, "appos", "flat")
            if titled
            and self.tokens[kid].upos == "PROPN"
            and self.kid(kid, "nmod:desc") is not None
        ]

    def _parted(self, number: int) -> bool:
        first = self.low[number]
        return self.tokens[first].upos == "PUNCT" or self.tokens[first - 1].upos == "PUNCT"

    def inside(self, spans: Iterable[Span]) -> Iterator[int]:
        """The tokens that begin inside one of the spans, span by span."""
        for span in spans:
            at = bisect_left(self.starts, span.start)
            while at < len(self.starts) and self.starts[at] < span.end:
                yield at
                at += 1

    def chain(self, number: int) -> Iterator[int]:
        """The governors, nearest first, no more than a dozen."""
        seen = 0
        at = self.head(number)
        while at is not None and seen < _LONG:
            yield at
            at = self.head(at)
            seen += 1


def tree_of(analysis: Analysis, unread: Span | None = None) -> Tree:
    """The tree of an analysis. Heads outside their sentence, and circles, are cut to roots.

    Nothing hangs from the words of `unread`, nor they from others: a dateline's city is no subject.
    """
    tokens = analysis.tokens
    children: list[list[int]] = [[] for _ in tokens]
    for stretch in analysis.sentences:
        for at in range(stretch.first, stretch.last):
            head = tokens[at].head
            if unread is not None and unread.start <= tokens[at].start < unread.end:
                continue
            if head != at and stretch.first <= head < stretch.last:
                children[head].append(at)
    low, high = list(range(len(tokens))), [at + 1 for at in range(len(tokens))]
    for at in _bottom_up(analysis, children):
        for kid in children[at]:
            low[at] = min(low[at], low[kid])
            high[at] = max(high[at], high[kid])
    known = forms()
    lemmas = tuple(
        known.get((_POS.get(token.upos, token.upos), token.text.lower())) or token.lemma.lower()
        for token in tokens
    )
    starts = tuple(token.start for token in tokens)
    return Tree(tokens, lemmas, tuple(map(tuple, children)), starts, tuple(low), tuple(high))


def _bottom_up(analysis: Analysis, children: list[list[int]]) -> list[int]:
    """Tokens in an order with children before their heads; what hangs on no root is left out."""
    order = [at for at, token in enumerate(analysis.tokens) if token.head == at]
    for at in order:
        order.extend(children[at])
    order.reverse()
    return order

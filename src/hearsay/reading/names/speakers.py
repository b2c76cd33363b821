"""Whose words each quotation of a page is, as far as the sentence tells."""

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.reading.names.chains import Chains
from hearsay.reading.names.forms import form_of
from hearsay.reading.names.tree import Tree

_LEADS = frozenset({":", ","})


@dataclass(frozen=True, slots=True)
class Speakers:
    """`heads` gives the head word of the speaker by the first token of a quotation, `quotes` the
    quotations by that head word, `inside` the mentions of each quotation."""

    heads: dict[int, int]
    quotes: dict[int, tuple[int, ...]]
    inside: dict[int, tuple[int, ...]]

    @classmethod
    def of(cls, chains: Chains, tree: Tree) -> "Speakers":
        heads: dict[int, int] = {}
        for number, quote in enumerate(tree.quote):
            if quote >= 0 and quote not in heads:
                head = _teller(tree, number)
                if head is not None:
                    heads[quote] = head
        for quote in set(tree.quote) - set(heads) - {-1}:
            head = _led_in(tree, quote)
            if head is not None:
                heads[quote] = head
        quotes: dict[int, list[int]] = {}
        for quote, head in sorted(heads.items()):
            quotes.setdefault(head, []).append(quote)
        inside: dict[int, list[int]] = {}
        for number, mention in enumerate(chains.mentions):
            quote = tree.quote[mention.first]
            if quote >= 0:
                inside.setdefault(quote, []).append(number)
        return cls(
            heads,
            {head: tuple(own) for head, own in quotes.items()},
            {quote: tuple(own) for quote, own in inside.items()},
        )

    def speaker(self, chains: Chains, tree: Tree, number: int) -> int | None:
        """The mention whose words this token stands in."""
        head = self.heads.get(tree.quote[number])
        return None if head is None else chains.at(head)

    def spoken_of(self, chains: Chains, tree: Tree, head: int) -> Iterator[int]:
        """The chains of those a speaker speaks of: he would say "I" of himself."""
        for quote in self.quotes.get(head, ()):
            for number in self.inside.get(quote, ()):
                form = form_of(tree.tokens[chains.mentions[number].first].text)
                if form is None or not form.first:
                    yield chains.chain(number)


def _teller(tree: Tree, number: int) -> int | None:
    """The subject of the verb outside the quotation marks that the quoted word hangs on, or that
    hangs on it."""
    head = tree.tokens[number].head
    if head != number and not tree.quoted(head):
        return tree.kid(head, "nsubj")
    for kid in tree.kids[number]:
        if tree.tokens[kid].deprel == "parataxis" and not tree.quoted(kid):
            return tree.kid(kid, "nsubj")
    return None


def _led_in(tree: Tree, quote: int) -> int | None:
    """The subject of the sentence that ends in a colon or comma before the quotation opens."""
    if quote == 0 or tree.word(quote - 1) not in _LEADS or quote in tree.broken:
        return None
    root = quote - 1
    for step in tree.climb(quote - 1):
        root = step
    return tree.kid(root, "nsubj")

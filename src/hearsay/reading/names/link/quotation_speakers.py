"""Whose words each quotation of a page is, and each turn of a transcript."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.reading.names.link.mention_chains import Chains
from hearsay.reading.names.link.pronoun_forms import form_of
from hearsay.reading.names.link.turns import Turns
from hearsay.syntax import Parse

_LEADS = frozenset({":", ","})
_LABEL = 8  # tokens of a turn in which its speaker is named


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who speaks in each stretch of a page that is somebody's own words.

    `voice` gives the stretch of each token by its first token: the quotation it stands in, else
    its turn in a transcript, else -1. `heads` gives the head word of the speaker by stretch, `own`
    the stretches by that head word, `inside` the mentions of each stretch. `labels` are the tokens
    of the labels of turns.
    """

    voice: tuple[int, ...]
    heads: dict[int, int]
    own: dict[int, tuple[int, ...]]
    inside: dict[int, tuple[int, ...]]
    labels: frozenset[int]

    @classmethod
    def of(cls, chains: Chains, tree: Parse, turns: Turns) -> "Speakers":
        pairs = zip(tree.quote, turns.own, strict=True)
        voice = tuple(turn if quote < 0 else quote for quote, turn in pairs)
        heads = _heads(chains, tree, turns)
        inside: dict[int, list[int]] = defaultdict(list)
        for number, mention in enumerate(chains.mentions):
            if voice[mention.first] >= 0:
                inside[voice[mention.first]].append(number)
        own: dict[int, list[int]] = defaultdict(list)
        for stretch, head in sorted(heads.items()):
            own[head].append(stretch)
        return cls(voice, heads, _fixed(own), _fixed(inside), turns.labels)

    def speaker(self, chains: Chains, number: int) -> int | None:
        """The mention whose words this token is."""
        head = self.heads.get(self.voice[number])
        return None if head is None or head == number else chains.at(head)

    def spoken_of(self, chains: Chains, tree: Parse, head: int) -> Iterator[int]:
        """The chains of those a speaker speaks of: he would say "I" of himself."""
        for stretch in self.own.get(head, ()):
            for number in self.inside.get(stretch, ()):
                form = form_of(tree.tokens[chains.mentions[number].first].text)
                if form is None or not form.first:
                    yield chains.chain(number)


def _fixed(lists: dict[int, list[int]]) -> dict[int, tuple[int, ...]]:
    return {key: tuple(own) for key, own in lists.items()}


def _heads(chains: Chains, tree: Parse, turns: Turns) -> dict[int, int]:
    """The head word of the speaker by the first token of the stretch."""
    heads: dict[int, int] = {}
    for number, quote in enumerate(tree.quote):
        if quote >= 0 and quote not in heads:
            head = _teller(tree, number)
            if head is not None:
                heads[quote] = head
    for quote in sorted(set(tree.quote) - set(heads) - {-1}):
        head = _led_in(tree, quote)
        head = _gone_on(tree, heads, quote) if head is None else head
        if head is not None:
            heads[quote] = head
    for turn in sorted(set(turns.own) - {-1}):
        label = (n for n in range(turn, turn + _LABEL) if n in turns.labels)
        head = next((n for n in label if chains.at(n) is not None), None)
        if head is not None:
            heads[turn] = head
    return heads


def _teller(tree: Parse, number: int) -> int | None:
    """The subject of the verb outside the quotation marks that the quoted word hangs on, or that
    hangs on it."""
    head = tree.tokens[number].head
    if head != number and not tree.quoted(head):
        return tree.kid(head, "nsubj")
    for kid in tree.children[number]:
        if tree.tokens[kid].deprel == "parataxis" and not tree.quoted(kid):
            return tree.kid(kid, "nsubj")
    return None


def _gone_on(tree: Parse, heads: dict[int, int], quote: int) -> int | None:
    """The speaker of the sentence before, in the same paragraph: "…," Blair said. "…"."""
    if quote == 0 or quote != tree.opening(quote) or quote in tree.broken:
        return None
    before = range(tree.opening(quote - 1), quote)
    return next((heads[q] for n in before if (q := tree.quote[n]) in heads), None)


def _led_in(tree: Parse, quote: int) -> int | None:
    """The subject of the sentence that ends in a colon or comma before the quotation opens."""
    if quote == 0 or tree.word(quote - 1) not in _LEADS or quote in tree.broken:
        return None
    root = quote - 1
    for step in tree.climb(quote - 1):
        root = step
    return tree.kid(root, "nsubj")

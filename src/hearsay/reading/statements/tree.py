"""The model's trees turned over: children, reach and order, looked up in constant time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.model import Analysis, Token
from hearsay.reading.statements.forms import noun_forms, verb_forms
from hearsay.reading.statements.rehung import rehung

Range = tuple[int, int]  # half-open numbers of tokens, or code points where said so


@dataclass(frozen=True, slots=True)
class Tree:
    """An analysis with, for each token, its children and the reach of its subtree.

    `reach` is the half-open range from the first to the last token of the subtree; `entry` and
    `leave` number the tokens in depth-first order, so that `below` is a comparison.
    """

    text: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    reach: tuple[Range, ...]
    entry: tuple[int, ...]
    leave: tuple[int, ...]
    sentence: tuple[int, ...]
    bounds: tuple[Range, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lowered: tuple[str, ...]
    lemmas: tuple[str, ...]
    relations: tuple[str, ...]
    labels: Mapping[int, str]
    dateline: int = 0

    def below(self, token: int, top: int) -> bool:
        """True when `token` lies in the subtree of `top`."""
        return self.entry[top] <= self.entry[token] < self.leave[top]

    def child(self, token: int, *relations: str) -> int | None:
        """The first child whose relation is one of `relations`, subtypes included when bare."""
        for number in self.children[token]:
            if self.relations[number] in relations or self.tokens[number].deprel in relations:
                return number
        return None

    def kids(self, token: int, *relations: str) -> list[int]:
        """All children whose relation is one of `relations`, in the order of the text."""
        return [
            number
            for number in self.children[token]
            if self.relations[number] in relations or self.tokens[number].deprel in relations
        ]

    def lemma(self, token: int) -> str:
        """The lemma: by the tables where they know the form, else as the model has it."""
        return self.lemmas[token]

    def lower(self, token: int) -> str:
        return self.lowered[token]

    def relation(self, token: int) -> str:
        """The relation without its subtype."""
        return self.relations[token]

    def is_root(self, token: int) -> bool:
        return self.tokens[token].head == token

    def case(self, token: int) -> str:
        """The prepositions before a noun as one word, lower case ("according to"), or ""."""
        words = []
        for number in self.kids(token, "case"):
            if number < token:
                words.append(self.lower(number))
                words.extend(self.lower(fixed) for fixed in self.kids(number, "fixed"))
        first = self.reach[token][0]
        if not words and first < token and self.tokens[first].upos == "ADP":
            return self.lower(first)
        return " ".join(words)

    def at(self, start: int, end: int) -> Range:
        """The tokens that overlap the code points start:end."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def place(self, tokens: Range) -> Range:
        """The code points from the first to the last token of a non-empty range."""
        return self.tokens[tokens[0]].start, self.tokens[tokens[1] - 1].end

    def words(self, tokens: Range) -> str:
        start, end = self.place(tokens)
        return self.text[start:end]


def turn(analysis: Analysis, dateline: int = 0) -> Tree:
    """The tree of every sentence of `analysis`; heads that point astray or round count as roots.

    `dateline` is the code point where a dateline ends, 0 where there is none.
    """
    tokens = list(analysis.tokens)
    sentence = [0] * len(tokens)
    for order, item in enumerate(analysis.sentences):
        for number in range(item.first, item.last):
            sentence[number] = order
            if not item.first <= tokens[number].head < item.last:
                tokens[number] = replace(tokens[number], head=number)
    children, roots = _children(tokens)
    moved = rehung(tokens, children)
    if moved:
        for number, head in moved.items():
            tokens[number] = replace(tokens[number], head=head)
        children, roots = _children(tokens)
    reach, entry, leave = _walk(children, roots)
    if -1 in entry:
        for number, at in enumerate(entry):
            if at < 0:
                tokens[number] = replace(tokens[number], head=number)
        children, roots = _children(tokens)
        reach, entry, leave = _walk(children, roots)
    return Tree(
        text=analysis.text,
        tokens=tuple(tokens),
        children=tuple(map(tuple, children)),
        reach=tuple(reach),
        entry=tuple(entry),
        leave=tuple(leave),
        sentence=tuple(sentence),
        bounds=tuple((item.first, item.last) for item in analysis.sentences),
        starts=tuple(token.start for token in tokens),
        ends=tuple(token.end for token in tokens),
        lowered=tuple(token.text.lower() for token in tokens),
        lemmas=tuple(_lemmas(tokens)),
        relations=tuple(token.deprel.partition(":")[0] for token in tokens),
        labels={n: name.label for name in analysis.names for n in range(name.first, name.last)},
        dateline=sum(token.end <= dateline for token in tokens[:40]),
    )


def _lemmas(tokens: Sequence[Token]) -> Iterator[str]:
    verbs, nouns = verb_forms(), noun_forms()
    for token in tokens:
        known = verbs if token.xpos.startswith("VB") else nouns
        yield known.get(token.text.lower()) or token.lemma.lower()


def _children(tokens: Sequence[Token]) -> tuple[list[list[int]], list[int]]:
    """The children of each token, and the roots."""
    children: list[list[int]] = [[] for _ in tokens]
    roots = []
    for number, token in enumerate(tokens):
        if token.head == number:
            roots.append(number)
        else:
            children[token.head].append(number)
    return children, roots


def _walk(children: list[list[int]], roots: list[int]) -> tuple[list[Range], list[int], list[int]]:
    """Reaches and depth-first numbers, without recursion: sentences may be any length."""
    order = list(roots)
    for number in order:  # grows as it is walked: parents before their children
        order.extend(children[number])
    size = len(children)
    low, high, weight = list(range(size)), list(range(1, size + 1)), [1] * size
    for number in reversed(order):
        for kid in children[number]:
            weight[number] += weight[kid]
            if low[kid] < low[number]:
                low[number] = low[kid]
            if high[kid] > high[number]:
                high[number] = high[kid]
    entry, clock = [-1] * size, 0
    for root in roots:
        entry[root] = clock
        clock += weight[root]
    for number in order:
        at = entry[number] + 1
        for kid in children[number]:
            entry[kid] = at
            at += weight[kid]
    leave = [at + share if at >= 0 else -1 for at, share in zip(entry, weight, strict=True)]
    return list(zip(low, high, strict=True)), entry, leave

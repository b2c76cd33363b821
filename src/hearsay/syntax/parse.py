"""The parse of a page: one view of its sentences for all who read them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.model import Analysis, Span, Token
from hearsay.syntax.inflection import lemma_of
from hearsay.syntax.repairs import children_of, repaired

Range = tuple[int, int]  # half-open: numbers of tokens, or code points where said so

_DEEPEST = 64  # steps from a word to the root that are followed
_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")
_STRAIGHT = frozenset({'"', "``", "''"})
_SECOND = frozenset({"of", "to", "with"})  # "out of", "up to", "along with" are one preposition


@dataclass(frozen=True, slots=True)
class Parse:
    """An analysis with its repaired trees, all of it by the tokens' numbers.

    `analysis` is the model's with heads and lemmas repaired, and `tokens` its tokens. `lemmas` and
    `lowered` are in lower case, `relations` without subtypes, `children` in the order of the text.
    `low` and `high` are the half-open range from the first to the last token governed; `entry` and
    `leave` number the tokens depth first. `sentence` is the number of each token's sentence and
    `bounds` the tokens of each sentence; `starts` and `ends` are code points. `labels` are the
    labels of proper names; `quote` is the token that opens the quotation around each, -1 outside
    any; `broken` are the tokens before which a line ends; `dateline` is the first token behind the
    dateline.
    """

    analysis: Analysis
    tokens: tuple[Token, ...]
    lemmas: tuple[str, ...]
    lowered: tuple[str, ...]
    relations: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    entry: tuple[int, ...]
    leave: tuple[int, ...]
    sentence: tuple[int, ...]
    bounds: tuple[Range, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    labels: Mapping[int, str]
    quote: tuple[int, ...]
    broken: frozenset[int]
    dateline: int = 0

    @property
    def text(self) -> str:
        return self.analysis.text

    def head(self, number: int) -> int | None:
        """The governor, None for a root."""
        head = self.tokens[number].head
        return None if head == number else head

    def kids(self, number: int, *deprels: str) -> list[int]:
        """The children in exactly these relations: "nsubj" takes in no "nsubj:pass"."""
        tokens = self.tokens
        return [kid for kid in self.children[number] if tokens[kid].deprel in deprels]

    def kid(self, number: int, *deprels: str) -> int | None:
        """The first of `kids`."""
        for kid in self.children[number]:
            if self.tokens[kid].deprel in deprels:
                return kid
        return None

    def dependents(self, number: int, *relations: str) -> list[int]:
        """The children in these relations, subtypes included: "nsubj" takes in "nsubj:pass"."""
        tokens, bare = self.tokens, self.relations
        return [
            kid
            for kid in self.children[number]
            if bare[kid] in relations or tokens[kid].deprel in relations
        ]

    def dependent(self, number: int, *relations: str) -> int | None:
        """The first of `dependents`."""
        for kid in self.children[number]:
            if self.relations[kid] in relations or self.tokens[kid].deprel in relations:
                return kid
        return None

    def relation(self, number: int) -> str:
        """The relation to the head without its subtype."""
        return self.relations[number]

    def lemma(self, number: int) -> str:
        return self.lemmas[number]

    def word(self, number: int) -> str:
        """The token in lower case; "" before the first and after the last."""
        return self.lowered[number] if 0 <= number < len(self.lowered) else ""

    def case(self, number: int) -> str:
        """The preposition before a noun: "on", "because of", "out of"; "" where there is none."""
        for kid in self.children[number]:
            token = self.tokens[kid]
            if kid >= number:
                break
            if token.deprel == "case" and token.xpos != "POS":
                return " ".join(self.lowered[at] for at in self._whole(kid, number))
        return ""

    def _whole(self, preposition: int, noun: int) -> list[int]:
        """The tokens of a preposition of one or more words before a noun."""
        found = [preposition, *self.kids(preposition, "fixed")]
        after = found[-1] + 1
        second = after < noun and self.tokens[after].head == noun
        if second and self.relations[after] == "case" and self.lowered[after] in _SECOND:
            found.append(after)
        return found

    def below(self, number: int, top: int) -> bool:
        """True when the token lies in the subtree of `top`."""
        return self.entry[top] <= self.entry[number] < self.leave[top]

    def reach(self, number: int) -> Range:
        """The tokens from the first to the last of the subtree."""
        return self.low[number], self.high[number]

    def climb(self, number: int) -> Iterator[int]:
        """The token and those above it, as far as a sane tree is deep."""
        for _ in range(_DEEPEST):
            yield number
            head = self.tokens[number].head
            if head == number:
                return
            number = head

    def sentence_of(self, number: int) -> Range:
        """The tokens of the sentence that the token stands in."""
        return self.bounds[self.sentence[number]]

    def opening(self, number: int) -> int:
        """The first token of the sentence."""
        return self.bounds[self.sentence[number]][0]

    def quoted(self, number: int) -> bool:
        """True inside double quotation marks."""
        return self.quote[number] >= 0

    def parted(self, number: int, after: int) -> bool:
        """True when a sentence or a line ends between a token and the one after it."""
        return self.sentence[number] != self.sentence[after] or after in self.broken

    def at(self, start: int, end: int) -> Range:
        """The tokens that overlap the code points start:end."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def place(self, tokens: Range) -> Range:
        """The code points from the first to the last token of a non-empty range."""
        return self.starts[tokens[0]], self.ends[tokens[1] - 1]

    def words(self, tokens: Range) -> str:
        """The text of a non-empty range of tokens."""
        start, end = self.place(tokens)
        return self.text[start:end]

    def inside(self, spans: Iterable[Span]) -> Iterator[int]:
        """The tokens that begin inside one of the spans, span by span."""
        for span in spans:
            first = bisect_left(self.starts, span.start)
            yield from range(first, bisect_left(self.starts, span.end, first))


def parse(analysis: Analysis, dateline: Span | None = None) -> Parse:
    """The parse of a page's analysis, in time linear in its length."""
    lemmas = tuple(map(lemma_of, analysis.tokens))
    heads = repaired(analysis, lemmas, dateline)
    tokens = tuple(map(_mended, analysis.tokens, heads, lemmas))
    children = tuple(map(tuple, children_of(heads)))
    low, high, entry, leave = _walk(children, heads)
    end = 0 if dateline is None else dateline.end
    sentence = [0] * len(tokens)
    for number, item in enumerate(analysis.sentences):
        sentence[item.first : item.last] = [number] * (item.last - item.first)
    return Parse(
        analysis=replace(analysis, tokens=tokens),
        tokens=tokens,
        lemmas=lemmas,
        lowered=tuple(token.text.lower() for token in tokens),
        relations=tuple(token.deprel.partition(":")[0] for token in tokens),
        children=children,
        low=tuple(low),
        high=tuple(high),
        entry=tuple(entry),
        leave=tuple(leave),
        sentence=tuple(sentence),
        bounds=tuple((item.first, item.last) for item in analysis.sentences),
        starts=tuple(token.start for token in tokens),
        ends=tuple(token.end for token in tokens),
        labels={n: name.label for name in analysis.names for n in range(name.first, name.last)},
        quote=_quotes(analysis),
        broken=frozenset(_broken(analysis)),
        dateline=bisect_right([token.end for token in tokens], end) if end else 0,
    )


def _mended(token: Token, head: int, lemma: str) -> Token:
    if token.head == head and token.lemma.lower() == lemma:
        return token
    kept = token.lemma if token.lemma.lower() == lemma else lemma
    return replace(token, head=head, lemma=kept)


def _walk(
    children: Sequence[Sequence[int]], heads: Sequence[int]
) -> tuple[list[int], list[int], list[int], list[int]]:
    """Ranges and depth-first numbers, without recursion: sentences may be any length."""
    roots = [number for number, head in enumerate(heads) if head == number]
    order = list(roots)
    for number in order:  # grows as it is walked: parents before their children
        order.extend(children[number])
    size = len(children)
    low, high, weight = list(range(size)), list(range(1, size + 1)), [1] * size
    for number in reversed(order):
        for kid in children[number]:
            weight[number] += weight[kid]
            low[number] = min(low[number], low[kid])
            high[number] = max(high[number], high[kid])
    entry, clock = [0] * size, 0
    for root in roots:
        entry[root] = clock
        clock += weight[root]
    for number in order:
        at = entry[number] + 1
        for kid in children[number]:
            entry[kid] = at
            at += weight[kid]
    leave = [at + share for at, share in zip(entry, weight, strict=True)]
    return low, high, entry, leave


def _broken(analysis: Analysis) -> Iterator[int]:
    """The tokens before which a line ends."""
    end = 0
    for number, token in enumerate(analysis.tokens):
        if analysis.text.find("\n", end, token.start) >= 0:
            yield number
        end = token.end


def _quotes(analysis: Analysis) -> tuple[int, ...]:
    """Where the double quotation marks around each token open, -1 for tokens outside any; every
    paragraph starts outside."""
    start, paragraph = -1, -1
    starts = [-1] * len(analysis.tokens)
    for sentence in analysis.sentences:
        start = start if sentence.paragraph == paragraph else -1
        paragraph = sentence.paragraph
        for number in range(sentence.first, sentence.last):
            text = analysis.tokens[number].text
            if text in _OPENING or (text in _STRAIGHT and start < 0):
                start = number
            elif text in _CLOSING or text in _STRAIGHT:
                start = -1
            starts[number] = start
    return tuple(starts)

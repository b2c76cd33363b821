"""The dependency trees of a page, made easy to walk."""

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.model import Analysis, Token
from hearsay.reading.names.turns import find_turns

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
    }
)
# Prepositions after which a phrase still says who is meant; others say when, where or why.
_BELONGING = frozenset(
    {"of", "for", "from", "in", "at", "with", "to", "on", "near", "behind", "within", "inside",
     "around", "by", "under", "between", "among", "about", "without"}
)  # fmt: skip
_AFTER = frozenset({"amod", "acl", "acl:relcl"})
_HYPHENS = frozenset("-‐‑–")
_DEEPEST = 64  # steps from a word to the root that are followed
_NESTED = 6  # prepositional phrases inside one another
_LONGEST_CLAUSE = 12  # tokens of a relative clause kept in a description
_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")
_STRAIGHT = frozenset({'"', "``", "''"})


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens with their children and edges.

    `kids[i]` are the dependents of token i in order, `left[i]` and `right[i]` the first and last
    token below it (itself included), `sentence[i]` its sentence's number and `opening[i]` that
    sentence's first token; `quote[i]` is the first token of the quotation it stands in, -1
    outside any; `broken` are the tokens before which a line ends. `labels` are the tokens of
    the labels of a transcript's turns, `turn` the first token of the label of each token's turn.
    """

    tokens: tuple[Token, ...]
    kids: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    sentence: tuple[int, ...]
    opening: tuple[int, ...]
    quote: tuple[int, ...]
    broken: frozenset[int]
    labels: frozenset[int]
    turn: tuple[int, ...]

    @classmethod
    def of(cls, analysis: Analysis) -> "Tree":
        tokens = analysis.tokens
        kids: list[list[int]] = [[] for _ in tokens]
        for number, token in enumerate(tokens):
            if token.head != number:
                kids[token.head].append(number)
        left, right = _edges(tokens, kids)
        sentence, opening = [0] * len(tokens), [0] * len(tokens)
        for number, stretch in enumerate(analysis.sentences):
            length = stretch.last - stretch.first
            sentence[stretch.first : stretch.last] = [number] * length
            opening[stretch.first : stretch.last] = [stretch.first] * length
        broken = frozenset(_broken(analysis))
        turns = find_turns(tokens, broken)
        return cls(
            tokens,
            tuple(map(tuple, kids)),
            tuple(left),
            tuple(right),
            tuple(sentence),
            tuple(opening),
            _quotes(analysis),
            broken,
            frozenset(n for start, colon in turns.items() for n in range(start, colon + 1)),
            _spread(turns, len(tokens)),
        )

    def word(self, number: int) -> str:
        """The token in lower case; empty before the first and after the last."""
        return self.tokens[number].text.lower() if 0 <= number < len(self.tokens) else ""

    def relation(self, number: int) -> str:
        """The relation to the head without its subtype."""
        return self.tokens[number].deprel.partition(":")[0]

    def kid(self, number: int, *relations: str) -> int | None:
        """The first dependent that stands in one of these relations."""
        return next((k for k in self.kids[number] if self.tokens[k].deprel in relations), None)

    def case(self, number: int) -> str | None:
        """The preposition before a noun, in lower case."""
        for kid in self.kids[number]:
            token = self.tokens[kid]
            if token.deprel == "case" and token.xpos != "POS" and kid < number:
                return token.text.lower()
        return None

    def possessive(self, number: int) -> bool:
        return any(self.tokens[kid].xpos == "POS" for kid in self.kids[number])

    def climb(self, number: int) -> Iterator[int]:
        """The token and those above it, as far as a sane tree is deep."""
        for _ in range(_DEEPEST):
            yield number
            head = self.tokens[number].head
            if head == number:
                return
            number = head

    def quoted(self, number: int) -> bool:
        """True inside double quotation marks."""
        return self.quote[number] >= 0

    def joined(self, number: int) -> bool:
        """True when the token is a hyphen between two words."""
        return self.tokens[number].text in _HYPHENS and (
            0 < number < len(self.tokens) - 1
            and self.tokens[number - 1].end == self.tokens[number].start
            and self.tokens[number].end == self.tokens[number + 1].start
        )

    def parted(self, number: int, after: int) -> bool:
        """True when a sentence or a line ends between a token and the one after it."""
        return self.sentence[number] != self.sentence[after] or after in self.broken

    def left_edge(self, first: int, last: int) -> int:
        """The first token of the noun phrase that tokens first:last end: modifiers, owners, titles.

        Stops at prepositions, commas and coordinated phrases.
        """
        edge = first
        floor = max(0, first - 40)
        for number in range(first - 1, floor - 1, -1):
            if not self._belongs(number, edge, last):
                break
            edge = number
        while edge < first and self.tokens[edge].upos in ("PUNCT", "CCONJ", "PART"):
            edge += 1
        return edge

    def _belongs(self, number: int, edge: int, last: int) -> bool:
        token = self.tokens[number]
        if self.parted(number, edge) or token.text in (",", ";", ":", "(", ")"):
            return False
        for step in self.climb(number):
            if edge <= self.tokens[step].head < last and step != self.tokens[step].head:
                return self._attaches(step, number)
        return False

    def _attaches(self, step: int, number: int) -> bool:
        """True when what hangs at `step` belongs inside the phrase to the left of its head."""
        token = self.tokens[step]
        if token.deprel == "case":
            return token.xpos == "POS" and step == number
        if token.deprel in ("punct", "cc", "conj"):
            return step == number and (self.joined(number) or token.deprel != "punct")
        return token.deprel in _INSIDE_LEFT

    def right_edge(
        self, head: int, *, clauses: bool, without: frozenset[str] = frozenset(), depth: int = 0
    ) -> int:
        """One past the last token of the phrase of `head`: its prepositional phrases,
        but for those `without`, short restrictive clauses where `clauses`; no apposition, nothing
        after a comma."""
        edge = head + 1
        for kid in self.kids[head]:
            token = self.tokens[kid]
            if kid < head:
                continue
            if token.deprel == "flat" and kid == edge:
                edge = kid + 1
                continue
            if self.left[kid] != edge or self.tokens[edge].upos == "PUNCT":
                break
            if token.deprel in ("nmod", "nmod:unmarked") and self.case(kid) in _BELONGING - without:
                if depth == _NESTED:
                    break
                edge = self.right_edge(kid, clauses=False, depth=depth + 1)
            elif clauses and token.deprel in _AFTER:
                if self.right[kid] - self.left[kid] >= _LONGEST_CLAUSE:
                    break
                edge = self._clause_edge(kid)
            else:
                break
        return edge

    def _clause_edge(self, kid: int) -> int:
        edge = self.right[kid] + 1
        while edge > kid + 1 and self.tokens[edge - 1].upos == "PUNCT":
            edge -= 1
        return edge


def _edges(tokens: tuple[Token, ...], kids: list[list[int]]) -> tuple[list[int], list[int]]:
    left, right = list(range(len(tokens))), list(range(len(tokens)))
    stack = [number for number, token in enumerate(tokens) if token.head == number]
    order: list[int] = []
    while stack:
        number = stack.pop()
        order.append(number)
        stack.extend(kids[number])
    for number in reversed(order):
        for kid in kids[number]:
            left[number] = min(left[number], left[kid])
            right[number] = max(right[number], right[kid])
    return left, right


def _broken(analysis: Analysis) -> Iterator[int]:
    end = 0
    for number, token in enumerate(analysis.tokens):
        if "\n" in analysis.text[end : token.start]:
            yield number
        end = token.end


def _spread(turns: dict[int, int], length: int) -> tuple[int, ...]:
    """The turn of each token, -1 where none: a turn runs on until the next begins."""
    turn, own = -1, []
    for number in range(length):
        turn = number if number in turns else turn
        own.append(turn)
    return tuple(own)


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

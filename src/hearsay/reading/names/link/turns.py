"""The turns of a transcript: lines that open with who speaks, "SMITH: Not yet."."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hearsay.model import Token
from hearsay.syntax import Parse

_LONGEST = 8  # tokens of a label
_LEAST = 2  # lines with a label that make a transcript


@dataclass(frozen=True, slots=True)
class Turns:
    """`labels` are the tokens of all labels, `own` the first token of the label of each token's
    turn, -1 where none: a turn runs on until the next begins."""

    labels: frozenset[int]
    own: tuple[int, ...]

    @classmethod
    def of(cls, tree: Parse) -> "Turns":
        found = find_turns(tree.tokens, tree.broken)
        turn, own = -1, []
        for number in range(len(tree.tokens)):
            turn = number if number in found else turn
            own.append(turn)
        labels = (n for start, colon in found.items() for n in range(start, colon + 1))
        return cls(frozenset(labels), tuple(own))


def find_turns(tokens: Sequence[Token], broken: Collection[int]) -> dict[int, int]:
    """The first token of each line with a label, and the colon that ends the label.

    A page with fewer than two such lines has none, and a label not in capitals counts only where
    it comes back: "Note:" is no speaker.
    """
    starts = [n for n in sorted({0, *broken}) if n < len(tokens)]
    found = {start: colon for start in starts if (colon := _colon(tokens, start, broken))}
    told = Counter(_words(tokens, start, colon) for start, colon in found.items())
    kept = {
        start: colon
        for start, colon in found.items()
        if (words := _words(tokens, start, colon)).isupper() or told[words] > 1
    }
    return kept if len(kept) >= _LEAST else {}


def _colon(tokens: Sequence[Token], start: int, broken: Collection[int]) -> int | None:
    """Where a label that starts here ends; None where the line starts with none."""
    for number in range(start, min(start + _LONGEST, len(tokens))):
        text = tokens[number].text
        if number > start and number in broken:
            return None
        if text == ":":
            return number if number > start else None
        if not (text[0].isupper() or text in ".,-()'"):
            return None
    return None


def _words(tokens: Sequence[Token], start: int, colon: int) -> str:
    return " ".join(token.text for token in tokens[start:colon])

"""The turns of a transcript: lines that open with who speaks, "SMITH: Not yet."."""

from dataclasses import dataclass

from hearsay.syntax import Parse
from hearsay.syntax.turn_labels import turn_labels


@dataclass(frozen=True, slots=True)
class Turns:
    """`labels` are the tokens of all labels, `own` the first token of the label of each token's
    turn, -1 where none: a turn runs on until the next begins."""

    labels: frozenset[int]
    own: tuple[int, ...]

    @classmethod
    def of(cls, tree: Parse) -> "Turns":
        ranges = [tree.at(label.start, label.end) for label in turn_labels(tree.text)]
        starts = {first for first, last in ranges if first < last}
        turn, own = -1, []
        for number in range(len(tree.tokens)):
            turn = number if number in starts else turn
            own.append(turn)
        return cls(frozenset(n for first, last in ranges for n in range(first, last)), tuple(own))

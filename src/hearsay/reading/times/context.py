"""A sentence as the time rules see it: its atoms and the tokens behind them."""

from bisect import bisect_right
from dataclasses import dataclass

from hearsay.model import Analysis, Sentence, Token
from hearsay.reading.times.atoms import Atom, atoms

_MOST = 4_000  # atoms of a sentence that are read: one with more is a run of marks, no language


@dataclass(frozen=True, slots=True)
class Context:
    """`below` are the tokens that hang on each token, by its number; empty where no tree is."""

    analysis: Analysis
    sentence: Sentence
    atoms: list[Atom]
    below: dict[int, list[Token]]

    @classmethod
    def of(cls, analysis: Analysis, sentence: Sentence) -> "Context":
        tokens = analysis.tokens[sentence.first : sentence.last]
        below: dict[int, list[Token]] = {}
        for number, token in enumerate(tokens, sentence.first):
            if token.head != number:
                below.setdefault(token.head, []).append(token)
        found = atoms(analysis.text, tokens[0].start, tokens[-1].end)[:_MOST]
        return cls(analysis, sentence, found, below)

    def word(self, at: int) -> str:
        """The atom's word in lower case; "" outside the sentence."""
        return self.atoms[at].word if 0 <= at < len(self.atoms) else ""

    def words_before(self, at: int, many: int) -> str:
        """Up to so many words before the atom, joined by spaces."""
        return " ".join(atom.word for atom in self.atoms[max(at - many, 0) : at])

    def token(self, at: int) -> int:
        """The number of the token that holds the start of the atom."""
        tokens = self.analysis.tokens
        first, last = self.sentence.first, self.sentence.last
        start = self.atoms[at].start
        found = bisect_right(tokens, start, first, last, key=lambda token: token.start)
        return max(found - 1, first)

    def tag(self, at: int) -> Token | None:
        """The token of the atom, None outside the sentence."""
        if not 0 <= at < len(self.atoms):
            return None
        return self.analysis.tokens[self.token(at)]

"""A sentence as the time rules see it: its atoms and the tokens behind them."""

from bisect import bisect_right
from dataclasses import dataclass

from hearsay.model import Token
from hearsay.reading.times.grammar.atoms import Atom, atoms
from hearsay.syntax import Parse

_MOST = 4_000  # atoms of a sentence that are read: one with more is a run of marks, no language


@dataclass(frozen=True, slots=True)
class SentenceAtoms:
    """The atoms of the sentence of tokens `first` to `last`; `grown` where it has a tree at all."""

    tree: Parse
    first: int
    last: int
    atoms: list[Atom]
    grown: bool

    @classmethod
    def of(cls, tree: Parse, first: int, last: int) -> "SentenceAtoms":
        found = atoms(tree.text, tree.starts[first], tree.ends[last - 1])[:_MOST]
        return cls(tree, first, last, found, any(tree.children[first:last]))

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.tree.tokens

    def below(self, number: int) -> list[Token]:
        """The tokens that hang on this one."""
        return [self.tree.tokens[kid] for kid in self.tree.children[number]]

    def word(self, at: int) -> str:
        """The atom's word in lower case; "" outside the sentence."""
        return self.atoms[at].word if 0 <= at < len(self.atoms) else ""

    def words_before(self, at: int, many: int) -> str:
        """Up to so many words before the atom, joined by spaces."""
        return " ".join(atom.word for atom in self.atoms[max(at - many, 0) : at])

    def token(self, at: int) -> int:
        """The number of the token that holds the start of the atom."""
        found = bisect_right(self.tree.starts, self.atoms[at].start, self.first, self.last)
        return max(found - 1, self.first)

    def tag(self, at: int) -> Token | None:
        """The token of the atom, None outside the sentence."""
        return self.tree.tokens[self.token(at)] if 0 <= at < len(self.atoms) else None

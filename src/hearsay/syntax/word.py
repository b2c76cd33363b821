"""One word of a parse, for rules that read better with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hearsay.ontology import table
from hearsay.syntax.parse import Parse

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PASSIVE = ("aux:pass", "nsubj:pass", "obl:agent")
_CLAUSES = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"})
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a parse."""

    parse: Parse
    number: int

    @property
    def head(self) -> "Word | None":
        """The governor, None for a root."""
        head = self.parse.head(self.number)
        return None if head is None else Word(self.parse, head)

    @property
    def children(self) -> Iterator["Word"]:
        return (Word(self.parse, kid) for kid in self.parse.children[self.number])

    @property
    def subtree(self) -> Iterator["Word"]:
        """The word and those below it, in the order of the text."""
        parse = self.parse
        reach = range(*parse.reach(self.number))
        return (Word(parse, n) for n in reach if parse.below(n, self.number))

    @property
    def lemma(self) -> str:
        return self.parse.lemmas[self.number]

    @property
    def case(self) -> str:
        """The preposition before it, "" where there is none."""
        return self.parse.case(self.number)

    @property
    def negated(self) -> bool:
        """True with "not", "never", "no" right under it."""
        return any(self.parse.lowered[k] in _denials() for k in self.parse.children[self.number])

    @property
    def passive(self) -> bool:
        """True with an auxiliary, a subject or an agent of the passive."""
        return self.parse.kid(self.number, *_PASSIVE) is not None

    @property
    def finite(self) -> bool:
        """True for a verb, or a predicate by its copula or helper, that shows tense."""
        helpers = self.parse.dependents(self.number, "aux", "cop")
        return any(self.parse.tokens[n].xpos in _FINITE for n in (self.number, *helpers))

    @property
    def clause(self) -> "Word":
        """The word that heads the clause it stands in."""
        for number in self.parse.climb(self.number):
            top = self.parse.relations[number] in _CLAUSES or self.parse.head(number) is None
            if top or self.parse.tokens[number].upos in _VERBAL:
                return Word(self.parse, number)
        return self

    @property
    def quoted(self) -> bool:
        """True inside double quotation marks."""
        return self.parse.quoted(self.number)


@cache
def _denials() -> frozenset[str]:
    return frozenset(word.strip() for word in table("cues")["negation"]["words"].split(","))

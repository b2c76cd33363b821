"""The telling outside of quotations: who tells there, and how far apart two of its words are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from hearsay.ontology import table
from hearsay.reading.names.link.binding import SUBJECT
from hearsay.rules import rule
from hearsay.syntax import Parse


@dataclass(frozen=True, slots=True)
class Narration:
    """Distances between the words of a page that stand in no quotation.

    `words` are the narrated words before each token, `sentences` the sentences with a narrated word
    up to its own: what is quoted in between takes nobody's place. `tellers` are the subjects of
    cue verbs outside of marks.
    """

    words: tuple[int, ...]
    sentences: tuple[int, ...]
    tellers: frozenset[int]

    @classmethod
    def of(cls, tree: Parse) -> "Narration":
        tokens = range(len(tree.tokens))
        told = [not tree.quoted(n) and tree.tokens[n].upos != "PUNCT" for n in tokens]
        narrated = {tree.sentence[n] for n in tokens if told[n]}
        counted = list(accumulate(int(number in narrated) for number in range(len(tree.bounds))))
        return cls(
            tuple(accumulate(map(int, told))),
            tuple(counted[tree.sentence[n]] for n in tokens),
            frozenset(n for n in tokens if told[n] and _tells(tree, n)),
        )

    def apart(self, tree: Parse, pronoun: int, mention: int) -> tuple[int, int]:
        """Sentences and words between a pronoun and a mention; those quoted between count only for
        a pronoun that is quoted itself."""
        if tree.quoted(pronoun):
            return tree.sentence[pronoun] - tree.sentence[mention], abs(pronoun - mention)
        return (
            self.sentences[pronoun] - self.sentences[mention],
            abs(self.words[pronoun] - self.words[mention]),
        )


@rule("NAM-150")
def _tells(tree: Parse, number: int) -> bool:
    """True for the subject of a verb of telling."""
    token = tree.tokens[number]
    return token.deprel in SUBJECT and tree.lemma(token.head) in _telling()


@cache
def _telling() -> frozenset[str]:
    """The cue verbs that tell by themselves, without a quotation beside them."""
    return frozenset(lemma for row in table("cues")["verbs"] for lemma in _lemmas(row))


def _lemmas(row: Mapping[str, object]) -> Iterator[str]:
    if row["takes"] != ["quote"]:
        yield from (lemma.strip() for lemma in str(row["lemmas"]).split(","))

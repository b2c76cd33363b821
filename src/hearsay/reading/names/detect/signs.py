"""The words of a page that the tables know: names and nouns, by where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.ontology import table
from hearsay.reading.names.classify.noun_table import NounMatch
from hearsay.reading.names.detect.gazetteer import GazetteerMatch
from hearsay.rules import rule
from hearsay.syntax import Parse


@dataclass(frozen=True, slots=True)
class Signs:
    """The known words of a page by the token they start at; `covered` are all tokens they hold."""

    tree: Parse
    hits: dict[int, GazetteerMatch]
    nouns: dict[int, NounMatch]
    covered: dict[int, NounMatch | GazetteerMatch]

    @classmethod
    def of(cls, tree: Parse, hits: Iterable[GazetteerMatch], nouns: Iterable[NounMatch]) -> "Signs":
        by_hit, by_noun = {hit.first: hit for hit in hits}, {match.first: match for match in nouns}
        covered: dict[int, NounMatch | GazetteerMatch] = {}
        for match in by_noun.values():
            covered.update(dict.fromkeys(range(match.first, match.last), match))
        for hit in by_hit.values():
            covered.update(dict.fromkeys(range(hit.first, hit.last), hit))
        return cls(tree, by_hit, by_noun, covered)

    def held(self, number: int) -> bool:
        """True when the token belongs to a known name, a noun of several words, or a title."""
        item = self.covered.get(number)
        if item is None:
            return False
        several = item.last - item.first > 1
        return (
            several or isinstance(item, GazetteerMatch) or item.noun.kind in ("person", "honorific")
        )


@rule("NAM-042")
def names_field(tree: Parse, hit: GazetteerMatch, after: NounMatch | None) -> bool:
    """True for "Labour" in "Labour Minister": what an office is about, not the party."""
    heads = table("unique_offices")["same_heads"]
    word = tree.word(hit.first)
    single = hit.last - hit.first == 1 and word in table("offices")["domains"]
    return single and after is not None and after.noun.word in heads

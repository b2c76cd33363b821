"""What the steps of name reading see of a text, for tests of one step alone."""

from hearsay.model import Analysis
from hearsay.reading.names import find_mentions, nouns_in
from hearsay.reading.names.detect.gazetteer import find_known
from hearsay.reading.names.detect.signs import Signs, names_field
from hearsay.reading.names.link.mention_chains import Chains
from hearsay.syntax import Parse, parse


def signs_of(analysis: Analysis) -> Signs:
    """The known words of a text."""
    tree = parse(analysis)
    nouns = {match.first: match for match in nouns_in(tree)}
    hits = (hit for hit in find_known(tree) if not names_field(tree, hit, nouns.get(hit.last)))
    return Signs.of(tree, hits, nouns.values())


def chains_of(analysis: Analysis) -> tuple[Chains, Parse]:
    """The mentions of a text, none linked to another yet."""
    tree = parse(analysis)
    return Chains(find_mentions(tree)), tree


def token_at(tree: Parse, words: str) -> int:
    """The number of the token with which these words begin."""
    return tree.starts.index(tree.text.index(words))


def words_of(tree: Parse, first: int, last: int) -> str:
    """The words of the tokens `first` to `last` (half-open)."""
    return tree.text[tree.starts[first] : tree.ends[last - 1]]


def linked(chains: Chains, tree: Parse) -> list[list[str]]:
    """The words of each chain that has more than one mention."""
    found: dict[int, list[str]] = {}
    for number, mention in enumerate(chains.mentions):
        words = words_of(tree, mention.first, mention.last)
        found.setdefault(chains.chain(number), []).append(words)
    return [words for words in found.values() if len(words) > 1]

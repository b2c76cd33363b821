"""Who and what a page speaks of: names, descriptions and pronouns, and which of them are one."""

from collections.abc import Iterator

from hearsay.model import Document, Name
from hearsay.reading.names.classify.noun_table import NounMatch, match_noun
from hearsay.reading.names.detect.gazetteer import find_known
from hearsay.reading.names.detect.nominals import nominal_mentions, other_nouns
from hearsay.reading.names.detect.proper import proper_mentions
from hearsay.reading.names.detect.signs import Signs, names_field
from hearsay.reading.names.detect.spans import find_spans
from hearsay.reading.names.link.appositions import link_ties
from hearsay.reading.names.link.bodies import initialled, link_bodies
from hearsay.reading.names.link.descriptions import Descriptions
from hearsay.reading.names.link.mention_chains import Chains
from hearsay.reading.names.link.persons import link_persons
from hearsay.reading.names.link.pronouns import Pronouns, pronoun_mentions
from hearsay.reading.names.link.turns import Turns
from hearsay.reading.names.mention import Mention
from hearsay.reading.names.write_names import write_names
from hearsay.syntax import Parse

__all__ = ["find_names"]


def find_names(document: Document, tree: Parse) -> tuple[Name, ...]:
    """Every mention of a person, state, organisation, group, place or other name, with its chain.

    In the order of the text, the longer first where two begin together; a mention may lie inside
    another ("Iran" in "Iran's foreign minister"). Chains are numbered in the order they begin.
    """
    turns = Turns.of(tree)
    chains = Chains(find_mentions(tree))
    link_persons(chains, tree)
    link_bodies(chains, tree)
    told = link_ties(chains, tree, turns.labels)
    sure = _link_back(chains, tree, turns)
    return write_names(document, chains, tree, told, sure)


def _link_back(chains: Chains, tree: Parse, turns: Turns) -> dict[int, float]:
    """Joins descriptions and pronouns to what they refer back to, in the order of the text.

    "His" comes before the noun it owns, and "he said" before the words that he said. Gives the
    probabilities of the pronouns' links.
    """
    descriptions, pronouns = Descriptions(chains, tree), Pronouns(chains, tree, turns)
    order = sorted(range(len(chains.mentions)), key=lambda n: (pronouns.turn(n), n))
    for number in order:
        descriptions.link(number)
        pronouns.link(number)
    return pronouns.sure


def find_mentions(tree: Parse) -> list[Mention]:
    """All mentions in the order of the text, none linked yet; nouns for things among them."""
    nouns = {match.first: match for match in nouns_in(tree)}
    hits = (hit for hit in find_known(tree) if not names_field(tree, hit, nouns.get(hit.last)))
    signs = Signs.of(tree, hits, nouns.values())
    spans = find_spans(signs)
    named = list(proper_mentions(signs, spans))
    named += initialled(tree, named)
    taken = {n for span in spans for n in range(span.first, span.last)}
    for mention in named:
        if mention.kind == "person" or mention.last - mention.first == 1:
            taken.update(range(mention.first, mention.last))
    described = list(nominal_mentions(signs, frozenset(taken), spans))
    heads = taken.union(mention.head for mention in described)
    heads.update(n for mention in described for n in range(mention.core_first, mention.core_last))
    things = other_nouns(tree, frozenset(heads))
    mentions = [*named, *described, *pronoun_mentions(tree), *things]
    return sorted(mentions, key=lambda mention: mention.extent)


def nouns_in(tree: Parse) -> Iterator[NounMatch]:
    """The longest nouns of the tables, none overlapping another."""
    number = 0
    while number < len(tree.tokens):
        match = match_noun(tree, number)
        if match is not None:
            yield match
        number = number + 1 if match is None else match.last

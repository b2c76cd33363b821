"""Texts matched by the time rules and built, with no sentence around them."""

from hearsay.model import Analysis
from hearsay.reading.times.find_times import BUILDERS, phrases_in
from hearsay.reading.times.grammar.atoms import atoms
from hearsay.reading.times.grammar.join import joined
from hearsay.reading.times.grammar.phrase import Phrase
from hearsay.reading.times.grammar.rule_patterns import RuleMatch, letters, longest
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from hearsay.syntax import parse


def match(text: str, build: str) -> RuleMatch:
    """The first match of a rule that is built so: at the earliest place the longest."""
    scanned = atoms(text, 0, len(text))
    coded = letters(scanned)
    for at in range(len(scanned)):
        for fit in longest(scanned, coded, at):
            if fit.rule.build == build:
                return fit
    raise AssertionError(f"no rule built as {build} fits {text!r}")


def built(text: str, build: str) -> Phrase | None:
    """What the builder makes of the first match."""
    return BUILDERS[build](match(text, build))


def words(found: Phrase, text: str) -> str:
    """The words of the text that a phrase covers."""
    scanned = atoms(text, 0, len(text))
    return text[scanned[found.first].start : scanned[found.last - 1].end]


def sentence(analysis: Analysis) -> SentenceAtoms:
    """The first sentence of a text as the readers of times see it."""
    tree = parse(analysis)
    return SentenceAtoms.of(tree, *tree.bounds[0])


def place(context: SentenceAtoms, told: str) -> int:
    """The number of the atom with which these words begin."""
    start = context.tree.text.index(told)
    return next(at for at, atom in enumerate(context.atoms) if atom.start == start)


def phrase_over(context: SentenceAtoms, told: str) -> Phrase:
    """The joined phrase that begins with these words."""
    first = place(context, told)
    phrases = joined(list(phrases_in(context.atoms)), context.atoms)
    return next(one for one in phrases if one.first == first)


def marked(text: str) -> tuple[str, str]:
    """A text without its square brackets, and the words between them."""
    before, _, rest = text.partition("[")
    told, _, after = rest.partition("]")
    return before + told + after, told

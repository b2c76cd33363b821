"""What stands around an expression: since, until, before, after, and the event it hangs on."""

from functools import cache
from typing import get_args

from hearsay.model import Span, Token
from hearsay.model.mention_vocabulary import TimexRelation
from hearsay.ontology import known_word, table
from hearsay.reading.times.sentence_atoms import SentenceAtoms

_MOST_WORDS = 4
_ARTICLES = frozenset({"the", "its", "their", "his", "her", "last", "early", "late"})
_OPENING = frozenset({'"', "“", "‘", "'", "``", "`"})
_FLAT_REACH = 8
"""How many tokens of an event are taken where no tree is known."""


def relation(context: SentenceAtoms, first: int) -> TimexRelation:
    """How the thing told lies to the days of the expression that starts at the atom `first`."""
    known = _relations()
    if context.word(first - 1) in _ARTICLES:
        first -= 1
    for many in range(_MOST_WORDS, 0, -1):
        if many <= first:
            found = known.get(context.words_before(first, many))
            if found is not None:
                return found
    return "on"


@cache
def _relations() -> dict[str, TimexRelation]:
    rows, allowed = table("time_company")["relation"], get_args(TimexRelation)
    return {row: known_word(word, allowed, "time_company.toml", row) for row, word in rows.items()}


def event_after(context: SentenceAtoms, at: int) -> Span | None:
    """The words of the event told from the atom `at` on: "the attack", "Israel struck the camp"."""
    if at >= len(context.atoms):
        return None
    start = context.token(at)
    tokens = context.tokens
    lead = tokens[context.token(at - 1)] if at else tokens[start]
    if tokens[start].text in _OPENING and start + 1 < context.last:
        start += 1
    if tokens[start].upos == "PUNCT":
        return None
    last = _end_of_phrase(context, lead, start)
    return Span.of(context.tree.text, tokens[start].start, tokens[last].end)


def _end_of_phrase(context: SentenceAtoms, lead: Token, start: int) -> int:
    """The last token of the noun phrase or clause that begins at the token `start`.

    The word before it (`lead`, "after") hangs on its head, as a case mark or a conjunction.
    """
    tokens = context.tokens
    top = lead.head
    if lead.deprel not in ("case", "mark") or not start <= top < context.last:
        return _flat_end(context, start)
    last = max(start, top)
    while last + 1 < context.last and context.tree.below(last + 1, top):
        last += 1
    while last > start and tokens[last].upos == "PUNCT":
        last -= 1
    return last


def _flat_end(context: SentenceAtoms, start: int) -> int:
    tokens = context.tokens
    last = start
    while last + 1 < min(context.last, start + _FLAT_REACH) and tokens[last + 1].upos != "PUNCT":
        last += 1
    return last

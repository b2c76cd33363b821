"""Days counted from the day of telling: "he said on Monday he would leave on Tuesday"."""

from dataclasses import replace

from hearsay.model import Anchor, Timex
from hearsay.ontology import table
from hearsay.reading.times.anchor.tense import upwards
from hearsay.reading.times.grammar.phrase import Phrase
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from hearsay.rules import rule

_TELLS = frozenset(table("time_company")["tense"]["tells"])
_FUTURE_IN_PAST = frozenset({"would", "might", "could", "was", "were"})
_OPENS, _CLOSES, _EITHER = frozenset("“«"), frozenset("”»"), frozenset('"')


def count_from_telling(
    found: list[Timex], start: int, phrases: list[Phrase], context: SentenceAtoms
) -> None:
    """A day to come in what was said, and "tomorrow" in its quotation, hang on the day it was said.

    Only where the sentence tells that day: else the page's own is as near as can be known.
    """
    if not context.grown or len(phrases) < 2:
        return
    told_on = {
        context.tokens[context.token(one.last - 1)].head: start + i
        for i, one in enumerate(phrases)
        if one.kind in ("weekday", "monthday") and found[start + i].direction != "future"
    }
    for i, one in enumerate(phrases):
        told = _telling(one, context, told_on) if _may_hang(one, found[start + i]) else None
        if told is None or told == start + i:
            continue
        if one.kind == "weekday" or _quoted(one, context):
            same = found[told].said.weekday == one.said.weekday is not None
            found[start + i] = replace(
                found[start + i], anchor=Anchor.TIMEX, anchor_timex=told, strict=same
            )


@rule("TIM-042")
def _may_hang(one: Phrase, found: Timex) -> bool:
    plain = found.anchor is Anchor.PUBLICATION and one.shift is None and not one.strict
    to_come = one.kind == "weekday" and one.offset is None and found.direction == "future"
    return plain and (to_come or one.kind == "relday")


def _telling(one: Phrase, context: SentenceAtoms, told_on: dict[int, int]) -> int | None:
    """The number of the day on which was said what holds the phrase."""
    future = one.kind == "relday"
    for token, number in upwards(context, context.token(one.first)):
        children = context.below(number)
        if number in told_on and token.lemma.lower() in _TELLS and token.xpos in ("VBD", "VBN"):
            return told_on[number] if future else None
        if token.upos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
            future |= any(t.text.lower() in _FUTURE_IN_PAST for t in children)
    return None


@rule("TIM-043")
def _quoted(one: Phrase, context: SentenceAtoms) -> bool:
    """True between quotation marks that open in the sentence."""
    depth = 0
    for atom in context.atoms[: one.first]:
        if atom.word in _EITHER:
            depth = 1 - min(depth, 1)
        depth += (atom.word in _OPENS) - (atom.word in _CLOSES)
    return depth > 0

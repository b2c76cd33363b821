"""Quotations with nothing between them have one speaker."""

from collections.abc import Sequence
from dataclasses import replace

from hearsay.reading.attribution.candidate import AttributionCandidate
from hearsay.rules import rule
from hearsay.syntax import Parse

_MARKS = "\"“”„«»'‘’ \t\u00a0"


def one_voice(
    tree: Parse, statements: Sequence[AttributionCandidate]
) -> list[AttributionCandidate]:
    """The statements, a pronoun's quotation given to whom the next one names.

    In "He added: “We hold on.” “We always will,” said Gen. Osei" the closing mark meets the opening
    one: both are Osei's, whoever "he" was before.
    """
    named = {
        one.start: one for one in statements if one.source is not None and not _vague(tree, one)
    }
    found = []
    for one in statements:
        other = named.get(_next_quoted(tree, one)) if _vague(tree, one) else None
        found.append(one if other is None else replace(one, source=other.source))
    return found


@rule("ATT-070")
def _vague(tree: Parse, one: AttributionCandidate) -> bool:
    return one.source is not None and tree.tokens[one.source].upos == "PRON"


def _next_quoted(tree: Parse, one: AttributionCandidate) -> int:
    """Where the next quotation's content begins when only quotation marks part the two, else -1."""
    text, at = tree.text, one.end
    marks = 0
    while at < len(text) and text[at] in _MARKS:
        marks += not text[at].isspace()
        at += 1
    return at if marks >= 2 else at - 1 if marks == 1 and text[one.end - 1] in _MARKS else -1

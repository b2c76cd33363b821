"""Plans told in the past: "was due on Friday", "had been scheduled for Tuesday", "was to meet"."""

from hearsay.model import Token
from hearsay.ontology import table
from hearsay.reading.times.context import Context
from hearsay.reading.times.tense import upwards

_HELPERS = frozenset({"was", "were", "had", "'d", "’d"})
_NOT_ALONE = frozenset(table("time_company")["tense"]["plans_for"])
_PLANNED = frozenset(table("time_company")["tense"]["past_plans"])
_LED = ("for", "by")


UNTOLD = "nearest"
"""The direction of a day that may as well be behind as ahead."""


def of_past_plan(context: Context, at: int) -> str | None:
    """The direction of the day of such a plan; None where none is told.

    "Had been due on Friday" leaves it open, but "the date was set on Friday" was then.
    """
    if not context.below:
        return None
    for token, number in upwards(context, context.token(at)):
        children = context.below.get(number, [])
        if _is_past_plan(token, children):
            done = token.text.lower() in _NOT_ALONE and _hangs_on(context, at, number)
            return "past" if done else UNTOLD
        infinitive = token.xpos == "VB" or any(t.text.lower() == "to" for t in children)
        if token.upos in ("VERB", "AUX") and not infinitive:
            return None
    return None


def _hangs_on(context: Context, at: int, number: int) -> bool:
    """True when the expression hangs on the token itself and no "for" or "by" leads it."""
    head = context.analysis.tokens[context.token(at)].head
    return head == number and context.word(at - 1) not in _LED


def _is_past_plan(token: Token, children: list[Token]) -> bool:
    helpers = {t.text.lower() for t in children if t.deprel.startswith(("aux", "cop"))}
    if not helpers & _HELPERS:
        return False
    words = {token.text.lower(), *(t.text.lower() for t in children)}
    if words & _PLANNED:
        return True
    bare = token.xpos in ("VB", "VBN") and "to" in words
    return bare and bool(helpers & {"was", "were"})

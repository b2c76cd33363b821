"""Days that may be behind as well as ahead: "was due on Friday", "a crowd looks on Saturday"."""

from hearsay.model import Token
from hearsay.model.mention_vocabulary import Direction
from hearsay.ontology import table
from hearsay.reading.times.anchor.tense import upwards
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from hearsay.rules import rule

_HELPERS = frozenset({"was", "were", "had", "'d", "’d"})
_NOT_ALONE = frozenset(table("time_company")["tense"]["plans_for"])
_PLANNED = frozenset(table("time_company")["tense"]["past_plans"])
_ARRANGED = frozenset(table("time_company")["tense"]["arranged"])
_OTHER_PRESENTS = frozenset(
    word
    for name in ("reports", "plans", "planned_forms")
    for word in table("time_company")["tense"][name]
)
_TRIES = frozenset(table("time_company")["tense"]["tries"])
_DROPS = frozenset(table("time_company")["tense"]["drops"])
_LED = ("for", "by")
_BOUNDS = ("by", "until", "till", "from", "before", "through", "after", "starting", "beginning")


UNTOLD: Direction = "nearest"
"""The direction of a day that may as well be behind as ahead."""


def untold(context: SentenceAtoms, at: int) -> Direction | None:
    """The direction of such a day; None where the tense tells more.

    "Had been due on Friday" leaves it open, but "the date was set on Friday" was then.
    """
    if not context.grown:
        return None
    if _is_shown(context, at) or _is_tried(context, at):
        return UNTOLD
    return _of_past_plan(context, at)


@rule("TIM-021")
def _is_shown(context: SentenceAtoms, at: int) -> bool:
    """True under the present tense of a caption ("a shopper looks at empty shelves Saturday").

    What is arranged is told in it too ("the court sits on Monday"), by verbs that can be counted.
    """
    head = context.tokens[context.token(at)].head
    verb = context.tokens[head]
    told = verb.xpos not in ("VBZ", "VBP") or verb.text.lower().endswith("ed")
    if told or context.word(at - 1) in _BOUNDS:
        return False
    children = context.below(head)
    helped = any(t.deprel.startswith(("aux", "cop")) for t in children)
    lemma = verb.lemma.lower()
    return not helped and lemma not in _ARRANGED and lemma not in _OTHER_PRESENTS


@rule("TIM-022")
def _is_tried(context: SentenceAtoms, at: int) -> bool:
    """True in "wind delayed efforts to lower it on Saturday": on that day, or then delayed."""
    tokens = context.tokens
    verb = tokens[tokens[context.token(at)].head]
    return verb.deprel.startswith("acl") and tokens[verb.head].lemma.lower() in _TRIES


def _of_past_plan(context: SentenceAtoms, at: int) -> Direction | None:
    for token, number in upwards(context, context.token(at)):
        children = context.below(number)
        if _is_dropped(context, token):
            return UNTOLD
        if _is_past_plan(token, children):
            done = token.text.lower() in _NOT_ALONE and _hangs_on(context, at, number)
            return "past" if done else UNTOLD
        infinitive = token.xpos == "VB" or any(t.text.lower() == "to" for t in children)
        if token.upos in ("VERB", "AUX") and not infinitive:
            return None
    return None


@rule("TIM-023")
def _is_dropped(context: SentenceAtoms, plan: Token) -> bool:
    """True for "a rally planned for Saturday was banned": before that day, or after it."""
    if not plan.deprel.startswith("acl") or plan.text.lower() not in _PLANNED:
        return False
    above = context.tokens[plan.head].head
    verb = context.tokens[above]
    helpers = {t.text.lower() for t in context.below(above) if t.deprel.startswith("aux")}
    return verb.lemma.lower() in _DROPS and (verb.xpos == "VBD" or bool(helpers & _HELPERS))


@rule("TIM-024")
def _hangs_on(context: SentenceAtoms, at: int, number: int) -> bool:
    """True when the expression hangs on the token itself and no "for" or "by" leads it."""
    head = context.tokens[context.token(at)].head
    return head == number and context.word(at - 1) not in _LED


@rule("TIM-025")
def _is_past_plan(token: Token, children: list[Token]) -> bool:
    helpers = {t.text.lower() for t in children if t.deprel.startswith(("aux", "cop"))}
    if not helpers & _HELPERS:
        return False
    words = {token.text.lower(), *(t.text.lower() for t in children)}
    if words & _PLANNED:
        return True
    bare = token.xpos in ("VB", "VBN") and "to" in words
    return bare and bool(helpers & {"was", "were"})

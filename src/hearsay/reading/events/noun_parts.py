"""The phrase of an event's noun that no verb carries, taken apart."""

from hearsay.model import ClausePart, ClauseParts
from hearsay.reading.events.candidates.event_lexicon import words
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.reading.events.clause_words import is_bare, needed_tokens, phrase_words, spans_of
from hearsay.reading.events.page_context import PageContext
from hearsay.reading.events.phrase_parts import NOMINAL, is_several, phrase_part, told_by_event

_PARTICLES = frozenset({"down", "up", "off", "out"})
_LONGEST_DESCRIPTION = 14  # words
_HEAD = frozenset({"det", "amod", "nummod", "compound", "nmod:poss", "nmod:desc", "flat"})


def noun_parts(page: PageContext, found: TriggerCandidate) -> ClauseParts | None:
    """The phrase of a noun that no verb carries: the noun with what stands before it, and what
    hangs on it."""
    tree, noun = page.tree, found.trigger
    if tree.tokens[noun].upos not in NOMINAL or tree.tokens[noun].deprel in ("compound", "flat"):
        return None
    doers = {*found.valency.slots["poss"], *found.valency.slots["mod"]}
    left = [
        kid
        for kid in tree.children[noun]
        if kid < noun and tree.tokens[kid].deprel in _HEAD and not _is_day(page, kid)
    ]
    kept = [kid for kid in left if tree.tokens[kid].deprel not in ("det", "nmod:poss")]
    kept = [kid for kid in kept if not (kid in doers and kid in page.nouns.name_at)]
    tokens = {noun}
    for kid in kept:
        tokens.update(needed_tokens(page, kid))
    parts = [
        ClausePart("noun", spans_of(page, tokens), plural=tree.tokens[noun].xpos in ("NNS", "NNPS"))
    ]
    for kid in tree.kids(noun, "nmod"):
        case = tree.case(kid)
        if kid > noun and case and kid not in page.nouns.timed:
            doers_behind = [each for each in tree.kids(kid, "nmod") if tree.case(each) == "by"]
            made = ClausePart(
                case,
                phrase_words(page, kid, (*doers_behind, *told_by_event(page, kid))),
                case in ("of", "on", "against", "at"),
                is_several(tree, kid),
                is_bare(page, kid),
            )
            passing = case in words("sentences", "tellers")
            parts += [made] if made.spans and not passing else []
            for each in doers_behind[:1]:
                agent = phrase_part(page, each, "by")
                parts += [] if agent is None else [agent]
    behind = noun + 1
    if behind < len(tree.tokens) and tree.lowered[behind] in _PARTICLES:
        parts.append(
            ClausePart("particle", (page.document.span(*tree.place((behind, behind + 1))),))
        )
    for kid in tree.dependents(noun, "acl"):
        if any(tree.lowered[mark] == "to" for mark in tree.kids(kid, "mark")):
            purpose = phrase_part(page, kid, "complement", needed=False)
            parts += [] if purpose is None else [purpose]
        elif _describes(page, kid):
            described = phrase_part(page, kid, "relative", needed=False)
            parts += [] if described is None else [described]
    return ClauseParts("", parts=tuple(parts))


# no rule: a look-up of time words
def _is_day(page: PageContext, kid: int) -> bool:
    """True for a time that is no word of the event, as "1996" or "9 p.m." before a noun are."""
    if kid not in page.nouns.timed:
        return False
    tree = page.tree
    stands = [token.text for token in tree.tokens[tree.low[kid] : tree.high[kid]]]
    near = not words("sentences", "relative_days").isdisjoint(word.lower() for word in stands)
    named = any(word.istitle() for word in stands)
    return near or named or tree.tokens[kid].deprel == "nmod:poss"


# no rule: what a sentence may keep, which decides no reading
def _describes(page: PageContext, clause: int) -> bool:
    """True for a short clause on the noun of an event that says which one it is."""
    tree = page.tree
    if tree.high[clause] - tree.low[clause] > _LONGEST_DESCRIPTION:
        return False
    return not any(kid in page.nouns.timed for kid in tree.children[clause])

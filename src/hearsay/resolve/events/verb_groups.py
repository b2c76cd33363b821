"""The verb of a sentence in the tense and with the words that an event's status asks for."""

from dataclasses import dataclass

from hearsay.model.vocabulary import Status
from hearsay.ontology import table
from hearsay.syntax.inflection import gerund, participle, past, third_person

_WILL = ("will", "would", "shall")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What the verb of a sentence is to be."""

    verb: str
    plural: bool = False
    passive: bool = False
    negated: bool = False
    adverbs: tuple[str, ...] = ()


def manner(status: Status, tense: str, *, carries: bool, state: bool, negated: bool) -> str:
    """How the verb is told: past, present, progressive, perfect, "is to", "reportedly", or a modal.

    >>> manner("planned", "", carries=False, state=False, negated=False)
    'is to'
    >>> manner("planned", "past", carries=True, state=False, negated=False)
    'past'
    """
    modal = tense not in ("past", "present", "progressive", "perfect", "")
    will = "will" if tense in _WILL else tense
    if carries:
        if modal:
            return will
        return "past" if tense in ("past", "perfect", "") or status == "denied" else tense
    if status == "happened":
        kept = modal and (negated or tense in ("should", "must", "ought"))
        return will if kept else "past"
    if status == "ongoing":
        if tense == "perfect":
            return "perfect"
        return "present" if state else "progressive"
    if status == "denied":
        return "will" if tense in _WILL else "past"
    if status == "planned":
        return "will" if tense in _WILL else "is to"
    return {"threatened": "may", "hypothetical": "might", "unconfirmed": "reportedly"}[status]


def verb_group(form: VerbForm, how: str) -> str:
    """The words of the verb.

    >>> verb_group(VerbForm("attack"), "past")
    'attacked'
    >>> verb_group(VerbForm("ban", plural=True, passive=True), "is to")
    'are to be banned'
    >>> verb_group(VerbForm("meet", negated=True), "past")
    'did not meet'
    """
    verb = "be" if form.passive else form.verb
    end = (participle(form.verb),) if form.passive else ()
    helpers, main = _helped(verb, how, form)
    if not helpers:
        # "formally met", but "was formally dismissed"
        words = (main, *form.adverbs, *end) if verb == "be" else (*form.adverbs, main, *end)
    else:
        words = (*helpers[:1], *form.adverbs, *helpers[1:], main, *end)
    return " ".join(words)


def _helped(verb: str, how: str, form: VerbForm) -> tuple[tuple[str, ...], str]:
    """The helpers of a verb, and the verb in the form they ask for."""
    plural, no = form.plural, ("not",) if form.negated else ()
    be = "are" if plural else "is"
    if how == "progressive":
        return (be, *no), gerund(verb)
    if how == "perfect":
        return ("have" if plural else "has", *no), participle(verb)
    if how == "is to":
        return (be, *no, "to"), verb
    if how == "reportedly":
        helpers, main = _helped(verb, "past", form)
        if verb == "be":
            return (), " ".join((*helpers, main, "reportedly"))
        return ("reportedly", *helpers), main
    if how in ("past", "present"):
        return _simple(verb, how, plural=plural, no=no)
    return (how, *no), verb


def _simple(
    verb: str, how: str, *, plural: bool, no: tuple[str, ...]
) -> tuple[tuple[str, ...], str]:
    if verb == "be":
        told = ("were" if plural else "was") if how == "past" else ("are" if plural else "is")
        return ((told,), "not") if no else ((), told)
    if no:
        helper = "did" if how == "past" else "do" if plural else "does"
        return (helper, "not"), verb
    if how == "past":
        return (), past(verb)
    return (), verb if plural else third_person(verb)


# no rule: a look-up
def is_state(verb: str) -> bool:
    """True for a verb that is told as it is: "supports", not "is supporting"."""
    return verb in {word.strip() for word in table("sentences")["states"].split(",")}

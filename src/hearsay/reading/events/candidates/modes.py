"""The mode of an event: by its sense, by the means told, by what is asked or threatened."""

from hearsay.ontology import table
from hearsay.reading.events.candidates.event_lexicon import lexicon, words
from hearsay.reading.events.candidates.senses import verb_types
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.reading.events.page_context import PageContext

_NEAR = ("s", "with", "by", "of", "involving")
_ACROSS = (*_NEAR, "on", "over", "o", "in", "during")  # where a talk or a move tells its means


def mode_of(page: PageContext, found: TriggerCandidate) -> str | None:
    """The mode of the sense, else that of the means told or of what is asked or threatened."""
    kind, told = found.sense.type, found.sense.mode
    if told is not None or kind not in table("means"):
        return told
    if kind in ("REQUEST", "REJECT", "THREATEN"):
        return _asked(page, found)
    slots = found.valency.slots
    wide = _NEAR if kind == "ASSAULT" else _ACROSS
    around = [at for slot in wide for at in slots.get(slot, ())]
    near = {word for at in around for word in page.nouns.kinds(at)}
    near |= found.valency.modifiers
    for mode in table("means")[kind]:
        if not near.isdisjoint(words("means", kind, mode)):
            return str(mode)
    return None


def _asked(page: PageContext, found: TriggerCandidate) -> str | None:
    types: set[str] = set()
    verb = found.valency.infinitive
    if verb is not None:
        types |= set(verb_types(page.tree, verb))
    for slot in ("o", "for"):
        for at in found.valency.slots.get(slot, ()):
            types |= lexicon().types.get(page.tree.lemma(at), frozenset())
    for mode, asked in table("means")[found.sense.type].items():
        if not types.isdisjoint(asked):
            return str(mode)
    return None

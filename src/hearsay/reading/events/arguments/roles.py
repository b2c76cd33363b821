"""From heads in slots to arguments: source, target, participant, each with its name on the page."""

from hearsay.model import Argument, Document, Span
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.reading.events.arguments.valency import Valency
from hearsay.reading.events.candidates.event_lexicon import Sense, words
from hearsay.rules import rule
from hearsay.syntax import Parse

_STRUCK = frozenset({"ASSAULT", "COERCE", "AID", "PROTEST", "MOBILIZE", "RETREAT"})
# Slots in which a thing stands for whom it belongs to.
_OWNED = frozenset(
    {"s", "o", "poss", "by", "of", "i", "to", "against", "on", "for", "at", "from", "out of"}
)
_ORDER = ("source", "target", "participant")
_SPLIT = (("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("fewer", "than"))
_LEFT = ("det", "amod", "nummod", "compound", "nmod:poss", "nmod:desc", "flat", "advmod")


def arguments(
    document: Document, sense: Sense, valency: Valency, nouns: Nouns
) -> tuple[Argument, ...]:
    """The actors of an event mention, sources first, each once."""
    found: list[tuple[str, int]] = []
    struck = sense.type in _STRUCK and any(map(nouns.is_agent, valency.slots["o"]))
    for slot, heads in valency.slots.items():
        role = sense.roles.get(slot)
        # In "shot ten people in protests against the king" nobody shot at the king.
        if role and not (struck and slot == "against"):
            found += [
                (role, actor)
                for head in heads
                for actor in _fillers(head, slot, role, sense, nouns)
            ]
    return _distinct(document, found, nouns)


def _fillers(head: int, slot: str, role: str, sense: Sense, nouns: Nouns) -> tuple[int, ...]:
    """Who fills a role: the noun when it can act, else whom it belongs to."""
    if _stands_in(nouns, head):
        return ()
    if slot == "mod":
        return (head,) if head in nouns.name_at and nouns.is_agent(head) else ()
    if role != "source" and head in nouns.name_at and "place" in nouns.kinds(head):
        return (head,) if sense.type in _STRUCK else ()
    if nouns.is_agent(head):
        return (head,)
    if slot in _OWNED:
        return nouns.owners(head)
    return ()


@rule("EVT-013")
def _stands_in(nouns: Nouns, head: int) -> bool:
    """True for "one another", and a relative pronoun that no noun was found for."""
    tree = nouns.tree
    word = tree.word(head)
    if word in ("who", "whom", "which", "another", "other"):
        return head not in nouns.name_at
    return (word, tree.word(head + 1)) in (("one", "another"), ("each", "other"))


def _distinct(
    document: Document, found: list[tuple[str, int]], nouns: Nouns
) -> tuple[Argument, ...]:
    """Arguments in order, one for each referent and no referent in two roles."""
    kept: list[Argument] = []
    seen: set[object] = set()
    for role, head in sorted(found, key=lambda pair: (_ORDER.index(pair[0]), pair[1])):
        name = nouns.name_at.get(head)
        key = ("chain", nouns.names[name].chain) if name is not None else ("token", head)
        if key not in seen:
            seen.add(key)
            kept.append(Argument(role, _span(document, head, name, nouns), name))
    return tuple(kept)


def _span(document: Document, head: int, name: int | None, nouns: Nouns) -> Span:
    if name is not None:
        return nouns.names[name].span
    first, last = phrase(nouns.tree, head)
    return document.span(nouns.tree.tokens[first].start, nouns.tree.tokens[last - 1].end)


def phrase(tree: Parse, head: int) -> tuple[int, int]:
    """The tokens of a short noun phrase: the noun, what stands before it, and an of-phrase."""
    first, last = head, head + 1
    for kid in tree.children[head]:
        if tree.tokens[kid].deprel in _LEFT and kid < head:
            first = min(first, tree.low[kid])
        elif tree.relation(kid) in ("flat", "compound") and kid > head:
            last = max(last, tree.high[kid])
        elif tree.tokens[kid].deprel == "nmod" and tree.case(kid) == "of" and kid > head:
            last = max(last, phrase(tree, kid)[1])
    pair = (tree.word(first - 1), tree.word(first)) if first else ()
    return first - (pair in _SPLIT), last


def place(sense: Sense, valency: Valency, nouns: Nouns, taken: tuple[Argument, ...]) -> int | None:
    """The number of the name that says where, None when none does."""
    used = {argument.name for argument in taken if argument.role != "target"}
    for slot, heads in valency.slots.items():
        if (
            slot in words("event_order", "place", "prepositions")
            and sense.roles.get(slot) != "source"
        ):
            for head in heads:
                name = _place_name(head, nouns)
                if name is not None and name not in used:
                    return name
    for slot in ("o", "on", "at", "against", "into", "to", "of", "mod"):
        for head in valency.slots.get(slot, ()):
            name = nouns.name_at.get(head)
            if name is not None and nouns.names[name].kind == "place" and name not in used:
                return name if slot != "from" else None
    return None


def _place_name(head: int, nouns: Nouns) -> int | None:
    """The name of a place or state at a head, or after "the town of"."""
    name = nouns.name_at.get(head)
    if name is not None and nouns.names[name].kind in ("place", "state"):
        return name
    if "place" in nouns.kinds(head) or "facility" in nouns.kinds(head):
        for kid in nouns.tree.kids(head, "nmod", "appos", "compound", "flat"):
            inner = nouns.name_at.get(kid)
            if inner is not None and nouns.names[inner].kind in ("place", "state"):
                return inner
    return None

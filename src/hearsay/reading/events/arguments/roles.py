"""From heads in slots to arguments: source, target, participant, each with its name on the page."""

from hearsay.model import Argument, Document, Span
from hearsay.model.vocabulary import PartyRole
from hearsay.ontology import table
from hearsay.reading.events.arguments.coordination import coordinated
from hearsay.reading.events.arguments.party_nouns import Nouns, ranks
from hearsay.reading.events.arguments.set_members import Sets
from hearsay.reading.events.arguments.valency import Valency
from hearsay.reading.events.candidates.event_lexicon import Sense, words
from hearsay.rules import rule
from hearsay.syntax import Parse

_STRUCK = frozenset({"ASSAULT", "COERCE", "AID", "PROTEST", "MOBILIZE", "RETREAT"})
_RULED = frozenset({"COERCE"})  # what is banned and what is seized is mostly things
# Slots in which a thing stands for whom it belongs to.
_OWNED = frozenset(
    {"s", "o", "poss", "by", "of", "i", "to", "against", "on", "for", "at", "from", "out of"}
)
_TELLING = frozenset({"acl", "amod"})
_LONGEST_TOLD = 10  # tokens of "those hurt in the fire"
_LONGEST_TIED = 24  # characters of a word before a hyphen
_GOALS = frozenset({"to", "into", "in"})
_SPOKEN_TO = frozenset({"o", "i", "on", "upon", "to", "from", "clause"})
_AWAY = frozenset({"to", "from"})  # of what is called off: "a trip to Europe"
# Things that force strikes, of men or of nature.
_STRIKABLE = frozenset({"vehicle", "facility", "place", "people"})
_FORCEFUL = frozenset({"ASSAULT", "DISASTER", "ACCIDENT"})
_ORDER = ("source", "target", "participant")
_SPLIT = (("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("fewer", "than"))
_LEFT = ("det", "amod", "nummod", "compound", "nmod:poss", "nmod:desc", "flat", "advmod")


def arguments(
    document: Document, sense: Sense, valency: Valency, nouns: Nouns, sets: Sets
) -> tuple[Argument, ...]:
    """The actors of an event mention, sources first, each once; a set as its members."""
    found: list[tuple[PartyRole, int]] = []
    struck = sense.type in _STRUCK and any(map(nouns.is_agent, valency.slots["o"]))
    for slot, heads in valency.slots.items():
        role = sense.roles.get(slot)
        if slot == "inf" and sense.type == "CONSULT" and not _is_to_meet(sense, nouns, valency):
            continue
        # In "shot ten people in protests against the king" nobody shot at the king.
        if role and not (struck and (slot == "against" or (role == "target" and slot in _GOALS))):
            if heads and _led_by_thing(heads, slot, role, sense, nouns):
                continue
            found += [
                (role, actor)
                for head in heads
                for actor in _fillers(head, slot, role, sense, nouns)
                if not _is_pointed_at(nouns, actor, valency)
            ]
    return _distinct(document, found, nouns, sets)


@rule("EVT-219")
def _is_pointed_at(nouns: Nouns, head: int, valency: Valency) -> bool:
    """True for "those" whom the verb itself describes: "those arrested" names nobody."""
    pointing = nouns.tree.lemma(head) in ("this", "that", "these", "those")
    return pointing and nouns.tree.head(valency.trigger) == head


@rule("EVT-218")
def _is_hazard(sense: Sense, valency: Valency, nouns: Nouns) -> bool:
    """True for a hazard called by its name, or with a verb of its own: "the flood killed"."""
    own = nouns.name_at.get(valency.trigger)
    if own is not None and nouns.is_known(nouns.names[own].chain):
        return True
    tree = nouns.tree
    does = tree.relation(valency.trigger) == "nsubj" and len(valency.carriers) > 1
    return sense.type == "DISASTER" and does and tree.tokens[valency.trigger].upos == "NOUN"


@rule("EVT-216")
def _is_to_meet(sense: Sense, nouns: Nouns, valency: Valency) -> bool:
    """True for a journey whose purpose is a meeting: "flew to Lom to meet the envoy"."""
    purpose = valency.infinitive
    if purpose is None or sense.mode != "visit":
        return False
    return nouns.tree.lemma(purpose) in words("noun_classes", "meeting")


def undergone(
    document: Document, sense: Sense, valency: Valency, nouns: Nouns, held: tuple[Argument, ...]
) -> tuple[Argument, ...]:
    """The things a deed is done to, for types that are done to things, where nobody else is its
    target: "condemned the raid", "attacked two tankers"."""
    slots = table("plover")[sense.type].get("things", ())
    if any(argument.role in ("target", "participant") for argument in held):
        return ()
    heads = [
        named
        for slot in slots
        if sense.roles.get(slot) == "target"
        for head in valency.slots.get(slot, ())
        if _undergoes(sense, nouns, head)
        for named in _called(nouns, head)
    ]
    taken = {argument.name for argument in held if argument.name is not None}
    told: list[tuple[PartyRole, int]] = [
        ("target", head) for head in heads if nouns.name_at.get(head) not in taken
    ]
    return _distinct(document, told, nouns, None)


def causes(
    document: Document, sense: Sense, valency: Valency, nouns: Nouns, held: tuple[Argument, ...]
) -> tuple[Argument, ...]:
    """The things that did it though they cannot act, for types that befall people: "a plane
    crashed", "the storm flooded the town", a hazard by its name."""
    slots = table("plover")[sense.type].get("causes", ())
    if any(argument.role == "source" for argument in held):
        return ()
    heads = [head for slot in slots for head in valency.slots.get(slot, ())]
    told: list[tuple[PartyRole, int]]
    told = [("source", head) for head in heads if _causes(sense, nouns, head)]
    if not told and slots and _is_hazard(sense, valency, nouns):
        told = [("source", valency.trigger)]
    taken = {argument.name for argument in held if argument.name is not None}
    told = [each for each in told if nouns.name_at.get(each[1], -1) not in taken]
    return _distinct(document, told, nouns, None)


def _called(nouns: Nouns, head: int) -> tuple[int, ...]:
    """What an empty noun is of: the places of "the cities of Lom and Tarn", the fire of "the cause
    of the fire"."""
    tree, lemma = nouns.tree, nouns.tree.lemma(head)
    inside = [kid for kid in tree.kids(head, "nmod") if tree.case(kid) == "of"]
    told = [at for kid in inside for at in coordinated(tree, kid)]
    if lemma in words("noun_classes", "pointing"):
        return tuple(told)
    places = lemma in words("noun_classes", "scenery")
    return tuple(at for at in told if places and _is_named(nouns, at)) or (head,)


# no rule: a look-up
def _is_named(nouns: Nouns, head: int) -> bool:
    """True for the head of a name."""
    return head in nouns.name_at and nouns.names[nouns.name_at[head]].form == "name"


@rule("EVT-215")
def _causes(sense: Sense, nouns: Nouns, head: int) -> bool:
    """True for a thing that is more than the word of the event itself."""
    tree = nouns.tree
    if (
        nouns.is_agent(head)
        or tree.tokens[head].upos not in ("NOUN", "PROPN")
        or head in nouns.timed
    ):
        return False
    return tree.lemma(head) not in (*sense.word.split(), *words("noun_classes", "hollow"))


@rule("EVT-151")
def _undergoes(sense: Sense, nouns: Nouns, head: int) -> bool:
    """True for a noun that a deed can be done to: no weapon it is done with, no word of its own."""
    tree, kinds = nouns.tree, nouns.kinds(head)
    if tree.tokens[head].upos not in ("NOUN", "PROPN") or head in nouns.timed:
        return False
    if tree.lemma(head) in sense.word.split() or tree.lemma(head) in words(
        "noun_classes", "hollow"
    ):
        return False
    return sense.type not in _FORCEFUL or not kinds.isdisjoint(_STRIKABLE)


@rule("EVT-152")
def _led_by_thing(
    heads: tuple[int, ...], slot: str, role: PartyRole, sense: Sense, nouns: Nouns
) -> bool:
    """True where the first of several named together cannot act, so that the rest do not either:
    "a plane carrying tourists and two pilots crashed, killing ten"."""
    first = min(heads)
    if len(heads) == 1 or nouns.tree.head(max(heads)) != first:
        return False
    if role != "source" and (role != "target" or slot != "o" or sense.type in _STRUCK - _RULED):
        return False
    return not _fillers(first, slot, role, sense, nouns)


def _fillers(head: int, slot: str, role: PartyRole, sense: Sense, nouns: Nouns) -> tuple[int, ...]:
    """Who fills a role: the noun when it can act, else whom it belongs to."""
    if _stands_in(nouns, head) or (slot == "poss" and role == "source" and ranks(nouns, head)):
        return ()
    if slot == "mod":
        return (head,) if head in nouns.name_at and nouns.is_agent(head) else ()
    if role != "source" and _is_scenery(nouns, head):
        return ()
    if role != "source" and head in nouns.name_at and "place" in nouns.kinds(head):
        return (head,) if _is_aimed_at(sense, slot, role) else ()
    if nouns.is_agent(head) and not _is_weapon(nouns, head):
        return (head,)
    if slot in _OWNED:
        return nouns.owners(head)
    return ()


@rule("EVT-158")
def _is_scenery(nouns: Nouns, head: int) -> bool:
    """True for a land without a name, told as where and not as who: "visited the region"."""
    number = nouns.name_at.get(head)
    named = number is not None and nouns.is_known(nouns.names[number].chain)
    single = nouns.tree.tokens[head].xpos == "NN"
    return single and not named and nouns.tree.lemma(head) in words("noun_classes", "scenery")


@rule("EVT-159")
def _is_aimed_at(sense: Sense, slot: str, role: PartyRole) -> bool:
    """True for a place that is struck or spoken to: "shelled Lom", "urged Europe to act"."""
    verbal = table("plover")[sense.type].get("verbal", False)
    if sense.type == "REJECT" and slot in _AWAY:
        return False
    return sense.type in _STRUCK or (role == "target" and verbal and slot in _SPOKEN_TO)


# no rule: a look-up of classes
def _is_weapon(nouns: Nouns, head: int) -> bool:
    """True for arms that no name is told for: they are somebody's."""
    return head not in nouns.name_at and "weapon" in nouns.kinds(head)


@rule("EVT-013")
def _stands_in(nouns: Nouns, head: int) -> bool:
    """True for "one another", and a relative pronoun that no noun was found for."""
    tree = nouns.tree
    word = tree.word(head)
    if word in ("who", "whom", "which", "another", "other"):
        return head not in nouns.name_at
    return (word, tree.word(head + 1)) in (("one", "another"), ("each", "other"))


def _distinct(
    document: Document, found: list[tuple[PartyRole, int]], nouns: Nouns, sets: Sets | None
) -> tuple[Argument, ...]:
    """The arguments in order, no referent in two roles."""
    kept: list[Argument] = []
    seen: set[object] = set()
    for role, head in sorted(found, key=lambda pair: (_ORDER.index(pair[0]), pair[1])):
        members = () if sets is None else sets.members(head)
        own = nouns.name_at.get(head)
        span = _span(document, head, own, nouns)
        for name in members or (own,):
            key = ("chain", nouns.names[name].chain) if name is not None else ("token", head)
            if key not in seen:
                seen.add(key)
                kept.append(Argument(role, span, name, span if members else None))
    return tuple(kept)


def _span(document: Document, head: int, name: int | None, nouns: Nouns) -> Span:
    """The words of a party: a name whole, a description without the clause that describes it."""
    tree = nouns.tree
    described = name is None or nouns.names[name].form == "nominal"
    if name is not None and not (described and tree.kid(head, "acl", "acl:relcl") is not None):
        span = nouns.names[name].span
        return _from_hyphen(document, span) if described else span
    first, last = phrase(tree, head)
    return document.span(tree.tokens[first].start, tree.tokens[last - 1].end)


def _from_hyphen(document: Document, span: Span) -> Span:
    """A description with the word that a hyphen ties to its first: "Chad-backed rebels"."""
    before = document.text[max(0, span.start - _LONGEST_TIED) : span.start]
    tied = before.split()[-1] if before.endswith("-") and before.strip() else ""
    return document.span(span.start - len(tied), span.end)


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
        elif tree.word(head) == "those" and kid > head and tree.relation(kid) in _TELLING:
            last = max(last, min(tree.high[kid], head + _LONGEST_TOLD))
    pair = (tree.word(first - 1), tree.word(first)) if first else ()
    return first - (pair in _SPLIT), last

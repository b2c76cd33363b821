"""Where it happened: the place named in the clause, its objects, or the clause it hangs on."""

from collections.abc import Iterator, Mapping

from hearsay.model import Argument, Name, Span
from hearsay.ontology import table
from hearsay.reading.events.arguments.party_nouns import Nouns, ranks
from hearsay.reading.events.arguments.valency import Valency, phrases
from hearsay.reading.events.candidates.event_lexicon import Sense, words
from hearsay.rules import rule
from hearsay.syntax import Parse

Ranges = Mapping[int, tuple[tuple[int, int], ...]]

_NAMED = ("place", "state")
_INNER = ("nmod", "appos", "compound", "flat", "nmod:poss", "nmod:desc", "amod")
_DEEP = 3  # steps into a phrase, and up the clauses
_UP = frozenset({"advcl", "xcomp", "acl", "acl:relcl", "conj"})
_WHERE = frozenset({"in", "at", "near", "outside"})
_GOALS = ("to", "into", "in")
_STOOD = ("o", "on", "at", "against", "into", "to", "of", "mod")


class Locations:
    """Finds the places of the events of one page; `located` are its LOC roles by predicate."""

    def __init__(self, nouns: Nouns, located: Ranges) -> None:
        self._nouns, self._tree, self._located = nouns, nouns.tree, located

    def of(self, sense: Sense, valency: Valency, held: tuple[Argument, ...]) -> int | None:
        """The number of the name that says where, None when none does."""
        used = {argument.name for argument in held if argument.role != "target"}
        visited = self._visited(sense, valency)
        if visited is not None:
            return visited
        found = (name for name in self._candidates(sense, valency) if name not in used)
        own = next(found, None)
        return self._of_authority(sense, held) if own is None else own

    def _visited(self, sense: Sense, valency: Valency) -> int | None:
        """The place that a visit goes to: "flew to Chile", "a trip to Lom"."""
        if sense.mode != "visit":
            return None
        goals = (head for slot in ("o", *_GOALS) for head in valency.slots.get(slot, ()))
        lands = (head for head in goals if self._kind(head) in _NAMED)
        return next((at for head in lands for at in self._inside(head, _DEEP)), None)

    def _candidates(self, sense: Sense, valency: Valency) -> Iterator[int]:
        """Names that may say where, the surest first."""
        for slot, heads in valency.slots.items():
            if _says_where(sense, slot):
                yield from self._named(self._of_clause(sense, valency, heads))
        for carrier in valency.carriers:
            yield from self._named(self._role_heads(carrier))
        bodily = table("plover")[sense.type].get("scene", False) or sense.type == "REJECT"
        for slot in _STOOD if bodily else ():
            for head in valency.slots.get(slot, ()):
                if self._kind(head) == "place":
                    yield from self._inside(head, _DEEP)
        for head in valency.slots.get("poss", ()):
            if self._kind(head) in _NAMED and ranks(self._nouns, head):
                yield self._nouns.name_at[head]
        yield from self._of_objects(sense, valency)
        yield from self._above(valency)
        yield from self._below(valency)
        if table("plover")[sense.type].keys() & {"verbal", "local"}:
            for head in valency.slots.get("s", ()):
                for case, heads in phrases(self._tree, head, "nmod").items():
                    if case in _WHERE:
                        yield from self._named(heads)
        if sense.type == "ASSAULT":
            yield from self._struck(sense, valency)

    def _of_clause(self, sense: Sense, valency: Valency, heads: tuple[int, ...]) -> tuple[int, ...]:
        """The heads but, for words about things elsewhere, those that hang on the object:
        "condemned the raid in Lom"."""
        kind, held = table("plover")[sense.type], valency.slots.get("o", ())
        if not kind.get("verbal", False) or kind.get("scene", False):
            return heads
        if self._is_home(sense, valency):
            return heads
        return tuple(head for head in heads if self._tree.head(head) not in held)

    def _of_authority(self, sense: Sense, held: tuple[Argument, ...]) -> int | None:
        """The place whose authority acts at home: "the Lom police arrested", "the mayor of Lom";
        of a state's authority the state, for what it decides and whom it holds."""
        kind = table("plover")[sense.type]
        if not kind.get("local", False):
            return None
        sources = [a.name for a in held if a.role == "source" and a.name is not None]
        for source in sources:
            told = self._nouns.told(source)
            if any(map(_is_authority, told)):
                inside = (at for name in told for at in self._nouns.within(name.span))
                lands = (self._nouns.name_at[at] for at in inside if self._kind(at) == "place")
                return next(lands, self._home(sense, source, held))
            if self._nouns.names[source].kind == "state":
                return self._home(sense, source, held)
        return None

    def _home(self, sense: Sense, source: int, held: tuple[Argument, ...]) -> int | None:
        """The state of who acts, where it decides for itself."""
        country = self._nouns.names[source].country
        others = {self._nouns.names[a.name].country for a in held if a.name is not None}
        if sense.type not in words("event_order", "place", "home") or others - {country, None}:
            return None
        return None if country is None else self._nouns.state(country)

    def _named(self, heads: tuple[int, ...]) -> Iterator[int]:
        for head in heads:
            yield from self._inside(head, _DEEP)

    def _inside(self, head: int, steps: int) -> Iterator[int]:
        """The place a noun names, or that is named in its phrase: "the town of Lom", "a Lom jail",
        "a rally in Lom"."""
        number = self._nouns.name_at.get(head)
        name = None if number is None else self._nouns.names[number]
        if number is not None and name is not None and name.form == "name" and name.kind in _NAMED:
            yield number
            return
        if number is not None and self._tree.lemma(head) in words("event_order", "place", "edges"):
            yield number  # off the coast of a land is not in it
            return
        site = self._nouns.is_site(head)
        kids = sorted(self._tree.kids(head, *_INNER) if steps else (), key=self._is_adjective)
        for kid in kids:
            case = self._tree.case(kid)
            if _is_place_preposition(case) or (site and case in ("", "of")):
                yield from self._inside(kid, steps - 1)
        if site:
            yield from self._around(head)
        if number is not None and (site or self._kind(head) in _NAMED):
            yield number

    def _around(self, head: int) -> Iterator[int]:
        """Places told in what describes a site: "a base that houses troops in Lom"."""
        tree = self._tree
        for kid in tree.kids(head, "acl", "acl:relcl"):
            first, last = tree.tokens[tree.low[kid]].start, tree.tokens[tree.high[kid] - 1].end
            for at in self._nouns.within(Span(first, last, "")):
                if tree.case(at) in _WHERE and self._kind(at) in _NAMED:
                    yield self._nouns.name_at[at]

    def _role_heads(self, predicate: int) -> tuple[int, ...]:
        """The nouns that head the roles of place of a predicate."""
        found = []
        for first, last in self._located.get(predicate, ()):
            heads = (self._tree.head(at) for at in range(first, last))
            tops = (
                at
                for at, head in zip(range(first, last), heads, strict=True)
                if head is None or not first <= head < last
            )
            found += [at for at in tops if _is_place_preposition(self._tree.case(at))]
        return tuple(found)

    def _of_objects(self, sense: Sense, valency: Valency) -> Iterator[int]:
        """Where those are whom it befell: "killed worshippers at a mosque in Lom"."""
        struck = (slot for slot in valency.slots if sense.roles.get(slot) == "target")
        deed = table("plover")[sense.type].get("scene", False)
        spoken = table("plover")[sense.type].get("verbal", False) and not deed
        if spoken and not self._is_home(sense, valency):
            return  # what is condemned is elsewhere
        for slot in dict.fromkeys(("o", *(struck if deed else ()))):
            for head in valency.slots.get(slot, ()):
                if self._nouns.is_site(head) and not spoken:
                    yield from self._inside(head, _DEEP)
                for case, heads in phrases(self._tree, head, "nmod").items():
                    if _is_place_preposition(case):
                        yield from self._named(heads)

    # no rule: a look-up of kinds
    def _is_home(self, sense: Sense, valency: Valency) -> bool:
        """True for what others than states ask and announce: it is for those near them."""
        local = table("plover")[sense.type].get("local", False)
        return local and all(self._kind(head) != "state" for head in valency.slots.get("s", ()))

    def _struck(self, sense: Sense, valency: Valency) -> Iterator[int]:
        """The state that is struck: "air raids on Chad"."""
        for slot, heads in valency.slots.items():
            if sense.roles.get(slot) == "target":
                found = (self._nouns.name_at[head] for head in heads if self._kind(head) == "state")
                yield from found

    def _below(self, valency: Valency) -> Iterator[int]:
        """The place of what was done by it or with it: "urged restraint, speaking in Lom"."""
        for carrier in valency.carriers:
            for kid in self._tree.kids(carrier, "advcl"):
                if self._tree.tokens[kid].xpos == "VBG":
                    for case, heads in phrases(self._tree, kid, "obl").items():
                        if case in _WHERE:
                            yield from self._named(heads)

    def _above(self, valency: Valency) -> Iterator[int]:
        """The place of the clause that this one hangs on: "stopped in Lom to meet the envoy"."""
        tree, at = self._tree, valency.carriers[-1]
        site = _site_before(tree, at)
        if site is not None and self._nouns.is_site(site):
            yield from self._inside(site, _DEEP)
        for _ in range(_DEEP):
            head, relation = tree.head(at), tree.tokens[at].deprel
            if head is None or relation not in _UP:
                return
            for case, heads in phrases(tree, head, "obl").items():
                ahead = tuple(each for each in heads if relation != "conj" or each < head)
                if _is_place_preposition(case):
                    yield from self._named(ahead)
            at = head

    def _kind(self, head: int) -> str:
        name = self._nouns.name_at.get(head)
        return "" if name is None else self._nouns.names[name].kind

    # no rule: a look-up of the part of speech
    def _is_adjective(self, head: int) -> bool:
        """True for "Chilean" in "the Chilean port of Lom": the port is told more exactly."""
        return self._tree.tokens[head].upos == "ADJ" or self._tree.relation(head) == "amod"


@rule("EVT-240")
def _says_where(sense: Sense, slot: str) -> bool:
    """True for a phrase that says where: no origin of a blow, nobody shouted at."""
    if sense.roles.get(slot) == "source":
        return False
    if slot in words("event_order", "place", "origins"):
        return sense.type in words("event_order", "place", "left")
    kind = table("plover")[sense.type]
    return _is_place_preposition(slot) and (
        kind.get("scene", False) or sense.roles.get(slot) is None
    )


# no rule: a look-up of sectors
def _is_authority(name: Name) -> bool:
    """True for those who govern, police or judge."""
    return not set(name.sectors).isdisjoint(words("event_order", "place", "authorities"))


# no rule: a look-up
def _is_place_preposition(case: str) -> bool:
    """True for "in", "at", "near" and their like, not for "from"."""
    return case in words("event_order", "place", "prepositions")


def _site_before(tree: Parse, verb: int) -> int | None:
    """The noun right before the "where" of a clause: "the mosque where a gunman killed ten"."""
    where = next(
        (kid for kid in tree.kids(verb, "advmod", "mark", "obl") if tree.word(kid) == "where"), None
    )
    if where is None or where < 2:
        return None
    at = where - 1 - (tree.tokens[where - 1].upos == "PUNCT")
    for _ in range(_DEEP):
        if tree.relation(at) not in ("flat", "compound"):
            break
        at = tree.tokens[at].head
    return at

"""What a pronoun may stand for: the mentions before it that agree with it, and the signs for each.

Gender, number, binding and the speaker of a quotation are conditions; the rest are signs.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TypeAlias

from hearsay.model.mention_vocabulary import Gender
from hearsay.ontology import table
from hearsay.reading.names.link.binding import OBJECT, barred, subject_of
from hearsay.reading.names.link.mention_chains import Chains
from hearsay.reading.names.link.narration import Narration
from hearsay.reading.names.link.positions import (
    Position,
    PronounSetting,
    governs,
    is_described,
    position_of,
    subject_ahead,
)
from hearsay.reading.names.link.pronoun_forms import Form, form_of
from hearsay.reading.names.link.quotation_speakers import Speakers
from hearsay.reading.names.mention import Mention
from hearsay.rules import rule
from hearsay.syntax import Parse

_WINDOW = 3  # sentences back
_MOST = 60  # mentions looked at
_PERSONS = frozenset({"person"})
_THINGS = frozenset({"organization", "state", "place", "weapon", "event", "other", "thing"})
_SEVERAL = frozenset({"group", "organization", "thing", "state", "person", "other", "weapon"})
_BODIES = frozenset({"organization", "state", "group", "place", "person"})

Signs: TypeAlias = dict[str, float]


class Antecedents:
    """The mentions met so far on the way through a page."""

    def __init__(self, chains: Chains, tree: Parse, speakers: Speakers) -> None:
        self._chains, self._tree, self._speakers = chains, tree, speakers
        self._narration = Narration.of(tree)
        self._seen: list[int] = []
        self._standings: dict[int, _Standing] = {}

    def add(self, number: int) -> None:
        """One more mention is met; the label of a turn is nobody spoken of."""
        if self._chains.mentions[number].head not in self._speakers.labels:
            self._seen.append(number)
        self._chains.meet(number)

    def candidates(self, number: int, form: Form) -> Iterator[tuple[int, Signs]]:
        """Earlier mentions that the pronoun may stand for, nearest first, with their signs; and a
        name that its clause is put before."""
        chains, tree = self._chains, self._tree
        setting = PronounSetting.of(tree, chains.mentions[number].head)
        fitting = list(self._fitting(number, form, setting))
        tells = self.tells(number)
        last = self._last_teller(number, fitting) if tells else None
        for other in fitting:
            signs = self._signs(number, other, setting)
            if tells:
                signs["last_teller"] = float(last == chains.chain(other))
                signs["frequency"] = 0.0  # who is named most is no likelier to tell this
            yield other, signs

    # no rule: mere look-up of a head in the tellers of the page
    def tells(self, number: int) -> bool:
        """True for the subject of a verb of telling outside of quotations."""
        return self._chains.mentions[number].head in self._narration.tellers

    # no rule: counts the narrated words between two places
    def next_to(self, quotation: int, number: int) -> bool:
        """True where nothing is narrated between a quotation and the mention behind it."""
        words, first = self._narration.words, self._chains.mentions[number].first
        return quotation < first and words[first] - words[quotation] <= 1

    def described(self, number: int, form: Form) -> Iterator[int]:
        """The chains of persons that the clause of the pronoun describes."""
        setting = PronounSetting.of(self._tree, self._chains.mentions[number].head)
        for other in self._fitting(number, form, setting):
            mention = self._chains.mentions[other]
            named = mention.form == "name" or mention.definite
            if named and is_described(setting, mention.first, mention.last):
                yield self._chains.chain(other)

    def beside(self, number: int, form: Form) -> Iterator[int]:
        """The chains of those that a pronoun may stand for in its own sentence."""
        setting = PronounSetting.of(self._tree, self._chains.mentions[number].head)
        for other in self._fitting(number, form, setting):
            if self._away(number, other) == 0:
                yield self._chains.chain(other)

    def _fitting(self, number: int, form: Form, setting: PronounSetting) -> Iterator[int]:
        """The mentions within reach that nothing speaks against, nearest first."""
        chains, tree = self._chains, self._tree
        pronoun = chains.mentions[number]
        closed = self._closed(number, form)
        described, tells = pronoun.form != "pronoun", self.tells(number)
        for other in self._within_reach(number):
            mention = chains.mentions[other]
            if not _kind_fits(mention, form) or chains.chain(other) in closed:
                continue
            if described and not self._may_be_described(number, other):
                continue
            if tells and not self._may_tell(other, form):
                continue
            if _agrees(tree, mention, form, chains.gender(other)) and _free(
                tree, pronoun, mention, form, setting
            ):
                yield other

    @rule("NAM-151")
    def _may_tell(self, number: int, form: Form) -> bool:
        """True for persons, bodies and papers outside of marks, which can say something."""
        mention, members = self._chains.mentions[number], self._chains.members(number)
        if self._tree.quoted(mention.first):
            return False
        if form.sort == "thing" and all(member.form == "pronoun" for member in members):
            return False
        return mention.kind in _BODIES or self._tree.lemma(mention.head) in _speaking()

    def _last_teller(self, number: int, fitting: Sequence[int]) -> int | None:
        """The chain of who told the same or the last narrated sentence, else of its subject: one
        named or of known gender, where there is any."""
        chains = self._chains
        near = [other for other in fitting if self._away(number, other) <= 1]
        known = [n for n in near if chains.named(n) or chains.gender(n) is not None] or near
        here = [other for other in near if self._away(number, other) == 0 and self.tells(other)]
        tellers = here or [other for other in known if self.tells(other)]
        subjects = [other for other in known if self._standing(other).place.main]
        chosen = (tellers or subjects)[:1]
        return chains.chain(chosen[0]) if chosen else None

    def _away(self, number: int, other: int) -> int:
        """The narrated sentences from a mention to a pronoun."""
        first, earlier = self._chains.mentions[number].first, self._chains.mentions[other].first
        return self._narration.apart(self._tree, first, earlier)[0]

    def _within_reach(self, number: int) -> Iterator[int]:
        chains, tree = self._chains, self._tree
        pronoun = chains.mentions[number]
        ahead = subject_ahead(tree, pronoun.head)
        named = None if ahead is None else chains.at(ahead)
        if named is not None and chains.mentions[named].form == "name":
            yield named
        for other in islice(reversed(self._seen), _MOST):
            first = chains.mentions[other].first
            if self._narration.apart(tree, pronoun.first, first)[0] > _WINDOW:
                return
            yield other

    def _may_be_described(self, number: int, other: int) -> bool:
        """True for a person named in an earlier sentence and of no other country."""
        chains, sentence = self._chains, self._tree.sentence
        earlier = sentence[chains.mentions[other].first] < sentence[chains.mentions[number].first]
        return earlier and chains.named(other) and not chains.clash(number, other)

    def _closed(self, number: int, form: Form) -> frozenset[int]:
        """The chains it cannot be of: fellow parties, the speaker of the words it stands in, and
        for a speaker those spoken of."""
        chains, tree = self._chains, self._tree
        pronoun = chains.mentions[number]
        closed = frozenset() if form.reflexive else barred(chains, tree, pronoun.head)
        speaker = self._speakers.speaker(chains, pronoun.first)
        if speaker is not None:
            closed |= {chains.chain(speaker)}
        if form.sort == "thing":  # a body calls itself by its name
            return closed
        return closed.union(self._speakers.spoken_of(chains, tree, pronoun.head))

    def _standing(self, number: int) -> "_Standing":
        if number not in self._standings:
            self._standings[number] = _Standing.of(self._tree, self._chains.mentions[number])
        return self._standings[number]

    def _signs(self, number: int, other: int, setting: PronounSetting) -> Signs:
        pronoun, mention = self._chains.mentions[number], self._chains.mentions[other]
        own, stands = self._standing(number).place, self._standing(other)
        place = stands.place
        away, words = self._narration.apart(self._tree, pronoun.first, mention.first)
        # The order stays: sums of fractions depend on it.
        return {
            "sentences": float(away),
            "words": math.log(1 + words),
            **stands.role,
            "parallel": float(place.role == own.role != "other"),
            "known_gender": float(self._chains.gender(other) is not None),
            **stands.form,
            "named": float(self._chains.named(other)),
            "frequency": math.log(max(self._chains.met(other), 1)),
            "told_apart": float(own.quoted != place.quoted),
            "speaker": float(own.speaks and place.speaks),
            **stands.kind,
            "governs": float(governs(self._tree, mention.head, setting)),
            "local": float(_is_local(mention, setting)),
            "described": float(is_described(setting, mention.first, mention.last)),
            "ahead": float(mention.first > pronoun.first),
            "staffed": float(self._staffed(pronoun, mention)),
            **self._told(pronoun, mention, setting.reported),
        }

    def _staffed(self, pronoun: Mention, mention: Mention) -> bool:
        """True for the body or state before "its director", "its soldiers"."""
        if mention.kind not in ("organization", "state"):
            return False
        token = self._tree.tokens[pronoun.head]
        owned = self._chains.at(token.head) if token.deprel == "nmod:poss" else None
        return owned is not None and self._chains.mentions[owned].kind in ("person", "group")

    def _told(self, pronoun: Mention, mention: Mention, verb: int | None) -> Signs:
        """Signs of "X told Y that he", "his lawyer said he"."""
        tree = self._tree
        if verb is None or tree.sentence[pronoun.first] != tree.sentence[mention.first]:
            return {}
        token = tree.tokens[mention.head]
        above = tree.tokens[token.head]
        tells = subject_of(tree, verb) == mention.head
        return {
            "teller": float(tells),
            "teller_body": float(tells and mention.kind in ("organization", "state")),
            "hearer": float(token.head == verb and token.deprel in OBJECT),
            "tellers_owner": float(
                token.deprel == "nmod:poss" and above.deprel == "nsubj" and above.head == verb
            ),
        }


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where a mention stands, and its signs that are the same for whatever pronoun."""

    place: Position
    role: Signs
    form: Signs
    kind: Signs

    @classmethod
    def of(cls, tree: Parse, mention: Mention) -> "_Standing":
        place = position_of(tree, mention)
        role = {
            "subject": place.role == "subject",
            "main": place.main,
            "object": place.role == "object",
            "owner": place.role == "owner",
            "inside": place.depth,
        }
        form = {
            "told_gender": mention.told.gender is not None,
            "name": mention.form == "name",
            "pronoun": mention.form == "pronoun",
            "indefinite": mention.form == "nominal" and not mention.definite,
        }
        kind = {
            "first": place.opens,
            "thing": mention.kind == "thing",
            "single": not mention.plural,
            "single_name": not mention.plural and mention.form == "name",
            "place": mention.kind == "place",
            "state": mention.kind == "state",
        }
        return cls(place, _counting(role), _counting(form), _counting(kind))


# no rule: a sign, whose weight decides
def _is_local(mention: Mention, setting: PronounSetting) -> bool:
    """True for the subject of the pronoun's own clause, or whose name holds it."""
    subject = setting.subject
    if subject is None:
        return False
    inside = mention.form == "name" and mention.first <= subject < mention.last
    return subject == mention.head or inside


def _counting(signs: Mapping[str, float]) -> Signs:
    """The signs that are there."""
    return {sign: float(value) for sign, value in signs.items() if value}


@rule("NAM-001")
def _kind_fits(mention: Mention, form: Form) -> bool:
    if form.plural:
        return mention.kind in _SEVERAL and (
            mention.plural or mention.kind in ("organization", "group")
        )
    if form.gender == "n":
        return mention.kind in _THINGS and not mention.plural
    return mention.kind in _PERSONS and not mention.plural


@cache
def _speaking() -> frozenset[str]:
    """The nouns of those who speak unnamed, and of things that speak by being read."""
    cells = (table("anonymity")[cell] for cell in ("document", "institution", "anonymous"))
    return frozenset(noun.strip() for cell in cells for noun in cell.split(","))


@rule("NAM-002")
def _agrees(tree: Parse, mention: Mention, form: Form, gender: Gender | None) -> bool:
    """True when nothing in form and gender speaks against it."""
    if mention.form == "pronoun" and not _same_form(tree, mention, form):
        return False
    return form.gender not in ("m", "f") or gender in (None, form.gender)


@rule("NAM-003")
def _free(
    tree: Parse, pronoun: Mention, mention: Mention, form: Form, setting: PronounSetting
) -> bool:
    """True when the pronoun is outside the mention, and "they" is not put for a single name across
    quotation marks or clauses."""
    if mention.first <= pronoun.first < mention.last:
        return False
    if form.plural and not mention.plural:
        apart = tree.quoted(pronoun.first) != tree.quoted(mention.first)
        named = mention.form == "name"
        return not (apart or (named and not governs(tree, mention.head, setting)))
    return True


@rule("NAM-004")
def _same_form(tree: Parse, mention: Mention, form: Form) -> bool:
    held = form_of(tree.tokens[mention.first].text)
    if held is None or held.first or held.sort != form.sort:
        return False
    return form.gender in ("any", held.gender)

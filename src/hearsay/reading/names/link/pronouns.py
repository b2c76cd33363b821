"""Pronouns: which words are referential pronouns, and whom each stands for."""

import math
from collections import Counter
from collections.abc import Iterator

from hearsay.model.vocabulary import EntityKind
from hearsay.ontology import table
from hearsay.reading.names.classify.actor_codes import NounInfo
from hearsay.reading.names.link.antecedents import Antecedents
from hearsay.reading.names.link.binding import coordinated
from hearsay.reading.names.link.mention_chains import Chains
from hearsay.reading.names.link.pronoun_forms import Form, form_of
from hearsay.reading.names.link.quotation_speakers import Speakers
from hearsay.reading.names.link.turns import Turns
from hearsay.reading.names.mention import Mention
from hearsay.rules import rule
from hearsay.syntax import Parse

_MOST = 80  # pronouns of one sentence that are linked: more make no sentence
_LEAST_RIVALLED = 0.97  # probability of one from an earlier sentence where a nearer one would fit
_SPEAKING = frozenset({"person", "organization", "state", "group"})


def pronoun_mentions(tree: Parse) -> Iterator[Mention]:
    """A mention for every personal pronoun that may refer: not "it rains"."""
    for number, token in enumerate(tree.tokens):
        if token.upos != "PRON" or token.deprel.startswith("expl"):
            continue
        form = form_of(token.text)
        if form is None or (token.text == "US" or token.text == "IT"):
            continue
        kind: EntityKind = "organization" if form.gender == "n" else "person"
        kind = "group" if form.plural else kind
        told = NounInfo(gender=form.gender if form.gender in ("m", "f") else None)
        yield Mention(
            number,
            number + 1,
            number,
            number + 1,
            number,
            kind,
            "pronoun",
            told,
            plural=form.plural,
        )


class Pronouns:
    """Joins each pronoun to its chain; mentions are given one after the other.

    A log-linear choice among the chains of the last sentences (`Antecedents` has the signs,
    `ontology/pronoun_weights.toml` the weights). `sure` holds the probability of each link by the
    pronoun's number.
    """

    def __init__(self, chains: Chains, tree: Parse, turns: Turns) -> None:
        self.sure: dict[int, float] = {}
        self._chains, self._tree = chains, tree
        self._speakers = Speakers.of(chains, tree, turns)
        self._antecedents = Antecedents(chains, tree, self._speakers)
        self._selves: dict[tuple[int, bool], int] = {}
        self._linked: Counter[int] = Counter()  # pronouns looked at so far, by sentence

    def turn(self, number: int) -> int:
        """The token at which a mention is looked at: its own, or the first of the quotation before
        it that it is the speaker of, as who speaks is nobody spoken of."""
        mention = self._chains.mentions[number]
        if mention.form != "pronoun":
            return mention.core_first
        owned = self._speakers.own.get(mention.head, ())
        return min(
            (mention.core_first, *(q for q in owned if self._antecedents.next_to(q, number)))
        )

    def link(self, number: int) -> None:
        """Joins this mention when it is a pronoun, or as empty as one, and one chain stands out."""
        mention = self._chains.mentions[number]
        form = form_of(self._tree.tokens[mention.first].text) if mention.form == "pronoun" else None
        if form is not None and form.first:
            self._own(number, form)
            return
        if form is None:
            form = self._stand_in(number)
        sentence = self._tree.sentence[mention.first]
        if form is not None and self._linked[sentence] < _MOST:
            self._linked[sentence] += 1
            best = self._best(number, form)
            if best is not None:
                found, self.sure[number] = best
                self._chains.join(number, found)
        self._antecedents.add(number)

    def _stand_in(self, number: int) -> Form | None:
        """The form of a bare description that takes up a person as "he" or "she" does."""
        mention = self._chains.mentions[number]
        bare = mention.last == mention.core_last and mention.owner is None
        words = table("groups")["stand_ins"]["words"]
        if mention.noun not in words or not (mention.definite and bare and not mention.plural):
            return None
        if mention.kind != "person" or not self._chains.alone(number):
            return None
        gender = self._chains.gender(number)
        return Form(gender or "any", plural=False, first=False, reflexive=False)

    def _own(self, number: int, form: Form) -> None:
        """Joins "I" to the speaker, "we" to a body or several who speak, each to its like."""
        first = self._chains.mentions[number].first
        key = (self._speakers.voice[first], form.plural)
        self._chains.join(number, self._selves.setdefault(key, number))
        speaker = self._speakers.speaker(self._chains, first)
        if speaker is not None:
            held = self._chains.mentions[speaker]
            person = held.kind == "person" and not held.plural
            if person != form.plural and held.kind in _SPEAKING:
                self._chains.join(number, speaker)

    def _best(self, number: int, form: Form) -> tuple[int, float] | None:
        """The candidate chosen and its probability; None when nothing is sure enough."""
        weights = table("pronoun_weights")[form.sort]
        scores: dict[int, tuple[float, int]] = {}
        for other, signs in self._antecedents.candidates(number, form):
            score = sum([weights[sign] * v for sign, v in signs.items() if v and sign in weights])
            chain = self._chains.chain(other)
            if chain not in scores or score > scores[chain][0]:
                scores[chain] = (score, other)
        if not scores:
            return None
        top, chosen = max(scores.values())
        if not form.plural and self._beside_another(chosen, scores):
            return None
        others = [weights["nobody"], *(score for score, _ in scores.values())]
        share = 1 / sum(math.exp(score - top) for score in others)
        pronoun = self._chains.mentions[number].form == "pronoun"
        least = weights["least" if pronoun else "least_described"]
        if self._rivalled(number, form, chosen) or self._passed_over(number, form, chosen):
            least = _LEAST_RIVALLED
        return (chosen, share) if share >= least else None

    @rule("NAM-153")
    def _rivalled(self, number: int, form: Form, chosen: int) -> bool:
        """True where somebody else of the teller's own sentence could be meant: "After Eden's men
        had left, he said …" need not be said by who spoke before."""
        if not self._antecedents.tells(number):
            return False
        beside = set(self._antecedents.beside(number, form))
        return bool(beside) and self._chains.chain(chosen) not in beside

    @rule("NAM-161")
    def _passed_over(self, number: int, form: Form, chosen: int) -> bool:
        """True where the clause describes another person: in "Eden spoke of Lloyd, who fell ill
        after his release" Lloyd may be meant."""
        if form.sort != "person":
            return False
        described = set(self._antecedents.described(number, form))
        return bool(described) and self._chains.chain(chosen) not in described

    def _beside_another(self, chosen: int, scores: dict[int, tuple[float, int]]) -> bool:
        """True in "Eden and Lloyd left. He …": nothing tells one of the two from the other."""
        head = self._chains.mentions[chosen].head
        beside = (self._chains.at(number) for number in coordinated(self._tree, head))
        others = {other for _, other in scores.values()}
        return any(number in others and number != chosen for number in beside)

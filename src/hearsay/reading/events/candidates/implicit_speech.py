"""Acts of speech that no verb of their own names: what must be done, who is responsible."""

from hearsay.reading.events.arguments.control import subjects
from hearsay.reading.events.arguments.party_nouns import Nouns
from hearsay.reading.events.arguments.valency import Valency
from hearsay.reading.events.candidates.event_lexicon import Sense, words
from hearsay.reading.events.candidates.trigger import TriggerCandidate
from hearsay.rules import rule
from hearsay.syntax import Parse

_DUTY = Sense("must", (), "REQUEST", None, {"s": "source", "o": "target"}, 0.7)
_BLAME = Sense("responsible", (), "ACCUSE", "allege", {"s": "source", "o": "target"}, 0.8)
_DEEDS = frozenset({"ASSAULT", "COERCE"})
_ADDRESSABLE = frozenset({"state", "organization", "group", "official"})


def duty(tree: Parse, nouns: Nouns, at: int) -> TriggerCandidate | None:
    """ "said that North Korea must disarm": a demand of the speaker's on whom he names."""
    token = tree.tokens[at]
    if token.deprel != "aux" or tree.lemma(at) not in words("modality", "duty"):
        return None
    verb = token.head
    cue = tree.head(verb)
    if cue is None or tree.tokens[verb].deprel != "ccomp":
        return None
    if tree.lemma(cue) not in words("modality", "future_in_past", "speech"):
        return None
    done = any(tree.lemma(kid) == "have" for kid in tree.kids(verb, "aux"))
    if done or _unsaid(tree, cue, verb):  # what "should have" been done is asked of nobody
        return None
    said = subjects(tree, nouns, cue)
    asked = tuple(each for each in subjects(tree, nouns, verb) if _addressable(nouns, each))
    if not asked or not any(nouns.is_agent(each) for each in said):
        return None
    return _said(at, said, asked, _DUTY)


def blame(tree: Parse, nouns: Nouns, at: int) -> TriggerCandidate | None:
    """ "said the militia was responsible for the attack": an allegation of the speaker's."""
    cue = tree.head(at)
    if cue is None or tree.tokens[at].deprel != "ccomp" or tree.kid(at, "cop") is None:
        return None
    if tree.lemma(at) not in words("modality", "blame"):
        return None
    if tree.lemma(cue) not in words("modality", "future_in_past", "speech"):
        return None
    if _unsaid(tree, cue, at):
        return None
    deeds = [kid for kid in tree.kids(at, "obl", "nmod") if tree.case(kid) == "for"]
    if deeds and not any(nouns.kinds(kid) & _DEEDS for kid in deeds):
        return None
    said, asked = subjects(tree, nouns, cue), subjects(tree, nouns, at)
    return _said(at, said, asked, _BLAME) if any(map(nouns.is_agent, asked)) else None


def _said(at: int, said: tuple[int, ...], asked: tuple[int, ...], sense: Sense) -> TriggerCandidate:
    return TriggerCandidate(
        at, at, sense, Valency(at, {"s": said, "o": asked}, carriers=(at,)), False
    )


@rule("EVT-014")
def _addressable(nouns: Nouns, at: int) -> bool:
    pronoun = nouns.tree.tokens[at].upos == "PRON"
    return not pronoun and not nouns.kinds(at).isdisjoint(_ADDRESSABLE)


@rule("EVT-110")
def _unsaid(tree: Parse, cue: int, content: int) -> bool:
    """True where nothing is said of it: "did not say that", "said whether"."""
    negated = any(
        tree.lemma(kid) in words("modality", "negations") for kid in tree.kids(cue, "advmod")
    )
    asked = any(tree.lemma(kid) in ("whether", "if") for kid in tree.kids(content, "mark"))
    return negated or asked

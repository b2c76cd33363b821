"""Whether the words around an expression tell of what was or of what is to come."""

from collections.abc import Iterator
from itertools import islice

from hearsay.model import Token
from hearsay.model.mention_vocabulary import Tense
from hearsay.ontology import table
from hearsay.reading.times.sentence_atoms import SentenceAtoms
from hearsay.rules import rule

_STEPS = 12
"""How far up the tree the governing verb is looked for; proposed trees may be wrong or circular."""
_DATE_ATOMS = 5
"""A full date has so many words and marks at most."""
_AHEAD = ("ahead", "of")
_NEAR = 6
"""How many words before a day tell that it is awaited: "ahead of the vote on Sunday"."""
_WINDOW = 8
"""How many tokens back a verb is looked for where no tree is known."""


def outlook(context: SentenceAtoms, at: int) -> tuple[Tense | None, bool]:
    """ "past", "future" or None for the atom, and whether it hangs on the verb itself.

    The tense of the governing verb decides: "met Friday", "will meet Friday", "plans to meet
    Friday", "a meeting scheduled for Friday". In news a bare present tense tells of what is
    arranged ("arrives Monday"), unless the verb reports.
    """
    start = context.token(at)
    if not context.grown:
        return _nearby(context, start), True
    passed_noun = False
    for token, number in upwards(context, start):
        if number != start and token.upos in ("VERB", "AUX"):
            told = _of_verb(context, token, number)
            bare = told == "future" and _bare_present(context, token, number)
            if bare and (passed_noun or _heads_entry(context, at)):
                told = None  # "the attack late Saturday alarms leaders" tells of what was
            return told, not passed_noun
        copulas = [t for t in context.below(number) if t.deprel == "cop"]
        if copulas:
            return _of_copula(context, number, copulas[0]), not passed_noun
        passed_noun |= number != start and token.upos in ("NOUN", "PROPN", "PRON", "ADJ")
    return _nearby(context, start), False


@rule("TIM-044")
def _heads_entry(context: SentenceAtoms, at: int) -> bool:
    """True for a full date that heads the entry of a chronicle: "14 June 2010 Court frees him"."""
    if context.token(at) != context.first:
        return False
    years = (n for n in range(at, at + _DATE_ATOMS) if _is_year(context.word(n)))
    return any(context.word(n + 1) not in ("", ",") for n in years)


@rule("TIM-045")
def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


@rule("TIM-046")
def defers(context: SentenceAtoms, at: int) -> bool:
    """True when the verb over the atom puts off or allows: "postponed until Tuesday"."""
    return _governed_by(context, at, _words("deferring"))


@rule("TIM-047")
def sets_out(context: SentenceAtoms, at: int) -> bool:
    """True when the verb over the atom tells of a plan: "announced a strike from Friday"."""
    return _governed_by(context, at, _words("sets_out"))


@rule("TIM-048")
def awaits(context: SentenceAtoms, at: int) -> bool:
    """True for "ahead of Sunday's vote" and "braced for Thursday's ruling"."""
    for number in range(at - 1, max(at - 1 - _NEAR, 0), -1):
        tag = context.tag(number)
        if tag is None or tag.upos in ("PUNCT", "VERB"):
            break
        if (context.word(number - 1), context.word(number)) == _AHEAD:
            return True
    return context.word(at - 1) == "for" and _governed_by(context, at, _words("awaiting"))


@rule("TIM-049")
def is_moved(context: SentenceAtoms, at: int) -> bool:
    """True for "moved from May 1 to June 3": two days and no stretch between them."""
    return _governed_by(context, at, _words("moving"))


@rule("TIM-050")
def _governed_by(context: SentenceAtoms, at: int, lemmas: frozenset[str]) -> bool:
    if not context.grown:
        return False
    above = (t for t, _ in upwards(context, context.token(at)) if t.upos == "VERB")
    first = next(above, None)
    return first is not None and first.lemma.lower() in lemmas


def upwards(context: SentenceAtoms, start: int) -> Iterator[tuple[Token, int]]:
    """The token and those above it, as far as `_STEPS` go."""
    above = islice(context.tree.climb(start), _STEPS)
    return ((context.tokens[number], number) for number in above)


def _of_copula(context: SentenceAtoms, number: int, copula: Token) -> Tense | None:
    """ "the vote is on Sunday", "the deadline was Monday", "is due on Friday"."""
    helpers = {t.lemma.lower() for t in context.below(number) if t.deprel.startswith("aux")}
    if "have" in helpers and not helpers & _words("sure_helpers"):
        return "past"
    if helpers & _words("future_helpers"):
        return "future"
    return "past" if copula.xpos in ("VBD", "VBN") else "future"


def _of_verb(context: SentenceAtoms, verb: Token, number: int, steps: int = _STEPS) -> Tense | None:
    children = context.below(number)
    helpers = [t for t in children if t.deprel.startswith("aux")]
    names = {t.lemma.lower() for t in helpers}
    done = "have" in names and not names & _words("sure_helpers")
    if names & _words("future_helpers") and not done:
        missed = "could" in names or verb.lemma.lower() in _words("withholds")
        return "past" if missed and _denied(context, number) else "future"
    if _is_planned(verb) and verb.xpos in ("VBN", "VBG", "VBZ", "VBP"):
        return "future"
    if verb.xpos == "VBD" or any(t.xpos == "VBD" or t.lemma == "have" for t in helpers):
        return "past"
    to = any(t.lemma.lower() == "to" for t in children)
    arranged = any(t.lemma.lower() == "be" and t.xpos in ("VBZ", "VBP") for t in children)
    if to and verb.xpos in ("VB", "VBN") and (arranged or verb.deprel.startswith("acl")):
        return "past" if _among_the_first(context, verb, steps) else "future"
    if not helpers and (verb.xpos in ("VB", "VBG") or verb.deprel == "xcomp"):
        if _follows_plan(context, number):
            return "future"
        return _of_governor(context, verb, number, steps=steps, infinitive=to)
    if verb.xpos == "VBN" or verb.text.lower().endswith("ed"):
        return None if helpers else "past"
    return None if verb.lemma.lower() in _words("reports") else "future"


@rule("TIM-051")
def _denied(context: SentenceAtoms, number: int) -> bool:
    """ "could not be reached", "neither could be found", "would not say": tried, and so over."""
    tokens = context.tokens
    first = max(context.first, number - 2 * _WINDOW)
    under = {number, *(n for n in range(first, number) if tokens[n].head == number)}
    return any(
        tokens[n].lemma.lower() in _words("denials") and tokens[n].head in under
        for n in range(first, number)
    )


@rule("TIM-052")
def _among_the_first(context: SentenceAtoms, verb: Token, steps: int) -> bool:
    """ "The first states to join on Friday were …", "was the last to leave": told as done."""
    if steps == 0:
        return False
    noun = context.tokens[verb.head]
    told = {noun.lemma.lower()} | {t.lemma.lower() for t in context.below(verb.head)}
    if not told & _words("of_a_row"):
        return False
    copulas = [
        (number, t)
        for number in (verb.head, noun.head)
        for t in context.below(number)
        if t.deprel == "cop"
    ]
    if copulas:
        return any(_of_copula(context, number, t) == "past" for number, t in copulas)
    above = context.tokens[noun.head]
    return above.upos == "VERB" and _of_verb(context, above, noun.head, steps - 1) == "past"


@rule("TIM-053")
def _bare_present(context: SentenceAtoms, verb: Token, number: int) -> bool:
    """ "arrives", and what a tagger makes of "alarmed" when it takes it for a present."""
    helped = any(t.deprel.startswith("aux") for t in context.below(number))
    return verb.xpos in ("VBZ", "VBP", "VBD") and not helped


def _of_governor(
    context: SentenceAtoms, verb: Token, number: int, *, steps: int, infinitive: bool
) -> Tense | None:
    """An infinitive or participle takes its time from what governs it: "plans to meet"."""
    if steps == 0 or verb.head == number:
        return None
    governor = context.tokens[verb.head]
    if infinitive and _plans(governor):
        return "future"
    if governor.upos in ("VERB", "AUX"):
        return _of_verb(context, governor, verb.head, steps - 1)
    return None if infinitive else _of_clause(context, governor, steps)


def _of_clause(context: SentenceAtoms, noun: Token, steps: int) -> Tense | None:
    """What a participle after a noun takes: "envoys arriving Friday will", "called a strike
    starting Friday"."""
    verb = context.tokens[noun.head]
    if verb.upos != "VERB" or _bare_present(context, verb, noun.head):
        return "future" if verb.lemma.lower() in _words("sets_out") else None
    return _of_verb(context, verb, noun.head, steps - 1)


@rule("TIM-054")
def _follows_plan(context: SentenceAtoms, number: int) -> bool:
    """ "due to begin": whatever the tree makes of it."""
    tokens, first = context.tokens, context.first
    return (
        number - 2 >= first and tokens[number - 1].text == "to" and _is_planned(tokens[number - 2])
    )


# no rule: a mere lookup of a word in the table of planning words
def _is_planned(verb: Token) -> bool:
    return verb.text.lower() in _words("planned_forms")


# no rule: a mere lookup of a word in the tables of planning verbs and forms
def _plans(verb: Token) -> bool:
    return verb.lemma.lower() in _words("plans") or verb.text.lower() in _words("planned_forms")


def _nearby(context: SentenceAtoms, start: int) -> Tense | None:
    """The tense of the last verb before the token, where no tree says more."""
    tokens = context.tokens
    for number in range(start - 1, max(start - _WINDOW, context.first) - 1, -1):
        token = tokens[number]
        if token.xpos == "MD":
            return "future" if token.text.lower() in _words("future_helpers") else None
        if token.text.lower() in _words("planned_forms"):
            return "future"
        if token.xpos in ("VBD", "VBN"):
            return "past"
    return None


def _words(name: str) -> frozenset[str]:
    return _SETS[name]


_SETS = {name: frozenset(words) for name, words in table("time_company")["tense"].items()}

"""A sentence for an event that a noun tells: "the bombing of the port" as "The port was bombed"."""

from collections.abc import Sequence

from hearsay.model import ClausePart, ClauseParts, EventMention, Span
from hearsay.model.vocabulary import Status
from hearsay.ontology import table
from hearsay.resolve.events.naming_words import (
    PageNames,
    definite,
    in_a_row,
    listed,
    parties,
    several,
)
from hearsay.resolve.events.verb_groups import VerbForm, manner, verb_group

_SHARED = frozenset({"between", "among"})
_BRIEF = 3  # words of a noun that tells nothing
_YEAR = 4  # digits of a year, which counts nothing
_LONGEST = 18  # words of a noun with what hangs on it


def noun_sentence(
    page: PageNames, event: EventMention, clause: ClauseParts, status: Status
) -> tuple[str, float] | None:
    """The sentence and what it costs."""
    noun = next((part for part in clause.parts if part.slot == "noun"), None)
    if noun is None:
        return None
    words = page.part(noun)
    hung = [part for part in clause.parts if part is not noun]
    after = [part for part in hung if part.slot not in {*_SHARED, "by"}]
    behind = " ".join(page.part(part) for part in after)
    named = parties(page, event, "source", "participant")
    standing = page.labels(after)  # nobody is a side to himself: "its 1984 pact with Britain"
    doers = tuple(name for name in named if name not in behind and name not in standing)
    told = _by_verb(page, event, words, hung, doers, status)
    if told is not None:
        return told, 1.2
    joint = event.type in listed("joint")
    told_by = {"by", *(_SHARED if joint else ())} if doers else frozenset()
    shared = [part for part in hung if part.slot not in told_by]
    if not joint and any(part.slot in _SHARED for part in hung):
        doers = ()  # "a clash between miners and police" is told as it is
    spoken = f"{article(words)} {words}" if _is_indefinite(page, noun.spans[0]) else words
    phrase = _phrase(page, spoken, shared, noun.plural)
    phrase = f"{phrase}{against(page, event, hung, phrase, standing)}"
    if (_agrees(event, doers, phrase) or _takes_part(event, doers)) and not _ordered(words):
        plural = len(doers) > 1 or several(page, event)
        return noun_told(event, doers, phrase, status, plural=plural), 1.5
    return _there(page, event, phrase, words, noun.plural, status)


# no rule: whether a sentence can be made
def _agrees(event: EventMention, doers: tuple[str, ...], phrase: str) -> bool:
    """True where those who did it are known, and there are enough of them to meet or agree."""
    if not doers or event.type not in table("sentences")["carriers"]:
        return False
    shared = event.type in listed("joint") and event.mode != "visit"
    promise = event.type == "AGREE" and not {"promise", "pledge"}.isdisjoint(event.lemma.split())
    return not shared or promise or len(doers) > 1 or "with" in phrase.split()


# no rule: whether a sentence can be made
def _takes_part(event: EventMention, doers: tuple[str, ...]) -> bool:
    """True for one side of a meeting of which the other side is not told."""
    return event.type == "CONSULT" and len(doers) == 1 and event.mode != "visit"


def against(
    page: PageNames,
    event: EventMention,
    hung: Sequence[ClausePart],
    phrase: str,
    standing: frozenset[str],
) -> str:
    """Against whom it was, where the phrase itself has no words for that."""
    aimed = not listed("aimed").isdisjoint(part.slot for part in hung)
    taken = event.mode in listed("taken")
    if aimed or not (taken or event.type in listed("against")):
        return ""
    whom = [name for name in parties(page, event, "target") if name not in standing]
    if not whom or any(name in phrase for name in whom):
        return ""
    return f" {'of' if taken else 'against'} {in_a_row(whom)}"


def noun_told(
    event: EventMention, doers: tuple[str, ...], phrase: str, status: Status, *, plural: bool
) -> str:
    """Who did it, with the verb that carries such nouns; that there was one where nobody did."""
    if _agrees(event, doers, phrase):
        return _with(in_a_row(doers), _carrier(event, phrase), plural, status, phrase)
    if _takes_part(event, doers):
        return _with(doers[0], "take part in", plural, status, phrase)
    return _existing(phrase, phrase in listed("plurals"), status)


def _by_verb(
    page: PageNames,
    event: EventMention,
    words: str,
    hung: list[ClausePart],
    doers: tuple[str, ...],
    status: Status,
) -> str | None:
    """The noun as a verb, where a table has it and the noun stands without adjectives."""
    row = table("sentences")["nouns"].get(event.lemma)
    if row is None or " " in words:
        return None
    slots = {name: [word.strip() for word in row.get(name, "").split(",")] for name in ("o", "s")}
    patient = next((part for part in hung if part.slot in slots["o"]), None)
    doer = next((part for part in hung if part.slot in slots["s"] and part.slot), None)
    rest = [part for part in hung if part not in (patient, doer) and part.slot != "by"]
    particle = next((page.part(part) for part in rest if part.slot == "particle"), "")
    verb = f"{row['verb']} {particle}".strip()
    more = [part for part in rest if part.slot != "particle"]
    behind = " ".join(page.part(part) for part in more[:1])
    if doer is not None:
        return _with(_without_case(page, doer), verb, doer.plural, status, behind)
    if patient is None:
        return None
    agent = next((part for part in hung if part.slot == "by"), None)
    if agent is not None and len(doers) < 2:
        whom = " ".join(filter(None, (_without_case(page, patient), behind)))
        return _with(_without_case(page, agent), verb, agent.plural, status, whom)
    whom = _without_case(page, patient)
    if doers:
        whom = " ".join(filter(None, (whom, behind)))
        return _with(in_a_row(doers), verb, len(doers) > 1, status, whom)
    return _with(whom, verb, patient.plural, status, behind, passive=True)


def _without_case(page: PageNames, part: ClausePart) -> str:
    words = page.part(part)
    head, _, rest = words.partition(" ")
    return rest if head.lower() == part.slot.partition(" ")[0] else words


def _with(
    subject: str, verb: str, plural: bool, status: Status, behind: str, *, passive: bool = False
) -> str:
    lemma, _, particle = verb.partition(" ")
    form = VerbForm(lemma, plural, passive, status == "denied")
    how = manner(status, "", carries=False, state=False, negated=False)
    return " ".join(filter(None, (subject, verb_group(form, how), particle, behind)))


def _phrase(page: PageNames, words: str, hung: list[ClausePart], plural: bool) -> str:
    """The noun with an article and what hangs on it."""
    told = [with_article(words, plural)]
    for part in hung:
        more = page.part(part)
        if more and len(" ".join([*told, more]).split()) <= _LONGEST:
            told.append(more)
    return " ".join(told)


# no rule: a look-up of an article
def _is_indefinite(page: PageNames, span: Span) -> bool:
    """True for words after "a" or "an" on the page."""
    before = page.reading.document.text[max(0, span.start - 4) : span.start].lower()
    return before.endswith((" a ", " an ")) or before in ("a ", "an ")


def _carrier(event: EventMention, phrase: str) -> str:
    """The verb that carries the noun, by the noun where it stands in the phrase, else by type."""
    known = table("sentences")["carriers"]
    noun = event.lemma.split()[-1]
    own = known["nouns"].get(noun) if noun in phrase else None
    return str(own or known[event.type])


def _there(
    page: PageNames, event: EventMention, phrase: str, words: str, plural: bool, status: Status
) -> tuple[str, float]:
    """That there was such an event, and where."""
    several = plural or words.lower() in listed("plurals")
    where = _where(page, event, phrase)
    if event.type in table("sentences")["strikes"] and where and status == "happened":
        verb = table("sentences")["strikes"][event.type]
        return _with(phrase, verb, several, status, where.partition(" ")[2]), 1.5
    rest = f" {where}" if where else _when(page, phrase)
    if _ordered(words):
        return _with(phrase, "take place", several, status, where), 2.0
    told = _existing(f"{phrase}{rest}", several, status)
    return told, 3.0 - 0.5 * (len(phrase.split()) > 2) - 0.5 * bool(where)


def _when(page: PageNames, phrase: str) -> str:
    """The day of an event of which a noun alone tells."""
    day = page.setting.day
    if day is None or len(phrase.split()) > _BRIEF:
        return ""
    return f" on {day.day} {day:%B %Y}"


def _existing(phrase: str, several: bool, status: Status) -> str:
    """That there was, is or may be such a thing.

    >>> _existing("a raid", False, "happened"), _existing("raids", True, "denied")
    ('There was a raid', 'There were no raids')
    """
    be = "were" if several else "was"
    opened = {
        "happened": f"There {be}",
        "ongoing": f"There {'are' if several else 'is'}",
        "planned": f"There {'are' if several else 'is'} to be",
        "threatened": "There was a threat of",
        "denied": f"There {be} no",
        "hypothetical": "There might be",
        "unconfirmed": f"There {be} reportedly",
    }[status]
    if status == "denied" and phrase.startswith(("a ", "an ")):
        phrase = phrase.partition(" ")[2]
    return f"{opened} {phrase}"


def _where(page: PageNames, event: EventMention, phrase: str) -> str:
    if event.place is None:
        elsewhere = _is_elsewhere(page, event, phrase)
        known = page.setting.place or ("" if elsewhere else page.setting.scene)
        told = not known or known in phrase or event.type not in listed("set")
        return "" if told else f"in {definite(known)}"
    name = page.reading.names[event.place]
    if name.form != "name" or name.core.text in phrase:
        return ""
    entity = page.entity(name.chain)
    return f"in {definite(entity.name if entity else name.core.text)}"


# no rule: the form of words
def _is_elsewhere(page: PageNames, event: EventMention, phrase: str) -> bool:
    """True for what need not be where the page is set: one among others ("a 1996 raid"), one that
    the page tells more of, and but for a disaster one that it has not told of before ("a raid")."""
    long = len(phrase.split()) > _BRIEF and event.type not in listed("local")
    nouns = () if event.clause is None else event.clause.parts[:1]
    fresh = any(_is_indefinite(page, part.spans[0]) for part in nouns)
    return long or _is_counted(phrase) or (fresh and event.type != "DISASTER")


# no rule: the form of words
def _is_counted(phrase: str) -> bool:
    """True for a number or an ordinal."""
    spoken = phrase.lower().split()
    ordered = not listed("ordered").isdisjoint(spoken) or any(word[0].isdigit() for word in spoken)
    return ordered or spoken[0] in listed("many")


# no rule: the form of a word
def _ordered(words: str) -> bool:
    """True for the first, the worst: one that keeps its article."""
    first, _, rest = words.lower().partition(" ")
    most = first in listed("ordered") or (first.endswith("est") and first != "west")
    return bool(rest) and most


def with_article(words: str, plural: bool) -> str:
    """The noun with the article of one that was not told of before.

    >>> with_article("attack", False), with_article("worst raid", False)
    ('an attack', 'the worst raid')
    """
    if not words or words.startswith(("a ", "an ")):
        return words
    if _ordered(words):
        return f"the {words}"
    first, *_, last = words.lower().split() * 2
    counted = first == "one" or (first[0].isdigit() and len(first) < _YEAR and "-" not in first)
    if counted or plural or last in listed("mass") or last in listed("plurals"):
        return words
    return f"{article(words)} {words}"


def article(words: str) -> str:
    """
    >>> article("hour"), article("US raid"), article("air raid"), article("raid")
    ('an', 'a', 'an', 'a')
    """
    lowered = words.lower()
    if lowered.startswith(tuple(listed("an"))):
        return "an"
    if lowered.startswith(tuple(listed("a"))):
        return "a"
    return "an" if lowered[0] in "aeiou" else "a"

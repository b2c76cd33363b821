"""A sentence for one mention of an event: the clause of the page told anew, or a noun told by a
verb, with what the sentence costs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hearsay.model import ClausePart, ClauseParts, EventMention
from hearsay.model.vocabulary import Status
from hearsay.ontology import table
from hearsay.resolve.events.naming_words import PageNames, in_a_row, listed, parties, several
from hearsay.resolve.events.noun_sentences import noun_sentence
from hearsay.resolve.events.verb_groups import VerbForm, is_state, manner, verb_group
from hearsay.syntax.inflection import past

_MOST = 24  # words
_FIRST = ("particle",)
_NONE = re.compile(r"(?:no|none|neither|nobody|nothing|not)\b", re.IGNORECASE)
_LOOSE = re.compile(r"(?:its|their|his|her|my|our)\b", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:its|their|myself|ourselves)\b")
_UNSAID, _DANGLING, _HERS = 6.0, 1.5, 0.5  # what pronouns cost that nobody is known for
_OTHERS = re.compile(r"\b(\d[\d,]*) (?:others|more)\b(?! [a-z]+s\b)")
_WORD = re.compile(r"[A-Z][\w-]+")
_MARKS = re.compile(r"[\"“”«»]")
_BEFORE = re.compile(r"\s+([,.;:’”])")
_INSIDE = re.compile(r"[.,](?=[”\"])")
_SPACE = re.compile(r"\s+")
_GAP = re.compile(r"\s*…\s*")
_ENDING = re.compile(r"(?<=\S) (?:with|to|from|against|for|by|of|on|at) (them|him|her|it)$")
_TWICE = re.compile(r"(’s?)['’]s?(?=\s|$)")  # a possessive of a possessive
_OWNER = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class SentenceDraft:
    """A sentence without capital and full stop, and what speaks against it."""

    text: str
    cost: float


def drafted(page: PageNames, event: EventMention, status: Status) -> SentenceDraft | None:
    """The best sentence that a mention gives; None where it gives none."""
    clause = event.clause
    if clause is None:
        return _bare_words(page, event)
    if not clause.verb:
        told = noun_sentence(page, event, clause, status)
        if told is None:
            return None
        return SentenceDraft(told[0], told[1] + _unknown(page, several=True))
    return _clause_words(page, event, clause, status)


def _clause_words(
    page: PageNames, event: EventMention, clause: ClauseParts, status: Status
) -> SentenceDraft | None:
    told = _subject(page, event, clause)
    if told is None:
        return None
    subject, plural, clause, cost = told
    subject = _OWNER.sub("", subject)
    head = f"{subject} {_verb(page, clause, status, subject, plural=plural)}"
    rest = [part for part in clause.parts if part.slot not in ("adverb", "content")]
    if clause.verb in listed("uttered"):
        for part in rest[:1]:
            page.keeps_owner(part)
    words = _worded(page, rest, several=plural)
    if plural:  # "Chile and Peru each accused the other"
        words = ["each other" if each == "the other" else each for each in words]
    content = next((part for part in clause.parts if part.slot == "content"), None)
    behind = "" if content is None else _content(page.part(content))
    text = _shortened(head, rest, words, behind)
    if event.lemma in listed("duty"):
        text, extra = _demanded(page, event, text)
        cost += extra
    if not any(words) and not behind:
        text = f"{text.strip()} {_patients(page, event, clause, subject)}"
    tail = " ".join([*words, behind])
    # "Chile met Chile": a pronoun was taken for the wrong one
    cost += _UNSAID * bool(len(subject) > 2 and f" {subject.lower()} " in f" {tail.lower()} ")
    # Where nobody is the subject, nobody is known whose it is.
    cost += 3.0 * bool(clause is not event.clause and not page.side and _OWNED.search(tail))
    cost += _DANGLING * any(
        part.slot in ("object", "given") and told.lower() in table("clause_words")["alone"]
        for part, told in zip(rest, words, strict=True)
    )
    cost += _DANGLING * tail.rstrip().endswith(" it")
    cost += _unknown(page, several=plural or any(part.plural for part in rest))
    cost += 1.5 if not any(words) and not behind else 0.0
    if event.type in listed("harming"):
        text = _OTHERS.sub(r"\1 people", text)
    return SentenceDraft(_clean(_unmarked(text) if page.changed else text), cost)


def _verb(
    page: PageNames, clause: ClauseParts, status: Status, subject: str, *, plural: bool
) -> str:
    """The verb with its adverbs in the tense that the status asks for; the page's own word of
    doubt stands for "reportedly"."""
    adverbs = tuple(page.part(part) for part in clause.parts if part.slot == "adverb")
    form = VerbForm(clause.verb, plural, clause.passive, clause.negated, adverbs)
    if status == "denied" and not clause.carries:
        form = replace(form, negated=not _NONE.match(subject))
    how = manner(
        status,
        clause.tense,
        carries=clause.carries,
        state=is_state(clause.verb) and not clause.passive,
        negated=clause.negated,
    )
    doubted = not listed("doubts").isdisjoint(word.lower() for word in adverbs)
    return verb_group(form, "past" if how == "reportedly" and doubted else how)


def _worded(page: PageNames, parts: Sequence[ClausePart], *, several: bool) -> list[str]:
    """The words of the parts; none of one that may be left out and has a pronoun that nobody is
    known for, neither on the page nor in the sentence."""
    told = []
    for part in parts:
        before = len(page.open)
        words = page.part(part)
        fresh = page.open[before:]
        if fresh and not part.needed and not (several and _theirs().issuperset(fresh)):
            del page.open[before:]
            words = ""
        ending = None if several or not fresh else _ENDING.search(words)
        if ending is not None and fresh[-1] == ending[1]:  # "signed a deal with them"
            page.open.pop()
            words = words[: ending.start()]
        told.append(words)
        several = several or part.plural
    return told


def _unknown(page: PageNames, *, several: bool) -> float:
    """What the pronouns cost that nobody is known for: least for those that the sentence itself may
    explain."""
    if any(word in table("clause_words")["own"] for word in page.open):
        return _UNSAID
    theirs = sum(word in _theirs() for word in page.open)
    return (0.0 if several else _DANGLING) * theirs + _HERS * (len(page.open) - theirs)


def _subject(
    page: PageNames, event: EventMention, clause: ClauseParts
) -> tuple[str, bool, ClauseParts, float] | None:
    """The subject, whether it is several, the clause as told of it, and what it costs."""
    if clause.subject is not None:
        words, plural = page.subject(clause.subject)
        if not page.open and words.lower() not in listed("pointing") and not _LOOSE.match(words):
            return words, plural, clause, 0.0
        page.open.clear()
    if not clause.passive or clause.carries:
        told = " ".join(span.text for part in clause.parts for span in part.spans)
        doers = parties(page, event, "source") or parties(page, event, "participant")
        doers = tuple(name for name in doers if not _is_named(name, told))
        if doers and event.lemma not in listed("duty"):
            plural = len(doers) > 1 or several(page, event)
            page.open.clear()
            number = _doer(event)
            if len(doers) == 1 and number is not None:
                page.speaks(number)
            return in_a_row(doers), plural, clause, 0.7
    if not clause.passive:
        taken = next((part for part in clause.parts if part.slot == "object"), None)
        if taken is None:
            return None
        left = tuple(part for part in clause.parts if part is not taken)
        words = page.part(taken)
        return words, taken.plural, replace(clause, passive=True, parts=left), 1.5
    doers = () if clause.carries else parties(page, event, "target")
    if not doers:
        return _people(event, clause)
    return in_a_row(doers), len(doers) > 1 or several(page, event), clause, 1.0


def _people(
    event: EventMention, clause: ClauseParts
) -> tuple[str, bool, ClauseParts, float] | None:
    """People as those to whom something was done that befalls nothing else, where the page says
    "they" or nothing."""
    meant = {event.type, event.mode or ""} & listed("befalling")
    named = clause.subject is not None and not clause.subject.plural
    return None if not meant or named else ("people", True, clause, 2.0)


def _patients(page: PageNames, event: EventMention, clause: ClauseParts, subject: str) -> str:
    """Those to whom it was done, where the clause itself has no words for them."""
    if clause.passive or event.nominal:
        return ""
    told = subject.lower()
    return in_a_row([each for each in parties(page, event, "target") if each.lower() not in told])


# no rule: a comparison of words
def _is_named(name: str, words: str) -> bool:
    """True where words name somebody, by one of his names."""
    known = set(_WORD.findall(words))
    parts = _WORD.findall(name)
    return name in words or (len(parts) > 1 and not known.isdisjoint((parts[0], parts[-1])))


def _doer(event: EventMention) -> int | None:
    """The number of the mention of him who does it."""
    told = (
        argument.name
        for argument in event.arguments
        if argument.role != "target" and argument.name is not None
    )
    return next(told, None)


def _theirs() -> frozenset[str]:
    """The pronouns of several that speak for none of those who are quoted."""
    known = table("clause_words")
    return frozenset(known["several"]) - frozenset(known["own"])


def _content(text: str) -> str:
    text = _unmarked(text).strip(" ,.")
    return text if text.lower().startswith("that ") else f"that {text}" if text else ""


def _demanded(page: PageNames, event: EventMention, text: str) -> tuple[str, float]:
    """Who says that somebody should, before what he says."""
    doers = parties(page, event, "source")
    return (f"{in_a_row(doers)} said that {text}", 0.3) if doers else (text, 3.0)


def _shortened(head: str, parts: Sequence[ClausePart], words: Sequence[str], behind: str) -> str:
    """The sentence; what it can do without goes from its end while it is long."""
    kept = [(part, told) for part, told in zip(parts, words, strict=True) if told]
    while _length(head, kept, behind) > _MOST:
        spare = [n for n, (part, _) in enumerate(kept) if not part.needed]
        if not spare:
            break
        kept.pop(spare[-1])
    first = [told for part, told in kept if part.slot in _FIRST]
    after = [told for part, told in kept if part.slot not in _FIRST]
    return " ".join([head, *first, *after, behind])


def _length(head: str, kept: Iterable[tuple[ClausePart, str]], behind: str) -> int:
    return len(f"{head} {' '.join(told for _, told in kept)} {behind}".split())


def _unmarked(text: str) -> str:
    """Words that are no longer a quotation, so without the marks of one and of its gaps."""
    return _GAP.sub(" ", _MARKS.sub("", text))


def _clean(text: str) -> str:
    if len(_MARKS.findall(text)) % 2:
        text = _unmarked(text)
    text = _INSIDE.sub("", _TWICE.sub(r"\1", text))
    return _BEFORE.sub(r"\1", _SPACE.sub(" ", text)).strip(" ,;:–—-")


def _bare_words(page: PageNames, event: EventMention) -> SentenceDraft | None:
    """The parties and the verb alone, for a clause that was not taken apart."""
    doers = parties(page, event, "source", "participant")
    others = parties(page, event, "target")
    verb, _, particle = event.lemma.partition(" ")
    if event.nominal or not doers or page.open or event.status != "happened" or not verb:
        return None
    told = (in_a_row(doers), past(verb), particle, in_a_row(others))
    return SentenceDraft(" ".join(filter(None, told)), 1.0)

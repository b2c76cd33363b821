"""A sentence for one mention of an event: the clause of the page told anew, or a noun told by a
verb, with what the sentence costs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hearsay.model import ClausePart, ClauseParts, EventMention
from hearsay.model.vocabulary import Status
from hearsay.ontology import table
from hearsay.resolve.events.naming_words import PageNames, in_a_row, parties, several
from hearsay.resolve.events.noun_sentences import noun_sentence
from hearsay.resolve.events.verb_groups import VerbForm, is_state, manner, verb_group
from hearsay.syntax.inflection import past

_MOST = 24  # words
_FIRST = ("particle",)
_POINTING = frozenset(
    {
        "that",
        "this",
        "it",
        "these",
        "those",
        "one",
        "some",
        "all",
        "both",
        "there",
        "what",
        "others",
    }
)
_NONE = re.compile(r"(?:no|none|neither|nobody|nothing|not)\b", re.IGNORECASE)
_LOOSE = re.compile(r"(?:its|their|his|her|my|our)\b", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:its|their|myself|ourselves)\b")
_DUTY = ("should", "must", "ought", "need")
_MARKS = re.compile(r"[\"“”«»]")
_BEFORE = re.compile(r"\s+([,.;:’”])")
_INSIDE = re.compile(r"[.,](?=[”\"])")
_SPACE = re.compile(r"\s+")


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
        return None if told is None else SentenceDraft(told[0], told[1] + 4.0 * page.open)
    return _clause_words(page, event, clause, status)


def _clause_words(
    page: PageNames, event: EventMention, clause: ClauseParts, status: Status
) -> SentenceDraft | None:
    told = _subject(page, event, clause)
    if told is None:
        return None
    subject, plural, clause, cost = told
    adverbs = tuple(page.part(part) for part in clause.parts if part.slot == "adverb")
    if status == "unconfirmed":
        adverbs = tuple(word for word in adverbs if word not in _doubts())
    form = VerbForm(clause.verb, plural, clause.passive, clause.negated, ())
    if status == "denied" and not clause.carries:
        form = replace(form, negated=not _NONE.match(subject))
    how = manner(
        status,
        clause.tense,
        carries=clause.carries,
        state=is_state(clause.verb) and not clause.passive,
        negated=clause.negated,
    )
    rest = [part for part in clause.parts if part.slot not in ("adverb", "content")]
    words = [page.part(part) for part in rest]
    content = next((part for part in clause.parts if part.slot == "content"), None)
    behind = "" if content is None else _content(page.part(content))
    head = f"{subject} {verb_group(replace(form, adverbs=adverbs), how)}"
    text = _shortened(head, rest, words, behind)
    if event.lemma in _DUTY:
        text, extra = _demanded(page, event, text)
        cost += extra
    tail = " ".join([*words, behind])
    cost += 3.0 * (len(subject) > 2 and subject in tail)  # "Chile vowed to stand by Chile"
    # Where nobody is the subject, nobody is known whose it is.
    cost += 3.0 * bool(clause is not event.clause and _OWNED.search(tail))
    cost += 1.5 * tail.rstrip().endswith((" it", " them", " him", " her"))
    cost += 4.0 * page.open + (1.5 if not any(words) and not behind else 0.0)
    return SentenceDraft(_clean(_MARKS.sub("", text) if page.changed else text), cost)


def _doubts() -> frozenset[str]:
    """Adverbs that say of what is told that it may not be so."""
    return frozenset(word.strip() for word in table("sentences")["doubts"].split(","))


def _subject(
    page: PageNames, event: EventMention, clause: ClauseParts
) -> tuple[str, bool, ClauseParts, float] | None:
    """The subject, whether it is several, the clause as told of it, and what it costs."""
    if clause.subject is not None:
        words = page.subject(clause.subject)
        if page.open == 0 and words.lower() not in _POINTING and not _LOOSE.match(words):
            return words, clause.subject.plural, clause, 0.0
        page.open = 0
    if not clause.passive:
        doers = parties(page, event, "source") or parties(page, event, "participant")
        if doers and event.lemma not in _DUTY:
            plural = len(doers) > 1 or several(page, event)
            page.open = 0
            return in_a_row(doers), plural, clause, 0.7
        taken = next((part for part in clause.parts if part.slot == "object"), None)
        if taken is None:
            return None
        left = tuple(part for part in clause.parts if part is not taken)
        words = page.part(taken)
        return words, taken.plural, replace(clause, passive=True, parts=left), 1.5
    doers = parties(page, event, "target")
    if not doers:
        return None
    return in_a_row(doers), len(doers) > 1 or several(page, event), clause, 1.0


def _content(text: str) -> str:
    text = _MARKS.sub("", text).strip(" ,.")
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


def _clean(text: str) -> str:
    if len(_MARKS.findall(text)) % 2:
        text = _MARKS.sub("", text)
    text = _INSIDE.sub("", text)
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

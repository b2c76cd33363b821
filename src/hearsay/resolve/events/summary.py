"""One plain sentence for an event, in a page's own words.

The clause of the best mention is taken as it stands. Pronouns are named in square brackets where
the record knows whom they mean; a clause that opens on a joining word is cut after it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hearsay.model import Entity, EventMention, Name, Reading, Span
from hearsay.ontology import table
from hearsay.resolve.compared_text import fold, sentences_of, texts_of
from hearsay.resolve.entities.find_entities import Entities
from hearsay.resolve.events.agents import absent, doer_of, first_person, teller_of
from hearsay.syntax.inflection import past

_BEST_LENGTH = (6, 28)
_LEAST = 4
_LONGEST_REST = 30  # words after a clause that complete it
_EDGES = " \n\t,;:–—-"
_SPACE = re.compile(r"\s+")
_CLOSED = re.compile(r"[.?!][\"”’)]*$")
_MARKS = re.compile(r"[\"“”«»]")


def summarise(
    mentions: Iterable[tuple[Reading, int]], entities: Entities, names: Mapping[str, Entity]
) -> str:
    """The clause that tells the event best, as a sentence.

    Preferred are clauses with the parties named, few pronouns, a verb, told as having happened, in
    the page's own voice, neither clipped nor long; the first by document and place among equals.
    """
    reading, number = min(mentions, key=lambda m: _rank(m[0], m[0].events[m[1]]))
    told = reading.events[number]
    doer = doer_of(reading, told, entities, names)
    own = _unbound(told) if doer else _untied(told)
    finite = _finite(_completed(reading, own), doer) if doer else None
    if finite is not None:
        return _sentence(finite, "", nominal=False)
    event = _undated(reading, _whole(reading, told) if own is told else own)
    event = _completed(reading, event)
    doer = doer_of(reading, event, entities, names) or absent(reading, event, entities, names)
    clause = _named(reading, event, entities, names)
    if not doer and first_person(clause):
        teller = teller_of(reading, event, entities, names)
        doer = f"[{teller}:] " if teller else ""
    return _sentence(clause, doer, nominal=event.nominal)


def _undated(reading: Reading, event: EventMention) -> EventMention:
    """The mention without the dateline before its clause."""
    line = reading.document.dateline
    if line is None or not event.span.start < line.span.end <= event.trigger.start:
        return event
    rest = event.span.text[line.span.end - event.span.start :].lstrip()
    return replace(event, span=Span(event.span.end - len(rest), event.span.end, rest))


def _unbound(event: EventMention) -> EventMention:
    """A relative clause without its pronoun, for one whose doer is known: "which refused it"."""
    word, _, rest = event.span.text.partition(" ")
    if word.lower() not in table("clause_words")["relative"] or not rest.strip():
        return event
    start = event.span.end - len(rest)
    return replace(event, span=Span(start, event.span.end, rest))


def _untied(event: EventMention) -> EventMention:
    """A clause with a subject of its own without the word that ties it: "whereas Chile left"."""
    word, _, rest = event.span.text.partition(" ")
    start = event.span.end - len(rest)
    subject = any(
        start <= a.span.start and a.span.end <= event.trigger.start for a in event.arguments
    )
    tied = word.lower() in table("clause_words")["tying"] and event.status == "happened"
    if event.nominal or not tied or not subject:
        return event
    return replace(event, span=Span(start, event.span.end, rest))


def _finite(event: EventMention, doer: str) -> str | None:
    """A clause without subject or tense, told as done by its doer: "by [Chile recalled] envoys"."""
    text, trigger = event.span.text, event.trigger
    before = text[: trigger.start - event.span.start].lower().split()
    word, _, _rest = trigger.text.partition(" ")
    known = table("clause_words")
    bare = before[-1:] == ["to"] or before[-2:] == ["to", "have"] or word.lower().endswith("ing")
    loose = all(part in known["loose"] for part in before)
    if event.status in ("planned", "threatened") and not before and word == event.lemma:
        return f"{doer}to {text}"
    if event.status != "happened" or event.nominal or not bare or not loose:
        return None
    lemma = event.lemma.split()[0]
    rest = text[trigger.start - event.span.start + len(word) :]
    return f"{doer.rstrip()[:-1]} {past(lemma)}]{rest}"


def _whole(reading: Reading, event: EventMention) -> EventMention:
    """The mention with its sentence for its clause, where the clause says too little alone."""
    if not _fragment(event):
        return event
    text, trigger = reading.document.text, event.trigger
    start = text.rfind("\n", 0, trigger.start) + 1
    end = text.find("\n", trigger.end)
    paragraph = text[start : len(text) if end < 0 else end]
    for a, b in sentences_of(paragraph):
        if start + a <= trigger.start and trigger.end <= start + b:
            return replace(event, span=Span.of(text, start + a, start + b), nominal=False)
    return event


def _completed(reading: Reading, event: EventMention) -> EventMention:
    """The mention with what its verb says or asks, where its clause was cut before that."""
    text, end = reading.document.text, event.span.end
    rest = text[end : _sentence_end(text, event.trigger.start)].rstrip()
    opening = rest.lstrip(" ,").lower()
    said = opening.startswith(tuple(table("clause_words")["completing"]))
    if event.nominal or not said or rest.count(" ") > _LONGEST_REST:
        return event
    return replace(event, span=Span.of(text, event.span.start, end + len(rest)))


def _sentence_end(text: str, at: int) -> int:
    """Where the sentence that holds a place ends."""
    start = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    paragraph = text[start : len(text) if stop < 0 else stop]
    return next((start + b for a, b in sentences_of(paragraph) if at < start + b), len(text))


def _subject(event: EventMention) -> bool:
    """True when somebody stands before the verb in the clause, or a noun opens it that tells the
    event ("bombing of the port")."""
    before = (a for a in event.arguments if a.span.end <= event.trigger.start)
    if event.nominal:
        return event.trigger.start == event.span.start
    return any(event.span.covers(argument.span) for argument in before)


def _fragment(event: EventMention) -> bool:
    """True for a clause of a few words, or one that hangs on the words before it."""
    words = texts_of(event.span.text)
    if len(words) < _LEAST or (words[0].endswith("ing") and not _subject(event)):
        return True
    known = table("clause_words")
    return words[0] in (known["hanging"] if event.nominal else known["bound"])


def _rank(reading: Reading, event: EventMention) -> tuple[float, str, int]:
    inside = _inside(reading, event)
    pronouns = sum(name.form == "pronoun" for name in inside)
    named = {name.chain for name in inside if name.form == "name"}
    parties = _parties(reading, event)
    count = event.span.text.count(" ") + 1
    least, most = _BEST_LENGTH
    cost = 1.5 * pronouns - 2.0 * len(parties & named) - 0.3 * len(event.timexes)
    cost += 1.5 * event.nominal + 1.0 * (event.attribution is not None)
    cost += 2.0 * (event.status != "happened") + 1.0 * bool(_MARKS.search(event.span.text))
    cost += 1.5 * _fragment(event) - event.score
    cost += 0.5 * max(0, least - count) + 0.08 * max(0, count - most)
    return round(cost, 6), reading.document.id, event.trigger.start


def _parties(reading: Reading, event: EventMention) -> set[int]:
    """The chains of those who take part."""
    return {reading.names[a.name].chain for a in event.arguments if a.name is not None}


def _inside(reading: Reading, event: EventMention) -> Sequence[Name]:
    """The mentions that lie in the event's clause, in order."""
    first = bisect_left(reading.names, event.span.start, key=_starts)
    last = bisect_left(reading.names, event.span.end, key=_starts)
    return [name for name in reading.names[first:last] if event.span.covers(name.span)]


def _starts(name: Name) -> int:
    return name.span.start


def _named(
    reading: Reading, event: EventMention, entities: Entities, names: Mapping[str, Entity]
) -> str:
    """The clause, its pronouns replaced by names in square brackets where they are a party's."""
    text, start = event.span.text, event.span.start
    parties = _parties(reading, event)
    inside = _inside(reading, event)
    told = {name.chain for name in inside if name.form == "name"}
    parts, at = [], 0
    for name in inside:
        if name.span.start - start < at:
            continue
        entity = entities.of(reading.document.id, name.chain)
        sure = name.chain in parties and name.chain not in told
        if name.form == "pronoun" and entity and sure:
            instead = _instead(name, names[entity].name)
            if instead:
                parts += [text[at : name.span.start - start], instead]
                at = name.span.end - start
        told.add(name.chain)
    return "".join([*parts, text[at:]])


def _instead(pronoun: Name, name: str) -> str | None:
    """A name in brackets for a pronoun; None for one that must stand ("himself", "I")."""
    forms, word = table("clause_words"), fold(pronoun.span.text)
    if word in forms["possessive"]:
        return f"[{name}'s]"
    return f"[{name}]" if word in forms["named"] else None


def _phrase(text: str, *, nominal: bool) -> bool:
    """True for a noun with its company; not for "In his first speech, the president left"."""
    known = table("clause_words")
    _, _, rest = text.partition(", ")
    behind = texts_of(rest)[:1]
    ties = {*known["bound"], *known["hanging"], *known["leading"], *known["joining"]}
    return nominal and (not behind or behind[0] in ties)


def _sentence(clause: str, doer: str, *, nominal: bool) -> str:
    """A clause as a sentence: what ties it to the words before is cut; capital and full stop."""
    text = _SPACE.sub(" ", clause).strip(_EDGES)
    known = table("clause_words")
    loose = (
        (*known["joining"], *known["leading"])
        if _phrase(text, nominal=nominal)
        else known["joining"]
    )
    heads = tuple(f"{word} " for word in loose)
    while text.lower().startswith(heads):
        text = text.split(" ", 1)[1].lstrip(_EDGES)
    if len(_MARKS.findall(text)) % 2:
        text = _MARKS.sub("", text)
    text = text.rstrip(",;: ")
    text = doer + (text[:1].upper() + text[1:] if doer.endswith(":] ") else text)
    closed = text if _CLOSED.search(text) else f"{text}."
    return closed[:1].upper() + closed[1:]

"""Who does what a clause tells, in square brackets, where the clause does not say it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from hearsay.model import Argument, Entity, EventMention, Reading, Span
from hearsay.ontology import table
from hearsay.resolve.entities.find_entities import Entities

_LETTERS = re.compile(r"[A-Za-z]+")
_UP_TO = re.compile("[a-z](?:ly|ing)$")


def doer_of(
    reading: Reading, event: EventMention, entities: Entities, names: Mapping[str, Entity]
) -> str:
    """Who does it, in brackets, for a clause that has lost its subject; else empty."""
    before = [a for a in event.arguments if a.span.end <= event.trigger.start]
    if event.nominal:
        return ""
    if any(event.span.covers(argument.span) for argument in before):
        return _voice(reading, event, entities, names)
    doers = [a for a in event.arguments if a.role != "target" and not event.span.covers(a.span)]
    named = _bracketed(reading, doers, entities, names) or _quoted(doers, event.trigger.start)
    teller = teller_of(reading, event, entities, names) if first_person(named) else ""
    return f"[{teller}] " if teller else named


def _voice(
    reading: Reading, event: EventMention, entities: Entities, names: Mapping[str, Entity]
) -> str:
    """Who asks, where a clause in the asker's words tells what another should do: "[Chile:] "."""
    askers = [a for a in event.arguments if a.role == "source" and not event.span.covers(a.span)]
    if event.attribution is None or event.type not in table("clause_words")["voiced"]:
        return ""
    named = _bracketed(reading, askers, entities, names) or _quoted(askers, event.trigger.start)
    return f"{named.rstrip()[:-1]}:] " if named else ""


def teller_of(
    reading: Reading, event: EventMention, entities: Entities, names: Mapping[str, Entity]
) -> str:
    """In whose words a mention stands; empty when in the page's own."""
    voice = None if event.attribution is None else reading.attributions[event.attribution]
    if voice is None or not voice.chain:
        return ""
    teller = voice.chain[-1]
    chain = None if teller.name is None else reading.names[teller.name].chain
    entity = None if chain is None else entities.of(reading.document.id, chain)
    return names[entity].name if entity else teller.text


def first_person(text: str) -> bool:
    """True for words of one who speaks of himself."""
    return not set(_LETTERS.findall(text)).isdisjoint(table("clause_words")["own"])


def _quoted(arguments: Sequence[Argument], trigger: int) -> str:
    """Those who are told without a name, in brackets, in the page's words up to what they did."""
    found = [_before(argument.span, trigger) for argument in arguments]
    kept = [words for words in found if words]
    return f"[{_listed(kept)}] " if kept else ""


def _before(span: Span, trigger: int) -> str:
    """The words of a phrase before a place in it, without those that lead up to the verb there:
    "the senators who had" accused."""
    if span.end <= trigger:
        return span.text
    parts = span.text[: max(0, trigger - span.start)].split()
    known = table("clause_words")
    while parts and (parts[-1].lower() in known["upto"] or _UP_TO.search(parts[-1])):
        parts.pop()
    return " ".join(parts)


def _bracketed(
    reading: Reading,
    arguments: Iterable[Argument],
    entities: Entities,
    names: Mapping[str, Entity],
) -> str:
    """The names of those who are known, in brackets; empty when none is."""
    chains = (reading.names[a.name].chain for a in arguments if a.name is not None)
    found = (entities.of(reading.document.id, chain) for chain in chains)
    known = dict.fromkeys(names[entity].name for entity in found if entity)
    return f"[{_listed(list(known))}] " if known else ""


def _listed(names: Sequence[str]) -> str:
    """Names in a row: "A, B and C"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def absent(
    reading: Reading, event: EventMention, entities: Entities, names: Mapping[str, Entity]
) -> str:
    """The parties in brackets, where a noun tells the event and its phrase names none of them."""
    parties = [argument for argument in event.arguments if argument.name is not None]
    if not event.nominal or any(event.span.covers(argument.span) for argument in parties):
        return ""
    return _bracketed(reading, parties, entities, names)

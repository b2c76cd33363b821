"""One plain sentence for an event.

Every mention gives a sentence of its own: the clause of the page told anew in the tense that the
status of the event asks for, or a noun told by a verb. The surest and fullest is taken. Where none
is sure, a label names the type.
"""

from collections.abc import Iterable, Mapping

from hearsay.model import Entity, EventMention, Reading
from hearsay.model.vocabulary import Status
from hearsay.ontology import table
from hearsay.resolve.entities.find_entities import Entities
from hearsay.resolve.events.naming_words import PageNames, Setting, parties, several
from hearsay.resolve.events.noun_sentences import noun_told
from hearsay.resolve.events.own_words import quoted_sentence
from hearsay.resolve.events.realise import drafted

_NOWHERE = Setting()
_LEAD = 600  # code points in which a page tells its news
_UNSURE = 5.5
_MOST = 22  # words

Mentions = Iterable[tuple[Reading, int]]


def summarise(
    mentions: Mentions,
    entities: Entities,
    names: Mapping[str, Entity],
    status: Status | None = None,
    setting: Setting = _NOWHERE,
) -> str:
    """The sentence that tells the event best, the same for any order of its mentions.

    `setting` is where and when the record has the event; it is named where a noun alone tells it.
    """
    told = sorted(mentions, key=lambda each: (each[0].document.id, each[1]))
    rated = []
    for reading, number in told:
        event = reading.events[number]
        page = PageNames(reading, entities, names, setting)
        made = drafted(page, event, status or event.status)
        if made is not None:
            cost = made.cost + _cost(page, event, status, made.text)
            rated.append((round(cost, 6), reading.document.id, event.trigger.start, made.text))
    if rated:
        cost, _, _, text = min(rated)
        if cost < _UNSURE:
            return _sentence(text)
    spoken = (
        quoted_sentence(PageNames(reading, entities, names, setting), reading.events[number])
        for reading, number in told
    )
    words = next(filter(None, spoken), None)
    if words is not None:
        return _sentence(words)
    reading, number = told[0]
    page = PageNames(reading, entities, names, setting)
    return _sentence(_label(page, reading.events[number], status))


def _cost(page: PageNames, event: EventMention, status: Status | None, text: str) -> float:
    """What speaks against a mention: its status, its place on the page, its length."""
    named = {
        entity.id
        for argument in event.arguments
        if argument.name is not None
        and (entity := page.entity(page.reading.names[argument.name].chain)) is not None
        and entity.name in text
    }
    length = text.count(" ") + 1
    cost = 2.0 * bool(status and status != event.status) + 0.7 * (event.attribution is not None)
    cost += 0.15 * max(0, length - _MOST) + 0.5 * max(0, 4 - length)
    cost -= 0.6 * min(3, len(named)) + 0.5 * (event.trigger.start < _LEAD)
    return cost + 0.5 * (1 - event.score)


def _label(page: PageNames, event: EventMention, status: Status | None) -> str:
    """A sentence of the type alone, with who did it where that is known."""
    labels = table("sentences")["labels"]
    words = str(labels["modes"].get(event.mode or "", labels[event.type]))
    doers = parties(page, event, "source", "participant")
    if page.open:
        doers = ()
    plural = len(doers) > 1 or several(page, event)
    return noun_told(event, doers, words, status or event.status, plural=plural)


def _sentence(text: str) -> str:
    """Text with a capital and a full stop.

    >>> _sentence("two boats sank")
    'Two boats sank.'
    """
    closed = text if text.endswith((".", "!")) else f"{text}."
    return closed[:1].upper() + closed[1:]

"""How much of the example's gold a record holds, part by part, with what is missing named."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay.publish.format import EventEntry, FigureEntry, RecordFile, StatementEntry

EXAMPLE = Path(__file__).parent.parent / "examples" / "missiles-1962"
Gold = Mapping[str, Any]
Holds = Callable[[Any], bool]

_TITLES = {"president", "premier", "the", "a", "an", "general", "secretary"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the gold: entries found, and those missed in words."""

    found: int
    missed: tuple[str, ...]

    @property
    def share(self) -> float:
        """Percent found."""
        return 100 * self.found / (self.found + len(self.missed))


def gold() -> Gold:
    found: Gold = json.loads((EXAMPLE / "gold.json").read_text("utf-8"))
    return found


class Example:
    """A record of the example, asked by the gold's own names."""

    def __init__(self, record: RecordFile) -> None:
        self.record = record
        self.pages = {_short(document.source): document for document in record.documents}
        self.names = {entity.id: {entity.name, *entity.names} for entity in record.entities}

    def published(self) -> Part:
        """Pages whose day of publication is told exactly; an undated one within the gold's days."""
        return _part(gold()["pages"], self._published, lambda page: page["source"])

    def _published(self, page: Gold) -> bool:
        days, told = page["published"], self.pages[page["source"]].published
        if told.earliest is None or told.latest is None:
            return False
        return days["earliest"] <= told.earliest and told.latest <= days["latest"]

    def origins(self) -> Part:
        return _part(gold()["origins"], self._origin, lambda origin: origin["credit"])

    def _origin(self, origin: Gold) -> bool:
        ids = {self.pages[page].id for page in origin["pages"]}
        return any(set(found.documents) == ids for found in self.record.origins)

    def events(self) -> Part:
        return _part(gold()["events"], lambda event: bool(self.matching(event)), _about)

    def dated(self) -> Part:
        """Events found, with exactly the gold's days."""
        return _part(gold()["events"], self._dated, _about)

    def _dated(self, event: Gold) -> bool:
        return bool(self._exactly(event))

    def _exactly(self, event: Gold) -> list[EventEntry]:
        days = (event["day"]["earliest"], event["day"]["latest"])
        return [e for e in self.matching(event) if (e.date.earliest, e.date.latest) == days]

    def matching(self, event: Gold) -> list[EventEntry]:
        """Events of the type, on days that may be the gold's, told by one of the pages, with one of
        the actors."""
        pages = {self.pages[page].id for page in event["pages"]}
        return [
            found
            for found in self.record.events
            if found.type == event["type"]
            and _may_be(found, event["day"])
            and pages.intersection(found.documents)
            and (not event["actors"] or self._shares_actor(found, event["actors"]))
        ]

    def _shares_actor(self, found: EventEntry, actors: Iterable[Gold]) -> bool:
        return any(
            self._same(actor["name"], party.name, party.entity)
            for actor in actors
            for party in found.actors
        )

    def not_misdated(self) -> Part:
        """Events that no page tells, of their type and actors, on other days alone."""
        return _part(gold()["events"], lambda event: not self._wrong_day(event), _about)

    def _wrong_day(self, event: Gold) -> bool:
        pages = {self.pages[page].id for page in event["pages"]}
        told = [
            found
            for found in self.record.events
            if found.type == event["type"]
            and pages.intersection(found.documents)
            and self._shares_actor(found, event["actors"])
        ]
        return bool(told) and not any(_may_be(found, event["day"]) for found in told)

    def distinct(self) -> Part:
        """Groups of gold events of which no two are found as one event."""
        known = {event["id"]: event for event in gold()["events"]}
        return _part(
            gold()["distinct"], lambda group: self._apart([known[id] for id in group]), ", ".join
        )

    def _apart(self, events: list[Gold]) -> bool:
        found = [{match.id for match in self._exactly(event)} for event in events]
        return all(one.isdisjoint(other) for n, one in enumerate(found) for other in found[:n])

    def statements(self) -> Part:
        """Statements of a page that hold the words, with the speaker named."""
        return _part(gold()["statements"], self._told, _has)

    def _told(self, statement: Gold) -> bool:
        return any(
            found.chain
            and self._same(statement["speaker"], found.chain[-1].name, found.chain[-1].entity)
            for found in self._holding(statement)
        )

    def _holding(self, statement: Gold) -> list[StatementEntry]:
        page = self.pages[statement["page"]].id
        words = _plain(statement["has"])
        return [
            found
            for found in self.record.statements
            if found.document == page and words in _plain(found.text)
        ]

    def wrong_speakers(self) -> Part:
        """Gold statements for which the innermost statement found names nobody else."""
        return _part(gold()["statements"], self._speaker_right, _has)

    def _speaker_right(self, statement: Gold) -> bool:
        holding = self._holding(statement)
        return not holding or self._told(statement)

    def figures(self) -> Part:
        return _part(gold()["figures"], lambda figure: bool(self._figure(figure)), _words)

    def _figure(self, figure: Gold) -> list[FigureEntry]:
        page = self.pages[figure["page"]].id
        return [
            found
            for found in self.record.figures
            if found.document == page
            and _plain(figure["text"]) in _plain(found.text)
            and (found.low, found.high, found.unit)
            == (figure["low"], figure["high"], figure["unit"])
        ]

    def figure_givers(self) -> Part:
        """Figures given by somebody, with the giver right."""
        given = [figure for figure in gold()["figures"] if figure["by"]]
        speakers = {statement.id: statement for statement in self.record.statements}

        def right(figure: Gold) -> bool:
            return any(
                self._same(figure["by"], link.name, link.entity)
                for found in self._figure(figure)
                if found.statement
                for link in speakers[found.statement].chain[-1:]
            )

        return _part(given, right, _words)

    def _same(self, wanted: str, name: str, entity: str | None) -> bool:
        """True when one name's words, titles apart, are among the other's."""
        forms = {name, *self.names.get(entity or "", ())}
        words = [_words_of(form) for form in forms]
        mine = _words_of(wanted)
        return any(told and (mine <= told or told <= mine) for told in words)


def _short(source: str) -> str:
    return "pages/" + source.split("pages/")[-1]


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w%$.,-]+", " ", text.lower()).split())


def _words_of(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.lower())) - _TITLES


def _may_be(found: EventEntry, day: Gold) -> bool:
    first, last = found.date.earliest or "", found.date.latest or "9999"
    return bool(first <= day["latest"] and day["earliest"] <= last)


def _about(event: Gold) -> str:
    return f"{event['type']} {event['day']['earliest']}: {event['about']}"


def _has(statement: Gold) -> str:
    return f"{statement['speaker']}: {statement['has']} ({statement['page']})"


def _words(figure: Gold) -> str:
    return f"{figure['by']}: {figure['text']} ({figure['page']})"


def _part(entries: Sequence[Any], holds: Holds, named: Callable[[Any], str]) -> Part:
    missed = tuple(named(entry) for entry in entries if not holds(entry))
    return Part(len(entries) - len(missed), missed)

"""The resolved nouns, read back from the rows of the tables: the reverse of `rows`."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, RowMapping, select

from hearsay.model import (
    Actor,
    Cite,
    Dated,
    Document,
    Entity,
    Event,
    Figure,
    Link,
    Origin,
    Page,
    Party,
    PlaceRef,
    Relation,
    Resolution,
    Span,
    Statement,
    Story,
    Told,
)
from hearsay.record import tables

Row = RowMapping
Entered = Mapping[tuple[str, str], date | None]


def resolution_of(
    connection: Connection, read: Mapping[str, Document], entered: Entered
) -> Resolution:
    """The whole record as stored; `read` gives each document as it was read, by id, `entered` the
    days of entry by kind (page, event, statement) and id."""
    return Resolution(
        pages=_pages(connection, read, entered),
        entities=_entities(connection),
        stories=_stories(connection),
        origins=_origins(connection),
        events=_events(connection, entered),
        figures=tuple(map(_figure, _all(connection, "figures"))),
        statements=_statements(connection, entered),
        relations=tuple(
            sorted(
                (
                    Relation(row["kind"], (row["one"], row["other"]), row["why"])
                    for row in _all(connection, "relations", order=False)
                ),
                key=lambda relation: (relation.between, relation.kind),
            )
        ),
    )


def _all(connection: Connection, name: str, order: bool = True) -> Iterator[Row]:
    table = tables.metadata.tables[name]
    chosen = select(table)
    if order:
        chosen = chosen.order_by(table.c.id)
    return iter(connection.execute(chosen).mappings())


def _parts(connection: Connection, name: str, owner: str) -> dict[str, list[Row]]:
    """The rows of a part table by their owner's id, in position."""
    table = tables.metadata.tables[name]
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in connection.execute(
        select(table).order_by(table.c[owner], table.c.position)
    ).mappings():
        parts[row[owner]].append(row)
    return parts


def _dated(row: Row, prefix: str) -> Dated | None:
    if row[f"{prefix}_basis"] is None:
        return None
    return Dated(
        row[f"{prefix}_earliest"],
        row[f"{prefix}_latest"],
        row[f"{prefix}_basis"],
        row[f"{prefix}_why"],
        tuple(json.loads(row[f"{prefix}_refused"])),
    )


def _span(row: Row) -> Span:
    return Span(row["start"], row["end"], row["text"])


def _cite(row: Row) -> Cite:
    return Cite(row["document"], _span(row))


def _pages(
    connection: Connection, read: Mapping[str, Document], entered: Entered
) -> tuple[Page, ...]:
    return tuple(
        Page(
            document=read[row["id"]],
            published=_dated(row, "published") or Dated(),
            origin=row["origin"],
            updated=_dated(row, "updated"),
            dateline=_dated(row, "dateline"),
            story=row["story"],
            entered=entered.get(("page", row["id"])),
        )
        for row in _all(connection, "documents")
    )


def _entities(connection: Connection) -> tuple[Entity, ...]:
    names = _parts(connection, "entity_names", "entity")
    mentions = _parts(connection, "entity_mentions", "entity")
    return tuple(
        Entity(
            id=row["id"],
            kind=row["kind"],
            name=row["name"],
            names=tuple(part["name"] for part in names[row["id"]]),
            actor=Actor(row["country"], tuple(row["sectors"].split())),
            offices=tuple(json.loads(row["offices"])),
            mentions=tuple(map(_cite, mentions[row["id"]])),
        )
        for row in _all(connection, "entities")
    )


def _members(connection: Connection, owner: str) -> dict[str, list[str]]:
    table = tables.documents
    members: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(
        select(table.c.id, table.c[owner]).order_by(table.c.id)
    ).mappings():
        members[row[owner]].append(row["id"])
    return members


def _stories(connection: Connection) -> tuple[Story, ...]:
    documents = _members(connection, "story")
    events = _parts(connection, "story_events", "story")
    return tuple(
        Story(
            id=row["id"],
            title=row["title"],
            documents=tuple(documents[row["id"]]),
            events=tuple(part["event"] for part in events[row["id"]]),
            first=row["first"],
            last=row["last"],
        )
        for row in _all(connection, "stories")
    )


def _origins(connection: Connection) -> tuple[Origin, ...]:
    documents = _members(connection, "origin")
    evidence = _parts(connection, "origin_evidence", "origin")
    return tuple(
        Origin(
            id=row["id"],
            documents=tuple(documents[row["id"]]),
            kind=row["kind"],
            credit=row["credit"],
            evidence=tuple(map(_cite, evidence[row["id"]])),
            why=row["why"],
        )
        for row in _all(connection, "origins")
    )


def _events(connection: Connection, entered: Entered) -> tuple[Event, ...]:
    actors = _parts(connection, "event_actors", "event")
    mentions = _parts(connection, "event_mentions", "event")
    return tuple(
        replace(
            _event(row, actors[row["id"]], mentions[row["id"]]),
            entered=entered.get(("event", row["id"])),
        )
        for row in _all(connection, "events")
    )


def _event(row: Row, actors: list[Row], mentions: list[Row]) -> Event:
    told = tuple(_told(mention) for mention in mentions)
    return Event(
        id=row["id"],
        type=row["type"],
        mode=row["mode"],
        contexts=tuple(row["contexts"].split()),
        status=row["status"],
        summary=row["summary"],
        actors=tuple(Party(part["entity"], part["name"], part["role"]) for part in actors),
        date=_dated(row, "date") or Dated(),
        place=None if row["place_name"] is None else PlaceRef(row["place"], row["place_name"]),
        mentions=told,
        documents=tuple(sorted({mention.cite.document for mention in told})),
        origins=row["origins"],
    )


def _told(row: Row) -> Told:
    trigger = None
    if row["trigger"] is not None:
        trigger = Span(row["trigger_start"], row["trigger_end"], row["trigger"])
    return Told(_cite(row), row["status"], row["statement"], trigger)


def _statements(connection: Connection, entered: Entered) -> tuple[Statement, ...]:
    links = _parts(connection, "statement_chain", "statement")
    quotes = _parts(connection, "statement_quotes", "statement")
    contents = _parts(connection, "statement_contents", "statement")
    return tuple(
        replace(
            _statement(row, links[row["id"]], quotes[row["id"]], contents[row["id"]]),
            entered=entered.get(("statement", row["id"])),
        )
        for row in _all(connection, "statements")
    )


def _statement(row: Row, links: list[Row], quotes: list[Row], contents: list[Row]) -> Statement:
    chain = {
        role: tuple(
            Link(part["entity"], part["name"], part["kind"])
            for part in links
            if part["role"] == role
        )
        for role in ("teller", "jointly", "addressee")
    }
    cue = None if row["cue"] is None else Span(row["cue_start"], row["cue_end"], row["cue"])
    cite = _cite(row)
    return Statement(
        id=row["id"],
        kind=row["kind"],
        cite=cite,
        contents=tuple(map(_span, contents)) or (cite.span,),
        cue=cue,
        quoted=tuple(map(_span, quotes)),
        chain=chain["teller"],
        medium=row["medium"],
        addressee=chain["addressee"][0] if chain["addressee"] else None,
        date=_dated(row, "date") or Dated(),
        event=row["event"],
        act=row["act"],
        hedged=row["hedged"],
        parent=row["parent"],
        score=row["score"],
        jointly=chain["jointly"],
    )


def _figure(row: Row) -> Figure:
    return Figure(
        id=row["id"],
        cite=_cite(row),
        counted=row["counted"],
        low=row["low"],
        high=row["high"],
        unit=row["unit"],
        wording=row["wording"],
        event=row["event"],
        of=row["of"],
        statement=row["statement"],
    )

"""The record in its published form."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from hearsay.model import (
    Cite,
    Dated,
    Entity,
    Event,
    Figure,
    Link,
    Origin,
    Page,
    Resolution,
    Span,
    Statement,
    Story,
)
from hearsay.publish import format as form

Former = Mapping[str, tuple[str, ...]]


def export(resolution: Resolution, formerly: Former) -> form.RecordFile:
    """The whole record; `formerly` gives the earlier ids of stories and events."""
    return form.RecordFile(
        format=form.FORMAT,
        documents=tuple(map(_document, resolution.pages)),
        entities=tuple(map(_entity, resolution.entities)),
        stories=tuple(_story(story, formerly) for story in resolution.stories),
        origins=tuple(map(_origin, resolution.origins)),
        events=tuple(_event(event, formerly) for event in resolution.events),
        figures=tuple(map(_figure, resolution.figures)),
        statements=tuple(map(statement_entry, resolution.statements)),
        relations=tuple(
            form.RelationEntry(relation.kind, relation.between, relation.why)  # type: ignore[arg-type]
            for relation in resolution.relations
        ),
    )


def as_json(record: form.RecordFile) -> str:
    """UTF-8 JSON, indented, ending in a line break."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every export satisfies."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Hearsay record, format 1",
        **msgspec.json.schema(form.RecordFile),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _dated(dated: Dated) -> form.DateRange:
    return form.DateRange(
        _day(dated.earliest),
        _day(dated.latest),
        dated.basis,  # type: ignore[arg-type]
        dated.why,
        dated.refused,
    )


def _words(span: Span) -> form.Words:
    return form.Words(span.start, span.end, span.text)


def _cite(cite: Cite) -> form.Citation:
    return form.Citation(cite.document, cite.span.start, cite.span.end, cite.span.text)


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value.is_integer() else value


def _document(page: Page) -> form.DocumentEntry:
    document = page.document
    line = document.dateline
    return form.DocumentEntry(
        id=document.id,
        source=document.source,
        sha256=document.sha256,
        url=document.url,
        outlet=document.outlet,
        title=document.title,
        byline=document.byline,
        credits=document.credits,
        language=document.language,
        dateline=None
        if line is None
        else form.DatelineEntry(
            line.place, _dated(page.dateline) if page.dateline else None, line.agency
        ),
        published=_dated(page.published),
        updated=_dated(page.updated) if page.updated else None,
        text=document.text,
        origin=page.origin,
        story=page.story,
        entered=_day(page.entered),
    )


def _entity(entity: Entity) -> form.EntityEntry:
    return form.EntityEntry(
        id=entity.id,
        kind=entity.kind,  # type: ignore[arg-type]
        name=entity.name,
        names=entity.names,
        actor=form.ActorCode(entity.actor.country, entity.actor.sectors),
        offices=entity.offices,
        mentions=tuple(map(_cite, entity.mentions)),
    )


def _story(story: Story, formerly: Former) -> form.StoryEntry:
    return form.StoryEntry(
        id=story.id,
        formerly=formerly.get(story.id, ()),
        title=story.title,
        documents=story.documents,
        events=story.events,
        first=_day(story.first),
        last=_day(story.last),
    )


def _origin(origin: Origin) -> form.OriginEntry:
    return form.OriginEntry(
        id=origin.id,
        documents=origin.documents,
        kind=origin.kind,  # type: ignore[arg-type]
        credit=origin.credit,
        evidence=tuple(map(_cite, origin.evidence)),
        why=origin.why,
    )


def _event(event: Event, formerly: Former) -> form.EventEntry:
    return form.EventEntry(
        id=event.id,
        formerly=formerly.get(event.id, ()),
        type=event.type,  # type: ignore[arg-type]
        mode=event.mode,
        contexts=event.contexts,
        status=event.status,  # type: ignore[arg-type]
        summary=event.summary,
        actors=tuple(
            form.ActorEntry(party.entity, party.name, party.role)  # type: ignore[arg-type]
            for party in event.actors
        ),
        date=_dated(event.date),
        place=None
        if event.place is None
        else form.PlaceEntry(event.place.entity, event.place.name),
        mentions=tuple(
            form.MentionEntry(
                document=told.cite.document,
                start=told.cite.span.start,
                end=told.cite.span.end,
                text=told.cite.span.text,
                status=told.status,  # type: ignore[arg-type]
                statement=told.statement,
                trigger=None if told.trigger is None else _words(told.trigger),
            )
            for told in event.mentions
        ),
        documents=event.documents,
        origins=event.origins,
        entered=_day(event.entered),
    )


def _figure(figure: Figure) -> form.FigureEntry:
    span = figure.cite.span
    return form.FigureEntry(
        id=figure.id,
        event=figure.event,
        counted=figure.counted,
        low=_number(figure.low),
        high=_number(figure.high),
        unit=figure.unit,
        wording=figure.wording,
        of=figure.of,
        statement=figure.statement,
        document=figure.cite.document,
        start=span.start,
        end=span.end,
        text=span.text,
    )


def _teller(link: Link) -> form.TellerEntry:
    return form.TellerEntry(link.entity, link.name, link.kind)  # type: ignore[arg-type]


def statement_entry(statement: Statement) -> form.StatementEntry:
    """One statement in its published form."""
    span = statement.cite.span
    return form.StatementEntry(
        id=statement.id,
        kind=statement.kind,  # type: ignore[arg-type]
        act=statement.act,
        chain=tuple(map(_teller, statement.chain)),
        jointly=tuple(map(_teller, statement.jointly)),
        medium=statement.medium,
        addressee=None if statement.addressee is None else _teller(statement.addressee),
        date=_dated(statement.date),
        event=statement.event,
        parent=statement.parent,
        hedged=statement.hedged,
        score=statement.score,
        cue=None if statement.cue is None else _words(statement.cue),
        contents=tuple(map(_words, statement.contents)),
        quoted=tuple(map(_words, statement.quoted)),
        document=statement.cite.document,
        start=span.start,
        end=span.end,
        text=span.text,
        entered=_day(statement.entered),
    )

"""A resolution as rows of the tables."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from hearsay.model import (
    Cite,
    Dated,
    Entity,
    Event,
    Figure,
    Link,
    Origin,
    Page,
    Relation,
    Resolution,
    Span,
    Statement,
    Story,
)

Row = dict[str, Any]
Rows = Iterator[tuple[str, Row]]


def rows_of(resolution: Resolution) -> dict[str, list[Row]]:
    """Rows by table name; tables without rows are absent."""
    writers: tuple[tuple[Iterable[Any], Callable[[Any], Rows]], ...] = (
        (resolution.origins, _origin),
        (resolution.stories, _story),
        (resolution.pages, _page),
        (resolution.entities, _entity),
        (resolution.events, _event),
        (resolution.statements, _statement),
        (resolution.figures, _figure),
        (resolution.relations, _relation),
    )
    tables: dict[str, list[Row]] = defaultdict(list)
    for nouns, write in writers:
        for noun in nouns:
            for table, row in write(noun):
                tables[table].append(row)
    return dict(tables)


def _dated(prefix: str, dated: Dated | None) -> Row:
    return {
        f"{prefix}_earliest": dated.earliest if dated else None,
        f"{prefix}_latest": dated.latest if dated else None,
        f"{prefix}_basis": dated.basis if dated else None,
        f"{prefix}_why": dated.why if dated else None,
        f"{prefix}_refused": json.dumps(dated.refused, ensure_ascii=False) if dated else None,
    }


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end, "text": span.text}


def _cite(cite: Cite) -> Row:
    return {"document": cite.document, **_span(cite.span)}


def _page(page: Page) -> Rows:
    document = page.document
    yield (
        "documents",
        {
            "id": document.id,
            "source": document.source,
            "url": document.url,
            "outlet": document.outlet,
            "title": document.title,
            **_dated("published", page.published),
            **_dated("updated", page.updated),
            **_dated("dateline", page.dateline),
            "origin": page.origin,
            "story": page.story,
            "text": document.text,
        },
    )


def _origin(origin: Origin) -> Rows:
    yield (
        "origins",
        {"id": origin.id, "kind": origin.kind, "credit": origin.credit, "why": origin.why},
    )
    for position, cite in enumerate(origin.evidence):
        yield "origin_evidence", {"origin": origin.id, "position": position, **_cite(cite)}


def _story(story: Story) -> Rows:
    yield (
        "stories",
        {"id": story.id, "title": story.title, "first": story.first, "last": story.last},
    )
    for position, event in enumerate(story.events):
        yield "story_events", {"story": story.id, "position": position, "event": event}


def _entity(entity: Entity) -> Rows:
    yield (
        "entities",
        {
            "id": entity.id,
            "kind": entity.kind,
            "name": entity.name,
            "country": entity.actor.country,
            "sectors": " ".join(entity.actor.sectors),
            "offices": json.dumps(entity.offices, ensure_ascii=False),
        },
    )
    for position, name in enumerate(entity.names):
        yield "entity_names", {"entity": entity.id, "position": position, "name": name}
    for position, cite in enumerate(entity.mentions):
        yield "entity_mentions", {"entity": entity.id, "position": position, **_cite(cite)}


def _event(event: Event) -> Rows:
    yield (
        "events",
        {
            "id": event.id,
            "type": event.type,
            "mode": event.mode,
            "contexts": " ".join(event.contexts),
            "status": event.status,
            "summary": event.summary,
            **_dated("date", event.date),
            "place": event.place.entity if event.place else None,
            "place_name": event.place.name if event.place else None,
            "origins": event.origins,
        },
    )
    for position, party in enumerate(event.actors):
        yield (
            "event_actors",
            {
                "event": event.id,
                "position": position,
                "entity": party.entity,
                "name": party.name,
                "role": party.role,
            },
        )
    for position, told in enumerate(event.mentions):
        trigger = told.trigger
        yield (
            "event_mentions",
            {
                "event": event.id,
                "position": position,
                **_cite(told.cite),
                "trigger_start": trigger.start if trigger else None,
                "trigger_end": trigger.end if trigger else None,
                "trigger": trigger.text if trigger else None,
                "status": told.status,
                "statement": told.statement,
            },
        )


def _statement(statement: Statement) -> Rows:
    cue = statement.cue
    yield (
        "statements",
        {
            "id": statement.id,
            "kind": statement.kind,
            "act": statement.act,
            **_cite(statement.cite),
            "cue_start": cue.start if cue else None,
            "cue_end": cue.end if cue else None,
            "cue": cue.text if cue else None,
            "medium": statement.medium,
            **_dated("date", statement.date),
            "event": statement.event,
            "parent": statement.parent,
            "hedged": statement.hedged,
            "score": statement.score,
        },
    )
    links = [("teller", link) for link in statement.chain]
    links += [("jointly", link) for link in statement.jointly]
    if statement.addressee is not None:
        links.append(("addressee", statement.addressee))
    for position, (role, link) in enumerate(links):
        yield "statement_chain", _link(statement.id, position, role, link)
    parts = {"statement_quotes": statement.quoted}
    if len(statement.contents) > 1:
        parts["statement_contents"] = statement.contents
    for table, spans in parts.items():
        for position, span in enumerate(spans):
            yield table, {"statement": statement.id, "position": position, **_span(span)}


def _link(statement: str, position: int, role: str, link: Link) -> Row:
    return {
        "statement": statement,
        "position": position,
        "entity": link.entity,
        "name": link.name,
        "kind": link.kind,
        "role": role,
    }


def _figure(figure: Figure) -> Rows:
    yield (
        "figures",
        {
            "id": figure.id,
            "event": figure.event,
            "counted": figure.counted,
            "low": figure.low,
            "high": figure.high,
            "unit": figure.unit,
            "wording": figure.wording,
            "of": figure.of,
            "statement": figure.statement,
            **_cite(figure.cite),
        },
    )


def _relation(relation: Relation) -> Rows:
    one, other = relation.between
    yield (
        "relations",
        {"kind": relation.kind, "one": one, "other": other, "why": relation.why},
    )

"""The history of ids, as the tables `former_ids` and `entered` have it."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from hearsay.model import Resolution
from hearsay.record.entered import dated_keys, first_days
from hearsay.record.former import Former, Key, Place, gathered, members, moved, succession
from hearsay.record.tables import documents, entered, event_mentions, former_ids, statements


def hand_on(
    connection: Connection, resolution: Resolution, newer: Mapping[str, str], day: date
) -> None:
    """Leads from the record as stored to `resolution`, before that takes its place.

    Ids that go find their heirs, also in the `newer` version of a document. What is new entered
    on `day`.
    """
    after = members(resolution)
    before = moved(gathered(_stored(connection)), newer, after)
    former = succession(before, after, former_of(connection))
    _note_former(connection, [one for one in former if one.kind != "statement"])
    days = first_days(entered_of(connection), dated_keys(resolution), former, day)
    _note_entered(connection, days)


def _stored(connection: Connection) -> Iterator[tuple[str, str, Place, str]]:
    """What each story, event and statement of the record as stored is made of."""
    pages = select(documents.c.id, documents.c.story).where(documents.c.story.is_not(None))
    for document, story in connection.execute(pages):
        yield "story", story, (document, 0, 0), ""
    said, told = statements.c, event_mentions.c
    for kind, id, place in (("event", told.event, told), ("statement", said.id, said)):
        chosen = select(id, place.document, place.start, place.end, place.text)
        for owner, document, start, end, words in connection.execute(chosen):
            yield kind, owner, (document, start, end), words


def _note_former(connection: Connection, former: list[Former]) -> None:
    connection.execute(delete(former_ids))
    if former:
        rows = [{"former": one.former, "kind": one.kind, "current": one.current} for one in former]
        connection.execute(insert(former_ids), rows)


def _note_entered(connection: Connection, days: Mapping[Key, date | None]) -> None:
    connection.execute(delete(entered))
    if days:
        rows = [{"kind": kind, "id": id, "day": day} for (kind, id), day in days.items()]
        connection.execute(insert(entered), rows)


def former_of(connection: Connection) -> tuple[Former, ...]:
    """Every id of a story or event that is no more."""
    column = former_ids.c
    rows = connection.execute(select(column.former, column.kind, column.current))
    return tuple(Former(*row) for row in rows)


def entered_of(connection: Connection) -> dict[Key, date | None]:
    """The day of entry of each event and statement, by kind and id."""
    column = entered.c
    rows = connection.execute(select(column.kind, column.id, column.day))
    return {(kind, id): day for kind, id, day in rows}

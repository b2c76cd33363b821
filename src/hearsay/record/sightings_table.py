"""Where pages were seen and what was set aside, as the tables `sources` and `set_aside` have it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from hearsay.record.access import is_held, note_number, number, upsert
from hearsay.record.sightings import Sighting
from hearsay.record.snapshot import Aside, Seen
from hearsay.record.stored_json import spelled
from hearsay.record.tables import arrivals, set_aside, sources


def see(connection: Connection, seen: Sequence[Seen]) -> bool:
    """Notes where documents were seen; True when a source holds another document than before.

    A document that the record does not hold, because it was forgotten, is passed over.
    """
    _no_more_aside(connection, seen)
    before = arrival = number(connection, "arrival")
    for one in seen:
        source = spelled(one.source)
        file = None if one.row else spelled(one.file or one.source)
        holder = _holder(connection, source, file)
        if holder != one.document and is_held(connection, one.document):
            arrival += 1
            place = {"source": source, "document": one.document, "file": file, "arrival": arrival}
            upsert(connection, sources, [place])
            if file is not None and holder is not None:
                _arrive(connection, one.document, arrival)
    if arrival == before:
        return False
    note_number(connection, "arrival", arrival)
    return True


def _no_more_aside(connection: Connection, seen: Iterable[Seen]) -> None:
    """Of a file that is now read row by row, the file itself was read as well."""
    read = {one.source for one in seen}
    read |= {one.source.rpartition(":")[0] for one in seen if one.row}
    if read:
        gone = delete(set_aside).where(set_aside.c.source == bindparam("read"))
        connection.execute(gone, [{"read": spelled(source)} for source in sorted(read)])


def _holder(connection: Connection, source: str, file: str | None) -> str | None:
    """The document that the file, or the row, was last seen to hold."""
    place = sources.c.source == source if file is None else sources.c.file == file
    last = select(sources.c.document).where(place).order_by(sources.c.arrival.desc()).limit(1)
    found: str | None = connection.execute(last).scalar()
    return found


def _arrive(connection: Connection, document: str, arrival: int) -> None:
    """What a file comes to hold in the place of another arrives now, though it was read before."""
    chosen = update(arrivals).where(arrivals.c.document == document)
    connection.execute(chosen.values(arrival=arrival))


def put_aside(connection: Connection, pages: Iterable[Aside]) -> None:
    """Remembers pages that were not read."""
    rows = [
        {"source": spelled(page.source), "reason": spelled(page.reason), "sha256": page.sha256}
        for page in pages
    ]
    upsert(connection, set_aside, rows)


def asides(connection: Connection) -> tuple[Aside, ...]:
    """The pages that were not read, by source."""
    column = set_aside.c
    chosen = select(column.source, column.reason, column.sha256).order_by(column.source)
    return tuple(Aside(*row) for row in connection.execute(chosen))


def sightings(connection: Connection) -> tuple[Sighting, ...]:
    """Every source that was seen to hold a document."""
    column = sources.c
    rows = connection.execute(select(column.source, column.document, column.file, column.arrival))
    return tuple(Sighting(*row) for row in rows)

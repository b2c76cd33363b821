"""What people may call a page or an event, and what each name means."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath

from hearsay.errors import UsageError
from hearsay.model import Event, Page, Resolution
from hearsay.publish import wording

_LISTED = 5


def the_one(
    asked: str, resolution: Resolution, formerly: Mapping[str, Sequence[str]]
) -> Event | Page:
    """The event or page that `asked` names.

    `asked` is an id, an address, a path, a file name, the beginning of an id or of a file name, or
    words of a headline; `formerly` are the earlier ids of events. UsageError where it names
    nothing, or more than one.
    """
    found = _named(asked, [*resolution.pages, *resolution.events], formerly)
    if not found:
        raise UsageError(
            f"the record has no event and no page {asked!r}; name a page by its file or address "
            "to see its events with their ids, or take an id from: hearsay export"
        )
    return _only(asked, found)


def page_named(asked: str, resolution: Resolution) -> Page:
    """The page that `asked` names, as `the_one` has it."""
    found = _named(asked, resolution.pages, {})
    if not found:
        raise UsageError(f"the record has no page {asked!r}; see its pages with: hearsay pages")
    page = _only(asked, found)
    assert isinstance(page, Page)
    return page


def _only(asked: str, found: Sequence[Event | Page]) -> Event | Page:
    if len(found) > 1:
        listed = "; ".join(_described(one) for one in found[:_LISTED])
        more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        raise UsageError(f"{asked!r} may be {len(found)} things, give more of one: {listed}{more}")
    return found[0]


def _named(
    asked: str, every: Sequence[Event | Page], formerly: Mapping[str, Sequence[str]]
) -> list[Event | Page]:
    """What bears the id, address, path or file name; else what has a name that begins or ends so.

    The first of these ways that finds anything is taken.
    """
    ids = {_id(one): {_id(one), *formerly.get(_id(one), ())} for one in every}
    wanted = asked.strip()
    ways: tuple[Callable[[Event | Page], bool], ...] = (
        lambda one: wanted in ids[_id(one)],
        lambda one: wanted in _names(one),
        lambda one: any(id.startswith(wanted) for id in ids[_id(one)]),
        lambda one: any(name.endswith(f"/{wanted}") for name in _names(one)),
        lambda one: any(PurePath(name).name.startswith(wanted) for name in _names(one)),
        lambda one: bool(wanted) and wanted.casefold() in _headline(one).casefold(),
    )
    if not wanted:
        return []
    return next((found for way in ways if (found := [one for one in every if way(one)])), [])


def _id(one: Event | Page) -> str:
    return one.id if isinstance(one, Event) else one.document.id


def _names(one: Event | Page) -> tuple[str, ...]:
    """The address and path of a page, with and without the row of a file of many."""
    if isinstance(one, Event):
        return ()
    source = PurePath(one.document.source).as_posix()
    return (source, source.rpartition(":")[0] or source, one.document.url or source)


def _headline(one: Event | Page) -> str:
    return "" if isinstance(one, Event) else one.document.title or ""


def _described(one: Event | Page) -> str:
    what = one.summary if isinstance(one, Event) else one.document.source
    return f"{_id(one)} ({wording.cut(what)})"

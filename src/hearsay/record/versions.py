"""Which readings are versions of one page, and which of them is the current one."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from hearsay.model import DateEvidence
from hearsay.record.sightings import Sighting, overwritten

_DATING = frozenset({"updated", "header", "markup", "feed", "given"})
"""The kinds of evidence by which a page dates itself."""

_TRACKING = re.compile(r"(?:utm_[^=]*|fbclid|gclid)(?:=.*)?", re.IGNORECASE)
"""Parts of a query that say how a reader came to the page, and nothing of the page."""

_USUAL_PORTS = (None, 80, 443)


@dataclass(frozen=True, slots=True)
class PageVersion:
    """What of a reading decides which version it is: the address of its page, the latest day it
    gives itself, and its number in the order of arrival."""

    document: str
    url: str | None
    day: date | None
    arrival: int


def address(url: str | None) -> str | None:
    """What is the same in every spelling of the address of an article, None where it is of none.

    The front page of a site is no address of an article: it shows another one every day.

    >>> address("https://www.Example.org/news/strike/?utm_source=mail#comments")
    'example.org/news/strike'
    >>> address("https://example.org/")
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    query = "&".join(part for part in parts.query.split("&") if not _TRACKING.fullmatch(part))
    if not host or not (path or query):
        return None
    place = host.removeprefix("www.") + ("" if port in _USUAL_PORTS else f":{port}")
    return place + path + (f"?{query}" if query else "")


def own_day(dates: Iterable[DateEvidence]) -> date | None:
    """The latest day that a page gives itself, None where it gives none in full."""
    days = (
        evidence.days.latest
        for evidence in dates
        if evidence.kind in _DATING and evidence.days is not None
    )
    return max((day for day in days if day is not None), default=None)


def versions(
    candidates: Iterable[PageVersion], sightings: Iterable[Sighting]
) -> dict[str, tuple[str, ...]]:
    """The older versions of each page that has some, oldest first, by its current one.

    Versions of one page have one address, or followed each other in one file. Pages of two
    addresses stay two pages, though one file held both. The current version is the one that dates
    itself latest, and of those of one day the one that arrived last.
    """
    pages = {page.document: page for page in candidates}
    found = {}
    for group in _groups(pages, sightings):
        *older, current = sorted(group, key=lambda document: _age(pages[document]))
        if older:
            found[current] = tuple(older)
    return found


def _age(page: PageVersion) -> tuple[date, int, str]:
    return (page.day or date.min, page.arrival, page.document)


def _groups(pages: dict[str, PageVersion], sightings: Iterable[Sighting]) -> Iterable[list[str]]:
    """The documents of each page: of one address first, then joined by the files they filled."""
    addresses = {document: address(page.url) for document, page in pages.items()}
    home = {document: of or document for document, of in addresses.items()}
    groups: dict[str, list[str]] = defaultdict(list)
    for document, group in home.items():
        groups[group].append(document)
    addressed = {of for of in addresses.values() if of is not None}
    known = (seen for seen in sightings if seen.document in pages)
    for older, newer in overwritten(known):
        kept, joined = home[newer], home[older]
        if joined in addressed:
            kept, joined = joined, kept
        if kept != joined and joined not in addressed:
            groups[kept] += groups[joined]
            home.update(dict.fromkeys(groups.pop(joined), kept))
    return groups.values()

"""The pages of a record, and what was set aside, as a table for the terminal or as JSON."""

import json
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from hearsay.model import Page, Rejected
from hearsay.publish import wording

_DAY, _INDENT = 18, "  "


def list_pages(
    pages: Iterable[Page], versions: Mapping[str, Sequence[str]], form: str, width: int
) -> str:
    """The pages by day, then by name, ending in a line break; undated ones last.

    `versions` are the earlier versions of pages by the id of the present one.
    """
    ordered = sorted(pages, key=_order)
    if form == "json":
        entries = [_entry(page, versions.get(page.document.id, ())) for page in ordered]
        return _json({"format": 1, "pages": entries})
    lines = [
        line for page in ordered for line in _row(page, versions.get(page.document.id, ()), width)
    ]
    return "\n".join([*lines, f"{len(ordered)} page{'' if len(ordered) == 1 else 's'}"]) + "\n"


def list_aside(aside: Iterable[Rejected], form: str, width: int) -> str:
    """What was set aside, by source, each with its reason."""
    found = sorted(aside, key=lambda page: page.source)
    if form == "json":
        entries = [{"source": page.source, "reason": page.reason} for page in found]
        return _json({"format": 1, "aside": entries})
    lines = [
        textwrap.fill(f"{page.source}: {page.reason}", width, subsequent_indent=_INDENT)
        for page in found
    ]
    return "\n".join([*lines, f"{len(found)} set aside"]) + "\n"


def _order(page: Page) -> tuple[bool, str, str]:
    first = page.published.earliest
    return first is None, str(first), page.document.source


def _row(page: Page, earlier: Sequence[str], width: int) -> list[str]:
    document = page.document
    title = document.title or PurePath(document.source).name
    named = ", ".join(filter(None, (title, document.outlet)))
    again = f"; {len(earlier)} earlier version{'' if len(earlier) == 1 else 's'}" if earlier else ""
    day = wording.days(page.published)
    head = f"{day:{_DAY}}{_INDENT}" if len(day) <= _DAY else f"{day}\n{'':{_DAY}}{_INDENT}"
    indent = " " * (_DAY + len(_INDENT))
    return [
        head
        + textwrap.fill(named, width, initial_indent=indent, subsequent_indent=indent).lstrip(),
        f"{indent}{document.source}  {document.id[:8]}{again}",
    ]


def _entry(page: Page, earlier: Sequence[str]) -> dict[str, object]:
    document, dated = page.document, page.published
    first, last = (day and day.isoformat() for day in (dated.earliest, dated.latest))
    return {
        "id": document.id,
        "source": document.source,
        "url": document.url,
        "outlet": document.outlet,
        "title": document.title,
        "published": {"earliest": first, "latest": last, "basis": dated.basis},
        "entered": page.entered and page.entered.isoformat(),
        "earlier_versions": list(earlier),
    }


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"

"""A row of JSON to the page it carries, whatever program wrote it."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay import ontology
from hearsay.model import Metadata
from hearsay.pages.input.decoding import characters, clean, one_line, resolved
from hearsay.pages.input.markup import names_in
from hearsay.pages.metadata.machine_days import stamp

_ADDRESS = re.compile(r"https?:|www\.|@", re.IGNORECASE)
_WEB = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[:/?#]|$)", re.IGNORECASE)
_SHOWN = 8  # field names in a message
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a page, as text or HTML, and what its row says of it."""

    text: str
    told: Metadata
    site: str | None = None
    byline: tuple[str, ...] = ()


def read_row(line: bytes) -> Row | str:
    """The row of a line of JSON, or the reason why it is none."""
    row = _loaded(line)
    if row is None:
        return "The line is no JSON; write one object a line, each ended by a line feed."
    if not isinstance(row, dict):
        return 'The line is JSON, but no object; write one object a line, with "text" and "url".'
    told = [text for key in ("text", "html") for text in map(_prose, _at(row, key)) if text]
    if not told:
        return _textless(row)
    sites = list(_lines(row, "site"))
    return Row(
        text=told[0],
        told=Metadata(
            outlet=_outlet(row, sites),
            published=next((day for day in map(stamp, _at(row, "published")) if day), None),
            url=next((url for url in _lines(row, "url") if _WEB.match(url)), None),
            title=one_line(resolved(next(_lines(row, "title"), ""))),
        ),
        site=next((site for site in sites if _WEB.match(site)), None),
        byline=next((names for names in map(_names, _at(row, "byline")) if names), ()),
    )


def _outlet(row: dict[str, object], sites: Sequence[str]) -> str | None:
    """The outlet's name: as such, else where its address would stand."""
    names = [name for name in _lines(row, "outlet") if not _ADDRESS.match(name)]
    names += [site for site in sites if not _WEB.match(site)]
    return names[0] if names else None


def unknown_fields(line: bytes) -> frozenset[str]:
    """The names of the row's fields that nobody knows, as they can be shown."""
    row = _loaded(line)
    names = row.keys() if isinstance(row, dict) else ()
    return frozenset(_shown(name) for name in names if name not in _known())


def _loaded(line: bytes) -> object:
    """What the line says in JSON; None where it is none."""
    try:
        return json.loads(characters(line).strip("\ufeff \t\r\n"), strict=False)
    except (ValueError, RecursionError):
        return None


def _textless(row: dict[str, object]) -> str:
    found = ", ".join(f'"{_shown(name)}"' for name in list(row)[:_SHOWN])
    more = f" and {len(row) - _SHOWN} more" if len(row) > _SHOWN else ""
    told = f"has the fields {found}{more} and no text" if row else "is empty"
    return f'The row {told}; give the page as "text" or "html".'


def _shown(name: str) -> str:
    told = one_line(name) or ""
    return told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…"


def _at(row: dict[str, object], key: str) -> Iterator[object]:
    """What the row has under the names of a field, in their order."""
    for path in ontology.table("row_fields")["fields"][key]:
        value: object = row
        for name in path.split("."):
            value = _inside(value, name)
        if value is not None:
            yield value


def _inside(value: object, name: str) -> object:
    """The field of an object, or of the first object of a list that has it."""
    entries = value if isinstance(value, list) else [value]
    return next((one[name] for one in entries if isinstance(one, dict) and name in one), None)


def _lines(row: dict[str, object], key: str) -> Iterator[str]:
    """The strings under a field's names, each on one line, none empty."""
    for value in _at(row, key):
        line = one_line(value) if isinstance(value, str) else None
        if line is not None:
            yield line


def _prose(value: object) -> str | None:
    """The text of a string, or of the strings in an object that has a text's parts."""
    return "\n\n".join(filter(str.strip, map(clean, _strings(value)))) or None


def _strings(value: object, depth: int = 0) -> Iterator[str]:
    table = ontology.table("row_fields")["text"]
    if isinstance(value, str):
        yield value
    elif depth < table["depth"] and isinstance(value, list):
        for one in value:
            yield from _strings(one, depth + 1)
    elif depth < table["depth"] and isinstance(value, dict):
        for name in table["paragraphs"]:
            yield from _strings(value.get(name), depth + 1)


def _names(value: object) -> tuple[str, ...]:
    """The names in a string, a list of strings, or objects that have a name."""
    entries = value if isinstance(value, list) else [value]
    named = [one.get("name") if isinstance(one, dict) else one for one in entries]
    return tuple(dict.fromkeys(n for one in named if isinstance(one, str) for n in names_in(one)))


@cache
def _known() -> frozenset[str]:
    table = ontology.table("row_fields")
    paths = [path for paths in table["fields"].values() for path in paths]
    return frozenset([path.split(".")[0] for path in paths] + table["known"]["unused"])

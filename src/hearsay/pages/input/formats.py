"""What a file is by its first bytes, where it is nothing that can be read as a page."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from hearsay import ontology
from hearsay.pages.input.decoding import characters

HEAD = 8_000
"""So many bytes of a file say what it is."""

_BINARY_SHARE = 0.1
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_PROLOG = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^<>\[]*(?:\[[^\]]*\]\s*)?>)*+", re.DOTALL | re.I
)
_ELEMENT = re.compile(r"<(?:[\w.-]{1,40}:)?([\w.-]{1,40})[\s/>]")
_FIELD = re.compile(r"([A-Za-z][\w-]*):(?=\s|$)")
_COLUMN = re.compile(r"[A-Za-z_][\w.-]*")
_ROWS = 12
_REGULAR = 0.8


@dataclass(frozen=True, slots=True)
class _Format:
    what: str
    magic: tuple[bytes, ...]
    after: int
    opens: re.Pattern[str] | None
    roots: frozenset[str]


def refusal(data: bytes) -> str | None:
    """Why a file that begins with `data` is no page of any kind and what to do, or None.

    >>> refusal(b"%PDF-1.7 ...")
    'The file is a PDF document; save its text as a .txt file.'
    """
    head = data[:HEAD]
    if not head.strip():
        return None if len(data) > HEAD else "The file is empty; fetch the page again."
    found = _by_bytes(head)
    if found is None:
        raw = characters(head)
        if _binary(raw):
            return "The file is binary, no text; give the page's HTML or its text."
        lines = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        found = _by_text(lines.lstrip(), cut=len(data) >= HEAD)
    return f"The file is {found}." if found else None


def _by_bytes(head: bytes) -> str | None:
    return next(
        (row.what for row in _formats() if row.magic and head.startswith(row.magic, row.after)),
        None,
    )


def _by_text(text: str, *, cut: bool) -> str | None:
    for row in _formats():
        if row.opens and row.opens.match(text):
            return row.what
    if text.startswith("<"):
        return _xml(text)
    return _message(text) or _table(text, cut=cut)


def _binary(raw: str) -> bool:
    """True where many characters are none that texts are made of; zeros may pad their end."""
    odd = _ODD.findall(raw.rstrip("\0"))
    return len(odd) > _BINARY_SHARE * len(raw.rstrip("\0"))


def _xml(text: str) -> str | None:
    """What XML this is: a format of the table, another one that says it is XML, or a page."""
    prolog = _PROLOG.match(text)
    root = _ELEMENT.match(text, prolog.end() if prolog else 0)
    if root is None:
        return None
    name = root.group(1).lower()
    for row in _formats():
        if name in row.roots:
            return row.what
    if name in ontology.table("formats")["xml"]["pages"] or not text.startswith("<?xml"):
        return None
    return (
        f'XML that begins with "{root.group(1)}", which is not read; save the '
        'article as HTML, or write one JSON object a line with "text"'
    )


def _message(text: str) -> str | None:
    """A message as mail programs store it: all lines of its head have names, some only theirs."""
    table = ontology.table("formats")["message"]
    lines = text[: text.find("\n\n")].split("\n") if "\n\n" in text else text.split("\n")[:-1]
    fields = [_FIELD.match(line) for line in lines if not line[:1].isspace()]
    names = {field.group(1).lower() for field in fields if field}
    if not all(fields) or len(names) < table["least"] or not names & set(table["envelope"]):
        return None
    if any(word in text.lower() for word in table["web"]):
        return "a page that a browser saved as MHTML; save it as HTML"
    return "an e-mail message; save its text as a .txt file"


def _table(text: str, *, cut: bool) -> str | None:
    """A table of values parted by commas, tabs or the like; `cut` when its end is missing."""
    first = text.split("\n", 1)[0]
    for mark, name in ((",", "comma"), ("\t", "tab"), (";", "semicolon"), ("|", "bar")):
        if mark in first and _is_table(text, mark, cut=cut):
            return (
                f"a table of {name}-separated values; write one JSON object a line "
                'with "text", "url" and "published"'
            )
    return None


def _is_table(text: str, mark: str, *, cut: bool) -> bool:
    """True where the first line names columns and the rows after it have as many fields."""
    try:
        rows = list(islice(csv.reader(text.splitlines(keepends=True), delimiter=mark), _ROWS))
    except csv.Error:
        return False
    head, body = rows[0], [row for row in rows[1:] if row]
    whole = body[:-1] if cut and len(rows) < _ROWS else body
    regular = sum(len(row) == len(head) for row in whole) >= _REGULAR * len(whole)
    if not regular or (not whole and not (cut and body)):
        return False
    if mark == "\t" and len(head) > ontology.table("formats")["table"]["tabs"] and whole:
        return True
    return _names_columns(head, whole)


def _names_columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """True for names of columns: words that tables of news use, or single words above rows."""
    names = [name.strip().lower() for name in head]
    known = sum(name in _columns() for name in names)
    if len(set(names)) < max(len(names), 2):
        return False
    if known >= 2 and (len(names) > 2 or known == len(names)):
        return True
    return len(names) > 2 and len(rows) > 1 and all(map(_COLUMN.fullmatch, names))


@cache
def _columns() -> frozenset[str]:
    fields: dict[str, list[str]] = ontology.table("row_fields")["fields"]
    return frozenset(
        [name.lower() for names in fields.values() for name in names]
        + ontology.table("formats")["table"]["columns"]
    )


@cache
def _formats() -> tuple[_Format, ...]:
    return tuple(
        _Format(
            what=row["what"],
            magic=tuple(magic.encode("latin-1") for magic in row.get("magic", ())),
            after=row.get("after", 0),
            opens=re.compile(row["opens"]) if "opens" in row else None,
            roots=frozenset(row.get("roots", ())),
        )
        for row in ontology.table("formats")["format"]
    )

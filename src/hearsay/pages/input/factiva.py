"""A text export of Factiva, with field codes, to sketches: one document or many in a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hearsay import ontology
from hearsay.pages.input.markup import names_in
from hearsay.pages.input.sketch import Sketch
from hearsay.pages.layout.lines import collapse, paragraphs
from hearsay.pages.layout.paragraph import Paragraph
from hearsay.pages.metadata.stated_dates import evidence

_CODE = re.compile(r"(?P<code>[A-Z]{2,3})(?:\s+(?P<value>\S.*)|\s*)$")
_HEAD = 6_000


@dataclass(frozen=True, slots=True)
class _Field:
    code: str
    text: str


def is_factiva(text: str) -> bool:
    """True for text with Factiva's field codes at the heads of its first lines."""
    wanted = ontology.table("factiva")["recognised"]
    head = text[:_HEAD]
    if "HD" not in head:
        return False
    codes = {match["code"] for match in map(_CODE.match, head.split("\n")) if match}
    return len(codes & set(wanted["codes"])) >= int(wanted["least"])


def documents(text: str) -> list[str]:
    """The documents of an export, each as it stands; what is none is left out."""
    found: list[str] = []
    lines: list[str] = []
    for line in text.split("\n"):
        lines.append(line)
        if _ends().match(line):
            found.append("\n".join(lines))
            lines = []
    return [part for part in [*found, "\n".join(lines)] if is_factiva(part.lstrip())]


def factiva_sketch(text: str) -> Sketch:
    """The sketch of one document."""
    fields = list(_fields(text))
    told = {
        key: [field.text for field in fields if field.code in codes and field.text.strip()]
        for key, codes in ontology.table("factiva")["codes"].items()
    }
    return Sketch(
        paragraphs=tuple(Paragraph(line) for part in told["text"] for line in paragraphs(part)),
        title=next(map(collapse, told["title"]), None),
        outlet=next(map(collapse, told["outlet"]), None),
        byline=tuple(dict.fromkeys(name for line in told["byline"] for name in names_in(line))),
        dates=tuple(evidence("header", collapse(day)) for day in told["published"]),
    )


def _fields(text: str) -> Iterator[_Field]:
    """The fields in order, their lines joined."""
    code, lines = "", list[str]()
    for line in text.split("\n"):
        match = _CODE.match(line)
        if match is None or not _is_field(match, inside=code):
            lines.append(line)
            continue
        yield _Field(code, "\n".join(lines))
        code, lines = match["code"], [match["value"] or ""]
    yield _Field(code, "\n".join(lines))


def _is_field(match: re.Match[str], *, inside: str) -> bool:
    table = ontology.table("factiva")
    known = any(match["code"] in codes for codes in table["codes"].values())
    in_text = inside in table["codes"]["text"]
    return known and (not in_text or bool(_in_text().match(match.group())))


@cache
def _in_text() -> re.Pattern[str]:
    return re.compile(ontology.table("factiva")["text"]["fields"])


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(ontology.table("factiva")["text"]["ends"])

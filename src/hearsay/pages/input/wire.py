"""A report as agencies send it to newsrooms (ANPA 1312) to a sketch.

Lines of the head begin with "^" and end in "<" or "=": slug, notes to editors, headline, byline.
The last line is a stamp: "AP-WF-03-03-21 0912GMT<".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from hearsay.model import DateEvidence
from hearsay.pages.input.sketch import Sketch
from hearsay.pages.layout.lines import mend, paragraphs
from hearsay.pages.layout.paragraph import Paragraph
from hearsay.pages.metadata.stated_dates import evidence

_HEAD = 3_000
_SLUG = re.compile(r"[A-Z]{2}-|Ed(?:itor)?s?:|.*,\d{2,4}$|.*\b(?:writethru|1st ld)\b", re.I)
_STAMP = re.compile(
    r"\s*(?P<words>[A-Z]{2,4}-[A-Z]{2,3}-(?P<day>\d\d-\d\d-\d\d) (?P<clock>\d{4})"
    r"(?P<zone>GMT|UTC|[A-Z]{2,4})?)<?\s*$"
)
_FEWEST = 2
_PREAMBLE = 3  # so many lines may stand before the first of the head


def is_wire(text: str) -> bool:
    """True for text whose head has lines between an agency's marks."""
    lines = [line for line in text[:_HEAD].split("\n") if line.strip()]
    marked = [number for number, line in enumerate(lines) if _is_marked(line)]
    ended = sum(lines[number].rstrip().endswith(("<", "=")) for number in marked)
    return ended >= _FEWEST and marked[0] <= _PREAMBLE


def wire_sketch(text: str) -> Sketch:
    """The sketch of a report: slugs and notes left out, its day by the stamp."""
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines) if _is_marked(line))
    marked = [line.strip(" ^<=>\t") for line in lines[first:] if _is_marked(line)]
    head = [line for line in marked if line and not _SLUG.match(line)]
    body = [line for line in lines[first:] if not _is_marked(line) and not _STAMP.match(line)]
    found = [*head, *mend(paragraphs("\n".join(body)))]
    return Sketch(tuple(map(Paragraph, found)), dates=tuple(_stamped(lines)))


def _is_marked(line: str) -> bool:
    return line.lstrip().startswith("^")


def _stamped(lines: Sequence[str]) -> Iterator[DateEvidence]:
    for match in filter(None, map(_STAMP.match, lines)):
        try:
            day = datetime.strptime(f"{match['day']} {match['clock']}", "%m-%d-%y %H%M")
        except ValueError:
            continue
        zone = "Z" if match["zone"] in ("GMT", "UTC") else ""
        found = evidence("header", f"{day:%Y-%m-%dT%H:%M}{zone}")
        yield replace(found, text=match["words"])

"""The rules of the readers as a list for the terminal, as the reference page, or as JSON."""

import json
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from hearsay.publish.render import escaped
from hearsay.rules import ROOMS, Rule, rules

_HEAD = """# Rules

Every yes-or-no decision of the readers. Each has an example in which it says yes and one in which
it does not; both run as its test. `hearsay read --without ID` holds a rule at no.

This page is generated: `hearsay rules --format markdown --output docs/reference/rules.md`.
"""


def all_rules() -> tuple[Rule, ...]:
    """Every rule of the readers, by id; loads them."""
    import hearsay.reading  # noqa: F401 - loading it registers its rules

    return rules()


def list_rules(found: Sequence[Rule], form: str, width: int) -> str:
    """The rules by id in one of "table", "markdown", "json", ending in a line break."""
    if form == "json":
        return json.dumps([asdict(rule) for rule in found], indent=2, ensure_ascii=False) + "\n"
    lines = _markdown(found) if form == "markdown" else _table(found, width)
    return "\n".join(lines) + "\n"


def _table(found: Sequence[Rule], width: int) -> Iterator[str]:
    for rule in found:
        yield textwrap.fill(f"{rule.id}  {rule.decides}", width, subsequent_indent=" " * 9)
        if len(found) == 1:
            yield from (
                textwrap.fill(f"{name:7}  {text}", width, subsequent_indent=" " * 9)
                for name, text in (
                    ("yes", rule.fires),
                    ("no", rule.spares),
                    ("source", rule.source),
                    ("code", rule.place),
                )
            )


def _markdown(found: Sequence[Rule]) -> Iterator[str]:
    yield _HEAD
    for room, own in groupby(found, key=lambda rule: rule.id.partition("-")[0]):
        yield f"## {ROOMS[room].capitalize()}\n"
        yield "| id | decides | yes | no | source |"
        yield "|---|---|---|---|---|"
        for rule in own:
            cells = (rule.id, rule.decides, rule.fires, rule.spares, rule.source)
            yield "| " + " | ".join(escaped(" ".join(cell.split())) for cell in cells) + " |"
        yield ""

"""The pages for newcomers name files that exist, and commands that can be given."""

import re
import shlex
from pathlib import Path

import click
import pytest

from hearsay.cli import main

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "CONTRIBUTING.md", *(ROOT / "docs" / "how-to").glob("*.md")])
LINKED = sorted([*PAGES, ROOT / "docs" / "index.md", ROOT / "docs" / "glossary.md"])

_BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.M | re.S)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
_FILE = re.compile(r"(?:[\w.-]+/)+[\w.-]*")
_TARGET = re.compile(r"^([a-z]+):", re.M)
_MADE = ("try", ".venv")
"""What the pages have the reader make."""
_SHELL = {"mkdir", "echo", "rm"}
_TOOLS = {"python", "pre-commit"}


def commands(page: Path) -> list[str]:
    """Every command of a page, in a block or in a line."""
    text = page.read_text("utf-8")
    blocks = [body for language, body in _BLOCK.findall(text) if language == "sh"]
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    inline = _CODE.findall(_BLOCK.sub("", text))
    return lines + [code for code in inline if re.match(r"(make|hearsay|\.venv/bin/\S+) ", code)]


def files(page: Path) -> set[str]:
    """Every path that a page names from the root, in code or in a command."""
    text = page.read_text("utf-8")
    inside = [word for code in _CODE.findall(_BLOCK.sub("", text)) for word in code.split()]
    given = [word for command in commands(page) for word in shlex.split(command)]
    paths = {word for word in [*inside, *given] if _FILE.fullmatch(word)}
    return {path for path in paths if path.split("/")[0] not in _MADE}


def trouble(command: str) -> str | None:
    """Why a command cannot be given; None where it can."""
    program, *rest = shlex.split(command)
    name = program.removeprefix(".venv/bin/")
    if name == "make":
        targets = set(_TARGET.findall((ROOT / "Makefile").read_text("utf-8")))
        return next((f"make has no {word}" for word in _words(rest) if word not in targets), None)
    if name == "hearsay":
        return _trouble_of_hearsay(rest)
    known = name in _TOOLS if program.startswith(".venv/") else name in _SHELL
    return None if known else f"{name} is not known"


def _trouble_of_hearsay(rest: list[str]) -> str | None:
    command: click.Command | None = main.commands.get(rest[0])
    if command is None:
        return f"hearsay has no {rest[0]}"
    options = {option for parameter in command.params for option in parameter.opts}
    unknown = [word for word in rest[1:] if word.startswith("-") and word not in options]
    return f"hearsay {rest[0]} has no {unknown[0]}" if unknown else None


def _words(rest: list[str]) -> list[str]:
    return [word for word in rest if "=" not in word]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    rooms = (ROOT, ROOT / "src" / "hearsay")
    named = files(page)
    assert named
    assert [path for path in named if not any((room / path).exists() for room in rooms)] == []


@pytest.mark.parametrize("page", LINKED, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_can_be_given(page: Path) -> None:
    given = commands(page)
    assert given
    assert [why for command in given if (why := trouble(command))] == []


@pytest.mark.parametrize(
    "command", ["make tea", "hearsay guess", "hearsay read --twice", ".venv/bin/cook", "cook"]
)
def test_what_cannot_be_given_is_seen(command: str) -> None:
    assert trouble(command)


def test_the_index_names_every_page() -> None:
    docs = ROOT / "docs"
    linked = {(docs / link).resolve() for link in _LINK.findall((docs / "index.md").read_text())}
    assert {page for page in docs.rglob("*.md") if page.name != "index.md"} <= linked


def test_a_decision_is_short_and_says_its_three_parts() -> None:
    for page in (ROOT / "docs" / "decisions").glob("*.md"):
        text = page.read_text("utf-8")
        assert len(text.splitlines()) <= 20, page.name
        assert re.findall(r"^## (\w+)", text, re.M) == ["Context", "Decision", "Consequences"]


def test_a_term_stands_once_in_the_glossary() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / "docs" / "glossary.md").read_text(), re.M)
    terms = [row for row in rows if row != "term"]
    assert len(terms) == len(set(terms)) > 40

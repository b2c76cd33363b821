"""One name means one thing in the package, and every room says what it is for."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "hearsay"
COMMANDS = PACKAGE / "cli"
"""Its files are named after the commands, so a command may have the name of what it shows."""

ALLOWED = {
    "events": ["reading/events/__init__.py", "resolve/events/__init__.py"],  # one page, all pages
    "reading": ["model/reading.py", "reading/__init__.py"],  # the noun, and the room that makes it
    "record": ["model/record.py", "record/__init__.py"],  # the noun, and the room that keeps it
}


def python_files() -> list[Path]:
    return sorted(
        path
        for path in PACKAGE.rglob("*.py")
        if "migrations" not in path.relative_to(PACKAGE).parts
    )


def directories() -> list[Path]:
    """Every room and part: the directories that are packages."""
    return sorted(path.parent for path in python_files() if path.name == "__init__.py")[1:]


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def standing_twice(names: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The names given at more than one place, each with its places."""
    places: dict[str, list[str]] = defaultdict(list)
    for name, where in names:
        places[name].append(where)
    return {name: where for name, where in places.items() if len(where) > 1}


def test_no_class_name_stands_twice() -> None:
    classes = [
        (node.name, place(path))
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    assert len(classes) > 200
    assert standing_twice(classes) == {}


def test_no_module_name_stands_twice() -> None:
    modules = [
        (path.parent.name if path.name == "__init__.py" else path.stem, place(path))
        for path in python_files()
        if not path.is_relative_to(COMMANDS)
    ]
    twice = standing_twice(modules)
    assert {name: twice.pop(name, None) for name in ALLOWED} == ALLOWED
    assert not twice, twice


@pytest.mark.parametrize("directory", directories(), ids=place)
def test_every_room_says_what_it_is_for(directory: Path) -> None:
    text = ast.get_docstring(ast.parse((directory / "__init__.py").read_text("utf-8")))
    assert text and len(text.split("\n")[0]) > 20


def test_every_directory_is_in_the_tables_of_rooms() -> None:
    named = {
        name.rstrip("/")
        for name in re.findall(
            r"^\| `([\w/]+/)` \|", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M
        )
    }
    assert {place(directory) for directory in directories()} == named


def test_every_room_is_in_the_architecture() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = {place(directory) for directory in directories() if "/" not in place(directory)}
    named = {name.rstrip("/") for name in re.findall(r"^\| `(\w+/)` \|", text, re.M)}
    assert rooms == named

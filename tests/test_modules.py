"""Every module has a test that imports it by its own path, or a doctest: what broke is seen there.

A package's facade does not count: who changes a module looks for the test that names it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "hearsay"

UNTESTED: dict[str, str] = {
    "hearsay.__main__": "it is a program: tests start it with `python -m hearsay`",
}
"""Modules without a test of their own, and why."""


def modules() -> dict[str, Path]:
    """Every module of the package but facades and migrations, by its dotted name."""
    paths = (path for path in SOURCES.rglob("*.py") if path.name != "__init__.py")
    return {
        ".".join(path.relative_to(SOURCES.parent).with_suffix("").parts): path
        for path in paths
        if "migrations" not in path.parts
    }


def imported() -> set[str]:
    """Every name that a test imports, with and without what it takes from it."""
    found: set[str] = set()
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
                found.update(f"{node.module}.{name.name}" for name in node.names)
            elif isinstance(node, ast.Import):
                found.update(name.name for name in node.names)
    return found


def docstrings(path: Path) -> Iterator[str]:
    described = (ast.Module, ast.ClassDef, ast.FunctionDef)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, described):
            yield ast.get_docstring(node) or ""


def has_doctest(path: Path) -> bool:
    return any(">>> " in words for words in docstrings(path))


def test_every_module_has_a_test_of_its_own() -> None:
    known = imported()
    without = [
        name for name, path in modules().items() if name not in known and not has_doctest(path)
    ]
    assert sorted(without) == sorted(UNTESTED)


def test_what_is_looked_at_is_there() -> None:
    """The two lists above are not empty by mistake."""
    assert len(modules()) > 250 and "hearsay.resolve.memo" in modules()
    assert "hearsay.model" in imported() and has_doctest(SOURCES / "resolve" / "memo.py")
    assert not has_doctest(SOURCES / "errors.py")

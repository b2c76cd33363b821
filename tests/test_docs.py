"""The docs name every command, option and field, and the README's examples run."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from hearsay import Record
from hearsay.cli import main
from hearsay.publish import format as form
from hearsay.publish.render import render
from hearsay.publish.selection import one_screen

ROOT = Path(__file__).parent.parent
COMMANDS = sorted(main.commands.items())
OF_EXAMPLES = {"record/migrations/versions/0005_weather_of_events.py"}
"""Files that a page has its reader make."""


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_and_option_is_in_the_docs(name: str, command: object) -> None:
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert f"## hearsay {name}" in text
    for parameter in command.params:  # type: ignore[attr-defined]
        for option in parameter.opts:
            if option.startswith("--"):
                assert f"`{option}" in text, option


@pytest.mark.parametrize(
    "entry", [kind for kind in vars(form).values() if is_dataclass(kind)], ids=lambda e: e.__name__
)
def test_every_field_of_the_export_is_in_the_format(entry: type) -> None:
    text = (ROOT / "docs" / "record-format.md").read_text("utf-8")
    for field in fields(entry):
        assert f'"{field.name}"' in text or f"`{field.name}`" in text, field.name


def test_the_readme_starts_with_its_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert text.index("make demo") < text.index("make test") < text.index("hearsay read")


def test_the_python_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    code = text.split("```python\n", 1)[1].split("```", 1)[0]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    exec(compile(code, "README.md", "exec"), {})
    assert "Kennedy" in capsys.readouterr().out


def test_the_excerpt_in_the_readme_is_what_the_brief_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    excerpt = text.split("<!-- excerpt -->\n```\n", 1)[1].split("```", 1)[0]
    monkeypatch.chdir(ROOT)  # the sources are named as the reader of the README names them
    record = Record(tmp_path / "record.db")
    record.read("examples/missiles-1962/pages")
    written = render(one_screen(record.brief()), words=False)
    for part in excerpt.split("  …\n"):
        assert part in written


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.name)
def test_every_file_that_the_docs_name_exists(page: Path) -> None:
    """A file may be named by the end of its path, as tables of one room do."""
    named = re.findall(r"`([\w/.-]+\.(?:py|toml|tsv|txt|md))`", page.read_text("utf-8"))
    there = {
        f"/{path.relative_to(ROOT).as_posix()}"
        for room in ("src", "tests", "evaluation", "training")
        for path in (ROOT / room).rglob("*.*")
    }
    missing = [name for name in named if not any(path.endswith(f"/{name}") for path in there)]
    assert [
        name for name in missing if name not in OF_EXAMPLES and not (ROOT / name).exists()
    ] == []

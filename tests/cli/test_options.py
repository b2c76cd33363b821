"""Options that commands share."""

from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from hearsay.cli import main
from hearsay.cli.options import day, format_option, open_record, output_option, record_option
from hearsay.errors import RecordError, UsageError

DAYS = [
    (None, None),
    ("2024-04-16", date(2024, 4, 16)),
    ("1896-02-29", date(1896, 2, 29)),
]


@pytest.mark.parametrize(("given", "meant"), DAYS)
def test_a_day(given: str | None, meant: date | None) -> None:
    assert day("since", given) == meant


@pytest.mark.parametrize(
    "given", ["", "16.4.2024", "2024-02-30", "2024-4-16", "April", "٢٠٢٤-٠٤-١٦x"]
)
def test_what_is_no_day_is_named_with_its_option(given: str) -> None:
    with pytest.raises(UsageError, match=r"--until is .*give a day as 2024-04-16"):
        day("until", given)


@click.command()
@record_option
@format_option("table", "json")
@output_option
def show(record_path: Path, form: str, output: Path | None) -> None:
    click.echo(f"{record_path} {form} {output}")


def shown(*arguments: str) -> str:
    return CliRunner().invoke(show, arguments).output


def test_defaults_and_what_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEARSAY_RECORD", raising=False)
    assert shown() == "hearsay.db table None\n"
    given = ("--record", "kiln.db", "--format", "json", "--output", "out.txt")
    assert shown(*given) == "kiln.db json out.txt\n"


def test_the_record_may_be_named_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_RECORD", "kiln.db")
    assert shown().startswith("kiln.db")
    assert shown("--record", "ferry.db").startswith("ferry.db")


def test_a_form_that_is_none_is_refused_with_those_that_are() -> None:
    said = shown("--format", "xml")
    assert "table" in said and "json" in said


def test_a_record_that_is_none_is_said_when_it_is_asked(tmp_path: Path) -> None:
    record = open_record(tmp_path / "none.db")
    with pytest.raises(RecordError, match=r"there is no record"):
        record.pages()


def test_every_command_that_asks_a_record_lets_it_be_named() -> None:
    for name, command in main.commands.items():
        options = {name for option in command.params for name in option.opts}
        assert ("--record" in options) is (name not in {"schema", "rules"})

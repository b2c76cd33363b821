"""`hearsay export` and `hearsay schema`"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from hearsay.cli.options import Decorator, format_option, open_record, output_option, record_option
from hearsay.cli.output import errors_told, write

if TYPE_CHECKING:
    from hearsay.publish.export import FormatVersion

_format_version_option: Decorator = click.option(
    "--format-version",
    type=click.Choice(["1", "2"]),
    callback=lambda _context, _parameter, chosen: int(chosen),
    default="2",
    show_default=True,
    help="Format of the record; 1 is for programs written for that format.",
)


@click.command()
@record_option
@format_option("json")
@_format_version_option
@output_option
def export(record_path: Path, form: str, format_version: int, output: Path | None) -> None:
    """Write the whole record as one JSON object (see `hearsay schema`).

    \b
    Examples:
      hearsay export --output record.json --record crisis.db
      hearsay export --format-version 1 --output record.json
      hearsay export | python -m json.tool
    """
    with errors_told():
        from hearsay.publish.export import as_json

        exported = open_record(record_path).export(cast("FormatVersion", format_version))
        write(as_json(exported), output, record_path, data=True)


@click.command()
@_format_version_option
@output_option
def schema(format_version: int, output: Path | None) -> None:
    """Print the JSON Schema of the exported record.

    \b
    Examples:
      hearsay schema > record.schema.json
      hearsay schema --format-version 1 > record.schema.json
    """
    with errors_told():
        from hearsay.publish.export import schema as published

        told = published(cast("FormatVersion", format_version))
        text = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
        write(text, output, data=True)

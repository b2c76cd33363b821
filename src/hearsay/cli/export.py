"""`hearsay export` and `hearsay schema`"""

import json
from pathlib import Path

import click

from hearsay.cli.options import format_option, open_record, output_option, record_option
from hearsay.cli.output import errors_told, write


@click.command()
@record_option
@format_option("json")
@output_option
def export(record_path: Path, form: str, output: Path | None) -> None:
    """Write the whole record as one JSON object (see `hearsay schema`).

    \b
    Example:
      hearsay export --format json --output record.json --record crisis.db
    """
    with errors_told():
        from hearsay.publish.export import as_json

        write(as_json(open_record(record_path).export()), output, record_path, data=True)


@click.command()
@output_option
def schema(output: Path | None) -> None:
    """Print the JSON Schema of the exported record.

    \b
    Example:
      hearsay schema > record.schema.json
    """
    with errors_told():
        from hearsay.publish.export import schema as published

        text = json.dumps(published(), indent=2, ensure_ascii=False) + "\n"
        write(text, output, data=True)

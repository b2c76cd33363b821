"""`hearsay why`"""

from pathlib import Path

import click

from hearsay.cli.options import format_option, open_record, output_option, record_option
from hearsay.cli.output import errors_told, width, write


@click.command()
@click.argument("asked", metavar="EVENT|PAGE")
@record_option
@format_option("text", "json")
@output_option
def why(asked: str, record_path: Path, form: str, output: Path | None) -> None:
    """Say why an event or a page has its day: the words, the rule, and what was refused.

    EVENT|PAGE is an id or its beginning, or a page's file name, headline, path or address. For
    a page it lists the events reported there, with their ids.

    \b
    Examples:
      hearsay why story.html --record crisis.db
      hearsay why e571be4c --format json
    """
    with errors_told():
        from hearsay.publish.render import render_why
        from hearsay.publish.why import as_json

        found = open_record(record_path).why(asked)
        if form == "json":
            write(as_json(found), output, record_path, data=True)
        else:
            write(render_why(found, width()), output, record_path)

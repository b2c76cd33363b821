"""`hearsay brief`"""

from pathlib import Path

import click

from hearsay.cli.options import format_option, open_record, output_option, record_option
from hearsay.cli.output import errors_told, width, write


@click.command()
@record_option
@format_option("text", "markdown", "html")
@click.option("--all", "everything", is_flag=True, help="Every line, not one screen a story.")
@click.option("--words", is_flag=True, help="Under each line the words of its sources.")
@click.option(
    "--lines", type=click.IntRange(1), metavar="N", help="Only the first N lines of the text."
)
@output_option
def brief(
    record_path: Path,
    form: str,
    everything: bool,
    words: bool,
    lines: int | None,
    output: Path | None,
) -> None:
    """Write what happened, story by story, on one screen each. HTML has every line.

    \b
    Examples:
      hearsay brief --record crisis.db
      hearsay brief --words
      hearsay brief --all --lines 200
      hearsay brief --format html --output brief.html
    """
    with errors_told():
        from hearsay.publish.render import render
        from hearsay.publish.selection import one_screen

        found = open_record(record_path).brief()
        if not everything and form != "html":
            found = one_screen(found)
        text = render(found, form, width(), words=words)
        if lines is not None and form == "text":
            text = _first(text, lines, record_path)
        write(text, output, record_path)


def _first(text: str, lines: int, record_path: Path) -> str:
    """The first lines, and how to see the others."""
    every = text.splitlines(keepends=True)
    left = len(every) - lines
    if left <= 0:
        return text
    shown = "".join(every[:lines]).rstrip("\n")
    return f"{shown}\n\n… {left} more lines: hearsay brief --record {record_path}\n"

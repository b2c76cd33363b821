"""`hearsay pages` and `hearsay forget`"""

from pathlib import Path

import click

from hearsay.cli.options import format_option, open_record, output_option, record_option
from hearsay.cli.output import errors_told, width, write


@click.command()
@click.option("--aside", is_flag=True, help="List what was set aside instead, with the reasons.")
@record_option
@format_option("table", "json")
@output_option
def pages(aside: bool, record_path: Path, form: str, output: Path | None) -> None:
    """List the pages of the record: day, outlet, headline, file, and earlier versions.

    \b
    Examples:
      hearsay pages --record crisis.db
      hearsay pages --aside
    """
    with errors_told():
        from hearsay.publish.page_lists import list_aside, list_pages

        record = open_record(record_path)
        if aside:
            text = list_aside(record.set_aside(), form, width())
        else:
            text = list_pages(record.pages(), record.versions(), form, width())
        write(text, output, record_path, data=form == "json")


@click.command()
@click.argument("asked", metavar="PAGE")
@record_option
def forget(asked: str, record_path: Path) -> None:
    """Take a page out of the record, with all that only it says.

    PAGE is an id or its beginning, a file name, path, headline or address. The page stays out when
    its file is read again. `hearsay read --again` brings it back.

    \b
    Example:
      hearsay forget story.html --record crisis.db
    """
    with errors_told():
        page = open_record(record_path).forget(asked)
        write(f"forgotten: {page.document.source} ({page.document.id})\n", None)

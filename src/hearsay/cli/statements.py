"""`hearsay statements`"""

from pathlib import Path

import click

from hearsay.cli.options import day, format_option, open_record, output_option, record_option
from hearsay.cli.output import complain, errors_told, width, write


@click.command()
@click.option("--by", metavar="NAME", help="Whose words they are.")
@click.option("--through", metavar="NAME", help="Who passes them on: an outlet, a readout.")
@click.option("--to", metavar="NAME", help="To whom they were said.")
@click.option("--about", metavar="WORDS", help="A name or words of what is said.")
@click.option("--since", metavar="DAY", help="Said on this day (2024-04-16) or later.")
@click.option("--until", metavar="DAY", help="Said on this day or earlier.")
@click.option(
    "--kind",
    type=click.Choice(["direct", "mixed", "indirect"]),
    help="Wholly in quotation marks, in part, or not.",
)
@click.option(
    "--act",
    type=click.Choice(
        ["said", "believed", "demanded", "denied", "asked", "promised", "confirmed", "warned"]
    ),
    help="What the page calls it.",
)
@format_option("table", "markdown", "json")
@record_option
@output_option
def statements(record_path: Path, form: str, output: Path | None, **conditions: str | None) -> None:
    """Show who said what: statements by speaker, addressee, subject and day.

    A NAME is a name, an alias, an office or a part of these. Case and accents do not matter.
    Sources without a name have a description, such as "officials", or are all "anonymous".

    Each statement comes with its day, its speaker, the sources it came through, the words and
    their page. What became of the words on other pages stands below. A statement without a day of
    its own counts as said when its page came out.

    \b
    Examples:
      hearsay statements --by "Lloyd Austin" --since 2024-04-13
      hearsay statements --by officials --about missiles --kind direct
      hearsay statements --through Reuters --to reporters --format json
    """
    with errors_told():
        from hearsay.publish.search import Query, search
        from hearsay.publish.statement_lists import render_statements

        days = {name: day(name, conditions.pop(name)) for name in ("since", "until")}
        found = search(open_record(record_path).resolution(), Query(**conditions, **days))  # type: ignore[arg-type]
        if found.why:
            complain(found.why)
        write(render_statements(found, form, width()), output, record_path, data=form == "json")

"""The command line: one file a command."""

import os
import sys
import traceback

import click

from hearsay.cli.brief import brief
from hearsay.cli.export import export, schema
from hearsay.cli.output import CRASHED, complain
from hearsay.cli.pages import forget, pages
from hearsay.cli.read import read
from hearsay.cli.rules import rules
from hearsay.cli.statements import statements
from hearsay.cli.why import why
from hearsay.version import __version__

__all__ = ["main", "run"]

# Many small products: a second thread spins more than it helps. Reading processes inherit it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="hearsay")
def main() -> None:
    """What happened, according to whom.

    Reads news pages and keeps one record of events, statements and figures, each with the day,
    the source and the words it was read from.

    \b
    Examples:
      hearsay read pages/ --record crisis.db
      hearsay brief --record crisis.db
      hearsay export --output record.json --record crisis.db
    """


for _command in (read, brief, statements, why, pages, forget, export, schema, rules):
    main.add_command(_command)


def run() -> None:
    """The program: `main`, with a fault of its own told as such."""
    try:
        main(prog_name="hearsay")
    except Exception as error:  # noqa: BLE001 - the outermost door: nobody above can tell it better
        if os.environ.get("HEARSAY_DEBUG"):
            traceback.print_exc()
        complain(
            f"a fault in Hearsay itself ({type(error).__name__}: {error}); what was recorded is "
            "kept. Please report it, with what HEARSAY_DEBUG=1 shows"
        )
        sys.exit(CRASHED)

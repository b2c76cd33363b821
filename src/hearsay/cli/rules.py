"""`hearsay rules`"""

from pathlib import Path

import click

from hearsay.cli.options import format_option, output_option
from hearsay.cli.output import errors_told, width, write


@click.command()
@click.argument("asked", metavar="[ID]", required=False)
@format_option("table", "markdown", "json")
@output_option
def rules(asked: str | None, form: str, output: Path | None) -> None:
    """List the rules by which pages are read, each with an example.

    ID is a rule's id or the beginning of one: EVT-017, EVT. Any rule can be switched off with
    `hearsay read --without EVT-017`.

    \b
    Examples:
      hearsay rules TIM
      hearsay rules ATT-004
    """
    with errors_told():
        from hearsay.errors import UsageError
        from hearsay.publish.rule_lists import all_rules, list_rules

        found = [rule for rule in all_rules() if rule.id.startswith((asked or "").upper())]
        if not found:
            raise UsageError(f"there is no rule {asked!r}; see them all with: hearsay rules")
        write(list_rules(found, form, width()), output, data=form == "json")

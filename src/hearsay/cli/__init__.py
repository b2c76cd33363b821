"""The command line."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hearsay.errors import HearsayError
from hearsay.version import __version__

if TYPE_CHECKING:
    from hearsay.pipeline import Progress, Record, Report

# Many small products: a second thread spins more than it helps. Reading processes inherit it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ALL_READ, SOME_ASIDE, NOTHING_DONE = 0, 1, 2
LISTED = 20

record_option = click.option(
    "--record",
    "record_path",
    type=click.Path(path_type=Path),
    envvar="HEARSAY_RECORD",
    default="hearsay.db",
    show_default=True,
    show_envvar=True,
    help="The record's file.",
)
output_option = click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Write to this file instead of the terminal.",
)


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


@main.command(
    epilog="Ends with 0 when all pages were read, 1 when some were set aside, 2 when nothing "
    "could be done."
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@record_option
@click.option("--outlet", help="The outlet that published these pages.")
@click.option("--published", help="The day they were published, as 2024-04-16.")
@click.option("--url", help="The address of the page.")
def read(
    paths: tuple[str, ...],
    record_path: Path,
    outlet: str | None,
    published: str | None,
    url: str | None,
) -> None:
    """Read pages into the record: files, folders or globs of text, HTML or JSON lines.

    Pages read before are not read again. What a page gives of itself is found on the page;
    say what else you know of it with --outlet, --published and --url.

    \b
    Examples:
      hearsay read ../pages --record crisis.db
      hearsay read story.html --outlet "The Example" --published 2024-04-16
    """
    with told():
        _check_day(published)
        record = _open(record_path, must_exist=False)
        with progress() as bar:
            report = record.read(*paths, outlet=outlet, published=published, url=url, progress=bar)
    _tell(report, record_path)


@main.command()
@record_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
@output_option
def brief(record_path: Path, form: str, output: Path | None) -> None:
    """Tell what happened, story by story, each line with its sources and their words.

    \b
    Examples:
      hearsay brief --record crisis.db
      hearsay brief --format html --output brief.html
    """
    with told():
        from hearsay.publish.render import render

        _write(render(_open(record_path).brief(), form), output)


@main.command()
@record_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["json"]),
    default="json",
    show_default=True,
    help="How to write it.",
)
@output_option
def export(record_path: Path, form: str, output: Path | None) -> None:
    """Write the whole record as one JSON object (see `hearsay schema`).

    \b
    Example:
      hearsay export --format json --output record.json --record crisis.db
    """
    with told():
        from hearsay.publish.export import as_json

        _write(as_json(_open(record_path).export()), output)


@main.command()
@click.option("--by", metavar="NAME", help="Whose words they are.")
@click.option("--through", metavar="NAME", help="Who passes them on: an outlet, a readout.")
@click.option("--to", metavar="NAME", help="Whom they were said to.")
@click.option("--about", metavar="WORDS", help="A name or words of what is said.")
@click.option("--since", metavar="DAY", help="Said on this day (2024-04-16) or later.")
@click.option("--until", metavar="DAY", help="Said on this day or earlier.")
@click.option(
    "--kind",
    type=click.Choice(["direct", "mixed", "indirect"]),
    help="In quotation marks wholly, in part, or not.",
)
@click.option(
    "--act",
    type=click.Choice(
        ["said", "believed", "demanded", "denied", "asked", "promised", "confirmed", "warned"]
    ),
    help="What the page calls it.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "markdown", "json"]),
    default="table",
    show_default=True,
    help="How to write it.",
)
@record_option
@output_option
def statements(record_path: Path, form: str, output: Path | None, **conditions: str | None) -> None:
    """Show who said what: statements by speaker, addressee, subject and day.

    A NAME is a name, an alias, an office or a part of either; case and accents do not matter, nor
    whether a source is named ("officials", "anonymous"). Each statement comes with its day, its
    speaker, the tellers it came through, the words and their page, and with what became of the
    words on other pages. One without a day of its own counts as said when its page came out.

    \b
    Examples:
      hearsay statements --by "Lloyd Austin" --since 2024-04-13
      hearsay statements --by officials --about missiles --kind direct
      hearsay statements --through Reuters --to reporters --format json
    """
    with told():
        from hearsay.publish.search import Asked, search
        from hearsay.publish.statements import render_statements

        days = {name: _day(name, conditions.pop(name)) for name in ("since", "until")}
        found = search(_open(record_path).resolution(), Asked(**conditions, **days))  # type: ignore[arg-type]
        if found.why:
            click.echo(f"hearsay: {found.why}", err=True)
        _write(render_statements(found, form), output)


@main.command()
@output_option
def schema(output: Path | None) -> None:
    """Print the JSON Schema of the exported record.

    \b
    Example:
      hearsay schema > record.schema.json
    """
    with told():
        from hearsay.publish.export import schema as published

        _write(json.dumps(published(), indent=2, ensure_ascii=False) + "\n", output)


@main.command()
@click.argument("asked", metavar="EVENT|PAGE")
@record_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
@output_option
def why(asked: str, record_path: Path, form: str, output: Path | None) -> None:
    """Say why an event or a page has its day: the words, the rule, and what was refused.

    EVENT|PAGE is an id or its beginning, or a page's file name, headline, path or address. Asked
    of a page, it lists the events told there with their ids.

    \b
    Examples:
      hearsay why story.html --record crisis.db
      hearsay why e571be4c --format json
    """
    with told():
        from hearsay.publish.render import render_why
        from hearsay.publish.why import as_json

        found = _open(record_path).why(asked)
        _write(as_json(found) if form == "json" else render_why(found), output)


@contextmanager
def told() -> Iterator[None]:
    """Says an error in one sentence on standard error, and ends with the fitting exit code."""
    try:
        yield
    except HearsayError as error:
        click.echo(f"hearsay: {error}", err=True)
        sys.exit(NOTHING_DONE)
    except KeyboardInterrupt:
        click.echo("hearsay: interrupted; what was read is kept, run again to go on", err=True)
        sys.exit(130)


def _open(path: Path, *, must_exist: bool = True) -> "Record":
    from hearsay.errors import RecordError
    from hearsay.pipeline import Record

    if must_exist and not path.exists():
        raise RecordError(
            f"there is no record {path}; make one with: hearsay read PATH --record {path}"
        )
    return Record(path)


def _check_day(published: str | None) -> None:
    from hearsay.errors import UsageError

    if published is None:
        return
    for read_as in (date.fromisoformat, datetime.fromisoformat):
        try:
            read_as(published)
        except ValueError:
            continue
        return
    raise UsageError(f"--published is {published!r}; give a day as 2024-04-16")


def _day(name: str, given: str | None) -> date | None:
    from hearsay.errors import UsageError

    try:
        return None if given is None else date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"--{name} is {given!r}; give a day as 2024-04-16") from None


def _write(text: str, output: Path | None) -> None:
    from hearsay.errors import UsageError

    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}") from error


@contextmanager
def progress() -> Iterator["Progress"]:
    """A bar on a terminal, plain lines elsewhere; both on standard error."""
    if not sys.stderr.isatty():
        yield lambda done, total: click.echo(f"{done} of {total} files", err=True)
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _tell(report: "Report", record_path: Path) -> None:
    for page in report.aside[:LISTED]:
        click.echo(f"set aside: {page.source}: {page.reason}", err=True)
    if len(report.aside) > LISTED:
        click.echo(f"… and {len(report.aside) - LISTED} more set aside", err=True)
    click.echo(
        f"{report.read} read, {report.known} known before, {len(report.aside)} set aside; "
        f"record in {record_path}"
    )
    if not report.aside:
        sys.exit(ALL_READ)
    sys.exit(SOME_ASIDE if report.read + report.known else NOTHING_DONE)

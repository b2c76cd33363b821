"""`hearsay read`"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hearsay.cli.options import open_record, record_option
from hearsay.cli.output import ALL_READ, NOTHING_DONE, SOME_ASIDE, errors_told, note, write
from hearsay.cli.progress import progress
from hearsay.errors import UsageError

if TYPE_CHECKING:
    from hearsay.intake import Report

_LISTED = 20


@click.command(
    epilog="Ends with 0 when all pages were read, 1 when some were set aside, 2 when nothing "
    "could be done, 3 on a fault in Hearsay itself."
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@record_option
@click.option("--outlet", help="The outlet that published these pages.")
@click.option("--published", metavar="DAY", help="The day they were published, such as 2024-04-16.")
@click.option("--url", metavar="ADDRESS", help="The address of the page.")
@click.option(
    "--metadata",
    type=click.Path(path_type=Path),
    help="A CSV table with a column file and any of outlet, published, url, title.",
)
@click.option("--again", is_flag=True, help="Read pages that were read or forgotten before, too.")
@click.option("--without", multiple=True, metavar="RULE", help="Hold a rule of reading at no.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")
@click.option("--verbose", "-v", is_flag=True, help="Name everything that was set aside.")
@click.option("--json", "as_json", is_flag=True, help="Print a report for programs.")
def read(
    paths: tuple[str, ...],
    record_path: Path,
    outlet: str | None,
    published: str | None,
    url: str | None,
    metadata: Path | None,
    again: bool,
    without: tuple[str, ...],
    quiet: bool,
    verbose: bool,
    as_json: bool,
) -> None:
    """Read pages into the record: files, folders or globs of text, HTML or JSON lines.

    Pages read before are not read again. A page that changed under its address takes the place of
    its earlier version. What a page says of itself is found on the page. Say what else you know of
    it with --outlet, --published and --url, or file by file with --metadata. PATH - reads one page
    from standard input.

    \b
    Examples:
      hearsay read ../pages --record crisis.db
      hearsay read story.html --outlet "The Example" --published 2024-04-16
      hearsay read pages/ --metadata pages.csv
      curl -s https://example.org/story | hearsay read - --url https://example.org/story
    """
    with errors_told(), progress(quiet=quiet or as_json) as step:
        _hold(without)
        report = open_record(record_path).read(
            *paths,
            outlet=outlet,
            published=published,
            url=url,
            metadata=metadata,
            again=again,
            progress=step,
        )
    if as_json:
        write(_report(report, record_path), None, data=True)
    else:
        _tell(report, record_path, quiet=quiet, verbose=verbose)
    sys.exit(_code(report))


def _hold(without: tuple[str, ...]) -> None:
    """Holds these rules at no, whoever reads."""
    from hearsay.rules import hold

    if not without:
        return
    wanted = [id.strip().upper() for id in without]
    hold(wanted)
    from hearsay.publish.rule_lists import all_rules

    unknown = sorted(set(wanted) - {rule.id for rule in all_rules()})
    if unknown:
        raise UsageError(f"there is no rule {unknown[0]!r}; see them all with: hearsay rules")


def _tell(report: "Report", record_path: Path, *, quiet: bool, verbose: bool) -> None:
    listed = [*report.aside, *(report.still_aside if verbose else ())]
    most = len(listed) if verbose else _LISTED
    for page in listed[:most]:
        note(f"set aside: {page.source}: {page.reason}")
    if len(listed) > most:
        note(f"… and {len(listed) - most} more set aside; see: hearsay pages --aside")
    if quiet:
        return
    for name, source in sorted(report.unknown_fields.items()):
        note(f"field not understood: {name!r}, first in {source}")
    for file in report.unmet_rows[:_LISTED]:
        note(f"the table names a file that was not read: {file}")
    for id in report.replaced[:_LISTED]:
        note(f"replaced by a later version, which counts from now on: {id}")
    made = f"record in {record_path}" if record_path.exists() else "no record was made"
    click.echo(f"{_summary(report)}; {made}")


def _summary(report: "Report") -> str:
    parts = [
        f"{report.read} read",
        f"{report.known} known before",
        f"{len(report.aside)} set aside",
    ]
    if report.still_aside:
        parts.append(f"{len(report.still_aside)} set aside before")
    if report.forgotten:
        parts.append(f"{report.forgotten} forgotten before")
    if report.replaced:
        parts.append(f"{len(report.replaced)} replaced by a later version")
    return ", ".join(parts)


def _report(report: "Report", record_path: Path) -> str:
    told = {"record": str(record_path), **asdict(report)}
    return json.dumps(told, indent=2, ensure_ascii=True) + "\n"


def _code(report: "Report") -> int:
    if not report.aside:
        return ALL_READ
    done = report.read + report.known + report.forgotten + len(report.still_aside)
    return SOME_ASIDE if done else NOTHING_DONE

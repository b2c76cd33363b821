"""What a user knows of pages, file by file: a table beside them."""

import csv
import io
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hearsay import pages
from hearsay.errors import UsageError
from hearsay.model import Metadata

_KEY = "file"
_FIELDS = ("outlet", "published", "url", "title")


@dataclass(frozen=True, slots=True)
class MetadataTable:
    """What is known of files, by each way in which their row may name them.

    `rows` are the files as the table names them, each with these ways; `met` grows with the rows
    that some page was given.
    """

    by_path: Mapping[str, tuple[str, Metadata]]
    rows: tuple[str, ...] = ()
    met: set[str] = field(default_factory=set)

    def given(self, source: str, every: Metadata) -> Metadata:
        """What is known of a page: its own row first, then what is said of every page.

        >>> table = MetadataTable({"a.txt": ("a.txt", Metadata(outlet="The Post"))})
        >>> table.given("a.txt", Metadata(url="x")).outlet
        'The Post'
        """
        full = _absolute(source)
        ways = (source, full, str(Path(source).with_suffix("")), str(Path(full).with_suffix("")))
        file, own = next((self.by_path[w] for w in ways if w in self.by_path), (None, Metadata()))
        if file is not None:
            self.met.add(file)
        return Metadata(**{f: getattr(own, f) or getattr(every, f) for f in _FIELDS})

    def unmet(self) -> tuple[str, ...]:
        """The files of rows that no page was given."""
        return tuple(file for file in self.rows if file not in self.met)


def read_metadata(path: Path) -> MetadataTable:
    """The table at `path`: CSV or tab-separated, a column `file` and any of `outlet`, `published`,
    `url` and `title`. A file is named from the working folder, from the folder of the table, or in
    full, with or without its ending. UsageError where the table makes no sense."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not in UTF-8; save it as UTF-8") from error
    rows = csv.DictReader(io.StringIO(text), dialect="excel-tab" if "\t" in text else "excel")
    _check_columns(path, [name for name in rows.fieldnames or () if name])
    found: dict[str, tuple[str, Metadata]] = {}
    for row in rows:
        given = _given(path, rows.line_num, row)
        file = (row.get(_KEY) or "").strip()
        found.update((name, (file, given)) for name in _names(path, file))
    return MetadataTable(found, tuple(dict.fromkeys(file for file, _ in found.values())))


def _check_columns(path: Path, names: Iterable[str]) -> None:
    unknown = sorted(set(names) - {_KEY, *_FIELDS})
    if _KEY not in names or unknown:
        lacks = "" if _KEY in names else " and no column 'file'"
        said = f"an unknown column {unknown[0]!r}{lacks}" if unknown else "no column 'file'"
        raise UsageError(f"{path} has {said}; name its columns file, {', '.join(_FIELDS)}")


def _given(path: Path, line: int, row: Mapping[str, str | None]) -> Metadata:
    told = {name: (row.get(name) or "").strip() or None for name in _FIELDS}
    published = told["published"]
    if published is not None and pages.day_of(published) is None:
        raise UsageError(f"{path}:{line}: published is {published!r}; give a day as 2024-04-16")
    return Metadata(**told)


def _names(table: Path, file: str) -> tuple[str, ...]:
    """The ways in which a page of this file may be named."""
    if not file:
        return ()
    return file, _absolute(file), _absolute(str(table.parent / file))


def _absolute(source: str) -> str:
    return os.path.abspath(source)  # noqa: PTH100 - Path.absolute keeps ".."

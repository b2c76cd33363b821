"""Hearsay tells what happened, according to whom.

>>> import hearsay
>>> record = hearsay.Record("crisis.db")  # doctest: +SKIP
>>> record.read("pages/")  # doctest: +SKIP
"""

from typing import TYPE_CHECKING

from hearsay.errors import HearsayError
from hearsay.version import __version__

if TYPE_CHECKING:
    from hearsay.pipeline import Record

__all__ = ["HearsayError", "Record", "__version__"]


def __getattr__(name: str) -> object:
    # The nouns can be imported without loading the whole way behind `Record`.
    if name == "Record":
        from hearsay.pipeline import Record

        return Record
    raise AttributeError(f"module 'hearsay' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)

"""Pages to readings, many at once."""

from hearsay.engines.batch import Batch, read_batch
from hearsay.engines.local import read_files

__all__ = ["Batch", "read_batch", "read_files"]

"""Pages to readings, many at once."""

from hearsay.engines.local import read_pages
from hearsay.engines.task import Outcome, Task

__all__ = ["Outcome", "Task", "read_pages"]

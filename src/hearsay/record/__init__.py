"""The store: what was read and what was resolved from it, in one file."""

from hearsay.record.kept import Aside, Kept, Seen, Snapshot
from hearsay.record.store import Store

__all__ = ["Aside", "Kept", "Seen", "Snapshot", "Store"]

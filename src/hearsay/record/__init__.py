"""The store: what was read and what was resolved from it, in one file."""

from hearsay.record.snapshot import Aside, Seen, Snapshot, StoredPage
from hearsay.record.store import Store

__all__ = ["Aside", "Seen", "Snapshot", "Store", "StoredPage"]

"""The store: what was read and what was resolved from it, in one file."""

from hearsay.record.store import Kept, Store

__all__ = ["Kept", "Store"]

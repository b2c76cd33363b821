"""What a reading process and its parent say to each other besides tasks and outcomes."""

READY = "ready"
"""Sent once, when model and tables are loaded: the limit of time counts from then."""

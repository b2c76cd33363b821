"""Triggers: words that tell of an event, with the sense that fits and what specifies it."""

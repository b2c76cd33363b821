"""Which referents of all pages are one person, body, state or place."""

"""Which pages are one text: copies, excerpts, rewrites."""

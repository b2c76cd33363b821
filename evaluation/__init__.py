"""Measures the package on public corpora: `python -m evaluation [NAME ...] [--json]`."""

"""`python -m hearsay` is the command line."""

from hearsay.cli import run

run()

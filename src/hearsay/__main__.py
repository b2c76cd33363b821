"""`python -m hearsay` is the command line."""

from hearsay.cli import main

main(prog_name="hearsay")

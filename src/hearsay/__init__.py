"""Hearsay tells what happened, according to whom."""

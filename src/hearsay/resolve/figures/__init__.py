"""Figures of the record, and how those of one matter lie to each other."""
